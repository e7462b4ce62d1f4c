"""Whether a call failed because its arguments do not fit the student's function."""

import re
from collections.abc import Mapping

from grader.report import Lost
from grader.text import Message
from grader.wire import Found, Outcome, Raised

_BINDING = re.compile(
    r"([\w.<>]+)\(\) (?:takes|missing|got)|\w+ expected \d|Binding inputs to tf\.function failed"
)
"""How a TypeError begins where the arguments of a call do not fit a function."""


def both_signatures(
    outcome: Outcome | Lost, function: str, found: Found, signatures: Mapping[str, str]
) -> Message | None:
    """Both signatures, where the call did not get into the function, and they differ.

    Of a class, the signature of the method that was called; its own is that of its `__init__`.
    """
    if not isinstance(outcome, Raised) or outcome.type != "TypeError" or outcome.lines:
        return None
    called = _BINDING.match(outcome.message)
    if not called:
        return None
    name, yours = function, found.signature
    if (method := (called[1] or "").rpartition(".")[2]) in found.methods:
        name, yours = f"{function}.{method}", found.methods[method]
    asked = signatures.get(name, "")
    if not yours or _parameters(yours) == _parameters(asked):
        return None
    return Message("yours is {yours}, asked is {asked}", yours=f"{name}{yours}", asked=asked)


def _parameters(signature: str) -> list[str]:
    """The names of the parameters, without types and defaults."""
    return re.findall(r"[(,]\s*(\*{0,2}\w+)", signature)
