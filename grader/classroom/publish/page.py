"""A graded class as one HTML file that needs no other: figures, a table, and every report."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from grader.classroom import analysis
from grader.classroom.analysis import Analysis, CheckFigures, Slip, Standing, analyse, standing
from grader.classroom.publish import charts, grades, payload
from grader.classroom.record import ClassRecord, Entry, State
from grader.report import Verdict
from grader.text import Kind, Message, label, language, pieces, plain

MARKS = {
    Standing.PASSED: "✓ passed",
    Standing.PARTIAL: "◦ partial",
    Standing.FAILED: "✗ failed",
    Standing.NOTHING: "· nothing",
    Standing.UNDECIDED: "? undecided",
    Standing.UNGRADED: "? ungraded",
    Standing.EXCUSED: "○ excused",
}
_MISTAKES = 8
"""How many mistakes are shown at first."""
_NAMES = 8
"""How many students are named beside a mistake at first; a click shows the others."""

_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


@dataclass(frozen=True)
class Row:
    """A student's row in the table; `anchor` is what links to the report name."""

    entry: Entry
    anchor: str
    id: str
    name: str
    file: str
    score: float | None
    functions: list[float | None]
    outcome: Standing
    duration: float | None
    decision: str

    @property
    def shown(self) -> str:
        """The name; the id where there is no name."""
        return self.name or self.id or "(no id)"

    @property
    def language(self) -> str:
        """The language of the name, where it is not the page's language."""
        return language(self.name)


def render(record: ClassRecord) -> str:
    """The page. What students wrote is shown as text, and none of it is ever run."""
    environment = _environment()
    functions = analysis.functions(record)
    script = _source(environment, "page.js")
    style = (
        f":root {{ --functions: {max(len(functions), 1)}; }}\n{_source(environment, 'page.css')}"
    )
    found = analyse(record)
    rows = _rows(record)
    text = environment.get_template("page.html").render(
        record=record,
        found=found,
        rows=rows,
        by_id={row.entry.student: row for row in reversed(rows)},
        functions=functions,
        counts={o: sum(row.outcome is o for row in rows) for o in Standing},
        charts=_charts(found),
        policy=_POLICY.format(script=_digest(script), style=_digest(style)),
        script=Markup(script),
        style=Markup(style),
        reports=Markup(payload.dumps(record)),
        marks=MARKS,
        most=_MISTAKES,
        names=_NAMES,
    )
    return text + "\n"


def reading(check: CheckFigures) -> str:
    """What a check's separation means, in words.

    The bounds are those of Ebel and Frisbie, Essentials of Educational Measurement, 5th ed.
    (1991), chapter 13, for an item's discrimination: 0.4, 0.3 and 0.2.
    """
    if not check.graded:
        return "nobody was graded"
    if check.tells_nothing:
        return f"tells nothing: {'all pass' if check.passed else 'none pass'}"
    if check.separation is None:
        return "too few to tell" if check.graded < 3 else "the other checks do not vary"
    bounds = ((0.4, "very well"), (0.3, "well"), (0.2, "somewhat"), (0.0, "hardly"))
    word = next((word for bound, word in bounds if check.separation >= bound), "")
    return word or "wrongly: the weaker pass it"


def reason(entry: Entry) -> str:
    """Why a student was not graded, or has no points: the first message about it."""
    if entry.remark is not None and entry.counts_as is not State.NOTHING:
        return label(str(entry.remark))
    problems = (f"{problem.where}: {problem.message}" for problem in entry.report.problems)
    failed = (each for each in entry.report.checks if each.verdict is not Verdict.PASSED)
    messages = (str(check.message) for check in failed if check.message)
    missing = (check.verdict is Verdict.NOT_ATTEMPTED for check in entry.report.checks)
    if entry.state is State.GRADED and entry.report.checks and all(missing):
        return "nothing was attempted"
    said = next(problems, "") or next(messages, "") or next(map(str, entry.notes), "")
    return label(said.partition("\n")[0])


def _rows(record: ClassRecord) -> list[Row]:
    return [
        Row(
            entry=entry,
            anchor=anchor,
            id=label(entry.student),
            name=label(entry.name),
            file=label(entry.file),
            score=entry.score,
            functions=analysis.points(record, entry),
            outcome=standing(entry),
            duration=entry.report.duration_s if payload.is_timed(entry) else None,
            decision=label(grades.decision(entry)),
        )
        for entry, anchor in zip(record.entries, payload.anchors(record.entries), strict=True)
    ]


def _charts(found: Analysis) -> dict[str, Markup]:
    """The distribution, once for wide and once for narrow screens: text in it can't wrap."""
    if found.summary is None:
        return {}
    drawn = {
        name: charts.distribution(found.scores, found.max_score, found.summary, width, height)
        for name, width, height in (("wide", 760, 210), ("narrow", 343, 190))
    }
    return {name: Markup(svg) for name, svg in drawn.items()}


def _environment() -> Environment:
    """Templates that make plain and escape whatever is inserted."""
    environment = Environment(
        loader=PackageLoader("grader.classroom.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        number=_number,
        link=_link,
        label=_label,
        reading=reading,
        reason=reason,
        day=_day,
        who=_who,
        marked_up=_marked_up,
    )
    return environment


def _harmless(value: Any) -> Any:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _label(value: str | Message | None) -> str:
    return "" if value is None else label(str(value))


def _number(value: float | None, digits: int | None = None) -> str:
    """A number as people read it; empty for None."""
    if value is None:
        return ""
    return f"{value:g}" if digits is None else f"{value:,.{digits}f}".replace("-", "−")


def _marked_up(hint: str) -> Markup:
    """A hint, without its Markdown."""
    return Markup("").join(_ELEMENTS[kind].format(part) for kind, part in pieces(plain(hint)))


_ELEMENTS = {
    Kind.PLAIN: Markup("{}"),
    Kind.CODE: Markup("<code translate='no'>{}</code>"),
    Kind.EMPHASIS: Markup("<em>{}</em>"),
}


def _link(anchor: str) -> str:
    return f"#student={quote(anchor, safe='')}"


def _day(text: str) -> str:
    """A time as ISO 8601 writes it, to the minute."""
    try:
        return f"{datetime.fromisoformat(text):%Y-%m-%d %H:%M}"
    except ValueError:
        return label(text)


def _who(slip: Slip, rows: dict[str, Row]) -> list[Row]:
    return [rows[student] for student in slip.students]


def _source(environment: Environment, name: str) -> str:
    """A template's own text: it stands in the page unchanged, because its digest must fit."""
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _digest(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
