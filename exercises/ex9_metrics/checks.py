"""What exercise 9 asks: losses and metrics that say what accuracy hides."""

import numpy as np

from grader.authoring import Exercise

exercise = Exercise(
    "ex9", title="Losses and metrics", module="metrics", framework="numpy", after=("ex1",)
)

SMALL = 1e-5
"""What an epsilon of 1e-8 may change, which is often added where a q is 0.001."""


@exercise.check(
    points=1,
    absolute=SMALL,
    hints=(
        "Take the example of the report and write down p ln(p/q) for each class. Which of the two "
        "stands before the logarithm, and which below the line? What is done with the terms at "
        "the end?",
        "For p = [0.5, 0.5] and q = [0.25, 0.75] the terms are 0.5 ln 2 = 0.3466 and 0.5 ln(2/3) "
        "= -0.2027, and their sum is 0.1438. A term may be negative, and counts. `np.log` is the "
        "natural logarithm. An epsilon or a clip must be 1e-8 or less.",
    ),
)
def kl_divergence_values(student, p, q):
    """kl_divergence is the sum of p times the natural log of p over q"""
    return student.kl_divergence(p, q)


@exercise.check(
    points=0.5,
    of="kl_divergence",
    needs="kl_divergence_values",
    absolute=SMALL,
    examples=60,
    hints=(
        "Look at a class whose p is 0. What does Python print for `0 * np.log(0.0)`, and what "
        "should the term be? Do all other classes still count in your sum, as they are?",
        "Find out first where p is above 0: `p > 0` is an array of True and False, which chooses "
        "from p and from q when it stands in square brackets. Or put a 0 in the place of such a "
        "term, with `np.where`, before the sum. Change neither p nor q elsewhere.",
    ),
)
def kl_divergence_zero(student, P, q):
    """kl_divergence counts nothing where p is exactly 0; each row of P is one p"""
    return np.array([student.kl_divergence(p, q) for p in P])


@exercise.check(
    points=1,
    hints=(
        "Take row 0 of A and row 0 of B, and work out a · b and both lengths by hand. By what is "
        "a · b divided? There is such a number for each row, a vector (N,), and A and B are "
        "afterwards as they were.",
        "Work within the rows, with `axis=1`: A times B number by number, summed up, is a · b, "
        "and `np.linalg.norm` gives the lengths. Both lengths stand below the line: `x / y * z` "
        "would multiply by z. (3, 4) and (1, 2) give 11 / (5 · 2.2361) = 0.9839.",
    ),
)
def cosine_similarity_values(student, A, B):
    """cosine_similarity compares each row of A with the same row of B"""
    return student.cosine_similarity(A, B), A, B  # A and B too: they must be as they were


@exercise.check(
    points=1.5,
    hints=(
        "Where does the first sample of the example belong: in which row, in which column? Make "
        "the table by hand, with a row for each true class and a column for each predicted one. "
        "What do all its numbers add up to?",
        "Begin with zeros of shape (classes, classes), and for each sample add 1 in the row of "
        "its true class and the column of its predicted one. All together are N. Mind "
        "`counts[y_true, y_pred] += 1`: with arrays as indices a cell that comes twice grows by 1 "
        "only; `np.add.at` counts each.",
    ),
)
def confusion_matrix_values(student, y_true, y_pred, classes):
    """confusion_matrix counts: a row for each true class, a column for each predicted one"""
    return student.confusion_matrix(y_true, y_pred, classes)


@exercise.check(
    points=0.5,
    needs="confusion_matrix_values",
    examples=60,
    hints=(
        "How large is the matrix if `classes` is 4, and only the classes 0 and 2 occur? Print the "
        "shape of yours, and look which class stands in which row and column.",
        "The shape comes from the argument `classes`, and not from what occurs: `max()`, `set` "
        "and `np.unique` know only that. The samples of class c always stand in row c, and what "
        "was taken for c in column c, with zeros where there is nothing. `np.bincount` has "
        "`minlength` for this.",
    ),
)
def confusion_matrix_absent(student, y_true, y_pred, classes):
    """confusion_matrix has a row and a column for a class that does not occur"""
    return student.confusion_matrix(y_true, y_pred, classes)


@exercise.check(
    points=1.5,
    hints=(
        "Count by hand in the example: how many samples are 1 and were called 1, how many are 0 "
        "and were called 1, how many are 1 and were called 0? Print these three counts of yours, "
        "and compare.",
        "Precision divides the hits by all that were called 1, recall by all that are 1, and F1 "
        "is 2PR over the sum P + R, in brackets. With TP = 1, FP = 0 and FN = 3 they are 1, 0.25 "
        "and 0.5 / 1.25 = 0.4, in this order.",
    ),
)
def precision_recall_f1_values(student, y_true, y_pred):
    """precision_recall_f1 gives precision, recall and F1 of the class 1"""
    return student.precision_recall_f1(y_true, y_pred)


@exercise.check(
    points=0.5,
    needs="precision_recall_f1_values",
    examples=40,
    hints=(
        "There are three divisors: TP + FP, TP + FN and P + R. When is each of them 0? Call your "
        "function with a `y_pred` of zeros, then with a `y_true` of zeros, and look at each of "
        "the three numbers.",
        "Ask before each of the three divisions whether its divisor is 0, and if it is, the "
        "result is 0. One may be 0 where another is not. For 0/0 NumPy's numbers give NaN and a "
        "warning, and Python's raise an exception. Neither an epsilon nor a 1 is needed in its "
        "place.",
    ),
)
def precision_recall_f1_empty(student, y_true, y_pred):
    """precision_recall_f1 is 0 where it would be 0/0"""
    return student.precision_recall_f1(y_true, y_pred)


@exercise.check(
    points=1,
    hints=(
        "List all pairs of a positive and a negative in the example. In how many of them has the "
        "positive one the higher score? And how many pairs are there? Compare their ratio with "
        "what you return.",
        "n1 positives and n0 negatives make n1 · n0 pairs. A column of the positives' scores "
        "against a row of the negatives' compares them all, (n1, n0). Only their order counts: no "
        "threshold of ½ is needed, and 3s + 1 gives the same. A ROC curve begins at (0, 0), with "
        "the highest score.",
    ),
)
def auc_values(student, y_true, scores):
    """auc is how often a positive has a higher score than a negative"""
    return student.auc(y_true, scores)


@exercise.check(
    points=0.5,
    needs="auc_values",
    examples=60,
    hints=(
        "Which positive and which negative of the example have the same score? How much does such "
        "a pair count in your function? Does the result change when the same samples stand in "
        "another order? It must not.",
        "If you count pairs, a higher score counts 1 and an equal one ½. If you use ranks, equal "
        "scores share the mean of their ranks. If you draw the ROC curve, the samples of one "
        "score move it in one slanting step. Scores [0.5, 0.5] with the labels [1, 0] give 0.5.",
    ),
)
def auc_ties(student, y_true, scores):
    """auc counts one half where a positive and a negative have the same score"""
    return student.auc(y_true, scores)


@exercise.check(
    points=2,
    hints=(
        "Build the table piece by piece. Take one class c of the example, call it 1 and all "
        "others 0, and work out precision, recall and F1 by hand: do they stand in row c? Then "
        "look at the support, and at the two rows of means last.",
        "`y_true == c` makes a question of 0 and 1 for your `precision_recall_f1`; c goes through "
        "`range(classes)`. The support counts the true ones. The macro row is the plain mean of "
        "the C rows; in the weighted row each counts by support / N. Both have N as support. The "
        "shape is (C + 2, 4).",
    ),
)
def classification_report_values(student, y_true, y_pred, classes):
    """classification_report has a row for each class, the macro mean and the weighted mean"""
    return student.classification_report(y_true, y_pred, classes)
