"""Values of every kind, judged: dicts, True and False, None in a pair, and exceptions."""

import textwrap
from functools import partial

import msgspec
import pytest
from conftest import ROOT, result
from support.words import said

from grader.build.generate import build_key
from grader.course.course import Course
from grader.judge import Submission, judge
from grader.report import Verdict
from grader.wire import Unit

FOLDER = ROOT / "tests" / "values"


@pytest.fixture(scope="module")
def kinds(numpy_zygote):
    """The exercise and a key of it."""
    lesson = Course(FOLDER).lesson("ex1")
    return lesson, build_key(lesson, numpy_zygote)


@pytest.fixture
def grade(kinds, numpy_zygote):
    """Grade the reference with some functions replaced; an empty text leaves a function out."""

    def graded(*only, without=(), key=kinds[1], **functions):
        lesson, _ = kinds
        source = lesson.reference.read_text("utf-8")
        for name in without:
            source = source.replace(f"def {name}(", f"def no_{name}(")
        added = "\n".join(textwrap.dedent(text) for text in functions.values())
        units = (Unit("kinds.py", f"{source}\n{added}\n"),)
        return judge(lesson, key, Submission("kinds.py", units), numpy_zygote, only=only)

    return graded


def test_a_right_file_of_other_kinds_passes(kinds, numpy_zygote):
    """Dicts in another order, np.float64 for float, np.bool for bool, a subclass of ValueError."""
    lesson, key = kinds
    text = (lesson.solution / "right" / "other_kinds.py").read_text("utf-8")
    submission = Submission("kinds.py", (Unit("kinds.py", text),))
    report = judge(lesson, key, submission, numpy_zygote)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []
    assert report.score == report.max_score == 10.0


@pytest.mark.parametrize("name", ["summary_swapped", "step_ascends", "converged_signed"])
def test_a_mistake_in_a_dict_is_named(kinds, grade, name):
    """And one of True and False."""
    lesson, _ = kinds
    text = (lesson.solution / "wrong" / f"{name}.py").read_text("utf-8")
    found = result(grade(**{name: text}), f"{name.split('_')[0]}_values")
    assert found.mistake is not None and found.mistake.name == name


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return {'mean': x.mean()}", "the keys differ: 'columns' missing"),
        (
            "return {'mean': x.mean(), 'columns': {'low': x.min(0), 'high': x.max(0)}, 1: 2}",
            "the keys differ: 1 not asked for",
        ),
        (
            "return {'Mean': x.mean(), 'columns': {'low': x.min(0), 'high': x.max(0)}}",
            "the keys differ: 'mean' missing, 'Mean' not asked for",
        ),
        (
            "return {'mean': x.mean(), 'columns': {'low': x.min(0), 'high': 1 + x.max(0)}}",
            "value of 'columns': value of 'high': values differ: ",
        ),
        (
            "return {'mean': None, 'columns': {'low': x.min(0), 'high': x.max(0)}}",
            "value of 'mean': returned None, expected ",
        ),
        ("return [x.mean(), x.min(0)]", "returned a list of 2, expected a dict of 2"),
        ("return None", "returned None, expected a dict of 2: is a `return` missing?"),
        ("yield x", "there is a `yield` in the function"),
    ],
)
def test_the_difference_of_dicts_names_the_key(grade, body, words):
    """A missing one, one too many, and the one whose value differs."""
    found = result(grade("summary", s=f"def summary(x):\n    {body}"), "summary_values")
    assert found.verdict is Verdict.FAILED and words in said(found)


def test_what_the_numbers_of_a_dict_show(grade):
    """Of its values, each by itself; and sizes of an input that is a dict."""
    doubled = """
        def summary(x):
            return {"mean": x.mean(), "columns": {"low": x.min(0), "high": 2 * x.max(0)}}
    """
    found = said(result(grade("summary", s=doubled), "summary_values"))
    assert "of what is at ['columns']['high']: the result is twice the expected one" in found
    plain = """
        def step(p, g, c):
            return {"w": p["w"] - c["lr"] * g["w"], "b": 2 * (p["b"] - c["lr"] * g["b"])}
    """
    found = said(result(grade("step", s=plain), "step_values"))
    assert "the numbers show, of the value of 'b': the result is twice the expected one" in found


def test_true_and_false_are_words(grade):
    """In the message, the example and in what the numbers show."""
    found = result(
        grade("converged", c="def converged(losses, tolerance):\n    return False"),
        "converged_values",
    )
    assert "got False, expected True" in said(found)
    assert "the result is False on every input" in said(found)
    assert found.counterexample and found.counterexample.expected == "True"
    opposite = "def converged(a, b):\n    return not abs(a[-1] - a[-2]) < b"
    words = "the result is True where False is expected, and False where True is"
    assert words in said(result(grade("converged", c=opposite), "converged_values"))


def test_a_dict_is_shown_and_can_be_pasted(grade, capsys):
    """The inputs stand in the snippet as they are."""
    found = result(grade("step", s="def step(p, g, c):\n    return p"), "step_values")
    shown = found.counterexample
    assert shown is not None and shown.inputs["config"].startswith("{'lr': 0.")
    code = shown.try_it.replace("from kinds import step", "step = lambda p, g, c: p")
    exec(code, {})
    assert capsys.readouterr().out.startswith("{'w': array([[")


NEGATIVE = "    if (x < 0).any():\n        "
ROOTS = "\n    return x[0] ** 0.5, x[1] ** 0.5"


@pytest.mark.parametrize(
    "body",
    [
        'raise ValueError("no")',
        "raise ValueError",
        "raise UnicodeError(7)",
        'raise type("Own", (ValueError,), {})("no")',
        "import math; return math.sqrt(-1)",
        "import numpy as np; return np.zeros(2) + np.zeros(3)",
        "[].index(3)",
    ],
)
def test_an_exception_that_is_asked_passes(grade, body):
    """Its text is free; a subclass is one, and so is one that NumPy or Python has raised."""
    found = result(grade("root", r=f"def root(x):\n{NEGATIVE}{body}{ROOTS}"), "root_negative")
    assert found.verdict is Verdict.PASSED, said(found)


@pytest.mark.parametrize(
    ("source", "verdict", "words"),
    [
        (
            f"def root(x):\n{NEGATIVE}return 3{ROOTS}",
            Verdict.FAILED,
            "returned 3, expected a ValueError",
        ),
        (
            f"def root(x):\n{NEGATIVE}raise TypeError('negative'){ROOTS}",
            Verdict.ERROR,
            "raised TypeError: negative, expected a ValueError\nat kinds.py, line",
        ),
        (
            f"def root(x):\n{NEGATIVE}raise NotImplementedError('no'){ROOTS}",
            Verdict.ERROR,
            "raised NotImplementedError: no, expected a ValueError",
        ),
        (
            "def root(x):\n    raise NotImplementedError('root is not implemented yet')",
            Verdict.NOT_ATTEMPTED,
            "root is not implemented yet",
        ),
        (
            f"def root(x):\n{NEGATIVE}raise Value_Error('no'){ROOTS}",
            Verdict.ERROR,
            "raised NameError: name 'Value_Error' is not defined, expected a ValueError",
        ),
        # The check takes two: three of them are a ValueError of the check's own line.
        (
            "def root(x):\n    return 1.0, 2.0, 3.0",
            Verdict.FAILED,
            "returned (1.0, 2.0, 3.0), expected a ValueError",
        ),
        ("def root(x, y):\n    return 1.0, 2.0", Verdict.ERROR, "raised TypeError: root() missing"),
        ("def root(x):\n    exit(3)", Verdict.ERROR, "raised SystemExit: 3, expected"),
        (
            f"def root(x):\n{NEGATIVE}print('ValueError'){ROOTS}",
            Verdict.FAILED,
            "expected a ValueError",
        ),
        (
            "def root(x):\n    return ValueError('no')",
            Verdict.FAILED,
            "returned <ValueError>, expected a ValueError",
        ),
    ],
)
def test_another_end_is_not_the_exception(grade, source, verdict, words):
    """Neither a value, nor another exception, nor one of the check's own."""
    found = result(grade("root", r=source), "root_negative")
    assert found.verdict is verdict and words in said(found)


def test_a_limit_is_not_the_exception(grade, kinds):
    """Time and memory are no answer, whatever is asked."""
    endless = f"def root(x):\n{NEGATIVE}while True: pass{ROOTS}"
    assert result(grade("root", r=endless), "root_negative").verdict is Verdict.TIMEOUT


def test_a_mistake_that_raises_otherwise_is_told_apart(kinds, grade):
    """By what it returns, or by the numbers in what it raises."""
    lesson, _ = kinds
    for name in ("root_of_absolute", "root_asserts"):
        text = (lesson.solution / "wrong" / f"{name}.py").read_text("utf-8")
        found = result(grade("root", r=text), "root_negative")
        assert found.mistake is not None and found.mistake.name == name


def test_a_check_that_needs_several_names_those_that_did_not_pass(grade):
    """One of two, or both."""
    wrong = {"root": "def root(x): return 1.0, 2.0", "summary": "def summary(x): return 1"}
    both = result(grade(**wrong), "unpack_round")
    assert both.verdict is Verdict.SKIPPED
    assert said(both) == "root_values, summary_values come first"
    one = result(grade(summary=wrong["summary"]), "unpack_round")
    assert said(one) == "summary_values comes first"
    assert result(grade(), "unpack_round").verdict is Verdict.PASSED


def test_a_function_that_the_check_uses_too_is_missed_by_its_name(grade, kinds):
    """Not as an AttributeError of what the student is given."""
    _, key = kinds
    grades = partial(grade, "unpack", key=msgspec.structs.replace(key, stand_ins={}))
    found = result(grades(without=["pack"]), "unpack_round")
    assert found.verdict is Verdict.NOT_ATTEMPTED
    assert said(found) == "pack is not defined in kinds.py"
    number = result(grades(without=["pack"], p="pack = 3"), "unpack_round")
    assert said(number).startswith("pack is of type int and can't be called; pack(x) is asked")
    assert said(number).endswith("mend pack first, which it uses and which fails its own checks")


@pytest.mark.parametrize("pack", ["", "pack = 3", "def pack(x):\n    return 'a'"])
def test_a_function_that_the_check_uses_too_is_lent(grade, pack):
    """What is right beside it loses nothing."""
    report = grade(without=["pack"], p=pack)
    found = result(report, "unpack_round")
    assert found.verdict is Verdict.PASSED and "given a right pack" in said(found)
    wrong = grade(without=["pack"], p=pack, u="def unpack(text):\n    return 1.0")
    assert result(wrong, "unpack_round").verdict is Verdict.FAILED
    assert result(wrong, "pack_values").points == 0
