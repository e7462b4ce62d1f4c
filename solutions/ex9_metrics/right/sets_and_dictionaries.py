import functools
import operator
from fractions import Fraction

import numpy as np


def kl_divergence(p, q):
    return functools.reduce(operator.add, map(term, p, q))


def term(a, b):
    return 0 if not a else a * (np.log2(a) - np.log2(b)) * np.log(2)


def cosine_similarity(A, B):
    a, b = (M / np.hypot.reduce(np.c_[M, 0 * M], axis=1, keepdims=True) for M in (A, B))
    # |a - b|^2 = 2 - 2 cos for vectors of length 1.
    return 1 - np.sum((a - b) ** 2, axis=1) / 2


def confusion_matrix(y_true, y_pred, classes):
    groups = {c: np.flatnonzero(y_true == c) for c in range(classes)}
    return np.stack([np.bincount(y_pred[rows], minlength=classes) for rows in groups.values()])


def fraction(a, b):
    return Fraction(a, b) if b else Fraction(0)


def precision_recall_f1(y_true, y_pred):
    true = set(np.flatnonzero(y_true).tolist())
    called = set(np.flatnonzero(y_pred).tolist())
    both = len(true & called)
    precision, recall = fraction(both, len(called)), fraction(both, len(true))
    f1 = fraction(2 * both, len(called) + len(true))
    return float(precision), float(recall), float(f1)


def auc(y_true, scores):
    by_score = {}
    for label, score in zip(y_true.tolist(), scores.tolist()):
        by_score.setdefault(score, [0, 0])[label] += 1
    below, area = 0, Fraction(0)
    for score in sorted(by_score):
        negatives, positives = by_score[score]
        area += positives * (below + Fraction(negatives, 2))
        below += negatives
    return area / (below * int(sum(y_true)))


def classification_report(y_true, y_pred, classes):
    def row(c):
        return [*precision_recall_f1(y_true == c, y_pred == c), float(np.sum(y_true == c))]

    rows = [row(c) for c in range(classes)]
    *values, support = zip(*rows)
    n = sum(support)
    rows.append([sum(v) / classes for v in values] + [n])
    rows.append([sum(map(operator.mul, v, support)) / n for v in values] + [n])
    return np.asarray(rows)
