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
}
CASES = [(exercise, *broken) for exercise, all_ in BROKEN.items() for broken in all_]


@pytest.fixture
def grade(tensorflow_zygote):
    """Grade a submission of an exercise."""

    def graded(exercise, submission):
        lesson = Course(ROOT).lesson(exercise)
        return judge(lesson, keys.read_key(lesson.key_path), submission, tensorflow_zygote)

    return graded


@pytest.mark.parametrize("exercise", ["ex1", "ex2", "ex3"])
def test_a_stub_filled_in_from_its_readme_scores_full(grade, exercise):
    """In a style of its own, which is in no folder of right files."""
    report = grade(exercise, read_submission(SUBMISSIONS / f"{exercise}_right.py"))
    assert (report.score, report.max_score) == (10, 10)


@pytest.mark.parametrize(("exercise", "check", "right", "wrong", "mistake"), CASES)
def test_a_broken_one_gets_the_right_hint(grade, exercise, check, right, wrong, mistake):
    """The mistake is named, though the file around it is another than the reference."""
    source = (SUBMISSIONS / f"{exercise}_right.py").read_text()
    assert right in source
    broken = source.replace(right, wrong)
    name = f"{Course(ROOT).lesson(exercise).exercise.module}.py"
    found = result(grade(exercise, Submission(name, (Unit(name, broken),))), check)
    assert found.mistake is not None, found.message
    assert mistake in found.mistake.name


def test_a_notebook_of_the_demo_has_two_faults(grade):
    """One cell that can't be read costs nothing; a missing shift and a missing name cost theirs."""
    report = grade("ex1", read_submission(SUBMISSIONS / "ex1_notebook.ipynb"))
    assert [problem.where for problem in report.problems] == ["cell 10"]
    assert report.score == 7
    assert result(report, "softmax_stability").mistake.name == "softmax_no_shift"
    assert "at cell 7, line 3, in model" in said(result(report, "model_shape"))


@pytest.mark.slow
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
