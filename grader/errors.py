"""What can go wrong that is not the student's mistake. Each error carries its exit code.

GraderError               2
├── UsageError            2   the command asks for what is not there
├── SubmissionError       2   there is nothing to grade
├── RecordError           2   a folder holds no record, or not of this class or version
│   └── RecordFault       3   the record is damaged or locked, or the disk is full
├── AuthorError           2   an exercise contradicts itself: names file and field
│   └── PredicateError    2   a predicate raises: what it was asked about is ungraded
├── KeyFileError          3   the answer key is missing or damaged
│   └── StaleKeyError     2   the answer key is not of these checks
└── SandboxError          3   no worker could be had
    ├── IsolationError    3   the tier that was asked for can't be had here
    └── ZygoteDied        3   what forks workers is gone; the submission can be graded again
"""

from grader.text import Message


class GraderError(Exception):
    """An error with a clear line for the user: what happened, on what, and what to try.

    It is made of a template and facts, as a Message is, or of several messages, a line for each.
    """

    exit_code = 2

    def __init__(self, first: str | Message, /, *others: Message, **facts: object):
        message = Message(first, **facts) if isinstance(first, str) else first
        self.messages = (message, *others)
        super().__init__("\n".join(map(str, self.messages)))


class UsageError(GraderError):
    """The command names something that does not exist."""


class SubmissionError(GraderError):
    """The submission is not a file that can be read."""


class RecordError(GraderError):
    """The record of a class, or a student's, is missing, damaged, newer, or of another class."""


class RecordFault(RecordError):
    """A record or another file of a class can't be read or written: the machine's fault."""

    exit_code = 3
    is_damage = False
    """Whether the record has to be made again."""


class AuthorError(GraderError):
    """An exercise's own files contradict each other."""

    line = 0
    """The line of checks.py that it is about; 0 where that is not known."""


class PredicateError(AuthorError):
    """A predicate raised an exception, or returned what none may return."""


class KeyFileError(GraderError):
    """The answer key can't be used, so nothing can be graded."""

    exit_code = 3


class StaleKeyError(KeyFileError):
    """The answer key was built for another exercise, or for this one as it was before."""

    exit_code = 2


class SandboxError(GraderError):
    """The grader's side of the boundary failed: the submission is ungraded."""

    exit_code = 3


class IsolationError(SandboxError):
    """The tier of isolation that was asked for can't be had on this machine."""


class ZygoteDied(SandboxError):
    """The zygote is gone, and its workers with it. A new one may work."""
