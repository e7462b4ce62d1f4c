"""Which words may stand in a file that is made of a student's: those of which somebody else knows.

The author's own commands execute the files of wrong/ without a lockdown. And whatever else stands
in such a file could be a name. So each word of it is one of a library's that computes, or of the
author's own files, or a person has read it and allows it.
"""

import ast
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from grader.build.adopting.library import (
    BUILTINS,
    FORBIDDEN,
    METHODS,
    MODULES,
    SPECIAL,
    TEXTS,
    WORDS,
)
from grader.build.adopting.plain import bound

DIGITS = 5
"""An integer with so many digits is somebody's number, unless the author has written it."""

_SIGNIFICANT = 8
"""A number with a point, with so many digits, is one as well."""

_PLAIN = re.compile(r"[a-z]\d*")
_EINSUM = re.compile(r"(?=.*(,|->))[a-zA-Z.]{0,8}(,[a-zA-Z.]{0,8})*(->[a-zA-Z.]{0,8})?")
_TYPE = re.compile(
    r"bool|u?int(8|16|32|64)?|b?float(16|32|64)?|complex(64|128)?|[<>=|]?[fiuc][1248]"
)


@dataclass
class Known:
    """The words and texts of the author's own files."""

    words: set[str] = field(default_factory=set)
    texts: set[object] = field(default_factory=set)

    def add(self, tree: ast.Module) -> None:
        """All that stands in a file."""
        for word in _words(tree):
            self.words.add(word.text)
        self.texts |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}


@dataclass(frozen=True)
class Word:
    """A word of a file, and in which line it stands."""

    text: str
    line: int
    is_text: bool = False
    is_attribute: bool = False

    @property
    def is_forbidden(self) -> bool:
        """Whether it reaches out, whoever else has written it."""
        return self.text in FORBIDDEN and not (self.is_attribute and self.text in METHODS)


def strangers(tree: ast.Module, known: Known, allowed: Collection[str]) -> list[Word]:
    """Words, texts and long numbers that nobody else knows, the first of each."""
    own = {name for name in bound(tree) if _PLAIN.fullmatch(name)}
    fine = BUILTINS | MODULES | WORDS | SPECIAL | known.words | own
    unknown = (word for word in _words(tree) if word.text not in fine or word.is_forbidden)
    found = [word for word in unknown if word.text not in allowed]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and not _is_fine(node.value, known):
            text = str(node.value)
            if text not in allowed:
                found.append(Word(text, node.lineno, is_text=True))
    first: dict[str, Word] = {}
    for word in sorted(found, key=lambda word: word.line):
        first.setdefault(word.text, word)
    return [*first.values()]


def _is_fine(value: object, known: Known) -> bool:
    if isinstance(value, str):
        short = bool(_EINSUM.fullmatch(value) or _TYPE.fullmatch(value))
        return not value or short or value in TEXTS or value in known.texts
    if isinstance(value, bytes):
        return not value
    if isinstance(value, int) and not isinstance(value, bool):
        return len(str(abs(value))) < DIGITS or value in known.texts or _is_round(abs(value))
    if isinstance(value, float):
        digits = repr(value).partition("e")[0].replace(".", "").strip("0-")
        return len(digits) < _SIGNIFICANT or value in known.texts
    return not isinstance(value, complex) or _is_fine(value.imag, known)


def _is_round(number: int) -> bool:
    """Whether it is a power of ten or of two, or one less, as limits are."""
    return str(number).strip("0") == "1" or number & (number + 1) == 0 or number & (number - 1) == 0


def _words(tree: ast.Module) -> Iterator[Word]:
    """Every identifier, and each part of a module's name."""
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 1)
        for text in _identifiers(node):
            yield Word(text, line, is_attribute=isinstance(node, ast.Attribute))


def _identifiers(node: ast.AST) -> Sequence[str]:
    match node:
        case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
            return [name]
        case ast.keyword(arg=str(name)) | ast.ExceptHandler(name=str(name)):
            return [name]
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            return [name]
        case ast.MatchMapping(rest=str(name)):
            return [name]
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            return names
        case ast.Import(names=names):
            return [part for alias in names for part in _parts(alias)]
        case ast.ImportFrom(names=names, module=module):
            each = [part for alias in names for part in _parts(alias)]
            return [*(module or "?").split("."), *each]
    return []


def _parts(alias: ast.alias) -> list[str]:
    return [*alias.name.split("."), *([alias.asname] if alias.asname else [])]
