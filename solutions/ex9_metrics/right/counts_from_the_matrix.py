import numpy as np


def kl_divergence(p, q):
    safe = np.where(p > 0, p, 1)
    return (p * np.log(safe / q)).sum()


def cosine_similarity(A, B):
    A = A / np.linalg.norm(A, axis=1, keepdims=True)
    B = B / np.linalg.norm(B, axis=1, keepdims=True)
    return np.einsum("ij,ij->i", A, B)


def confusion_matrix(y_true, y_pred, classes):
    flat = np.bincount(classes * y_true + y_pred, minlength=classes**2)
    return flat.reshape(classes, classes)


def divide(a, b):
    a, b = np.asarray(a, float), np.asarray(b, float)
    return np.divide(a, b, out=np.zeros_like(a), where=b != 0)


def scores_of(matrix):
    hits = np.diag(matrix)
    precision = divide(hits, matrix.sum(axis=0))
    recall = divide(hits, matrix.sum(axis=1))
    return precision, recall, divide(2 * precision * recall, precision + recall)


def precision_recall_f1(y_true, y_pred):
    precision, recall, f1 = scores_of(confusion_matrix(y_true, y_pred, 2))
    return precision[1], recall[1], f1[1]


def auc(y_true, scores):
    # The trapezoids between the distinct thresholds.
    tpr, fpr = [0.0], [0.0]
    for threshold in np.unique(scores)[::-1]:
        called = scores >= threshold
        tpr.append(np.mean(called[y_true == 1]))
        fpr.append(np.mean(called[y_true == 0]))
    return np.trapezoid(tpr, fpr)


def classification_report(y_true, y_pred, classes):
    matrix = confusion_matrix(y_true, y_pred, classes)
    support = matrix.sum(axis=1)
    each = np.column_stack(scores_of(matrix))
    report = np.empty((classes + 2, 4))
    report[:classes, :3] = each
    report[:classes, 3] = support
    report[-2, :3] = each.mean(axis=0)
    report[-1, :3] = np.average(each, axis=0, weights=support)
    report[-2:, 3] = support.sum()
    return report
