"""Pairs of files of a class that have much in common that few others have."""

from grader.classroom.copies.beside import Line, Mark, Row, beside
from grader.classroom.copies.comparison import FEW, Comparison, Pair, compare_class
from grader.classroom.copies.pairs import LEAST_ALIKE, Likeness
from grader.classroom.copies.remembered import Found, Remembered, remember, remembered

__all__ = [
    "FEW",
    "LEAST_ALIKE",
    "Comparison",
    "Found",
    "Likeness",
    "Line",
    "Mark",
    "Pair",
    "Remembered",
    "Row",
    "beside",
    "compare_class",
    "remember",
    "remembered",
]
