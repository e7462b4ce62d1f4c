"""Which changed right files are tried for a key: those of which a student can be told in words."""

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

from grader.authoring import Check
from grader.build.mutation import steps as _steps
from grader.build.mutation import worded_statements as _statements
from grader.build.mutation.scope import Scope
from grader.build.mutation.site import site
from grader.build.mutation.slips import SLIPS, Given, slips
from grader.build.mutation.source import Mutation, handed_in, libraries, mutations
from grader.build.mutation.worded import WORDS
from grader.course import KeyCheck, Lesson
from grader.judge import Submission, read_submission
from grader.text import Message, parse, template
from grader.wire import Array, Inputs, Value

assert _steps and _statements  # they add themselves to the slips, and to the words


@dataclass(frozen=True)
class Candidate:
    """A changed file, in words that complete "a right solution ..."."""

    path: Path
    functions: tuple[str, ...]
    kind: str
    source: str
    words: Message

    def submission(self) -> Submission:
        """The file, as it would be handed in."""
        return handed_in(self.path, self.source)


def candidates(
    lesson: Lesson, checks: Sequence[Check], cases: Mapping[str, KeyCheck], most: int
) -> list[Candidate]:
    """Those that these checks may show: of the reference, and of a right file with loops.

    There are at most so many. Kinds take turns, so that each has some. They come in the order in
    which they are plain to a student.
    """
    inputs = {name: _inputs(name, checks, cases) for name in lesson.exercise.functions}
    asked = {check.function for check in checks}
    of_loops = [each for path in _loops(lesson) for each in _changes(lesson, path, _OF_LOOPS)]
    of_reference = [*_changes(lesson, lesson.reference), *_slips(lesson, inputs)]
    few, others = (
        _in_turn([each for each in found if not asked.isdisjoint(each.functions)])
        for found in (of_loops, of_reference)
    )
    few = few[: most // 5]
    chosen = [*others[: most - len(few)], *few]
    plain = [*WORDS, *SLIPS]
    return sorted(chosen, key=lambda each: plain.index(each.kind))


def _in_turn(found: Sequence[Candidate]) -> list[Candidate]:
    kinds: dict[tuple[str, ...], list[Candidate]] = {}
    for each in found:
        kinds.setdefault((*each.functions, each.kind), []).append(each)
    turns = chain.from_iterable(zip_longest(*kinds.values()))
    return [each for each in turns if each is not None]


WITH_LOOPS = template("written with loops, {what}")

_OF_LOOPS = {"operator", "statement dropped", "loop cut short", "loop ended early", "comparison"}
"""What people do to a loop. Where the reference has none, it is a right file's that is changed."""


def _loops(lesson: Lesson) -> list[Path]:
    """The file of right/ with the most loops, if one has any."""
    count = {path: _count_loops(path) for path in lesson.solution_files("right")}
    return [path for path in count if count[path] and count[path] == max(count.values())][:1]


def _count_loops(path: Path) -> int:
    units = read_submission(path).units
    nodes = [node for unit in units for node in ast.walk(parse(unit.source))]
    return sum(isinstance(node, ast.For | ast.While) for node in nodes)


def _changes(lesson: Lesson, path: Path, kinds: Collection[str] = WORDS) -> Iterator[Candidate]:
    graded, known = set(lesson.exercise.functions), _parameters(lesson)
    tree = _tree(path)
    for mutation in mutations(lesson, path):
        if mutation.change not in kinds:
            continue
        if words := worded(mutation, tree, graded, known):
            kind, source = mutation.change, mutation.source
            if path != lesson.reference:
                words = Message(WITH_LOOPS, what=words)
            yield Candidate(path, mutation.functions, kind, source, words)


def _parameters(lesson: Lesson) -> set[str]:
    """The names of all parameters in the reference."""
    return {node.arg for node in ast.walk(_tree(lesson.reference)) if isinstance(node, ast.arg)}


def _tree(path: Path) -> ast.Module:
    (unit,) = read_submission(path).units
    return parse(unit.source)


def worded(
    mutation: Mutation, tree: ast.Module, graded: set[str], known: set[str] | None = None
) -> Message | None:
    """A change in words that complete "a right solution ..."; None where they are not clear.

    `tree` is the file without the change.
    """
    if mutation.change not in WORDS:
        return None
    found = site(tree, parse(mutation.source))
    scope = Scope(found.around, set(libraries(tree).values()), graded, known)
    return WORDS[mutation.change](found, scope)


def _slips(lesson: Lesson, inputs: Mapping[str, Given]) -> Iterator[Candidate]:
    path = lesson.reference
    for slip in slips(_tree(path), inputs):
        yield Candidate(path, slip.functions, slip.kind, slip.source, slip.words)


def _inputs(function: str, checks: Sequence[Check], cases: Mapping[str, KeyCheck]) -> Given:
    """What a function is given: which arrays are as long as its first one, and which numbers."""
    names = [check.name for check in checks if check.function == function]
    given: list[Inputs] = [case for name in names for case in cases[name].cases]
    if not given:
        return Given((), ())
    every = [name for name in given[0] if all(name in case for case in given)]
    first = next((name for name in every if _length(given[0][name])), "")
    rows = [n for n in every if all(_length(c[n]) == _length(c.get(first)) > 0 for c in given)]
    numbers = [n for n in every if all(_is_number(case[n]) for case in given)]
    return Given(tuple(rows), tuple(numbers))


def _length(value: Value) -> int:
    return value.shape[0] if isinstance(value, Array) and value.shape else 0


def _is_number(value: Value) -> bool:
    return type(value) in (int, float) or (isinstance(value, Array) and not value.shape)
