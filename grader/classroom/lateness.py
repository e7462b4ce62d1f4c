"""How late a version of a student's work is, and what that costs by the rule of the class."""

import math
from dataclasses import replace
from datetime import datetime, tzinfo

from grader.classroom.policy import Policy, at, span
from grader.classroom.record import HandedIn, Lateness
from grader.text import Message, template

_LATE = template(
    "handed in {when}, {late} late: {raw} points, {penalty} taken off ({rate}), so {final} of "
    "{most} count"
)
_TOO_LATE = template(
    "handed in {when}, {late} late, which is too late to count: {raw} points, so {final} of {most} "
    "count"
)
"""Their points are put in by `with_raw`."""
_FIRST_YEAR, _LAST_YEAR = 1970, 9000


def instant(handed_in: HandedIn, zone: tzinfo | None) -> datetime | None:
    """When it was; None where that is not known.

    What a platform's clock shows is read in `zone`: that of the time at which it is due, or else
    the local one.
    """
    try:
        found = datetime.fromisoformat(handed_in.when)
        if found.tzinfo is None:
            found = found.replace(tzinfo=zone) if zone else found.astimezone()
    except (ValueError, OverflowError, OSError):
        return None
    # A commit can have any time; one at the end of the calendar can't be told in another zone.
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def lateness(
    handed_in: HandedIn, policy: Policy, due: datetime, raw: float, most: float
) -> Lateness:
    """How late it is for what is `due` then, and what the `raw` points of `most` become.

    Who is over the grace is late since it was due. Exactly at the end of the grace is on time.
    """
    when = instant(handed_in, due.tzinfo)
    if when is None:
        return _unknown(handed_in, raw)
    shown = at(when.astimezone(due.tzinfo))
    on_time = Message("handed in {when}, on time", when=shown)
    found = Lateness(when.isoformat(), handed_in.source, 0, raw, 0.0, raw, on_time, True)
    seconds = (when - due).total_seconds()
    if seconds <= 0:
        return found
    late = span(seconds)
    if seconds <= policy.grace:
        return replace(
            found,
            message=Message(
                "handed in {when}, {late} later than it was due, which is not late here",
                when=shown,
                late=late,
            ),
        )
    found = replace(found, late=math.ceil(seconds), is_settled=policy.is_applied)
    if policy.until is not None and seconds > policy.until:
        told = Message(_TOO_LATE, when=shown, late=late, most=f"{most:g}")
        return with_raw(replace(found, penalty=most, message=told), raw)
    if policy.rate is None:
        told = Message(
            "handed in {when}, {late} late; no points are taken off", when=shown, late=late
        )
        return replace(found, message=told)
    told = Message(_LATE, when=shown, late=late, rate=policy.rate.text, most=f"{most:g}")
    return with_raw(replace(found, penalty=policy.rate.penalty(seconds, most), message=told), raw)


def with_raw(found: Lateness, raw: float) -> Lateness:
    """The same, where the points before the penalty are others: a person gave points to a part."""
    final = round(max(0.0, raw - found.penalty), 6)
    numbers = {"raw": f"{raw:g}", "penalty": f"{found.penalty:g}", "final": f"{final:g}"}
    message = found.message
    if message.template in (_LATE, _TOO_LATE):
        message = Message(message.template, **{**message.facts, **numbers})
    return replace(found, raw=raw, final=final, message=message)


def _unknown(handed_in: HandedIn, raw: float) -> Lateness:
    """Nothing is taken off where nobody knows how late it is."""
    said = Message("when it was handed in is not known, so no points are taken off")
    if handed_in.is_late:
        said = Message(
            "the platform calls it late, and how late is not known, so no points are taken off"
        )
    return Lateness("", handed_in.source, 0, raw, 0.0, raw, said)
