import numpy as np


def kl_divergence(p, q):
    def rest(i):
        if i == len(p):
            return 0.0
        term = p[i] * np.log(p[i] / q[i]) if p[i] > 0 else 0.0
        return term + rest(i + 1)

    return rest(0)


def cosine_similarity(A, B):
    return np.diag(A @ B.T) / np.sqrt(np.diag(A @ A.T) * np.diag(B @ B.T))


def confusion_matrix(y_true, y_pred, classes):
    edges = np.arange(classes + 1) - 0.5
    return np.histogram2d(y_true, y_pred, bins=[edges, edges])[0]


def precision_recall_f1(y_true, y_pred):
    predicted = [t for t, p in zip(y_true, y_pred) if p]
    true = [p for t, p in zip(y_true, y_pred) if t]
    precision = np.mean(predicted) if predicted else 0.0
    recall = np.mean(true) if true else 0.0
    f1 = 0.0
    if precision + recall > 0:
        f1 = 2 * (precision * recall) / (precision + recall)
    return precision, recall, f1


def inversions(values):
    """How many twice-counted pairs stand in the wrong order; equal ones count once."""
    if len(values) < 2:
        return 0, sorted(values)
    middle = len(values) // 2
    a, left = inversions(values[:middle])
    b, right = inversions(values[middle:])
    count = a + b
    for score, label in right:
        if label == 0:
            for other, other_label in left:
                if other_label == 1:
                    count += 2 * (other > score) + (other == score)
        else:
            for other, other_label in left:
                if other_label == 0:
                    count += 2 * (other < score) + (other == score)
    return count, sorted(left + right)


def auc(y_true, scores):
    count, _ = inversions(list(zip(scores.tolist(), y_true.tolist())))
    positives = y_true.tolist().count(1)
    return count / 2 / positives / (len(y_true) - positives)


def classification_report(y_true, y_pred, classes):
    columns = [[], [], [], []]
    for c in range(classes):
        row = (*precision_recall_f1(y_true == c, y_pred == c), list(y_true).count(c))
        for column, value in zip(columns, row):
            column.append(value)
    support = columns[3]
    total = sum(support)
    for column in columns[:3]:
        macro = sum(column) / len(column)
        weighted = sum(v * s for v, s in zip(column, support)) / total
        column += [macro, weighted]
    return np.array([*columns[:3], support + [total] * 2]).T
