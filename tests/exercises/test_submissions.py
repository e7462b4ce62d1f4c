"""Stubs filled in from the READMEs alone, whole and with one mistake each."""

import shlex
import subprocess
import sys

import pytest
from conftest import ROOT, SUBMISSIONS, result
from support.words import said

from grader.course import key as keys
from grader.course.course import Course
from grader.judge.grading import judge
from grader.judge.submission import Submission, read_submission
from grader.wire.messages import Unit

BROKEN = {
    "ex2": [
        ("training_loop_step", ", n)\n", ", 1)\n", "training_loop_not_divided"),
        ("training_loop_step", "tf.divide(images, 255.0)", "images", "scaling_missing"),
        ("training_loop_step", "tf.reduce_sum(cross", "tf.reduce_mean(cross", "averaged_twice"),
        ("sgd_values", "assign_add(-rate", "assign_add(rate", "sgd_wrong_sign"),
        ("sgd_values", "        variable.assign_add(", "        variable = (", "sgd_rebinds"),
        (
            "validation_loop_value",
            "    return total / count",
            "        return total / count",
            "return_inside_the_loop",
        ),
        ("training_loop_result", "mean_loss, mean_acc =", "mean_acc, mean_loss =", "swapped"),
    ],
    "ex3": [
        ("create_network_output", "classes=43", "classes=42", "units_42"),
        ("create_network_output", "classes=43", "classes=1", "units_1"),
        ("create_network_logits", "return logits", "return keras.ops.softmax(logits)", "softmax"),
        ("create_network_is_model", "return SignReader()", "SignReader()", "returns_nothing"),
        ("create_network_is_model", "return SignReader()", "return SignReader", "returns_class"),
        ("create_network_logits", "Dense(classes)", "Dense(classes, 'tanh')", "tanh_output"),
    ],
    "ex12": [
        ("make_spiral_values", "4 * (j + r)", "(j + r)", "angle_of_j"),
        ("softmax_regression_gradient", "(np.exp(logs) - Y)", "(Y - np.exp(logs))", "negative"),
        ("decision_grid_values", "[xx, yy]", "[yy, xx]", "swapped"),
        ("create_network_probabilities", "keras.ops.softmax", "keras.ops.sigmoid", "sigmoid"),
    ],
    "ex15": [
        ("create_regularised_penalty", "L2(l2)", "L2(l2 / 2)", "half"),
        ("early_stopping_epochs", "[1] == self.epochs", "[1] > self.epochs", "plus_one"),
    ],
    "ex14": [("create_lenet_layers", '(16, "valid")', '(16, "same")', "lenet_same_twice")],
}
TRAINS = ("ex3", "ex12", "ex14")
"""Those in which a network is trained for seconds, whatever is asked of the file."""


def daily(exercise, *values):
    """A case of an exercise; make thorough has it where it trains for long."""
    marks = [pytest.mark.thorough] if exercise in TRAINS else []
    return pytest.param(exercise, *values, marks=marks)


CASES = [daily(exercise, *broken) for exercise, all_ in BROKEN.items() for broken in all_]


NUMPY = {
    "ex4": ("gradient_values", "2 / len(y) * sum", "1 / len(y) * sum", "gradient_no_two"),
    "ex5": ("sgd_values", "- learning_rate", "+ learning_rate", "sgd_ascends"),
    "ex6": ("standardise_values", "/ len(c) ** 0.5", "/ (len(c) - 1) ** 0.5", "standardise_ddof"),
    "ex7": ("sigmoid_values", "np.negative(z)", "z", "sigmoid"),
    "ex8": (
        "mean_and_covariance_values",
        "bias=True",
        "bias=False",
        "mean_and_covariance_n_minus_1",
    ),
    "ex9": (
        "confusion_matrix_values",
        "np.eye(classes)[y_true].T @ np.eye(classes)[y_pred]",
        "np.eye(classes)[y_pred].T @ np.eye(classes)[y_true]",
        "confusion_matrix_transposed",
    ),
    "ex10": (
        "rmsprop_steps",
        "rho * memory.second + (1 - rho) * g",
        "(1 - rho) * memory.second + rho * g",
        "rmsprop_swapped",
    ),
    "ex13": ("convolve_valid", "* W[:, :, :, f]", "* W[::-1, ::-1, :, f]", "convolve_flipped"),
    "ex16": (
        "early_stop_values",
        "if loss < losses[best] - delta",
        "if loss <= losses[best] - delta",
        "early_stop_not_strict",
    ),
    "ex11": (
        "backpropagate_shared",
        "grads[i] += grads[k] * s",
        "grads[i] = grads[k] * s",
        "backpropagate_overwrites",
    ),
}
"""Of each exercise in NumPy one mistake: whatever is cheap is tried on all of them."""


def graded(exercise, submission, zygote, check=""):
    """The report on a submission of an exercise, or on the function of one check in it."""
    lesson = Course(ROOT).lesson(exercise)
    only = {each.function for each in lesson.exercise.checks if each.name == check}
    return judge(lesson, keys.read_key(lesson.key_path), submission, zygote, only=only)


def broken(exercise, right, wrong):
    """The right submission with one mistake."""
    source = (SUBMISSIONS / f"{exercise}_right.py").read_text()
    assert right in source
    name = f"{Course(ROOT).lesson(exercise).exercise.module}.py"
    return Submission(name, (Unit(name, source.replace(right, wrong)),))


@pytest.fixture
def grade(tensorflow_zygote):
    """Grade a submission of an exercise."""
    return lambda exercise, submission, check="": graded(
        exercise, submission, tensorflow_zygote, check
    )


@pytest.mark.parametrize("exercise", map(daily, ["ex1", "ex2", "ex3", "ex12", "ex14", "ex15"]))
def test_a_stub_filled_in_from_its_readme_scores_full(grade, exercise):
    """In a style of its own, which is in no folder of right files."""
    report = grade(exercise, read_submission(SUBMISSIONS / f"{exercise}_right.py"))
    assert (report.score, report.max_score) == (10, 10)


@pytest.mark.parametrize(("exercise", "check", "right", "wrong", "mistake"), CASES)
def test_a_broken_one_gets_the_right_hint(grade, exercise, check, right, wrong, mistake):
    """The mistake is named, though the file around it is another than the reference."""
    found = result(grade(exercise, broken(exercise, right, wrong), check), check)
    assert found.mistake is not None, found.message
    assert mistake in found.mistake.name


@pytest.mark.parametrize("exercise", NUMPY)
def test_the_same_of_the_exercises_in_numpy(numpy_zygote, exercise):
    """A right file scores full; with one mistake in it, that is named."""
    right = read_submission(SUBMISSIONS / f"{exercise}_right.py")
    assert graded(exercise, right, numpy_zygote).score == 10
    check, old, new, mistake = NUMPY[exercise]
    found = result(graded(exercise, broken(exercise, old, new), numpy_zygote, check), check)
    assert found.mistake is not None, found.message
    assert mistake in found.mistake.name


def test_a_notebook_of_the_demo_has_two_faults(grade):
    """One cell that can't be read costs nothing; a missing shift and a missing name cost theirs."""
    report = grade("ex1", read_submission(SUBMISSIONS / "ex1_notebook.ipynb"))
    assert [problem.where for problem in report.problems] == ["cell 10"]
    assert report.score == 7
    assert result(report, "softmax_stability").mistake.name == "softmax_no_shift"
    assert "at cell 7, line 3, in model" in said(result(report, "model_shape"))


@pytest.mark.thorough
@pytest.mark.tensorflow
def test_the_demo_ends_well(tmp_path):
    """It is the first command that anybody runs: each line of it does what the Makefile expects."""
    words = ["make", "-n", "demo", "BIN=BIN", f"VENV={tmp_path}"]
    asked = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    lines = [line for line in asked.replace("\\\n", " ").splitlines() if "BIN/grader" in line]
    assert len(lines) >= 9, "the exercises, and a class"
    for line in lines:
        grader = f"{shlex.quote(sys.executable)} -m grader"
        command = line.replace("BIN/grader", grader).replace("build/class", str(tmp_path / "class"))
        done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, f"{line}\n{done.stdout[-500:]}{done.stderr[-500:]}"
