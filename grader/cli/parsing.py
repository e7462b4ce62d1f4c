"""argparse that speaks the reader's language, and whose errors are one line."""

import argparse
import re
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn

from grader.cli import screen, similar
from grader.errors import UsageError
from grader.text import Message, Words, columns, folded, is_chinese, template

_OWN_WORDS = (
    template("options"),
    template("positional arguments"),
    template("show this help message and exit"),
    template("show program's version number and exit"),
)
"""What argparse says in every help."""

_ERRORS = {
    r"argument (?P<name>.+?): (?P<problem>.+)": template("argument {name}: {problem}"),
    r"the following arguments are required: (?P<names>.+)": template(
        "the following arguments are required: {names}"
    ),
    r"invalid choice: (?P<given>.+) \(choose from (?P<known>.+)\)": template(
        "invalid choice: {given} (choose from {known})"
    ),
    r"invalid (?P<type>\w+) value: (?P<given>.+)": template("invalid {type} value: {given}"),
    r"expected one argument": template("expected one argument"),
    r"expected at least one argument": template("expected at least one argument"),
    r"ambiguous option: (?P<given>.+) could match (?P<options>.+)": template(
        "ambiguous option: {given} could match {options}"
    ),
    r"ignored explicit argument (?P<given>.+)": template("ignored explicit argument {given}"),
}
"""What argparse says of a command line that it does not understand, and the template of it."""


class Parser(argparse.ArgumentParser):
    """A parser that takes words and options in any order."""

    def __init__(self, *, words: Words, **kwargs: Any):
        super().__init__(formatter_class=partial(_Help, words=words), **kwargs)
        self._words = words

    def add_subparsers(self, **kwargs: Any) -> Any:
        """As argparse does it; the parsers of commands speak the same language."""
        kwargs["parser_class"] = partial(type(self), words=self._words)
        return super().add_subparsers(**kwargs)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does it, which leaves words over that stand behind an option."""
        namespace, rest = super().parse_known_args(args, namespace)
        found = getattr(namespace, "words", None)
        if found is not None and not any(word.startswith("-") for word in rest):
            found.extend(rest)
            return namespace, []
        for word in rest:
            close = similar.closest(word.partition("=")[0], self._option_string_actions)
            advice = Message("did you mean {close}?", close=close)
            if not close or not word.startswith("-"):
                advice = Message("see {prog} --help", prog=self.prog)
            raise UsageError("{word} is unknown here; {advice}", word=repr(word), advice=advice)
        return namespace, rest

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError("{message} (see {prog} --help)", message=_known(message), prog=self.prog)


def _known(error: str) -> Message:
    """An error of argparse's as a message; one that is not known here stays English."""
    for pattern, said in _ERRORS.items():
        if found := re.fullmatch(pattern, error, re.DOTALL):
            facts: dict[str, object] = {**found.groupdict()}
            if "problem" in facts:
                facts["problem"] = _known(found["problem"])
            return Message(said, **facts)
    return Message("{text}", text=error)


class _Help(argparse.HelpFormatter):
    """A help page in a language: what argparse and the commands say in it is looked up."""

    def __init__(self, prog: str, words: Words):
        wide = words("usage: ")  # for argparse a character is a column
        super().__init__(prog, width=screen.width() - 2 - (columns(wide) - len(wide)))
        self._words = words
        self._headings: list[str] = []

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        words = self._words
        super().add_usage(usage, actions, groups, words("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        self._headings.append(self._words(heading or ""))
        super().start_section(self._headings[-1])

    def format_help(self) -> str:
        """The page; argparse puts a colon of its own behind a heading."""
        words, page = self._words, super().format_help()
        for heading in self._headings:
            page = page.replace(
                f"\n{heading}:\n", "\n" + words("{heading}:", heading=heading) + "\n"
            )
        return page

    def add_text(self, text: str | None) -> None:
        super().add_text(self._words(in_one_line(text or "")) or None)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return self._words(action.help) if action.help else None

    def _split_lines(self, text: str, width: int) -> list[str]:
        return folded(text, width) if is_chinese(text) else super()._split_lines(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if is_chinese(text):
            return "\n".join(indent + line for line in folded(text, width - len(indent)))
        return super()._fill_text(text, width, indent)


def in_one_line(text: str) -> str:
    """A description as argparse shows it, and as a template."""
    return " ".join(text.split())
