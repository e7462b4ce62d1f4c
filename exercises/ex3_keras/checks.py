"""What exercise 3 asks: a network judged by what it is, by what it gives, and by what it learns."""

import functools

import keras
import numpy as np
import tensorflow as tf

from grader.authoring import GIB, Exercise, Limits, Message, describe, predict, send

CLASSES = 43
MOST_LAYERS = 3
MEMORISED = 0.9
GENERALISED = 0.25

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
    is_one, kind = returned
    if is_one:
        return []
    if kind == "NoneType":
        return Message("create_network returned None, not a keras.Model")
    return Message("create_network returned an object of type {type}, not a keras.Model", type=kind)


def gives_a_row_for_each_image(outputs):
    """One row of 43 numbers for each image."""
    for n, shape in zip((1, 7), outputs, strict=True):
        images = "1 image" if n == 1 else f"{n} images"
        if isinstance(shape, str):
            return Message(
                "the output for {images} is a {type}, not one tensor", images=images, type=shape
            )
        if shape != [n, CLASSES]:
            return Message(
                "the output for {images} has shape {shape}, expected {expected}",
                images=images,
                shape=tuple(shape),
                expected=(n, CLASSES),
            )
    return []


def weighted(described):
    """The types of the layers with weights."""
    return [layer["type"] for layer in described.get("layers", []) if layer["has_weights"]]


@of_the_network
def few_layers(described):
    """From one to three layers with weights."""
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
    return []


@of_the_network
def not_activated(described):
    """Nothing but linear things come after the last weights."""
    if described["output_activations"] == ["unknown"]:
        return Message("the last layer is activated: the output is not linear in its weights")
    if described["output_activations"]:
        return activated(described)
    if described["rows_sum_to_one"]:
        return Message("each row of the output sums to 1: these are probabilities, not logits")
    if described["random_after_output"]:
        return Message("something random (Dropout, noise) comes after the last layer with weights")
    return []


def activated(described):
    """How the output comes to be activated, as far as the layers show it."""
    activations, layers = described["output_activations"], described["layers"]
    by = " and ".join(activations)
    fitting = [x for x in layers if x["activation"].replace("_", "").lower() in activations]
    if any(layer["name"] in described["output_layers"] for layer in fitting):
        return Message("the last layer has an activation, {activations}", activations=by)
    if layers and layers[-1] in fitting and not layers[-1]["has_weights"]:
        return Message(
            "a layer after the last one with weights is an activation, {activations}",
            activations=by,
        )
    return Message("the output is activated, by {activations}", activations=by)


@of_the_network
def not_linear(described):
    """Where there are hidden layers, something between them is not linear."""
    count = len(weighted(described))
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
    if np.allclose(logits, logits[:1], atol=1e-5):
        return [Message("after training it gives the same logits for all images"), measured]
    return [Message("it does not learn the images by heart"), measured]


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


def shape_of(output):
    """The shape of a tensor; of anything else, the name of its type."""
    return list(output.shape) if isinstance(output, tf.Tensor) else type(output).__name__


def compiled(network):
    """The network, ready for training from logits and labels."""
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    network.compile(optimizer=keras.optimizers.Adam(), loss=loss, jit_compile=False)
    return network


@exercise.check(points=1, holds=is_model)
def create_network_is_model(student):
    """create_network returns a Keras model"""
    network = student.create_network()
    return isinstance(network, keras.Model), type(network).__name__


@exercise.check(points=2, needs="create_network_is_model", holds=gives_a_row_for_each_image)
def create_network_output(student):
    """the network takes (N, 32, 32, 3) and gives (N, 43), for N = 1 and N = 7"""
    network = student.create_network()
    return [shape_of(network(images(n))) for n in (1, 7)]


@exercise.check(points=1, needs="create_network_is_model", holds=few_layers, try_it=SUMMARY)
def create_network_layers(student):
    """there are fewer than 4 layers with weights, and at least one"""
    return send(student.create_network(), images(16))


@exercise.check(points=2, needs="create_network_output", holds=not_activated, try_it=SUMMARY)
def create_network_logits(student):
    """the last layer is not activated, and nothing random comes after it"""
    return send(student.create_network(), images(16))


@exercise.check(points=1, needs="create_network_output", holds=not_linear, try_it=SUMMARY)
def create_network_nonlinear(student):
    """something that is not linear stands between the layers with weights"""
    return send(student.create_network(), images(16))


@exercise.check(
    points=1.5, needs="create_network_logits", examples=1, holds=memorised, try_it=TRAINING
)
def create_network_memorises(student, X, Y):
    """the network learns 64 images by heart"""
    X = X / np.float32(255)
    network = student.create_network()
    network(X)
    steps, right = 0, 0
    if network.trainable_weights:
        compiled(network)
        batches = tf.data.Dataset.from_tensors((X, Y)).repeat(25)
        while steps < 800 and right < len(X):
            network.fit(batches, verbose=0)
            steps += 25
            right = int(np.sum(np.argmax(network(X, training=False), axis=-1) == Y))
    return {"network": send(network, X[:16], weights=True), "steps": steps}


@exercise.check(
    points=1.5,
    needs="create_network_memorises",
    examples=1,
    holds=accuracy_at_least(GENERALISED),
    secret=("held_out", "labels"),
    try_it=TRAINING,
)
def create_network_generalises(student, X, Y):
    """the network recognises drawn signs that it was not trained on"""
    X = X / np.float32(255)
    network = student.create_network()
    network(X)
    signs = tf.data.Dataset.from_tensor_slices((X, Y))
    batches = signs.shuffle(len(X), seed=0).repeat().batch(32).take(300)
    compiled(network).fit(batches, verbose=0)
    return send(network, X[:16], weights=True)
