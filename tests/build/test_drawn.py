"""What the source of an inputs.py shows of the inputs that it draws: never more than is certain."""

import ast

import pytest

from grader.build.lint.drawn import UNKNOWN, Drawn, Strategies

HEAD = "from hypothesis import strategies as st\nfrom grader.authoring import given\n"


def drawn(source: str) -> list[Drawn]:
    """What the strategy `asked` of an inputs.py draws."""
    return Strategies(ast.parse(HEAD + source)).drawn("asked")


def composite(body: str, call: str = "_made()", arguments: str = "") -> str:
    """A composite with this body, and `asked` made of it."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return f"@st.composite\ndef _made(draw{arguments}):\n{lines}\n\nasked = {call}\n"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("asked = given(x=1, y=2)", ["x y"]),
        ("asked = given()", [""]),
        ("other = asked = given(x=1)", ["x"]),
        ("asked: object = given(x=1)", ["x"]),
        ("_a = given(x=1)\nasked = _a.filter(bool)", ["x"]),
        ("_a = given(x=1)\nasked = st.one_of(_a, given(y=1))", ["x", "y"]),
        ("asked = given(x=1) | given(y=1)", ["x", "y"]),
        ('asked = st.just({"x": 1})', ["x"]),
        ('asked = st.fixed_dictionaries({"x": 1})', ["x"]),
        ("def _m(shape):\n    return given(x=shape)\n\nasked = _m(3)", ["x"]),
        (composite('return {"x": 1, "y": draw(2)}'), ["x y"]),
        (composite('i = {"x": 1}\nreturn i'), ["x"]),
        (composite('return {"x": 1} | {"y": 2}'), ["x y"]),
        (composite('return {**{"x": 1}, "y": 2}'), ["x y"]),
        (composite("return dict(x=1, y=2)"), ["x y"]),
        (composite("return draw(given(x=1))"), ["x"]),
        ('def _d(n):\n    return {"x": n}\n\n' + composite("return _d(1)"), ["x"]),
        (composite('if draw(1):\n    return {"x": 1}\nreturn {"y": 1}'), ["x", "y"]),
        (composite('def inner():\n    return {"z": 1}\nreturn {"x": inner()}'), ["x"]),
    ],
)
def test_what_is_seen(source, names):
    """Each alternative, with exactly its names."""
    found = [" ".join(sorted(each.always)) for each in drawn(source)]
    assert sorted(found) == sorted(names)
    assert all(each.always == each.maybe and not each.open for each in drawn(source))


@pytest.mark.parametrize(
    ("source", "always", "maybe"),
    [
        (composite('return {"x": 1} if draw(1) else {"x": 1, "y": 1}'), "x", "x y"),
        (composite('i = {"x": 1}\nif draw(1):\n    i["y"] = 2\nreturn i'), "x", "x y"),
        (composite('i = {"x": 1}\ni |= {"y": 2}\nreturn i'), "x", "x y"),
    ],
)
def test_what_may_be(source, always, maybe):
    """What stands under a condition may be drawn, and need not be."""
    (found,) = drawn(source)
    assert (sorted(found.always), sorted(found.maybe)) == (always.split(), maybe.split())
    assert not found.open


@pytest.mark.parametrize(
    "source",
    [
        "asked = given(x=1).map(change)",
        "asked = given(**others)",
        "asked = st.one_of(*several)",
        "asked = elsewhere()",
        "from elsewhere import asked",
        "asked = st.builds(dict, x=st.integers())",
        "asked = asked",
        "_a = _b\n_b = _a\nasked = _a",
        'asked = st.fixed_dictionaries({"x": 1}, optional={"y": 2})',
        "def _m(given):\n    return given\n\nasked = _m(3)",
        "_s = given(x=1)\ndef _m(_s):\n    return _s\n\nasked = _m(given(y=1))",
        composite('return {name: 1 for name in "xy"}'),
        composite('return {"x": 1} | others'),
        composite('i = {"x": 1}\ni.update(y=2)\nreturn i'),
        composite('i = {"x": 1}\ni = change(i)\nreturn i'),
        composite("return i", arguments=", i={}"),
        composite('i = {"x": 1}\nfor k in "yz":\n    i[k] = 1\nreturn i'),
        composite('i = {"x": 1, "y": 2}\ndel i["y"]\nreturn i'),
        composite('i = {"x": 1}\nchange(i)\nreturn i'),
        composite('i = {"x": 1}\nj = i\nj["y"] = 2\nreturn i'),
        composite('i = {"x": 1}\nfor i in others:\n    pass\nreturn i'),
        composite("yield 1"),
    ],
)
def test_what_is_not_seen_is_left_open(source):
    """No fault can be found in it: what is drawn decides."""
    assert all(found.open for found in drawn(source))


def test_a_helper_is_no_strategy_unless_that_shows():
    """So a constant may have any name."""
    found = Strategies(ast.parse(HEAD + "KINDS = range(3)\nones = [1]\nspare = given(x=1)\n"))
    assert [name for name in found.values if found.is_strategy(name)] == ["spare"]
    assert UNKNOWN.open
