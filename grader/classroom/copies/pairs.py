"""Which files of a class have much in common that few others have.

A fingerprint weighs log2(N / n) where n of N files have it: the inverse document frequency of
Spärck Jones, "A statistical interpretation of term specificity and its application in retrieval",
Journal of Documentation 28 (1972). So what all have (the stub, the given code, the obvious
solution) weighs nothing, and nobody has to list it. Two files are alike as far as what they weigh
is in both: Dice's coefficient, 2·both / (one + other), which is 1 for the same file.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

LEAST_ALIKE = 0.8
"""From here on a pair is listed. Two honest files with a third of their functions by the same hand
come up to 0.76, where these are the longest ones."""

LEAST_RARE = 8
"""What both have weighs at least as much as so many fingerprints that no third file has: ten lines
or so. What is shorter is alike by chance."""

_BLOCK = 2048
"""Fingerprints that are counted at once."""


@dataclass(frozen=True)
class Likeness:
    """Two files, and what they have in common.

    `alike` is between 0 and 1, `weight` what both have, in bits. Of the `shared` fingerprints
    `alone` are in no third file.
    """

    one: str
    other: str
    alike: float
    weight: float
    shared: int
    alone: int


class Rarity:
    """The fingerprints of a class, by student, and how rare each is."""

    def __init__(self, prints: Mapping[str, Collection[int]]):
        self.held = {student: frozenset(prints[student]) for student in sorted(prints)}
        self.counts: Counter[int] = Counter()
        for found in self.held.values():
            self.counts.update(found)
        size = len(self.held)
        self._weigh = {each: float(np.log2(size / n)) for each, n in self.counts.items()}
        self._own = {student: self._weight(found) for student, found in self.held.items()}

    def _weight(self, prints: Collection[int]) -> float:
        return sum(self._weigh[each] for each in prints)

    def likeness(self, one: str, other: str) -> Likeness:
        """What two files have in common."""
        shared = self.held[one] & self.held[other]
        weight, whole = self._weight(shared), self._own[one] + self._own[other]
        return Likeness(
            one,
            other,
            2 * weight / whole if whole else 0.0,
            weight,
            len(shared),
            sum(self.counts[each] == 2 for each in shared),
        )

    def alike(self, least: float = LEAST_ALIKE, rare: float = LEAST_RARE) -> list[Likeness]:
        """The pairs that are as much alike, and share as much; the most alike first."""
        size = len(self.held)
        if size < 3:
            return []  # whatever two files share is what all have
        weight = rare * float(np.log2(size / 2))
        found = [self.likeness(*pair) for pair in self._near(least, weight)]
        return sorted(found, key=lambda each: (-each.alike, -each.weight, each.one, each.other))

    def _near(self, least: float, weight: float) -> Iterator[tuple[str, str]]:
        students = list(self.held)
        own = np.array([self._own[student] for student in students])
        both = self._both()
        near = (2 * both >= least * (own[:, None] + own) - 1e-3) & (both >= weight - 1e-3)
        for one, other in np.argwhere(np.triu(near, 1)):
            yield students[one], students[other]

    def _both(self) -> np.ndarray:
        """For each two files the weight of what both have, (N, N)."""
        size = len(self.held)
        common = sorted(each for each, count in self.counts.items() if 1 < count < size)
        total = np.zeros((size, size))
        for start in range(0, len(common), _BLOCK):
            place = {each: at for at, each in enumerate(common[start : start + _BLOCK])}
            has = np.zeros((size, len(place)), dtype=np.float32)
            for row, prints in enumerate(self.held.values()):
                has[row, [place[each] for each in prints if each in place]] = 1
            total += (has * np.array([self._weigh[each] for each in place], np.float32)) @ has.T
        return total
