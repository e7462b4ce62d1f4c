"""A network made of what was sent of a model: described and asked where no student's code runs.

It is made of operations of TensorFlow that compute and do nothing else, and of the values of its
variables. There are three sources for what it is, each for what it shows best:

* the tree of layers that was sent: which leaves there are, and which variables are theirs. That is
  the sender's word, but what they are called and how they are grouped makes no network of none;
* the graph of operations of one call, which is the same whether an activation is an argument, a
  layer, or a line in `call()`: what happens after the last weights, and before;
* probes of behaviour, for what the graph does not show (control flow).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import tensorflow as tf

from grader.worker.keras.operations import Graph, read
from grader.worker.keras.weights import unpacked

MOST_OTHER_BYTES = 128 << 10
"""Bytes of numbers that are no layer's weights: ten mean images, but not a class of signs."""

SCALES = (1.0, 1000.0)
TOLERANCE = 1e-3

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


class NoNetworkError(ValueError):
    """What was sent is no network."""


@contextmanager
def _no_network() -> Iterator[None]:
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
            self.image = tf.compat.v1.placeholder(tf.float32, _shape_of(given, sent["image"]))
            self._variables: dict[int, tuple[tf.Tensor, tf.Tensor, tf.Operation]] = {}
            inputs = {sent["image"]: self.image}
            for name, number in sent["variables"]:
                inputs[name] = self._variable(number, values[number].shape, dtypes[number])
            for name, value in sent["constants"]:
                inputs[name] = tf.constant(np.asarray(value))
            (self.output,) = tf.graph_util.import_graph_def(
                given, input_map=inputs, return_elements=[sent["output"]], name="sent"
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

    def __call__(self, images: np.ndarray) -> np.ndarray:
        return np.asarray(self._session.run(self.output, {self.image: images}), np.float64)

    def read(self) -> Graph:
        """What the graph shows."""
        handles = {handle.op: number for number, (handle, _, _) in self._variables.items()}
        return read(self.graph.get_operations(), self.image.op, self.output.op, handles)


class Network:
    """What was sent of a model, as something that can be called on images."""

    @_no_network()
    def __init__(self, sent: dict[str, Any]):
        random = np.random.default_rng(0)
        self.layers = [_layer(each) for each in sent["layers"]]
        self.values = [unpacked(each, random) for each in sent["variables"]]
        numbers = {number for layer in self.layers for number in layer["variables"]}
        if not numbers <= set(range(len(self.values))):
            raise NoNetworkError("a layer has weights that were not sent")
        self._dtypes = [str(each["dtype"]) for each in sent["variables"]]
        self._graphs = sent["graphs"]
        self._used = _Call(self._graphs["used"], self.values, self._dtypes)
        self.batch = tuple(self._used.image.shape.as_list())

    def __call__(self, images: np.ndarray) -> np.ndarray:
        """The output for a batch of the size with which the graph was made."""
        return self._used(images)

    @_no_network()
    def predict(self, images: np.ndarray) -> np.ndarray:
        """The outputs for any number of images, batch by batch; the last one is filled up."""
        size, outputs = self.batch[0], []
        for start in range(0, len(images), size):
            batch = images[start : start + size]
            filled = np.resize(batch, (size, *images.shape[1:]))
            outputs.append(self(filled)[: len(batch)])
        return np.concatenate(outputs)

    def graph(self, *, training: bool) -> Graph:
        """What the graph of a call shows; nothing where none was sent."""
        if not training:
            return self._used.read()
        sent = self._graphs["trained"]
        return Graph() if sent is None else _Call(sent, self.values, self._dtypes).read()

    @property
    def other_bytes(self) -> int:
        """Bytes of numbers in it that are weights of no layer, and could be images."""
        known = {number for layer in self.layers for number in layer["variables"]}
        others = (v.nbytes for number, v in enumerate(self.values) if number not in known)
        return self._used.constant_bytes + sum(others)

    def assign(self, number: int, value: np.ndarray) -> None:
        """Give a variable another value."""
        self._used.assign(number, value)


def _shape_of(graph: Any, image: str) -> list[int]:
    """The shape of the images that a graph takes."""
    for node in graph.node:
        if node.name == image.split(":")[0] and node.op == "Placeholder":
            return [dim.size for dim in node.attr["shape"].shape.dim]
    raise NoNetworkError("its graph takes no images")


def _layer(sent: dict[str, Any]) -> dict[str, Any]:
    """A leaf of the tree of layers, of the types that it must have."""
    return {
        "type": str(sent["type"])[:100],
        "name": str(sent["name"])[:100],
        "has_weights": bool(sent["has_weights"]),
        "activation": str(sent["activation"])[:100],
        "trainable": int(sent["trainable"]),
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


def describe(sent: dict[str, Any], images: np.ndarray) -> dict[str, Any]:
    """What a model that was sent is and does, as plain data, when it is asked about images.

    is_model, type, output_type, failure: as they were sent.
    layers: the leaves, as they were sent; but where there is no failure, `has_weights` says whether
        the output depends on the weights, too. `unknown` counts the weights that are no layer's.
    output_shape, finite, rows_sum_to_one, any_negative, same_for_all_images: of its output on the
        images, which should be several and different.
    output_layers: names of the leaves whose weights the output comes from directly, if known.
    output_activations: what is applied after those weights ("softmax", ...); empty for logits.
    random_after_output: whether Dropout or noise comes after them in training.
    nonlinear: whether anything between its weighted layers is not linear.
    traced: whether the graph could be read; if not, the two above come from its behaviour.
    """
    told = ("is_model", "type", "output_type", "failure")
    described = {name: sent[name] for name in told if name in sent}
    try:
        with _no_network():
            if "layers" in sent:
                described["layers"] = [_layer(each) for each in sent["layers"]]
                described.setdefault("failure", "no graph was sent")
            if "graphs" not in sent:
                return described
            del described["failure"]
            network = Network(sent)
            described |= _describe_output(network.predict(images))
            used = network.graph(training=False)
            described |= _describe_layers(network, used)
            return described | _describe_activations(network, used, described["layers"], images)
    except NoNetworkError as error:
        return described | {"failure": str(error)}


def predict(sent: dict[str, Any], images: np.ndarray) -> np.ndarray | None:
    """The outputs for any number of images of a model that was sent; None where it is no network.

    One that keeps more than a few numbers beside its weights is none: they could be the images that
    it was trained on. For a model of which not all values were sent, the outputs say nothing.
    """
    try:
        network = Network(sent)
        return network.predict(images) if network.other_bytes <= MOST_OTHER_BYTES else None
    except NoNetworkError:
        return None


def _describe_layers(network: Network, used: Graph) -> dict[str, Any]:
    layers = [
        layer
        | {"has_weights": layer["has_weights"] and not used.reached.isdisjoint(layer["variables"])}
        for layer in network.layers
    ]
    known = {number for layer in layers for number in layer["variables"]}
    return {"layers": layers, "unknown": len(used.factors - known)}


def _describe_activations(
    network: Network, used: Graph, layers: list[dict[str, Any]], images: np.ndarray
) -> dict[str, Any]:
    """What is not linear in it, by its graph, or by its behaviour where that can't be read."""
    weighted = [layer for layer in layers if layer["has_weights"]]
    described: dict[str, Any] = {"traced": used.readable}
    described["output_layers"] = [
        layer["name"] for layer in weighted if not used.last.isdisjoint(layer["variables"])
    ]
    if used.readable or not weighted or _is_affine_in_weights(network, weighted, images):
        described["output_activations"] = sorted(used.after)
    else:
        described["output_activations"] = ["unknown"]
    trained = network.graph(training=True)
    described["random_after_output"] = trained.readable and trained.random
    # An activated output is not linear, whatever comes before it: only the graph shows that.
    tells = not described["output_activations"] or not used.readable
    described["nonlinear"] = bool(used.between) or (tells and not _is_affine(network))
    return described


# --- probes of behaviour -------------------------------------------------------------------


def _describe_output(values: np.ndarray) -> dict[str, Any]:
    return {
        "output_shape": list(values.shape),
        "finite": bool(np.isfinite(values).all()),
        "rows_sum_to_one": bool(np.allclose(values.sum(axis=-1), 1, atol=1e-4)),
        "any_negative": bool((values < 0).any()),
        "same_for_all_images": bool(np.allclose(values, values[:1], atol=1e-6)),
    }


def _is_affine(network: Network) -> bool:
    """Whether the output half-way between two images is half-way between their outputs."""
    random = np.random.default_rng(0)
    a, b = random.uniform(size=(2, *network.batch)).astype(np.float32)
    f = [network(x) for x in (a, (a + b) / 2, b)]
    return _is_straight(f[0], f[1], f[2])


def _is_straight(first: np.ndarray, middle: np.ndarray, last: np.ndarray) -> bool:
    spread = np.abs(first - last).max()
    return bool(np.abs(first + last - 2 * middle).max() <= TOLERANCE * spread)


def _is_affine_in_weights(
    network: Network, weighted: list[dict[str, Any]], images: np.ndarray
) -> bool:
    """Whether the output is an affine function of the weights of one of the layers.

    Logits are affine in the weights of the last layer. After an activation the output is not affine
    in those of any layer: f(-W) is not -f(W) for ReLU and the like, and f(1000 W) is not 1000 f(W)
    for a function that saturates.
    """
    return any(_follows(network, layer["variables"], images) for layer in reversed(weighted))


def _follows(network: Network, numbers: list[int], images: np.ndarray) -> bool:
    random = np.random.default_rng(0)
    drawn = {number: random.normal(size=network.values[number].shape) * 0.05 for number in numbers}

    def output(scale: float) -> np.ndarray:
        for number, value in drawn.items():
            network.assign(number, scale * value)
        return network.predict(images)

    try:
        if np.array_equal(output(1), output(-1)):
            return False
        # Not around 0: an odd function like tanh would look straight there.
        return all(_is_straight(output(-s), output(s), output(3 * s)) for s in SCALES)
    finally:
        for number in numbers:
            network.assign(number, network.values[number])
