"""Fingerprints of a file by winnowing its normalised syntax tree.

Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD
2003: of every WINDOW neighbouring k-grams the one with the smallest hash is kept, the rightmost of
equal ones. So any WINDOW + GRAM - 1 labels in a row that two files share give them a fingerprint in
common, and nothing shorter than GRAM does. A function or class with fewer labels is one k-gram.
"""

import ast
import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from grader.classroom.copies.forms import VARIABLE, Former
from grader.classroom.copies.naming import names_of

GRAM = 9
"""Labels of a k-gram."""

WINDOW = 4
"""K-grams of which one is kept."""


@dataclass(frozen=True)
class Print:
    """A fingerprint, and the lines of the file that it was taken from, in order."""

    hash: int
    lines: tuple[int, ...]


def fingerprints(trees: Sequence[ast.Module], asked: Collection[str]) -> list[Print]:
    """The fingerprints of a file whose parts are `trees`; `asked` are names that were asked for.

    Raises RecursionError where the source is nested too deeply.
    """
    former = Former(names_of(trees, asked))
    found: list[Print] = []
    for section in former.sections(trees):
        labels = [each for form in section for each in form.flat()]
        hashes = list(_hashes([label for label, _ in labels]))
        for place in _winnowed(hashes):
            lines = {line for _, line in labels[place : place + GRAM]}
            found.append(Print(hashes[place], tuple(sorted(lines))))
    return found


def _hashes(labels: Sequence[str]) -> Iterator[int]:
    """The hash of each k-gram. In it, variables are told by the order in which they are met.

    Python's hash of numbers is the same in every process, and that of text is not.
    """
    numbers = [-1 if label.startswith(VARIABLE) else _number(label) for label in labels]
    for start in range(max(1, len(labels) - GRAM + 1)):
        gram = numbers[start : start + GRAM]
        met: dict[str, int] = {}
        for place, number in enumerate(gram):
            if number < 0:
                gram[place] = met.setdefault(labels[start + place], len(met))
        yield hash(tuple(gram))


@lru_cache(maxsize=65_536)
def _number(label: str) -> int:
    digest = hashlib.blake2b(label.encode("utf-8", "replace"), digest_size=7).digest()
    return GRAM + int.from_bytes(digest, "big")  # smaller ones are variables


def _winnowed(hashes: Sequence[int]) -> Iterator[int]:
    """The places of the k-grams that are kept."""
    last = -1
    for start in range(max(1, len(hashes) - WINDOW + 1)):
        window = hashes[start : start + WINDOW]
        smallest = min(window)
        place = start + max(at for at, each in enumerate(window) if each == smallest)
        if place != last:
            last = place
            yield place
