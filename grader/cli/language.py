"""In which language the grader speaks: the one that is named, else the machine's."""

import os
from argparse import ArgumentParser
from collections.abc import Mapping
from typing import TYPE_CHECKING

from grader.errors import UsageError
from grader.text import is_of_taiwan

if TYPE_CHECKING:
    from grader.course import Lesson

VARIABLE = "GRADER_LANG"
ENGLISH, TAIWAN = "en", "zh-TW"
LANGUAGES = (TAIWAN, ENGLISH)
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What says a machine's language: the first that is set counts, as it does for other programs."""


def add_option(parser: ArgumentParser) -> None:
    """`--lang LANGUAGE`."""
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        help=f"the language of the grader's words (default: {VARIABLE}, else that of the machine)",
    )


def chosen(option: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The language that the option names, else the variable, else the locale; English where none.

    Raises UsageError for a variable that names a language in which there are no words.
    """
    if option is not None:
        return option
    if variable := environment.get(VARIABLE):
        return _named(variable)
    locale = next((value for name in _LOCALE if (value := environment.get(name))), "")
    return TAIWAN if is_of_taiwan(locale) else ENGLISH


def title(lesson: "Lesson", language: str) -> str:
    """An exercise's title in a language, where its author has translated it."""
    from grader.course import read_words

    text = lesson.exercise.title
    return text if language == ENGLISH else read_words(lesson.key_path, language).get(text, text)


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
