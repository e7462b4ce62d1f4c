"""Words: messages, their languages, and text of other people, made safe to show."""

from grader.text.catalogue import Words, is_of_taiwan
from grader.text.folding import breaks, columns, folded, is_chinese, joined, padded
from grader.text.lines import source_lines
from grader.text.markup import Hint, Kind, paragraphs, pieces
from grader.text.message import Fact, Message, template
from grader.text.sanitize import clean, cut, label, language, line, plain, shortened, shown
from grader.text.syntax import literal, parse

__all__ = [
    "Fact",
    "Hint",
    "Kind",
    "Message",
    "Words",
    "breaks",
    "clean",
    "columns",
    "cut",
    "folded",
    "is_chinese",
    "is_of_taiwan",
    "joined",
    "label",
    "language",
    "line",
    "literal",
    "padded",
    "paragraphs",
    "parse",
    "pieces",
    "plain",
    "shortened",
    "shown",
    "source_lines",
    "template",
]
