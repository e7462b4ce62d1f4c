"""A wrong result in a small form, by which it is told from others.

Of a value these are its form, some of its numbers, and how far each may be off; of an exception its
type and the line that raised, and not its text, in which a student's names stand.
"""

import hashlib
import keyword
import re
import zlib
from collections.abc import Sequence
from itertools import zip_longest

import msgspec
import numpy as np

from grader.authoring import Asks, Check, Tolerance
from grader.judge.form import entries
from grader.judge.numbers import as_array, distance
from grader.judge.unequal import dtype_of
from grader.report import Trace
from grader.wire import Map, Opaque, Outcome, Raised, Returned, Seq, Value

CLOSELY = 24
"""Of so many cases at the front, as many numbers of each are kept. Of a later one it is a few."""

FEW = 3

MOST_LEAVES = 500
"""Parts of a result that are looked at: a list of Python's numbers has as many as numbers."""

UNKNOWN = np.asarray(Tolerance().absolute)
"""How far numbers may be from others of which nothing right has the form."""

_ROUNDING = 1e-9
"""As a share of the largest number in a result: what the order of additions may change."""

NAME = re.compile(r"[^\W\d]\w*")
_WORD = re.compile(r"(?P<attribute>\.\s*\w+)|(?P<text>\"[^\"]*\"|'[^']*')|(?P<name>[^\W\d]\w*)|\S")

Names = frozenset[str]
Part = tuple[np.ndarray, np.ndarray]
"""Numbers, and how far another may be from each."""


class Case(msgspec.Struct, frozen=True, array_like=True):
    """A result that is wrong. It is `nearly` right where last digits decide that it fails.

    `numbers` are float64 and `slack` float32, one for each: how far another may be from it.
    """

    case: int
    form: str
    nearly: bool
    numbers: bytes
    slack: bytes


class Failed(msgspec.Struct, frozen=True, array_like=True):
    """A check that fails. Where a predicate decides, it is not `firm`: values may well differ.

    It `proves` the mistake, by itself or for a function whose source has the same of `traits`.
    """

    check: str
    firm: bool
    proves: bool
    traits: list[str]
    cases: list[Case]


class Traced(msgspec.Struct, frozen=True, array_like=True):
    """All that a function fails, and the traits of its source."""

    traits: list[str]
    checks: list[Failed]


def unpacked(trace: Trace) -> Traced | None:
    """The values in a trace; None where they can't be read: another grader has packed them."""
    try:
        return msgspec.msgpack.decode(zlib.decompress(trace.values), type=Traced)
    except (zlib.error, msgspec.MsgspecError):
        return None


def case_of_value(number: int, outcome: Returned, expected: Outcome, check: Check) -> Case:
    leaves: list[np.ndarray] = []
    wanted: list[np.ndarray] = []
    form = _form(outcome.value, check, leaves)
    right = _form(expected.value, check, wanted) if isinstance(expected, Returned) else None
    nearly = form == right and distance(expected, outcome, check) <= 2.0
    # The author's bound is a function of right results: of no other shape than they have.
    bounds = [_bound(each, check.tolerance) for each in wanted] if form == right else []
    parts = [
        _flat(leaf, bound, check.tolerance.relative)
        for leaf, bound in zip_longest(leaves, bounds, fillvalue=UNKNOWN)
    ]
    numbers, slack = _sampled(parts, CLOSELY if number < CLOSELY else FEW)
    return Case(number, short(form), nearly, numbers.tobytes(), slack.astype(np.float32).tobytes())


def _form(value: Value, check: Check, leaves: list[np.ndarray]) -> str:
    """What a value is but for its numbers. These are added to the leaves, if there is room."""
    array = as_array(value)
    if len(leaves) >= MOST_LEAVES:
        return "…"
    if array is not None:
        leaves.append(array)
        kind = dtype_of(value) if check.asks is Asks.DTYPE else ""
        return f"{kind}{array.shape}{'c' if np.iscomplexobj(array) else ''}"
    match value:
        case Seq():
            items = [_form(item, check, leaves) for item in value.items[:MOST_LEAVES]]
            return f"{len(value.items)}[{', '.join(items)}]"
        case Map():
            own = sorted(entries(value).items())[:MOST_LEAVES]
            each = (f"{name}: {_form(item, check, leaves)}" for name, (_, item) in own)
            return f"{len(value.items)}{{{', '.join(each)}}}"
        case Opaque():
            return value.type
        case _:
            return repr(value)


def short(text: str) -> str:
    """A text, or a digest of it: a text may be long, or be what another function lends."""
    if len(text) <= 40 and not any(quote in text for quote in "'\""):
        return text
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _sampled(parts: Sequence[Part], most: int) -> Part:
    """At most so many numbers, how far each may be off, and at the end a sum of all with weights.

    All numbers are kept where they are few; then there is no sum.
    """
    if not parts:
        return np.zeros(0), np.zeros(0)
    every, slack = (np.concatenate(each) for each in zip(*parts, strict=True))
    if every.size <= most:
        return every, slack
    chosen = np.unique(np.linspace(0, every.size - 1, most).round().astype(int))
    weights = 1 + 0.5 * np.cos(1.7 * np.arange(every.size))
    finite = np.isfinite(every)
    with np.errstate(all="ignore"):
        whole = np.sum(weights[finite] * every[finite])
        room = np.sum(weights[finite] * slack[finite])
    return np.append(every[chosen], whole), np.append(slack[chosen], room)


def _bound(expected: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    """How far a result may be from the expected one in any case, for each number."""
    absolute = tolerance.absolute
    with np.errstate(all="ignore"):
        bound = absolute(_wide(expected)) if callable(absolute) else absolute
    return np.broadcast_to(np.asarray(bound, np.float64), expected.shape)


def _wide(array: np.ndarray) -> np.ndarray:
    return array.astype(np.complex128 if np.iscomplexobj(array) else np.float64)


def _flat(array: np.ndarray, bound: np.ndarray, relative: float) -> Part:
    """The numbers in a row, those of a complex one as two, and how far another may be from each."""
    with np.errstate(all="ignore"):
        size = np.abs(_wide(array))
        least = _ROUNDING * size[np.isfinite(size)].max(initial=0.0)
        slack = np.nan_to_num(np.maximum(bound + relative * size, least), posinf=0.0).ravel()
    if not np.iscomplexobj(array):
        return array.ravel().astype(np.float64), slack
    both = np.concatenate([array.real.ravel(), array.imag.ravel()]).astype(np.float64)
    return both, np.concatenate([slack, slack])


def case_of_exception(number: int, raised: Raised, given: Names) -> Case:
    """The exception's type, and the line that raised without a student's own names and texts."""
    line = raised.lines[-1].text if raised.lines else ""
    return Case(number, short(f"{raised.type}: {_neutral(line, given)}"), False, b"", b"")


def _neutral(line: str, given: Names) -> str:
    """A line of source in which names are numbers, but for those that the task has given."""
    names: dict[str, str] = {}
    words = []
    for word in _WORD.finditer(line.partition("#")[0]):
        if word["text"]:
            words.append("''")
        elif (name := word["name"]) and name not in given and not keyword.iskeyword(name):
            words.append(names.setdefault(name, f"_{len(names)}"))
        else:
            words.append("".join(word[0].split()))
    return " ".join(words)
