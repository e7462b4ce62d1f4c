"""What a course's check of itself found, collected as it goes."""

from dataclasses import dataclass, field

from grader.build.mutation.round import Round
from grader.report import CheckResult

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
