"""Type hints, a trainer class, a named tuple as the pair, more parameters with defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import tensorflow as tf

import given

Model = Callable[[tf.Tensor], tf.Tensor]
MAX_PIXEL: float = 255.0


class Epoch(NamedTuple):
    loss: float
    accuracy: float


@dataclass
class Meter:
    values: list[float] = field(default_factory=list)

    def __iadd__(self, value: tf.Tensor) -> Meter:
        self.values.append(float(value))
        return self

    @property
    def mean(self) -> float:
        return sum(self.values) / len(self.values)


@dataclass(frozen=True)
class Trainer:
    model: Model
    params: Sequence[tf.Variable]
    lr: float

    def step(self, X: tf.Tensor, Y: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        with tf.GradientTape() as tape:
            y_hat = self.model(X)
            losses = given.cross_entropy(y_hat, tf.one_hot(Y, y_hat.shape[-1]))
        grads = tape.gradient(losses, self.params)
        sgd(self.params, grads, self.lr, bs=Y.shape[0])
        return tf.reduce_mean(losses), given.accuracy(y_hat, Y)


def sgd(
    params: Sequence[tf.Variable], grads: Iterable[tf.Tensor], lr: float, bs: int, sign: int = -1
) -> None:
    for p, g in zip(params, grads):
        p.assign_add(sign * lr * g / bs)


def training_loop(
    train_dataset: tf.data.Dataset,
    model: Model,
    params: Sequence[tf.Variable],
    lr: float = 0.1,
    *,
    verbose: bool = False,
) -> Epoch:
    trainer, loss, acc = Trainer(model, params, lr), Meter(), Meter()
    for X, Y in train_dataset:
        batch_loss, batch_acc = trainer.step(X / MAX_PIXEL, Y)
        loss += batch_loss
        acc += batch_acc
    if verbose:
        print(loss.mean, acc.mean)
    return Epoch(loss.mean, acc.mean)


def validation_loop(val_dataset: tf.data.Dataset, model: Model, verbose: bool = False) -> float:
    acc = Meter()
    for X, Y in val_dataset:
        acc += given.accuracy(model(X / MAX_PIXEL), Y)
    return acc.mean
