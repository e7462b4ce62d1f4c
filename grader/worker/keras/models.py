"""Describe a Keras model: its layers, and what it does, with public Keras and TensorFlow only.

There are three sources, each for what it shows best:

* the tree of layers: which leaves there are, and which of them carry weights;
* the graph of TensorFlow operations of one call, which is the same whether an activation is an
  argument, a layer, or a line in `call()`: what happens after the last weights, and before;
* probes of behaviour, for what the graph does not show (Python functions, control flow).
"""

import math
from collections.abc import Iterator
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from grader.worker.keras.operations import trace

NORMALISATIONS = (
    keras.layers.BatchNormalization,
    keras.layers.GroupNormalization,
    keras.layers.LayerNormalization,
    keras.layers.Normalization,
    keras.layers.RMSNormalization,
    keras.layers.SpectralNormalization,
    keras.layers.UnitNormalization,
)
ACTIVATION_LAYERS = (
    keras.layers.ELU,
    keras.layers.LeakyReLU,
    keras.layers.PReLU,
    keras.layers.ReLU,
    keras.layers.Softmax,
)

SCALES = (1.0, 1000.0)
TOLERANCE = 1e-3


def describe(obj: Any, images: np.ndarray) -> dict[str, Any]:
    """What `obj` is and does, as plain data. It is called on images; what that raises is raised.

    is_model, type: whether it is a keras.Model, and the name of its class.
    layers: the leaves, in the order of the model, one dict each (see `_leaf`).
    output_shape, output_dtype, finite, rows_sum_to_one, any_negative, same_for_all_images: of
        its output on the images, which should be several and different.
    output_layers: names of the leaves whose weights the output comes from directly, if known.
    output_activations: what is applied after those weights ("softmax", ...); empty for logits.
    random_after_output: whether Dropout or noise comes after them in training.
    nonlinear: whether anything between its weighted layers is not linear.
    traced: whether the graph could be read; if not, the two above come from its behaviour.
    """
    described: dict[str, Any] = {
        "is_model": isinstance(obj, keras.Model),
        "type": type(obj).__name__,
    }
    if not isinstance(obj, keras.Model):
        return described
    output = obj(images, training=False)
    leaves = list(_leaves(obj, set()))
    described["layers"] = [_leaf(layer, weights) for layer, weights in leaves]
    described |= _describe_output(output)
    if not isinstance(output, tf.Tensor):
        return described

    weighted = [(layer, weights) for layer, weights in leaves if _carries(layer, weights)]
    return described | _describe_activations(obj, weighted, images)


def _describe_activations(
    obj: keras.Model, weighted: list[tuple[keras.Layer, list[Any]]], images: np.ndarray
) -> dict[str, Any]:
    """What is not linear in it, by its graph, or by its behaviour where that can't be read."""
    used = trace(obj, images, training=False)
    trained = trace(obj, images, training=True)
    described: dict[str, Any] = {"traced": used.readable}
    described["output_layers"] = [
        str(layer.name)
        for layer, weights in weighted
        if any(
            weight.value.handle is handle for weight in weights for handle in used.output_handles
        )
    ]
    if used.readable or not weighted or _is_affine_in_weights(obj, weighted, images):
        described["output_activations"] = sorted(used.after)
    else:
        described["output_activations"] = ["unknown"]
    described["random_after_output"] = trained.readable and trained.random
    # An activated output is not linear, whatever comes before it: only the graph shows that.
    tells = not described["output_activations"] or not used.readable
    described["nonlinear"] = bool(used.between) or (tells and not _is_affine(obj, images))
    return described


# --- the tree of layers --------------------------------------------------------------------


def _leaves(layer: keras.Layer, seen: set[int]) -> Iterator[tuple[keras.Layer, list[Any]]]:
    """The innermost layers in order, each once, with its own weights."""
    if id(layer) in seen:
        return
    seen.add(id(layer))
    inside: list[tuple[keras.Layer, list[Any]]] = []
    for child in _children(layer):
        inside += _leaves(child, seen)
    theirs = {id(weight) for _, weights in inside for weight in weights}
    own = [weight for weight in layer.weights if id(weight) not in theirs]
    yield from inside
    if own or not inside:
        yield layer, own


def _children(layer: keras.Layer) -> list[keras.Layer]:
    """The layers directly inside; none for a layer of Keras, which counts as one."""
    if isinstance(layer, keras.Model):
        return list(layer.layers)
    if _is_of_keras(layer) and not isinstance(layer, keras.layers.Wrapper | keras.layers.Pipeline):
        return []
    return list(_layers_in(list(vars(layer).values())))


def _is_of_keras(layer: keras.Layer) -> bool:
    return getattr(keras.layers, type(layer).__name__, None) is type(layer)


def _layers_in(value: Any, depth: int = 0) -> Iterator[keras.Layer]:
    if isinstance(value, keras.Layer):
        yield value
    elif depth < 4 and isinstance(value, list | tuple | set):
        for item in value:
            yield from _layers_in(item, depth + 1)
    elif depth < 4 and isinstance(value, dict):
        yield from _layers_in(list(value.values()), depth + 1)


def _carries(layer: keras.Layer, weights: list[Any]) -> bool:
    """Whether it counts as a layer with weights: normalisation and activations do not."""
    return bool(weights) and not isinstance(layer, NORMALISATIONS + ACTIVATION_LAYERS)


def _leaf(layer: keras.Layer, weights: list[Any]) -> dict[str, Any]:
    return {
        "type": type(layer).__name__,
        "name": str(layer.name),
        "has_weights": _carries(layer, weights),
        "activation": _activation(layer),
        "parameters": sum(math.prod(weight.shape) for weight in weights),
        "trainable": sum(math.prod(weight.shape) for weight in weights if weight.trainable),
        "weights": [list(weight.shape) for weight in weights],
    }


def _activation(layer: keras.Layer) -> str:
    """The layer's activation by name; `linear` where there is none."""
    if isinstance(layer, ACTIVATION_LAYERS):
        return type(layer).__name__
    activation = getattr(layer, "activation", None)
    if activation is None or activation is keras.activations.linear:
        return "linear"
    return str(getattr(activation, "__name__", type(activation).__name__))


# --- probes of behaviour -------------------------------------------------------------------


def _describe_output(output: Any) -> dict[str, Any]:
    if not isinstance(output, tf.Tensor):
        return {"output_type": type(output).__name__}
    values = np.asarray(output, np.float64)
    return {
        "output_shape": list(values.shape),
        "output_dtype": output.dtype.name,
        "finite": bool(np.isfinite(values).all()),
        "rows_sum_to_one": bool(np.allclose(values.sum(axis=-1), 1, atol=1e-4)),
        "any_negative": bool((values < 0).any()),
        "same_for_all_images": bool(np.allclose(values, values[:1], atol=1e-6)),
    }


def _is_affine(model: keras.Model, images: np.ndarray) -> bool:
    """Whether the output half-way between two images is half-way between their outputs."""
    random = np.random.default_rng(0)
    a, b = random.uniform(size=(2, 32, *images.shape[1:])).astype(np.float32)
    f = [np.asarray(model(x, training=False), np.float64) for x in (a, (a + b) / 2, b)]
    return _is_straight(f[0], f[1], f[2])


def _is_straight(first: np.ndarray, middle: np.ndarray, last: np.ndarray) -> bool:
    spread = np.abs(first - last).max()
    return bool(np.abs(first + last - 2 * middle).max() <= TOLERANCE * spread)


def _is_affine_in_weights(
    model: keras.Model, weighted: list[tuple[keras.Layer, list[Any]]], images: np.ndarray
) -> bool:
    """Whether the output is an affine function of the weights of one of the layers.

    Logits are affine in the weights of the last layer. After an activation the output is not affine
    in those of any layer: f(-W) is not -f(W) for ReLU and the like, and f(1000 W) is not 1000 f(W)
    for a function that saturates.
    """
    return any(_follows(model, weights, images) for _, weights in reversed(weighted))


def _follows(model: keras.Model, weights: list[Any], images: np.ndarray) -> bool:
    random = np.random.default_rng(0)
    before = [np.asarray(weight) for weight in weights]
    drawn = [random.normal(size=value.shape) * 0.05 for value in before]

    def output(scale: float) -> np.ndarray:
        for weight, value in zip(weights, drawn, strict=True):
            weight.assign(scale * value)
        return np.asarray(model(images, training=False), np.float64)

    try:
        if np.array_equal(output(1), output(-1)):
            return False
        # Not around 0: an odd function like tanh would look straight there.
        return all(_is_straight(output(-s), output(s), output(3 * s)) for s in SCALES)
    finally:
        for weight, value in zip(weights, before, strict=True):
            weight.assign(value)
