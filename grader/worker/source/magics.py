"""From a notebook's cell to plain Python, line by line: magics and shell lines are taken out.

No magic is valid Python, so a cell that Python can read is left as it is. Of the others, only
the beginning of a statement is looked at: a `%` in a string or in parentheses is no magic.
The rules are those of IPython's `inputtransformer2`, which takes 0.3 s to import.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from grader.wire import Unit

_RUN_CELL = {
    *("capture", "debug", "grade", "memit", "prun", "scalene", "snakeviz", "time", "wandb"),
}
"""Cell magics that run their body as other cells are run. (`%%timeit` binds no names.)"""

_RUN_LINE = {"prun", "time"}

_AUTOMAGICS = {
    *("cat", "cd", "clear", "conda", "cp", "env", "grade", "hint", "ll", "load_ext", "ls", "mamba"),
    *("matplotlib", "mkdir", "mv", "pip", "pwd", "reset", "rm", "rmdir", "run", "time", "timeit"),
    *("uv", "whos"),
}
"""Magics that IPython accepts without a `%` where there is nothing else in the cell."""

_CELL_MAGIC = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*%%(?P<name>\w*)(?!\w*\?)[^\n]*\n?")
_LINE_MAGIC = re.compile(r"(?P<indent>\s*)%(?P<name>\w+)\s*(?P<text>.*)")
_ESCAPED = re.compile(r"\s*[%!?,;/]")
_HELP = re.compile(r"[^#'\"]*\?[\s;]*")
_ASSIGNED = re.compile(
    r"(?P<target>(?:[\w.,*(): \t]|\[[^][=]*\])+=[ \t]*)"
    r"(?P<magic>(?:%(?P<name>\w+)|!)[ \t]*(?P<text>.*))"
)
_FIRST_PROMPT = re.compile(r">>>(?: |$)|In \[\d+\]: ")
_PROMPT = re.compile(r">>>(?: |$)|\.\.\.(?: |$)|In \[\d+\]: |\s*\.{3,}: ?")

_UNKNOWN = "get_ipython().getoutput("
"""What stands in place of a shell line whose result is wanted, before that line in quotes."""

_LEXEME = re.compile(r"'''|\"\"\"|['\"#([{)\]}]")
_CLOSING = {quote: re.compile(rf"(?:[^\\]|\\.)*?{quote}") for quote in ("'''", '"""', "'", '"')}


def plain(source: str) -> str:
    """The cell as plain Python with the same line numbers."""
    if _is_python(source):
        return source
    text, magic = _under_magics(source)
    return "" if magic else "\n".join(_statements(_as_typed(text.split("\n"))))


def as_python(unit: Unit) -> Unit:
    """A unit that Python can read: of a notebook's cell, without its magics."""
    return msgspec.structs.replace(unit, source=plain(unit.source)) if unit.cell else unit


def left_out(source: str) -> Iterator[tuple[int, str, str]]:
    """The magics of a cell that are not run: the line's number, its text, and what is under it."""
    if _is_python(source):
        return
    text, magic = _under_magics(source)
    if magic:
        number = text[: magic.end()].rstrip("\n").count("\n")
        yield number + 1, text.split("\n")[number].strip(), text[magic.end() :]
        return
    for number, (line, written) in enumerate(
        zip(source.split("\n"), plain(source).split("\n"), strict=False), 1
    ):
        if line != written and (written.strip() == "pass" or _UNKNOWN in written):
            yield number, line.strip(), ""


def _under_magics(source: str) -> tuple[str, re.Match[str] | None]:
    """The cell without the cell magics that run it, and the first that does not."""
    text = source
    while magic := _CELL_MAGIC.match(text):
        if magic["name"] not in _RUN_CELL:
            return text, magic
        text = "\n" * magic[0].count("\n") + text[magic.end() :]
    return text, None


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    except (ValueError, RecursionError, MemoryError):
        pass  # it is not because of a magic; the slicer reads it next, and says why
    return True


def _as_typed(lines: list[str]) -> list[str]:
    """The lines without a common indent or the prompts of a pasted session, as in IPython."""
    filled = [line for line in lines if line.strip()]
    if not filled:
        return lines
    first = filled[0]
    if indent := first[: len(first) - len(first.lstrip())]:
        return [line.removeprefix(indent) for line in lines]
    if _FIRST_PROMPT.match(first):
        return [_PROMPT.sub("", line, count=1) for line in lines]
    if len(filled) == 1 and first.split()[0] in _AUTOMAGICS and not _is_python(first):
        return [line and "%" + line for line in lines]
    return lines


def _statements(lines: list[str]) -> Iterator[str]:
    """The lines, each magic replaced by the Python that it runs, or by `pass`."""
    place = _Place()
    dropping = False
    for line in lines:
        if dropping:  # a magic goes on after a backslash
            dropping = line.endswith("\\")
            yield ""
            continue
        written = line if place.inside else _statement(line)
        dropping = line.endswith("\\") and not written.endswith("\\")
        place.pass_over(written)
        yield written


def _statement(line: str) -> str:
    """A statement's first line; a magic becomes the Python that it runs, or `pass`."""
    magic = _LINE_MAGIC.fullmatch(line)
    if magic and magic["name"] in _RUN_LINE and magic["text"]:
        return _statement(magic["indent"] + magic["text"])
    if _ESCAPED.match(line) or _HELP.fullmatch(line):
        return line[: len(line) - len(line.lstrip())] + "pass"
    assigned = _ASSIGNED.fullmatch(line)
    if assigned is None:
        return line
    if assigned["name"] in _RUN_LINE:
        return assigned["target"] + assigned["text"]
    command = assigned["magic"].rstrip("\\ ")
    return f"{assigned['target']}{_UNKNOWN}{command!r})"


@dataclass
class _Place:
    """Whether the next line begins a statement, or stands inside of one."""

    quote: str = ""
    depth: int = 0
    continued: bool = False

    @property
    def inside(self) -> bool:
        """In a string, in brackets, or behind a backslash."""
        return bool(self.quote or self.depth or self.continued)

    def pass_over(self, line: str) -> None:
        """Read a line's quotes, brackets, comment and backslash."""
        position, self.continued = 0, False
        while True:
            if self.quote:
                closing = _CLOSING[self.quote].match(line, position)
                if closing is None:
                    break
                self.quote, position = "", closing.end()
            lexeme = _LEXEME.search(line, position)
            if lexeme is None:
                self.continued = line.endswith("\\")
                return
            position = lexeme.end()
            match lexeme[0]:
                case "#":
                    return
                case "(" | "[" | "{":
                    self.depth += 1
                case ")" | "]" | "}":
                    self.depth = max(0, self.depth - 1)
                case quote:
                    self.quote = quote
        if len(self.quote) == 1 and not line.endswith("\\"):
            self.quote = ""  # never closed: a syntax error, which ends with its line
