"""An implementation: sources that a worker runs. A student's, the reference, or a mistake."""

from collections.abc import Iterator, Sequence
from typing import Self

from grader.authoring import Check, Limits
from grader.report import Lost, Verdict
from grader.sandbox import Spent, Worker, Workers
from grader.text import Message
from grader.wire import Load, Loaded, Outcome, Value


class Implementation:
    """Answers calls of checks. When a worker is lost, so is its call; the next has a new worker.

    >>> with Implementation(zygote, load, limits) as student:
    ...     for outcome in student.outcomes(check, cases):
    """

    def __init__(self, zygote: Workers, load: Load, limits: Limits):
        self._zygote, self._load, self._limits = zygote, load, limits
        self._worker: Worker | None = None
        self._loaded: Loaded | Lost | None = None
        self._before = Spent()
        """What workers that are lost have spent."""
        self._allowance = limits.answers

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.close()

    def again(self, load: Load) -> "Implementation":
        """Another one of the same submission, in the place of this: what was spent counts on."""
        self.close()
        other = Implementation(self._zygote, load, self._limits)
        other._before, other._allowance = self._spent(), self._limits.answers - self.taken
        return other

    @property
    def taken(self) -> int:
        """How much of the judge's memory its answers have taken so far, kept or not."""
        left = self._allowance if self._worker is None else self._worker.allowance
        return self._limits.answers - left

    def load(self) -> Loaded | Lost:
        """Load the sources, once in each worker. A Lost is final: it would happen again."""
        if isinstance(self._loaded, Lost):
            return self._loaded
        if self._worker is None or not self._worker.alive:
            if self._worker is not None:
                self._allowance = self._worker.allowance
                self._before += self._worker.clock.spent
            self._worker = self._zygote.fork(self._limits, self._allowance)
            self._loaded = self._worker.load(self._load, self._limits.load_seconds)
        assert self._loaded is not None
        return self._loaded

    def outcomes(self, check: Check, cases: Sequence[dict[str, Value]]) -> Iterator[Outcome | Lost]:
        """The outcomes of a check on cases, in order. They end with a Lost, if there is one.

        The check's secret inputs are not sent.
        """
        if self._spent().used_up(self._limits.submission_seconds):
            yield Lost(
                Verdict.TIMEOUT,
                Message(
                    "all {seconds} s were used up before",
                    seconds=f"{self._limits.submission_seconds:g}",
                ),
            )
            return
        if self._worker is not None and self._worker.allowance <= 0:
            yield Lost(Verdict.CRASHED, Message("earlier answers were too large in all"))
            return
        loaded = self.load()
        if isinstance(loaded, Lost):
            yield loaded
            return
        assert self._worker is not None
        sent = [without_secrets(check, case) for case in cases]
        yield from self._worker.calls(check.name, sent, self._limits.call_seconds, self._before)

    def _spent(self) -> Spent:
        """What was spent so far, by all workers."""
        if self._worker is None:
            return self._before
        if self._worker.alive:
            self._worker.clock.begin()
            self._worker.clock.read()
        return self._before + self._worker.clock.spent

    def outcome(self, check: Check, case: dict[str, Value]) -> Outcome | Lost:
        """The outcome of a check on one case."""
        (outcome,) = self.outcomes(check, [case])
        return outcome


def without_secrets(check: Check, case: dict[str, Value]) -> dict[str, Value]:
    """The inputs of a case that a worker may know."""
    return {name: value for name, value in case.items() if name not in check.secret}
