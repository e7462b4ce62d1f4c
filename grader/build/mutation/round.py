"""A round: changed files, graded one after another on every processor, in the order of a seed."""

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest
from queue import SimpleQueue

from grader.build.mutation.fate import Fate, fate_of
from grader.build.mutation.fresh import FRESH, Fresh, Kind, Survivor
from grader.build.mutation.source import Mutation, mutations
from grader.build.progress import Progress
from grader.course import AnswerKey, Lesson, must_fit, read_key
from grader.errors import SandboxError, ZygoteDied
from grader.sandbox import Workers, start

LANES = min(4, (os.cpu_count() or 1) + 1)
"""How many files are graded at once: one more than processors, for a worker and its judge take
turns. With two lanes on two processors, verify kept little more than one of them busy."""

FEW, FEW_FRESH = 30, 200
"""How many changes a short round tries, and on how many fresh inputs it looks at a survivor."""


@dataclass(frozen=True)
class Budget:
    """When a round ends: after so many seconds, or so many changed files, or when all are done.

    The start of the workers is a part of the seconds. What has been begun is looked at to its end.
    """

    seconds: float | None = None
    count: int | None = None


@dataclass
class Round:
    """What became of the changed files that were tried, of `all` that there are of so many files.

    `seconds` is how long that took, without the start of the workers.
    """

    exercise: str
    seed: int
    files: int
    all: int
    fates: list[Fate] = field(default_factory=list)
    survivors: list[Survivor] = field(default_factory=list)
    seconds: float = 0.0
    interrupted: bool = False

    @property
    def died(self) -> list[Fate]:
        """Those that some check has caught."""
        return [fate for fate in self.fates if fate.said is not None]

    @property
    def has_survivors(self) -> bool:
        """Whether fresh inputs show a difference that no check has noticed."""
        return any(survivor.kind is Kind.REAL for survivor in self.survivors)

    @property
    def ungraded(self) -> list[Fate]:
        """Those of which a check could not tell: a predicate raised an exception."""
        return [fate for fate in self.fates if fate.ungraded]


def candidates(lesson: Lesson, *, right: bool, progress: Progress) -> list[Mutation]:
    """All changes of the reference and, where they are asked for, of the files in right/."""
    paths = [lesson.reference, *(lesson.solution_files("right") if right else [])]
    found: list[Mutation] = []
    for i, path in enumerate(paths):
        progress(f"changes of {path.name}", i, len(paths))
        found += mutations(lesson, path)
    return found


def in_order_of(seed: int, found: Sequence[Mutation]) -> list[Mutation]:
    """The order in which they are tried: the kinds of changes of each function take turns.

    So a short round has seen something of everything. Every other one is of the first file, as long
    as there are such.
    """
    first = [mutation for mutation in found if mutation.path == found[0].path]
    rest = [mutation for mutation in found if mutation.path != found[0].path]
    pairs = zip_longest(_in_turn(seed, first), _in_turn(seed, rest))
    return [mutation for mutation in chain.from_iterable(pairs) if mutation is not None]


def _in_turn(seed: int, found: Sequence[Mutation]) -> list[Mutation]:
    def drawn(*words: str) -> bytes:
        return hashlib.sha256("\0".join([str(seed), *words]).encode()).digest()

    kinds: dict[tuple[str, str], list[Mutation]] = {}
    for mutation in sorted(found, key=lambda mutation: drawn(mutation.id)):
        kinds.setdefault((mutation.functions[0], mutation.change), []).append(mutation)
    turns = (kinds[kind] for kind in sorted(kinds, key=lambda kind: drawn(*kind)))
    return [m for m in chain.from_iterable(zip_longest(*turns)) if m is not None]


def hunt(
    lesson: Lesson,
    budget: Budget,
    progress: Progress,
    *,
    seed: int = 0,
    right: bool = True,
) -> Round:
    """Try changed files against the exercise's key until the budget is spent.

    Raises StaleKeyError where the key is not of these checks.
    """
    key, begun = read_key(lesson.key_path), time.monotonic()
    must_fit(key, lesson)
    with ExitStack() as stack:
        zygotes = [stack.enter_context(start(lesson.exercise.framework)) for _ in range(LANES)]
        found = candidates(lesson, right=right, progress=progress)
        whole = Hunt(lesson, key, zygotes, seed)
        if budget.seconds is not None:
            budget = replace(budget, seconds=max(budget.seconds - time.monotonic() + begun, 0.0))
        return whole.run(found, budget, progress)


def short_round(
    lesson: Lesson, key: AnswerKey, zygotes: Sequence[Workers], progress: Progress
) -> Round:
    """A few changes of the reference alone, always the same."""
    found = candidates(lesson, right=False, progress=progress)
    return Hunt(lesson, key, zygotes, 0, FEW_FRESH).run(found, Budget(count=FEW), progress)


class Hunt:
    """Grades changed files, on as many workers at once as there are zygotes."""

    def __init__(
        self,
        lesson: Lesson,
        key: AnswerKey,
        zygotes: Sequence[Workers],
        seed: int,
        most: int = FRESH,
    ):
        self.lesson, self.key, self.seed = lesson, key, seed
        self.fresh = Fresh(lesson, seed, most)
        self.lanes = len(zygotes)
        self.free: SimpleQueue[Workers] = SimpleQueue()
        for zygote in zygotes:
            zygote.ready()  # its start is no part of the time
            self.free.put(zygote)

    def run(self, found: list[Mutation], budget: Budget, progress: Progress) -> Round:
        """What becomes of these, in the order of the seed, until the budget is spent.

        Where somebody ends it with Ctrl-C, what was found so far is kept.
        """
        files = len({mutation.path for mutation in found})
        result = Round(self.lesson.exercise.name, self.seed, files, len(found))
        todo = in_order_of(self.seed, found)[: budget.count] if found else []
        begun = time.monotonic()
        end = float("inf") if budget.seconds is None else begun + budget.seconds
        try:
            for fate, survivor in self._each(todo, end):
                result.fates.append(fate)
                result.survivors += [survivor] if survivor else []
                result.seconds = time.monotonic() - begun
                _say_how_far(result, len(todo), budget, progress)
        except KeyboardInterrupt:
            result.interrupted = True
        return result

    def _each(self, todo: Sequence[Mutation], end: float) -> Iterator[tuple[Fate, Survivor | None]]:
        """What became of each, in order. After the end of the time no other is begun."""
        with ThreadPoolExecutor(self.lanes) as pool:
            futures = [pool.submit(self._one, mutation, end) for mutation in todo]
            try:
                for future in futures:
                    if (done := future.result()) is None:
                        return
                    yield done
            finally:
                for future in futures:
                    future.cancel()

    def _one(self, mutation: Mutation, end: float) -> tuple[Fate, Survivor | None] | None:
        if time.monotonic() >= end:
            return None
        zygote = self.free.get()
        try:
            return self._tried(mutation, zygote)
        except ZygoteDied:  # the memory of the machine was used up, perhaps not by this one
            zygote.restart()
            return self._tried(mutation, zygote)
        except SandboxError as error:
            return Fate(mutation, ungraded=str(error)), None
        finally:
            self.free.put(zygote)

    def _tried(self, mutation: Mutation, zygote: Workers) -> tuple[Fate, Survivor | None]:
        fate = fate_of(mutation, self.lesson, self.key, zygote)
        return fate, self.fresh.compared(mutation, zygote) if fate.lives else None


def _say_how_far(result: Round, most: int, budget: Budget, progress: Progress) -> None:
    """By the number of changes, or by the seconds where these end the round."""
    told = f"{len(result.died)} died, {len(result.survivors)} live"
    if budget.seconds is None:
        progress(told, len(result.fates), most)
    else:
        told = f"{len(result.fates)} tried, {told}; seconds"
        progress(told, int(result.seconds), int(budget.seconds))
