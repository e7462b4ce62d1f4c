"""Send a Keras model as data: the graphs of its calls, the values of its variables, its layers.

This runs beside a student's code, so it is not believed. A worker without that makes a network of
the graphs and the values (`grader.worker.keras.network`), and looks at that. What a `call()` does
in Python, and not in a graph, is lost on the way; training needs a graph, too.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from grader.worker.keras.weights import packed
from grader.worker.source.loader import message_of

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


Images = np.ndarray | Sequence[np.ndarray]
"""A batch; a list of batches for a model that takes several inputs."""


def send(obj: Any, images: Images, *, weights: bool = False) -> dict[str, Any]:
    """A model as plain data. It is called on images; what that raises is raised.

    is_model, type: whether it is a keras.Model, and the name of its class.
    output_type: the type of its output, where that is no tensor. A list, a tuple or a dict of
        tensors is sent on, any other is not.
    failure: why there is no graph of it. Training needs one, too.
    graphs: how it is used, and how it is trained (see `_graph`).
    variables: their shapes and values (see `packed`). With `weights` all values are sent; without,
        those of large variables are left out, as it makes no difference for what it does.
    layers: the leaves, in the order of the model, one dict each (see `_leaf`).
    """
    sent: dict[str, Any] = {"is_model": isinstance(obj, keras.Model), "type": type(obj).__name__}
    if not isinstance(obj, keras.Model):
        return sent
    output = obj(images, training=False)
    if not isinstance(output, tf.Tensor):
        sent["output_type"] = type(output).__name__
        flat = tf.nest.flatten(output)
        if not flat or not all(isinstance(each, tf.Tensor) for each in flat):
            return sent
    variables = _Variables()
    sent["layers"] = [_leaf(layer, own, variables) for layer, own in _leaves(obj, set())]
    try:
        used = _graph(obj, images, variables, training=False)
    except Exception as error:  # a call() that can't be traced may raise anything
        return sent | {"failure": f"{type(error).__name__}: {message_of(error)}"[:1000]}
    try:
        trained = _graph(obj, images, variables, training=True)
    except Exception:  # the same, where training takes another way
        trained = None
    values = [variable.numpy() for variable in variables.found]
    return sent | {
        "graphs": {"used": used, "trained": trained},
        "variables": packed(values, whole=weights),
    }


class _Variables:
    """The variables that are sent, each once, in the order in which they were met."""

    def __init__(self) -> None:
        self.found: list[tf.Variable] = []

    def number(self, variable: tf.Variable) -> int:
        """Its place in the list."""
        for number, other in enumerate(self.found):
            if other.handle is variable.handle:
                return number
        self.found.append(variable)
        return len(self.found) - 1


def _graph(
    model: keras.Model, images: Images, variables: _Variables, *, training: bool
) -> dict[str, Any]:
    """The operations of one call on images.

    graph: a GraphDef. image, output: the names of the tensors that go in and come out; a list of
        them where the model takes a list, or gives one (a dict in the order of its sorted keys).
    variables, constants: by the name of the tensor in which the graph gets it, the place of a
        variable, and another tensor's value.
    """

    several = isinstance(images, list | tuple)
    batches = images if several else [images]
    single = True

    @tf.function(autograph=False)  # Keras does not convert a call() either
    def call(*x: tf.Tensor) -> Any:
        nonlocal single
        output = model(list(x) if several else x[0], training=training)
        single = isinstance(output, tf.Tensor)
        return output if single else tf.nest.flatten(output)

    specs = [tf.TensorSpec(np.shape(batch), tf.float32) for batch in batches]
    concrete = call.get_concrete_function(*specs)
    graph = concrete.graph
    places = [tensor.name for tensor in concrete.inputs[: len(specs)]]
    outputs = [tensor.name for tensor in concrete.outputs]
    known = {id(v.handle): v for v in [*graph.variables, *_values_of(model)]}
    handles, constants = [], []
    for inside, outside in zip(
        concrete.inputs[len(specs) :], concrete.captured_inputs, strict=True
    ):
        if outside.dtype != tf.resource:
            constants.append([inside.name, np.asarray(outside)])
        elif id(outside) in known:
            handles.append([inside.name, variables.number(known[id(outside)])])
        else:
            raise TypeError(f"it uses {inside.name}, which is no variable")
    return {
        "graph": np.frombuffer(graph.as_graph_def().SerializeToString(), np.uint8),
        "image": places if several else places[0],
        "output": outputs[0] if single else outputs,
        "variables": handles,
        "constants": constants,
    }


def _values_of(model: keras.Model) -> list[tf.Variable]:
    return [variable.value for variable in model.variables]


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


def _leaf(layer: keras.Layer, weights: list[Any], variables: _Variables) -> dict[str, Any]:
    """One layer. `variables` are the places of its weights, `trainable` how many are trained.

    `rate` is the share that a Dropout leaves out, `decay` the factor of its kernel's regulariser.
    """
    return {
        "type": type(layer).__name__,
        "name": str(layer.name),
        "has_weights": _carries(layer, weights),
        "activation": _activation(layer),
        "trainable": sum(bool(weight.trainable) for weight in weights),
        "variables": [variables.number(weight.value) for weight in weights],
        "rate": _number(layer, "rate"),
        "decay": sum(
            _number(getattr(layer, "kernel_regularizer", None), norm) for norm in ("l1", "l2")
        ),
    }


def _number(obj: Any, name: str) -> float:
    """A number that an object of Keras keeps under this name; 0 where it keeps none."""
    value: Any = getattr(obj, name, None)
    is_one = isinstance(value, int | float | np.floating | tf.Tensor) and np.ndim(value) == 0
    return float(value) if is_one else 0.0


def _activation(layer: keras.Layer) -> str:
    """The layer's activation by name; `linear` where there is none."""
    if isinstance(layer, ACTIVATION_LAYERS):
        return type(layer).__name__
    activation = getattr(layer, "activation", None)
    if activation is None or activation is keras.activations.linear:
        return "linear"
    return str(getattr(activation, "__name__", type(activation).__name__))
