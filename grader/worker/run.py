"""Load a submission, call its functions, reply with values: the life of one worker.

Nothing here knows what is right. A call ends in a value or in an exception, and either is encoded
and sent. The judge on the other side of the socket decides what it is worth.
"""

import io
import linecache
import os
import random
import re
import socket
import sys
import tempfile
import traceback
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import numpy.random  # otherwise it would be loaded in each worker, when it is first used

from grader import wire
from grader.text import Message, source_lines
from grader.wire import (
    DATA_FOLDER,
    Ask,
    Call,
    Line,
    Load,
    Loaded,
    Prepared,
    Raised,
    Refused,
    Reply,
    Returned,
    SourceProblem,
    Unit,
)
from grader.wire.forking import Bounds
from grader.worker import predicates, stack, values
from grader.worker.breach import breach
from grader.worker.found import found
from grader.worker.source import stand_ins
from grader.worker.source.digest import digests
from grader.worker.source.loader import IN_A_GRAPH, StudentModule, message_of
from grader.worker.source.modules import Modules, show_source
from grader.worker.source.spans import spans
from grader.worker.student import NEVER_ASKED, Student, Watched

_CHUNK = 1 << 16
_BINARY = getattr(os, "O_BINARY", 0)
_LOG_LINE = re.compile(
    r"^(?:[IWEF]\d{4} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+: [IWEF] "
    r"|WARNING: All log messages before absl).*\n?",
    re.MULTILINE,
)
_GRAPH_LINE = re.compile(r'File "([^"]+)", line (\d+), in (\w+)')


def serve(channel: socket.socket, output: int, bounds: Bounds) -> None:
    """Answer requests on the channel until it closes. `output` is the descriptor to capture."""
    bench = Bench(Capture(output, bounds.output_bytes), bounds)
    stack.answer_when_asked(output)
    inbox = wire.Inbox(most=None)
    while data := channel.recv(_CHUNK):
        inbox.feed(data)
        while (message := inbox.next()) is not None:
            for reply in bench.answers(message):
                channel.sendall(wire.frame(reply))


class Bench:
    """One submission under test: loaded once, then called check by check."""

    def __init__(self, capture: "Capture", bounds: Bounds):
        self.capture, self.bounds = capture, bounds
        self.checks: dict[str, Any] = {}
        self.stand_ins: dict[str, Any] = {}
        self.submission: StudentModule | None = None
        self.student = Student()
        self.seed = 0

    def answers(self, message: wire.Packet) -> Iterator[wire.Packet]:
        """The replies to a request. Each has to be sent before the next is asked for."""
        match message:
            case Load():
                modules = Modules(message)
                yield self.prepare(message)
                if self.checks:
                    yield self.execute(message, modules)
            case Call():
                yield Reply(message.number, self.call(message))
            case Ask():
                yield predicates.answer(self.checks[message.check].holds, message, self.bounds)
            case _:
                yield Refused(
                    Message("a worker does not take a {name}", name=type(message).__name__)
                )

    def prepare(self, load: Load) -> Prepared | Refused:
        """Lay out data files, execute checks.py and what stands in: before the student's code."""
        try:
            for name, content in load.data.items():
                _lay_out(name, content)
        except OSError as error:
            return Refused(
                Message("the data file {name} can't be written: {error}", name=name, error=error)
            )
        try:
            self.checks = _load_checks(load)
        except (
            Exception
        ) as error:  # the author's file may raise anything: not the student's failure
            return Refused(
                Message(
                    "checks.py: {type}: {text}", type=type(error).__name__, text=message_of(error)
                )
            )
        try:
            self.stand_ins = stand_ins.made(load.stand_ins)
        except Exception as error:  # so may a part of the author's reference
            kind, text = type(error).__name__, message_of(error)
            return Refused(Message(wire.CAN_NOT_LEND, type=kind, text=text))
        self.seed = load.seed
        seed_python(self.seed)
        seed_tensorflow(self.seed)
        return Prepared()

    def execute(self, load: Load, modules: Modules) -> Loaded:
        """Execute what is needed of the submission."""
        try:
            submission = StudentModule(load, modules, self.stand_ins)
        except (RecursionError, MemoryError):
            where = load.units[0].label if load.units else load.module
            problem = SourceProblem(
                where, 0, Message("the source is nested too deeply for Python to read")
            )
            return Loaded({}, [problem], readable=False)
        self.submission = submission
        names = submission.module.__dict__
        self.student = Student(**{root: names[root] for root in load.roots if root in names})
        self.capture.take()
        of = digests(load, submission.source) if load.digests else {}
        lines = spans(load, submission.source) if load.spans else {}
        bound = {
            name: found(obj, name, submission, load, of.get(name, ""), lines.get(name, []))
            for name, obj in vars(self.student).items()
        }
        why = {name: submission.lost(name) for name in sorted(set(load.roots) - set(bound))}
        why |= {name: submission.bound(name) for name in bound if not bound[name].callable}
        missing = {name: reason for name, reason in why.items() if reason}
        return Loaded(bound, submission.problems[:50], submission.readable, missing)

    def call(self, call: Call) -> wire.Outcome:
        """Run one check on one set of inputs."""
        assert self.submission is not None
        watched: Watched | None = None
        try:
            check = self.checks[call.check]
            watched = Watched(self.student) if check.raises else None
            inputs = {name: values.to_live(value) for name, value in call.inputs.items()}
            seed_python(self.seed)
            student = watched.student if watched else self.student
            value = values.to_wire(check.body(student, **inputs))
        except BaseException as error:  # the student's code may raise anything at all
            if isinstance(error, NameError) and self.submission.supply(error):
                self.capture.take()
                return self.call(call)
            raised = self._raised(error)
            return self._as_asked(raised, error, check.raises, watched) if watched else raised
        return Returned(value, self.capture.take())

    def _as_asked(
        self,
        raised: Raised,
        error: BaseException,
        asked: tuple[type[Exception], ...],
        watched: Watched,
    ) -> wire.Outcome:
        """The exception, with those that are asked for which it is. A limit is none of these.

        Where the check itself has raised, what counts is what the function had returned.
        """
        if not raised.lines and not watched.has_raised(error):
            if watched.returned and not watched.has_refused(error):
                return Returned(values.to_wire(watched.returned[0]), raised.output)
            return raised
        if isinstance(error, NEVER_ASKED) or breach(error, self.bounds):
            return raised
        names = [kind.__name__ for kind in asked if isinstance(error, kind)]
        return msgspec.structs.replace(raised, asked=names)

    def _raised(self, error: BaseException) -> Raised:
        assert self.submission is not None
        message, lines = message_of(error), self._lines(error)
        by_lent = self._is_by_lent(error, message)
        if message.startswith("in user code:"):
            lines = lines + self._graph_lines(message)
            message = source_lines(message.rstrip())[-1].strip()
            message = message.removeprefix(f"{type(error).__name__}: ")
        elif message.startswith(IN_A_GRAPH):
            lines = lines + self._graph_lines(message)
            below = re.split(r'  File "[^"]*", line \d+, in \S+\n+', message)[-1]
            message = re.sub(r"\s*(\[\[.*?\]\]|\[Op:__inference_\w+\])", "", below).strip()
        note = breach(error, self.bounds) or self.submission.why(error, message)
        kind, output = type(error).__name__[:100], self.capture.take()
        return Raised(kind, message, lines[-8:], note, output, by_lent)

    def _is_by_lent(self, error: BaseException, message: str) -> bool:
        """Whether the innermost function that is the student's, or stands in for one, stands in."""
        assert self.submission is not None
        if not self.stand_ins:
            return False
        files = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
        files += [found[1] for found in _GRAPH_LINE.finditer(message)]
        known = [x for x in files if x in self.submission.labels or x == stand_ins.LABEL]
        return known[-1:] == [stand_ins.LABEL]

    def _lines(self, error: BaseException) -> list[Line]:
        assert self.submission is not None
        frames = traceback.extract_tb(error.__traceback__)
        return [
            Line(f.filename, f.lineno or 0, f.name[:80], (f.line or "")[:200])
            for f in frames
            if f.filename in self.submission.labels
        ]

    def _graph_lines(self, message: str) -> list[Line]:
        """The student's lines in a message of AutoGraph, which contains a traceback."""
        assert self.submission is not None
        found = [(m[1], int(m[2]), m[3]) for m in _GRAPH_LINE.finditer(message)]
        return [
            Line(file, number, function, _source_line(file, number))
            for file, number, function in found
            if file in self.submission.labels
        ]


def _source_line(file: str, number: int) -> str:
    return linecache.getline(file, number).strip()[:200]


def _lay_out(name: str, content: bytes) -> None:
    """Write a file into the working directory, such that no code changes it by chance."""
    if os.path.basename(name) != name:
        raise OSError("it has a path")
    descriptor = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o444)
    with open(descriptor, "wb") as file:
        file.write(content)


def _load_checks(load: Load) -> dict[str, Any]:
    show_source([Unit("checks.py", load.checks)])
    namespace: dict[str, Any] = {
        "__name__": "checks",
        "__file__": "checks.py",
        DATA_FOLDER: os.getcwd(),
    }
    exec(compile(load.checks, "checks.py", "exec", dont_inherit=True), namespace)
    return {check.name: check for check in namespace["exercise"].checks}


def seed_python(seed: int) -> None:
    """Seed Python's and NumPy's random numbers, so that the same call gives the same result."""
    random.seed(seed)
    np.random.seed(seed)


def seed_tensorflow(seed: int) -> None:
    """Seed TensorFlow's, once in a worker: it drops all cached kernels, at the cost of 20 calls."""
    if tf := sys.modules.get("tensorflow"):
        tf.random.set_seed(seed)


def open_output() -> int:
    """A file without a name, to which everything is appended that a worker prints."""
    if hasattr(os, "memfd_create"):
        output = os.memfd_create("output")
    else:
        with tempfile.TemporaryFile() as file:
            output = os.dup(file.fileno())
    return output


def redirect(output: int) -> None:
    """Give standard input nothing to read, and send all that is written to the file `output`."""
    os.dup2(output, 1)
    os.dup2(output, 2)
    with open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)


class Capture:
    """What is printed, by Python or below it, during one call: kept up to `most` bytes."""

    def __init__(self, descriptor: int, most: int):
        self.descriptor, self.most = descriptor, most
        self._raw = _Capped(descriptor, most)
        buffer = io.BufferedWriter(self._raw, 4096)
        self._text = io.TextIOWrapper(buffer, "utf-8", "replace", line_buffering=True)
        sys.stdout = sys.stderr = self._text

    def take(self) -> str:
        """The output since the last call of this, without TensorFlow's own log lines."""
        try:
            self._text.flush()
        except ValueError:  # the student's code closed it
            pass
        size = os.fstat(self.descriptor).st_size
        if size == 0:
            return ""
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        data = os.read(self.descriptor, self.most)
        os.ftruncate(self.descriptor, 0)
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        self._raw.written = 0
        text = _LOG_LINE.sub("", data.decode("utf-8", "replace"))
        return text + "…\n" if size >= self.most else text


class _Capped(io.RawIOBase):
    """Writes up to a limit and drops the rest: printing a lot is not an error."""

    def __init__(self, descriptor: int, most: int):
        self.descriptor, self.most = descriptor, most
        self.written = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Write what still fits, and claim to have written all."""
        room = self.most - self.written
        if room > 0:
            try:
                os.write(self.descriptor, bytes(data[:room]))
            except OSError:  # a full disk, for example: a student's print must not fail for that
                pass
        self.written += len(data)
        return len(data)
