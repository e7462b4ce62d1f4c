"""What a course's check of itself found, collected as it goes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.build.mutation.round import Round
from grader.report import CheckResult, Verdict

SPREAD = 0.6
"""How much of a tolerance the right ones may use up: another machine rounds otherwise."""


@dataclass(frozen=True)
class Exposure:
    """How many of the inputs that were drawn for a check show a mistake."""

    check: str
    showing: int
    drawn: int

    @property
    def share(self) -> float:
        """From 0 (it was not found) to 1."""
        return self.showing / self.drawn


@dataclass
class Verification:
    """What a course's check of itself found, collected as it goes.

    `matrix` has each known mistake's results on the checks of its function; `spreads` how far
    the right implementations lie from the reference, by check, in units of the tolerance;
    `margins` how far above a check's bar each of them is, by file, a number a random seed;
    `exposures` in which check the most inputs show a known mistake, of those that were drawn
    without knowing of it: a mistake that nobody has thought of yet is as hard to find. `remarks`
    are on known mistakes, and no faults. `round` is what became of a few changes of the reference.
    """

    exercise: str
    right: int = 0
    faults: list[str] = field(default_factory=list)
    matrix: dict[str, list[CheckResult]] = field(default_factory=dict)
    spreads: dict[str, float] = field(default_factory=dict)
    margins: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    exposures: dict[str, Exposure] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    round: Round | None = None

    @property
    def narrow(self) -> list[str]:
        """Tolerances that some right file nearly uses up."""
        return [
            f"{name}: the right ones use up {spread:.2f} of the tolerance, and may {SPREAD:g}"
            for name, spread in self.spreads.items()
            if spread >= SPREAD
        ]


def not_passed(path: Path, results: Sequence[CheckResult], seed: str = "") -> list[str]:
    """The checks that a right file does not pass."""
    return [
        f"right {path.name}{seed}: {r.name} {r.verdict.value}: {told_of(r)}"
        for r in results
        if r.verdict is not Verdict.PASSED
    ]


_LONGEST = 200
"""How many characters of the inputs a fault has."""


def told_of(result: CheckResult) -> str:
    """What is said of a failing check, and on which input."""
    said = " / ".join(map(str, result.said))
    shown = result.counterexample
    if shown is None or not shown.inputs:
        return said
    inputs = ", ".join(f"{name} = {' '.join(text.split())}" for name, text in shown.inputs.items())
    return f"{said}; on {inputs if len(inputs) <= _LONGEST else inputs[:_LONGEST] + ' ...'}"
