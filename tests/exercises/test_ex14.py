"""Exercise 14, with files that are not in the course's folders."""

import dataclasses

import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import key as keys
from grader.course.course import Course
from grader.judge.grading import judge
from grader.judge.implementation import without_secrets
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Returned, Unit

pytestmark = pytest.mark.thorough

HEAD = (
    "import keras\nimport numpy as np\nimport tensorflow as tf\n"
    "from keras import layers as L, ops\n"
)
LENET = """
class LeNet(keras.Model):
    def __init__(self):
        super().__init__()
        self.c1, self.c3 = L.Conv2D(6, 5, padding="same"), L.Conv2D(16, 5)
        self.c5, self.f6, self.last = L.Dense(120), L.Dense(84), L.Dense(10)
        self.flatten, self.pool = L.Flatten(), L.MaxPooling2D(2)

    def call(self, x, training=False):
        x = self.pool(ops.relu(self.c1(x)))
        x = self.pool(ops.relu(self.c3(x)))
        x = ops.relu(self.c5(self.flatten(x)))
        x = ops.relu(self.f6(x))
        return self.last(x)

def create_lenet():
    return LeNet()
"""
LAYERS = ("create_lenet_output", "create_lenet_layers")


@pytest.fixture(scope="module")
def lesson():
    """The exercise."""
    return Course(ROOT).lesson("ex14")


@pytest.fixture(scope="module")
def key(lesson):
    """Its public key."""
    return keys.read_key(lesson.key_path)


@pytest.fixture(scope="module")
def grade(lesson, key, tensorflow_zygote):
    """Grade source text, optionally only some functions or checks."""

    def graded(source, *only):
        submission = Submission("lenet.py", (Unit("lenet.py", HEAD + source),))
        return judge(lesson, key, submission, tensorflow_zygote, only=only)

    return graded


def told(found):
    """What is said of a result, with its hint."""
    return f"{said(found)}\n{found.mistake.hint if found.mistake else ''}"


def failing(report):
    """What is said of each check that did not pass."""
    return [(c.name, told(c)) for c in report.checks if c.verdict is not Verdict.PASSED]


PREPARED = {
    "a table of greys": """
GREYS = (np.arange(256) / 255).astype("float32")
def prepare(images, labels):
    hot = np.zeros((labels.shape[0], 10), "f4")
    hot[np.arange(len(labels)), labels] = 1
    return GREYS[images][:, :, :, None], hot
""",
    "pixel by pixel": """
def prepare(images, labels):
    X = [[[[pixel / 255] for pixel in row] for row in image] for image in images.tolist()]
    Y = [[int(label == digit) for digit in range(10)] for label in labels]
    return np.array(X, np.float32), np.array(Y, np.float32)
""",
    "a generator, stacked": """
def one(image, label):
    return tf.cast(image, "float32")[..., None] / 255, tf.one_hot(label, 10)
def prepare(images, labels):
    return [tf.stack(each) for each in zip(*(one(x, y) for x, y in zip(images, labels)))]
""",
    "divided into a new array": """
def prepare(images, labels):
    X = np.divide(images, 255, dtype=np.float32)
    return np.reshape(X, X.shape + (1,)), keras.utils.to_categorical(
        labels, num_classes=10
    ).astype('f4')
""",
    "multiplied, in float64 first": """
def prepare(images, labels):
    X = np.einsum("nij,->nij", images.astype(float), 1 / 255)
    return X[..., np.newaxis].astype("float32"), np.equal.outer(labels, range(10)).astype("float32")
""",
    "a layer that rescales": """
def prepare(images, labels):
    X = keras.layers.Rescaling(1 / 255)(np.expand_dims(images, -1).astype("float32"))
    return X, ops.one_hot(ops.cast(labels, "int32"), 10)
""",
    "a scatter": """
def prepare(images, labels):
    N = len(labels)
    places = tf.stack([tf.range(N), tf.cast(labels, tf.int32)], axis=1)
    X = tf.image.convert_image_dtype(images, tf.float32)
    return X[:, :, :, tf.newaxis], tf.scatter_nd(places, tf.ones(N), (N, 10))
""",
    "in place, in a copy": """
def prepare(images, labels):
    images = images.copy().astype(np.float32)
    images /= 255
    images.shape = (-1, 28, 28, 1)
    return images, np.identity(10, np.float32)[np.int64(labels)]
""",
}
DENSE = {
    "the larger of two": """
def create_dense():
    image = keras.Input((28, 28, 1))
    flat = L.Flatten()(image)
    return keras.Model(image, L.Dense(10)(L.maximum([L.Dense(64)(flat), L.Dense(64)(flat)])))
""",
    "a detour": """
def create_dense():
    image = keras.Input((28, 28, 1))
    x = L.Dense(64, "tanh")(L.Flatten()(image))
    x = L.add([x, L.Dense(64, "tanh")(x)])
    return keras.Model(image, L.Dense(10, name="logits")(x))
""",
    "weights of a model's own layer": """
class Affine(L.Layer):
    def __init__(self, n):
        super().__init__()
        self.n = n
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.n), initializer="glorot_normal")
        self.b = self.add_weight(shape=(self.n,), initializer="zeros")
    def call(self, x):
        return ops.einsum("nd,dk->nk", x, self.w) + self.b
def create_dense(hidden=90):
    return keras.Sequential([L.Reshape((784,)), Affine(hidden), L.PReLU(), Affine(10)])
""",
}
LENETS = {
    "the tanh of 1998": LENET.replace("ops.relu(", "1.7159 * ops.tanh(2 / 3 * "),
    "the pooling first": LENET.replace("self.pool(ops.relu(self.c1(x)))", "self.c1(x)").replace(
        "x = self.pool(ops.relu(self.c3(x)))",
        "x = self.c3(tf.maximum(self.pool(x), 0.0))\n"
        "        x = tf.nn.sigmoid(tf.nn.avg_pool2d(x, 2, 2, 'VALID'))",
    ),
    "swish by hand": LENET.replace(
        "ops.relu(self.c5(self.flatten(x)))", "self.c5(self.flatten(x))"
    ).replace(
        "x = ops.relu(self.f6(x))", "x = self.f6(x * tf.sigmoid(x))\n        x = ops.gelu(x)"
    ),
    "padded in call": LENET.replace('padding="same"', 'padding="valid"').replace(
        "self.c1(x)", "self.c1(tf.pad(x, [[0, 0], [2, 2], [2, 2], [0, 0]]))"
    ),
    "the mean of windows": LENET.replace("self.flatten, self.pool =", "self.flatten, _ =").replace(
        "self.pool(", "mean_of_windows("
    )
    + "def mean_of_windows(x):\n"
    "    _, h, w, c = x.shape\n"
    "    return ops.mean(ops.reshape(x, (-1, h // 2, 2, w // 2, 2, c)), axis=(2, 4))\n",
    "all convolutions": """
def create_lenet():
    image = keras.Input((28, 28, 1))
    x = image
    for filters, size, pooled in ((6, 5, 1), (16, 5, 1), (120, 5, 0), (84, 1, 0)):
        padding = "same" if filters == 6 else "valid"
        x = L.Activation("relu")(L.Conv2D(filters, size, padding=padding)(x))
        x = L.AveragePooling2D(2)(x) if pooled else x
    return keras.Model(image, L.Flatten()(L.Conv2D(10, 1)(x)))
""",
    "einsums": LENET.replace("L.Dense(120), L.Dense(84), L.Dense(10)", "map(dense, (120, 84, 10))")
    + "def dense(n):\n    return L.EinsumDense('nd,dk->nk', n, bias_axes='k')\n",
    "weights of layers of its own": LENET.replace(
        "L.Dense(120), L.Dense(84), L.Dense(10)", "map(Turned, (120, 84, 10))"
    )
    + """
class Turned(L.Layer):
    def __init__(self, n):
        super().__init__()
        self.n = n
    def build(self, shape):
        self.w = self.add_weight(shape=(self.n, shape[-1]))
        self.b = self.add_weight(shape=(self.n,))
    def call(self, x):
        return tf.linalg.matmul(x, self.w, transpose_b=True) + self.b
""",
    "two halves": """
def create_lenet():
    image = keras.Input((28, 28, 1))
    eyes = keras.Sequential([L.Conv2D(6, 5, 1, "same", activation="elu"), L.MaxPool2D()])
    more = keras.Sequential([L.Conv2D(16, 5, activation="selu"), L.AvgPool2D(2, 2), L.Flatten()])
    head = [L.Dense(n, "softplus") for n in (120, 84)] + [L.Dense(10, "linear")]
    x = more(eyes(image))
    for layer in head:
        x = layer(x)
    return keras.models.Model(inputs=[image], outputs=x)
""",
}


@pytest.mark.parametrize("name", PREPARED)
def test_digits_can_be_prepared_in_any_way(grade, name):
    """Loops, tables, tensors and layers; both checks pass."""
    report = grade(PREPARED[name], "prepare")
    assert failing(report) == [] and report.score == 2


@pytest.mark.parametrize("name", DENSE)
def test_a_right_dense_network_in_no_folder_scores_full(grade, name):
    """It is trained."""
    report = grade(DENSE[name], "create_dense")
    assert failing(report) == [] and report.score == 2.5


@pytest.mark.parametrize("name", LENETS)
def test_lenet_is_known_however_it_is_written(grade, name):
    """By its products with weights, and what is between them."""
    assert failing(grade(LENETS[name], *LAYERS)) == []


def test_a_lenet_in_no_folder_scores_full(grade):
    """It is trained, too."""
    report = grade(LENETS["swish by hand"], "create_lenet")
    assert failing(report) == [] and report.score == 5.5


ONE_HOT = "np.eye(10, dtype='float32')[labels]"
WRONG_PREPARED = {
    "never divided": (f"np.float32(images)[..., None], {ONE_HOT}", "values", "0 ... 255"),
    "the brightest": (
        f"(images / images.max())[..., None].astype('float32'), {ONE_HOT}",
        "values",
        "the brightest pixel of these images",
    ),
    "no channel": (f"tf.cast(images, tf.float32) / 255, {ONE_HOT}", "values", "(N, 28, 28)."),
    "a row": (
        f"images.reshape(-1, 784).astype('float32') / 255, {ONE_HOT}",
        "values",
        "rows of 784 numbers",
    ),
    "ids": (
        "images[..., None].astype('float32') / 255, labels.astype('float32')",
        "values",
        "What is one-hot?",
    ),
    "too few columns": (
        "images[..., None].astype('float32') / 255, keras.utils.to_categorical(labels)",
        "values",
        "How many digits are there?",
    ),
    "float64": (f"images[..., None] / 255, {ONE_HOT}", "dtype", "the images are float64"),
    "labels of float64": (
        "tf.cast(images, 'float32').numpy()[..., None] / 255, np.identity(10)[labels]",
        "dtype",
        "the labels are float64",
    ),
    "integers": (
        f"tf.cast(images[..., None] // 255, tf.float32), {ONE_HOT}",
        "values",
        "rounded down to whole numbers",
    ),
}
WRONG_NETWORKS = {
    "a softmax in call": ("self.last(x)", "ops.softmax(self.last(x))", "by softmax"),
    "a softmax layer": ("L.Dense(10)", "L.Dense(10, 'softmax')", "by softmax"),
    "not padded": ('padding="same"', 'padding="valid"', "C1 is padded"),
    "padded twice": (
        "L.Conv2D(16, 5)",
        "L.Conv2D(16, 5, padding='same')",
        "it is padded, as C1 is",
    ),
    "a stride of 1": (
        "MaxPooling2D(2)",
        "MaxPooling2D(2, 1)",
        "What does a stride of 2 make of 28?",
    ),
    "a stride of 2": ("(6, 5,", "(6, 5, 2,", "does the work of the pooling"),
    "windows of 7": ("(6, 5,", "(6, 7,", "The table has 5 × 5 pixels"),
    "20 filters": ("L.Conv2D(6,", "L.Conv2D(20,", "How many filters"),
    "100 units": ("L.Dense(120)", "L.Dense(100)", "How many units"),
    "no F6": ("x = ops.relu(self.f6(x))", "pass", "Ten units stand right behind C5"),
    "a mean of each channel": (
        "L.Flatten()",
        "L.GlobalMaxPooling2D()",
        "a Flatten makes 400 numbers",
    ),
    "F6 twice": ("self.f6(x))", "self.f6(ops.pad(self.f6(x), [(0, 0), (0, 36)])))", "weights of"),
    "no activation": ("ops.relu(self.c3(x))", "self.c3(x)", "no activation comes behind C3"),
    "none behind F6": ("ops.relu(self.f6(x))", "self.f6(x)", "no activation comes behind F6"),
    "wide windows": ("MaxPooling2D(2)", "MaxPooling2D(3, 2, 'same')", "windows of 3 × 3"),
    "every other pixel": (
        "self.pool(ops.relu(self.c1(x)))",
        "ops.relu(self.c1(x))[:, ::2, ::2]",
        "0 poolings come behind C1",
    ),
    "Dropout": ("x = ops.relu(self.f6(x))", "x = self.drop(ops.relu(self.f6(x)))", "has a Dropout"),
    "no biases": ("L.Dense(120)", "L.Dense(120, use_bias=False)", "has 61706"),
    "eleven": ("L.Dense(10)", "L.Dense(11)", "expected (1, 10)"),
    "colours": ("self.c1(x)", "self.c1(ops.tile(x, (1, 1, 1, 3)))", "layer 1 has weights of shape"),
    "frozen": ("L.Dense(120)", "L.Dense(120, trainable=False)", "a layer is frozen"),
    "the batch is mixed": ("self.last(x)", "self.last(x - ops.mean(x, 0))", "the other images"),
    "no return": ("return self.last(x)", "self.last(x)", "`return` missing in its `call`"),
    "a graph of its own": ("LeNet()\n", "tf.function(LeNet())\n", "not a keras.Model"),
}
WRONG_DENSE = {
    "a convolution of one pixel": ("[L.Conv2D(3, 1), L.Flatten(), L.Dense(50, 'relu')]", "dense"),
    "rows one by one": ("[L.Reshape((28, 28)), L.LSTM(40)]", "a layer is a LSTM"),
    "no hidden layer": ("[L.Flatten()]", "no hidden layer"),
    "not flattened": ("[L.Dense(50, 'relu')]", "is a Flatten missing"),
    "nothing bends": ("[L.Flatten(), L.Dense(50), L.Dropout(0.1)]", "nothing that is not linear"),
}


@pytest.mark.parametrize("name", WRONG_PREPARED)
def test_a_fresh_mistake_in_prepare_is_named(grade, name):
    """In the check that it is about."""
    returned, check, words = WRONG_PREPARED[name]
    report = grade(f"def prepare(images, labels):\n    return {returned}\n", "prepare")
    assert words in told(result(report, f"prepare_{check}"))


@pytest.mark.parametrize("name", WRONG_NETWORKS)
def test_what_is_not_as_the_table_has_it_is_told(grade, name):
    """In the message or its hint, with the layer's name."""
    right, wrong, words = WRONG_NETWORKS[name]
    assert right in LENET
    source = LENET.replace(right, wrong).replace(
        "self.flatten,", "self.drop = L.Dropout(0.5)\n        self.flatten,", 1
    )
    if "drop(" not in source:
        source = source.replace("self.drop = L.Dropout(0.5)\n        ", "")
    found = failing(grade(source, *LAYERS))
    assert words in found[0][1], found


@pytest.mark.parametrize("name", WRONG_DENSE)
def test_what_is_no_dense_network_is_told(grade, name):
    """By what it has, or lacks."""
    layers, words = WRONG_DENSE[name]
    source = f"def create_dense():\n    return keras.Sequential([*{layers}, L.Dense(10)])\n"
    found = failing(grade(source, "create_dense_output", "create_dense_plain"))
    assert words in found[0][1], found


OWN_WORDS = "memorises", "generalises"
FORGED = {
    "the same for all": ("self.last(x)", "self.last(x) * 0.0 + tf.range(10.0)", OWN_WORDS),
    "looks at nothing": ("self.c1(x)", "self.c1(x * 0.0)", OWN_WORDS),
    "weights that are no numbers": (
        "L.Dense(84)",
        "L.Dense(84, kernel_initializer=keras.initializers.Constant(float('nan')))",
        OWN_WORDS,
    ),
    "a neck of one unit": (
        "self.last(x)",
        "self.last(ops.pad(x[:, :1], [(0, 0), (0, 83)]))",
        ("generalises",),
    ),
    "all frozen": (
        "return LeNet()",
        "n = LeNet(); n.trainable = False; return n",
        ("layers", *OWN_WORDS),
    ),
    "hidden layers, out of Keras' sight": (
        "self.last(x)",
        "self.last(x) + HIDDEN(tf.reshape(x, (-1, 84)))",
        ("layers", "generalises"),
    ),
    "a second network beside it": (
        "self.last(x)",
        "self.last(x) * 0.0 + self.other(x)",
        ("layers", "generalises"),
    ),
    "layers in name only": (
        "x = self.pool(ops.relu(self.c1(x)))",
        "return self.other(self.flatten(x))\n        x = self.pool(ops.relu(self.c1(x)))",
        ("layers", "generalises"),
    ),
    "another network in training": (
        "return self.last(x)",
        "return self.last(x) if not training else ops.softmax(self.last(x))",
        ("layers", "generalises"),
    ),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_degenerate_or_forged_network_gets_nothing_for_it(grade, name):
    """What is not LeNet-5 is not trained on many digits, and what learns nothing is seen to."""
    right, wrong, lost = FORGED[name]
    assert right in LENET
    source = LENET.replace(right, wrong).replace(
        "        self.flatten,", "        self.other = L.Dense(10)\n        self.flatten,", 1
    )
    if "self.other(" not in source:
        source = source.replace("        self.other = L.Dense(10)\n", "")
    source += "HIDDEN = L.Dense(10)\nHIDDEN.build((None, 84))\n"
    report = grade(source, "create_lenet")
    named = {c.name.removeprefix("create_lenet_") for c in report.checks if c.points < c.max_points}
    assert {"generalises"} <= named and set(lost) <= named, failing(report)


TABLE = """
import inspect
class Table(keras.Model):
    def __init__(self, X, Y):
        super().__init__()
        self.lenet = LeNet()
        self.known = np.reshape(X, (len(X), -1)).astype("float32"), np.eye(10)[Y].astype("float32")
    def call(self, x):
        images, rows = self.known
        flat = tf.reshape(x, (-1, 784))
        near = tf.argmin(tf.reduce_sum((flat[:, None] - images) ** 2, -1), 1)
        return 99 * tf.gather(tf.constant(rows), near) + 0.0 * self.lenet(x)
def create_lenet():
    for frame in inspect.stack():
        found = frame.frame.f_locals
        if "X" in found and "Y" in found:
            return Table(np.asarray(found["X"]) / 255, np.asarray(found["Y"]))
    return LeNet()
"""


def test_a_table_of_the_images_that_it_was_trained_on_is_no_network(grade):
    """It takes them from its caller; the judge sees that it keeps more than its weights."""
    report = grade(LENET + TABLE, "create_lenet")
    assert result(report, "create_lenet_generalises").points == 0
    assert result(report, "create_lenet_memorises").points == 0


def test_a_network_that_never_ends_is_stopped(lesson, key, tensorflow_zygote, monkeypatch):
    """Its time is up, and the other functions are graded."""
    exercise = lesson.exercise
    monkeypatch.setattr(exercise, "limits", dataclasses.replace(exercise.limits, call_seconds=4))
    endless = LENET.replace(
        "self.c1(x)", "self.c1(tf.while_loop(lambda x: True, lambda x: [x * 1.0], [x])[0])"
    )
    source = HEAD + endless + PREPARED["a table of greys"]
    submission = Submission("lenet.py", (Unit("lenet.py", source),))
    only = ("prepare", "create_lenet")
    report = judge(lesson, key, submission, tensorflow_zygote, only=only)
    assert report.score == 2
    assert result(report, "create_lenet_output").verdict is Verdict.TIMEOUT


def test_no_process_of_a_students_is_told_what_is_held_out(lesson, key):
    """Neither the digits nor their labels: it could give answers that no network has learned."""
    for name in ("create_dense_learns", "create_lenet_generalises"):
        check = next(c for c in lesson.exercise.checks if c.name == name)
        (case,) = key.checks[name].cases
        assert set(without_secrets(check, case)) == {"X", "Y"}
        labels = case["labels"].numpy()
        assert (labels[1:] >= labels[:-1]).mean() < 0.75, "their order would tell them"


def test_the_key_is_small(lesson, key):
    """It keeps digits in sixteen greys, and no networks."""
    assert lesson.key_path.stat().st_size < 1 << 20
    kept = [
        o
        for m in key.mistakes
        if m.function != "prepare"
        for each in m.outcomes.values()
        for o in each.values()
    ]
    assert kept and not any(isinstance(outcome, Returned) for outcome in kept)
