"""Messages in a reader's language, by gettext's catalogues in `locale`."""

import gettext
import re
from functools import cache
from pathlib import Path

from grader.text.message import Message

DOMAIN = "grader"
FOLDER = Path(__file__).parent / "locale"

_TAIWAN = ("zh_tw", "zh_hant", "zh_hant_tw")
"""How locales and BCP 47 name the language of `zh_TW`, in small letters and without an encoding."""


class Words:
    """Turns messages into sentences of one language.

    >>> words = Words("en")
    >>> words("{count} more lines", count=3)
    '3 more lines'

    A template without a translation stays English.
    """

    def __init__(self, language: str = "en"):
        self.language = language
        self._catalogue = _catalogue(language)

    def __call__(self, message: Message | str, /, **facts: object) -> str:
        """The sentence of a message, or of a template with its facts."""
        if isinstance(message, str):
            message = Message(message, **facts)
        return message.words(self._translated)

    def _translated(self, template: str) -> str:
        # The empty template is where gettext keeps a catalogue's own description.
        return self._catalogue.gettext(template) if template else ""


def is_of_taiwan(language: str) -> bool:
    """Whether a locale, or a language of BCP 47, is the Chinese that is written in Taiwan."""
    return re.split("[.@]", language)[0].replace("-", "_").lower() in _TAIWAN


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = "zh_TW" if is_of_taiwan(language) else language
    return gettext.translation(DOMAIN, FOLDER, languages=[folder], fallback=True)
