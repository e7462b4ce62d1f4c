from __future__ import annotations

from collections.abc import Iterator

import numpy as np


def kl_divergence(p: np.ndarray, q: np.ndarray) -> float:
    """The cross entropy less the entropy."""

    def entropy_terms(a: np.ndarray, b: np.ndarray) -> Iterator[float]:
        yield from (-float(x) * float(np.log(y)) for x, y in zip(a, b, strict=True) if x)

    return sum(entropy_terms(p, q)) - sum(entropy_terms(p, p))


def cosine_similarity(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    return np.fromiter(
        (np.dot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b)) for a, b in zip(A, B)), float
    )


def confusion_matrix(y_true: np.ndarray, y_pred: np.ndarray, classes: int) -> np.ndarray:
    return np.array(
        [[np.count_nonzero((y_true == t) & (y_pred == p)) for p in range(classes)] for t in range(classes)],
        dtype=np.float32,
    )


def precision_recall_f1(y_true: np.ndarray, y_pred: np.ndarray) -> tuple[float, float, float]:
    tp = np.logical_and(y_true, y_pred).sum()
    try:
        with np.errstate(all="raise"):
            precision = tp / np.count_nonzero(y_pred)
    except FloatingPointError:
        precision = 0.0
    recall = np.nan_to_num(_quiet(tp, np.count_nonzero(y_true)))
    f1 = np.nan_to_num(_quiet(2 * precision * recall, precision + recall))
    return precision, recall, f1


def _quiet(a, b):
    with np.errstate(all="ignore"):
        return np.float64(a) / np.float64(b)


def auc(y_true: np.ndarray, scores: np.ndarray) -> float:
    """The rank sum of Mann and Whitney, with mean ranks for ties."""
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks = ((last - counts + 1 + last) / 2)[inverse]
    n1 = int(y_true.sum())
    n0 = len(y_true) - n1
    return (ranks[y_true == 1].sum() - n1 * (n1 + 1) / 2) / (n1 * n0)


def classification_report(y_true: np.ndarray, y_pred: np.ndarray, classes: int) -> np.ndarray:
    report = np.zeros((classes + 2, 4))
    for c in range(classes):
        mine = y_true == c
        report[c] = *precision_recall_f1(mine.astype(int), (y_pred == c).astype(int)), mine.sum()
    for c in range(classes):
        report[classes] += report[c] / classes
        report[classes + 1] += report[c] * report[c, 3] / len(y_true)
    report[classes:, 3] = len(y_true)
    return report
