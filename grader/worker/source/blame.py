"""What was not executed, as the cause of an exception: named only where it has what was missed."""

import ast
import dis
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from types import FunctionType, ModuleType

from grader.text import Message
from grader.wire import Unit
from grader.worker.source import elsewhere
from grader.worker.source.omitted import WRITERS, Omitted

_FETCHES = {"%load", "%run", "%store"}
"""Magics that may bind any name."""

_PYLAB = {"np", "numpy", "plt", "pyplot", "pylab", "mlab", "matplotlib"}
_RANDOM = {"rand", "randint", "randn", "uniform", "normal", "seed", "shuffle", "permutation"}
_PLOTS = {"axis", "figure", "hist", "imshow", "legend", "plot", "scatter", "show", "subplot"}

_CONFIGURES = {
    "run_functions_eagerly": r"[Ss]ymbolic|tf\.Graph|in graph mode|'numpy'",
    "enable_numpy_behavior": r"expected to be an? [\w ]+ but is an? |enable_numpy_behavior",
    "experimental_enable_numpy_behavior": r"expected to be an? [\w ]+ but is|enable_numpy_behavior",
    "set_floatx": r"float16|float64|bfloat16|double|half",
    "setrecursionlimit": r"recursion depth",
    "disable_eager_execution": r"eager",
    "disable_v2_behavior": r"eager",
}
"""Calls that set what others do, and the words of exceptions that they would have prevented."""

_SETS = re.compile(
    "(allow|disable|enable|experimental|init|install|register|set|use)_?[a-z]+|DEFINE_"
)
"""Names of functions that set what others do; an exception may name the one that was not called."""

_DEFINES = re.compile(
    "(?:^|_)(?:add|config|create|declare|define|init|install|load|param|put|register|set|update)",
    re.IGNORECASE,
)
_FILE = re.compile(r"[\w./\\-]+\.\w{1,5}\b")
_NO_FILE = re.compile("No such file|[Ff]ile not found")
_NOTHING = "(?!)"
_SAYS = {"display", "print", "pprint"}
_MISSING_KEY = (AttributeError, LookupError, TypeError)


class Blame:
    """Explains exceptions of one submission by what was not executed of it.

    `omitted` and `units` are asked for when there is an exception: the statements and magics that
    were left out, and the sources as Python.
    """

    def __init__(
        self,
        omitted: Callable[[], Iterable[Omitted]],
        units: list[Unit],
        prose: list[Unit],
    ):
        self._find, self._units, self._prose = omitted, units, prose
        self._found: list[Omitted] | None = None

    @property
    def omitted(self) -> list[Omitted]:
        """All that was left out, in its order."""
        if self._found is None:
            self._found = list(self._find())
        return self._found

    def name(self, name: str) -> Message | None:
        """Why a name has no value."""
        for each in self.omitted:
            if name in each.binds and each.tree is None:
                return Message(
                    "{said}, and {name} stands there; take the magic out of that cell",
                    said=each.said,
                    name=name,
                )
            if name in each.binds:
                return each.said
        if found := elsewhere.seen(name, self._units, self._prose):
            return found
        for each in self.omitted:
            if each.magic == "%pylab" and _of_pylab(name):
                return Message("{said}; import what it would have imported", said=each.said)
        for each in self.omitted:
            if each.magic in _FETCHES:
                return Message("{said}; is {name} from there?", said=each.said, name=name)
        return None

    def graded(self, name: str, others: Iterable[str]) -> Message | None:
        """Why a graded function is not there, although somebody has written it."""
        why = self.name(name) or elsewhere.spelled(name, self._units, others)
        return Message("{name} is not defined: {why}", name=name, why=why) if why else None

    def error(self, error: BaseException, text: str, labels: Iterable[str]) -> Message | None:
        """What was left out, if that is why a call or a statement raised; `text` is its message.

        `labels` are those of the student's own sources.
        """
        for each in self._suspects(error, text, set(labels)):
            return each.said
        return None

    def _suspects(self, error: BaseException, text: str, labels: set[str]) -> Iterator[Omitted]:
        """The most certain first."""
        match error:
            case ModuleNotFoundError(name=str(module)):
                yield from self._mentioning(module.partition(".")[0], magics=True)
            case AttributeError():
                missed = error.name or re.sub(r".*has no attribute '(\w+)'.*", r"\1", text)
                yield from self._defining(missed)
        if isinstance(error, FileNotFoundError) or _NO_FILE.search(text):
            filename = getattr(error, "filename", None)
            for path in [str(filename)] if filename else _FILE.findall(text):
                yield from self._mentioning(re.split(r"[\\/]", path)[-1], magics=True)
        for each in self.omitted:
            called = _called(each.tree)
            words = rf"\b{called}\b" if _SETS.match(called) else _NOTHING
            if re.search(_CONFIGURES.get(called, words), text):
                yield each
        yield from (each for word in _flags(error, text) for each in self._defining(word))
        if isinstance(error, _MISSING_KEY):
            used = _globals_used(error, labels)
            yield from (each for each in self.omitted if each.gives & used)

    def _defining(self, name: str) -> Iterator[Omitted]:
        """Assignments to an attribute, and calls that may define it: `DEFINE_float("eps", 1)`."""
        for each in self._mentioning(name):
            if not _called(each.tree) or _DEFINES.search(_called(each.tree)):
                yield each

    def _mentioning(self, word: str, magics: bool = False) -> Iterator[Omitted]:
        """What was left out and has the word as a text in quotes, or assigns to such an attribute.

        The text may be a path to it. Of magics and shell lines any word counts.
        """
        if not word:
            return
        for each in self.omitted:
            if each.tree is None:
                first = each.text if each.magic in WRITERS else each.source
                pattern = rf"(?<!\w){re.escape(word)}(?!\w)"
                if magics and re.search(pattern, first.replace("-", "_")):
                    yield each
            elif _called(each.tree) not in _SAYS and _has(each.tree, word):
                yield each


def _has(tree: ast.stmt, word: str) -> bool:
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)):
                if re.fullmatch(rf"(?:.*[\\/])?{re.escape(word)}(?:\.py)?", text):
                    return True
            case ast.Attribute(attr=attr, ctx=ast.Store()) if attr == word:
                return True
    return False


def _of_pylab(name: str) -> bool:
    numpy = sys.modules.get("numpy")
    known = {"linalg", "random", "fft"} | set(getattr(numpy, "__all__", ()))
    return name in _PYLAB | _RANDOM | _PLOTS | known


def _called(tree: ast.stmt | None) -> str:
    """The function that a statement calls, without what it is an attribute of."""
    match tree:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name))):
            return name
    return ""


def _flags(error: BaseException, text: str) -> list[str]:
    """Flags of absl that an exception is about: they are defined by calls on its module."""
    module = str(type(error).__module__)
    return re.findall(r"--(\w+)", text) if module.startswith("absl") else []


def _globals_used(error: BaseException, labels: set[str]) -> set[str]:
    """The global names on the student's innermost line, but for modules and functions."""
    found, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename in labels:
            found = step
        step = step.tb_next
    if found is None:
        return set()
    known, line, used = found.tb_frame.f_globals, 0, set[str]()
    for instruction in dis.get_instructions(found.tb_frame.f_code):
        line = instruction.starts_line or line
        if line == found.tb_lineno and instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            used.add(instruction.argval)
    named = used & known.keys()
    return {name for name in named if not isinstance(known[name], ModuleType | FunctionType)}
