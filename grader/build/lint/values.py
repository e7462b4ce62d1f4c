"""Whether what a strategy drew can be the inputs of its check."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from grader.authoring import Check
from grader.build.lint.inputs import arguments, says_otherwise
from grader.text import Message
from grader.wire import Map, Packet, Seq

_INSTEAD = {
    np.ndarray: 'write array(x, "float64")',
    np.generic: "write float(x), int(x) or bool(x)",
    list: "write list_of(x)",
    tuple: "write tuple_of(x)",
}
"""What to write in the place of what is no value of an input."""


def no_inputs(check: Check, inputs: Any) -> Message | None:
    """Why what was drawn can't be a check's inputs; None where it can."""
    if not isinstance(inputs, Mapping):
        kind = type(inputs).__name__
        return Message(
            "{name} draws no inputs by name, but something of the type {kind}; given(...) makes a "
            "dict of inputs",
            name=check.name,
            kind=kind,
        )
    needed, taken = arguments(check)
    if not {*needed} <= {*inputs} or (taken is not None and not {*inputs} <= {*taken}):
        return says_otherwise(check, [*inputs])
    for name, value in inputs.items():
        if (odd := _odd(value)) is not None:
            advice = [said for kind, said in _INSTEAD.items() if isinstance(odd, kind)]
            return Message(
                "{check} draws {input} as {kind}, which can't be sent{advice}",
                check=check.name,
                input=name,
                kind=type(odd).__name__,
                advice=f": {advice[0]}" if advice else "",
            )
    return None


def _odd(value: Any) -> Any:
    """The part of a value that can't be sent to a worker; None where all of it can."""
    parts: Iterable[Any] = ()
    if isinstance(value, Seq):
        parts = value.items
    elif isinstance(value, Map):
        parts = (part for pair in value.items for part in pair)
    elif value is not None and type(value) not in (bool, int, float, str):
        return None if isinstance(value, Packet) else value
    return next((odd for part in parts if (odd := _odd(part)) is not None), None)
