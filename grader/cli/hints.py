"""One level more of the hint on what the last check found, and what is remembered of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.cli import screen
from grader.errors import RecordError, UsageError
from grader.text import Message, Words

if TYPE_CHECKING:
    from grader.practice import Diagnosis, Memory


@dataclass(frozen=True)
class Told:
    """The levels of a check's hint that are shown now; `is_all` where there are no more.

    `unkept` says why it is not remembered that they were shown.
    """

    check: str
    levels: tuple[str, ...]
    is_all: bool
    unkept: Message | None = None

    def text(self, exercise: str, language: str, of_author: Mapping[str, str]) -> str:
        """As a terminal shows it; `of_author` has the author's words in the language."""
        from grader import formats

        options = formats.Options(False, screen.color(), screen.width(), language)
        more = Message("more: grader hint {exercise} {check}", exercise=exercise, check=self.check)
        shown = formats.hint()(f"{exercise} {self.check}", self.levels_in(of_author), options)
        return shown + Words(language)(self.end(more))

    def levels_in(self, of_author: Mapping[str, str]) -> list[str]:
        """The levels in a language, as the author has translated them."""
        return [of_author.get(level, level) for level in self.levels]

    def end(self, more: Message) -> Message:
        """What stands below them: `more`, which says how to go on, where there is more."""
        return Message("this is all that the hint says") if self.is_all else more


def one_more(
    memory: "Memory", exercise: str, names: list[str], grade: str = "grader check"
) -> Told:
    """The next level, which counts as shown; `names` are checks or functions, none for all.

    Raises UsageError where nothing is known to be wrong, or where there is no hint on it; it names
    the command that would `grade` them.
    """
    known = memory.diagnoses(exercise)
    _must_have_failed(memory, exercise, known)
    found = _first(known, names, [grade, exercise])
    levels = min(memory.levels(exercise, found) + 1, len(found.hints))
    unkept = None
    try:
        memory.shown(exercise, found, levels)
    except RecordError as error:  # the hint can be read all the same
        unkept = Message("it is not remembered that this was shown: {error}", error=error)
    return Told(found.check, found.hints[:levels], levels == len(found.hints), unkept)


def _must_have_failed(memory: "Memory", exercise: str, known: "list[Diagnosis]") -> None:
    """Raise UsageError where everything passed when the exercise was graded last."""
    standing = memory.standings().get(exercise)
    if not known and standing is not None and standing.last >= 1:
        raise UsageError(
            "everything passed when {exercise} was graded last: there is no hint to give",
            exercise=exercise,
        )


def _first(found: "list[Diagnosis]", names: list[str], command: list[str]) -> "Diagnosis":
    meant = [each for each in found if not names or {each.check, each.function} & {*names}]
    if not meant:
        raise UsageError(
            "nothing is known to be wrong there; first: {command}",
            command=" ".join([*command, *names]),
        )
    hinted = [each for each in meant if each.hints]
    if not hinted:
        raise UsageError(
            "{check}: there is no hint beyond what the report says: {command}",
            check=meant[0].check,
            command=" ".join([*command, meant[0].check]),
        )
    return hinted[0]
