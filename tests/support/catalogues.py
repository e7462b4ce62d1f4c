"""The catalogues of messages: what `make messages` writes, and says of the translations.

    grader/text/locale/grader.pot                           every template, extracted by Babel
    grader/text/locale/LANGUAGE/LC_MESSAGES/grader.po       what a translator writes
    grader/text/locale/LANGUAGE/LC_MESSAGES/grader.mo       the same as gettext reads it

A new language begins with `pybabel init -D grader -i grader.pot -d . -l LANGUAGE` in that folder.
"""

import argparse
import contextlib
import gettext
import io
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from grader.classroom.publish import page
from grader.cli import parsing, program
from grader.errors import GraderError

PACKAGE = Path(__file__).parents[2] / "grader"
LOCALE = PACKAGE / "text" / "locale"
TEMPLATE = LOCALE / "grader.pot"
SOURCES = [
    ("**.py", "python"),
    ("classroom/publish/templates/**.html", "jinja2"),
]
"""What says something: the package, and the page of a class."""


def makers() -> set[str]:
    """The functions and classes whose first argument is a template."""
    kinds = [GraderError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return {"Message", "template", "words"} | {kind.__name__ for kind in kinds}


def helps() -> set[str]:
    """What the help of the commands says: of those for authors, only what each is for."""
    commands = {command.NAME: command for command in program.found()}
    found = {command.HELP for command in commands.values()}
    root = program.parser()
    for action in root._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, own in action.choices.items():
                if commands[name].FOR != "authors":
                    found |= set(_said_by(own))
        elif action.help:
            found.add(action.help)
    return found


def _said_by(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The description of a command, and what is said of each thing that can follow it."""
    if parser.description:
        yield parsing.in_one_line(parser.description)
    for action in parser._actions:
        if action.help:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            yield from (listed.help or "" for listed in action._choices_actions)
            yield from (text for own in action.choices.values() for text in _said_by(own))


@cache
def extracted() -> bytes:
    """The text of grader.pot for the sources as they are, and of the help that they make."""
    catalogue = Catalog(project="grader", fuzzy=False)
    keywords = dict.fromkeys(sorted(makers()), (1,))
    # Babel says of each fact that is an f-string that it can't be translated. It need not be.
    with contextlib.redirect_stderr(io.StringIO()):
        for _, _, message, _, _ in extract_from_dir(PACKAGE, SOURCES, {}, keywords):
            catalogue.add(message)
    # Babel's reader of JavaScript takes quotes in a regular expression for a string's.
    for script in PACKAGE.glob("classroom/publish/templates/*.js"):
        for text in page.SAID.findall(script.read_text("utf-8")):
            catalogue.add(text)
    for text in helps():
        catalogue.add(text)
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, sort_output=True, omit_header=True)
    return buffer.getvalue()


def read(po: Path) -> Catalog:
    """A catalogue's messages."""
    with po.open("rb") as file:
        return read_po(file)


def missing(po: Path) -> list[str]:
    """The templates for which a catalogue has no translation."""
    wanted = read_po(io.BytesIO(extracted()))
    found = {message.id for message in read(po) if message.string and not message.fuzzy}
    return [str(message.id) for message in wanted if message.id and message.id not in found]


def compiled(mo: Path) -> dict[str, str]:
    """What gettext reads: from each template to its translation."""
    if not mo.is_file():
        return {}
    with mo.open("rb") as file:
        read_ = gettext.GNUTranslations(file)
    return {str(id): text for id, text in read_._catalog.items() if id}  # type: ignore[attr-defined]


def translated(po: Path) -> dict[str, str]:
    """What a translator has written: from each template to its translation."""
    return {str(m.id): str(m.string) for m in read(po) if m.id and m.string and not m.fuzzy}


def main() -> int:
    """Write grader.pot and compile the catalogues; 1 when one of them is stale."""
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(extracted())
    stale = False
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/grader.po")):
        for text in (lost := missing(po)):
            print(f"{po}: no translation of {text!r}", file=sys.stderr)
        stale |= bool(lost)
        mo = po.with_suffix(".mo")
        if compiled(mo) != translated(po):  # else only the date in it would change
            with mo.open("wb") as file:
                write_mo(file, read(po))
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
