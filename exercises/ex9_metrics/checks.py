"""What exercise 9 asks: losses and metrics that say what accuracy hides."""

import numpy as np

from grader.authoring import Exercise

exercise = Exercise(
    "ex9", title="Losses and metrics", module="metrics", framework="numpy", after=("ex1",)
)

SMALL = 1e-5
"""What an epsilon of 1e-8 may change, which is often added where a q is 0.001."""


@exercise.check(points=1, absolute=SMALL)
def kl_divergence_values(student, p, q):
    """kl_divergence is the sum of p times the natural log of p over q"""
    return student.kl_divergence(p, q)


@exercise.check(
    points=0.5, of="kl_divergence", needs="kl_divergence_values", absolute=SMALL, examples=60
)
def kl_divergence_zero(student, P, q):
    """kl_divergence counts nothing where p is exactly 0; each row of P is one p"""
    return np.array([student.kl_divergence(p, q) for p in P])


@exercise.check(points=1)
def cosine_similarity_values(student, A, B):
    """cosine_similarity compares each row of A with the same row of B"""
    return student.cosine_similarity(A, B), A, B  # A and B too: they must be as they were


@exercise.check(points=1.5)
def confusion_matrix_values(student, y_true, y_pred, classes):
    """confusion_matrix counts: a row for each true class, a column for each predicted one"""
    return student.confusion_matrix(y_true, y_pred, classes)


@exercise.check(points=0.5, needs="confusion_matrix_values", examples=60)
def confusion_matrix_absent(student, y_true, y_pred, classes):
    """confusion_matrix has a row and a column for a class that does not occur"""
    return student.confusion_matrix(y_true, y_pred, classes)


@exercise.check(points=1.5)
def precision_recall_f1_values(student, y_true, y_pred):
    """precision_recall_f1 gives precision, recall and F1 of the class 1"""
    return student.precision_recall_f1(y_true, y_pred)


@exercise.check(points=0.5, needs="precision_recall_f1_values", examples=40)
def precision_recall_f1_empty(student, y_true, y_pred):
    """precision_recall_f1 is 0 where it would be 0/0"""
    return student.precision_recall_f1(y_true, y_pred)


@exercise.check(points=1)
def auc_values(student, y_true, scores):
    """auc is how often a positive has a higher score than a negative"""
    return student.auc(y_true, scores)


@exercise.check(points=0.5, needs="auc_values", examples=60)
def auc_ties(student, y_true, scores):
    """auc counts one half where a positive and a negative have the same score"""
    return student.auc(y_true, scores)


@exercise.check(points=2)
def classification_report_values(student, y_true, y_pred, classes):
    """classification_report has a row for each class, the macro mean and the weighted mean"""
    return student.classification_report(y_true, y_pred, classes)
