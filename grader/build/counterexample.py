"""Inputs by Hypothesis: those of a key, and the smallest on which two implementations differ."""

from collections.abc import Callable
from itertools import chain, count, zip_longest
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, find, given, seed, settings
from hypothesis.errors import Flaky, NoSuchExample, Unsatisfiable
from hypothesis.internal.conjecture import providers
from hypothesis.strategies import SearchStrategy

from grader.authoring import Check
from grader.build.inputs_file import place_of
from grader.build.lint.values import no_inputs
from grader.course import Lesson
from grader.errors import AuthorError
from grader.judge import Failure, Implementation, difference, is_plain, rank
from grader.report import Lost
from grader.text import Message
from grader.wire import Array, Inputs, Map, Seq, identity

_QUIET = settings(
    database=None,
    deadline=None,
    print_blob=False,  # On CI its default is True, and an author would read Hypothesis's advice.
    verbosity=Verbosity.quiet,
    suppress_health_check=list(HealthCheck),
)


# Among what it draws, Hypothesis mixes constants that stand in any loaded module outside of
# site-packages. So a key would depend on whether the grader was installed or checked out, and on
# what else had been imported. There is no setting for it; if this name goes, nothing is built.
assert hasattr(providers, "_get_local_constants"), "Hypothesis draws constants in another way now"
providers._get_local_constants = providers.Constants
providers.CONSTANTS_CACHE.cache.clear()

SPARE = 5
"""How many inputs are drawn for each one that is taken."""


class _Enough(BaseException):
    """Ends Hypothesis's search from within. An Exception would count as a failing example."""


def draw_all(
    lesson: Lesson,
    strategies: dict[str, SearchStrategy[Inputs]],
    seed_: int,
    told: Callable[[str, int, int], None] = lambda *_: None,
) -> dict[str, list[Inputs]]:
    """The inputs of each check's cases; raises AuthorError with a line for each that has none.

    `told` is called with each check before it, its number, and how many there are.
    """
    drawn: dict[str, list[Inputs]] = {}
    faults: list[Message] = []
    for number, check in enumerate(lesson.exercise.checks):
        told(f"inputs of {check.name}", number, len(lesson.exercise.checks))
        try:
            drawn[check.name] = draw_for(check, strategies, seed_, lesson)
        except AuthorError as error:
            faults += error.messages
    if faults:
        raise AuthorError(*faults)
    return drawn


def draw_for(
    check: Check, strategies: dict[str, SearchStrategy[Inputs]], seed_: int, lesson: Lesson
) -> list[Inputs]:
    """The inputs that a key asks a check about, drawn from the strategies of an inputs.py.

    Raises AuthorError where a strategy raises, or draws what are no inputs of its check.
    """

    def must_be_inputs(drawn: Any) -> None:
        if said := no_inputs(check, drawn):
            raise AuthorError("{path}: {said}", path=lesson.inputs, said=said)

    try:
        return draw(strategies[check.name], check.examples, seed_, accept=must_be_inputs)
    except AuthorError:
        raise
    except Unsatisfiable:
        raise AuthorError(
            "{path}: {check}: nothing that is drawn passes its filters and assumptions",
            path=lesson.inputs,
            check=check.name,
        ) from None
    except Exception as error:  # an author's strategy may raise anything
        raise AuthorError(
            "{place}: {check}: {type}: {error}",
            place=place_of(lesson, error),
            check=check.name,
            type=type(error).__name__,
            error=error,
        ) from error


def draw(
    strategy: SearchStrategy[Inputs],
    wanted: int,
    seed_: int,
    spare: int = SPARE,
    accept: Callable[[Inputs], None] = lambda inputs: None,
) -> list[Inputs]:
    """`wanted` different inputs, or all there are; always the same for a seed.

    Hypothesis tends to draw again what it drew before: of ten shapes it gives one to every third
    input and leaves out another. So `spare` times as many are drawn as are wanted, and their shapes
    and dtypes are taken in turn. `accept` may raise an error of what is drawn.
    """
    drawn: dict[bytes, Inputs] = {}

    @seed(seed_)
    @settings(_QUIET, max_examples=spare * wanted, phases=[Phase.generate])
    @given(strategy)
    def collect(inputs: Inputs) -> None:
        accept(inputs)
        drawn.setdefault(identity(inputs), inputs)

    collect()
    alike: dict[Any, list[Inputs]] = {}
    for inputs in drawn.values():
        alike.setdefault(_form(list(inputs.values())), []).append(inputs)
    in_turn = chain.from_iterable(zip_longest(*alike.values()))
    return [inputs for inputs in in_turn if inputs is not None][:wanted]


def _form(value: Any) -> Any:
    """What a wire value is apart from its numbers: types, dtypes, shapes, lengths."""
    match value:
        case Array():
            return value.dtype, value.shape
        case Seq():
            return _form(value.items)
        case list() | tuple():
            return tuple(_form(item) for item in value)
        case Map():
            return _form([item for pair in value.items for item in pair])
        case _:
            return type(value).__name__


def smallest(
    strategy: SearchStrategy[Inputs],
    exposes: Callable[[Inputs], bool],
    *,
    seed_: int,
    examples: int = 300,
    calls: int = 10_000,
) -> Inputs | None:
    """The smallest inputs for which `exposes` holds; None when no example does.

    The search ends early after `calls` tries, or where `exposes` is not the same twice, with the
    smallest inputs so far. No clock is asked: the same search always finds the same inputs.
    """
    best: list[Inputs] = []
    tries = count()

    def condition(inputs: Inputs) -> bool:
        if next(tries) >= calls:
            raise _Enough
        if exposes(inputs):
            best.append(inputs)
            return True
        return False

    options = settings(_QUIET, max_examples=examples, phases=[Phase.generate, Phase.shrink])
    try:
        return find(strategy, condition, settings=options, random=Random(seed_))
    except (NoSuchExample, Unsatisfiable):
        return None
    except (_Enough, Flaky):
        return best[-1] if best else None


def live(
    check: Check,
    strategy: SearchStrategy[Inputs],
    student: Implementation,
    reference: Implementation,
    calls: int,
) -> Failure | None:
    """The plainest of the failures that are found with `calls` calls of each worker.

    The search is for a plain one, and then for the smallest of these; where there is none, the
    plainest that was met is taken. A lost worker ends the search: an endless loop would be waited
    for at every step.
    """
    found: list[Failure] = []

    def exposes(inputs: Inputs) -> bool:
        expected = reference.outcome(check, inputs)
        outcome = student.outcome(check, inputs)
        if isinstance(expected, Lost) or isinstance(outcome, Lost):
            raise _Enough
        differs = difference(expected, outcome, check, inputs)
        if not differs:
            return False
        found.append(Failure(inputs, expected, outcome, differs))
        return is_plain(found[-1], check)

    smallest(strategy, exposes, seed_=0, calls=calls)
    return min(found, key=lambda failure: rank(failure, check), default=None)
