"""Pairs of files of a class that have much in common that few others have."""

from grader.classroom.copies.beside import Line, Mark, Row, beside
from grader.classroom.copies.comparison import FEW, Comparison, Pair, compare_class
from grader.classroom.copies.pairs import LEAST_ALIKE, Likeness

__all__ = [
    "FEW",
    "LEAST_ALIKE",
    "Comparison",
    "Likeness",
    "Line",
    "Mark",
    "Pair",
    "Row",
    "beside",
    "compare_class",
]
