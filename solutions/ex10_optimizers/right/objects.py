from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass
class Average:
    """A mean that forgets; it knows how often it has been told something."""

    keep: float
    value: Any = 0.0
    count: int = field(default=0)

    def add(self, x: np.ndarray) -> Average:
        self.count += 1
        self.value = self.value + (1 - self.keep) * (x - self.value)
        return self

    @property
    def corrected(self) -> np.ndarray:
        return self.value / (1 - self.keep**self.count)


class Velocity:
    def __init__(self, gamma: float) -> None:
        self.gamma = gamma
        self.v: np.ndarray | float = 0

    def push(self, force: np.ndarray) -> np.ndarray:
        self.v = self.gamma * self.v + force
        return self.v


def momentum(w: np.ndarray, g: np.ndarray, state: Velocity | None, learning_rate: float, gamma: float):
    state = state or Velocity(gamma)
    return w - state.push(learning_rate * g), state


def adagrad(w: np.ndarray, g: np.ndarray, state: list[np.ndarray] | None, learning_rate: float):
    history = [] if state is None else state
    history.append(g)
    length = np.linalg.norm(np.stack(history), axis=0)
    return w - learning_rate * g / (length + 1e-8), history


def rmsprop(w: np.ndarray, g: np.ndarray, state: Average | None, learning_rate: float, rho: float):
    squares = (state or Average(rho)).add(g**2)
    return w - learning_rate * g / (np.sqrt(squares.value) + 1e-8), squares


def adam(w: np.ndarray, g: np.ndarray, state: Any, learning_rate: float, beta1: float, beta2: float):
    first, second = state or (Average(beta1), Average(beta2))
    first.add(g)
    second.add(g**2)
    step = first.corrected / (np.sqrt(second.corrected) + 1e-8)
    return w - learning_rate * step, (first, second)


def step_decay(lr: float, epoch: int, drop: float, every: int) -> float:
    return lr * math.pow(drop, math.floor(epoch / every))


def exponential_decay(lr: float, epoch: int, rate: float, every: int) -> float:
    return math.exp(math.log(lr) + epoch / every * math.log(rate))


def cosine_decay(lr: float, epoch: int, epochs: int, lowest: float) -> float:
    done = np.clip(epoch / epochs, 0, 1)
    return lowest + (lr - lowest) * math.cos(math.pi * done / 2) ** 2
