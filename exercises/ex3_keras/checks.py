"""What exercise 3 asks: a network judged by what it is, by what it gives, and by what it learns."""

import functools
import inspect
from contextlib import contextmanager

import keras
import numpy as np
import tensorflow as tf

from grader.authoring import GIB, Exercise, Limits, Message, describe, predict, send

CLASSES = 43
MOST_LAYERS = 3
MEMORISED = 0.9
GENERALISED = 0.25

IMAGE = [32, 32, 3]

RAISED = 2.0
"""What is added to the biases of a network that cuts its logits off at 0, before training."""

FEW_UNITS, HIGH_RATE, STRONG_DECAY = 4, 0.75, 0.01
"""From here on, a width, a rate and a factor are named where a network learns nothing."""
DROPOUT = ("Dropout", "SpatialDropout1D", "SpatialDropout2D")
WITH_UNITS = ("Dense", "Conv2D", "EinsumDense", "SeparableConv2D")

RETURNED = """
network = create_network()
print(type(network))
"""

CALLED = """
network = create_network()
for n in (1, 7):
    print(network(tf.zeros((n, 32, 32, 3))).shape)
"""

SUMMARY = """
network = create_network()
network(tf.zeros((1, 32, 32, 3)))
network.summary()
for layer in network.layers:
    print(layer.name, getattr(layer, "activation", None))
"""

TRAINING = """
X, Y = tf.random.uniform((64, 32, 32, 3)), tf.range(64) % 43
network = create_network()
loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
network.compile("adam", loss, metrics=["accuracy"])
network.fit(X, Y, batch_size=64, epochs=200, verbose=2)
"""

exercise = Exercise(
    "ex3",
    title="A small Keras network",
    module="network",
    given=("dataset", "utils"),
    after=("ex2",),
    limits=Limits(call_seconds=180, submission_seconds=600, predicate_memory=3 * GIB),
)


# --- what must hold: asked where no line of a student's runs --------------------------------


def of_the_network(holds):
    """A predicate of what a network that was sent is and does, from one of its description."""

    @functools.wraps(holds)
    def looked_at(sent):
        described = describe(sent, images(16))
        return no_network(described) or holds(described)

    return looked_at


def no_network(described):
    """Why a description is of no network."""
    if "output_type" in described:
        return Message("the output is a {type}, not one tensor", type=described["output_type"])
    if "failure" in described and not weighted(described):
        return Message("Keras finds no layer with weights in it")
    if "failure" in described:
        message = Message(
            "it can't be turned into a graph of operations, which training needs, too"
        )
        return [message, Message("{reason}", reason=described["failure"])]
    if "layers" not in described:
        return Message("an object of type {type} is no network", type=described["type"])
    return []


def is_model(returned):
    """A Keras model came back."""
    is_one, kind, type_name, origin = returned
    if is_one:
        return []
    if kind == "another keras":
        return [
            Message(
                "create_network returned an object of {module}, not a keras.Model", module=origin
            ),
            Message(
                "import keras or tensorflow.keras (`from tensorflow.keras.models import Sequential`"
                " is fine), and nothing from {module}",
                module=origin,
            ),
        ]
    if kind in NO_MODELS:
        return NO_MODELS[kind]
    message = Message(
        "create_network returned an object of type {type}, not a keras.Model", type=type_name
    )
    if type_name == "History":
        return [message, Message("that is what `fit` returns")]
    return [message, Message("its class is from {module}", module=origin)] if origin else message


NO_MODELS = {
    "nothing": Message("create_network returned None, not a keras.Model"),
    "class": Message("create_network returned a class, not an object of that class"),
    "function": Message("create_network returned a function, not a keras.Model"),
    "layer": Message("create_network returned a single layer, not a keras.Model"),
    "symbol": Message("create_network returned the output of a layer, not a keras.Model"),
}


def takes_images(found):
    """It can be called on images, and one tensor comes back."""
    for n, (kind, declared) in zip((1, 7), found, strict=True):
        if kind == "shape":
            return shape_mismatch(declared)
        if kind == "inputs":
            return Message(
                "the network takes {count} inputs, and is given one: a batch of images",
                count=declared[0],
            )
        if kind == "NoneType":
            return Message("the network gives None: is a `return` missing in its `call`?")
        if kind:
            return Message(
                "the output for {images} is a {type}, not one tensor", images=counted(n), type=kind
            )
    return []


def shape_mismatch(declared):
    """The shape of the images that a network is made for, which it can't do without."""
    message = Message(
        "the network is made for images of shape {declared}, and the images have {given}",
        declared=shape_text(declared),
        given=shape_text(IMAGE),
    )
    if sorted(declared) == sorted(IMAGE):
        return [message, Message("the colours are the last axis of an image")]
    if len(declared) == 1:
        return [message, Message("the images are not flattened: that is the network's own work")]
    if len(declared) == 2:
        return [message, Message("the axis of the three colours is missing")]
    if declared == [*IMAGE[:2], 1]:
        return [message, Message("they are not grey: each pixel has three colours")]
    if len(declared) > 3:
        return [message, Message("the axis of the batch is none of an image's: Keras adds it")]
    return message


def shape_text(shape):
    """A shape as it is written in Python."""
    return str(tuple(None if size < 0 else size for size in shape))


def counted(n):
    """So many images."""
    return Message("1 image") if n == 1 else Message("{n} images", n=n)


def gives_a_row_for_each_image(outputs):
    """One row of 43 numbers for each image."""
    for n, shape in zip((1, 7), outputs, strict=True):
        if shape != [n, CLASSES]:
            message = Message(
                "the output for {images} has shape {shape}, expected {expected}",
                images=counted(n),
                shape=tuple(shape),
                expected=(n, CLASSES),
            )
            return [message, *what_a_shape_shows(n, shape)]
    return []


ONE_ROW = Message(
    "a Flatten (or a global pooling) in front of the last layer makes one row of them"
)


def what_a_shape_shows(n, shape):
    """What a wrong shape of the output says by itself."""
    if shape == [CLASSES]:
        return [Message("the axis of the batch is lost where it has the length one")]
    if not shape or shape[0] != n:
        return [Message("the first axis is the batch, and has one entry for each image")]
    if len(shape) == 2 and shape[1] > CLASSES and shape[1] % CLASSES == 0:
        return [
            Message("a row has several numbers for each class: is a Flatten after the last layer?")
        ]
    if len(shape) == 2:
        return [Message("each row has another count of numbers than there are classes")]
    if len(shape) > 2:
        return [
            Message(
                "there are several rows for each image: its height or other axes are left over"
            ),
            ONE_ROW,
        ]
    return [Message("there is one number for each image, and not one for each class")]


def weighted(described):
    """The types of the layers with weights."""
    return [layer["type"] for layer in described.get("layers", []) if layer["has_weights"]]


@of_the_network
def few_layers(described):
    """From one to three layers with weights, which are all trained."""
    names = weighted(described)
    if not names:
        return Message("Keras finds no layer with weights in it")
    names += described["unknown"] * ["weights of no layer"]
    if len(names) > MOST_LAYERS:
        return Message(
            "{count} layers with weights ({layers}), fewer than {most} asked",
            count=len(names),
            layers=", ".join(names),
            most=MOST_LAYERS + 1,
        )
    if described["unknown"]:
        return Message(
            "it uses weights that belong to no layer of it, so Keras does not train them"
        )
    trained = [layer for layer in described["layers"] if layer["trainable"]]
    frozen = [x for x in described["layers"] if x["has_weights"] and not x["trainable"]]
    if frozen and trained:  # where all are, it learns nothing, and is told so there
        return Message("some of the layers with weights are frozen, so they are not trained")
    return []


@of_the_network
def not_activated(described):
    """Nothing but linear things come after the last weights, and each image has its own row."""
    if described["output_activations"] == ["unknown"]:
        return Message("the last layer is activated: the output is not linear in its weights")
    if described["output_activations"]:
        return activated(described)
    if described["rows_sum_to_one"]:
        return Message("each row of the output sums to 1: these are probabilities, not logits")
    if described["training_activations"]:
        return Message(
            "while it is trained, the output is activated, by {activations}",
            activations=" and ".join(described["training_activations"]),
        )
    if described["random_after_output"]:
        return random_after(described)
    if described["mixes_images"]:
        return Message("the logits of an image depend on the other images of its batch")
    return []


def activated(described):
    """How the output comes to be activated, as far as the layers show it."""
    layers = described["layers"]
    last = [x for x in layers if x["name"] in described["output_layers"]]
    named = [x["activation"] for x in last if x["activation"] not in ("linear", "<lambda>")]
    if named:
        return Message("the last layer has an activation, {activations}", activations=named[-1])
    by = " and ".join(described["output_activations"])
    end = layers[-1]
    if not end["has_weights"] and end["activation"].lower().replace("_", "") in by.split(" and "):
        return Message(
            "a layer after the last one with weights is an activation, {activations}",
            activations=by,
        )
    return Message("the output is activated, by {activations}", activations=by)


def random_after(described):
    """What is random after the output, as far as the layers show it."""
    end = described["layers"][-1]["type"]
    if "Dropout" in end or "Noise" in end:
        return Message("{type} comes after the last layer with weights", type=end)
    return Message("something random (Dropout, noise) comes after the last layer with weights")


@of_the_network
def not_linear(described):
    """Where there are hidden layers, something between them is not linear."""
    count = len(weighted(described)) + described["unknown"]
    if count > 1 and not described["nonlinear"]:
        return Message(
            "nothing that is not linear stands between the {count} layers with weights",
            count=count,
        )
    return []


def memorised(trained, X, Y):
    """Nearly all of the images that it was trained on."""
    X = X / np.float32(255)
    described = describe(trained["network"], X[:16])
    if none := no_network(described):
        return none
    if not any(layer["variables"] for layer in described["layers"]):
        return Message("Keras knows of no weights of this network, so there is nothing to train")
    if not any(layer["trainable"] for layer in described["layers"]):
        return Message("all weights are frozen, so there is nothing to train")
    logits = predict(trained["network"], X)
    if logits is None and described["unknown"]:
        return Message(
            "it uses weights that belong to no layer of it, so what it learned can't be asked "
            "(see create_network_layers)"
        )
    if np.shape(logits) != (len(X), CLASSES):
        return Message("what came back after training is no network")
    if not np.isfinite(logits).all():
        return Message("after training the logits are not finite")
    right = int(np.sum(np.argmax(logits, axis=-1) == Y))
    if right >= MEMORISED * len(X):
        return []
    measured = Message(
        "right on {right} of {images} images after {steps} steps; {asked} are asked",
        right=right,
        images=len(X),
        steps=trained["steps"],
        asked=round(MEMORISED * len(X)),
    )
    message, blind = Message("it does not learn the images by heart"), False
    if np.allclose(logits, logits[:1], atol=1e-5):
        message = Message("after training it gives the same logits for all images")
    else:
        mixed = X.reshape(len(X), -1, 3)[:, np.random.default_rng(0).permutation(32 * 32)]
        mixed = predict(trained["network"], mixed.reshape(X.shape))
        blind = np.allclose(logits, mixed, atol=1e-3)
    causes = [*held_back(described["layers"], trained), *held_back_after(described)]
    if blind:
        causes = [COLOURS_ALONE, *causes]
    if not causes and trained["unmoved"]:
        causes = [NO_GRADIENT]
    if not causes:
        return [message, measured]
    few = Message("it knows too few of the images after all steps")  # the same for the same cause
    others = (Message("or: {cause}", cause=cause) for cause in causes[1:])
    first = Message("it does not learn the images by heart: {cause}", cause=causes[0])
    return [first, *others, few]


NO_GRADIENT = Message("training leaves some of the weights as they were: no gradient reaches them")
COLOURS_ALONE = Message("it makes no difference to it where a pixel of an image stands")


def held_back(layers, trained):
    """What can be seen in the layers that keeps a network from learning."""
    if any(x["has_weights"] and not x["trainable"] for x in layers):
        yield Message("some of its layers are frozen (see create_network_layers)")
    hidden = [x for x in layers if x["has_weights"] and x["shape"][-1] != CLASSES]
    if trained["equal"]:
        yield Message("in a hidden layer, the weights all start at the same number")
    if any(x["activation"] == "softmax" for x in hidden):
        yield Message("a hidden layer has a softmax: its numbers add up to 1, so each is small")
    if any(x["type"] in WITH_UNITS and x["shape"][-1] <= FEW_UNITS for x in hidden):
        yield Message("a hidden layer has {units} units or fewer", units=FEW_UNITS)
    if any(x["type"] in DROPOUT and x["rate"] >= HIGH_RATE for x in layers):
        yield Message("a Dropout leaves out {rate} of the numbers or more", rate=f"{HIGH_RATE:.0%}")
    if any(x["decay"] >= STRONG_DECAY for x in layers):
        yield Message(
            "a regularizer pulls weights to 0, with a factor of {factor} or more",
            factor=STRONG_DECAY,
        )


def held_back_after(described):
    """What can be seen after the layers that keeps a network from learning."""
    if described["output_activations"] or described["training_activations"]:
        yield Message("its output is activated (see create_network_logits)")
    if described["random_after_output"]:
        yield Message("its output is random in training (see create_network_logits)")
    if described["mixes_images"]:
        yield Message("it mixes the images of a batch (see create_network_logits)")


def accuracy_at_least(bar):
    """Enough of the held-out signs, of which no process of a student's is told."""

    def holds(network, held_out, labels):
        found = accuracy(network, held_out, labels)
        if found >= bar:
            return []
        kinds = len(np.unique(labels))
        measured = Message(
            "right on {found} of {count} signs; {bar} are asked "
            "(guessing among the {kinds} kinds that occur: {guessing})",
            found=f"{found:.0%}",
            count=len(labels),
            bar=f"{bar:.0%}",
            kinds=kinds,
            guessing=f"{1 / kinds:.0%}",
        )
        message = Message("it recognises too few of the signs that it was not trained on")
        return [message, measured]

    def margin(network, held_out, labels):
        return accuracy(network, held_out, labels) - bar

    holds.margin = margin
    return holds


def accuracy(network, held_out, labels):
    """The fraction of held-out signs that a trained network recognises."""
    logits = predict(network, held_out / np.float32(255))
    if np.shape(logits) != (len(labels), CLASSES):
        return 0.0
    return float(np.mean(np.argmax(logits, axis=-1) == labels))


# --- what the worker does --------------------------------------------------------------------


def images(n):
    """Images of random pixels in 0 ... 1."""
    return np.random.default_rng(n).uniform(size=(n, 32, 32, 3)).astype("float32")


@contextmanager
def plain_errors():
    """Let Keras raise one sentence, without all pixels of its images, and say what it means."""
    keras.config.disable_traceback_filtering()
    try:
        yield
    except ValueError as error:
        meaning = next((meant for said, meant in MEANINGS.items() if said in str(error)), "")
        if meaning:
            error.args = (f"{str(error).strip().rstrip('.')}. {meaning}",)
        raise


MEANINGS = {
    "output size would be zero or negative": "The window is larger than what is left of the image"
    " there: each pooling, each stride and each convolution without padding makes it smaller.",
    "size of the tensor must be unchanged": "A Reshape keeps all numbers: multiply the sizes.",
    "expected min_ndim=4": "A layer for images is given something that has no height, width and"
    " channels: either it is flattened already, or the declared shape lacks an axis.",
    "expected axis -1": "The layer was made for rows (or pixels) of another length than it is given"
    " now.",
    "must be fully-defined": "A declared axis is None, where a layer has to know its length.",
    "interpret activation function": "There is no activation of this name.",
    "No gradients provided": "What the network gives has no gradient: argmax, one_hot, rounding, a"
    " cast to integers or stop_gradient cut it off.",
    "be added to a Sequential model": "Each is a layer of `keras` or `tensorflow.keras`, made with"
    " brackets.",
}


def kind_of(network):
    """Which of the things that are no model it is, the name of its type, and where that is from.

    Of a model of another Keras than the one that is asked, the package.
    """
    origins = [each.__module__ for each in type(network).__mro__ if each is not object]
    origin = origins[0] if origins and origins[0] != "builtins" else ""
    others = [another for each in origins if (another := another_keras(each))]
    symbol = isinstance(network, keras.KerasTensor)
    kinds = {
        "nothing": network is None,
        "class": isinstance(network, type),
        "function": inspect.isroutine(network),
        "another keras": bool(others),
        "layer": isinstance(network, keras.Layer),
        "symbol": symbol,
    }
    kind = next((kind for kind, is_one in kinds.items() if is_one), "")
    return [kind, type(network).__name__, others[0] if others else origin]


def another_keras(module):
    """The package of a module of Keras that is not the one that is asked."""
    parts = module.split(".")
    if parts[0] in ("tf_keras", "keras_core"):
        return parts[0]
    return ".".join(parts[: parts.index("keras") + 1]) if "keras" in parts[1:] else ""


def called(network, n):
    """What comes of calling a network on n images: the type of what is no tensor, or "".

    Where it can't be called, and declares images of another shape, that shape; sizes that are free
    are -1. Flatten takes images of any shape, so a declared shape by itself is no fault.
    """
    try:
        output = network(tf.constant(images(n)))
    except (ValueError, tf.errors.InvalidArgumentError):
        declared = declared_shape(network)
        if declared is None:
            raise
        return declared
    return ["" if isinstance(output, tf.Tensor) else type(output).__name__, []]


def declared_shape(network):
    """The shape of the images that a network declares, if it is another than theirs."""
    try:
        shape = network.input_shape
    except (AttributeError, ValueError):
        return None
    if isinstance(shape, list | dict) or (shape and isinstance(shape[0], tuple | list)):
        return ["inputs", [len(shape)]]
    sizes = [-1 if size is None else int(size) for size in shape[1:]]
    fits = len(sizes) == 3 and all(s in (-1, i) for s, i in zip(sizes, IMAGE, strict=True))
    return None if fits else ["shape", sizes]


def compiled(network, X):
    """The network, ready for training from labels and what it gives: logits are asked.

    One that gives probabilities is trained as one that does: that it should not is asked elsewhere.
    So is a ReLU at the end. Whether that one learns a class would be a matter of luck, since a
    logit that begins below 0 has no gradient. A number that is added to all logits changes no
    probability, so such a network, whose logits are 0 or more, begins with its biases raised.
    """
    output = np.asarray(network(X[:16], training=False))
    sums = output.sum(axis=-1)
    from_logits = not (np.allclose(sums, 1, atol=1e-3) and (output >= 0).all())
    if from_logits and output.min() == 0:
        for bias in network.trainable_weights[-1:]:
            if bias.shape == (CLASSES,):
                bias.assign_add(np.full(CLASSES, RAISED))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits)
    network.compile(optimizer=keras.optimizers.Adam(), loss=loss, jit_compile=False)
    return network


def matrices(network):
    """The values of the weights that are trained and no bias."""
    found = [w for w in network.trainable_weights if len(w.shape) > 1]
    return [w.numpy() for w in found if w.name not in ("alpha", "beta", "gamma")]


def memorise(network, X, Y):
    """Train a network on the images until it knows them, and send it."""
    network(X)
    before = matrices(network)
    steps, right = 0, 0
    if network.trainable_weights:
        compiled(network, X)
        batches = tf.data.Dataset.from_tensors((X, Y)).repeat(25)
        while steps < 800 and right < len(X):
            network.fit(batches, verbose=0)
            steps += 25
            right = int(np.sum(np.argmax(network(X, training=False), axis=-1) == Y))
    return {
        "network": send(network, X[:16], weights=True),
        "steps": steps,
        "equal": any(np.ptp(w) == 0 for w in before if w.size > 1 and w.shape[-1] != CLASSES),
        "unmoved": any(map(np.array_equal, before, matrices(network))),
    }


@exercise.check(
    points=1,
    holds=is_model,
    try_it=RETURNED,
    hints=(
        "What does `print(type(create_network()))` say? A model of Keras is asked: a "
        "Sequential, a functional one, or an object of a class of your own that comes from "
        "`keras.Model`. If an exception comes first, which layer raises it, and what is it "
        "given?",
        "A `Sequential` takes the list of its layers, a functional model both its ends, and an "
        "object of a class of yours is made with brackets. Return the model itself: `compile`, "
        "`build`, `add` and `summary` give None. Take all from one package, `keras` or "
        "`tensorflow.keras`.",
    ),
)
def create_network_is_model(student):
    """create_network returns a Keras model"""
    with plain_errors():
        network = student.create_network()
    return [isinstance(network, keras.Model), *kind_of(network)]


@exercise.check(
    points=1,
    needs="create_network_is_model",
    holds=takes_images,
    try_it=CALLED,
    hints=(
        "Call it yourself: `create_network()(tf.zeros((1, 32, 32, 3)))`, and then with 7 "
        "images. If an exception comes, at which layer, what shape does it expect, and what is "
        "it given? If none comes, what is the type of the result?",
        "An `Input` declares one image, (32, 32, 3); Keras adds the axis of the batch. "
        "Convolutions and pooling need height, width and channels, so they come before a "
        "Flatten, and Dense layers after it. One tensor comes back: a `call` of your own "
        "returns what the last layer gives.",
    ),
)
def create_network_takes_images(student):
    """the network can be called on images, (N, 32, 32, 3), and gives one tensor"""
    with plain_errors():
        network = student.create_network()
        return [called(network, n) for n in (1, 7)]


@exercise.check(
    points=1,
    needs="create_network_takes_images",
    holds=gives_a_row_for_each_image,
    try_it=CALLED,
    hints=(
        "Print the shape of the output for 1 image and for 7: (1, 43) and (7, 43) are asked. "
        "Which axis is one too many, is missing, or has another length? Follow it back: behind "
        "which layer does it come about?",
        "The batch stays the first axis. `Flatten()` makes one row of each image, (N, 3072) of "
        "(N, 32, 32, 3). The last layer turns each row into one number for each class. (Where "
        "all are convolutions, the last has 43 filters, and a global pooling follows.)",
    ),
)
def create_network_output(student):
    """each image gives a row of 43 numbers, for N = 1 and N = 7"""
    with plain_errors():
        network = student.create_network()
        return [list(network(tf.constant(images(n))).shape) for n in (1, 7)]


@exercise.check(
    points=1,
    needs="create_network_takes_images",
    holds=few_layers,
    try_it=SUMMARY,
    hints=(
        "How many layers with weights are there? Call the network once, and count them in "
        "`network.summary(expand_nested=True)`: those with parameters, but for normalisation "
        "and PReLU. From 1 to 3 are asked. Are all of them listed, and are all trained?",
        "One or two hidden layers and the output are enough; a wide layer counts once, too. A "
        "class of your own makes its layers in `__init__` as attributes, and weights with "
        "`self.add_weight`. None has `trainable=False`. A `call` computes with layers, `tf` or "
        "`keras.ops`, not NumPy.",
    ),
)
def create_network_layers(student):
    """there are fewer than 4 layers with weights, and at least one; all of them are trained"""
    with plain_errors():
        return send(student.create_network(), images(16))


@exercise.check(
    points=2,
    needs="create_network_takes_images",
    holds=not_activated,
    try_it=SUMMARY,
    hints=(
        "What happens between the last layer with weights and what comes out? Print the output "
        "for some random images: are there numbers below 0 and above 1, and what does a row add "
        "up to? Does an image get the same logits alone as among others?",
        "The last layer with weights has no activation (by itself, Keras gives it none), and "
        "after it comes none: the loss takes the softmax. Dropout and noise belong before it. "
        "That holds in `call`, too, and while it is trained. Compute nothing over axis 0, the "
        "batch.",
    ),
)
def create_network_logits(student):
    """the last layer is not activated, nothing random comes after it, and no image sees another"""
    with plain_errors():
        return send(student.create_network(), images(16))


@exercise.check(
    points=1,
    needs="create_network_takes_images",
    holds=not_linear,
    try_it=SUMMARY,
    hints=(
        "What stands between one layer with weights and the next? Print `layer.activation` of "
        "each: one whose activation is `linear` has none. With only such layers, what does the "
        "second add to the first?",
        "2 · (3 · x) is 6 · x: two linear layers do no more than one. An activation (ReLU, "
        "tanh, ...) of the hidden layer, or max pooling behind it, makes the difference. "
        "Dropout, average pooling and normalisation don't, nor does what stands before the "
        "first layer or after the last.",
    ),
)
def create_network_nonlinear(student):
    """something that is not linear stands between the layers with weights"""
    with plain_errors():
        return send(student.create_network(), images(16))


@exercise.check(
    points=1.5,
    needs="create_network_output",
    examples=1,
    holds=memorised,
    try_it=TRAINING,
    hints=(
        "Train it yourself: `grader check ex3 -v` shows code that does, on 64 random images. "
        "Does the loss fall, stay where it began, or become NaN? And is the accuracy with "
        "`training=False` (`network.evaluate`) as high as the one in training?",
        "Start from what learns: Flatten, one hidden layer of 128 units with ReLU, the output. "
        "Put your own parts back one by one. What holds one back: very narrow layers, strong "
        "Dropout or regularizers, weights that start equal, are frozen or get no gradient, an "
        "activation at the end, a mean over the whole image.",
    ),
)
def create_network_memorises(student, X, Y):
    """the network learns 64 images by heart"""
    with plain_errors():
        return memorise(student.create_network(), X / np.float32(255), Y)


@exercise.check(
    points=1.5,
    needs="create_network_memorises",
    examples=1,
    holds=accuracy_at_least(GENERALISED),
    secret=("held_out", "labels"),
    try_it=TRAINING,
    hints=(
        "A quarter of the new signs is asked, and plain networks get far more. Train on drawn "
        "signs (`grader data signs signs`, then `python network.py --imdir signs --epochs 10`): "
        "is the accuracy low in training too, or only in validation (most get 0.3 to 0.6 "
        "there)?",
        "If both are low, it learns too slowly for 300 batches: take less Dropout, weaker "
        "regularizers, wider layers. If only validation is, it may behave otherwise once "
        "`training` is False; or give it a convolution, which knows a shape again wherever in "
        "the image it stands.",
    ),
)
def create_network_generalises(student, X, Y):
    """the network recognises drawn signs that it was not trained on"""
    X = X / np.float32(255)
    signs = tf.data.Dataset.from_tensor_slices((X, Y))
    batches = signs.shuffle(len(X), seed=0).repeat().batch(32).take(300)
    with plain_errors():
        network = student.create_network()
        network(X)
        compiled(network, X).fit(batches, verbose=0)
        return send(network, X[:16], weights=True)
