"""Parse a unit of source, or say why Python can't: which line, which Python, what was meant."""

import __future__

import ast
import re
import sys

from grader.text import Message, source_lines
from grader.wire import SourceProblem, Unit

_ANNOTATIONS = __future__.annotations.compiler_flag

_NEWER: tuple[tuple[tuple[int, int], str, str, Message], ...] = (
    (
        (3, 12),
        r"f-string: (?:unmatched|expecting)",
        r"""(?i:.*\b(?:f|fr|rf))(["'])(?:(?!\1).)*?\{[^{}]*\1""",
        Message("Inside of an f-string's braces its own quotes may stand from Python 3.12 on"),
    ),
    (
        (3, 12),
        r"f-string expression part cannot include",
        "",
        Message("Inside of an f-string's braces that may stand from Python 3.12 on"),
    ),
    (
        (3, 12),
        "",
        r"\s*(?:def|class)\s+\w+\s*\[|\s*type\s+\w+\s*(?:\[[^=]*\])?\s*=",
        Message("Python knows type parameters and `type` statements from 3.12 on"),
    ),
    (
        (3, 14),
        "multiple exception types must be parenthesized",
        "",
        Message("Python 3.14 is the first that takes several without parentheses"),
    ),
    (
        (3, 14),
        "invalid syntax",
        r"""(?:.*[\s(\[{=,:+])?(?i:t|tr|rt)["']""",
        Message("Python knows t-strings from 3.14 on"),
    ),
)
"""What later Pythons take: the first of them, the error's words, the beginning of the line."""

_NOT_PYTHON: tuple[tuple[str, str, Message], ...] = (
    (
        r"Missing parentheses in call to '(?:print|exec)'",
        "",
        Message("Without parentheses it is Python 2"),
    ),
    ("", r"\s*(?:<{7}|={7}|>{7})(?:\s|$)", Message("That line is a mark of a conflict in git")),
    ("", r"\s*```", Message("That line is Markdown, not Python; leave it out")),
    (
        "",
        r"\s*(?:>>>|In \[\d*\]:|Out\[\d*\]:)",
        Message("That line has the prompt of an interactive session; leave the prompt out"),
    ),
    (
        "",
        r".*&(?:lt|gt|amp|quot|#39|nbsp);",
        Message("That line was copied from a web page's source: `&lt;` stands for <, and so on"),
    ),
)
"""What is often met in place of Python: the error's words, the beginning of the line."""

_NOTEBOOKS_LINE = re.compile(r"\s*(?:[!?]|%{1,2}[a-zA-Z])|\s*(?:\w+\s*=\s*)(?:!|%[a-z])")


def _hint(error: str, line: str, unit: Unit) -> Message | None:
    """What was meant by a line that this Python can't read, where that is plain to see."""
    if not unit.cell and _NOTEBOOKS_LINE.match(line):
        return Message(
            "That is a notebook's line (a shell command or a magic) and no Python; leave it out of "
            "a .py file"
        )
    for version, words, begins, hint in _NEWER:
        if sys.version_info < version and re.search(words, error) and re.match(begins, line):
            return hint
    for words, begins, hint in _NOT_PYTHON:
        if re.search(words, error) and re.match(begins, line):
            return hint
    return None


def parse(unit: Unit) -> tuple[ast.Module, int] | SourceProblem:
    """The tree of a unit and the `__future__` flags it sets, or why it can't be parsed."""
    try:
        tree = ast.parse(unit.source, unit.label)
        flags = _ANNOTATIONS if _postpones_annotations(tree) else 0
        awaits = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if unit.cell else 0
        compile(tree, unit.label, "exec", flags=flags | awaits, dont_inherit=True)
    except SyntaxError as error:
        lines = source_lines(unit.source)
        line = error.lineno or 0
        text, offset = error.text or "", error.offset
        if 0 < line <= len(lines) and text.strip() != lines[line - 1].strip():
            text, offset = lines[line - 1], None  # of an f-string it shows a part, as a line
        message = Message(
            "{type}: {text} (read by Python {version})",
            type=type(error).__name__,
            text=error.msg,
            version=".".join(map(str, sys.version_info[:2])),
        )
        if hint := _hint(error.msg, text, unit):
            message = Message("{error}. {hint}", error=message, hint=hint)
        return SourceProblem(unit.label, line, message, _with_caret(text, offset))
    except (RecursionError, MemoryError):
        return SourceProblem(
            unit.label, 0, Message("the source is nested too deeply for Python to read")
        )
    except ValueError as error:
        kind = "cell" if unit.cell else "file"
        return SourceProblem(
            unit.label, 0, Message("Python can't read this {kind}: {error}", kind=kind, error=error)
        )
    return tree, flags


def _with_caret(text: str, offset: int | None) -> str:
    """The source's line with a caret under the place, cut to a terminal's width."""
    text = text.rstrip("\n").expandtabs(1)
    column = max((offset or 1) - 1, 0)
    start = max(column - 60, 0)
    shown = text[start : start + 76]
    return shown if offset is None else f"{shown}\n{' ' * min(column - start, len(shown))}^"


def _postpones_annotations(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "__future__"
        and any(alias.name == "annotations" for alias in node.names)
        for node in tree.body
    )
