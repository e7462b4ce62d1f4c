"""The pairs that `grader compare` has found, kept in the record's settings, for the page."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from grader.classroom.copies.comparison import Comparison, Pair
from grader.classroom.fitting import fitted
from grader.classroom.record import Provenance
from grader.classroom.store import Store

_SETTING = "alike"
_MOST = 200
"""How many pairs are kept, the most alike first; copies.csv has all of them."""


@dataclass(frozen=True)
class Found:
    """A pair as it was found. `sides` are all students of each file, `contents` their digests.

    `mistakes` are functions with the same wrong values that no known mistake has, each with how
    many students have them.
    """

    sides: tuple[tuple[str, ...], tuple[str, ...]]
    contents: tuple[str, str]
    alike: float
    shared: int
    alone: int
    same_text: bool
    mistakes: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Remembered:
    """What was found when the class was compared: how many files, and the pairs.

    `more` pairs were found and are not kept; `gone` ones are of files that do not count any more.
    """

    compared: int
    pairs: tuple[Found, ...]
    more: int = 0
    gone: int = 0

    def still(self, graded: Mapping[str, Provenance]) -> "Remembered":
        """Without the pairs of which a file does not count any more: another one was graded."""
        left = tuple(
            pair
            for pair in self.pairs
            if all(
                (known := graded.get(student)) is not None and known.content == content
                for students, content in zip(pair.sides, pair.contents, strict=True)
                for student in students
            )
        )
        return Remembered(self.compared, left, self.more, len(self.pairs) - len(left))


def remember(store: Store, found: Comparison, graded: Mapping[str, Provenance]) -> None:
    """Write the pairs into the record, in the place of those of an earlier time."""
    kept = Remembered(
        compared=found.compared,
        pairs=tuple(_found(found, pair, graded) for pair in found.pairs[:_MOST]),
        more=max(0, len(found.pairs) - _MOST),
    )
    store.settle({_SETTING: msgspec.json.encode(fitted(kept)).decode()})


def remembered(settings: Mapping[str, str]) -> Remembered | None:
    """The pairs of the last time; None where the class was never compared."""
    try:
        return msgspec.json.decode(settings.get(_SETTING, "null"), type=Remembered | None)
    except msgspec.MsgspecError:
        return None


def _found(found: Comparison, pair: Pair, graded: Mapping[str, Provenance]) -> Found:
    one, other = pair.students
    likeness = pair.likeness
    return Found(
        sides=(found.together[one], found.together[other]),
        contents=(graded[one].content, graded[other].content),
        alike=likeness.alike,
        shared=likeness.shared,
        alone=likeness.alone,
        same_text=pair.same_text,
        mistakes=tuple((same.function, len(same.members)) for same in pair.mistakes),
    )
