"""Ask the predicates of checks what they say of values, in a worker without a student's code."""

import hashlib
import inspect
from collections.abc import Sequence
from dataclasses import replace

from grader import wire
from grader.authoring import Check
from grader.course import Lesson
from grader.errors import PredicateError, SandboxError
from grader.judge.implementation import Implementation
from grader.report import Lost, Verdict
from grader.sandbox import Workers
from grader.text import Message
from grader.wire import Ask, Inputs, ProtocolError, Raised, Said, Value

BEYOND = 2
"""How many times its time a predicate may take until the host ends it: its worker does so first."""


class Examiner(Implementation):
    """Nobody's implementation: a clean worker, forked when it is first needed.

    No line of a student's runs in it, before or after, so it may be told what is secret. When a
    value is too much for it, that value is lost, and the next one has a new worker.

    >>> with Examiner(zygote, lesson) as examiner:
    ...     examiner.said(check, value, inputs)
    """

    def __init__(self, zygote: Workers, lesson: Lesson):
        limits = lesson.exercise.limits
        super().__init__(zygote, lesson.load_request([]), replace(limits, answers=2**62))
        self._known: dict[bytes, Said | Raised | Lost] = {}

    def said(self, check: Check, value: Value, inputs: Inputs) -> Said | Lost:
        """What the predicate says of a value; without a message when it holds.

        A Lost says that the value was too much for it. Raises PredicateError when it raises.
        """
        return self._answer(check, value, inputs)

    def margin(self, check: Check, value: Value, inputs: Inputs) -> float | Lost:
        """How far above the predicate's bar a value is."""
        answer = self._answer(check, value, inputs, margin=True)
        return answer if isinstance(answer, Lost) else answer.margin

    def _answer(
        self, check: Check, value: Value, inputs: Inputs, margin: bool = False
    ) -> Said | Lost:
        limits = self._limits
        taken = {name: inputs[name] for name in _taken(check) if name in inputs}
        ask = Ask(
            check.name, value, taken, limits.predicate_seconds, limits.predicate_memory, margin
        )
        answer = self._asked(ask)
        if not isinstance(answer, Raised):
            return answer
        if answer.note is not None:
            return Lost(Verdict.FAILED, answer.note)
        raise _error(check, answer)

    def _asked(self, ask: Ask) -> Said | Raised | Lost:
        """The answer; the same question is asked once."""
        try:
            frame = wire.frame(ask)
        except ProtocolError as error:  # as large as an answer may be, and the inputs come on top
            return Lost(Verdict.FAILED, Message("{error}", error=error))
        question = hashlib.blake2b(frame).digest()
        if question not in self._known:
            loaded = self.load()
            if isinstance(loaded, Lost):
                raise SandboxError(
                    "a worker for the predicates was lost: {reason}", reason=loaded.reason
                )
            assert self._worker is not None
            self._known[question] = self._worker.ask(frame, BEYOND * ask.seconds)
        return self._known[question]


def _taken(check: Check) -> Sequence[str]:
    """The names of the inputs that a check's predicate takes."""
    assert check.holds is not None
    parameters = inspect.signature(check.holds).parameters
    return [*dict.fromkeys([*check.secret, *list(parameters)[1:]])]


def _error(check: Check, raised: Raised) -> PredicateError:
    where = raised.lines[-1] if raised.lines else None
    return PredicateError(
        "{file}, line {line}: the predicate of {check} raised {type}: {text}",
        file=where.file if where else "checks.py",
        line=where.number if where else 0,
        check=check.name,
        type=raised.type,
        text=raised.message,
    )
