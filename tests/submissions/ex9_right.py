"""Exercise 9 in a style of its own: one-hot products, midranks, and a table of averages."""

import numpy as np
def kl_divergence(p, q):
    return np.dot(p, np.log(np.where(p == 0, 1, p) / q))
def cosine_similarity(A, B):
    u = A / np.linalg.norm(A, axis=1, keepdims=True)
    v = B / np.linalg.norm(B, axis=1, keepdims=True)
    return 1 - np.sum((u - v) ** 2, axis=1) / 2
def confusion_matrix(y_true, y_pred, classes):
    return np.eye(classes)[y_true].T @ np.eye(classes)[y_pred]
def precision_recall_f1(y_true, y_pred):
    (tn, fp), (fn, tp) = confusion_matrix(y_true, y_pred, 2)
    with np.errstate(all="ignore"):
        return [float(np.nan_to_num(v)) for v in (tp / (tp + fp), tp / (tp + fn), 2 * tp / (2 * tp + fp + fn))]
def auc(y_true, scores):
    # Mann-Whitney with midranks
    u, inv, cnt = np.unique(scores, return_inverse=True, return_counts=True)
    rank = (np.cumsum(cnt) - (cnt - 1) / 2)[inv]
    n1 = y_true.sum(); n0 = len(y_true) - n1
    return (rank[y_true == 1].sum() - n1 * (n1 + 1) / 2) / (n1 * n0)
def classification_report(y_true, y_pred, classes):
    per = np.array([precision_recall_f1((y_true == c).astype(int), (y_pred == c).astype(int)) for c in range(classes)])
    sup = np.bincount(y_true, minlength=classes)
    out = np.zeros((classes + 2, 4))
    out[:classes, :3] = per
    out[:classes, 3] = sup
    out[-2, :3] = per.mean(axis=0)
    out[-1, :3] = np.average(per, axis=0, weights=sup)
    out[-2:, 3] = len(y_true)
    return out
