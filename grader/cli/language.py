"""In which language the grader speaks: the one that is named, else the machine's."""

import os
import sys
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from grader.errors import GraderError, UsageError
from grader.text import Message, Words, is_of_taiwan

if TYPE_CHECKING:
    from grader.course import Lesson

NOTHING = Message("nothing was graded")
"""What is there after something went wrong; but of a class, what was graded is kept."""

OPTION, VARIABLE = "--lang", "GRADER_LANG"
ENGLISH, TAIWAN = "en", "zh-TW"
LANGUAGES = (TAIWAN, ENGLISH)
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What says a machine's language: the first that is set counts, as it does for other programs."""


OF_WORDS = (
    f"the language of the grader's words: zh-TW or en (default: {VARIABLE}, else the machine's)"
)
OF_LETTERS = (
    f"the language of the letters and the page: zh-TW or en (default: as before, else {VARIABLE} "
    "or the machine's)"
)


def add_option(parser: ArgumentParser, what: str = OF_WORDS) -> None:
    """`--lang LANGUAGE`, before a command's name or behind it."""
    parser.add_argument(
        OPTION,
        choices=LANGUAGES,
        type=_known,
        default=SUPPRESS,
        metavar="LANG",
        help=what,
    )


def words(option: str | None) -> Words:
    """The grader's words in the chosen language."""
    return Words(chosen(option))


def said(error: GraderError, words: Words) -> str:
    """What an error says, a line for each of its messages."""
    return "\n".join(map(words, error.messages))


def fault(error: Exception, kept: Message = NOTHING, debug: str = "GRADER_DEBUG=1") -> Message:
    """What is said of an error of ours, and with what it shows where."""
    return Message(
        "internal error, {kept}: {type}: {error} ({debug} shows where; please report it)",
        kept=kept,
        type=type(error).__name__,
        error=error,
        debug=debug,
    )


def of_command_line(given: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """The language in which is told what is wrong with a command line, before it is understood.

    A variable that names no language counts for nothing here: the command says what is wrong.
    """
    named = [word.partition("=")[2] for word in given if word.startswith(f"{OPTION}=")]
    named += [after for word, after in pairwise(given) if word == OPTION]
    option = next((known for known in map(_known, named) if known in LANGUAGES), None)
    try:
        return chosen(option, environment)
    except UsageError:
        return chosen(None, {**environment, VARIABLE: ""})


def chosen(option: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The language that the option names, else the variable, else the locale; English where none.

    Raises UsageError for a variable that names a language in which there are no words.
    """
    if option is not None:
        return option
    if variable := environment.get(VARIABLE):
        return _named(variable)
    locale = next((value for name in _LOCALE if (value := environment.get(name))), None)
    return TAIWAN if is_of_taiwan(locale or _of_windows()) else ENGLISH


def _of_windows() -> str:
    """The language that Windows speaks, which sets none of the variables; "" elsewhere."""
    if sys.platform != "win32":
        return ""
    import ctypes
    from locale import windows_locale

    return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def title(lesson: "Lesson", language: str) -> str:
    """An exercise's title in a language, where its author has translated it."""
    from grader.course import read_words

    text = lesson.exercise.title
    return text if language == ENGLISH else read_words(lesson.key_path, language).get(text, text)


def _known(name: str) -> str:
    """The language as it is called here: zh_TW is zh-TW."""
    return TAIWAN if is_of_taiwan(name) else name


def _named(variable: str) -> str:
    if is_of_taiwan(variable):
        return TAIWAN
    if variable.replace("_", "-").lower().split("-")[0] == ENGLISH:
        return ENGLISH
    raise UsageError(
        "{variable} is {given}; there is {known}",
        variable=VARIABLE,
        given=repr(variable),
        known=", ".join(LANGUAGES),
    )
