"""From the solution to what a student gets: the stub, its notebook and the answer key.

The key's inputs are drawn from inputs.py. For each known mistake and each check that it
fails, Hypothesis shrinks to a small input that tells it plainly from the reference. These
inputs stand in the key like all others, and all are ordered from small to large.
"""

import ast
import re
from collections.abc import Sequence

from hypothesis.strategies import SearchStrategy

from grader.authoring import Check
from grader.build.counterexample import draw_all, smallest
from grader.build.inputs_file import load_strategies
from grader.build.lint import FOR_A_KEY, must_be_sound
from grader.build.mutants import Mutant, Recorder, unhurried
from grader.build.mutation.kept import changes
from grader.build.progress import Progress, silent
from grader.build.stand_ins import proven
from grader.build.words import words_of
from grader.course import PUBLIC_SEED, AnswerKey, KeyCheck, Lesson, sources
from grader.errors import AuthorError
from grader.judge import (
    Examiner,
    Failure,
    Implementation,
    difference,
    digits,
    rank,
    size,
    without_large,
)
from grader.report import Lost
from grader.sandbox import Workers
from grader.text import Message, parse
from grader.wire import Inputs, Loaded, Outcome, Raised, Returned, identity

SEARCHES = 100
"""How many inputs Hypothesis draws before it shrinks one, for one mistake in one check."""

LAST_SEARCH = 2000
"""The same where none has exposed the mistake, before an author is told so."""

SHRINKS = 300
"""How many calls the shrinking may take after that."""

SIMPLE_ENOUGH = 3
"""A mistake that one of so many first cases exposes, with few digits, is not shrunk any further."""

FEW_DIGITS = 1.5
"""A case has few digits when it has at most so many times the digits of the shortest case."""

_SEVERAL = re.compile(r"^Returns:\n\s+(\w+(?:, \w+)+): ", re.MULTILINE)
"""What a docstring says of several values that come back."""


def build_key(
    lesson: Lesson,
    zygote: Workers,
    seed: int = PUBLIC_SEED,
    public: bool = True,
    progress: Progress = silent,
    mistakes: Sequence[Mutant] | None = None,
) -> AnswerKey:
    """The answer key of a lesson; the same sources and seed give the same inputs.

    It exposes and names all known mistakes and tells single changes of the reference; or only
    `mistakes`.

    Raises AuthorError for a reference that fails or disagrees with itself, for a mistake that
    no input exposes, and for two mistakes that no input tells apart.
    """
    must_be_sound(lesson, FOR_A_KEY)
    whole = mistakes is None
    if mistakes is None:
        mistakes = [Mutant.read(lesson, path) for path in lesson.solution_files("wrong")]
    checks = lesson.exercise.checks
    strategies = load_strategies(lesson)
    drawn = draw_all(lesson, strategies, seed, progress)
    with Reference(lesson, zygote) as reference, Examiner(zygote, lesson) as examiner:
        reference.loaded()
        builder = _Builder(lesson, zygote, reference, examiner, strategies, drawn, seed)
        hidden: list[Message] = []
        for done, mistake in enumerate(mistakes):
            progress(mistake.name, done, len(mistakes))
            hidden += builder.expose(mistake)
        if hidden:
            raise AuthorError(*hidden)
        progress("expected values", len(mistakes), len(mistakes))
        key_checks = {check.name: builder.key_check(check) for check in checks}
        known = Recorder(lesson, zygote, key_checks, examiner).record(mistakes)
        return AnswerKey(
            exercise=lesson.exercise.name,
            sources=sources(lesson),
            seed=seed if public else 0,
            seed_is_public=public,
            versions=zygote.ready(),
            signatures=_signatures(lesson, reference),
            checks=key_checks,
            mistakes=known,
            stand_ins=proven(lesson, zygote, key_checks, examiner),
            changes=changes(lesson, zygote, key_checks, known, progress) if whole else [],
            results=_results(lesson),
            words=words_of(lesson, {m.name: m.hints for m in mistakes}),
        )


def _definitions(lesson: Lesson) -> dict[str, ast.FunctionDef | ast.ClassDef]:
    tree = parse(lesson.reference.read_text(encoding="utf-8"))
    return {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}


def _signatures(lesson: Lesson, reference: "Reference") -> dict[str, str]:
    """How the reference's functions are to be called: softmax(logits).

    Of a class, how it is made and how its methods are called: Adam(lr), Adam.step(w, g).
    """
    definitions, found = _definitions(lesson), reference.loaded().found
    signatures = {}
    for name in lesson.exercise.functions:
        definition = definitions[name]
        if isinstance(definition, ast.FunctionDef):
            signatures[name] = f"{name}({ast.unparse(definition.args)})"
        elif name in found:
            signatures[name] = name + found[name].signature.removesuffix(" -> None")
            signatures |= {f"{name}.{m}": f"{name}.{m}{s}" for m, s in found[name].methods.items()}
    return signatures


def _results(lesson: Lesson) -> dict[str, list[str]]:
    """What each docstring calls the several values that come back: `dw, db: an array of ...`."""
    documented = {n: ast.get_docstring(d) or "" for n, d in _definitions(lesson).items()}
    found = ((name, _SEVERAL.search(text)) for name, text in documented.items())
    return {n: several[1].split(", ") for n, several in found if several}


class Reference(Implementation):
    """The reference solution. Raises AuthorError for an outcome that is not a value."""

    def __init__(self, lesson: Lesson, zygote: Workers):
        super().__init__(
            zygote, lesson.load_request([lesson.unit(lesson.reference)]), unhurried(lesson)
        )
        self.name = lesson.reference.name

    def loaded(self) -> Loaded:
        """What the worker found in it, all of which could be executed."""
        loaded = self.load()
        if isinstance(loaded, Lost):
            raise AuthorError("{file}: {reason}", file=self.name, reason=loaded.reason)
        if loaded.problems:
            said = (
                Message("{file}, line {line}: {error}", file=p.where, line=p.line, error=p.message)
                for p in loaded.problems
            )
            raise AuthorError(*said)
        return loaded

    def answers(self, check: Check, cases: list[Inputs]) -> list[Outcome]:
        """Its outcomes on the cases."""
        outcomes: list[Outcome] = []
        for outcome in self.outcomes(check, cases):
            if isinstance(outcome, Lost):
                raise AuthorError(
                    "{file}: {check}: {reason}",
                    file=self.name,
                    check=check.name,
                    reason=outcome.reason,
                )
            if check.raises:
                _must_raise(outcome, check, self.name)
            elif isinstance(outcome, Raised):
                # Where no line of the reference is in it, the check itself has raised.
                where = outcome.lines[-1] if outcome.lines else None
                raise AuthorError(
                    "{file}, line {line}: {check}: {type}: {text}",
                    file=where.file if where else "checks.py",
                    line=where.number if where else check.body.__code__.co_firstlineno,
                    check=check.name,
                    type=outcome.type,
                    text=outcome.message,
                )
            outcomes.append(outcome)
        return outcomes


def _must_raise(outcome: Outcome, check: Check, file: str) -> None:
    """Raise AuthorError where the reference does not raise what its check asks for."""
    if differs := difference(outcome, outcome, check, {}):
        raise AuthorError(
            "{file}: {check}: {message} (raises= in checks.py says so)",
            file=file,
            check=check.name,
            message=differs.message,
        )


class _Builder:
    """Collects the cases of every check, mistake by mistake."""

    def __init__(
        self,
        lesson: Lesson,
        zygote: Workers,
        reference: Reference,
        examiner: Examiner,
        strategies: dict[str, SearchStrategy[Inputs]],
        drawn: dict[str, list[Inputs]],
        seed: int,
    ):
        self.lesson, self.zygote, self.reference, self.seed = lesson, zygote, reference, seed
        self.examiner, self.strategies = examiner, strategies
        self.cases = {name: {identity(case): case for case in all_} for name, all_ in drawn.items()}
        self.answers: dict[str, dict[bytes, Outcome]] = {}

    def expose(self, mistake: Mutant) -> list[Message]:
        """Add the smallest input that exposes the mistake, for each check that it fails.

        Checks that need a failed one are left out, because a student does not see them. Returns a
        message when no input exposes the mistake.
        """
        checks = [c for c in self.lesson.exercise.checks if c.function == mistake.function]
        with mistake.implementation(self.lesson, self.zygote) as wrong:
            failed: set[str] = set()
            for check in checks:
                if failed.intersection(check.needs) or self._expose(check, wrong):
                    failed.add(check.name)
            if failed or any(self._expose(check, wrong, examples=LAST_SEARCH) for check in checks):
                return []
        tried = ", ".join(c.name for c in checks)
        return [
            Message(
                "wrong/{mistake}.py: no input exposes this mistake in {checks}; "
                "widen inputs.py or add a check, or it is a right solution",
                mistake=mistake.name,
                checks=tried,
            )
        ]

    def _expose(self, check: Check, wrong: Implementation, examples: int = SEARCHES) -> bool:
        """Whether some input exposes it in this check; the plainest of the small ones is kept."""
        cases = sorted(self.cases[check.name].values(), key=size)
        known = self._first_exposing(check, wrong, cases)
        if check.holds is not None or (known is None and examples == SEARCHES):
            return known is not None
        if known is not None and _is_simple(known, cases):
            return True

        best: Failure | None = None

        def exposes(inputs: Inputs) -> bool:
            nonlocal best
            (expected,) = self.reference.answers(check, [inputs])
            outcome = wrong.outcome(check, inputs)
            differs = difference(expected, outcome, check, inputs, self.examiner)
            if differs is not None:
                found = Failure(inputs, expected, outcome, differs)
                best = min(best or found, found, key=lambda failure: rank(failure, check))
            return differs is not None

        smallest(
            self.strategies[check.name],
            exposes,
            seed_=self.seed,
            examples=examples,
            calls=examples + SHRINKS,
        )
        # The last of all is often nothing but zeros: whatever is done to these, they stay zeros.
        if best is not None:
            self.cases[check.name].setdefault(identity(best.inputs), best.inputs)
        return best is not None or known is not None

    def _first_exposing(
        self, check: Check, wrong: Implementation, cases: list[Inputs]
    ) -> Inputs | None:
        expected = self._expected(check, cases)
        # All of them, though the first would do: a worker with unread answers is spent, and a
        # new one costs more than the rest of the cases.
        outcomes = list(wrong.outcomes(check, cases))
        for case, e, outcome in zip(cases, expected, outcomes, strict=False):
            if difference(e, outcome, check, case, self.examiner):
                return case
        return None

    def _expected(self, check: Check, cases: list[Inputs]) -> list[Outcome]:
        """The reference's answers, each asked once."""
        known = self.answers.setdefault(check.name, {})
        new = [case for case in cases if identity(case) not in known]
        for case, outcome in zip(new, self.reference.answers(check, new), strict=True):
            known[identity(case)] = outcome
        return [known[identity(case)] for case in cases]

    def key_check(self, check: Check) -> KeyCheck:
        """The cases from small to large, with the reference's answers, which are asked twice."""
        cases = sorted(self.cases[check.name].values(), key=size)
        expected = self.reference.answers(check, cases)
        again = self.reference.answers(check, cases)
        for case, one, other in zip(cases, expected, again, strict=True):
            if differs := difference(one, other, check, case, self.examiner):
                raise AuthorError(
                    "the reference disagrees with itself: {name}: {message}",
                    name=check.name,
                    message=differs.message,
                )
        if check.holds is not None:  # the values say no more than their form
            expected = [
                Returned(without_large(o.value)) if isinstance(o, Returned) else o for o in expected
            ]
        return KeyCheck(cases, expected)


def _is_simple(case: Inputs, cases: list[Inputs]) -> bool:
    """Whether a case is among the first and has hardly more digits than the simplest."""
    fewest = min(map(digits, cases))
    return case in cases[:SIMPLE_ENOUGH] and digits(case) <= FEW_DIGITS * fewest
