"""A graded class as one HTML file that needs no other: figures, a table, and every report."""

import hashlib
import re
import shlex
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from grader.classroom import analysis
from grader.classroom.analysis import Analysis, Slip, Standing, analyse, standing
from grader.classroom.clusters import Unnamed, unnamed
from grader.classroom.publish import charts, grades, page_words, payload
from grader.classroom.publish.extras import Extras
from grader.classroom.publish.page_groups import (
    Group,
    alike_of,
    groups_with_no_name,
    in_no_group,
)
from grader.classroom.record import ClassRecord, Entry
from grader.text import Words, is_of_taiwan, label, language, line, plain, template

MARKS = {
    Standing.PASSED: template("✓ passed"),
    Standing.PARTIAL: template("◦ partial"),
    Standing.FAILED: template("✗ failed"),
    Standing.NOTHING: template("· nothing"),
    Standing.UNDECIDED: template("? undecided"),
    Standing.UNGRADED: template("? ungraded"),
    Standing.EXCUSED: template("○ excused"),
}
_FLAGS = {
    payload.WAITS: template("waits for a decision"),
    payload.LATE_FLAG: template("late"),
    payload.STRANGER: template("not on the roster"),
    payload.RULED: template("decided by a person"),
    payload.SEVERAL: template("several attempts"),
}
_MISTAKES = 8
"""How many mistakes are shown at first."""
_NAMES = 8
"""How many students are named beside a mistake at first; a click shows the others."""

_SCRIPTS = ("page.js", "page_code.js", "page_table.js", "page_report.js", "page_live.js")
SAID = re.compile(r'\bsay\("([^"\\]+)"')
"""What the script says: a literal, which stands in the catalogues as the page's own words do."""
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


@dataclass(frozen=True)
class Row:
    """A student's row in the table; `anchor` is what links to the report name.

    `late` says what is taken off for late work, and `uses` are options that decide which file of
    the student's counts.
    """

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
    late: str
    uses: list[str]
    shown: str

    @property
    def language(self) -> str:
        """The language of the name, where it is not the page's language."""
        return language(self.name)


def render(record: ClassRecord, extras: Extras | None = None, found: Unnamed | None = None) -> str:
    """The page. What students wrote is shown as text, and none of it is ever run.

    `found` are the groups of mistakes without a name, where they are known already.
    """
    extras = extras or Extras()
    words = Words(extras.language)
    environment = _environment(words)
    script = "\n".join(_source(environment, name) for name in _SCRIPTS)
    functions = analysis.functions(record)
    style = (
        f":root {{ --functions: {max(len(functions), 1)}; }}\n{_source(environment, 'page.css')}"
    )
    rows = _rows(record, extras, words)
    by_id = {row.entry.student: row for row in reversed(rows)}
    told = groups_with_no_name(found or unnamed(record), by_id, words)
    said = {each: words(each) for each in dict.fromkeys(SAID.findall(script))}
    in_groups = _of_students(told)
    text = environment.get_template("page.html").render(
        record=record,
        rows=rows,
        by_id=by_id,
        functions=functions,
        language="zh-Hant-TW" if is_of_taiwan(extras.language) else extras.language,
        policy=_POLICY.format(script=_digest(script), style=_digest(style)),
        script=Markup(script),
        style=Markup(style),
        reports=Markup(payload.dumps(record, extras, said, in_groups)),
        unnamed=told,
        **_figures(record, rows, words, told),
        **_beside(record, extras, by_id, words),
    )
    return text + "\n"


def _figures(
    record: ClassRecord, rows: Sequence[Row], words: Words, told: Sequence[Group]
) -> dict[str, Any]:
    """What is counted: the figures, and by what the table can be filtered."""
    found = analyse(record)
    flags = Counter(flag for row in rows for flag in payload.flags(row.entry))
    mistakes = [(line(slip.name), len(slip.students)) for slip in found.mistakes]
    mistakes += [(group.name, len(group.rows)) for group in told]
    return {
        "found": found,
        "others": in_no_group(found.others, told, {c.name: c.function for c in record.checks}),
        "charts": _charts(found, words),
        "counts": {o: sum(row.outcome is o for row in rows) for o in Standing},
        "flags": [(each, words(text), flags[each]) for each, text in _FLAGS.items() if flags[each]],
        "mistakes": list(dict.fromkeys(mistakes)),
        "marks": MARKS,
        "verdicts": {each: words(text) for each, text in MARKS.items()},
        "most": _MISTAKES,
        "names": _NAMES,
    }


def _beside(
    record: ClassRecord, extras: Extras, by_id: Mapping[str, Row], words: Words
) -> dict[str, Any]:
    """What does not come from the record."""
    groups = payload.groups_of(record.entries, extras.graded, extras.planned)
    ignored = [(label(path), label(words(why))) for path, why in extras.planned.ignored]
    if extras.planned.more_ignored:
        more = words("and {count} more", count=extras.planned.more_ignored)
        ignored.append((f"… {more}", "plan.txt"))
    return {
        "no_id": words("(no id)"),
        "live": extras.renewed,
        "written": extras.written,
        "awaited": sum(student not in by_id for student in extras.planned.students),
        "ignored": ignored,
        "group_names": sorted({label(name) for name in groups.values()}),
        "alike": alike_of(extras, by_id, words) if by_id and extras.sources else None,
        "adopt": f"grader adopt {shlex.quote(extras.folder)} GROUP --name NAME --hint TEXT",
    }


def _of_students(told: Sequence[Group]) -> dict[str, list[str]]:
    """The groups of mistakes without a name in which each student is."""
    found: dict[str, list[str]] = {}
    for group in told:
        for row in group.rows:
            found.setdefault(row.entry.student, []).append(group.name)
    return found


def _rows(record: ClassRecord, extras: Extras, words: Words) -> list[Row]:
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
            decision=label(grades.decision(entry, words)),
            late=_late(entry, words),
            uses=payload.uses(entry, extras),
            shown=label(entry.name) or label(entry.student) or words("(no id)"),
        )
        for entry, anchor in zip(record.entries, payload.anchors(record.entries), strict=True)
    ]


def _late(entry: Entry, words: Words) -> str:
    is_late = entry.lateness is not None and entry.lateness.late > 0
    return label(words(entry.lateness.message)) if entry.lateness and is_late else ""


def _charts(found: Analysis, words: Words) -> dict[str, Markup]:
    """The distribution, once for wide and once for narrow screens: text in it can't wrap."""
    if found.summary is None:
        return {}
    drawn = {
        name: charts.distribution(found.scores, found.max_score, found.summary, size, words)
        for name, size in (("wide", (760, 210)), ("narrow", (343, 190)))
    }
    return {name: Markup(svg) for name, svg in drawn.items()}


def _environment(words: Words) -> Environment:
    """Templates that make plain and escape whatever is inserted."""
    environment = Environment(
        loader=PackageLoader("grader.classroom.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = words
    environment.filters.update(
        number=page_words.number,
        link=page_words.link,
        label=partial(page_words.one_line, words=words),
        reading=partial(page_words.reading, words=words),
        reason=partial(page_words.reason, words=words),
        day=page_words.day,
        who=_who,
        marked_up=page_words.marked_up,
    )
    return environment


def _harmless(value: Any) -> Any:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _who(slip: Slip, rows: dict[str, Row]) -> list[Row]:
    return [rows[student] for student in slip.students]


def _source(environment: Environment, name: str) -> str:
    """A template's own text: it stands in the page unchanged, because its digest must fit."""
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _digest(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
