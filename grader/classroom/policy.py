"""What a person has said of attempts and of late work: which attempt counts, when it is due, what
being late costs. It is kept in the record's settings, and said again in words.

Nothing of it changes what was graded. So it can be said before a class is graded, or afterwards.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from grader.errors import UsageError
from grader.text import Message, shown, template

NONE = "none"
"""What takes a rule back."""

OPTIONS = ("count", "due", "late", "grace", "until")
"""What can be said: options of the command line, and settings of the record."""

_SECONDS = {"s": 1, "m": 60, "min": 60, "h": 3600, "hour": 3600, "d": 86400, "day": 86400}
_SECONDS |= {"w": 7 * 86400, "week": 7 * 86400, "hours": 3600, "days": 86400, "weeks": 7 * 86400}
_SPAN = re.compile(r"(?:\d+(?:\.\d+)? ?[a-z]+ ?)+")
_PART = re.compile(r"(\d+(?:\.\d+)?) ?([a-z]+)")
_RATE = re.compile(r"(\d+(?:[.,]\d+)?) ?(%?) ?/ ?([a-z]+)")
_PERIODS = {
    60: template("minute"),
    3600: template("hour"),
    86400: template("day"),
    7 * 86400: template("week"),
}
_ONCE = "once"
_DAY, _HOUR, _MINUTE = 86400, 3600, 60


class Count(Enum):
    """Which of several attempts is the grade; in words, for the summary."""

    LAST = "last"
    BEST = "best"
    FIRST = "first"

    @property
    def said(self) -> Message:
        """The rule in words."""
        return Message(_COUNTS[self.value])

    @property
    def wants_all(self) -> bool:
        """Whether an attempt before the last one may be the grade, so that each is graded."""
        return self is not Count.LAST


_COUNTS = {
    "last": template("of several attempts, the last counts"),
    "best": template("of several attempts, the best counts"),
    "first": template("of several attempts, the first counts"),
}


@dataclass(frozen=True)
class Rate:
    """What being late costs: points, or per cent of all points, for each begun period.

    `every` is the period in seconds; 0 stands for once, however late it is.
    """

    text: str
    amount: float
    is_percent: bool
    every: int

    def penalty(self, late: float, most: float) -> float:
        """The points for being so many seconds late, never more than there are."""
        each = most * self.amount / 100 if self.is_percent else self.amount
        begun = math.ceil(late / self.every) if self.every else 1
        return round(min(most, each * begun), 6)


@dataclass(frozen=True)
class Policy:
    """All of it. Without `count`, an earlier grade stays until a person decides.

    `grace` and `until` are seconds after `due`.
    """

    count: Count | None = None
    due: datetime | None = None
    rate: Rate | None = None
    grace: float = 0.0
    until: float | None = None

    @property
    def is_applied(self) -> bool:
        """Whether there is a rule for late work, so that nobody has to decide about it."""
        return self.due is not None and (self.rate is not None or self.until is not None)

    @property
    def wants_all(self) -> bool:
        """Whether an attempt before the last one may be the grade, so that each is graded."""
        return self.count is not None and self.count.wants_all

    @property
    def said(self) -> tuple[Message, ...]:
        """The rules in words, a line each."""
        told = [self.count.said] if self.count else []
        if self.due is not None:
            told.append(Message("due {when}; {late}", when=at(self.due), late=self._late()))
        return tuple(told)

    def _late(self) -> Message:
        found = Message("late work is noted, and no points are taken off")
        if self.rate is not None and not self.rate.every:
            found = Message("late work loses {each}, once", each=self._each(self.rate))
        elif self.rate is not None:
            found = Message(
                "late work loses {each} for each begun {period}",
                each=self._each(self.rate),
                period=Message(_PERIODS[self.rate.every]),
            )
        if self.grace:
            found = Message(
                "{rule}; up to {grace} later is not late", rule=found, grace=span(self.grace)
            )
        if self.until is not None:
            found = Message(
                "{rule}; more than {until} later counts 0 points",
                rule=found,
                until=span(self.until),
            )
        return found

    def _each(self, rate: Rate) -> Message:
        amount = f"{rate.amount:g}"
        if rate.is_percent:
            return Message("{percent} % of all points", percent=amount)
        return Message("{points} points", points=amount)


NO_POLICY = Policy()


def read_policy(settings: Mapping[str, str]) -> Policy:
    """The policy in the settings of a record. Raises UsageError for what can't be read."""
    found = {name: settings[name] for name in OPTIONS if settings.get(name)}
    return Policy(
        count=Count(found["count"]) if "count" in found else None,
        due=due(found["due"]) if "due" in found else None,
        rate=_rate(found["late"]) if "late" in found else None,
        grace=_span("--grace", found["grace"]) if "grace" in found else 0.0,
        until=_span("--until", found["until"]) if "until" in found else None,
    )


def settled(settings: Mapping[str, str], asked: Mapping[str, str | None]) -> dict[str, str]:
    """The settings in which what is asked for now takes the place of what was said before.

    `none` takes a rule back; without a time at which it is due, there is no rule for late work.
    Raises UsageError where it can't be meant.
    """
    found = {name: settings.get(name, "") for name in OPTIONS}
    for name, text in asked.items():
        if text is not None and not text.strip():
            raise UsageError(
                "--{option} is empty; write {none} to have no rule", option=name, none=NONE
            )
        if text is not None:
            found[name] = "" if text == NONE else text
    if asked.get("due") == NONE:
        found |= dict.fromkeys(("late", "grace", "until"), "")
    late = [name for name in ("late", "grace", "until") if found[name]]
    if late and not found["due"]:
        raise UsageError(
            "--{option} needs a time from which on work is late: --due 2026-12-01T23:59",
            option=late[0],
        )
    policy = read_policy(found)
    if policy.due is not None:
        found["due"] = policy.due.isoformat()  # with an offset, wherever it is read again
    return found


def due(text: str, option: str = "--due") -> datetime:
    """A time at which work is due, with its offset: the local one where it names none.

    Raises UsageError for what is no time, and for a day without one.
    """
    try:
        found = datetime.fromisoformat(text.strip())
        if ":" not in text:
            raise ValueError
        return found if found.tzinfo else found.astimezone()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            "{option} {text}: write a day and a time, as in 2026-12-01T23:59 or "
            "2026-12-01T23:59+08:00",
            option=option,
            text=shown(text),
        ) from None


def at(when: datetime) -> str:
    """A time as people read it, with its offset."""
    return when.isoformat(sep=" ", timespec="minutes")


def span(seconds: float) -> Message:
    """How long it is, in its two largest units: 1 d 3 h."""
    whole = math.ceil(seconds)
    days, hours = divmod(whole, _DAY)
    if days and hours < _HOUR:
        return Message("{days} d", days=days)
    if days:
        return Message("{days} d {hours} h", days=days, hours=hours // _HOUR)
    hours, rest = divmod(whole, _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    if hours and not minutes:
        return Message("{hours} h", hours=hours)
    if hours:
        return Message("{hours} h {minutes} min", hours=hours, minutes=minutes)
    if minutes and not rest:
        return Message("{minutes} min", minutes=minutes)
    if minutes:
        return Message("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    return Message("{seconds} s", seconds=rest)


def _span(option: str, text: str) -> float:
    """Seconds, of a text as 15m, 3d or 1h 30m."""
    plain = text.strip().lower()
    parts = _PART.findall(plain) if _SPAN.fullmatch(plain) else []
    if not parts or any(unit not in _SECONDS for _, unit in parts):
        raise UsageError(
            "{option} {text}: write how long, as in 15m, 2h or 3d", option=option, text=shown(text)
        )
    return sum(float(number) * _SECONDS[unit] for number, unit in parts)


def _rate(text: str) -> Rate:
    found = _RATE.fullmatch(text.strip().lower())
    number = float(found[1].replace(",", ".")) if found else 0.0
    every = 0 if found and found[3] == _ONCE else _SECONDS.get(found[3], 1) if found else 1
    if not found or every not in (0, *_PERIODS) or (found[2] and number > 100):
        raise UsageError(
            "--late {text}: write what is taken off and for how long, as in 10%/day, 5%/hour, "
            "2/day (points) or 20%/once",
            text=shown(text),
        )
    return Rate(text, number, bool(found[2]), every)
