"""Relations of probabilities and of losses: one that is off by a constant, or raised to a power."""

from collections.abc import Sequence

import numpy as np

from grader.judge.pairs import Guess, Pair, holds
from grader.text import Message

Pairs = Sequence[Pair]


def epsilon(pairs: Pairs) -> Message | None:
    """A loss whose probability is off by a constant: log(p + epsilon) in place of log(p)."""
    same = [p for p in pairs if p.expected.shape == p.returned.shape and p.expected.size]
    if len(same) < len(pairs) or not same:
        return None
    # The largest loss tells it best: the others lose it in rounding.
    best = max(same, key=lambda pair: float(np.max(pair.expected)))
    at = int(np.argmax(best.expected))
    e, r = float(best.expected.ravel()[at]), float(best.returned.ravel()[at])
    added = float(np.exp(-r) - np.exp(-e))
    if not np.isfinite(added) or not 1e-7 < abs(added) < 0.5:
        return None
    if not holds(pairs, lambda pair: -np.log(np.exp(-pair.expected) + added), 1, exact=True):
        return None
    return Message("what -log(p + {number}) gives where -log(p) is expected", number=f"{added:.3g}")


def tempered(pairs: Pairs) -> Message | None:
    """Probabilities of logits that were multiplied by a constant: a power, normalised again."""
    power = next((k for p in pairs if (k := _power(p)) is not None), None)
    if power is None or not holds(pairs, _normalised(power), fitted=1):
        return None
    return Message(
        "the expected one to the power of {power}, each row divided by its sum, which is what "
        "logits times {power} give",
        power=f"{power:.4g}",
    )


def _power(pair: Pair) -> float | None:
    """By which the logarithms within a row are stretched; None where there is no telling."""
    e, r = pair.expected, pair.returned
    if e.shape != r.shape or e.ndim != 2 or e.shape[1] < 2:
        return None
    for one, other in zip(e, r, strict=True):
        most, least = int(np.argmax(one)), int(np.argmin(one))
        if min(one[least], other[least], other[most]) > 1e-4 and one[most] > 1.5 * one[least]:
            power = float(np.log(other[most] / other[least]) / np.log(one[most] / one[least]))
            if power > 0 and abs(power - 1) > 1e-2:
                return power
    return None


def _normalised(power: float) -> Guess:
    def guess(pair: Pair) -> np.ndarray | None:
        if pair.expected.ndim != 2:
            return None
        raised = pair.expected**power
        return np.asarray(raised / np.sum(raised, axis=1, keepdims=True))

    return guess
