"""Exercise 9, with files that are not in the course's folders."""

import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import key as keys
from grader.course.course import Course
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Unit


@pytest.fixture(scope="module")
def lesson():
    """The exercise."""
    return Course(ROOT).lesson("ex9")


@pytest.fixture(scope="module")
def grade(lesson, numpy_zygote):
    """Grade source text, optionally only some functions."""
    key = keys.read_key(lesson.key_path)

    def graded(source, *only):
        submission = Submission("metrics.py", (Unit("metrics.py", source),))
        return judge(lesson, key, submission, numpy_zygote, only=only)

    return graded


RIGHT = {
    "masked logarithms": """
import numpy as np
def kl_divergence(p, q):
    logs = np.zeros_like(p)
    np.log(p, out=logs, where=p > 0)
    return np.dot(p, logs - np.log(q))
""",
    "an epsilon inside of the logarithm": """
import numpy as np
def kl_divergence(p, q):
    return np.sum(p * (np.log(p + 1e-8) - np.log(q)))
""",
    "xlogy by hand": """
import math
def kl_divergence(p, q):
    return math.fsum(a * math.log(a / b) if a else 0 for a, b in zip(p.tolist(), q.tolist()))
""",
    "a law of cosines": """
import numpy as np
def cosine_similarity(A, B):
    a2, b2, c2 = (np.sum(M * M, axis=1) for M in (A, B, A - B))
    return (a2 + b2 - c2) / (2 * np.sqrt(a2) * np.sqrt(b2))
""",
    "vectorised over rows": """
import numpy as np
cosine_similarity = np.vectorize(
    lambda a, b: np.dot(a, b) / np.sqrt(np.dot(a, a) * np.dot(b, b)), signature="(d),(d)->()"
)
""",
    "unique pairs": """
import numpy as np
def confusion_matrix(y_true, y_pred, classes):
    pairs, counts = np.unique(np.c_[y_true, y_pred], axis=0, return_counts=True)
    matrix = np.zeros((classes, classes), "int16")
    matrix[tuple(pairs.T)] = counts
    return matrix
""",
    "one-hot products": """
import numpy as np
def confusion_matrix(y_true, y_pred, classes):
    t, p = (y[:, None] == np.arange(classes) for y in (y_true, y_pred))
    return np.tensordot(t.astype(float), p.astype(float), axes=(0, 0))
""",
    "exceptions for 0 / 0": """
def ratio(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return 0
def precision_recall_f1(y_true, y_pred):
    true, called = y_true.tolist(), y_pred.tolist()
    hits = sum(map(int.__and__, true, called))
    p, r = ratio(hits, sum(called)), ratio(hits, sum(true))
    return [p, r, ratio(2 * p * r, p + r)]
""",
    "F1 as the mean of reciprocals": """
import numpy as np
def precision_recall_f1(y_true, y_pred):
    hits = (y_true & y_pred).sum()
    if hits == 0:
        return 0.0, 0.0, 0.0
    precision, recall = y_true[y_pred == 1].mean(), y_pred[y_true == 1].mean()
    return precision, recall, 1 / np.mean([1 / precision, 1 / recall])
""",
    "true and false masks": """
def precision_recall_f1(y_true, y_pred):
    true, called = y_true.astype(bool), y_pred.astype(bool)
    tp, either = (true & called).sum(), (true | called).sum()
    jaccard = tp / either if either else 0
    f1 = 2 * jaccard / (1 + jaccard)
    return tp / max(called.sum(), 1), tp / max(true.sum(), 1), f1
""",
    "a curve of distinct thresholds": """
import numpy as np
def auc(y_true, scores):
    thresholds = sorted(set(scores.tolist()) | {np.inf, -np.inf}, reverse=True)
    points = [
        (np.mean(scores[y_true == 0] >= t), np.mean(scores[y_true == 1] >= t)) for t in thresholds
    ]
    area = 0
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        area += (x1 - x0) * (y0 + y1) / 2
    return area
""",
    "both orders of the ties": """
import numpy as np
def area(y):
    return np.sum(np.cumsum(y) * (1 - y)) / (y.sum() * (1 - y).sum())
def auc(y_true, scores):
    best, worst = np.lexsort((-y_true, -scores)), np.lexsort((y_true, -scores))
    return (area(y_true[best]) + area(y_true[worst])) / 2
""",
    "a report of columns": """
import numpy as np
def classification_report(y_true, y_pred, classes):
    ids = np.arange(classes)[:, None]
    true, called = y_true == ids, y_pred == ids
    hits, support = (true & called).sum(1), true.sum(1)
    out = np.zeros((classes + 2, 4))
    np.divide(hits, called.sum(1), out=out[:classes, 0], where=called.sum(1) > 0)
    np.divide(hits, support, out=out[:classes, 1], where=support > 0)
    np.divide(2 * hits, support + called.sum(1), out=out[:classes, 2], where=hits > 0)
    out[:classes, 3] = support
    out[classes] = out[:classes].mean(axis=0)
    out[classes + 1, :3] = out[:classes, :3].T @ (support / support.sum())
    out[classes:, 3] = len(y_true)
    return out.astype("float32")
""",
    "a matrix, as np.matrix has it": """
import numpy as np
def confusion_matrix(y_true, y_pred, classes):
    ids = np.arange(classes)[:, None]
    return np.asmatrix(ids == y_true, dtype=int) * np.asmatrix(ids == y_pred, dtype=int).T
""",
    "three fractions": """
from fractions import Fraction
def precision_recall_f1(y_true, y_pred):
    hits, called, true = (int(n) for n in (sum(y_true * y_pred), sum(y_pred), sum(y_true)))
    parts = (hits, called), (hits, true), (2 * hits, called + true)
    return [Fraction(a, b) if b else 0 for a, b in parts]
""",
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_function_in_no_folder_scores_full(grade, lesson, name):
    """How a student gets there is free."""
    function = next(f for f in lesson.exercise.functions if f in RIGHT[name])
    report = grade(RIGHT[name], function)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


WRONG = {
    "0 * ln 0": (
        "kl_divergence(p, q)",
        "return (p * (np.log(p) - np.log(q))).sum()",
        "kl_divergence_zero",
        "0 · ln 0",
    ),
    "q over p": (
        "kl_divergence(p, q)",
        "return sum(b * np.log(b / a) for a, b in zip(p, q))",
        "kl_divergence_values",
        "p and q are swapped",
    ),
    "no parentheses": (
        "cosine_similarity(A, B)",
        "return np.array([a @ b / np.linalg.norm(a) * np.linalg.norm(b) for a, b in zip(A, B)])",
        "cosine_similarity_values",
        "divided by the length of a, and *multiplied*",
    ),
    "the loss of Keras": (
        "cosine_similarity(A, B)",
        "a, b = (M / np.sqrt((M**2).sum(1, keepdims=True)) for M in (A, B))\n"
        "    return -(a * b).sum(1)",
        "cosine_similarity_values",
        "that is the loss",
    ),
    "rows brought to length 1": (
        "cosine_similarity(A, B)",
        "A /= np.sqrt((A**2).sum(1, keepdims=True))\n"
        "    B /= np.sqrt((B**2).sum(1, keepdims=True))\n    return np.einsum('nd,nd->n', A, B)",
        "cosine_similarity_values",
        "A or B is not what it was",
    ),
    "columns are true": (
        "confusion_matrix(y_true, y_pred, classes)",
        "return np.bincount(classes * y_pred + y_true, minlength=classes**2).reshape(classes, -1)",
        "confusion_matrix_values",
        "rows and columns swapped",
    ),
    "+= with arrays": (
        "confusion_matrix(y_true, y_pred, classes)",
        "m = np.zeros((classes, classes), int)\n    m[y_true, y_pred] += 1\n    return m",
        "confusion_matrix_values",
        "np.add.at",
    ),
    "classes that occur": (
        "confusion_matrix(y_true, y_pred, classes)",
        "ids = sorted(set(y_true) | set(y_pred))\n"
        "    return np.array([[((y_true == t) & (y_pred == p)).sum() for p in ids] for t in ids])",
        "confusion_matrix_absent",
        "has no row and no column",
    ),
    "recall first": (
        "precision_recall_f1(y_true, y_pred)",
        "tp = (y_true * y_pred).sum()\n"
        "    r, p = tp / max(y_pred.sum(), 1), tp / max(y_true.sum(), 1)\n"
        "    return p, r, 2 * p * r / (p + r) if tp else 0.0",
        "precision_recall_f1_values",
        "Precision and recall have changed places",
    ),
    "the plain mean": (
        "precision_recall_f1(y_true, y_pred)",
        "tp = (y_true * y_pred).sum()\n"
        "    p, r = tp / max(y_pred.sum(), 1), tp / max(y_true.sum(), 1)\n"
        "    return p, r, 0.5 * (p + r)",
        "precision_recall_f1_values",
        "your F1 is their plain mean",
    ),
    "0 / 0": (
        "precision_recall_f1(y_true, y_pred)",
        "tp = (y_true * y_pred).sum()\n    p, r = tp / y_pred.sum(), tp / y_true.sum()\n"
        "    return p, r, 2 / (1 / p + 1 / r)",
        "precision_recall_f1_empty",
        "then they are NaN",
    ),
    "of decisions": (
        "auc(y_true, scores)",
        "called = np.where(scores < 0.5, 0, 1)\n"
        "    tpr, fpr = called[y_true == 1].mean(), called[y_true == 0].mean()\n"
        "    return (1 + tpr - fpr) / 2",
        "auc_values",
        "in the place of scores",
    ),
    "ties lose": (
        "auc(y_true, scores)",
        "pairs = [(a > b) for a in scores[y_true == 1] for b in scores[y_true == 0]]\n"
        "    return sum(pairs) / len(pairs)",
        "auc_ties",
        "a tie counts nothing",
    ),
    "ranks that differ where scores do not": (
        "auc(y_true, scores)",
        "order = scores.argsort(kind='stable')\n    ranks = order.argsort()\n"
        "    n1 = y_true.sum()\n"
        "    wins = ranks[y_true == 1].sum() - n1 * (n1 - 1) / 2\n"
        "    return wins / (n1 * (len(y_true) - n1))",
        "auc_ties",
        "in the order in which they stand",
    ),
    "no sort": (
        "auc(y_true, scores)",
        "tpr = np.r_[0, np.cumsum(y_true) / y_true.sum()]\n"
        "    fpr = np.r_[0, np.cumsum(1 - y_true) / (1 - y_true).sum()]\n"
        "    return np.trapezoid(tpr, fpr)",
        "auc_values",
        "in the order in which they are given",
    ),
    "an area from right to left": (
        "auc(y_true, scores)",
        "p, n = scores[y_true == 1], scores[y_true == 0]\n"
        "    return -np.mean((p[:, None] > n) + 0.5 * (p[:, None] == n))",
        "auc_values",
        "minus the values that are asked",
    ),
    "no parentheses around the sum of both": (
        "precision_recall_f1(y_true, y_pred)",
        "hits = np.sum(y_true * y_pred)\n"
        "    P, R = hits / max(y_pred.sum(), 1), hits / max(y_true.sum(), 1)\n"
        "    return P, R, 2 * R + R",
        "precision_recall_f1_values",
        "your F1 is 3R",
    ),
    "a length of the products": (
        "cosine_similarity(A, B)",
        "return (A * B).sum(1) / np.sqrt(((A * B) ** 2).sum(1))",
        "cosine_similarity_values",
        "the length of a row of products",
    ),
    "two entropies": (
        "kl_divergence(p, q)",
        "return -sum(b * np.log(b) for b in q) + sum(a * np.log(a) for a in p if a)",
        "kl_divergence_values",
        "the difference of two entropies",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_function_in_no_folder_is_told_its_cause(grade, name):
    """The mistake is named, though it is written in another way than in wrong/."""
    signature, body, check, hint = WRONG[name]
    source = f"import numpy as np\ndef {signature}:\n    {body}\n"
    found = result(grade(source, signature.split("(")[0]), check)
    assert found.verdict is Verdict.FAILED
    assert found.mistake is not None, said(found)
    assert hint in found.mistake.hint


REPORTS = {
    "[p, r, 2 * p * r / (p + r) if p + r else 0]": "made of the macro precision",
    "weighted": "has the values of the weighted one",
    "np.mean(each[support > 0], axis=0)": "over the classes that have a support",
}


@pytest.mark.parametrize("macro", REPORTS)
def test_a_wrong_macro_mean_is_told_its_cause(grade, lesson, macro):
    """The rest of the table is right."""
    source = lesson.reference.read_text(encoding="utf-8")
    last = "    values = np.vstack([each, macro, weighted])"
    wrong = source.replace(last, f"    p, r, _ = macro\n    macro = {macro}\n{last}")
    assert wrong != source
    report = grade(wrong)
    assert report.score == 8
    assert REPORTS[macro] in result(report, "classification_report_values").mistake.hint


CAUGHT = {
    "small counts": ("confusion_matrix_values", "m = np.zeros((classes,) * 2, 'uint8')"),
    "few classes": ("confusion_matrix_values", "m = np.zeros((4, 4))[:classes, :classes]"),
}


@pytest.mark.parametrize("name", CAUGHT)
def test_right_on_few_samples_is_not_right(grade, name):
    """There are more than 255 samples of a kind, and five classes."""
    check, first = CAUGHT[name]
    source = (
        "import numpy as np\ndef confusion_matrix(y_true, y_pred, classes):\n"
        f"    {first}\n    np.add.at(m, (y_true, y_pred), 1)\n    return m\n"
    )
    found = result(grade(source, "confusion_matrix"), check)
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)


def test_close_scores_are_no_tie(grade):
    """A ranking knows of no tolerance."""
    source = """import numpy as np
def auc(y_true, scores):
    d = scores[y_true == 1][:, None] - scores[y_true == 0]
    return np.mean((d > 1e-4) + 0.5 * (abs(d) <= 1e-4))
"""
    assert result(grade(source, "auc"), "auc_values").verdict is Verdict.FAILED


def test_a_right_report_gets_its_points_beside_wrong_parts(grade, lesson):
    """It is asked again with a right matrix and a right precision."""
    source = lesson.reference.read_text(encoding="utf-8")
    wrong = source.replace("(y_true, y_pred), 1)", "(y_pred, y_true), 1)")
    wrong = wrong.replace("return precision, recall, f1", "return recall, precision, f1")
    report = grade(wrong)
    assert report.score == 6
    assert "right, given a right" in said(result(report, "classification_report_values"))


def test_a_report_that_passes_lists_gets_its_points_beside_a_wrong_part(grade):
    """The right function that stands in takes what the student's own takes."""
    source = """import numpy as np
def precision_recall_f1(y_true, y_pred):
    hits = sum(a * b for a, b in zip(y_true, y_pred))
    return hits / max(sum(y_true), 1), hits / max(sum(y_pred), 1), 0
def classification_report(y_true, y_pred, classes):
    rows = []
    for c in range(classes):
        true, called = ([int(y == c) for y in ids] for ids in (y_true, y_pred))
        rows.append([*precision_recall_f1(true, called), sum(true)])
    rows = np.array(rows)
    ends = [rows.mean(axis=0), np.average(rows, axis=0, weights=rows[:, 3])]
    rows = np.vstack([rows, *ends])
    rows[-2:, 3] = len(y_true)
    return rows
"""
    report = grade(source, "classification_report")
    assert "right, given a right" in said(result(report, "classification_report_values"))
    assert report.score == 2


def test_tensorflow_is_not_loaded(grade):
    """NumPy is all that a worker of this exercise imports."""
    source = """import sys
def kl_divergence(p, q):
    print(sorted({"tensorflow", "keras", "scipy", "sklearn"} & set(sys.modules)))
"""
    assert result(grade(source, "kl_divergence"), "kl_divergence_values").output == "[]\n"
