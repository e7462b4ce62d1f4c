"""Losses and metrics, with NumPy.

Fill in the six functions below: `kl_divergence`, `cosine_similarity`, `confusion_matrix`,
`precision_recall_f1`, `auc` and `classification_report`. Replace each
`raise NotImplementedError(...)` by your own code, and run `grader check ex9` as often as you like;
the six are checked one by one. The README says what each is asked to do, with formulas and small
examples.

When all six are written, `python metrics.py` prints what the accuracy of a medical test hides.
"""

import numpy as np


def kl_divergence(p, q):
    """Return the Kullback-Leibler divergence of p from q: sum_i p_i ln(p_i / q_i).

    Args:
        p: array of shape (C,), probabilities. Where it is exactly 0 the term is 0.
        q: array of shape (C,), probabilities, each at least 0.001.

    Returns:
        A number.
    """
    # BEGIN SOLUTION
    # 0 * log(0) is NaN for a computer, so what is 0 is left out.
    some = p > 0
    return np.sum(p[some] * np.log(p[some] / q[some]))
    # END SOLUTION


def cosine_similarity(A, B):
    """Return the cosine of the angle between each row of A and the same row of B.

    (a . b) / (|a| |b|), from -1 (opposite) to 1 (the same direction).

    Args:
        A: array of shape (N, D), no row of zeros.
        B: array of shape (N, D), no row of zeros.

    Returns:
        Array of shape (N,).
    """
    # BEGIN SOLUTION
    lengths = np.linalg.norm(A, axis=1) * np.linalg.norm(B, axis=1)
    return np.sum(A * B, axis=1) / lengths
    # END SOLUTION


def confusion_matrix(y_true, y_pred, classes):
    """Return how often each class was taken for each.

    Args:
        y_true: int array of shape (N,), the true class ids 0 ... classes - 1.
        y_pred: int array of shape (N,), the predicted class ids.
        classes: the number C of classes, an int. Not each of them need occur.

    Returns:
        Array of shape (C, C): in row t and column p, how many samples of class t were taken for p.
    """
    # BEGIN SOLUTION
    counts = np.zeros((classes, classes), dtype=int)
    # `counts[y_true, y_pred] += 1` would count a pair that occurs twice only once.
    np.add.at(counts, (y_true, y_pred), 1)
    return counts
    # END SOLUTION


def precision_recall_f1(y_true, y_pred):
    """Return the precision, the recall and the F1 of the positive class, which is 1.

    TP / (TP + FP), TP / (TP + FN), and their harmonic mean 2 P R / (P + R). What is 0/0 is 0.

    Args:
        y_true: int array of shape (N,), 0 or 1.
        y_pred: int array of shape (N,), 0 or 1.

    Returns:
        (precision, recall, f1), three numbers.
    """
    # BEGIN SOLUTION
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    hits = np.sum((y_true == 1) & (y_pred == 1))
    precision = hits / max(np.sum(y_pred == 1), 1)
    recall = hits / max(np.sum(y_true == 1), 1)
    f1 = 2 * precision * recall / (precision + recall) if hits else np.float64(0)
    return precision, recall, f1
    # END SOLUTION


def auc(y_true, scores):
    """Return the area under the ROC curve.

    It is the probability that a positive has a higher score than a negative; a tie counts one half.

    Args:
        y_true: int array of shape (N,), 0 or 1; both occur.
        scores: float array of shape (N,), any numbers: the higher, the more it looks like a 1.

    Returns:
        A number between 0 and 1.
    """
    # BEGIN SOLUTION
    positives, negatives = scores[y_true == 1], scores[y_true == 0]
    differences = positives[:, None] - negatives
    return np.mean((differences > 0) + 0.5 * (differences == 0))
    # END SOLUTION


def classification_report(y_true, y_pred, classes):
    """Return precision, recall, F1 and support of each class, and their means.

    Args:
        y_true: int array of shape (N,), the true class ids 0 ... classes - 1.
        y_pred: int array of shape (N,), the predicted class ids.
        classes: the number C of classes, an int. Not each of them need occur.

    Returns:
        Array of shape (C + 2, 4). A row for each class: its precision, its recall, its F1 (with
        that class as the positive one; 0/0 is 0), and its support, the number of its samples.
        Then the macro mean: the plain mean of the C rows, and N as the support. Then the weighted
        mean: each class with its support as weight, and N as the support.
    """
    # BEGIN SOLUTION
    support = np.sum(confusion_matrix(y_true, y_pred, classes), axis=1)
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.mean(each, axis=0)
    weighted = support @ each / len(y_true)
    values = np.vstack([each, macro, weighted])
    return np.column_stack([values, [*support, len(y_true), len(y_true)]])
    # END SOLUTION


# What follows is given. It prints what you have written: python metrics.py


def screening(seed=9, people=1000):
    """Return who is ill, and how high a test's value is: the ill are few, and their values high."""
    rng = np.random.default_rng(seed)
    ill = (rng.random(people) < 0.05).astype(int)
    return ill, rng.normal(2.0 * ill, 1.0).round(2)


def show(name, ill, decided):
    """Print what a decision is worth."""
    print(f"\n{name}: accuracy {np.mean(ill == decided):.3f}")
    print("            precision  recall      F1  support")
    names = ["healthy", "ill", "macro", "weighted"]
    for row, numbers in zip(names, classification_report(ill, decided, 2), strict=True):
        print(f"{row:>10}{numbers[0]:11.3f}{numbers[1]:8.3f}{numbers[2]:8.3f}{numbers[3]:9.0f}")


def main():
    """Show that of two decisions the one with the lower accuracy is the better one."""
    ill, values = screening()
    print(f"a test of {len(ill)} people, of whom {ill.sum()} are ill: AUC {auc(ill, values):.3f}")
    show("nobody is called ill", ill, np.zeros_like(ill))
    called = (values > 1.5).astype(int)
    show("who has a value above 1.5 is called ill", ill, called)
    print("\nrows: healthy, ill; columns: called healthy, called ill")
    print(confusion_matrix(ill, called, 2))


if __name__ == "__main__":
    main()
