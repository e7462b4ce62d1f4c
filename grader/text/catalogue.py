"""Messages in a reader's language, by gettext's catalogues in `locale`."""

import gettext
from functools import cache
from pathlib import Path

from grader.text.message import Message

DOMAIN = "grader"
FOLDER = Path(__file__).parent / "locale"


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


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, languages=[language], fallback=True)
