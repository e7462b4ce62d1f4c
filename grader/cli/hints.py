"""One level more of the hint on what the last check found, and what is remembered of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from grader.cli import screen
from grader.errors import RecordError, UsageError
from grader.text import Message, Words

if TYPE_CHECKING:
    from grader.practice import Diagnosis, Memory

NO_WORDS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Told:
    """The levels of a check's hint that are shown now; `is_all` where there are no more.

    `unkept` says why it is not remembered that they were shown.
    """

    check: str
    levels: tuple[str, ...]
    is_all: bool
    unkept: Message | None = None

    def text(self, exercise: str, language: str, words: Mapping[str, str] = NO_WORDS) -> str:
        """As a terminal shows it; `words` are the author's in the language."""
        from grader import formats

        options = formats.Options(False, screen.color(), screen.width(), language)
        end = Message("more: grader hint {exercise} {check}", exercise=exercise, check=self.check)
        if self.is_all:
            end = Message("this is all that the hint says")
        title = f"{exercise} {self.check}"
        levels = [words.get(level, level) for level in self.levels]
        return formats.hint()(title, levels, options) + Words(language)(end)


def one_more(memory: "Memory", exercise: str, names: list[str]) -> Told:
    """The next level, which counts as shown; `names` are checks or functions, none for all.

    Raises UsageError where nothing is known to be wrong, or where there is no hint on it.
    """
    known = memory.diagnoses(exercise)
    must_have_failed(memory, exercise, known)
    found = _first(known, exercise, names)
    levels = min(memory.levels(exercise, found) + 1, len(found.hints))
    unkept = None
    try:
        memory.shown(exercise, found, levels)
    except RecordError as error:  # the hint can be read all the same
        unkept = error.messages[0]
    return Told(found.check, found.hints[:levels], levels == len(found.hints), unkept)


def must_have_failed(memory: "Memory", exercise: str, known: "list[Diagnosis]") -> None:
    """Raise UsageError where everything passed when the exercise was graded last."""
    standing = memory.standings().get(exercise)
    if not known and standing is not None and standing.last >= 1:
        raise UsageError(
            "everything passed when {exercise} was graded last: there is no hint to give",
            exercise=exercise,
        )


def _first(found: "list[Diagnosis]", exercise: str, names: list[str]) -> "Diagnosis":
    meant = [each for each in found if not names or {each.check, each.function} & {*names}]
    if not meant:
        raise UsageError(
            "nothing is known to be wrong there; first: grader check {words}",
            words=" ".join((exercise, *names)),
        )
    hinted = [each for each in meant if each.hints]
    if not hinted:
        raise UsageError(
            "{check}: there is no hint beyond what the report says: "
            "grader check {exercise} {check}",
            check=meant[0].check,
            exercise=exercise,
        )
    return hinted[0]
