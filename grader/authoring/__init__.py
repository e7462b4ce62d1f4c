"""The language that exercises are written in: all that a checks.py and an inputs.py need.

What only an inputs.py needs is in `strategies`, and is loaded when it is first used: Hypothesis
takes long to import, and no worker that runs a checks.py needs it.
"""

from typing import TYPE_CHECKING, Any

from grader.authoring.exercise import (
    GIB,
    MIB,
    Asks,
    Check,
    Exercise,
    Limits,
    Predicate,
    Tolerance,
    data_path,
    describe,
    predict,
    send,
)
from grader.text import Hint, Message

if TYPE_CHECKING:
    from grader.authoring.strategies import (
        array,
        decimals,
        dict_of,
        draw_digits,
        draw_signs,
        given,
        list_of,
        listed,
        numbers,
        tensor,
        tuple_of,
        variable,
    )

__all__ = [
    "GIB",
    "MIB",
    "Asks",
    "Check",
    "Exercise",
    "Hint",
    "Limits",
    "Message",
    "Predicate",
    "Tolerance",
    "array",
    "data_path",
    "decimals",
    "describe",
    "dict_of",
    "draw_digits",
    "draw_signs",
    "given",
    "list_of",
    "listed",
    "numbers",
    "predict",
    "send",
    "tensor",
    "tuple_of",
    "variable",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from grader.authoring import strategies

    return getattr(strategies, name)
