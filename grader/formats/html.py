"""The report as a block of HTML, for a notebook's cell or a page: no script, light or dark.

It takes its colours from where it stands: text as it is there, and marks that can be read on white
and on black. What a student wrote is escaped.
"""

from collections.abc import Iterator, Sequence
from html import escape

from grader.formats._look import BROKEN, MARKS, total
from grader.formats._options import DEFAULT, Options
from grader.formats._words import UNPASSED, about_the_file, more, nudge, outcomes, ruled, said
from grader.report import CheckResult, Report, Ruling, Status, Verdict
from grader.text import Kind, Message, Words, clean, is_chinese, line, pieces, shortened

_COLORS = {"green": "#2a9d4a", "red": "#d64545", "yellow": "#b8860b", "magenta": "#a64ca6"}
_FAINT = "opacity:.72"
_LIMIT = 4000
_MOST_TOLD = 100
"""Characters of a line, where it is one of several."""

_BLOCK = "font-family:system-ui,sans-serif;line-height:1.45;max-width:52em;text-align:left"
_PRE = (
    "margin:.3em 0;padding:.4em .7em;border-left:3px solid #80808066;background:#80808018;"
    "overflow-x:auto;white-space:pre-wrap;font-family:ui-monospace,monospace;font-size:.92em;"
    "color:inherit"
)
_CELL = "text-align:left;vertical-align:baseline;padding:.1em 0;border:none"
_CODE = "font-family:ui-monospace,monospace;font-size:.92em;background:#80808022;padding:0 .2em"


def render(report: Report, options: Options = DEFAULT) -> str:
    """The block: the points, and for each function what is right and what is not."""
    return _block("".join(_parts(report, options, Words(options.language))), options)


def hint(title: str, levels: Sequence[str], end: str, options: Options = DEFAULT) -> str:
    """The levels of a hint that were asked for, the last of which is new, and what comes next."""
    parts = [f'<div style="font-weight:600">{_text(title)}</div>']
    for number, level in enumerate(levels, start=1):
        color = "" if number == len(levels) else f";{_FAINT}"
        told = f'<span style="{_FAINT}">{number}</span> {_hint(level)}'
        parts.append(f'<div style="margin:.4em 0{color}">{told}</div>')
    parts.append(f'<div style="{_FAINT}">{_text(end)}</div>')
    return _block("".join(parts), options)


def _block(inside: str, options: Options) -> str:
    lang = escape(options.language)
    return f'<div class="grader-report" lang="{lang}" style="{_BLOCK}">{inside}</div>\n'


def _parts(report: Report, options: Options, words: Words) -> Iterator[str]:
    title = f"{_text(report.exercise)} {_text(report.title)}"
    ruling = options.ruling
    yield f'<div style="font-weight:600;font-size:1.1em">{title} {_score(report, options)}</div>'
    for note in options.told:
        yield f"<div>{_text(words(note))}</div>"
    if ruling is not None:
        yield from _ruling(ruling, words)
        if ruling.is_whole and report.status is not Status.GRADED:
            return  # what the machine could not grade is not asked any more
    if report.course is not None:
        course = words("course: {course}", course=report.course)
        yield f'<div style="{_FAINT}">{_text(course)}</div>'
    for problem in report.problems:
        told = "\n".join(part for part in (about_the_file(problem, words), problem.text) if part)
        yield f'<pre style="{_PRE}">{_lines(told)}</pre>'
    if report.status is not Status.GRADED:
        reason = words(report.reason or Message("no reason was given"))
        yield f"<div>{_text(reason)}</div>"
        return
    first = next((check for check in report.checks if check.verdict in BROKEN), None)
    for name, checks in report.functions.items():
        yield _function(name, checks, report, options, words, is_open=first in checks)


def _ruling(ruling: Ruling, words: Words) -> Iterator[str]:
    """What people decided, and their comments."""
    for told, comment in ruled(ruling, words):
        yield f'<div style="margin:.4em 0">✎ {_text(told)}</div>'
        if comment:
            yield f'<pre style="{_PRE}">{_lines(comment)}</pre>'


def _score(report: Report, options: Options) -> str:
    """A bar and the points."""
    ruling = options.ruling
    score, most = report.score if report.status is Status.GRADED else None, report.max_score
    if ruling is not None:
        score, most = ruling.score, ruling.most
    if score is not None and options.score is not None:
        score = options.score
    if score is None:
        return ""
    part = 100 * score / most if most else 0
    inner = f"display:block;height:100%;width:{part:.0f}%;background:{_COLORS['green']}"
    bar = (
        '<span style="display:inline-block;width:8em;height:.6em;border-radius:.3em;'
        'background:#80808033;overflow:hidden;vertical-align:middle;margin:0 .5em">'
        f'<span style="{inner}"></span></span>'
    )
    return f"{bar}{score:g} / {most:g}"


def _function(
    name: str,
    checks: Sequence[CheckResult],
    report: Report,
    options: Options,
    words: Words,
    *,
    is_open: bool,
) -> str:
    worst = next((check for check in checks if check.verdict is not Verdict.PASSED), checks[0])
    head = f"{_mark(worst)} <b>{_text(name)}</b> {total(checks)}"
    body = "".join(_check(check, report, options, words) for check in checks)
    opened = " open" if is_open else ""
    if not is_open and worst.verdict in UNPASSED and (told := said(worst, words)):
        first = shortened(told.partition("\n")[0], _MOST_TOLD)
        head += f' <span style="{_FAINT}">{_text(first)}</span>'
    return (
        f'<details{opened} style="margin:.4em 0"><summary style="cursor:pointer">{head}</summary>'
        f'<div style="margin-left:1.2em">{body}</div></details>'
    )


def _check(check: CheckResult, report: Report, options: Options, words: Words) -> str:
    points = f"{check.points:g} / {check.max_points:g}"
    title = words("{title} ({points})", title=check.title, points=points)
    parts = [f"<div>{_mark(check)} {_text(title)}</div>"]
    if told := said(check, words):
        parts.append(f'<pre style="{_PRE}">{_lines(told)}</pre>')
    parts += [*_example(check, options, words), *_hints(check, report, options, words)]
    if check.output:
        printed = words("it printed")
        parts.append(f'<div>{_text(printed)}</div><pre style="{_PRE}">{_lines(check.output)}</pre>')
    return f'<div style="margin:.4em 0">{"".join(parts)}</div>'


def _example(check: CheckResult, options: Options, words: Words) -> Iterator[str]:
    """On which input it fails, and code that makes the same call."""
    shown = check.counterexample
    if shown is None:
        return
    rows = [*shown.inputs.items(), *outcomes(shown, words)]
    yield _table([(line(name), value) for name, value in rows if value])
    if shown.try_it and check.verdict is not Verdict.TIMEOUT:
        paste = words("to try it, paste this into Python, in the folder of the file")
        if options.notebook:
            paste = words("to try it, paste this into a cell")
        summary = f'<summary style="cursor:pointer;{_FAINT}">{_text(paste)}</summary>'
        yield f'<details>{summary}<pre style="{_PRE}">{_lines(shown.try_it)}</pre></details>'


def _hints(check: CheckResult, report: Report, options: Options, words: Words) -> Iterator[str]:
    """The hint, or its beginning, and what says more of it."""
    shown, has_more = nudge(check, options)
    told = _hint(shown)
    if has_more:
        command = more(check, report, options)
        code = f'<code style="{_CODE}">{_text(command)}</code>'
        says = _text(words("({command} says more)", command=command)).replace(_text(command), code)
        gap = "" if is_chinese(says[0]) else " "
        told = f'{told}{gap}<span style="{_FAINT}">{says}</span>' if shown else code
    if told:
        yield f"<div><b>{_text(words('hint'))}</b> {told}</div>"


def _table(rows: Sequence[tuple[str, str]]) -> str:
    made = []
    for name, value in rows:
        left = f'<th style="{_CELL};padding-right:1em">{_text(name)}</th>'
        cell = f"<code style='{_CODE};white-space:pre;background:none'>{_lines(value)}</code>"
        made.append(f'<tr style="background:none">{left}<td style="{_CELL}">{cell}</td></tr>')
    style = (
        "border-collapse:collapse;margin:.3em 0 .3em .7em;border:none;color:inherit;font-size:1em"
    )
    return f'<table style="{style}">{"".join(made)}</table>'


def _mark(check: CheckResult) -> str:
    mark, style = MARKS[check.verdict]
    color = f"color:{_COLORS[style]}" if style in _COLORS else _FAINT
    return f'<span style="{color}">{mark}</span>'


def _hint(text: str) -> str:
    """An author's hint: code between backticks, and what is stressed between asterisks."""
    shapes = {Kind.CODE: f'<code style="{_CODE}">{{}}</code>', Kind.EMPHASIS: "<em>{}</em>"}
    return "".join(shapes.get(kind, "{}").format(_text(piece)) for kind, piece in pieces(text))


def _text(text: str) -> str:
    return escape(clean(text))


def _lines(text: str) -> str:
    return "\n".join(_text(each) for each in shortened(text, _LIMIT).split("\n"))
