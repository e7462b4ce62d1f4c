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
    "swish": ("zeros')", "zeros', activation='swish')", "logits", "activated, by sigmoid"),
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
