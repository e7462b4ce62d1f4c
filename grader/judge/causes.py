"""Where a gradient may have been lost: what the source of the function has that carries none."""

import ast
import re
from collections.abc import Iterable, Mapping

from grader.judge.compare import place
from grader.judge.evidence import has_none
from grader.report import Lost
from grader.text import Message
from grader.wire import Line, Outcome, Raised

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


_OF_A_TAPE = Message(
    "is it the gradient that is None? `tape.gradient` gives None for a variable from which the "
    "loss was not computed inside of the tape, by TensorFlow alone"
)


def lost_gradient(
    definition: ast.FunctionDef, outcomes: Iterable[Outcome | Lost], traits: Mapping[str, Line]
) -> list[Message]:
    """The places in the function that a check of a gradient may be None for.

    A function that takes a gradient itself may fail at a None, too.
    """
    came = [outcome for outcome in outcomes if not isinstance(outcome, Lost)]
    calls = (n.func for n in ast.walk(definition) if isinstance(n, ast.Call))
    if any(isinstance(f, ast.Attribute) and f.attr == "gradient" for f in calls):
        found: list[Message] | None = [] if any(map(has_none, came)) else None
    else:
        failed = any(isinstance(o, Raised) and _is_none(o.message) for o in came)
        found = [_OF_A_TAPE] if failed and "tape" in traits else None
        # Beside its tape, a loop measures with NumPy, integers and numbers: that loses nothing.
        traits = {trait: line for trait, line in traits.items() if trait not in _MEASURE}
    if found is None:
        return []
    return found + [
        Message("it may be lost {place}; {why}", place=place(traits[trait]), why=why)
        for trait, why in _WHY.items()
        if trait in traits
    ]


_MEASURE = ("numpy", "number", "integers")

_NONE = re.compile(r"NoneType|None values? not supported|No gradients provided")
_OF_A_SIZE = re.compile(r"Tried to convert '(?:depth|axis|shape|size)'")


def _is_none(message: str) -> bool:
    """Whether an exception may be about a gradient that is None. A size may be None, too."""
    return bool(_NONE.search(message)) and not _OF_A_SIZE.search(message)
