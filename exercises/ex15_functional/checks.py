"""What exercise 15 asks: two networks, judged by what they compute; a callback; a file."""

import functools
import tempfile
from collections import Counter
from contextlib import chdir, contextmanager
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from grader.authoring import Exercise, Limits, Message, describe, predict, send

INPUTS = 10, 8
BRANCHES = ((10, 128), (128, 128), (128, 32)), ((8, 32), (32, 32), (32, 32))
MERGED = (64, 28)
HEADS = ((28, 64), (64, 1)), ((28, 16), (16, 1))
TABLE = [*BRANCHES[0], *BRANCHES[1], MERGED, *HEADS[0], *HEADS[1]]
CHAIN = [(20, 64), (64, 64), (64, 1)]
WEIGHTS = 28_670

CLOSE = 1e-4
"""So near, by the largest output, comes what is computed here to what the network gives."""
MOVES = 1e-3
"""By so much at least, the same, an output changes with another input."""
SHARE = 0.12
"""The share of numbers left out of 512 is this close to the rate: five standard deviations."""

CALLED = """
network = create_network()
network.summary()
for n in (1, 7):
    outputs = network([tf.random.normal((n, 10)), tf.random.normal((n, 8))])
    print(type(outputs), [tuple(output.shape) for output in outputs])
"""

IN_TRAINING = """
network = create_regularised(0.25, 0.01)
network.summary()
X = tf.random.normal((4, 20))
print([layer.rate for layer in network.layers if isinstance(layer, keras.layers.Dropout)])
print(network(X, training=True), network(X, training=True))  # these differ
print(network(X), network(X))  # these do not
"""

exercise = Exercise(
    "ex15",
    title="Two inputs, two outputs, and no overfitting",
    module="functional",
    given=("experiment", "utils"),
    after=("ex3",),
    limits=Limits(call_seconds=60, submission_seconds=300, predicate_seconds=60),
)


# --- what must hold: asked where no line of a student's runs --------------------------------


def no_model(name, type_name):
    """What came back in the place of a model."""
    if type_name == "NoneType":
        return [Message("{name} returned None, not a keras.Model", name=name)]
    message = Message("{name} returned no keras.Model", name=name)
    return [message, Message("it returned an object of type {type}", type=type_name)]


def no_graph(described):
    """Why a description is of no network that can be asked."""
    if "failure" not in described:
        return []
    message = Message("it can't be turned into a graph of operations, which training needs, too")
    return [message, Message("{reason}", reason=described["failure"])]


def dense_layers(sent, described):
    """The kernel and the bias (or None) of each layer that an output depends on."""
    found = []
    for layer in described["layers"]:
        if not layer["has_weights"]:
            continue
        values = [np.asarray(sent["variables"][n]["values"]) for n in layer["variables"]]
        biases = [value for value in values if value.ndim == 1]
        for kernel in (value for value in values if value.ndim > 1):
            own = next((i for i, b in enumerate(biases) if b.size == kernel.shape[-1]), None)
            bias = None if own is None else biases.pop(own).astype(float)
            found.append([kernel.astype(float), bias, layer])
    return found


def other_layers(layers, table):
    """What the layers have that the table has not, and the other way round."""
    here = [tuple(kernel.shape) for kernel, _, _ in layers]
    asked, details = list(table), []
    for shape in here:
        if shape in asked:
            asked.remove(shape)
        elif len(shape) == 2:
            details.append(
                Message("it has a layer from {a} to {b} numbers", a=shape[0], b=shape[1])
            )
        else:
            details.append(Message("it has a kernel of shape {shape}", shape=shape))
    details += [Message("none goes from {a} to {b} numbers", a=a, b=b) for a, b in asked]
    bare = sum(bias is None for _, bias, _ in layers)
    if bare and not details:
        details.append(Message("{count} of its layers have no bias", count=bare))
    return details


def two_outputs(found):
    """A list of two outputs, (N, 1) each, from a list of two inputs, and 28,670 weights."""
    sent = found["network"]
    if not sent["is_model"]:
        return no_model("create_network", sent["type"])
    for n, (kind, shapes) in zip((1, 7), found["outputs"], strict=True):
        if kind not in ("list", "tuple"):
            return other_kind(kind)
        if len(shapes) != 2:
            return Message(
                "the network gives {count} outputs, and two are asked", count=len(shapes)
            )
        for place, shape in zip(("first", "second"), shapes, strict=True):
            if shape != [n, 1]:
                return other_shape(shape, n, place)
    described = describe(sent, samples(16))
    if failed := no_graph(described):
        return failed
    if not all(output["finite"] for output in described["outputs"]):
        return Message("the outputs are not finite numbers")
    layers = dense_layers(sent, described)
    count = sum(k.size + (0 if b is None else b.size) for k, b, _ in layers)
    if count != WEIGHTS or described["unknown"]:
        message = Message("the network has not the {asked} weights of the table", asked=WEIGHTS)
        there = Message("the outputs depend on {count} weights", count=count)
        different = other_layers(layers, TABLE)
        return joined_wrongly(layers) or [message, there, *different]
    return []


def joined_wrongly(layers):
    """How the parts are joined, where the shapes of the kernels have only one cause."""
    here, asked = Counter(tuple(kernel.shape) for kernel, _, _ in layers), Counter(TABLE)
    return next(
        (
            message
            for more, less, message in CAUSES
            if here - asked == Counter(more) and asked - here == Counter(less)
        ),
        None,
    )


CAUSES = (
    (
        [(32, 28)],
        [MERGED],
        Message("both branches go on, but the layer of 28 units gets 32 numbers"),
    ),
    (
        [(32, 28)],
        [MERGED, *BRANCHES[1]],
        Message("the layer of 28 units gets 32 numbers, and the second branch leads to no output"),
    ),
    (
        [(18, 128), (18, 32)],
        [BRANCHES[0][0], BRANCHES[1][0]],
        Message("both branches begin with 18 numbers"),
    ),
    ([(64, 16)], [HEADS[1][0]], Message("the layer of 16 units gets 64 numbers, and not the 28")),
    ([], [*BRANCHES[1]], Message("the layers of the second branch lead to no output")),
    ([], [*BRANCHES[0]], Message("the layers of the first branch lead to no output")),
    ([], [*HEADS[1]], Message("the layers of the second head lead to no output")),
    ([], [*HEADS[0]], Message("the layers of the first head lead to no output")),
)
"""Layers that are there and not in the table; that are in the table and not there; the cause."""


def other_shape(shape, n, place):
    """What the shape of an output shows of its cause."""
    if shape == [n]:
        return Message("an output has the shape (N,), and (N, 1) is asked")
    if shape == [2 * n, 1]:
        return Message("an output has twice as many rows as there are samples")
    message = Message("an output has another shape than (N, 1)")
    return [message, SHAPES[place], Message("it is {s} for {n}", s=tuple(shape), n=n)]


SHAPES = {
    "first": Message("it is the first output"),
    "second": Message("it is the second output"),
}


def other_kind(kind):
    """What a network gives that is no list of two tensors."""
    if kind == "NoneType":
        return Message("the network gives None: is a `return` missing in its `call`?")
    if kind == "dict":
        return Message("the outputs are in a dict, and a list of two is asked")
    if "Tensor" in kind:
        return Message("the network gives one tensor, and a list of two is asked")
    return Message("the network gives an object of type {type}, not a list of two", type=kind)


ACTIVATIONS = {
    "relu": lambda z: np.maximum(z, 0),
    "linear": lambda z: z,
    "tanh": np.tanh,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "elu": lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.2 * z),
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
    "silu": lambda z: z / (1 + np.exp(-z)),
    "softplus": lambda z: np.logaddexp(0, z),
    "abs": np.abs,
}
"""By the names that Keras gives them. The last one is here for an output that can't be negative."""


def computed(layers, x, plan):
    """What Dense layers give one after another, with the activations of a plan."""
    for (kernel, bias, _), name in zip(layers, plan, strict=True):
        x = ACTIVATIONS[name](x @ kernel + (0 if bias is None else bias))
    return x


def forks(layers, inputs, plan):
    """Both outputs by the table, in each way that its words allow: which comes first?"""
    of = {shape: [x for x in layers if x[0].shape == shape] for shape in TABLE}
    one = [of[shape][0] for shape in BRANCHES[0]]
    for first, second in ((0, 1), (1, 0)):
        two = [of[8, 32][0], of[32, 32][first], of[32, 32][second]]
        parts = [computed(one, inputs[0], plan[:3]), computed(two, inputs[1], plan[3:6])]
        for joined in (parts, parts[::-1]):
            merged = computed(of[MERGED], np.concatenate(joined, axis=1), plan[6:7])
            yield [
                computed([of[shape][0] for shape in head], merged, plan[7 + 2 * i : 9 + 2 * i])
                for i, head in enumerate(HEADS)
            ]


def agree(some, others):
    """Whether arrays are the same, but for rounding."""
    return all(
        np.abs(x - y).max() <= CLOSE * max(np.abs(y).max(), 1e-30)
        for x, y in zip(some, others, strict=True)
    )


def plans(shapes, last, told):
    """Activations that could stand in the place of those asked, each with what to say of it.

    `last` are the places of the output layers, `told` what the layers themselves say.
    """
    asked = ["linear" if i in last else "relu" for i in range(len(shapes))]
    hidden = [i for i in range(len(shapes)) if i not in last]

    def other(places, name):
        return [name if i in places else asked[i] for i in range(len(asked))]

    yield asked, []
    if all(name in ACTIVATIONS for name in told):
        yield told, said_of(shapes, last, told, asked)
    for name in ACTIVATIONS:
        plan = other(hidden, name)
        yield plan, said_of(shapes, last, plan, asked)
        for places in ([i] for i in range(len(asked))):
            plan = other(places, name)
            yield plan, said_of(shapes, last, plan, asked)
        plan = other(last, name)
        yield plan, said_of(shapes, last, plan, asked)


def said_of(shapes, last, plan, asked):
    """In words, where a plan has other activations than asked."""
    wrong = [i for i in range(len(plan)) if plan[i] != asked[i]]
    if not wrong:
        return []
    ends = [i for i in wrong if i in last]
    hidden = [i for i in range(len(plan)) if i not in last]
    if len({plan[i] for i in wrong}) == 1:  # one sentence has one cause
        name = plan[wrong[0]]
        if wrong == hidden:
            return ALL_LINEAR if name == "linear" else Message(ALL_HIDDEN, name=name)
        if wrong == sorted(last):
            return Message("behind the last layers, where nothing is asked: {name}", name=name)
        if len(wrong) == 1 and not ends:
            a, b = shapes[wrong[0]]
            return Message(ONE_HIDDEN, a=a, b=b, name=name)
    where = [
        Message(
            "behind the layer from {a} to {b} numbers: {name}",
            a=shapes[i][0],
            b=shapes[i][1],
            name=plan[i],
        )
        for i in wrong
    ]
    if ends:
        return [Message("the last layer of an output is activated"), *where]
    if all(plan[i] == "linear" for i in wrong):
        message = Message("hidden layers have no activation, and ReLU is asked")
    else:
        message = Message("hidden layers have another activation than ReLU")
    return [message, *where]


ALL_LINEAR = Message("none of the hidden layers has an activation, and ReLU is asked")
ALL_HIDDEN = "behind all hidden layers, where ReLU is asked: {name}"
ONE_HIDDEN = "behind the layer from {a} to {b} numbers, where ReLU is asked: {name}"


def follows_table(described, shapes, last, layers, outputs, compute):
    """The outputs are those of the table's layers with ReLU in between; else how they differ."""
    told = [next(x[2]["activation"] for x in layers if x[0].shape == s) for s in shapes]
    for plan, said in plans(shapes, last, told):
        if any(agree(outputs, found) for found in compute(plan)):
            return said
    message = Message("the network computes something else than the layers of the table")
    rest = [x["type"] for x in described["layers"] if "Normalization" in x["type"]]
    if rest:
        return [message, Message("it has a {type}", type=rest[0])]
    return [message, Message("its layers, with ReLU between them, give other numbers")]


def asked(sent, inputs):
    """What it gives for a batch; the same again; beside other samples; with each input changed.

    One question to one network: to make it anew each time takes longer than all else.
    """
    half = len(inputs[0]) // 2
    beside = [np.concatenate([x[:half], 3 - x[half:]]) for x in inputs]
    changed = [[x[::-1] if i == j else x for j, x in enumerate(inputs)] for i in range(len(inputs))]
    batches = [inputs, inputs, beside, *changed]
    outputs = predict(sent, [np.concatenate(each) for each in zip(*batches, strict=True)])
    if outputs is None:
        return None
    parts = [np.split(output, len(batches)) for output in outputs]
    return [list(each) for each in zip(*parts, strict=True)]


def mixed(outputs, beside):
    """Whether the first half of a batch got other outputs beside another second half."""
    half = len(outputs[0]) // 2
    return any(
        np.abs(x[:half] - y[:half]).max() > 0.01 * CLOSE * np.abs(y).max()
        for x, y in zip(beside, outputs, strict=True)
    )


BATCH = Message("the outputs of a sample depend on the others of its batch")
RANDOM = Message("two calls that are not training give different outputs")


def both_branches(sent):
    """Two branches, joined, and two heads of their own: all as the table says."""
    inputs = samples(16)
    described = describe(sent, inputs)
    if failed := no_graph(described):
        return failed
    layers = dense_layers(sent, described)
    if different := other_layers(layers, TABLE):
        return [Message("the layers are others than those of the table"), *different]
    answers = asked(sent, inputs)
    if answers is None:
        return Message("it keeps numbers beside its weights, and depends on them")
    outputs, again, beside, *changed = answers
    if not all(np.isfinite(output).all() for output in outputs):
        return Message("the outputs are not finite numbers")
    if not all(map(np.array_equal, outputs, again)):
        return RANDOM
    if wrong := wrong_heads(described, layers):
        return wrong
    if mixed(outputs, beside):
        return BATCH
    if frozen := [x for x in described["layers"] if x["has_weights"] and not x["trainable"]]:
        return Message(
            "{count} of its layers are frozen, so they are not trained", count=len(frozen)
        )
    last = [8, 10]
    if said := follows_table(
        described, TABLE, last, layers, outputs, lambda plan: forks(layers, inputs, plan)
    ):
        return said
    return unmoved(outputs, changed)


def wrong_heads(described, layers):
    """Whether an output comes from the other head, or from both."""
    shapes = {layer["name"]: tuple(kernel.shape) for kernel, _, layer in layers}
    if len(shapes) < len(TABLE):  # two layers of one name can't be told apart by it
        return []
    used = [{shapes[name] for name in x["used"]} for x in described["outputs"]]
    for place, own, other in ((0, *HEADS), (1, *HEADS[::-1])):
        if set(other) <= used[place] and not set(own) & used[place]:
            return [Message("an output comes from the head of the other one"), PLACES[place]]
        if set(other) & used[place]:
            return [Message("an output depends on both heads"), PLACES[place]]
    for place, output in enumerate(described["outputs"]):
        if output["inputs"] != [0, 1]:
            return [Message("an output does not depend on both inputs"), PLACES[place]]
    return []


PLACES = Message("it is the first output"), Message("it is the second output")


def unmoved(outputs, changed):
    """Whether there is an input with which an output does not change."""
    for others in changed:
        for place, (old, new) in enumerate(zip(outputs, others, strict=True)):
            if np.abs(old - new).max() <= MOVES * np.abs(old).max():
                message = Message("an output stays the same when an input changes")
                cause = Message("the weights do not start at random, it seems")
                return [message, PLACES[place], cause]
    return []


def held_back(found, rate, other_rate):
    """Three Dense layers, and two Dropouts that act in training, each behind a hidden layer."""
    sent = found["network"]
    if not sent["is_model"]:
        return no_model("create_regularised", sent["type"])
    X = rows(16)
    described = describe(sent, X)
    if "output_type" in described:
        return Message("the output is a {type}, not one tensor", type=described["output_type"])
    if failed := no_graph(described):
        return failed
    layers = dense_layers(sent, described)
    if different := other_layers(layers, CHAIN):
        return [Message("the layers are others than those of the table"), *different]
    outputs = predict(sent, X)
    if outputs is None or outputs.shape != (16, 1):
        return Message("the output has another shape than (N, 1)")
    if not np.isfinite(outputs).all():
        return Message("the outputs are not finite numbers")
    if not np.array_equal(*found["bare"]):
        return [RANDOM, Message("a Dropout is on whatever `training` says")]
    in_order = sorted(layers, key=lambda x: CHAIN.index(x[0].shape))

    def compute(plan):
        return [[computed(in_order, X, plan)]]

    if said := follows_table(described, CHAIN, [2], in_order, [outputs], compute):
        return said
    if np.abs(outputs - outputs[::-1]).max() <= MOVES * np.abs(outputs).max():
        return Message("it gives the same for all inputs")
    if wrong := dropped(found, described, rate):
        return wrong
    values = np.asarray(found["other"]).ravel()
    share = np.mean(np.abs(values) > 1e-6) if len(values) else 1.0
    if abs(share - (1 - other_rate)) > SHARE:
        return Message("what is left out is the same share whatever the argument is")
    return []


def dropped(found, described, rate):
    """What is left out in training, by networks whose weights let only one thing be seen."""
    rates = [layer["rate"] for layer in described["layers"] if layer["rate"] > 0]
    wrong = [one for one in rates if abs(one - rate) > 1e-6]
    last, second, first = (np.asarray(found[name]).ravel() for name in PROBES)
    if np.abs(last - 1).max() > 1e-3:
        return Message("something random comes after the last layer")
    if not rates and np.abs(second - 1).max() <= 1e-3 and np.abs(first - 1).max() <= 1e-3:
        return Message("nothing is left out in training")
    if wrong and abs(wrong[0] - (1 - rate)) < 1e-6:
        return Message("a Dropout has the rate {found}, which is 1 − rate", found=wrong[0])
    if wrong:
        return Message("a Dropout has the rate {found}, and not {rate}", found=wrong[0], rate=rate)
    for values, times in ((second, 1), (first, 2)):
        kept = values[np.abs(values) > 1e-6]
        # As if there were no Dropout here; noise, which leaves nothing out, has other numbers.
        without = 1 / (1 - rate) ** (times - 1)
        if len(kept) and np.abs(kept - without).max() <= 1e-3 * without:
            return BEHIND[2 - times]
        share, whole = len(kept) / len(values), 1 / (1 - rate) ** times
        exact = np.abs(kept - whole).max(initial=0.0) <= 1e-3 * whole
        if not exact or abs(share - (1 - rate) ** times) > SHARE:
            return UNEVEN if times == 1 else IN_FRONT
    return []


BEHIND = (
    Message("nothing is left out behind the first hidden layer"),
    Message("nothing is left out behind the second hidden layer"),
)
UNEVEN = Message("behind the second hidden layer, training does something else than Dropout")
IN_FRONT = Message("before or behind the first hidden layer, training does something else")
PROBES = ("last", "second", "first")


def loads_again(found, name, units, seed, X):
    """Keras has loaded the file, and the outputs are those of the network that was saved."""
    if "outputs" not in found and "raised" not in found:
        if not found["there"]:
            return Message("after save its folder is empty: there is no file at the path")
        there = found["there"][0]
        return Message(
            "after save {there} is in its folder, and not {name}", there=there, name=name
        )
    if "raised" in found:
        message = Message("Keras can't load a network from the file")
        return [message, Message("it raises a {type}", type=found["raised"])]
    kernel, bias, last, end = drawn_weights(units, seed)
    expected = np.tanh(X @ kernel + bias) @ last + end
    outputs = np.asarray(found["outputs"])
    if outputs.shape != expected.shape or not np.allclose(outputs, expected, 1e-4, 1e-5):
        return Message("the network in the file gives other outputs than the one that was saved")
    return []


# --- what a check does ----------------------------------------------------------------------


def samples(n):
    """A batch of n samples for each of the two inputs."""
    rng = np.random.default_rng(n)
    return [rng.normal(size=(n, size)).astype("float32") for size in INPUTS]


def rows(n):
    """A batch of n samples of 20 numbers."""
    return np.random.default_rng(n).normal(size=(n, 20)).astype("float32")


@contextmanager
def plain_errors():
    """Let Keras raise one sentence, and say what it means."""
    keras.config.disable_traceback_filtering()
    try:
        yield
    except (ValueError, TypeError, AttributeError) as error:
        meaning = next((meant for said, meant in MEANINGS.items() if said in str(error)), "")
        if meaning:
            error.args = (f"{str(error).strip().rstrip('.')}. {meaning}",)
        raise


MEANINGS = {
    "expected axis -1": "A layer is given rows of another length than it was made for: which of the"
    " two inputs goes into which branch, and what goes into a head?",
    "but it received 2 input tensors": "The network is called on a list of two inputs, of 10 and of"
    " 8 numbers: a model has to take both.",
    "interpret activation function": "There is no activation of this name.",
    "inputs not connected to outputs": "An input that the model is given is not used on the way to"
    " the outputs.",
    "of a Functional model must be KerasTensors": "A layer is made with one pair of brackets and"
    " called on what stands before it with another.",
    "automatically determine whether": "The callback watches another number than `val_loss`.",
    "must be `KerasTensor`": "A layer is made with one pair of brackets and called on what stands"
    " before it with another.",
}


def called(network, n):
    """The type of what a network gives for n samples, and the shapes of what is in it."""
    outputs = network(samples(n))
    kind = type(outputs).__name__
    return [kind, [list(np.shape(x)) for x in outputs] if kind in ("list", "tuple") else []]


def kernels(network, *shapes):
    """The weights of these shapes; None where one of them is missing."""
    found = [next((w for w in network.weights if tuple(w.shape) == s), None) for s in shapes]
    return None if any(w is None for w in found) else found


def probe(network, name):
    """What a network gives in training, with weights through which only one thing is seen.

    last: nothing but the last bias, which is 1. second: the first unit of the second hidden layer,
    which is 1 by its bias. first: the last unit of the first hidden layer, through the first of the
    second: of two Dropouts with the same seed, other numbers are left out there.
    """
    found = kernels(network, *CHAIN)
    if found is None:
        return []
    for weight in network.weights:
        if len(weight.shape) < 3 and weight.dtype.startswith("float"):
            one = (name == "last" and weight.shape == (1,)) or (
                name == "second" and weight.shape == (64,)
            )
            weight.assign(np.full(weight.shape, float(one)))
    if name != "last":
        found[2].assign(np.eye(64, 1))
    if name == "first":
        found[0].assign(np.full((20, 64), 1 / 20))
        found[1].assign(np.roll(np.eye(64), 1, axis=0))
    return np.asarray(network(np.ones((512, 20), "float32"), training=True))


class Scripted(keras.callbacks.Callback):
    """In each epoch, one weight is the number of the epoch, and the losses are as given."""

    def __init__(self, script):
        super().__init__()
        self.script = script

    def on_epoch_end(self, epoch, logs=None):
        self.model.set_weights([np.full((1, 1), epoch + 1.0)])
        logs.update({name: values[epoch] for name, values in self.script.items()})


@functools.cache
def one_weight():
    """A network of one weight, which Scripted sets."""
    return keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])


def trained(network, callbacks, epochs):
    """Do what `fit` does with callbacks, without its training; return how many epochs ran."""
    with plain_errors():
        return trained_by_hand(network, callbacks, epochs)


def trained_by_hand(network, callbacks, epochs):
    """The same, with errors as Keras has them."""
    network.stop_training = False
    network.set_weights([np.zeros((1, 1))])
    for each in callbacks:
        each.set_params({"epochs": epochs, "steps": 1, "verbose": 0})
        each.set_model(network)
    for each in callbacks:
        each.on_train_begin({})
    for epoch in range(epochs):
        for each in callbacks:
            each.on_epoch_begin(epoch, {})
        logs = {}
        for each in callbacks:
            each.on_epoch_end(epoch, logs)
        if network.stop_training:
            break
    for each in callbacks:
        each.on_train_end(logs)
    return epoch + 1


def drawn_weights(units, seed):
    """Kernel and bias of a layer from 3 numbers to so many, and of one from these to 2."""
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape) for shape in ((3, units), (units,), (units, 2), (2,))]


def small_network(units, seed):
    """A network with drawn weights."""
    layers = [keras.layers.Dense(units, "tanh"), keras.layers.Dense(2)]
    network = keras.Sequential([keras.Input((3,)), *layers])
    network.set_weights(drawn_weights(units, seed))
    return network


@exercise.check(
    points=1,
    examples=1,
    holds=two_outputs,
    try_it=CALLED,
    hints=(
        "Call it yourself: `create_network()([tf.zeros((7, 10)), tf.zeros((7, 8))])`. What is the "
        "type of the result, and what shapes are in it? What does `network.summary()` count, and "
        "which row of it is not in the table?",
        "`keras.Model` takes a list of the two `keras.Input`s and a list of the two outputs. Every "
        "layer is made once and called once: `Dense(...)` with the branch before it in a second "
        "pair of brackets. The branches are joined side by side, 32 + 32 = 64 numbers, and both "
        "heads begin from the same 28.",
    ),
)
def create_network_outputs(student):
    """the network takes a list of two inputs and gives a list of two outputs, (N, 1) each"""
    with plain_errors():
        network = student.create_network()
        sent = send(network, samples(16), weights=True)
        outputs = [called(network, n) for n in (1, 7)] if sent["is_model"] else []
        return {"network": sent, "outputs": outputs}


@exercise.check(
    points=2,
    needs="create_network_outputs",
    examples=1,
    holds=both_branches,
    try_it=CALLED,
    hints=(
        "Draw the network on paper, as the table has it, and write the activation beside every "
        "box. Then go through your code: which box has another one? From where does each output "
        "come, and what stands between it and the inputs?",
        "ReLU comes behind every layer but the last of each head, `Dense(1)`, which has none. A "
        "head has its own layers. The first output is that of the head with 64 units. Nothing is "
        "computed over the batch, and nothing else stands between the layers.",
    ),
)
def create_network_branches(student):
    """two branches are joined and go on in two heads, with ReLU behind all layers but the last"""
    with plain_errors():
        return send(student.create_network(), samples(16), weights=True)


@exercise.check(
    points=1.5,
    examples=8,
    relative=1e-4,
    hints=(
        "Print `network.losses`: it has one number for each kernel that is held back. How many "
        "are there, and how many should there be? Set a kernel to ones: what should its number be?",
        "Each of the two hidden layers has a `kernel_regularizer`, and nothing else has one. Its "
        "number is l2 times the sum of the squares of the kernel: no half, no mean, no root, and "
        "the argument l2 as it is given.",
    ),
)
def create_regularised_penalty(student, rate, l2, seed):
    """the penalty is l2 times the sum of the squares of both hidden kernels"""
    with plain_errors():
        network = student.create_regularised(rate, l2)
        if not isinstance(network, keras.Model):
            return network
        X = rows(4)
        network(X)
        if kernels(network, *CHAIN) is None:
            return f"kernels of {[tuple(w.shape) for w in network.weights if len(w.shape) > 1]}"
        rng = np.random.default_rng(seed)
        values = {size: rng.normal(size=size) for size in [*CHAIN, (64,), (1,)]}
        for weight in network.weights:
            if tuple(weight.shape) in values:
                weight.assign(values[tuple(weight.shape)])
        network(X)
        return np.asarray(sum(network.losses))


@exercise.check(
    points=1.5,
    examples=1,
    holds=held_back,
    try_it=IN_TRAINING,
    hints=(
        "Call it twice with `training=True`, and twice without: which of these pairs is the same? "
        "Print the rate of each Dropout. How many are there, and what stands before and after "
        "each of them?",
        "Dense, Dropout, Dense, Dropout, Dense: the hidden layers have 64 units and ReLU, the last "
        "has one unit and nothing. The rate is what is left out, as Keras has it. Whether it is "
        "training, Keras says by itself: do not set it.",
    ),
)
def create_regularised_dropout(student, rate, other_rate, l2):
    """a Dropout of the given rate acts behind each hidden layer, in training only"""
    with plain_errors():
        network = student.create_regularised(rate, l2)
        sent = send(network, rows(16), weights=True)
        if not sent["is_model"] or "output_type" in sent:
            return {"network": sent}
        found = {"network": sent, "bare": [np.asarray(network(rows(16))) for _ in range(2)]}
        for name in PROBES:
            found[name] = probe(network, name)
        # One network is looked at as a whole. Of another it is enough to see what its rate does.
        other = student.create_regularised(other_rate, l2)
        other(rows(16))
        return found | {"other": probe(other, "second")}


@exercise.check(
    points=1.5,
    examples=20,
    hints=(
        "Go through the losses of the example by hand: which epoch has the lowest val_loss so far, "
        "and how many have come since that had no lower one? At which epoch is that count equal "
        "to `patience`?",
        "What is watched is `val_loss`, lower is better, and every lower one counts, however "
        "small the difference. The count begins anew at each new lowest, from the first epoch on.",
    ),
)
def early_stopping_epochs(student, patience, val_loss, loss, accuracy, val_accuracy):
    """training stops after `patience` epochs without a new lowest val_loss"""
    callback = student.early_stopping(patience)
    if not isinstance(callback, keras.callbacks.Callback):
        return callback
    script = {
        "loss": loss,
        "accuracy": accuracy,
        "val_loss": val_loss,
        "val_accuracy": val_accuracy,
    }
    return trained(one_weight(), [Scripted(script), callback], len(val_loss))


@exercise.check(
    points=1,
    examples=20,
    hints=(
        "The weight of the example is the number of its epoch, from 1. Which epoch has the lowest "
        "val_loss, and which one is left at the end?",
        "When it stops, the network has the weights of the last epoch, which is not the best. "
        "Keras' callback has an argument for that, which is False by itself. A callback of your "
        "own copies the weights at each new lowest, and sets them when training ends.",
    ),
)
def early_stopping_restores(student, patience, val_loss, loss, accuracy, val_accuracy):
    """the network is left with the weights of the epoch of the lowest val_loss"""
    callback = student.early_stopping(patience)
    if not isinstance(callback, keras.callbacks.Callback):
        return callback
    network = one_weight()
    script = {
        "loss": loss,
        "accuracy": accuracy,
        "val_loss": val_loss,
        "val_accuracy": val_accuracy,
    }
    trained(network, [Scripted(script), callback], len(val_loss))
    return network.get_weights()[0].ravel()[0]


@contextmanager
def folder_of_one_name():
    """A new folder that is called the same each time: an error that names its path is the same."""
    with tempfile.TemporaryDirectory() as outer, chdir(outer):
        Path("kept").mkdir()
        yield "kept"


@exercise.check(
    points=0.75,
    examples=1,
    holds=loads_again,
    hints=(
        "Save a network, and look into the folder: which file is there, and what is its name? "
        "Does `keras.models.load_model` of the same path give a network back?",
        "One line is enough: the network saves itself, under the path as it is given. What only "
        "saves weights, or text, or an object of Python, leaves out what Keras needs.",
    ),
)
def save_file(student, name, units, seed, X):
    """save writes the whole network, so that Keras loads it from the same path"""
    network = small_network(units, seed)
    with folder_of_one_name() as folder:
        path = Path(folder) / name
        student.save(network, str(path))
        found = {"there": sorted(each.name for each in Path(folder).iterdir())}
        if path.is_file():
            try:
                found["outputs"] = np.asarray(keras.models.load_model(path)(X))
            except Exception as error:
                found["raised"] = type(error).__name__
        return found


@exercise.check(
    points=0.75,
    examples=3,
    hints=(
        "Let your `save` write a network, load it, and call both on the same inputs. Do "
        "the outputs agree? What is the type of what `load` returns?",
        "The file has the structure and the weights. Keras makes a network of both: nothing has "
        "to be built or compiled before.",
    ),
)
def load_values(student, name, units, seed, X):
    """load returns the network that is in the file, with its weights"""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / name)
        small_network(units, seed).save(path)
        loaded = student.load(path)
    return np.asarray(loaded(X)) if callable(loaded) else loaded
