"""Words: messages, names that strangers gave, and text that is safe to show."""

from grader.text.literal import clean, cut, label, language, line, plain, shortened
from grader.text.naming import decoded, encoding_of, fit, folded, portable, shown

__all__ = [
    "clean",
    "cut",
    "decoded",
    "encoding_of",
    "fit",
    "folded",
    "label",
    "language",
    "line",
    "plain",
    "portable",
    "shortened",
    "shown",
]
