"""Words: messages as data, catalogues of translations, and text that is safe to show."""

from grader.text.catalogue import Words
from grader.text.message import Fact, Message, template
from grader.text.sanitize import clean, label, language, line, plain, shortened, shown

__all__ = [
    "Fact",
    "Message",
    "Words",
    "clean",
    "label",
    "language",
    "line",
    "plain",
    "shortened",
    "shown",
    "template",
]
