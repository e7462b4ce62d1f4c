"""A student's report as a file of its own, from which the record can be made again.

It is the report's JSON, and under `record` what the record knows beside it. What people decided
stands under `ruling`, and what is taken off for late work under `lateness`, for whoever reads the
file: the record is made of what the machine said.
"""

import json
from typing import Any

import msgspec

from grader import formats
from grader.classroom.record import Entry, Provenance, State
from grader.report import (
    CheckResult,
    Counterexample,
    Mistake,
    Place,
    Problem,
    Report,
    Status,
    Verdict,
)
from grader.text import Fact, Message


def as_json(entry: Entry, graded: Provenance | None) -> str:
    """The JSON of a student's report; `graded` is what it was given for."""
    report = json.loads(formats.named("json")(entry.report, formats.Options()))
    row = msgspec.to_builtins(entry)
    del row["report"]
    ruling, lateness = row.pop("ruling"), row.pop("lateness")
    if lateness is not None:
        report["lateness"] = lateness
    if entry.ruling is not None:
        report["ruling"] = ruling | {"is_excused": entry.ruling.is_excused}
    report["record"] = row | {"graded": msgspec.to_builtins(graded)}
    text = json.dumps(report, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode() + "\n"


def from_json(text: str, student: str) -> tuple[Entry, Provenance]:
    """The row that was written as this text. A report of before has no more than a student's id.

    Raises ValueError where it is no report.
    """
    try:
        told = json.loads(text)
        report = _report(told)
        row = told.get("record") or _row_of(report, student)
        graded = msgspec.convert(row.pop("graded", None), Provenance | None)
        entry = msgspec.convert(row | {"report": msgspec.to_builtins(report)}, Entry)
    except (KeyError, TypeError, AttributeError, RecursionError, msgspec.MsgspecError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from None
    return entry, graded or Provenance("", report.key_fingerprint, "")


def _row_of(report: Report, student: str) -> dict[str, Any]:
    states = {
        Status.GRADED: State.GRADED,
        Status.UNGRADED: State.UNGRADED,
        Status.UNDECIDED: State.UNDECIDED,
    }
    is_nothing = report.status is Status.GRADED and not report.isolation
    state = State.NOTHING if is_nothing else states[report.status]
    return {"student": student, "name": "", "file": report.submission, "state": state.value}


def _report(told: dict[str, Any]) -> Report:
    return Report(
        exercise=told["exercise"],
        title=told["title"],
        submission=told["submission"],
        status=Status(told["status"]),
        isolation=told["isolation"],
        duration_s=told["duration_s"],
        key_fingerprint=told["key"]["fingerprint"],
        seed_is_public=told["key"]["seed_is_public"],
        checks=tuple(_check(check) for check in told["checks"]),
        problems=tuple(
            Problem(each["where"], each["line"], _message(each) or Message(""), each["text"])
            for each in told["problems"]
        ),
        reason=_message(told["reason"]),
        course=_message(told.get("course")),
    )


def _check(told: dict[str, Any]) -> CheckResult:
    example, mistake = told["counterexample"], told["mistake"]
    return CheckResult(
        name=told["name"],
        title=told["title"],
        # Before, a report did not say it; a check's name begins with it.
        function=told.get("function") or told["name"].rpartition("_")[0] or told["name"],
        verdict=Verdict(told["verdict"]),
        points=told["points"],
        max_points=told["max_points"],
        message=_message(told),
        details=tuple(found for each in told["details"] if (found := _message(each))),
        counterexample=example
        and Counterexample(
            example["inputs"],
            example["expected"],
            example["returned"],
            example["try"],
            example.get("stays", False),
            {
                name: said
                for name, told in example.get("instead", {}).items()
                if (said := _message(told))
            },
        ),
        mistake=mistake and Mistake(mistake["name"], tuple(mistake["hints"])),
        output=told["output"],
        place=_place(told.get("place")),
    )


def _place(told: dict[str, Any] | None) -> Place | None:
    return Place(told["unit"], told["line"]) if told else None


def _message(told: dict[str, Any] | None) -> Message | None:
    if told is None or not told["message_id"]:
        return None
    return Message(told["message_id"], **{name: _fact(f) for name, f in told["facts"].items()})


def _fact(told: Any) -> Fact:
    found = _message(told) if isinstance(told, dict) else told
    return "" if found is None else found
