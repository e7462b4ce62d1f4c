"""Words: messages, names that strangers gave, and text that is safe to show."""

from grader.text.catalogue import Words
from grader.text.message import Fact, Message, Translate, template
from grader.text.naming import decoded, encoding_of, fit, folded, portable
from grader.text.sanitize import clean, cut, label, language, line, plain, shortened, shown, visible

__all__ = [
    "Fact",
    "Message",
    "Translate",
    "Words",
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
    "template",
    "visible",
]
