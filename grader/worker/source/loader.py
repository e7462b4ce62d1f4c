"""Execute a submission: the statements of its units that are needed, in a module of its own."""

import inspect
import linecache
import re
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

import msgspec

from grader.text import Message
from grader.wire import Load, Missing, SourceProblem, Unit
from grader.worker.source import jupyter, magics, names, reach, slicing
from grader.worker.source.blame import Blame
from grader.worker.source.modules import Modules, give_source, show_source
from grader.worker.source.omitted import BOUND, Omitted, in_cells, statements


class StudentModule:
    """A loaded submission: its module, and why names are missing from it.

    A NameError in a call is explained by what `missing` says about the name. `stand_ins` take the
    place of the graded functions that have their names. `calls` are the graded names that each
    graded name uses.
    """

    def __init__(self, load: Load, modules: Modules, stand_ins: Mapping[str, Any] | None = None):
        self.prose = [unit for unit in load.units if unit.prose]
        load = msgspec.structs.replace(load, units=[u for u in load.units if not u.prose])
        self.load = load
        self.stand_ins = stand_ins or {}
        modules.execute_own = self.load_sibling
        self.module = ModuleType(load.module)
        self.missing: dict[str, Missing] = {}
        self.later: dict[str, tuple[ModuleType, slicing.Statement]] = {}
        self.statements: list[slicing.Statement] = []
        self.problems: list[SourceProblem] = []
        self.readable = True
        self.labels = {unit.label for unit in load.units}
        units = [magics.as_python(unit) for unit in load.units]
        self.taken: list[slicing.Slice] = []
        self.blame = Blame(self._omitted, units, self.prose)
        show_source(units)
        give_source(self.module, units)
        self.always = jupyter.names() if modules.notebook else {}
        vars(self.module).update(self.always)
        sys.modules[load.module] = self.module
        sys.argv = [f"{load.module}.ipynb" if modules.notebook else self.module.__file__ or ""]
        sys.orig_argv = [sys.executable, *sys.argv]
        self.source = slicing.Source(units, load.roots, load.siblings)
        taken = self.source.slice(load.roots)
        self.readable = taken.readable
        self._lend(self.module)
        self._execute(self.module, units, taken)
        self.calls = reach.reached((s.tree for s in taken.statements), load.roots)

    def _execute(self, module: ModuleType, units: list[Unit], taken: slicing.Slice) -> None:
        self.problems += taken.problems
        self.taken.append(taken)
        for name, place in taken.guarded.items():
            reason = Message(
                "{name} gets its value under `if __name__ == ...` ({place}), "
                "which is not executed when the file is imported",
                name=name,
                place=place,
            )
            self.missing[name] = Missing(reason, failed=True)
        for name, (place, function) in taken.asked.items():
            reason = Message(
                "{name} gets its value in {place} by a call of {function}, and a function that is "
                "graded is not called when the file is imported",
                name=name,
                place=place,
                function=function,
            )
            self.missing[name] = Missing(reason, failed=True)
        unread = {problem.where: problem.message for problem in taken.problems}
        for unit in units:
            if unit.label in unread:
                reason = Message(
                    "{unit} can't be read: {problem}",
                    unit=unit.label,
                    problem=unread[unit.label],
                )
                self._has_no_value(BOUND.findall(unit.source), reason)
        self.later |= {name: (module, statement) for name, statement in taken.later.items()}
        self.statements += taken.statements
        for statement in taken.statements:
            self._run(module, statement)
            self._lend(module)
        for name in taken.rebound & vars(module).keys():
            del module.__dict__[name]
            place, function = taken.asked[name]
            reason = Message(
                "{name} is no function: {place} gives the name to what {function} returns",
                name=name,
                place=place,
                function=function,
            )
            self.missing[name] = Missing(reason, failed=True)
        self._lend(module)

    def _lend(self, module: ModuleType) -> None:
        """Bind the stand-ins, again after each statement: a later one may keep what it finds."""
        if module is self.module:
            vars(module).update(self.stand_ins)

    def supply(self, error: NameError) -> bool:
        """Whether the name that a call missed has a value now, from a statement left out before."""
        found = self.later.pop(missed(error), None)
        return found is not None and self._run(*found, late=True)

    def _run(self, module: ModuleType, statement: slicing.Statement, *, late: bool = False) -> bool:
        """Execute a statement; whether it did not fail. A late one may need another late one."""
        try:
            code = statement.code()
            if code.co_flags & inspect.CO_COROUTINE:
                raise RuntimeError(_NO_AWAIT)
            exec(code, module.__dict__)  # the student's code: this process exists for it
        except BaseException as error:  # whatever it raises, also by sys.exit, is the student's
            if late and isinstance(error, NameError) and self.supply(error):
                return self._run(module, statement, late=True)
            described = self._placed(error)
            text = linecache.getline(statement.unit, statement.tree.lineno).strip()[:200]
            self.problems.append(
                SourceProblem(statement.unit, statement.tree.lineno, described, text)
            )
            reason = Message(
                "{unit}, line {line} failed: {error}",
                unit=statement.unit,
                line=statement.tree.lineno,
                error=described,
            )
            if why := self.why(error, str(described)):
                reason = Message("{reason}. {why}", reason=reason, why=why)
            self._has_no_value(statement.binds, reason)
            return False
        return True

    def _placed(self, error: BaseException) -> Message:
        """What was raised, and where in a given module, if it was there: its lines are no one's."""
        described = describe(error)
        given = {f"{name}.py" for name in self.load.given}
        frames = traceback.extract_tb(error.__traceback__)
        within = [frame for frame in frames if frame.filename in given]
        if not within:
            return described
        return Message(
            "{error} (in {file}, line {line})",
            error=described,
            file=within[-1].filename,
            line=within[-1].lineno,
        )

    def why(self, error: BaseException, text: str) -> Message | None:
        """What is known of the cause of an exception, whose message is `text`."""
        if isinstance(error, NameError):
            name = missed(error)
            return self._lacks(name) or self._starred(name)
        if isinstance(error, AttributeError) and isinstance(error.obj, ModuleType):
            if error.name and error.obj.__name__ in self.load.siblings:
                return self._lacks(error.name)
            return self.blame.error(error, text, self.labels)
        if isinstance(error, ImportError) and (found := _CANNOT_IMPORT.search(text)):
            return self._lacks(found[1])
        return self.blame.error(error, text, self.labels)

    def _lacks(self, name: str) -> Message | None:
        known = self.missing.get(name)
        return known.reason if known else self.blame.name(name)

    def _starred(self, name: str) -> Message | None:
        """That an import of everything failed, which may have had the name."""
        failed = self.missing.get(names.STAR)
        if failed is None:
            return None
        reason = failed.reason.facts.get("reason", "")
        return Message("is {name} from an import that failed? {reason}", name=name, reason=reason)

    def lost(self, name: str) -> Missing | None:
        """Why a graded name has no value; None where it does not occur."""
        if name in self.missing:
            return self.missing[name]
        why = self.blame.graded(name, self.load.roots)
        return Missing(why, failed=True) if why else None

    def bound(self, name: str) -> Missing | None:
        """Which line gave a name its value: a graded one that is no function, for example."""
        for statement in reversed(self.taken[0].statements if self.taken else []):
            if name in statement.binds:
                reason = Message(
                    "{unit}, line {line} gives the name that value: `{text}`",
                    unit=statement.unit,
                    line=statement.tree.lineno,
                    text=linecache.getline(statement.unit, statement.tree.lineno).strip()[:100],
                )
                return Missing(reason, failed=True)
        return None

    def _omitted(self) -> Iterator[Omitted]:
        for number, taken in enumerate(self.taken):  # the first is the submission itself
            yield from statements(taken, alone=number == 0)
        yield from in_cells(self.load.units)

    def _has_no_value(self, names: Iterable[str], reason: Message) -> None:
        for name in names:
            message = Message("{name} has no value because {reason}", name=name, reason=reason)
            self.missing[name] = Missing(message, failed=True)

    def load_sibling(self, module: ModuleType, unit: Unit) -> None:
        """Execute what other files can use of one of the student's own modules."""
        self.labels.add(unit.label)
        show_source([unit])
        give_source(module, [unit])
        vars(module).update(self.always)
        top = module.__name__.partition(".")[0]
        others = [u.source for u in self.load.units]
        others += [
            text
            for name, text in self.load.siblings.items()
            if text != unit.source
            and (name.startswith(f"{top}.") or re.search(rf"\b{top}\b", text))
        ]
        roots = set(re.findall(r"\w+", "\n".join(others))) | {"__all__", "__getattr__"}
        graded, beside = self.load.roots, self.load.siblings
        packaged = "/" in unit.label
        taken = slicing.take([unit], roots | {*graded}, graded, beside, packaged=packaged)
        self._execute(module, [unit], taken)
        if not taken.readable:
            compile(unit.source, unit.label, "exec", dont_inherit=True)  # raises what import raises
        if isinstance(listed := vars(module).get("__all__"), list | tuple):
            # The others use nothing else of it, so they do not miss what was not executed.
            vars(module)["__all__"] = [name for name in listed if name in vars(module)]


_CANNOT_IMPORT = re.compile(r"cannot import name '(\w+)'")
_NO_AWAIT = "`await` outside of a function is not run when a notebook is graded"


def describe(error: BaseException) -> Message:
    """`Type: message` of an exception, in one bounded line, whatever its __str__ does."""
    return Message(
        "{type}: {text}",
        type=type(error).__name__[:100],
        text=message_of(error).partition("\n")[0][:300],
    )


def missed(error: NameError) -> str:
    """The name that had no value. AutoGraph raises the error anew, with the name in words only."""
    if error.name is not None:
        return str(error.name)
    found = re.search(r"name '(\w+)' is not defined", message_of(error))
    return found[1] if found else ""


def message_of(error: BaseException) -> str:
    """The message of an exception, bounded, without what TensorFlow and Keras add around it."""
    try:
        text = str(error)
    except BaseException:  # raised by a __str__ of the student's
        return "(its message could not be read)"
    text = re.sub(r"\{\{[^{}]*\}\} ?|\x1b\[[0-9;]*m", "", text[:20_000])
    if _KERAS.match(text):
        # What was raised stands between the layer that it passed through and its arguments.
        text = text.split("\n\n")[1]
    if text.startswith(IN_A_GRAPH):
        text = _OUTER_FRAME.sub("", text)
    text = _NODE_DEF.sub(" ", text)
    text = re.sub(r" ?(\[Op:\w+\])? name: *$", r" \1", text).strip()
    return text.encode("utf-8", "replace").decode("utf-8")[:2000]


IN_A_GRAPH = "Graph execution error:"
"""How a message begins that has a traceback in it, and what is wrong below that."""

_OUTER_FRAME = re.compile(r'  File "(?:[/<]|\w:)[^"]*", line \d+, in \S+\n+')
"""A line of that traceback that is no line of the student's, whose files have bare names."""

_NODE_DEF = re.compile(r"\s*; NodeDef:.*?(?=\[Op:|$)", re.DOTALL)

_KERAS = re.compile(r"Exception encountered when calling .*\n\n", re.DOTALL)
