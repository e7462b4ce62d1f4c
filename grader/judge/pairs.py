"""What came back beside what was expected, and whether a guess of it holds in all cases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from grader.wire import Inputs

CASES = 2
"""In how many cases a guess must differ plainly from what is expected."""

NUMBERS = 3
"""How many different numbers it must foretell; one more for each number that was fitted."""

_FAR = 10.0
"""How many times the rounding a guess must be off the expected number, to say anything."""


@dataclass(frozen=True)
class Pair:
    """An expected array and the one that came back, for some inputs.

    `slack` is how far a right number may be from the expected one, an array like `expected`.
    `flags` tells that True and False came back, as 1 and 0.
    """

    inputs: Inputs
    expected: np.ndarray
    returned: np.ndarray
    slack: np.ndarray
    flags: bool = False


Guess = Callable[[Pair], np.ndarray | None]
"""From a pair's expected array, and its inputs, what should have come back; None for no guess."""


def holds(pairs: Sequence[Pair], guess: Guess, fitted: int = 0, exact: bool = False) -> bool:
    """Whether the guess is what came back in all the pairs, and says more than what is expected.

    `fitted` numbers of the guess were read off what came back. An `exact` one has no slack.
    """
    cases, numbers = 0, set[float]()
    for pair in pairs:
        with np.errstate(all="ignore"):
            guessed = guess(pair)
            if guessed is None or guessed.shape != pair.returned.shape:
                return False
            allowed = _allowed(pair, guess, guessed, exact)
            if not _close(guessed, pair.returned, allowed):
                return False
            plain = _plain(pair, guessed, allowed)
        cases += int(plain.any())
        numbers.update(round(x, 6) for x in guessed[plain].ravel()[:50].tolist())
    return cases >= CASES and len(numbers) >= NUMBERS + fitted


def _allowed(pair: Pair, guess: Guess, guessed: np.ndarray, exact: bool) -> np.ndarray:
    scale = max(1.0, float(np.max(np.abs(guessed), initial=0.0, where=np.isfinite(guessed))))
    rounding = 5e-5 * np.abs(guessed) + 2e-6 * scale
    if exact or not pair.slack.any():
        return rounding
    up, down = (
        guess(replace(pair, expected=pair.expected + sign * pair.slack)) for sign in (1, -1)
    )
    if up is None or down is None:
        return rounding
    return rounding + np.nan_to_num(np.abs(up - down) / 2, nan=0.0, posinf=0.0)


def _close(guessed: np.ndarray, returned: np.ndarray, allowed: np.ndarray) -> bool:
    equal = (guessed == returned) | (np.isnan(guessed) & np.isnan(returned))
    return bool(np.all(equal | (np.abs(guessed - returned) <= allowed)))


def _plain(pair: Pair, guessed: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    """Where the guess is a number that is not, in its place, the expected one."""
    finite = np.isfinite(guessed)
    if guessed.shape != pair.expected.shape:
        return finite
    return finite & ~(np.abs(guessed - pair.expected) <= _FAR * allowed)
