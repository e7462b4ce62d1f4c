from collections import Counter
from dataclasses import dataclass

import numpy as np


@dataclass
class Tally:
    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, true, predicted):
        if true and predicted:
            self.tp += 1
        elif predicted:
            self.fp += 1
        elif true:
            self.fn += 1
        return self

    @staticmethod
    def ratio(a, b):
        return 0.0 if b == 0 else a / b

    @property
    def precision(self):
        return self.ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self):
        return self.ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self):
        if not self.precision or not self.recall:
            return 0.0
        return 2 / (1 / self.precision + 1 / self.recall)

    def __iter__(self):
        return iter((self.precision, self.recall, self.f1))


class Report:
    def __init__(self, y_true, y_pred, classes):
        self.pairs = Counter(zip(y_true.tolist(), y_pred.tolist()))
        self.classes, self.n = classes, len(y_true)

    def row(self, c):
        tp = self.pairs[c, c]
        predicted = sum(k for (_, p), k in self.pairs.items() if p == c)
        support = sum(k for (t, _), k in self.pairs.items() if t == c)
        return [*Tally(tp, predicted - tp, support - tp), support]

    def table(self):
        rows = np.array([self.row(c) for c in range(self.classes)])
        support = rows[:, 3:]
        macro = rows.sum(0) / self.classes
        weighted = (rows * support / support.sum()).sum(0)
        macro[3] = weighted[3] = self.n
        return np.r_[rows, [macro], [weighted]]


def kl_divergence(p, q):
    epsilon = 1e-8
    return np.sum(p * np.log((p + epsilon) / (q + epsilon)))


def cosine_similarity(A, B):
    return np.sum(A * B, axis=-1) / (np.linalg.norm(A, axis=-1) * np.linalg.norm(B, axis=-1) + 1e-9)


def confusion_matrix(y_true, y_pred, classes):
    pairs = Report(y_true, y_pred, classes).pairs
    return np.array([[pairs[t, p] for p in range(classes)] for t in range(classes)])


def precision_recall_f1(y_true, y_pred):
    tally = Tally()
    for t, p in zip(y_true, y_pred):
        tally.add(t, p)
    return list(tally)


def auc(y_true, scores):
    order = np.argsort(-scores, kind="stable")
    y, s = y_true[order], scores[order]
    last_of_its_score = np.append(s[1:] != s[:-1], True)
    tp = np.append(0, np.cumsum(y)[last_of_its_score])
    fp = np.append(0, np.cumsum(1 - y)[last_of_its_score])
    area = np.sum((fp[1:] - fp[:-1]) * (tp[1:] + tp[:-1]) / 2)
    return area / (tp[-1] * fp[-1])


def classification_report(y_true, y_pred, classes):
    return Report(y_true, y_pred, classes).table()
