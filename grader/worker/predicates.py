"""Ask a check's predicate about a value, within limits: in a worker that has no student's code.

The value is what a student's process sent, and a predicate is not written to be attacked: of
90,000 texts NumPy makes an array of gigabytes, and two long lists are soon compared each with each.
So it runs here, where it can be bounded.
"""

import math
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from grader.text import Hint, Message, paragraphs
from grader.wire import Array, Ask, Line, Map, Number, Opaque, Raised, Said, Seq, Value
from grader.wire.forking import Bounds
from grader.worker.breach import breach
from grader.worker.source.loader import message_of

if sys.platform != "win32":
    import resource

_CHECKS = "checks.py"
_MOST_MESSAGES, _MOST_TEXT, _MOST_FACT = 50, 2000, 20_000
_SIZES = Path("/proc/self/statm")


def answer(holds: Callable[..., Any], ask: Ask, bounds: Bounds) -> Said | Raised:
    """What the predicate says of the value; or what it raised, with the line of checks.py."""
    try:
        with _within(ask.seconds, ask.memory):
            value = plain(ask.value)
            inputs = {name: plain(given) for name, given in ask.inputs.items()}
            if ask.margin:
                margin: Any = vars(holds)["margin"]
                return Said([], float(margin(value, **inputs)))
            return _said(holds(value, **inputs))
    except Exception as error:  # an author's code, with a value that can be anything
        limits = msgspec.structs.replace(bounds, memory=ask.memory)
        name, text = type(error).__name__[:100], message_of(error)
        return Raised(name, text, _lines(error, holds), breach(error, limits))


def plain(value: Value) -> Any:
    """A value as an object of Python or NumPy. An Opaque becomes an object without a value."""
    match value:
        case Array():
            return value.numpy()
        case Number():
            return value.value
        case Seq():
            return [plain(item) for item in value.items]
        case Map():
            return {str(key): plain(item) for key, item in value.items}
        case Opaque():
            return object()
        case _:
            return value


@contextmanager
def _within(seconds: float, memory: int) -> Iterator[None]:
    """Let what follows use so much of the processor's time, and so many bytes of address space.

    At the end of the time the kernel ends this process. Where the platform has no such limits, the
    judge's clock is the limit.
    """
    if sys.platform == "win32":
        yield
        return
    limits, bounded = resource.getrlimit(resource.RLIMIT_AS), _SIZES.exists()
    if bounded:
        used = int(_SIZES.read_text("ascii").split()[0]) * resource.getpagesize()
        most = min(used + memory, *(limit for limit in limits if limit != resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_AS, (most, limits[1]))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        if bounded:
            resource.setrlimit(resource.RLIMIT_AS, limits)


def _said(said: Any) -> Said:
    """What a predicate returned; raises TypeError for what none should return."""
    if isinstance(said, str):
        said = [Message(line) for line in said.splitlines()]
    elif isinstance(said, Message | Hint):
        said = [said]
    if not isinstance(said, Sequence) or not all(isinstance(x, Message | Hint) for x in said):
        kind = "None" if said is None else f"a {type(said).__name__}"
        raise TypeError(f"it returned {kind}; [], a Message, several or a text is asked")
    messages = [each for each in said if isinstance(each, Message)]
    hints = [text for each in said if isinstance(each, Hint) for text in paragraphs(each.text)]
    if hints and not messages:
        raise TypeError("it returned a Hint alone; a Message says what does not hold")
    return Said(
        [_bounded(message) for message in messages[:_MOST_MESSAGES]],
        hints=[_fact(text[:_MOST_TEXT]) for text in hints[:_MOST_MESSAGES]],
    )


def _bounded(message: Message) -> Message:
    """The message, short enough to be sent, with facts of Python's own types."""
    facts = {name: _fact(fact) for name, fact in list(message.facts.items())[:20]}
    return Message(message.template[:_MOST_TEXT], **facts)


def _fact(fact: Any) -> Any:
    match fact:
        case str():
            return fact[:_MOST_FACT].encode("utf-8", "replace").decode("utf-8")
        case Message():
            return _bounded(fact)
        case bool():
            return str(fact)
        case float() if math.isfinite(fact):
            return float(fact)
        case int() if -(2**63) <= fact < 2**63:
            return int(fact)
        case _:
            return str(fact)[:_MOST_FACT]


def _lines(error: BaseException, holds: Callable[..., Any]) -> list[Line]:
    """The lines of checks.py in a traceback; where there are none, the predicate's first."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        Line(f.filename, f.lineno or 0, f.name[:80], (f.line or "")[:200])
        for f in frames
        if f.filename == _CHECKS
    ]
    code = getattr(holds, "__code__", None)
    if lines or code is None:
        return lines[-8:]
    return [Line(_CHECKS, code.co_firstlineno, code.co_name[:80], "")]
