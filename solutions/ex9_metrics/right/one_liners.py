import numpy as np

kl_divergence = lambda p, q: np.nansum(p * np.log(p / q))
cosine_similarity = lambda A, B: (A * B).sum(1) / ((A**2).sum(1) * (B**2).sum(1)) ** .5
confusion_matrix = lambda t, p, C: np.eye(C)[t].T @ np.eye(C)[p]
precision_recall_f1 = lambda t, p: (lambda h, a, b: (h / a if a else 0, h / b if b else 0, 2 * h / (a + b) if a + b else 0))(int((t * p).sum()), int(p.sum()), int(t.sum()))
auc = lambda t, s: np.heaviside(np.subtract.outer(s[t > 0], s[t < 1]), .5).mean()
classification_report = lambda t, p, C: (lambda r: np.vstack([r, [*r[:, :3].mean(0), len(t)], [*(r[:, 3] @ r[:, :3] / len(t)), len(t)]]))(np.array([[*precision_recall_f1((t == c) * 1, (p == c) * 1), (t == c).sum()] for c in range(C)]))
