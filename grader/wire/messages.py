"""The messages between judge and worker: requests, replies, and how a call ended."""

from typing import Annotated

import msgspec

from grader.text import Message, template
from grader.wire.values import Name, Packet, Text, Value

# --- outcomes ------------------------------------------------------------------------------


class Line(Packet):
    """A line of the student's code in a traceback."""

    file: Name
    number: int
    function: Name
    text: Name


class Returned(Packet):
    """The call came back with a value."""

    value: Value
    output: Text = ""


class Raised(Packet):
    """The call raised. `lines` are the student's own lines of the traceback, innermost last.

    `note` says what the worker knows beyond the message: why a name is missing, for example.
    `by_lent` tells that what stands in for a function of the student's has raised it. `asked` names
    those of the exceptions that the check asks for which it is.
    """

    type: Name
    message: Text
    lines: Annotated[list[Line], msgspec.Meta(max_length=100)] = msgspec.field(default_factory=list)
    note: Message | None = None
    output: Text = ""
    by_lent: bool = False
    asked: Annotated[list[Name], msgspec.Meta(max_length=100)] = msgspec.field(default_factory=list)


NO_THREAD = Message("its memory has no room for a thread, or this machine has no more")
"""The note of a call that got no thread. That may be the fault of what runs beside it."""

CAN_NOT_LEND = template("no right function could be made of the reference: {type}: {text}")
"""Why a worker refuses what is to stand in."""

DATA_FOLDER = "__data__"
"""The name, in an author's module, of the folder with the exercise's data files."""

Outcome = Returned | Raised


# --- requests and replies ------------------------------------------------------------------


class Unit(Packet):
    """A piece of source that is executed as one: a file, or a notebook's cell.

    A cell may have magics, shell lines and `await` at its top level. One of `prose` is not
    executed: it is there to say so, where somebody has written code into a cell of text.
    """

    label: str
    source: str
    cell: bool = False
    prose: bool = False


class Load(Packet):
    """Load the submission: execute what the functions `roots` need.

    `given` are the exercise's modules, which are executed whole when they are imported. `siblings`
    are the student's modules, of which only what is needed is executed, as of the submission. Both
    are by module name. `seed` is the seed of all random numbers. `stand_ins` are right functions,
    by their graded names, as packed trees: they take the place of the student's own. `data` are
    files for the working directory, by name. `digests` and `spans` ask for what is executed for
    each root, and where it stands.
    """

    module: str
    units: list[Unit]
    roots: list[str]
    checks: str
    given: dict[str, str] = msgspec.field(default_factory=dict)
    siblings: dict[str, str] = msgspec.field(default_factory=dict)
    seed: int = 0
    stand_ins: dict[str, bytes] = msgspec.field(default_factory=dict)
    data: dict[str, bytes] = msgspec.field(default_factory=dict)
    digests: bool = False
    spans: bool = False


class Span(Packet):
    """Lines of a file or a cell that was handed in, the last one included."""

    file: Name
    first: int
    last: int


class Found(Packet):
    """The object that the submission binds to a graded name; `signature` may be empty.

    Of a class it is how an object is made; `methods` are those of its methods, without `self`.
    `calls` are the other graded names that it uses, itself or through what else the file defines.
    `traits` are what its source uses, as worker/source/traits.py names it, each with a line.
    `is_blank` is true of a function in whose body nothing is written yet. `digest` is of what is
    executed for it and of where that stands, as worker/source/digest.py makes it, or empty.
    `place` is the statement that binds the name, `spans` the lines that are executed for it, where
    they were asked for.
    """

    type: Name
    callable: bool
    signature: Name = ""
    calls: Annotated[list[Name], msgspec.Meta(max_length=1000)] = msgspec.field(
        default_factory=list
    )
    traits: Annotated[dict[Name, Line], msgspec.Meta(max_length=50)] = msgspec.field(
        default_factory=dict
    )
    methods: Annotated[dict[Name, Name], msgspec.Meta(max_length=50)] = msgspec.field(
        default_factory=dict
    )
    is_blank: bool = False
    digest: Name = ""
    place: Line | None = None
    spans: Annotated[list[Span], msgspec.Meta(max_length=200)] = msgspec.field(default_factory=list)


class SourceProblem(Packet):
    """A problem of the file as a whole: where, what, and the line of the source."""

    where: Name
    line: int
    message: Message
    text: Name = ""


class Missing(Packet):
    """Why a graded name has no value, or one that is no function.

    `failed`: it was written, but raised, can't be read, or stands where it is not executed.
    """

    reason: Message
    failed: bool


class Prepared(Packet):
    """The first reply to Load: the worker is locked down and has loaded checks.py, and has parsed
    no line of the student's. A failure before it is ours, and a failure after it the student's.
    """


class Loaded(Packet):
    """The second reply to Load. `found` and `missing` have graded names; a name that does not occur
    in the source is in neither. `readable` is false when no unit could be parsed.
    """

    found: dict[Name, Found]
    problems: Annotated[list[SourceProblem], msgspec.Meta(max_length=100)]
    readable: bool = True
    missing: dict[Name, Missing] = msgspec.field(default_factory=dict)


class Call(Packet):
    """Run one check on one set of inputs (by parameter name)."""

    number: int
    check: str
    inputs: dict[str, Value]


class Reply(Packet):
    """The one answer to the Call of the same number."""

    number: int
    outcome: Outcome


class Ask(Packet):
    """Ask a check's predicate about a value; or, with `margin`, how far above its bar the value is.

    `inputs` are those of the check's inputs that the predicate takes. It may use so many seconds of
    the processor's time and so many bytes of memory. Only a worker in which no line of a student's
    runs is asked: it answers with a Said, or with a Raised where the predicate raises.
    """

    check: str
    value: Value
    inputs: dict[str, Value]
    seconds: float
    memory: int
    margin: bool = False


class Said(Packet):
    """What a predicate says: what does not hold, and the margin where that was asked.

    `hints` are the paragraphs of the hint that it gives with its messages. In an answer key it is
    what was said of a known mistake: beside it stands the `value`, where that is kept, and whether
    the messages are `own`: not what a right value that is changed by hand is told as well.
    """

    messages: Annotated[list[Message], msgspec.Meta(max_length=100)]
    margin: float = 0.0
    hints: Annotated[list[Text], msgspec.Meta(max_length=100)] = msgspec.field(default_factory=list)
    value: Value | None = None
    own: bool = True


class Refused(Packet):
    """Zygote or worker to host: why it did not go on. This is never the student's fault."""

    reason: Message
