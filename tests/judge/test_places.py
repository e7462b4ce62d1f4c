"""What one of several values is called, and an argument before and after a call."""

import ast
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import result
from support.words import said

from grader.build.generate import _results
from grader.formats import Options, json, markdown, terminal
from grader.judge.places import ITEM, item, items, listed, named, names_of, returned_inputs
from grader.text import Message, Words


def definition(source):
    """The first function of a source."""
    return ast.parse(source).body[0]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (0, "first"),
        (2, "third"),
        (9, "tenth"),
        (10, "11th"),
        (20, "21st"),
        (21, "22nd"),
        (22, "23rd"),
    ],
)
def test_nobody_has_to_ask_where_counting_begins(place, words):
    """A place has an ordinal."""
    assert str(item(place)) == f"the {words} value"


def test_several_places():
    """By their names, as far as there are any."""
    assert str(items([0, 2])) == "the first value and the third value"
    assert str(items([0, 2], ["w", "b", "costs"])) == "w and costs"
    assert str(items([0, 1], ["", "X"])) == "the first value and X"


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("return student.f(x)", ("dw", "db")),
        ("f = student.f\n    return f(x)", ()),
        ("student.f(x, y)\n    return [x, y]", ("x", "y")),
        ("w, b = student.f(x)\n    return w, b", ("w", "b")),
        ("return student.f(x), x", ("", "x")),
        ("return other.f(x)", ()),
    ],
)
def test_the_names_are_those_of_the_checks_code_or_of_the_docstring(code, names):
    """Where they are as many as the values."""
    check = definition(f"def f_values(student, x, y):\n    {code}\n")
    assert tuple(names_of(check, {"f": ["dw", "db"]}, 2)) == names
    assert not names_of(check, {"f": ["dw", "db"]}, 3)


def test_a_message_gets_the_name():
    """That of the outermost value; other messages stay."""
    inner = Message(ITEM, item=item(1), difference=Message("no"), place=1)
    outer = Message(ITEM, item=item(0), difference=inner, place=0)
    assert str(outer) == "the first value: the second value: no"
    assert str(named(outer, ["w", "b"])) == "w: the second value: no"
    assert named(Message("no"), ["w"]) == Message("no")


def test_what_a_check_returns_of_its_inputs():
    """In a tuple or a list, or one alone."""
    for code, names in {
        "x": ["x"],
        "(x, y)": ["x", "y"],
        "[x, y]": ["x", "y"],
        "[x, 1]": [],
    }.items():
        check = definition(f"def f_purity(student, x, y):\n    student.f(x)\n    return {code}\n")
        assert returned_inputs(check) == names


def test_an_argument_is_shown_before_and_after(grade_toy):
    """In each format: nobody has returned it."""
    report = grade_toy(
        "import numpy as np\n"
        "def mean(x):\n    m = np.sum(x, axis=0) / len(x)\n    x -= m\n    return m\n"
    )
    found = result(report, "mean_purity")
    assert found.counterexample.stays and said(found).startswith("values differ")
    text = terminal.render(report)
    assert "before" in text and "after" in text
    assert "expected  " not in text and "returned  " not in text
    letter = markdown.render(report, Options())
    assert "\nbefore  " in letter and "\nafter   " in letter
    assert '"stays": true' in json.render(report)


def test_where_a_change_is_asked_it_is_no_argument_that_stays(grade_toy):
    """Values are expected and returned."""
    found = result(grade_toy("def mean(x):\n    return x[0] * 2\n"), "mean_values")
    assert not found.counterexample.stays


def test_the_docstring_names_what_comes_back(tmp_path):
    """`w, b: ...` below Returns; one value has no name."""
    reference = tmp_path / "mean.py"
    reference.write_text(
        'def f(x):\n    """Do it.\n\n    Args:\n        x, y: two.\n\n    Returns:\n'
        '        w, b_0: an array and one number.\n    """\n\n'
        'def g(x):\n    """Do it.\n\n    Returns:\n        One: a number, or two.\n    """\n'
    )
    lesson: Any = SimpleNamespace(reference=reference)
    assert _results(lesson) == {"f": ["w", "b_0"]}


@pytest.mark.parametrize(
    ("texts", "english", "chinese"),
    [
        (["'w'"], "the value of 'w'", "鍵 'w' 的值"),
        (["'w'", "'b'"], "the value of 'w' and 'b'", "鍵 'w' 和 'b' 的值"),
        (["'w'", "'b'", "'c'"], "the value of 'w', 'b' and 'c'", "鍵 'w', 'b' 和 'c' 的值"),
    ],
)
def test_a_list_is_a_sentence_in_every_language(texts, english, chinese):
    """The word between the last two is the language's."""
    message = Message("the value of {keys}", keys=listed(texts))
    assert (str(message), Words("zh-TW")(message)) == (english, chinese)
