"""What exercise 12 asks: a spiral, softmax regression, its border, and a network."""

import functools
import inspect
from contextlib import contextmanager

import keras
import numpy as np
import tensorflow as tf

from grader.authoring import GIB, Asks, Exercise, Limits, Message, describe, predict, send

CLASSES = 3
ACCURATE = 0.85
EPOCHS, BATCH_SIZE, RATE = 60, 32, 0.01

LARGE_LOGITS = 5e-4
"""What float32 may change in a loss: near 1000 its neighbours are 6e-5 apart."""

SPREAD = 0.75, 1.25
"""How much of the noise that is asked the angles' standard deviation may be."""

NORMAL = 0.75, 0.84
"""The mean size of the deviations over their standard deviation: 0.80 where they are normal, 0.71
for Laplace's distribution, 0.87 for a uniform one. For 400 seeds, that of 1,194 normal numbers was
from 0.78 to 0.82."""

SKEWED = 0.5
"""From this skewness on the deviations lean to one side; its standard error is 0.07."""

FEW_UNITS, HIGH_RATE, STRONG_DECAY = 8, 0.75, 0.01
"""From here on, a width, a rate and a factor are named where a network learns too little."""
DROPOUT = ("Dropout", "AlphaDropout", "GaussianDropout")

CALLED = """
network = create_network()
print(type(network))
for n in (1, 7):
    print(network(tf.zeros((n, 2))).shape)
"""

PROBABILITIES = """
network = create_network()
P = network(tf.random.normal((5, 2))).numpy()
print(P)
print(P.sum(axis=1))
"""

TRAINING = """
X = np.random.default_rng(0).uniform(-1, 1, (600, 2))
y = (2.5 * np.hypot(X[:, 0], X[:, 1])).astype(int) % 3  # three rings, no straight border
network = create_network()
loss = tf.keras.losses.SparseCategoricalCrossentropy()
network.compile(tf.keras.optimizers.Adam(0.01), loss, metrics=["accuracy"])
network.fit(X[:300], y[:300], batch_size=32, epochs=60, verbose=2)
print(network.evaluate(X[300:], y[300:], verbose=0))
"""

exercise = Exercise(
    "ex12",
    title="Softmax regression meets a spiral",
    module="spiral",
    given=("utils",),
    after=("ex3", "ex9"),
    limits=Limits(call_seconds=60, submission_seconds=300, predicate_memory=3 * GIB),
)


# --- what must hold: asked where no line of a student's runs --------------------------------


def noisy_angles(returned, samples, classes, noise):
    """The radii are what they are, and the angles of two seeds spread as normal numbers do."""
    shape = (samples * classes, 2)
    points = [np.asarray(each, float) for each in returned]
    if any(each.shape != shape or not np.isfinite(each).all() for each in points):
        return Message("with noise, X is no array of shape (S·K, 2) of finite numbers")
    first, again, other = points
    still = at_rest(samples, classes)
    if np.allclose(first, still, 0, 1e-6):
        return Message("the points are where they are without noise")
    if not np.array_equal(first, again):
        return Message("two generators of the same seed give different points")
    if np.array_equal(first, other):
        return Message("generators of different seeds give the same points")
    radius = np.tile(np.linspace(0, 1, samples), classes)
    if not all(np.allclose(np.hypot(*each.T), radius, 0, 1e-5) for each in (first, other)):
        return Message("the noise changes the distances from the origin, not the angles alone")
    turns = np.stack([turned(each, samples, classes) for each in (first, other)])
    return unlike_normal(turns, noise)


def at_rest(samples, classes):
    """The points of a spiral without noise."""
    r = np.tile(np.linspace(0, 1, samples), classes)
    t = np.concatenate([np.linspace(4 * j, 4 * (j + 1), samples) for j in range(classes)])
    return np.column_stack([r * np.sin(t), r * np.cos(t)])


def turned(X, samples, classes):
    """By how much the angle of each point is another than without noise: (K, S - 1).

    The first point of an arm is the origin, which has no angle.
    """
    x, y = (X - 0.0).T
    still_x, still_y = at_rest(samples, classes).T
    angles = np.arctan2(x * still_y - y * still_x, x * still_x + y * still_y)
    return angles.reshape(classes, samples)[:, 1:]


def unlike_normal(turns, noise):
    """How angles of two spirals, (2, K, S - 1), are no normal numbers of this deviation."""
    if np.ptp(turns, axis=2).max() < 1e-5:
        return Message("all points of an arm are turned by the same angle")
    if np.allclose(turns[:, :1], turns, 0, 1e-5):
        return Message("each arm has the same random numbers as the first one")
    middle, spread = np.mean(turns), np.std(turns)
    if abs(middle) > max(noise, spread) / 4:
        return Message("the noise turns the points to one side: its mean is not 0")
    low, high = (bound * noise for bound in SPREAD)
    if spread > high:
        return Message("the angles spread too far")
    if spread < low:
        return Message("the angles spread too little")
    halves = np.array_split(turns, 2, axis=2)
    if not all(low < np.std(half) < high for half in halves):
        return Message("the angles spread more at one end of an arm than at the other")
    least, most = NORMAL
    size = np.mean(np.abs(turns - middle)) / spread
    skewness = np.mean((turns - middle) ** 3) / spread**3
    if not least < size < most or abs(skewness) > SKEWED:
        return Message("the angles spread as far as they should, but not as normal numbers do")
    return []


def rows_of_three(returned):
    """A Keras model came back that gives one row of 3 numbers for each point."""
    if "kind" in returned:
        return no_model(**returned)
    for n, (kind, shape) in zip((1, 7), returned["outputs"], strict=True):
        points = counted(n)
        if kind == "declared":
            return [
                Message(
                    "the network is made for inputs of shape {declared}, and a point has (2,)",
                    declared=shape_text(shape),
                ),
                *what_an_input_shows(shape),
            ]
        if kind == "inputs":
            return Message(
                "the network takes {count} inputs, and is given one: a batch of points",
                count=shape[0],
            )
        if kind == "NoneType":
            return Message("the network gives None: is a `return` missing in its `call`?")
        if kind:
            return Message("the output for {points} is a {type}, not one tensor", points=points,
                           type=kind)  # fmt: skip
        if shape != [n, CLASSES]:
            message = Message(
                "the output for {points} has shape {shape}, expected {expected}",
                points=points,
                shape=tuple(shape),
                expected=(n, CLASSES),
            )
            return [message, *what_a_shape_shows(n, shape)]
    return []


def no_model(kind, type, origin):
    """What came back in the place of a model."""
    if kind == "another keras":
        return [
            Message(
                "create_network returned an object of {module}, not a keras.Model", module=origin
            ),
            Message("import keras or tensorflow.keras, and nothing from {module}", module=origin),
        ]
    if kind in NO_MODELS:
        return NO_MODELS[kind]
    message = Message(
        "create_network returned an object of type {type}, not a keras.Model", type=type
    )
    if type == "History":
        return [message, Message("that is what `fit` returns")]
    return [message, Message("its class is from {module}", module=origin)] if origin else message


NO_MODELS = {
    "nothing": Message("create_network returned None, not a keras.Model"),
    "class": Message("create_network returned a class, not an object of that class"),
    "function": Message("create_network returned a function, not a keras.Model"),
    "layer": Message("create_network returned a single layer, not a keras.Model"),
    "symbol": Message("create_network returned the output of a layer, not a keras.Model"),
}


def counted(n):
    """So many points."""
    return Message("1 point") if n == 1 else Message("{n} points", n=n)


def shape_text(shape):
    """A shape as it is written in Python."""
    return str(tuple(None if size < 0 else size for size in shape))


def what_an_input_shows(shape):
    """What a wrong shape of the input says by itself."""
    if len(shape) == 2 and shape[1] == 2:
        return [Message("the axis of the batch is none of a point's: Keras adds it")]
    return []


def what_a_shape_shows(n, shape):
    """What a wrong shape of the output says by itself."""
    if not shape or shape[0] != n:
        return [Message("the first axis is the batch, and has one entry for each point")]
    if len(shape) == 1:
        return [Message("there is one number for each point, and not one for each class")]
    if len(shape) == 2:
        return [Message("each row has another count of numbers than there are classes")]
    return [Message("one row of numbers is asked for each point, and there are several")]


def of_the_network(holds):
    """A predicate of what a network that was sent is and does, from one of its description."""

    @functools.wraps(holds)
    def looked_at(sent):
        described = describe(sent, some_points())
        return no_network(described) or holds(described)

    return looked_at


def no_network(described):
    """Why a description is of no network that can be looked at."""
    if "output_type" in described:
        return Message("the output is a {type}, not one tensor", type=described["output_type"])
    if "failure" in described and not weighted(described):
        return NO_WEIGHTS
    if "failure" in described:
        message = Message(
            "it can't be turned into a graph of operations, which training needs, too"
        )
        return [message, Message("{reason}", reason=described["failure"])]
    if "layers" not in described:
        return Message("an object of type {type} is no network", type=described["type"])
    if not weighted(described) and not described["unknown"]:
        return NO_WEIGHTS
    return []


NO_WEIGHTS = Message("there are no weights in it that make a difference to what it gives")


def weighted(described):
    """The types of the layers with weights."""
    return [layer["type"] for layer in described.get("layers", []) if layer["has_weights"]]


@of_the_network
def probabilities(described):
    """Each row is a distribution, which comes from weights and from the point alone."""
    if not described["finite"]:
        return Message("not all numbers that it gives are finite")
    if not described["inputs"]:
        return Message("what it gives does not depend on the point that it is given")
    if described["mixes_images"]:
        return Message("what it gives for a point depends on the other points of the batch")
    if described["any_negative"] or not described["rows_sum_to_one"]:
        return no_probabilities(described)
    if described["random_after_output"]:
        return Message("something random (Dropout, noise) comes after the last layer with weights")
    return []


def no_probabilities(described):
    """What the output is, where its rows are no probabilities."""
    by = " and ".join(described["output_activations"])
    if not by:
        return Message("the last layer has no activation: these are logits, not probabilities")
    if by == "unknown":
        return Message("the rows of the output are no probabilities: they do not sum to 1")
    return Message(
        "the output is activated, by {activations}, and its rows are no probabilities",
        activations=by,
    )


def accuracy_at_least(bar):
    """Enough of the new points, of which no process of a student's is told."""

    def holds(trained, held_out, labels):
        described = describe(trained["network"], some_points())
        if none := no_network(described):
            return none
        if not any(layer["trainable"] for layer in described["layers"]):
            return Message("all weights are frozen, so there is nothing to train")
        given = predict(trained["network"], held_out)
        if np.shape(given) != (len(labels), CLASSES):
            return Message("what came back after training is no network")
        if not np.isfinite(given).all():
            return Message("after training, what it gives is not finite")
        found = float(np.mean(np.argmax(given, axis=1) == labels))
        if found >= bar:
            return []
        causes = list(held_back(described, trained))
        if causes:
            # Without a number, so that it is the same for the same cause.
            first = Message("it learns too little of the spiral: {cause}", cause=causes[0])
            return [first, *(Message("or: {cause}", cause=cause) for cause in causes[1:])]
        message = Message("it learns too little of the spiral")
        if np.allclose(given, given[:1], atol=1e-4):
            message = Message("after training it gives the same for all points")
        measured = Message(
            "right on {found} of {count} new points; {bar} are asked",
            found=f"{found:.0%}",
            count=len(labels),
            bar=f"{bar:.0%}",
        )
        return [message, measured]

    def margin(trained, held_out, labels):
        given = predict(trained["network"], held_out)
        if np.shape(given) != (len(labels), CLASSES):
            return -bar
        return float(np.mean(np.argmax(given, axis=1) == labels)) - bar

    holds.margin = margin
    return holds


def held_back(described, trained):
    """What can be seen that keeps a network from learning a spiral."""
    layers = described["layers"]
    hidden = [
        x
        for x in layers
        if x["has_weights"] and x["name"] not in described["output_layers"] and x["units"]
    ]
    if any(x["has_weights"] and not x["trainable"] for x in layers):
        yield Message("some of its layers are frozen")
    if described["unknown"]:
        yield Message("it uses weights that belong to no layer of it, which Keras does not train")
    if len(weighted(described)) == 1:
        yield Message("it has no hidden layer")
    elif not described["nonlinear"]:
        yield Message("nothing that is not linear stands between its layers")
    if trained["equal"]:
        yield Message("in a hidden layer, the weights all start at the same number")
    if any(x["activation"] == "softmax" for x in hidden):
        yield Message("a hidden layer has a softmax: its numbers add up to 1, so each is small")
    if any(x["units"] <= FEW_UNITS for x in hidden):
        yield Message("a hidden layer has {units} units or fewer", units=FEW_UNITS)
    if any(x["type"] in DROPOUT and x["rate"] >= HIGH_RATE for x in layers):
        yield Message("a Dropout leaves out {rate} of the numbers or more", rate=f"{HIGH_RATE:.0%}")
    if any(x["decay"] >= STRONG_DECAY for x in layers):
        yield Message(
            "a regularizer pulls weights to 0, with a factor of {factor} or more",
            factor=STRONG_DECAY,
        )
    if trained["unmoved"]:
        yield Message("training leaves some weights as they were: no gradient reaches them")


# --- what the worker does --------------------------------------------------------------------


def three(returned, *places):
    """Some of three results; what has not three results is told in words."""
    if not isinstance(returned, (list, tuple)):
        return returned
    if len(returned) != 3:
        return f"{len(returned)} results"
    chosen = [returned[place] for place in places]
    return chosen[0] if len(chosen) == 1 else chosen


def decider(W, b):
    """The decision of softmax regression; it takes points, (M, 2), and nothing else."""

    def predict(points):
        points = np.asarray(points)
        if points.ndim != 2 or points.shape[1] != 2:
            raise ValueError(f"predict takes points of shape (M, 2), and was given {points.shape}")
        return np.argmax(points @ W + b, axis=1)

    return predict


def some_points():
    """Sixteen points about the origin."""
    return np.random.default_rng(12).uniform(-1, 1, size=(16, 2)).astype("float32")


@contextmanager
def plain_errors():
    """Let Keras raise one sentence, and say what it means."""
    keras.config.disable_traceback_filtering()
    try:
        yield
    except ValueError as error:
        meaning = next((meant for said, meant in MEANINGS.items() if said in str(error)), "")
        if meaning:
            error.args = (f"{str(error).strip().rstrip('.')}. {meaning}",)
        raise


MEANINGS = {
    "expected min_ndim": "A layer for sequences or images is given points, which are rows of two"
    " numbers.",
    "expected axis -1": "The layer was made for rows of another length than it is given now.",
    "interpret activation function": "There is no activation of this name.",
    "No gradients provided": "What the network gives has no gradient: argmax, one_hot, rounding, a"
    " cast to integers or stop_gradient cut it off.",
    "be added to a Sequential model": "Each is a layer of `keras` or `tensorflow.keras`, made with"
    " brackets.",
}


def kind_of(network):
    """Which of the things that are no model it is, the name of its type, and where that is from."""
    origins = [each.__module__ for each in type(network).__mro__ if each is not object]
    origin = origins[0] if origins and origins[0] != "builtins" else ""
    others = [another for each in origins if (another := another_keras(each))]
    kinds = {
        "nothing": network is None,
        "class": isinstance(network, type),
        "function": inspect.isroutine(network),
        "another keras": bool(others),
        "layer": isinstance(network, keras.Layer),
        "symbol": isinstance(network, keras.KerasTensor),
    }
    kind = next((kind for kind, is_one in kinds.items() if is_one), "")
    return {
        "kind": kind,
        "type": type(network).__name__,
        "origin": others[0] if others else origin,
    }


def another_keras(module):
    """The package of a module of Keras that is not the one that is asked."""
    parts = module.split(".")
    if parts[0] in ("tf_keras", "keras_core"):
        return parts[0]
    return ".".join(parts[: parts.index("keras") + 1]) if "keras" in parts[1:] else ""


def called(network, n):
    """What comes of calling a network on n points: what is no tensor, by its type, and the shape.

    Where it can't be called, and declares inputs of another shape, that shape; sizes that are free
    are -1.
    """
    try:
        output = network(tf.constant(some_points()[:n]))
    except (ValueError, tf.errors.InvalidArgumentError):
        declared = declared_shape(network)
        if declared is None:
            raise
        return declared
    is_one = isinstance(output, tf.Tensor)
    return ["", list(output.shape)] if is_one else [type(output).__name__, []]


def declared_shape(network):
    """The shape of the inputs that a network declares, if it is another than a point's."""
    try:
        shape = network.input_shape
    except (AttributeError, ValueError):
        return None
    if isinstance(shape, list | dict) or (shape and isinstance(shape[0], tuple | list)):
        return ["inputs", [len(shape)]]
    sizes = [-1 if size is None else int(size) for size in shape[1:]]
    return None if sizes in ([2], [-1]) else ["declared", sizes]


def train(network, X, Y):
    """Train a network with Adam, all of it in one graph: 60 times all samples, in batches of 32."""
    random = np.random.default_rng(len(X))
    order = np.concatenate([random.permutation(len(X)) for _ in range(EPOCHS)])
    order = order[: len(order) // BATCH_SIZE * BATCH_SIZE].reshape(-1, BATCH_SIZE)
    batches, labels = tf.constant(X[order]), tf.constant(Y[order])
    weights = network.trainable_weights
    optimizer = keras.optimizers.Adam(RATE)
    optimizer.build(weights)
    loss_of = keras.losses.SparseCategoricalCrossentropy()

    def step(i):
        with tf.GradientTape() as tape:
            loss = loss_of(labels[i], network(batches[i], training=True))
            loss += tf.add_n(network.losses) if network.losses else 0.0
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
        return [i + 1]

    @tf.function
    def all_steps():
        tf.while_loop(lambda i: i < len(order), step, [0])

    all_steps()


def matrices(network):
    """The values of the weights that are trained and no bias."""
    found = [w for w in network.trainable_weights if len(w.shape) > 1]
    return [w.numpy() for w in found]


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=20,
    hints=(
        "Two things are asked, X and y. How many points are there on one arm, how many arms, and "
        "how many numbers say where a point is? Print `X.shape` and `y.shape`, and compare.",
        "All arms stand below one another in one array: X is (S·K, 2), a row for each point, x "
        "first. `np.concatenate` puts a list of (S, 2) arrays together. y is a vector (S·K,) of "
        "class ids, neither a column nor one-hot.",
    ),
)
def make_spiral_shape(student, samples, classes, noise, seed):
    """make_spiral returns X of shape (S·K, 2) and y of shape (S·K,)"""
    return student.make_spiral(samples, classes, noise, np.random.default_rng(seed))


@exercise.check(
    points=1,
    needs="make_spiral_shape",
    examples=40,
    hints=(
        "Without noise there is nothing random. Take the last point of class 0: its radius is 1 "
        "and its angle 4, so it is (sin 4, cos 4) = (−0.7568, −0.6536). Is that in your row S − 1? "
        "Where does the next arm begin?",
        "Radius and angle come from `np.linspace`, with both ends and S numbers. The radius goes "
        "from 0 to 1 on each arm; the angle of class j from 4j to 4(j + 1), in radians. The sine "
        "belongs to x. The classes stand in order: S rows of class 0, then S of class 1.",
    ),
)
def make_spiral_values(student, samples, classes, seed):
    """without noise, make_spiral puts each point where the formula has it, class by class"""
    X, y = student.make_spiral(samples, classes, 0, np.random.default_rng(seed))
    return X, y


@exercise.check(
    points=0.5,
    of="make_spiral",
    needs="make_spiral_values",
    examples=1,
    holds=noisy_angles,
    hints=(
        "Which of the two, radius or angle, does the noise change? How many random numbers are "
        "needed for S points on K arms? And what must two generators give that were made from the "
        "same seed, and two of different seeds?",
        "Each point has one standard normal number of its own, multiplied by `noise` and added to "
        "its angle. All of them come from the argument `rng`, which has methods for that; "
        "functions of `np.random` and a generator of your own know nothing of it. The radius "
        "stays.",
    ),
)
def make_spiral_noise(student, samples, classes, noise, seed):
    """with noise, the angles spread as normal numbers from rng do, and the radii stay"""
    first, again, other = (
        student.make_spiral(samples, classes, noise, np.random.default_rng(s))[0]
        for s in (seed, seed, seed + 1)
    )
    return [first, again, other]


@exercise.check(
    points=1.5,
    of="softmax_regression",
    absolute=LARGE_LOGITS,
    examples=50,
    hints=(
        "Take the first sample of the example: what are its logits, their softmax, and the "
        "probability of the true class? Its loss is minus the natural log of that one number. Do "
        "the same with the others: what makes one number of them all?",
        "The mean over the N samples. For softmax, each row is divided by its own sum; for logits "
        "as large as 1000, `np.exp` overflows, so take the largest number of each row away from "
        "that row first. Where log gets a 0, put the two together: z − log Σ exp z.",
    ),
)
def softmax_regression_loss(student, X, Y, W, b):
    """the loss is the mean of minus ln of the true class's probability, for large logits, too"""
    return three(student.softmax_regression(X, Y, W, b), 0)


@exercise.check(
    points=1.5,
    of="softmax_regression",
    absolute=1e-5,
    examples=50,
    hints=(
        "Work out P and P − Y for the example, a row for each sample. How much of each row goes to "
        "db, and what is each row multiplied by before it goes to dW? By what are the sums "
        "divided? Print `dW.shape` and `db.shape`.",
        "dW has the shape of W, (D, C), and db that of b, (C,); the loss comes first, then dW, "
        "then db. A test that needs no formula: (loss at b + h minus loss at b − h) / 2h, with h "
        "= 1e-5 in one place of b, is that place of db.",
    ),
)
def softmax_regression_gradient(student, X, Y, W, b):
    """dW is the gradient of the loss with respect to W, and db the one with respect to b"""
    dW_and_db = three(student.softmax_regression(X, Y, W, b), 1, 2)
    return dW_and_db


@exercise.check(
    points=0.5,
    of="decision_grid",
    examples=30,
    hints=(
        "What is the smallest x of the example, the largest x, and where do the two axes of your "
        "grid begin and end? Print `xx` and `yy` for `steps = 3`: in which of them do the numbers "
        "change along a row?",
        "x is the first column of X, and has a range of its own; so has y. Each range is 0.1 wider "
        "at both ends, and has `steps` numbers, the ends included, which `np.linspace` gives. "
        "`np.meshgrid` of the two, as it is by itself, makes xx and yy.",
    ),
)
def decision_grid_axes(student, X, W, b, steps):
    """xx and yy are the grid from 0.1 below the smallest number of a column to 0.1 above"""
    return three(student.decision_grid(decider(W, b), X, steps), 0, 1)


@exercise.check(
    points=1.5,
    of="decision_grid",
    examples=50,
    hints=(
        "Which point of the plane belongs to Z[0, 1]? Ask `predict` for (xx[0, 1], yy[0, 1]) "
        "alone, and compare. What is the shape of what you hand to `predict`, and what is the "
        "shape of Z?",
        "`predict` takes rows of (x, y), x first: as many rows as the grid has points, "
        "steps · steps. What it gives is one long vector, in the order of those rows; brought to "
        "the shape of xx it is Z. Go through xx and yy in the same order there and back.",
    ),
)
def decision_grid_values(student, X, W, b, steps):
    """Z[i, j] is what predict says of the point (xx[i, j], yy[i, j])"""
    return three(student.decision_grid(decider(W, b), X, steps), 2)


@exercise.check(
    points=1,
    holds=rows_of_three,
    try_it=CALLED,
    hints=(
        "What does `print(type(create_network()))` say? And what are the shapes of what it gives "
        "for 1 point, `tf.zeros((1, 2))`, and for 7? (1, 3) and (7, 3) are asked. If an exception "
        "comes, which layer raises it, and what is it given?",
        "Return the model itself: `compile`, `build`, `add`, `fit` and `summary` give something "
        "else. An `Input` declares one point, (2,); Keras adds the axis of the batch. The last "
        "layer has three units, one for each class, whatever stands before.",
    ),
)
def create_network_output(student):
    """create_network returns a Keras model that gives a row of 3 numbers for each point"""
    with plain_errors():
        network = student.create_network()
        if not isinstance(network, keras.Model):
            return kind_of(network)
        return {"outputs": [called(network, n) for n in (1, 7)]}


@exercise.check(
    points=0.5,
    needs="create_network_output",
    holds=probabilities,
    try_it=PROBABILITIES,
    hints=(
        "Print what your network gives for five points: are there negative numbers, and what does "
        "each row add up to? Does a point get the same row alone as among others?",
        "Three logits become probabilities by a softmax within the row: that is the activation of "
        "the last layer here. It has three units, and nothing comes after it. (In exercise 3 the "
        "loss took the softmax; here the loss is told that it gets probabilities.)",
    ),
)
def create_network_probabilities(student):
    """each row is three probabilities, which depend on this one point"""
    with plain_errors():
        return send(student.create_network(), some_points())


@exercise.check(
    points=1.5,
    needs=("create_network_output", "create_network_probabilities"),
    examples=1,
    holds=accuracy_at_least(ACCURATE),
    secret=("held_out", "labels"),
    try_it=TRAINING,
    hints=(
        "Train it yourself: `grader check ex12 -v` shows code that does, on three rings, and "
        "`python spiral.py` on a spiral. Does the loss fall, and where does it stop? Without a "
        "hidden layer, or with hidden layers that are linear, about half of the points are right "
        "and no more: the borders are straight lines.",
        "Start from what learns: one or two hidden layers of 32 units with ReLU, then the three "
        "units with softmax. Put your own parts back one by one. What holds a network back: very "
        "narrow layers, strong Dropout or regularizers, frozen weights, weights that start equal.",
    ),
)
def create_network_learns(student, X, Y):
    """trained on a spiral with noise, the network is right on 85 % of new points"""
    with plain_errors():
        network = student.create_network()
        network(X[:1])
        before = matrices(network)
        if network.trainable_weights:
            train(network, X, Y)
        return {
            "network": send(network, some_points(), weights=True),
            "equal": any(np.ptp(w) == 0 for w in before if w.size > 1 and w.shape[-1] != CLASSES),
            "unmoved": any(map(np.array_equal, before, matrices(network))),
        }
