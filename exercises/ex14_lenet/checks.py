"""What exercise 14 asks: digits made ready, a dense network, and LeNet-5 as its table says."""

import functools
import inspect
from contextlib import contextmanager

import keras
import numpy as np
import tensorflow as tf

from grader.authoring import GIB, Exercise, Hint, Limits, Message, describe, predict, send

CLASSES = 10
IMAGE = [28, 28, 1]

MEMORISED = 0.9
LEARNED = 0.90
GENERALISED = 0.94

BATCH, RATE = 30, 0.006
FORGETS = 0.98
"""Adam's beta_2, by which it remembers fifty steps: it leaves a plateau sooner than with 0.999."""

STEPS = 400
ENOUGH, FEWEST = 0.995, 4
"""Training ends before its last round when so many of the digits are known in one of them, but not
at once: the averages of a normalisation take some steps."""

LOST = 0.13
"""A start that knows so few of the digits after these rounds has led nowhere: it guesses."""

FEW_UNITS = 4
"""Down from here, the width of a hidden layer is named where a network learns too little."""

RAISED = 2.0
"""What is added to the biases of a network that cuts its logits off at 0, before training."""

ALIKE, GAIN = 0.02, 4
"""Where the logits of all images differ by less in the beginning, the kernels are made so much
larger. The slope of a sigmoid at 0 is 1/4, so that each layer of them makes differences four times
smaller, and a whole LeNet of them spends a thousand steps on a plateau."""

LAYERS = ("C1", "C3", "C5", "F6", "the output layer")
KERNELS = (
    [(5, 5, 1, 6)],
    [(5, 5, 6, 16)],
    [(400, 120), (5, 5, 16, 120)],
    [(120, 84), (1, 1, 120, 84)],
    [(84, 10), (1, 1, 84, 10)],
)
GIVEN = ((28, 28), (10, 10))
"""Height and width of what C1 and C3 give."""
WEIGHTS = 61706

NO_ACTIVATIONS = {"max", "maxpool", "maxpool3d", "maxpoolv2", "min", "rsqrt"}
"""What is not linear, and is a pooling or a normalisation."""
NOT_IN_THE_TABLE = ("Dropout", "Noise", "Normalization")
SHARED = ("Attention", "GRU", "LSTM", "RNN")
"""What is in the names of layers that use their weights in several places, beside convolutions."""

CALLED = """
network = {name}()
print(type(network))
for n in (1, 7):
    print(network(tf.zeros((n, 28, 28, 1))).shape)
"""

SUMMARY = """
network = {name}()
network(tf.zeros((1, 28, 28, 1)))
network.summary()
for layer in network.layers:
    print(layer.name, getattr(layer, "activation", None), [w.shape for w in layer.weights])
"""

TRAINING = """
X, Y = tf.random.uniform((64, 28, 28, 1)), tf.range(64) % 10
network = {name}()
loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
network.compile(tf.keras.optimizers.Adam(0.003), loss, metrics=["accuracy"])
network.fit(X, Y, batch_size=64, epochs=200, verbose=2)
"""

exercise = Exercise(
    "ex14",
    title="Handwritten digits, LeNet-5",
    module="lenet",
    framework="tensorflow-onednn",
    given=("utils",),
    after=("ex3", "ex13"),
    limits=Limits(call_seconds=90, submission_seconds=600, predicate_memory=3 * GIB),
)


# --- what must hold: asked where no line of a student's runs --------------------------------


def are_float32(found):
    """Two arrays of float32 came back."""
    if len(found) != 2:
        return Message("two arrays are asked for: the images, and the labels")
    images, labels = found
    if images != "float32":
        return Message("the images are {dtype}, expected float32", dtype=images)
    if labels != "float32":
        return Message("the labels are {dtype}, expected float32", dtype=labels)
    return []


def of_the_network(holds):
    """A predicate of what a network that was sent is and does, from one of its description."""

    @functools.wraps(holds)
    def looked_at(sent):
        described = describe(sent, images(16))
        return no_network(described) or holds(described)

    return looked_at


def no_network(described):
    """Why a description is of no network that can be looked at."""
    if "failure" in described and not weighted(described):
        return Message("Keras finds no layer with weights in it")
    if "failure" in described:
        message = Message(
            "it can't be turned into a graph of operations, which training needs, too"
        )
        return [message, Message("{reason}", reason=described["failure"])]
    if "layers" not in described or "output_type" in described:
        return Message("an object of type {type} is no network", type=described["type"])
    if described["unknown"]:
        return Message(
            "it uses weights that belong to no layer of it, so Keras does not train them"
        )
    if not described["products"]:
        return Message("Keras finds no layer with weights in it")
    return []


def weighted(described):
    """The leaves with weights."""
    return [layer for layer in described.get("layers", []) if layer["has_weights"]]


def gives_logits(found):
    """A Keras model, which makes a row of ten numbers of each image."""
    kind, type_name, origin, outputs = found
    if kind:
        return no_model(kind, type_name, origin)
    for n, (what, sizes) in zip((1, 7), outputs, strict=True):
        if what == "shape":
            return another_shape(sizes)
        if what == "inputs":
            return Message(
                "the network takes {count} inputs, and is given one: a batch of images",
                count=sizes[0],
            )
        if what == "NoneType":
            return Message("the network gives None: is a `return` missing in its `call`?")
        if what:
            return Message(
                "the output for {images} is a {type}, not one tensor", images=counted(n), type=what
            )
        if sizes != [n, CLASSES]:
            message = Message(
                "the output for {images} has shape {shape}, expected {expected}",
                images=counted(n),
                shape=tuple(sizes),
                expected=(n, CLASSES),
            )
            return [message, *what_a_shape_shows(n, sizes)]
    return []


def no_model(kind, type_name, origin):
    """What came back in the place of a Keras model."""
    if kind == "another keras":
        return [
            Message("it returned an object of {module}, not a keras.Model", module=origin),
            Message("import keras or tensorflow.keras, and nothing from {module}", module=origin),
        ]
    if kind in NO_MODELS:
        return NO_MODELS[kind]
    message = Message("it returned an object of type {type}, not a keras.Model", type=type_name)
    if type_name == "History":
        return [message, Message("that is what `fit` returns")]
    return message


NO_MODELS = {
    "nothing": Message("it returned None, not a keras.Model"),
    "class": Message("it returned a class, not an object of that class"),
    "function": Message("it returned a function, not a keras.Model"),
    "layer": Message("it returned a single layer, not a keras.Model"),
    "symbol": Message("it returned the output of a layer, not a keras.Model"),
}


def another_shape(declared):
    """The shape of the images that a network is made for, which it can't do without."""
    message = Message(
        "the network is made for images of shape {declared}, and the images have {given}",
        declared=str(tuple(None if size < 0 else size for size in declared)),
        given=str(tuple(IMAGE)),
    )
    if len(declared) == 1:
        return [message, Message("the images are not flattened: that is the network's own work")]
    if len(declared) == 3 and declared[2] == 3:
        return [message, Message("they are grey: a pixel is one number")]
    if declared == [1, *IMAGE[:2]]:
        return [message, Message("the channel is the last axis of an image")]
    if len(declared) > 3:
        return [message, Message("the axis of the batch is none of an image's: Keras adds it")]
    return message


def counted(n):
    """So many images."""
    return Message("1 image") if n == 1 else Message("{n} images", n=n)


def what_a_shape_shows(n, shape):
    """What a wrong shape of the output says by itself."""
    if shape == [CLASSES]:
        return [Message("the axis of the batch is lost where it has the length one")]
    if not shape or shape[0] != n:
        return [Message("the first axis is the batch, and has one entry for each image")]
    if len(shape) == 2:
        return [Message("each row has another count of numbers than there are digits")]
    if len(shape) > 2:
        return [Message("height, width or other axes are left over: is a Flatten missing?")]
    return [Message("there is one number for each image, and not one for each digit")]


def at_the_end(described):
    """What is wrong behind the last weights: the output is to be logits, of each image alone."""
    if described["output_activations"] == ["unknown"]:
        return Message("the last layer is activated: the output is not linear in its weights")
    if described["output_activations"]:
        return Message(
            "the output is activated, by {activations}",
            activations=" and ".join(described["output_activations"]),
        )
    if described["training_activations"]:
        return Message(
            "while it is trained, the output is activated, by {activations}",
            activations=" and ".join(described["training_activations"]),
        )
    if described["random_after_output"]:
        return Message("something random (Dropout, noise) comes after the last layer with weights")
    if described["mixes_images"]:
        return Message("the logits of an image depend on the other images of its batch")
    return []


def frozen(described):
    """The first of the layers with weights that is not trained."""
    for layer in weighted(described):
        if layer["trainable"] < len(layer["variables"]):
            return Message("a layer is frozen, so its weights stay as they are")
    return []


@of_the_network
def plain(described):
    """Dense layers, two of them at least, with something between that is not linear."""
    for each in described["products"]:
        if each["padding"] or len(each["shape"]) > 2:
            return Message(
                "a layer has weights of shape {shape}, which is a convolution; dense layers are "
                "asked for",
                shape=str(tuple(each["shape"])),
            )
    types = [layer["type"] for layer in weighted(described)]
    others = [name for name in types if any(part in name for part in SHARED)]
    if others:
        return Message("a layer is a {type}; dense layers are asked for", type=others[0])
    if len(described["products"]) < 2:
        return Message("there is no hidden layer: its output is linear in the pixels")
    if wrong := at_the_end(described):
        return wrong
    if not described["nonlinear"]:
        return Message("nothing that is not linear stands between its layers")
    return frozen(described)


@of_the_network
def is_lenet(described):
    """The five layers of the table in their order, and nothing beside them."""
    return (
        follows_the_table(described["products"])
        or nothing_beside(described)
        or between(described["products"])
        or at_the_end(described)
        or frozen(described)
    )


def follows_the_table(products):
    """The shapes of the weights, and the sizes of the images that come out of them."""
    for number, (name, asked) in enumerate(zip(LAYERS, KERNELS, strict=True)):
        if number == len(products):
            return Message(
                "it has {count} layers with weights, and {name} is missing", count=number, name=name
            )
        shape, gives = tuple(products[number]["shape"]), tuple(products[number]["gives"])
        if shape not in asked:
            return [
                Message(
                    "layer {number} has weights of shape {shape}, and {name} has {expected}",
                    number=number + 1,
                    shape=str(shape),
                    name=name,
                    expected=str(asked[0]),
                ),
                *what_a_kernel_shows(number, shape, products),
            ]
        if number < len(GIVEN) and gives[:2] != GIVEN[number]:
            return [
                Message(
                    "{name} gives {height} × {width} pixels, expected {rows} × {columns}",
                    name=name,
                    height=gives[0],
                    width=gives[1],
                    rows=GIVEN[number][0],
                    columns=GIVEN[number][1],
                ),
                *what_a_size_shows(number, gives, products[number]),
            ]
    if len(products) > len(LAYERS):
        return Message(
            "it multiplies with weights {count} times, and LeNet-5 does five times",
            count=len(products),
        )
    return []


def what_a_kernel_shows(number, shape, products):
    """What weights of another shape say by themselves."""
    asked = KERNELS[number][0]
    if len(shape) == len(asked) == 4 and shape[:2] != asked[:2]:
        yield Hint("How large is a window of this layer? The table has 5 × 5 pixels.")
    elif len(shape) == len(asked) == 4 and shape[2] == asked[2]:
        yield Hint(
            "How many filters has this layer? Compare each layer's first number with the table's."
        )
    elif shape == (120, 10):
        yield Hint("Between C5 and the output stands one more dense layer, F6.")
    elif number == 2 and len(shape) == 2 and shape[1] == asked[1]:
        yield Hint(
            "C5 takes what the second pooling leaves, all of it: 5 · 5 · 16 numbers.\n\n"
            "Print the shapes with `summary()`. Behind the second pooling 5 × 5 pixels of 16 "
            "channels are left, and a Flatten makes 400 numbers of them."
        )
    elif shape[-1] != asked[-1]:
        yield Hint("How many units has this layer? Compare it with the table.")


def what_a_size_shows(number, gives, product):
    """What an image of another size says by itself."""
    if number == 0 and gives[0] == 24:
        yield Hint(
            "A window of 5 pixels that stays within the image takes 4 pixels off each side's "
            "length. Does the table's?\n\n"
            'C1 has `padding="same"`: 28 stays 28, as if the image had 32 pixels.'
        )
    elif number == 1 and product["padding"] == "same":
        yield Hint(
            "C3 keeps the size of its images. Should it?\n\nOnly C1 is padded; C3 is not, and "
            "makes 10 × 10 of 14 × 14."
        )
    elif number == 1:
        yield Hint(
            "C3 takes 14 × 14 pixels, half of 28. What does your first pooling give?\n\nWindows of "
            "2 × 2 pixels that do not overlap: a stride of 2."
        )
    else:
        yield Hint("The stride of a convolution is 1 here: the pooling makes the images smaller.")


def nothing_beside(described):
    """No layer that the table does not have, no bias missing, and each weight once."""
    for layer in described["layers"]:
        if any(part in layer["type"] for part in NOT_IN_THE_TABLE):
            return Message("it has a {type}, and the table has none", type=layer["type"])
    total = sum(layer["size"] for layer in described["layers"])
    if total != WEIGHTS:
        message = Message(
            "its layers have {total} weights, and LeNet-5 has {expected}",
            total=total,
            expected=WEIGHTS,
        )
        if total == WEIGHTS - sum(kernel[0][-1] for kernel in KERNELS):
            return [message, Message("the biases are missing")]
        return [message, Message("`summary()` prints how many each layer has")]
    return []


def between(products):
    """An activation behind each hidden layer, and one pooling behind C1 and C3."""
    for name, each in zip(LAYERS[:-1], products, strict=False):
        if set(each["followed_by"]) <= NO_ACTIVATIONS:
            return Message("no activation comes behind {name}", name=name)
    for name, each in zip(LAYERS[:2], products, strict=False):
        windows = [tuple(pooling["window"]) for pooling in each["poolings"]]
        if len(windows) != 1:
            return Message(
                "{count} poolings come behind {name}, and one is asked for",
                count=len(windows),
                name=name,
            )
        if windows[0] not in ((), (2, 2)):
            return Message(
                "the pooling behind {name} has windows of {height} × {width} pixels, expected "
                "2 × 2",
                name=name,
                height=windows[0][0],
                width=windows[0][1],
            )
    return []


def memorised(trained, X, Y):
    """Nearly all of the images that it was trained on."""
    X = scaled(X)
    described = describe(trained["network"], X[:16])
    if "failure" in described or "layers" not in described:
        return no_network(described)
    if not any(layer["variables"] for layer in described["layers"]):
        return Message("Keras knows of no weights of this network, so there is nothing to train")
    if not any(layer["trainable"] for layer in described["layers"]):
        return Message("all weights are frozen, so there is nothing to train")
    logits = predict(trained["network"], X)
    if np.shape(logits) != (len(X), CLASSES):
        return Message("what came back after training is no network that learned in its layers")
    if not np.isfinite(logits).all():
        return Message("after training the logits are not finite")
    right = int(np.sum(np.argmax(logits, axis=-1) == Y))
    if right >= MEMORISED * len(X):
        return []
    measured = Message(
        "right on {right} of {images} digits after {steps} steps; {asked} are asked",
        right=right,
        images=len(X),
        steps=trained["steps"],
        asked=int(np.ceil(MEMORISED * len(X))),
    )
    if trained["equal"]:
        return [
            Message("it learns no digits by heart: the weights of a layer all start alike"),
            Message("so its units stay alike, and do the work of one"),
        ]
    if np.allclose(logits, logits[:1], atol=1e-5):
        return [Message("after training it gives the same logits for all digits"), measured]
    if trained["unmoved"]:
        return [
            Message("training leaves some of the weights as they were: no gradient reaches them"),
            Message("it knows too few of the digits after all steps"),
        ]
    return [Message("it does not learn the digits by heart"), measured]


def narrow(network, held_out):
    """Whether a hidden layer has very few units: all that is known of an image goes through it."""
    described = describe(network, scaled(held_out[:16]))
    for each in described.get("products", [])[:-1]:
        if each["shape"] and each["shape"][-1] <= FEW_UNITS:
            return Message(
                "it recognises too few of the digits: a hidden layer has {units} units",
                units=each["shape"][-1],
            )
    return None


def sees_no_border(network, held_out):
    """Whether it gives the same for images in which a frame of four pixels is another."""
    framed = np.array(held_out[:16])
    for side in (np.s_[:, :4], np.s_[:, -4:], np.s_[:, :, :4], np.s_[:, :, -4:]):
        framed[side] = 255 - framed[side]
    some, others = (predict(network, scaled(each)) for each in (held_out[:16], framed))
    alike = np.shape(some) == np.shape(others) == (16, CLASSES)
    if alike and np.allclose(some, others, atol=1e-4):
        return Message(
            "it recognises too few of the digits: what stands at the border of an image makes no "
            "difference to it"
        )
    return None


def accuracy_at_least(bar, clearance, cause):
    """Enough of the held-out digits, of which no process of a student's is told.

    `cause` is a function that may see what keeps a network from it.
    """

    def holds(network, held_out, labels):
        found = accuracy(network, held_out, labels)
        if found >= bar:
            return []
        if seen := cause(network, held_out):
            return seen  # without a number, so that it is the same for all who have this cause
        measured = Message(
            "right on {found} of {count} digits; {bar} are asked",
            found=f"{found:.1%}",
            count=len(labels),
            bar=f"{bar:.0%}",
        )
        return [
            Message("it recognises too few of the digits that it was not trained on"),
            measured,
        ]

    def margin(network, held_out, labels):
        return accuracy(network, held_out, labels) - bar

    holds.margin, holds.clearance = margin, clearance
    return holds


def accuracy(network, held_out, labels):
    """The fraction of held-out digits that a trained network recognises."""
    logits = predict(network, scaled(held_out))
    if np.shape(logits) != (len(labels), CLASSES) or not np.isfinite(logits).all():
        return 0.0
    return float(np.mean(np.argmax(logits, axis=-1) == labels))


# --- what the worker does --------------------------------------------------------------------


def images(n):
    """Images of random pixels in 0 ... 1."""
    return np.random.default_rng(n).uniform(size=(n, *IMAGE)).astype("float32")


def scaled(X):
    """Digits of 0 ... 255, (N, 28, 28), as a network takes them."""
    return (np.asarray(X)[..., np.newaxis] / 255).astype("float32")


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
    " there: each pooling and each convolution without padding makes it smaller.",
    "size of the tensor must be unchanged": "A Reshape keeps all numbers: multiply the sizes.",
    "expected min_ndim=4": "A layer for images is given something that has no height, width and"
    " channels: either it is flattened already, or the declared shape lacks an axis.",
    "expected axis -1": "The layer was made for rows (or pixels) of another length than it is given"
    " now.",
    "interpret activation function": "There is no activation of this name.",
    "No gradients provided": "What the network gives has no gradient: argmax, one_hot, rounding, a"
    " cast to integers or stop_gradient cut it off.",
    "be added to a Sequential model": "Each is a layer of `keras` or `tensorflow.keras`, made with"
    " brackets.",
}


def looked(network):
    """What came back, and what comes of calling it on 1 image and on 7 (see `called`)."""
    if isinstance(network, keras.Model):
        return ["", "", "", [called(network, n) for n in (1, 7)]]
    return [*kind_of(network), []]


def kind_of(network):
    """Which of the things that are no model it is, the name of its type, and where that is from.

    Of a model of another Keras than the one that is asked, the package.
    """
    origins = [each.__module__ for each in type(network).__mro__ if each is not object]
    others = [another for each in origins if (another := another_keras(each))]
    kinds = {
        "nothing": network is None,
        "class": isinstance(network, type),
        "function": inspect.isroutine(network),
        "another keras": bool(others),
        "layer": isinstance(network, keras.Layer),
        "symbol": isinstance(network, keras.KerasTensor),
    }
    kind = next((kind for kind, is_one in kinds.items() if is_one), "something else")
    return [kind, type(network).__name__, others[0] if others else ""]


def another_keras(module):
    """The package of a module of Keras that is not the one that is asked."""
    parts = module.split(".")
    if parts[0] in ("tf_keras", "keras_core"):
        return parts[0]
    return ".".join(parts[: parts.index("keras") + 1]) if "keras" in parts[1:] else ""


def called(network, n):
    """What comes of calling a network on n images: the type of what is no tensor, or its shape.

    Where it can't be called, and declares images of another shape, that shape; sizes that are free
    are -1.
    """
    try:
        output = network(tf.constant(images(n)))
    except (ValueError, tf.errors.InvalidArgumentError):
        declared = declared_shape(network)
        if declared is None:
            raise
        return declared
    if isinstance(output, tf.Tensor):
        return ["", list(output.shape)]
    return [type(output).__name__, []]


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


def made_ready(network, X):
    """Whether the network gives logits, which are asked; it is trained as what it gives.

    That it gives probabilities, or cuts its logits off at 0, is told elsewhere. Whether one of the
    latter learns a digit would be a matter of luck, as a logit that begins below 0 has no gradient.
    A number that is added to all logits changes no probability, so its biases begin raised.

    A network that sees nearly no difference between the images gets larger kernels (see GAIN).
    """
    output = np.asarray(network(X[:16], training=False))
    from_logits = not (np.allclose(output.sum(axis=-1), 1, atol=1e-3) and (output >= 0).all())
    if from_logits and output.min() == 0:
        for bias in network.trainable_weights[-1:]:
            if bias.shape == (CLASSES,):
                bias.assign_add(np.full(CLASSES, RAISED))
    if np.std(output, axis=0).mean() < ALIKE:
        for kernel in network.trainable_weights:
            if len(kernel.shape) > 1:
                kernel.assign(GAIN * kernel)
    return from_logits


def training(network, X, Y, batch):
    """A function that trains the network on all digits once, and gives the share it knew then.

    It takes the learning rate. The batches are the same each time, and one graph trains on all of
    them: a call for each batch would take as long again.
    """
    from_logits = made_ready(network, X)
    loss_of = keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits)
    weights = network.trainable_variables
    optimizer = keras.optimizers.Adam(beta_2=FORGETS)
    optimizer.build(weights)
    count = len(X) // batch
    batches = tf.constant(X[: count * batch].reshape(count, batch, *IMAGE))
    labels = tf.constant(Y[: count * batch].reshape(count, batch))

    def step(number, known):
        x, y = batches[number], labels[number]
        with tf.GradientTape() as tape:
            output = network(x, training=True)
            loss = loss_of(y, output) + sum(network.losses)
        optimizer.apply(tape.gradient(loss, weights), weights)
        known += tf.math.count_nonzero(tf.argmax(output, -1, tf.int32) == y, dtype=tf.int32)
        return number + 1, known

    @tf.function(autograph=False)
    def all_steps():
        start = tf.constant(0), tf.constant(0)
        return tf.while_loop(lambda n, _: n < count, step, start, parallel_iterations=1)[1]

    def one_round(rate):
        optimizer.learning_rate.assign(rate)
        return float(all_steps()) / (count * batch)

    return one_round


def memorise(network, X, Y):
    """Train a network on the digits until it knows them, and send it."""
    network(X)
    before, steps = [], 0
    if any(len(w.shape) > 1 for w in network.trainable_weights):
        one_round = training(network, X, Y, len(X))
        before = [w.numpy() for w in network.trainable_weights if len(w.shape) > 1]
        while steps < STEPS and one_round(RATE) < 1:
            steps += 1
    after = [w.numpy() for w in network.trainable_weights if len(w.shape) > 1]
    return {
        "network": send(network, X[:16], weights=True),
        "steps": steps,
        "equal": any(np.ptp(w) == 0 for w in before[:-1] if w.size > 1),
        "unmoved": any(map(np.array_equal, before, after)),
    }


def learn(make, X, Y, rounds):
    """Train a new network on the digits, some rounds at the most, and send it.

    In the second half of the rounds the learning rate falls, which settles the weights. Where a
    start has led nowhere, as a bad draw of the first weights can, there is one more, with smaller
    steps.
    """
    for rate in (RATE, RATE / 2):
        network, lost = make(), False
        network(X[:16])
        if not network.trainable_weights:
            break
        one_round = training(network, X, Y, BATCH)
        for number in range(1, rounds + 1):
            known = one_round(rate * min(1, 2 * (rounds + 1 - number) / rounds))
            lost = number == FEWEST and known < LOST
            if lost or (known >= ENOUGH and number >= FEWEST):
                break
        if not lost:
            break
    return send(network, X[:16], weights=True)


# --- the checks ------------------------------------------------------------------------------


@exercise.check(
    points=1.5,
    examples=24,
    hints=(
        "Print `X.shape`, `X.min()`, `X.max()`, `Y.shape` and `Y[0]` of yours, for a few images. "
        "(N, 28, 28, 1) is asked for, from 0 to 1, and (N, 10).",
        "A pixel of 255 becomes 1, whatever the brightest pixel of the images is. `images[..., "
        "None]` has an axis more, at the end. Each label becomes a row of ten numbers, also where "
        "some digits do not occur.",
    ),
)
def prepare_values(student, images, labels):
    """prepare gives the pixels divided by 255, with a channel axis, and one-hot labels"""
    return student.prepare(images, labels)


@exercise.check(
    points=0.5,
    examples=1,
    holds=are_float32,
    hints=(
        "Print `X.dtype` and `Y.dtype` of yours. What do uint8 numbers become when they are "
        "divided by 255?",
        "float32 is asked for, twice: of the images and of the one-hot labels. An array has "
        "`astype`, and what makes a new array takes a `dtype`.",
    ),
)
def prepare_dtype(student, images, labels):
    """prepare gives images and labels of float32"""
    return [np.asarray(each).dtype.name for each in student.prepare(images, labels)]


@exercise.check(
    points=0.5,
    holds=gives_logits,
    try_it=CALLED.format(name="create_dense"),
    hints=(
        "Call it yourself: `create_dense()(tf.zeros((7, 28, 28, 1)))`. Is it a network of Keras, "
        "and is the shape of what it gives (7, 10)? If an exception comes, at which layer?",
        "A `Flatten` makes one row of 784 numbers of each image, and the last layer one of ten. "
        "Return the model itself: `compile`, `build`, `add` and `summary` give None.",
    ),
)
def create_dense_output(student):
    """create_dense gives a network that makes (N, 10) of (N, 28, 28, 1), for N = 1 and 7"""
    with plain_errors():
        return looked(student.create_dense())


@exercise.check(
    points=0.5,
    needs="create_dense_output",
    holds=plain,
    try_it=SUMMARY.format(name="create_dense"),
    hints=(
        "Print `summary()`, and each layer's activation. Are the layers with weights all dense? Is "
        "there a hidden one, with an activation? And does the last one have none?",
        "Flatten, at least one Dense layer with an activation such as ReLU, and a Dense layer "
        "without one, since logits are asked for. No convolution, nothing frozen, and nothing "
        "behind the last layer.",
    ),
)
def create_dense_plain(student):
    """the network has dense layers only, at least one hidden, and gives logits"""
    with plain_errors():
        return send(student.create_dense(), images(16))


@exercise.check(
    points=1.5,
    needs=("create_dense_output", "create_dense_plain"),
    examples=1,
    holds=accuracy_at_least(LEARNED, 0.03, narrow),
    secret=("held_out", "labels"),
    try_it=TRAINING.format(name="create_dense"),
    hints=(
        "Train it yourself on drawn digits: `grader data digits digits`, then `python lenet.py "
        "--data digits --network dense`. Does the loss fall, and how far apart are the accuracies "
        "of training and test?",
        "One hidden layer of 128 units with ReLU gets well above the bar. What holds a network "
        "back: very narrow layers, strong Dropout or regularizers, weights that start equal, "
        "pixels that are scaled once more.",
    ),
)
def create_dense_learns(student, X, Y):
    """the network learns to read drawn digits that stand in the middle"""
    with plain_errors():
        return learn(student.create_dense, scaled(X), Y, rounds=14)


@exercise.check(
    points=0.5,
    holds=gives_logits,
    try_it=CALLED.format(name="create_lenet"),
    hints=(
        "Call it yourself: `create_lenet()(tf.zeros((7, 28, 28, 1)))`. Is it a network of Keras, "
        "and is the shape of what it gives (7, 10)? If an exception comes, at which layer?",
        "Convolutions and poolings need height, width and channels, so the `Flatten` stands behind "
        "the second pooling, or behind C5 where that is a convolution. The last layer has ten "
        "units. Return the model itself.",
    ),
)
def create_lenet_output(student):
    """create_lenet gives a network that makes (N, 10) of (N, 28, 28, 1), for N = 1 and 7"""
    with plain_errors():
        return looked(student.create_lenet())


@exercise.check(
    points=2,
    needs="create_lenet_output",
    holds=is_lenet,
    try_it=SUMMARY.format(name="create_lenet"),
    hints=(
        "Print `summary()` and compare it line by line with the table: the shapes that come out, "
        "and the number of weights of each layer. 61,706 are there in all. In which line does the "
        "first difference stand?",
        "6 kernels of 5 × 5, padded; pool 2; 16 kernels of 5 × 5, not padded; pool 2; 120, 84 and "
        "10 units. An activation behind C1, C3, C5 and F6, and none at the end. Nothing frozen, "
        "nothing random, nothing else that has weights.",
    ),
)
def create_lenet_layers(student):
    """the network is LeNet-5: the table's layers, poolings and activations, and no others"""
    with plain_errors():
        return send(student.create_lenet(), images(16))


@exercise.check(
    points=1,
    needs="create_lenet_output",
    examples=1,
    holds=memorised,
    try_it=TRAINING.format(name="create_lenet"),
    hints=(
        "Train it yourself: `grader check ex14 -v` shows code that does, on 64 random images. Does "
        "the loss fall, stay where it began, or become NaN?",
        "What keeps a network from learning: weights that are frozen, start equal or get no "
        "gradient, an activation at the end, a softmax in between, pixels that are scaled once "
        "more by a layer of yours.",
    ),
)
def create_lenet_memorises(student, X, Y):
    """the network learns 64 digits by heart"""
    with plain_errors():
        return memorise(student.create_lenet(), scaled(X), Y)


@exercise.check(
    points=2,
    needs=("create_lenet_layers", "create_lenet_memorises"),
    examples=1,
    holds=accuracy_at_least(GENERALISED, 0.01, sees_no_border),
    secret=("held_out", "labels"),
    try_it=TRAINING.format(name="create_lenet"),
    hints=(
        "Every LeNet-5 that we tried gets above the bar, with ReLU, tanh or sigmoid. So what does "
        "yours do besides? Train it on drawn digits: `python lenet.py --data digits`.",
        "Look at the beginning of the weights (`kernel_initializer`: take Keras' own), at scaled "
        "pixels, and at what a `call` of yours does beside its layers. Does it do the same in "
        "training as afterwards?",
    ),
)
def create_lenet_generalises(student, X, Y):
    """the network reads drawn digits that stand anywhere, and that it was not trained on"""
    with plain_errors():
        return learn(student.create_lenet, scaled(X), Y, rounds=14)
