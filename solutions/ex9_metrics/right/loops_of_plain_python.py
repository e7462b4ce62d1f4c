import math

import numpy as np


def kl_divergence(p, q):
    total = 0.0
    for i in range(len(p)):
        if p[i] == 0:
            continue
        total += p[i] * (math.log(p[i]) - math.log(q[i]))
    return total


def cosine_similarity(A, B):
    answers = []
    for a, b in zip(A, B):
        dot, aa, bb = 0, 0, 0
        for x, y in zip(a, b):
            dot += x * y
            aa += x * x
            bb += y * y
        answers.append(dot / math.sqrt(aa) / math.sqrt(bb))
    return np.array(answers)


def confusion_matrix(y_true, y_pred, classes):
    table = [[0 for _ in range(classes)] for _ in range(classes)]
    for t, p in zip(y_true, y_pred):
        table[t][p] += 1
    return np.array(table)


def precision_recall_f1(y_true, y_pred):
    tp = fp = fn = 0
    for t, p in zip(y_true, y_pred):
        if t == 1 and p == 1:
            tp += 1
        elif p == 1:
            fp += 1
        elif t == 1:
            fn += 1
    if tp == 0:
        return 0, 0, 0
    precision = tp / (tp + fp)
    recall = tp / (tp + fn)
    return precision, recall, 2 * tp / (2 * tp + fp + fn)


def auc(y_true, scores):
    wins = 0
    pairs = 0
    for i in range(len(scores)):
        for j in range(len(scores)):
            if y_true[i] == 1 and y_true[j] == 0:
                pairs += 1
                if scores[i] > scores[j]:
                    wins += 1
                elif scores[i] == scores[j]:
                    wins += 0.5
    return wins / pairs


def classification_report(y_true, y_pred, classes):
    report = []
    for c in range(classes):
        t = [1 if y == c else 0 for y in y_true]
        p = [1 if y == c else 0 for y in y_pred]
        report.append([*precision_recall_f1(t, p), sum(t)])
    N = len(y_true)
    macro = [sum(row[k] for row in report) / classes for k in range(3)]
    weighted = [sum(row[k] * row[3] for row in report) / N for k in range(3)]
    return np.array(report + [macro + [N], weighted + [N]])
