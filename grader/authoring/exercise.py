"""What a checks.py imports: an exercise and its checks. It loads nothing slow and holds no secret.

A check is a function over an implementation, run in the worker for the student and, when the
key is built, for the reference. It passes when both end alike:

    exercise = Exercise("ex1", title="Logistic regression", module="logistic")

    @exercise.check(points=1, needs="softmax_shape")
    def softmax_values(student, logits):
        \"\"\"softmax turns each row of logits into probabilities\"\"\"
        return student.softmax(logits)
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from pathlib import Path
from types import CodeType
from typing import Any

from grader.authoring.options import fault_of_check, fault_of_exercise
from grader.errors import AuthorError
from grader.text import Hint, Message
from grader.wire import DATA_FOLDER
from grader.worker.student import NEVER_ASKED

MIB, GIB = 1 << 20, 1 << 30


class Asks(Enum):
    """What of the outcome must be like the reference's.

    VALUES: a number or array of the same shape, equal within the tolerance; any dtype.
    SHAPE: a number or array of the same shape. DTYPE: of the same dtype.
    """

    VALUES = "values"
    SHAPE = "shape"
    DTYPE = "dtype"


@dataclass(frozen=True)
class Limits:
    """What a submission may use. Times are seconds of processor time, sizes are bytes.

    The time is the sum over all threads. A submission that hardly computes may take three times as
    many seconds by the clock; outside of Linux all are seconds by the clock. `cpu_seconds` is for
    one process. `processes` counts threads: a submission can start no other program. The scratch
    has a quota in the sealed tier, and is looked at in confined. `answers` bounds all that a
    submission returns, as it lies in the host's memory. `predicate_seconds` and `predicate_memory`
    are for one question to a predicate.
    """

    call_seconds: float = 10.0
    load_seconds: float = 30.0
    submission_seconds: float = 120.0
    cpu_seconds: int = 1200
    memory: int = 6 * GIB
    answers: int = GIB // 4
    processes: int = 512
    open_files: int = 256
    file_bytes: int = 256 * MIB
    scratch_bytes: int = 512 * MIB
    scratch_files: int = 10_000
    output_bytes: int = 10_000
    predicate_seconds: float = 10.0
    predicate_memory: int = GIB


@dataclass(frozen=True)
class Tolerance:
    """How far a value may be from the expected one: |x - e| <= absolute(e) + relative * |e|.

    `absolute` is a number, or a function of the expected array where the bound depends on how
    well-conditioned the quantity is.
    """

    relative: float = 1e-5
    absolute: float | Callable[[Any], Any] = 1e-6


Predicate = Callable[..., str | Message | Sequence[Message | Hint]]
"""What must hold of a returned value: `holds(returned, **inputs)`.

It is evaluated in a worker in which no line of a student's runs, within the exercise's limits. Of
the check's inputs it gets the secret ones, and those that it has a parameter for. It is given plain
Python and NumPy, and returns "" or an empty list when the value holds. Otherwise it returns
messages. The first says what is wrong, and has the same template and facts for the same mistake;
further ones say what was measured. In a text, each line is a message. A Hint behind them is read by
whoever is told them. A known mistake is recognised by what is said, where that has facts of the
value, and no further message has a number: a measurement has many causes. A predicate with an
attribute `margin`, a function of the same arguments, has a bar: `margin` says how far above the
bar a value is, and `grader verify` measures that for all right files, from several random seeds.
Each must be 0.05 above it; where a bar leaves less room, an attribute `clearance` says how much.
"""


RETURN_MISSING = Message("is a `return` missing?")


@dataclass(frozen=True)
class Check:
    """One thing asked of one function."""

    name: str
    title: str
    function: str
    """The student's function that is graded, by name."""
    body: Callable[..., Any]
    """What runs in the worker: `body(student, **inputs)`."""
    points: float
    needs: tuple[str, ...] = ()
    """The checks that must pass before this one is run, by name."""
    asks: Asks = Asks.VALUES
    tolerance: Tolerance = field(default_factory=Tolerance)
    none: str | Message = RETURN_MISSING
    """What a student is told when None comes back."""
    examples: int = 100
    """How many inputs the key draws, beside those that expose known mistakes."""
    holds: Predicate | None = None
    """Decides alone, where there is no single right answer."""
    raises: tuple[type[Exception], ...] = ()
    """Passes where the student's call raises one of these, and nowhere else."""
    secret: tuple[str, ...] = ()
    """Inputs that the judge keeps to itself and gives to `holds`, by name."""
    hints: tuple[str, ...] = ()
    """What `grader hint` says where no known mistake was recognised; each says more than the one
    before."""
    try_it: str = ""
    """Code that a student can paste, where the check's own code would not help."""


_OPTIONS = {"of", *(each.name for each in (*fields(Tolerance), *fields(Check)))}
_OPTIONS -= {"name", "title", "function", "body", "tolerance"}


def send(model: Any, images: Any, *, weights: bool = False) -> dict[str, Any]:
    """A Keras model as data, for a check to return where a predicate is to look at it.

    It is called on a batch of images; on a list of batches, where it takes several inputs. With
    `weights` it is sent with all their values, so that it can be asked what it has learned;
    without, it can only be described.
    """
    from grader.worker.keras.models import send as sent

    return sent(model, images, weights=weights)


def describe(sent: dict[str, Any], images: Any) -> dict[str, Any]:
    """What a Keras model that was sent is and does, as grader.worker.keras.described lists it.

    Images are a batch, or a list of batches, as it was sent with. For each output there is a dict
    in `outputs`; of a model that gives one, its items stand at the top as well.
    It is for predicates: there, no line of a student's runs that could answer in its place.
    """
    from grader.worker.keras.described import describe as described

    return described(sent, images)


def predict(sent: dict[str, Any], images: Any) -> Any:
    """What a Keras model that was sent with its weights gives for any number of images.

    It is a list where the model gives several outputs, and None where no network was sent. It is
    for predicates, like `describe`.
    """
    from grader.worker.keras.network import predict as predicted

    return predicted(sent, images)


def data_path(name: str) -> Path:
    """The path of a data file of the exercise, for its checks.py, inputs.py and given modules.

    In a worker it lies in the working directory. On the host, where inputs.py is executed, whoever
    executes the module says where it lies; elsewhere, as in code that a student has pasted, it is
    looked for in the working directory.
    """
    folder = sys._getframe(1).f_globals.get(DATA_FOLDER, "")
    return Path(folder) / name


class Exercise:
    """A named list of checks.

    `module` is the file that a student writes, without `.py`; `framework` is what its worker
    imports beforehand (`tensorflow` or `numpy`); `tensorflow-onednn` trains convolutions in a third
    of the time, and in it a wrong shape may end the process, where else it would raise an error.
    `given` are modules of the exercise's folder that the student's file may import, and `data`
    files of it that code may open. `after` names the exercises that come before it on the course's
    path.
    """

    def __init__(
        self,
        name: str,
        *,
        title: str,
        module: str,
        framework: str = "tensorflow",
        given: tuple[str, ...] = (),
        after: tuple[str, ...] = (),
        data: tuple[str, ...] = (),
        limits: Limits | None = None,
    ):
        self.name, self.title, self.module = name, title, module
        written = {"name": name, "title": title, "module": module, "framework": framework}
        if fault := fault_of_exercise({**written, "given": given, "after": after, "data": data}):
            raise AuthorError("checks.py: {fault}", fault=fault)
        self.framework, self.given, self.after, self.data = framework, given, after, data
        self.limits = limits or Limits()
        self.checks: list[Check] = []

    def check(self, **options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Add the decorated function as a check. Its docstring is the title that a student reads.

        `points` is required. By default a check grades the function that it uses and whose name
        begins its own (`softmax_values`, which uses `student.softmax`, grades softmax); `of` names
        another. `relative` and `absolute` set the tolerance; the other options are those of Check.
        Of `needs` and `raises`, one may stand alone: `needs="f_shape"`, `raises=ValueError`.
        """

        def add(function: Callable[..., Any]) -> Callable[..., Any]:
            self.checks.append(self._made(function, dict(options)))
            return function

        return add

    def _made(self, function: Callable[..., Any], options: dict[str, Any]) -> Check:
        name = function.__name__
        if fault := fault_of_check(options, _OPTIONS, Asks):
            raise AuthorError("checks.py: {name}: {fault}", name=name, fault=fault)
        tolerance = {k: options.pop(k) for k in ("relative", "absolute") if k in options}
        graded = options.pop("of", None) or _graded(function)
        title = " ".join((function.__doc__ or "").split())
        points = options.get("points")
        options["needs"] = _several(options.get("needs"))
        options["raises"] = _several(options.get("raises"))
        options["hints"] = _several(options.get("hints"))
        if not title:
            raise AuthorError(
                "checks.py: {name} has no docstring; it is the title a student reads", name=name
            )
        if not graded:
            raise AuthorError(
                "checks.py: the name of {name} does not begin with the name of a function that it "
                "uses; add of=",
                name=name,
            )
        if not isinstance(points, int | float) or points <= 0:
            raise AuthorError(
                "checks.py: {name}: points must be a number above 0, not {points}",
                name=name,
                points=repr(points),
            )
        if any(check.name == name for check in self.checks):
            raise AuthorError("checks.py: {name} is defined twice", name=name)
        for needed in options["needs"]:
            if not any(check.name == needed for check in self.checks):
                raise AuthorError(
                    "checks.py: {name} needs {needs}, which is not the name of a check above it",
                    name=name,
                    needs=repr(needed),
                )
        _must_be_exceptions(name, options)
        return Check(name, title, graded, function, tolerance=Tolerance(**tolerance), **options)

    @property
    def functions(self) -> list[str]:
        """The functions that are graded, in the order of their first check."""
        return list(dict.fromkeys(check.function for check in self.checks))


def _several(option: Any) -> tuple[Any, ...]:
    """An option that may be one thing or several."""
    if option is None:
        return ()
    return tuple(dict.fromkeys(option)) if isinstance(option, tuple | list) else (option,)


def _must_be_exceptions(name: str, options: dict[str, Any]) -> None:
    """Raise AuthorError for a `raises` that no check can ask for."""
    asked = options["raises"]
    for kind in asked:
        if not isinstance(kind, type) or not issubclass(kind, Exception):
            raise AuthorError(
                "checks.py: {name}: raises must be a class of exceptions of Python or NumPy, such "
                "as ValueError, or several in a tuple, not {given}",
                name=name,
                given=repr(kind),
            )
        if kind is Exception or issubclass(kind, NEVER_ASKED):
            raise AuthorError(
                "checks.py: {name}: raises={kind} can't be asked: a slip, a limit or an empty stub "
                "raises it too; ask for one like ValueError",
                name=name,
                kind=kind.__name__,
            )
    for other in ("holds", "asks"):
        if asked and options.get(other) is not None:
            raise AuthorError(
                "checks.py: {name}: {other} is about what is returned, and raises asks that "
                "nothing is; leave one of them out",
                name=name,
                other=other,
            )


def _graded(function: Callable[..., Any]) -> str:
    """The function that a check uses and whose name begins its own: sgd for `sgd_in_place`."""
    used = _names(function.__code__)
    return max((n for n in used if function.__name__.startswith(f"{n}_")), key=len, default="")


def _names(code: CodeType) -> Iterator[str]:
    """The names that code uses, also in a comprehension or a function inside of it."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
