"""A report in which an author's words stand in the language of its reader.

The grader's own words are messages, and become sentences only where they are shown. What an author
wrote, titles, hints and what checks.py says, is translated by the author, and the key has it.
"""

from collections.abc import Mapping
from dataclasses import replace

from grader.report import CheckResult, Mistake, Report
from grader.text import Fact, Message

Words = Mapping[str, str]
"""From an author's English text, or template, to the same in the reader's language."""


def localized(report: Report, words: Words) -> Report:
    """The report with an author's words translated; what `words` does not have stays English."""
    if not words:
        return report
    return replace(
        report,
        title=words.get(report.title, report.title),
        checks=tuple(_check(check, words) for check in report.checks),
    )


def _check(check: CheckResult, words: Words) -> CheckResult:
    mistake, shown = check.mistake, check.counterexample
    if mistake is not None:
        mistake = Mistake(mistake.name, tuple(words.get(hint, hint) for hint in mistake.hints))
    return replace(
        check,
        title=words.get(check.title, check.title),
        message=_said(check.message, words) if check.message is not None else None,
        details=tuple(_said(detail, words) for detail in check.details),
        mistake=mistake,
        counterexample=shown
        and replace(
            shown,
            expected=_text(shown.expected, words),
            returned=_text(shown.returned, words),
        ),
    )


def _said(message: Message, words: Words) -> Message:
    """A message, of which the template or a fact may be an author's."""
    facts = {name: _fact(fact, words) for name, fact in message.facts.items()}
    return Message(words.get(message.template, message.template), **facts)


def _fact(fact: Fact, words: Words) -> Fact:
    if isinstance(fact, Message):
        return _said(fact, words)
    return _text(fact, words) if isinstance(fact, str) else fact


def _text(text: str, words: Words) -> str:
    """A text of the author's; also as a value is shown, between quotes."""
    inside = text[1:-1]
    if len(text) > 2 and text[0] == text[-1] in "'\"" and inside in words:
        return f"{text[0]}{words[inside]}{text[0]}"
    return words.get(text, text)
