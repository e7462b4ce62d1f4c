"""Read what a student handed in: a file, and the student's own modules beside it.

Only bytes are looked at here. The source is parsed in the worker, behind the lockdown.
"""

import codecs
import io
import os
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from grader.errors import SubmissionError
from grader.judge import notebook
from grader.judge.kinds import is_json, is_notebook, other_kind
from grader.judge.thinning import MAX_THIN, TooMuch, thinned
from grader.report import Problem
from grader.text import Message, shown
from grader.wire import Unit

MAX_BYTES = 2 * 1024 * 1024
"""How many bytes of source a submission may have."""

MAX_NOTEBOOK = 128 * 1024 * 1024
"""How many bytes a notebook may have, nearly all of them in its outputs."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MAX_SIBLINGS = 50
_MAX_BESIDE = 4 * MAX_BYTES
"""How many modules a submission may bring, and how many bytes of source in all."""

_NO_SOURCE = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
"""Encodings of Python that no editor writes. Two of them take time quadratic in a file's size."""


@dataclass(frozen=True)
class Submission:
    """Sources to grade. `problems` say why there are none, or what else is unusual."""

    name: str
    units: tuple[Unit, ...]
    siblings: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def module(self) -> str:
        """The name by which Python could import it, or empty."""
        if any(unit.cell for unit in self.units):
            return ""
        stem = self.name.removesuffix(".py")
        return stem if stem.isidentifier() and self.name.endswith(".py") else ""


def read_submission(path: Path, given: Iterable[str] = (), *, siblings: bool = True) -> Submission:
    """The submission at `path`. Modules named in `given` are the exercise's, not the student's.

    `siblings` tells whether modules beside the file are the student's too. Raises SubmissionError
    when there is no such file. A file that can't be decoded is a submission without sources: it
    is graded, and its report says why.
    """
    return parse_submission(path, _bytes(path, limit_of(path)), given, siblings=siblings)


def limit_of(path: Path) -> int:
    """How many bytes a file of this type may have."""
    return MAX_NOTEBOOK if path.suffix.lower() == ".ipynb" else MAX_BYTES


def parse_submission(
    path: Path, data: bytes, given: Iterable[str] = (), *, siblings: bool = True, name: str = ""
) -> Submission:
    """As `read_submission`, for the first bytes of a file: one more than `limit_of` allows.

    `name` is the file's name, where the path has another one.
    """
    name = shown(name or path.name)  # one that is not UTF-8 can be sent nowhere
    units = _units(data, name, path.suffix.lower())
    if isinstance(units, Problem):
        return Submission(name, (), problems=(units,))
    source = "\n".join(unit.source for unit in units if not unit.prose)
    problems = tuple(_remarks(units, source, name, path.suffix.lower()))
    beside = _siblings(path, source, set(given) | {"checks", "grader"}) if siblings else {}
    return Submission(name, tuple(units), beside, problems)


def _units(data: bytes, name: str, suffix: str) -> list[Unit] | Problem:
    if kind := other_kind(data):
        return Problem(name, 0, kind)
    if suffix == ".ipynb":
        return _cells(data, name)
    if is_notebook(data):
        if len(data) > MAX_BYTES:
            what = Message("the file is a notebook; its name has to end in .ipynb")
            return Problem(name, 0, what)
        return _cells(data, name)
    source = decode(data, name)
    if isinstance(source, str) and is_json(source):
        return Problem(name, 0, Message("the file is JSON, and neither Python nor a notebook"))
    return source if isinstance(source, Problem) else [Unit(name, source)]


def _remarks(units: list[Unit], source: str, name: str, suffix: str) -> Iterator[Problem]:
    if not source.strip():
        yield Problem(name, 0, Message("the file is empty"))
    if units[0].cell and suffix != ".ipynb":
        what = Message("the file is a notebook, and graded as one; its name should end in .ipynb")
        yield Problem(name, 0, what)


def code_cells(data: bytes, name: str) -> list[Unit] | Problem:
    """The code cells of a notebook, or why there are none."""
    units = _cells(data, name)
    return units if isinstance(units, Problem) else [unit for unit in units if not unit.prose]


def _cells(data: bytes, name: str) -> list[Unit] | Problem:
    """The code cells of a notebook, and those of text that have code in them."""
    if len(data) > MAX_NOTEBOOK:
        what = Message(
            "the notebook is larger than {max_notebook} MB; clear its outputs",
            max_notebook=MAX_NOTEBOOK >> 20,
        )
        return Problem(name, 0, what)
    try:
        text = decode(_thin(data), name, MAX_THIN)
    except TooMuch as error:
        return Problem(name, 0, error.message)
    units = text if isinstance(text, Problem) else notebook.read(text, name)
    if isinstance(units, list) and sum(len(unit.source) for unit in units) > MAX_BYTES:
        what = Message(
            "the notebook has more than {max_bytes} MB of code; is it the right one?",
            max_bytes=MAX_BYTES >> 20,
        )
        return Problem(name, 0, what)
    return units


def essence(path: Path, data: bytes) -> bytes:
    """What of a file's bytes may hold code: of a notebook all but its outputs, or its beginning."""
    if path.suffix.lower() != ".ipynb":
        return data
    try:
        return _thin(data)
    except TooMuch:
        return data[:MAX_THIN]


def _thin(data: bytes) -> bytes:
    return data[:MAX_THIN] if data.startswith(_UTF_16) else thinned(data)


def _bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    if path.is_dir():
        raise SubmissionError(
            "{path} is a folder; name the file in it that is to be graded", path=path
        )
    try:
        if not path.is_file():
            kind = Message("is no regular file") if path.exists() else Message("does not exist")
            raise SubmissionError(
                "{path} {kind}; name the file that is to be graded", path=path, kind=kind
            )
        with path.open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SubmissionError("{path} can't be read: {reason}", path=path, reason=reason) from None


def decode(data: bytes, name: str, limit: int = MAX_BYTES) -> str | Problem:
    """The text of a source file as Python would read it, or why it is none."""
    if len(data) > limit:
        what = Message(
            "the file is larger than {limit} MB; is it the right one?", limit=limit >> 20
        )
        return Problem(name, 0, what)
    if data.startswith(_UTF_16):
        return Problem(name, 0, Message("the file is UTF-16; save it as UTF-8"))
    if (nul := data.find(b"\0")) >= 0:
        line = data.count(b"\n", 0, nul) + 1
        return Problem(name, line, Message("there is a NUL byte; source is text, save it as UTF-8"))
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        if codecs.lookup(encoding).name in _NO_SOURCE:
            raise LookupError(Message("{encoding} is no encoding of source", encoding=encoding))
        text = io.TextIOWrapper(io.BytesIO(data), encoding, newline=None).read()
        text.encode()
        return text
    except UnicodeEncodeError:  # UTF-7, for example, can encode half a character
        return Problem(name, 1, Message("half a character stands in it; save the file as UTF-8"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = Message(
            "byte 0x{data} is not {encoding}; save the file as UTF-8",
            data=f"{data[error.start]:02x}",
            encoding=error.encoding,
        )
        return Problem(name, line, what)
    except UnicodeError as error:
        return Problem(name, 1, Message("{error}; save the file as UTF-8", error=error))
    except SyntaxError as error:
        return Problem(name, 1, Message("{msg}; save the file as UTF-8", msg=error.msg))
    except LookupError as error:
        return Problem(name, 1, Message("{error}; save the file as UTF-8", error=error))


def _siblings(path: Path, source: str, taken: set[str]) -> dict[str, str]:
    """The modules beside the submission that it names, directly or through another, by their names.

    There are many ways to import a module, and all of them name it. The file of a package is called
    `package.__init__`.
    """
    known = _modules(path.absolute().parent.resolve(), packages=True)
    known = {n: at for n, at in known.items() if n not in taken and at.name != path.name}
    found: dict[str, str] = {}
    words, size = set(_WORD.findall(source)), 0
    while named := sorted(name for name in known if name.rpartition(".")[2] in words):
        name = named[0]
        at = known.pop(name)
        if at.is_dir():
            first = at / f"{_PACKAGE}.py"
            parts = _modules(at, packages=first.exists())
            if not parts and not first.exists():
                continue
            known |= {f"{name}.{part}": other for part, other in parts.items() if other != first}
            name, at = f"{name}.{_PACKAGE}", first
        # A link that a student hands in could lead to any file of the judge.
        inside = at.exists() and at.resolve().parent == at.parent
        text = _text(at) if inside else "" if name.endswith(_PACKAGE) else None
        size += len(text or "")
        if len(found) == _MAX_SIBLINGS or size > _MAX_BESIDE:
            break
        if text is not None:
            found[name] = text
            words |= set(_WORD.findall(text))
    return found


def _modules(folder: Path, *, packages: bool) -> dict[str, Path]:
    """The modules in a folder, and the packages in it that are no links, by their names.

    A folder without `__init__.py` is a package for its modules, but not for folders in it: these
    could be anything that lies beside a submission.
    """
    found: dict[str, Path] = {}
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # nothing can be imported from a folder that can't be read
        return found
    for entry in entries:
        name, at = entry.name.removesuffix(".py"), Path(entry.path)
        is_module = name != entry.name and entry.is_file()
        if name.isidentifier() and (
            is_module or (packages and entry.is_dir(follow_symlinks=False))
        ):
            found[name] = at
    return found


_PACKAGE = "__init__"
_WORD = re.compile(r"\w+")


def _text(path: Path) -> str | None:
    """The text of a sibling; None where it can't be read: then it can't be imported."""
    try:
        source = decode(_bytes(path), path.name)
    except SubmissionError:
        return None
    return source if isinstance(source, str) else None
