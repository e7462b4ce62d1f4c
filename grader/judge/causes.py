"""Where a gradient may have been lost: what the source of the function has that carries none."""

import ast
from collections.abc import Iterable, Mapping

from grader.judge.compare import place
from grader.judge.evidence import has_none
from grader.report import Lost
from grader.text import Message
from grader.wire import Line, Outcome

_WHY = {
    "variable": Message(
        "a new tf.Variable is a copy, through which no gradient goes back; use what the function "
        "is given"
    ),
    "numpy": Message("TensorFlow can't follow what NumPy computes"),
    "number": Message("TensorFlow can't follow what is computed with numbers of Python"),
    "stop_gradient": Message("this stops it"),
    "py_function": Message("TensorFlow can't follow it into other functions of Python"),
    "integers": Message("integers, and what is rounded to them, have no gradient"),
}


def lost_gradient(
    definition: ast.FunctionDef, outcomes: Iterable[Outcome | Lost], traits: Mapping[str, Line]
) -> list[Message]:
    """The places in the function that a check of a gradient may be None for."""
    calls = (n.func for n in ast.walk(definition) if isinstance(n, ast.Call))
    asks = any(isinstance(f, ast.Attribute) and f.attr == "gradient" for f in calls)
    if not asks or not any(has_none(o) for o in outcomes if not isinstance(o, Lost)):
        return []
    return [
        Message("it may be lost {place}; {why}", place=place(traits[trait]), why=why)
        for trait, why in _WHY.items()
        if trait in traits
    ]
