import numpy as np

F = np.float32


def kl_divergence(p, q):
    p, q = p.astype(F), q.astype(F)
    ratio = np.divide(p, q, dtype=F)
    ratio[p == 0] = 1
    return np.sum(p * np.log(ratio), dtype=F)


def cosine_similarity(A, B):
    A, B = F(A), F(B)
    up = np.matmul(A[:, None, :], B[:, :, None])[:, 0, 0]
    down = np.sqrt(np.square(A).sum(1)) * np.sqrt(np.square(B).sum(1))
    return up / down


def confusion_matrix(y_true, y_pred, classes):
    M = np.zeros((classes, classes), F)
    for pair in np.stack([y_true, y_pred], axis=1):
        M[tuple(pair)] += F(1)
    return M


def precision_recall_f1(y_true, y_pred):
    y_true, y_pred = y_true.astype(F), y_pred.astype(F)
    tp = y_true @ y_pred
    predicted, true = y_pred.sum(), y_true.sum()
    P = tp / np.maximum(predicted, F(1))
    R = tp / np.maximum(true, F(1))
    return [P, R, F(2) * tp / np.maximum(predicted + true, F(1))]


def auc(y_true, scores):
    scores = scores.astype(F)
    pos, neg = scores[y_true.astype(bool)], scores[~y_true.astype(bool)]
    return (F(1) + np.sign(pos[None] - neg[:, None]).mean(dtype=F)) / F(2)


def classification_report(y_true, y_pred, classes):
    out = []
    for c in range(classes):
        P, R, F1 = precision_recall_f1(y_true == c, y_pred == c)
        out.append(np.array([P, R, F1, np.sum(y_true == c)], F))
    rows = np.stack(out)
    macro = rows.mean(axis=0, dtype=F)
    weighted = np.average(rows, axis=0, weights=rows[:, 3]).astype(F)
    ends = np.stack([macro, weighted])
    ends[:, 3] = y_true.size
    return np.concatenate([rows, ends])
