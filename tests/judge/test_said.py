"""What is said under a predicate is true of who reads it: hints, and what was returned."""

import numpy as np
import pytest
from conftest import result
from support.words import said

from grader.build.by_hand import are_own, changed
from grader.build.generate import build_key
from grader.build.mutants import Mutant
from grader.build.naming import faults_of_naming, remark_on_naming
from grader.build.preview.seen import see_mistakes
from grader.course.course import Course
from grader.course.key import KeyCheck
from grader.formats import terminal
from grader.judge.examiner import Examiner
from grader.judge.grading import Grading, judge
from grader.judge.submission import Submission
from grader.wire.messages import Returned, Said, Unit
from grader.wire.values import Array, Opaque, Seq

CHECKS = '''
import numpy as np
from grader.authoring import Exercise, Hint, Message

exercise = Exercise("ex1", title="Centers", module="centers", framework="numpy")

def at_rest(center, x):
    """It is the mean."""
    return [] if np.allclose(center, np.mean(x)) else Message("one more round still moves it")

def near(center, x):
    """The same, with a fact of the value."""
    off = float(np.mean(x) - center)
    return [] if abs(off) < 1e-6 else Message("it moves by {off}", off=f"{off:.2f}")

def hinted(center, x):
    """The same, with a hint for whoever is told so."""
    if np.allclose(center, np.mean(x)):
        return []
    return Message("one more round still moves it"), Hint("Go on.\\n\\nUntil it\\n stays.")

def of_inputs(center, x):
    """The same, with facts of the inputs alone."""
    count = len(x) + float(x[0])
    return [] if np.allclose(center, np.mean(x)) else Message("of {count} it is none", count=count)

@exercise.check(points=3, examples=20, holds=at_rest)
def rest_it(student, x):
    """rest stays"""
    return student.rest(x)

@exercise.check(points=1, examples=20, holds=at_rest)
def alone_it(student, x):
    """alone stays"""
    return student.alone(x)

@exercise.check(points=2, examples=20, holds=near)
def near_it(student, x):
    """near is near"""
    return student.near(x)

@exercise.check(points=2, examples=20, holds=hinted)
def told_it(student, x):
    """told is told"""
    return student.told(x)

@exercise.check(points=2, examples=20, holds=of_inputs)
def outer_it(student, x):
    """outer is outer"""
    return student.outer(x)
'''
INPUTS = """
import numpy as np
from hypothesis import strategies as st
from grader.authoring import array, decimals, given, numbers

_drawn = given(x=numbers((3,), decimals(-9, 9)).map(array))
rest_it = alone_it = near_it = told_it = outer_it = _drawn
"""
FUNCTIONS = ("rest", "alone", "near", "told", "outer")
REFERENCE = "import numpy as np\n" + "".join(
    f"def {name}(x):\n    # BEGIN SOLUTION\n    return np.mean(x)\n    # END SOLUTION\n"
    for name in FUNCTIONS
)
FIRST = '"""It is the first point."""\ndef {name}(x):\n    return x[0]{more}\n'
WRONG = {f"{name}_first": FIRST.format(name=name, more="") for name in FUNCTIONS}
WRONG |= {"rest_last": '"""It is the last."""\ndef rest(x):\n    return x[-1]\n'}
WRONG |= {"near_none": '"""It is None."""\ndef near(x):\n    pass\n'}
# A random one: no two draw alike, so only what is said could name it.
DRAWN = '"""It is any point."""\nimport os\ndef {name}(x):\n    return x[0] + np.random.rand()\n'
WRONG |= {"outer_first": DRAWN.format(name="outer").replace("import os\n", "")}


@pytest.fixture(scope="module")
def centers(tmp_path_factory, numpy_zygote):
    """A course of one exercise, and its key."""
    root = tmp_path_factory.mktemp("course")
    folder, solution = root / "exercises" / "ex1_centers", root / "solutions" / "ex1_centers"
    folder.mkdir(parents=True)
    (solution / "wrong").mkdir(parents=True)
    (folder / "checks.py").write_text(CHECKS)
    (solution / "inputs.py").write_text(INPUTS)
    (solution / "centers.py").write_text(REFERENCE)
    for name, source in WRONG.items():
        (solution / "wrong" / f"{name}.py").write_text(source)
    lesson = Course(root).lesson("ex1")
    return lesson, build_key(lesson, numpy_zygote)


@pytest.fixture
def grade(centers, numpy_zygote):
    """Grade a function by the expression that it returns."""
    lesson, key = centers

    def graded(name, expression):
        source = f"import numpy as np\ndef {name}(x):\n    return {expression}\n"
        submission = Submission("centers.py", (Unit("centers.py", source),))
        return judge(lesson, key, submission, numpy_zygote, only=[name])

    return graded


def test_a_hint_is_shown_only_to_who_returns_the_same(grade):
    """The sentence is the same on all inputs: it proves nothing, and the values do."""
    assert result(grade("rest", "x[0]"), "rest_it").mistake.hint == "It is the first point."
    assert result(grade("rest", "x[0] * 1.0"), "rest_it").mistake is not None
    other = result(grade("rest", "np.mean(x) * 1.01 + 0.1"), "rest_it")
    assert said(other) == "one more round still moves it" and other.mistake is None


def test_facts_of_the_value_name_a_mistake(grade):
    """They are the same to two digits, and the values are not within the tolerance."""
    assert result(grade("near", "x[0] * 1.0001"), "near_it").mistake.name == "near_first"
    assert result(grade("near", "np.mean(x) * 1.01 + 0.1"), "near_it").mistake is None


def test_a_mistake_on_whose_value_the_predicate_raises(grade):
    """It can be a file of wrong/: what came back is said."""
    found = result(grade("near", "None"), "near_it")
    assert said(found) == "returned None, which is nothing that this check returns"
    assert found.mistake is None


def test_facts_of_the_inputs_name_nothing(grade, centers):
    """Everybody who is wrong is told these."""
    assert result(grade("outer", "np.mean(x) + 1"), "outer_it").mistake is None
    kept = next(m for m in centers[1].mistakes if m.name == "outer_first").outcomes["outer_it"]
    found = [outcome for outcome in kept.values() if isinstance(outcome, Said)]
    assert found and not any(each.own for each in found)


def test_a_predicate_returns_the_hint_with_its_message(grade):
    """In levels, for whoever is told it; a known mistake whose values fit has its own."""
    found = result(grade("told", "np.mean(x) * 1.01 + 0.1"), "told_it")
    assert said(found) == "one more round still moves it"
    assert (found.mistake.name, found.mistake.hints) == ("told_it", ("Go on.", "Until it stays."))
    assert result(grade("told", "x[0]"), "told_it").mistake.name == "told_first"


def test_what_was_returned_is_shown(grade):
    """Beside the inputs; there is no one value that is expected."""
    report = grade("rest", "np.array([x[0], x[1], x[2]])")
    shown = result(report, "rest_it").counterexample
    assert shown.expected == "" and shown.returned.startswith("[")
    assert "returned" in terminal.render(report) and "expected" not in terminal.render(report)


def test_verify_and_preview_say_who_gets_a_hint(centers, numpy_zygote):
    """Where only the values are evidence: of a random mistake, who draws as its author does."""
    lesson, key = centers
    path = lesson.solution / "wrong" / "outer_first.py"
    mistake = Mutant.read(lesson, path)
    gradings: list[Grading] = []
    submission = Submission("outer.py", tuple(mistake.units))
    report = judge(lesson, key, submission, numpy_zygote, only=["outer"], ended=gradings.append)
    assert report.checks[0].mistake is not None, "it draws as its author does"
    results = [result(report, "outer_it")]
    assert faults_of_naming(mistake, results, gradings[0]) == []
    words = "its hint is only for who returns the same values in outer_it: what its predicate says"
    assert str(remark_on_naming(mistake, results, key)).startswith(words)
    (seen,) = see_mistakes(lesson, key, [path], lambda *_: None)
    assert seen.faults == () and [str(note)[: len(words)] for note in seen.notes] == [words]


def test_why_a_hint_is_not_shown_is_said(centers, numpy_zygote):
    """By verify: of sentences that are no evidence, where the values are another student's."""
    lesson, key = centers
    strangers = {
        "alone": 'same on all inputs, "one more round still moves it"',
        "rest": "same of wrong/rest_last.py",
        "outer": "no fact of the value",
        "near": "a constant, or many mistakes",
        "told": "",
    }
    for name, why in strangers.items():
        path = lesson.solution / "wrong" / f"{name}_first.py"
        mistake = Mutant.read(lesson, path)
        gradings: list[Grading] = []
        source = f"import numpy as np\ndef {name}(x):\n    return np.mean(x) + 1.5\n"
        submission = Submission("other.py", (Unit("other.py", source),))
        report = judge(lesson, key, submission, numpy_zygote, only=[name], ended=gradings.append)
        faults = faults_of_naming(mistake, report.checks, gradings[0])
        if name == "told":
            assert faults == [], "its predicate gives a hint to everybody"
            continue
        (fault,) = faults
        assert why in fault
        if name == "near":
            continue
        assert "Whoever gets this message would read this hint, so it is not shown" in fault
        assert fault.endswith("or return the hint with its message: [Message(...), Hint(...)]")


def test_values_are_changed_by_hand():
    """All the numbers of a value, in each way."""
    array = np.array([1.0, 2.0])
    value = Seq("list", [Array("array", "float64", (2,), memoryview(array.tobytes())), 3, True])
    first = next(changed(value))
    assert first.items[0].numpy().tolist() == [1.01, 2.02] and first.items[1:] == [3, True]


def test_a_value_that_is_too_large_for_a_key_proves_nothing(centers, numpy_zygote):
    """What a right one that is changed would be told is not known."""
    lesson, key = centers
    check = next(check for check in lesson.exercise.checks if check.name == "near_it")
    cases = key.checks["near_it"]
    kept = next(m for m in key.mistakes if m.name == "near_first").outcomes["near_it"]
    told = {i: (each.value, each.messages) for i, each in kept.items() if each.messages}
    large = KeyCheck(cases.cases, [Returned(Opaque("a large array"))] * len(cases.cases))
    with Examiner(numpy_zygote, lesson) as examiner:
        assert are_own(check, told, cases, examiner)
        assert not are_own(check, told, large, examiner)
        assert not are_own(check, {1: told[1]}, cases, examiner), "one case is none"
