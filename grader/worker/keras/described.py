"""What a network that was sent is and does, as plain data.

There are three sources, each for what it shows best:

* the tree of layers that was sent: which leaves there are, and which variables are theirs. That is
  the sender's word, but what they are called and how they are grouped makes no network of none;
* the graph of operations of one call, which is the same whether an activation is an argument, a
  layer, or a line in `call()`: what happens after the last weights, and before;
* probes of behaviour, for what the graph does not show (control flow).
"""

from typing import Any

import numpy as np

from grader.worker.keras.network import Images, Network, NoNetworkError, layer_of, no_network
from grader.worker.keras.operations import Graph, Product

SCALES = (1.0, 1000.0)
TOLERANCE = 1e-3
COARSE = 0.05
"""The same for numbers of 16 bits."""

_GATES = {"LSTM": 4, "GRU": 3}
"""How many times as many columns as units the weights of a recurrent layer have."""


def describe(sent: dict[str, Any], images: Images) -> dict[str, Any]:
    """What a model that was sent is and does, as plain data, when it is asked about images.

    Images are a batch, or a list of batches where the model was sent with such a list.

    is_model, type, output_type, failure: as they were sent. A model that gives several outputs has
        the output_type "list", "tuple" or "dict".
    layers: the leaves, with type, name, activation, trainable, rate and decay as they were sent.
        Where there is no failure, more is read off the weights and the graph:
        has_weights: whether an output depends on them. shape: of its weights.
        size: how many numbers its weights are in all.
        units: how many units or filters there are; 0 where that is not clear.
        padding: "same" or "valid" for a convolution, as the graph has it; else empty.
    unknown: how many weights are no layer's.
    outputs: for each output, what follows here. Of a model that gives one output without a list,
        it stands beside `layers` as well.
    inputs: the places of the inputs that it depends on. used: the names of the leaves whose
        weights it depends on.
    products: the products with weights that it depends on, in the order in which they are
        computed, each with
        layer: the name of the leaf whose weights they are; empty for weights of none.
        shape: of the weights, (5, 5, 1, 6) or (400, 120). gives: of the result for one image.
        padding: "same" or "valid" for a convolution; else empty.
        followed_by: the operations before the next products that are not linear ("relu", ...).
        poolings: for each pooling there its kind, "max" or "average", and its window, (2, 2);
        empty for windows that are axes of a tensor.
    output_shape, finite, rows_sum_to_one, any_negative, same_for_all_images: of its values on the
        images, which should be several and different.
    output_layers: names of the leaves whose weights the output comes from directly, if known.
    output_activations: what is applied after those weights ("softmax", ...); empty for logits.
    training_activations: what is applied there in training only.
    random_after_output: whether Dropout or noise comes after them in training.
    mixes_images: whether what it gives for an image depends on the others of the batch.
    nonlinear: whether anything between its weighted layers is not linear; what stands before the
        first of them, or after the last, makes no difference.
    traced: whether the graph could be read; if not, the two above come from its behaviour.
    """
    told = ("is_model", "type", "output_type", "failure")
    described = {name: sent[name] for name in told if name in sent}
    try:
        with no_network():
            if "layers" in sent:
                described["layers"] = [layer_of(each) for each in sent["layers"]]
                described.setdefault("failure", "no graph was sent")
            if "graphs" not in sent:
                return described
            del described["failure"]
            network = Network(sent)
            each = [network.at(number) for number in range(network.outputs)]
            graphs = [output.graph(training=False) for output in each]
            described |= _describe_layers(network, graphs)
            described["outputs"] = [
                _describe(output, used, images) for output, used in zip(each, graphs, strict=True)
            ]
            return described if network.gives_several else described | described["outputs"][0]
    except NoNetworkError as error:
        return described | {"failure": str(error)}


def _describe(network: Network, used: Graph, images: Images) -> dict[str, Any]:
    """One output of a network."""
    described = _describe_output(network.predict(images))
    described["mixes_images"] = _mixes(network, images)
    layers = _describe_layers(network, [used])["layers"]
    described["inputs"] = used.inputs
    described["used"] = [layer["name"] for layer in layers if layer["has_weights"]]
    described["products"] = [_describe_product(each, layers) for each in used.products]
    return described | _describe_activations(network, used, layers, images)


def _describe_layers(network: Network, graphs: list[Graph]) -> dict[str, Any]:
    """The leaves, and how many weights are of none, by the graphs of some outputs."""
    reached, factors = (
        set[int]().union(*(getattr(graph, name) for graph in graphs))
        for name in ("reached", "factors")
    )
    paddings = {number: padding for graph in graphs for number, padding in graph.paddings.items()}
    layers = []
    for layer in network.layers:
        shapes = [network.values[number].shape for number in layer["variables"]]
        found = (paddings[number] for number in layer["variables"] if paddings.get(number))
        layers.append(
            layer
            | {
                "has_weights": layer["has_weights"] and not reached.isdisjoint(layer["variables"]),
                "shape": max(shapes, key=len, default=()),
                "size": sum(network.values[number].size for number in layer["variables"]),
                "units": _units(layer["type"], shapes),
                "padding": next(found, ""),
            }
        )
    known = {number for layer in layers for number in layer["variables"]}
    return {"layers": layers, "unknown": len(factors - known)}


def _describe_product(product: Product, layers: list[dict[str, Any]]) -> dict[str, Any]:
    """One product with weights, and what comes behind it."""
    owners = (x["name"] for x in layers if not product.variables.isdisjoint(x["variables"]))
    return {
        "layer": next(owners, ""),
        "shape": product.shape,
        "gives": product.gives,
        "padding": product.padding,
        "followed_by": sorted(product.followed_by),
        "poolings": [{"kind": kind, "window": window} for kind, window in product.poolings],
    }


def _units(kind: str, shapes: list[tuple[int, ...]]) -> int:
    """How many units or filters a layer has, by the shapes of its weights."""
    kernels = [shape for shape in shapes if len(shape) > 1]
    if not kernels or kind.startswith("Depthwise"):
        return 0
    return kernels[-1][-2 if kind.endswith("Transpose") else -1] // _GATES.get(kind, 1)


def _describe_activations(
    network: Network, used: Graph, layers: list[dict[str, Any]], images: Images
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
    described["training_activations"] = sorted(trained.after - used.after)
    described["random_after_output"] = trained.readable and trained.random
    described["nonlinear"] = bool(used.between) or _bends(
        network, used, weighted, images, activated=bool(described["output_activations"])
    )
    return described


def _bends(
    network: Network,
    used: Graph,
    weighted: list[dict[str, Any]],
    images: Images,
    *,
    activated: bool,
) -> bool:
    """Whether its behaviour shows something between its layers that is not linear.

    Where the graph does not show the layers: what is linear behind a layer is affine in the weights
    of that layer, whatever is before it. With an activated output that can't be told; it is held to
    be right, as the output is what is wrong there.
    """
    straight = _is_straight_between(network, used, images)
    if straight is not None:
        return not straight
    if activated and not used.readable:
        return True
    others = [x for x in weighted if used.last.isdisjoint(x["variables"])]
    return not activated and any(not _follows(network, x["variables"], images) for x in others)


# --- probes of behaviour -------------------------------------------------------------------


def _describe_output(values: np.ndarray) -> dict[str, Any]:
    return {
        "output_shape": list(values.shape),
        "finite": bool(np.isfinite(values).all()),
        "rows_sum_to_one": bool(np.allclose(values.sum(axis=-1), 1, atol=1e-4)),
        "any_negative": bool((values < 0).any()),
        "same_for_all_images": bool(np.allclose(values, values[:1], atol=1e-6)),
    }


def _is_straight_between(network: Network, graph: Graph, images: Images) -> bool | None:
    """Whether all that is between the first weights and the last is affine.

    None where nothing is seen to be between. What is random counts as affine: it is Dropout.
    """
    if not graph.entries or not graph.exits:
        return None
    random = np.random.default_rng(0)
    shapes = [value.shape for value in network.entries(graph, images)]
    depends = False
    for scale in SCALES:
        a, b = ([scale * random.normal(size=shape) for shape in shapes] for _ in "ab")
        middle = [(x + y) / 2 for x, y in zip(a, b, strict=True)]
        first, half, last = (network.exits(graph, images, each) for each in (a, middle, b))
        if not _same(first, network.exits(graph, images, a)):
            return True
        depends |= not _same(first, last)
        if not all(map(_is_straight, first, half, last)):
            return False
    return True if depends else None


def _same(some: list[np.ndarray], others: list[np.ndarray]) -> bool:
    return all(np.array_equal(x, y, equal_nan=True) for x, y in zip(some, others, strict=True))


def _mixes(network: Network, images: Images) -> bool:
    """Whether the outputs for the first images are others when the last ones are darker.

    The first ones are dark, too, so that mean, smallest and largest pixel of the batch change. A
    network that gives other outputs for the same batch is random: there that can't be told.
    """
    batches = network.batches(images)
    half = len(batches[0]) // 2
    dark = [np.float32(0.2) + batch * np.float32(0.3) for batch in batches]
    bright = [np.concatenate([d[:half], b[half:]]) for d, b in zip(dark, batches, strict=True)]
    outputs, again, other = (network.answers(x)[:half] for x in (bright, bright, dark))
    close = TOLERANCE * (np.abs(outputs).max(initial=0.0) + 1e-6)
    return bool(np.allclose(outputs, again, 0, close) and not np.allclose(outputs, other, 0, close))


def _is_straight(first: np.ndarray, middle: np.ndarray, last: np.ndarray) -> bool:
    tolerance = TOLERANCE if first.dtype in (np.float32, np.float64) else COARSE
    a, b, c = (np.asarray(x, np.float64) for x in (first, middle, last))
    spread = np.abs(a - c).max(initial=0.0)
    return bool(np.abs(a + c - 2 * b).max(initial=0.0) <= tolerance * spread)


def _is_affine_in_weights(network: Network, weighted: list[dict[str, Any]], images: Images) -> bool:
    """Whether the output is an affine function of the weights of one of the layers.

    Logits are affine in the weights of the last layer. After an activation the output is not affine
    in those of any layer: f(-W) is not -f(W) for ReLU and the like, and f(1000 W) is not 1000 f(W)
    for a function that saturates.
    """
    return any(_follows(network, layer["variables"], images) for layer in reversed(weighted))


def _follows(network: Network, numbers: list[int], images: Images) -> bool:
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
