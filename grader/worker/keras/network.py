"""A network made of what was sent of a model: asked where no student's code runs.

It is made of operations of TensorFlow that compute and do nothing else, and of the values of its
variables. `described` says what it is and does.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import tensorflow as tf

from grader.worker.keras.operations import Graph, read
from grader.worker.keras.weights import unpacked

MOST_OTHER_BYTES = 128 << 10
"""Bytes of numbers that are no layer's weights: ten mean images, but not a class of signs."""

_STATEFUL = {
    "AssignAddVariableOp",
    "AssignSubVariableOp",
    "AssignVariableOp",
    "Assert",
    "Case",
    "CheckNumerics",
    "If",
    "PartitionedCall",
    "ReadVariableOp",
    "RngReadAndSkip",
    "RngSkip",
    "StatefulPartitionedCall",
    "While",
}
"""Operations with a state that only compute. Random ones are allowed as well."""
_REFUSED = ("PyFunc", "Debug", "ImmutableConst", "Copy", "Remote", "Dataset", "Iterator")
"""What is in the names of operations that read files, call Python or other processes."""


Images = np.ndarray | Sequence[np.ndarray]
"""A batch; a list of batches for a model that takes several inputs."""


class NoNetworkError(ValueError):
    """What was sent is no network."""


@contextmanager
def no_network() -> Iterator[None]:
    """Raise NoNetworkError for what was sent and can't be made, or asked."""
    try:
        yield
    except (MemoryError, NoNetworkError, tf.errors.ResourceExhaustedError):
        raise
    except Exception as error:  # a student's process can send anything, and TensorFlow reads it
        text = str(error).strip().partition("\n")[0]
        raise NoNetworkError(f"{type(error).__name__}: {text}"[:1000]) from error


class _Call:
    """One of the graphs that were sent, in a session of its own, with its variables."""

    def __init__(self, sent: dict[str, Any], values: list[np.ndarray], dtypes: list[str]):
        given = tf.compat.v1.GraphDef.FromString(np.asarray(sent["graph"], np.uint8).tobytes())
        nodes = _admitted(given)
        self.constant_bytes = sum(node.ByteSize() for node in nodes if node.op == "Const")
        self.constant_bytes += sum(np.asarray(value).nbytes for _, value in sent["constants"])
        with tf.Graph().as_default() as self.graph:
            places = _names(sent["image"])
            self.images = [
                tf.compat.v1.placeholder(tf.float32, _shape_of(given, name)) for name in places
            ]
            self._variables: dict[int, tuple[tf.Tensor, tf.Tensor, tf.Operation]] = {}
            inputs = dict(zip(places, self.images, strict=True))
            for name, number in sent["variables"]:
                inputs[name] = self._variable(number, values[number].shape, dtypes[number])
            for name, value in sent["constants"]:
                inputs[name] = tf.constant(np.asarray(value))
            self.outputs: list[tf.Tensor] = tf.graph_util.import_graph_def(
                given, input_map=inputs, return_elements=_names(sent["output"]), name="sent"
            )
        one = tf.compat.v1.ConfigProto(
            intra_op_parallelism_threads=1, inter_op_parallelism_threads=1
        )
        self._session = tf.compat.v1.Session(graph=self.graph, config=one)
        for number in self._variables:
            self.assign(number, values[number])

    def _variable(self, number: int, shape: tuple[int, ...], dtype: str) -> tf.Tensor:
        """The handle of a variable, with a way to give it a value."""
        if number not in self._variables:
            handle = tf.raw_ops.VarHandleOp(dtype=dtype, shape=shape, shared_name=f"v{number}")
            value = tf.compat.v1.placeholder(dtype, shape)
            assign = tf.raw_ops.AssignVariableOp(resource=handle, value=value)
            self._variables[number] = handle, value, assign
        return self._variables[number][0]

    def assign(self, number: int, value: np.ndarray) -> None:
        """Give a variable another value, if it is one of this graph's."""
        if number in self._variables:
            _, place, assign = self._variables[number]
            self._session.run(assign, {place: value})

    def values_of(
        self,
        tensors: list[tf.Tensor],
        images: Sequence[np.ndarray],
        given: Mapping[tf.Tensor, Any] = {},
    ) -> list[np.ndarray]:
        """The values of some tensors, for a batch of each input, and where others are given."""
        known = dict(zip(self.images, images, strict=True))
        return [np.asarray(value) for value in self._session.run(tensors, {**known, **given})]

    def read(self, output: int) -> Graph:
        """What the graph shows of one output."""
        handles = {handle.op: number for number, (handle, _, _) in self._variables.items()}
        images = [image.op for image in self.images]
        return read(self.graph.get_operations(), images, self.outputs[output].op, handles)


class Network:
    """What was sent of a model, as something that can be called on images.

    Images are a batch, or a list of batches where the model takes several inputs. Of a model that
    gives several outputs, this is the first; `at` is another one of the same network.
    """

    @no_network()
    def __init__(self, sent: dict[str, Any]):
        random = np.random.default_rng(0)
        self.layers = [layer_of(each) for each in sent["layers"]]
        self.values = [unpacked(each, random) for each in sent["variables"]]
        numbers = {number for layer in self.layers for number in layer["variables"]}
        if not numbers <= set(range(len(self.values))):
            raise NoNetworkError("a layer has weights that were not sent")
        self._dtypes = [str(each["dtype"]) for each in sent["variables"]]
        self._graphs = sent["graphs"]
        self._used = _Call(self._graphs["used"], self.values, self._dtypes)
        self._output = 0
        self.outputs = len(self._used.outputs)
        self.gives_several = isinstance(self._graphs["used"]["output"], list)
        self._takes_several = isinstance(self._graphs["used"]["image"], list)

    def at(self, output: int) -> "Network":
        """The same network, with another output."""
        other = copy.copy(self)
        other._output = output
        return other

    def batches(self, images: Images) -> list[np.ndarray]:
        """The batch of each input."""
        return [np.asarray(each) for each in images] if self._takes_several else [_array(images)]

    @no_network()
    def predict(self, images: Images) -> np.ndarray:
        """The output for any number of images, batch by batch; the last one is filled up."""
        return self.answers(self.batches(images))

    def answers(self, batches: Sequence[np.ndarray]) -> np.ndarray:
        """The same, of a batch of each input."""
        outputs = []
        size = self._used.images[0].shape[0]
        for start in range(0, len(batches[0]), size):
            parts = [batch[start : start + size] for batch in batches]
            filled = [np.resize(part, (size, *part.shape[1:])) for part in parts]
            (values,) = self._used.values_of([self._used.outputs[self._output]], filled)
            outputs.append(np.asarray(values, np.float64)[: len(parts[0])])
        return np.concatenate(outputs)

    def entries(self, graph: Graph, images: Images) -> list[np.ndarray]:
        """What comes out of the first products with weights, for images."""
        return self._used.values_of(graph.entries, self.batches(images))

    def exits(
        self, graph: Graph, images: Images, entries: Sequence[np.ndarray]
    ) -> list[np.ndarray]:
        """What goes into the last products with weights, where this comes out of the first."""
        given = dict(zip(graph.entries, entries, strict=True))
        return self._used.values_of(graph.exits, self.batches(images), given)

    def graph(self, *, training: bool) -> Graph:
        """What the graph of a call shows; nothing where none was sent."""
        if not training:
            return self._used.read(self._output)
        sent = self._graphs["trained"]
        if sent is None:
            return Graph()
        return _Call(sent, self.values, self._dtypes).read(self._output)

    @property
    def other_bytes(self) -> int:
        """Bytes of numbers in it that are weights of no layer, and could be images."""
        known = {number for layer in self.layers for number in layer["variables"]}
        others = (v.nbytes for number, v in enumerate(self.values) if number not in known)
        return self._used.constant_bytes + sum(others)

    def assign(self, number: int, value: np.ndarray) -> None:
        """Give a variable another value."""
        self._used.assign(number, value)


def _names(sent: Any) -> list[str]:
    """The names of tensors: one is sent alone."""
    return [str(name) for name in sent] if isinstance(sent, list) else [str(sent)]


def _array(images: Images) -> np.ndarray:
    if not isinstance(images, np.ndarray):
        raise NoNetworkError(f"it takes one batch, and not {len(images)}")
    return images


def _shape_of(graph: Any, image: str) -> list[int]:
    """The shape of the images that a graph takes."""
    for node in graph.node:
        if node.name == image.split(":")[0] and node.op == "Placeholder":
            return [dim.size for dim in node.attr["shape"].shape.dim]
    raise NoNetworkError("its graph takes no images")


def layer_of(sent: dict[str, Any]) -> dict[str, Any]:
    """A leaf of the tree of layers, of the types that it must have."""
    return {
        "type": str(sent["type"])[:100],
        "name": str(sent["name"])[:100],
        "has_weights": bool(sent["has_weights"]),
        "activation": str(sent["activation"])[:100],
        "trainable": int(sent["trainable"]),
        "rate": float(sent.get("rate", 0.0)),
        "decay": float(sent.get("decay", 0.0)),
        "variables": [int(number) for number in sent["variables"]],
    }


def _admitted(graph: Any) -> list[Any]:
    """The nodes; raises NoNetworkError for a graph with one that does more than compute."""
    every = tf.Graph()
    nodes = [*graph.node, *(node for f in graph.library.function for node in f.node_def)]
    own = {function.signature.name for function in graph.library.function}
    for node in nodes:
        if node.op == "PrintV2":  # by somebody who wants to see; it could write to a file
            node.op, node.input[:] = "NoOp", [x for x in node.input if x.startswith("^")]
            node.attr.clear()
    for name in sorted({node.op for node in nodes}):
        try:
            definition = every.op_def_for_type(name)
        except Exception as error:  # of several types: there is no such operation
            if name in own:
                continue
            raise NoNetworkError(f"it uses {name}, which is not known") from error
        texts = [arg for arg in definition.input_arg if arg.type == tf.string.as_datatype_enum]
        stateful = definition.is_stateful and name not in _STATEFUL and "Random" not in name
        if texts or stateful or name.startswith("_") or any(part in name for part in _REFUSED):
            raise NoNetworkError(f"it uses {name}, which does more than compute")
    return nodes


def predict(sent: dict[str, Any], images: Images) -> np.ndarray | list[np.ndarray] | None:
    """What a model that was sent gives for any number of images; None where it is no network.

    Images and outputs are lists where it takes, or gives, several.
    One that keeps more than a few numbers beside its weights is none: they could be the images that
    it was trained on. For a model of which not all values were sent, the outputs say nothing.
    """
    try:
        network = Network(sent)
        if network.other_bytes > MOST_OTHER_BYTES:
            return None
        outputs = [network.at(number).predict(images) for number in range(network.outputs)]
        return outputs if network.gives_several else outputs[0]
    except NoNetworkError:
        return None
