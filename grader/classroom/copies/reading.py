"""From what was handed in to its fingerprints, in a process of its own, within bounds.

Python's parser can be brought to its end by a source that is made for it. So each file is parsed in
a process that may be lost: after SECONDS, or where it dies, another one goes on with the next file.
Nothing of a file is executed.
"""

import ast
import multiprocessing
import os
import re
import signal
import warnings
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import local
from typing import Any

import msgspec

from grader.classroom.copies.fingerprints import Print, fingerprints
from grader.judge import Submission
from grader.text import Message, parse, source_lines

SECONDS = 10.0
"""How long one file may take. Files that people write take hundredths of a second."""

MOST = 200_000
"""Characters of source of one file: what is longer was not written by hand."""

_FILES = 50
"""Files that are worth the start of another process."""

_START = 120.0
"""Seconds until a process has imported what it needs, on a machine that is busy."""

_MEMORY = 4 << 30
"""Bytes of address space of the process that parses."""

_MAGIC = re.compile(r"[ \t]*[%!?]|[ \t]*[\w, \t]+=[ \t]*[%!]|.*\?[ \t]*$")
_OTHER_LANGUAGE = re.compile(r"\s*%%(?!time\b|timeit\b|capture\b|prun\b)\w")
_BEGINS = re.compile(r"(?:async[ \t]+def|def|class|import|from|@\w+)\b|@")


@dataclass(frozen=True)
class Section:
    """A function or a class at the top level, by its lines."""

    first: int
    last: int


@dataclass(frozen=True)
class Read:
    """The fingerprints of a file, its functions and classes, and what of it could not be read.

    Lines are counted through all units of the submission, and then its own modules, from 1.
    """

    prints: tuple[Print, ...] = ()
    sections: tuple[Section, ...] = ()
    problems: tuple[Message, ...] = ()


def units_of(work: Submission) -> list[tuple[str, str, bool]]:
    """The parts of a work as name, source and whether it is a cell; its own modules behind it."""
    own = [(unit.label, unit.source, unit.cell) for unit in work.units if not unit.prose]
    return own + [(name, text, False) for name, text in sorted(work.siblings.items())]


def read(work: Submission, asked: Collection[str]) -> Read:
    """What a file has, by its syntax tree. Raises what a parser may raise."""
    units = units_of(work)
    if sum(len(source) for _, source, _ in units) > MOST:
        return Read(problems=(Message("more than {most} characters", most=MOST),))
    trees: list[ast.Module] = []
    problems: list[Message] = []
    before = 0
    for name, source, is_cell in units:
        trees += _trees(source, is_cell, name, before, problems)
        before += len(source_lines(source))
    try:
        prints = fingerprints(trees, asked)
    except RecursionError:
        return Read(problems=(Message("nested too deeply"),))
    return Read(tuple(prints), tuple(_sections(trees)), tuple(problems))


def _sections(trees: list[ast.Module]) -> Iterator[Section]:
    for tree in trees:
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                above = [each.lineno for each in node.decorator_list]
                yield Section(min([node.lineno, *above]), node.end_lineno or node.lineno)


def _trees(
    source: str, is_cell: bool, name: str, before: int, problems: list[Message]
) -> Iterator[ast.Module]:
    """The trees of a unit: one, or where Python can't read it, those of the parts that it can.

    `before` lines stand in front of it: empty ones are put there, so that lines have their numbers.
    """
    if is_cell and _OTHER_LANGUAGE.match(source):
        return
    if is_cell:
        source = _without_magics(source)
    try:
        yield parse("\n" * before + source, name)
        return
    except (SyntaxError, ValueError):
        pass
    except (RecursionError, MemoryError):
        problems.append(Message("{unit}: nested too deeply", unit=name))
        return
    lost: list[int] = []
    for first, part in _parts(source):
        try:
            yield parse("\n" * (before + first) + part, name)
        except (SyntaxError, ValueError):
            lost.append(first + 1)
        except (RecursionError, MemoryError):
            lost.append(first + 1)
    if lost:
        problems.append(
            Message("{unit}: Python can't read what begins at line {line}", unit=name, line=lost[0])
        )


def _without_magics(source: str) -> str:
    """A cell without lines that only IPython reads, of which the number of lines stays."""
    try:
        parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        lines = source_lines(source)
        return "\n".join("" if _MAGIC.match(line) else line for line in lines)
    return source


def _parts(source: str) -> Iterator[tuple[int, str]]:
    """The source in parts that begin where a function, a class or an import does, at the left."""
    lines = source_lines(source)
    starts = [0, *(at for at, line in enumerate(lines) if at and _BEGINS.match(line)), len(lines)]
    for first, end in pairwise(starts):
        yield first, "\n".join(lines[first:end])


# --- in a process of its own ------------------------------------------------------------------


class Reader:
    """A process that reads one file after the other; one that is lost is replaced."""

    def __init__(self, asked: Collection[str]):
        self._asked = tuple(asked)
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def read(self, work: Submission) -> Read:
        """What a file has, or why that can't be said."""
        try:
            pipe = self._begun()
            pipe.send_bytes(msgspec.msgpack.encode(work))
            if pipe.poll(SECONDS):
                return msgspec.msgpack.decode(pipe.recv_bytes(), type=Read)
            reason = Message("it took more than {seconds} s to read", seconds=SECONDS)
        except (EOFError, OSError):
            reason = Message("Python's parser does not get through it")
        self.close()
        return Read(problems=(reason,))

    def _begun(self) -> Connection:
        if self._pipe is None:
            context = _context()
            self._pipe, theirs = context.Pipe()
            made = context.Process(target=_serve, args=(theirs, self._asked), daemon=True)
            made.start()
            self._process = made
            theirs.close()
            if self._pipe.poll(_START):
                self._pipe.recv_bytes()  # it is ready, so its start is no part of a file's time
        return self._pipe

    def end(self) -> None:
        """End the process, in the middle of a file too: `read` returns then."""
        process = self._process
        with suppress(ValueError):  # the thread that reads may have let go of it just now
            if process is not None:
                process.kill()

    def close(self) -> None:
        """End the process, and let go of it."""
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._pipe.close()
        self._process = self._pipe = None


def _context() -> Any:
    """How processes are started: where there is fork, from one that has imported all of this."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def _serve(pipe: Connection, asked: Collection[str]) -> None:
    """What the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    warnings.simplefilter("ignore")
    _limit_memory()
    with suppress(EOFError, OSError):
        pipe.send_bytes(b"ready")
        while True:
            work = msgspec.msgpack.decode(pipe.recv_bytes(), type=Submission)
            pipe.send_bytes(msgspec.msgpack.encode(read(work, asked)))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # there is none on Windows
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def read_all(works: Mapping[str, Submission], asked: Collection[str]) -> dict[str, Read]:
    """What each file has, by student; as many at once as there are processors."""
    here = local()
    readers: list[Reader] = []

    def read_here(work: Submission) -> Read:
        if not hasattr(here, "reader"):
            here.reader = Reader(asked)
            readers.append(here.reader)
        found: Read = here.reader.read(work)
        return found

    threads = ThreadPoolExecutor(min(os.cpu_count() or 1, 1 + len(works) // _FILES))
    try:
        return dict(zip(works, threads.map(read_here, works.values()), strict=True))
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for reader in readers:
            reader.end()  # after Ctrl-C nobody waits for the file that is being read
        threads.shutdown()
        for reader in readers:
            reader.close()
