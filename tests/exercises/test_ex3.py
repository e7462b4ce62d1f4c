"""Exercise 3, with networks that are not in the course's folders."""

import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import key as keys
from grader.judge.grading import judge
from grader.judge.implementation import without_secrets
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Returned, Unit

pytestmark = pytest.mark.thorough

HEAD = "import keras\nimport tensorflow as tf\nfrom keras import layers as L\n"
RIGHT = HEAD + (
    "def create_network(width=200):\n"
    "    image = keras.Input((32, 32, 3))\n"
    "    x = L.Flatten()(L.MaxPool2D()(image))\n"
    "    for _ in range(2):\n"
    "        x = L.LeakyReLU()(L.Dense(width)(x))\n"
    "    return keras.Model(image, L.Dense(43, kernel_initializer='zeros')(x))\n"
)
WRONG = {
    "units": ("L.Dense(43,", "L.Dense(44,", "output", "shape (1, 44), expected (1, 43)"),
    "deep": ("range(2)", "range(4)", "layers", "5 layers with weights (Dense, Dense, Dense"),
    "linear": ("L.LeakyReLU()", "", "nonlinear", "stands between the 3 layers"),
    "swish": ("zeros')", "zeros', activation='swish')", "logits", "has an activation, silu"),
    "no model": ("keras.Model(image,", "(image,", "is_model", "of type tuple, not a keras.Model"),
    "Python in the graph": (
        "L.MaxPool2D()(image)",
        "L.Lambda(lambda x: tf.py_function(tf.sin, [x], tf.float32), (32, 32, 3))(image)",
        "layers",
        "can't be turned into a graph",
    ),
    "wild": (
        "L.MaxPool2D()(image)",
        "L.Lambda(lambda x: tf.math.floormod(x * 9999.0, 1.0))(image)",
        "generalises",
        "signs; 25% are asked (guessing among the 11 kinds that occur: 9%)",
    ),
}


LOST = {
    "42 units": ("L.Dense(43,", "L.Dense(42,", {"output", "memorises", "generalises"}),
    "softmax": ("zeros')", "zeros', activation='softmax')", {"logits"}),
    "relu": ("Dense(43, kernel_initializer='zeros')", "Dense(43, 'relu')", {"logits"}),
    "both": ("Dense(43,", "Dense(42, 'softmax',", {"output", "logits", "memorises", "generalises"}),
    "linear": ("L.LeakyReLU()", "", {"nonlinear"}),
    "a frozen layer": ("L.Dense(width)", "L.Dense(width, trainable=_ == 0)", {"layers"}),
    "another shape": (
        "keras.Input((32, 32, 3))",
        "keras.Input((28, 28, 3))",
        {"takes_images", "output", "layers", "logits", "nonlinear", "memorises", "generalises"},
    ),
}
NO_MODELS = {
    "private Keras": (
        "from tensorflow.python.keras.models import Sequential\n"
        "def create_network():\n"
        "    return Sequential()\n",
        "returned an object of tensorflow.python.keras, not a keras.Model",
    ),
    "a class of its own of private Keras": (
        "from tensorflow.python.keras.models import Model\n"
        "class Network(Model): pass\n"
        "def create_network():\n"
        "    return Network()\n",
        "returned an object of tensorflow.python.keras, not a keras.Model",
    ),
    "an object of some module": (
        "import fractions\ndef create_network():\n    return fractions.Fraction(1)\n",
        "its class is from fractions",
    ),
    "a method": (
        HEAD + "def create_network():\n    return keras.Sequential().predict\n",
        "create_network returned a function, not a keras.Model",
    ),
}
MEANT = {
    "L.MaxPool2D(33)": "The window is larger than what is left of the image",
    "L.Reshape((31, 96))": "A Reshape keeps all numbers",
    "L.Dense(9, activation='rleu')": "There is no activation of this name",
}
HELD_BACK = {
    "two units": ("[L.Dense(2, 'relu')]", "by heart: a hidden layer has 4 units or fewer"),
    "Dropout": (
        "[L.Dense(99, 'relu'), L.Dropout(0.97)]",
        "a Dropout leaves out 75% of the numbers or more",
    ),
    "colours": ("[L.GlobalAveragePooling2D()]", "where a pixel of an image stands"),
    "a regulariser": (
        "[L.Dense(9, 'relu', kernel_regularizer=keras.regularizers.L1(0.5))]",
        "weights to 0, with a factor of 0.01 or more",
    ),
    "a softmax": ("[L.Dense(64, 'softmax')]", "a hidden layer has a softmax"),
    "a rounded hidden layer": ("[L.Dense(99), L.Lambda(tf.sign)]", None),
    "a hidden layer without a gradient": (
        "[L.Dense(9), L.Lambda(lambda x: tf.sign(x) * 0.0)]",
        "no gradient reaches them",
    ),
}


@pytest.fixture(scope="module")
def key(ex3):
    """The exercise's public key."""
    return keys.read_key(ex3.key_path)


@pytest.fixture
def grade(ex3, key, tensorflow_zygote):
    """Grade source text as exercise 3."""

    def graded(source):
        submission = Submission("network.py", (Unit("network.py", source),))
        return judge(ex3, key, submission, tensorflow_zygote)

    return graded


def test_a_right_network_in_no_folder_scores_full(grade):
    """A functional model with an extra parameter, pooling first, weights that start at zero."""
    report = grade(RIGHT)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_network_in_no_folder_fails_where_it_is_wrong(grade, name):
    """Each fault fails the check that asks for it, which says what it found."""
    right, wrong, check, message = WRONG[name]
    assert right in RIGHT
    found = result(grade(RIGHT.replace(right, wrong)), f"create_network_{check}")
    assert found.verdict is Verdict.FAILED
    assert message in said(found)


@pytest.mark.parametrize("name", LOST)
def test_a_mistake_costs_what_it_is_about(grade, name):
    """What can be judged by itself is: a softmax and a ReLU are learned with, whatever the seed."""
    right, wrong, checks = LOST[name]
    assert right in RIGHT
    report = grade(RIGHT.replace(right, wrong))
    lost = {
        c.name.removeprefix("create_network_") for c in report.checks if c.points < c.max_points
    }
    assert lost == checks


def test_the_shapes_come_first_where_the_declared_one_is_wrong(grade):
    """And no pixel of the images that it was tried on."""
    found = result(
        grade(RIGHT.replace("(32, 32, 3)", "(28, 28, 1)")), "create_network_takes_images"
    )
    assert str(found.message) == (
        "the network is made for images of shape (28, 28, 1), and the images have (32, 32, 3)"
    )
    assert "0." not in said(found)


@pytest.mark.parametrize("layer, meaning", MEANT.items())
def test_what_keras_raises_is_explained(grade, layer, meaning):
    """In one sentence beside its own, for any numbers, with the student's line."""
    source = RIGHT.replace("L.MaxPool2D()(image)", f"{layer}(image)")
    found = result(grade(source), "create_network_is_model")
    assert found.verdict is Verdict.ERROR
    assert meaning in said(found)
    assert "network.py" in said(found)


@pytest.mark.parametrize("name", NO_MODELS)
def test_what_is_no_model_is_named(grade, name):
    """By what it is, and by the module that it is from."""
    source, message = NO_MODELS[name]
    assert message in said(result(grade(source), "create_network_is_model"))


@pytest.mark.parametrize("name", HELD_BACK)
def test_what_keeps_a_network_from_learning_is_named_where_it_is_seen(grade, name):
    """The cause stands in the first message; where none is seen, none is named."""
    layers, message = HELD_BACK[name]
    flat = "" if "Global" in layers else "L.Flatten(), "
    found = result(
        grade(
            HEAD
            + "def create_network():\n"
            + f"    layers = [keras.Input((32, 32, 3)), {flat}*{layers}, L.Dense(43)]\n"
            + "    return keras.Sequential(layers)\n"
        ),
        "create_network_memorises",
    )
    if message is None:
        assert found.verdict is Verdict.PASSED
    else:
        assert message in str(found.message)


def test_no_process_of_a_students_is_told_what_is_held_out(ex3, key):
    """Neither the signs nor their labels: it could give answers that no network has learned."""
    check = next(c for c in ex3.exercise.checks if c.name == "create_network_generalises")
    (case,) = key.checks[check.name].cases
    assert set(without_secrets(check, case)) == {"X", "Y"}


def test_the_key_is_small(ex3, key):
    """It keeps what predicates said of known mistakes, and not the networks."""
    assert ex3.key_path.stat().st_size < 2 << 20
    kept = [o for m in key.mistakes for each in m.outcomes.values() for o in each.values()]
    assert kept
    assert not any(isinstance(outcome, Returned) for outcome in kept)


def test_the_order_of_held_out_signs_tells_nothing(key):
    """A network that looks at places, and not at pixels, can't know the labels."""
    (case,) = key.checks["create_network_generalises"].cases
    labels = case["labels"].numpy()
    assert (labels[1:] >= labels[:-1]).mean() < 0.75
    assert (labels[1:] == labels[:-1]).mean() < 0.3


def test_both_exercises_give_the_same_modules():
    """A student who does exercise 3 alone has what one who did exercise 2 knows."""
    for name in ("dataset.py", "utils.py"):
        two, three = (ROOT / "exercises" / e / name for e in ("ex2_training_loop", "ex3_keras"))
        assert two.read_bytes() == three.read_bytes()
