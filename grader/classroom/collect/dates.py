"""When something was handed in, as platforms and people write it: a time, where there is one."""

import re
from datetime import datetime, timezone

from grader.classroom.collect.naming import folded
from grader.classroom.collect.zones import offset

_MONTHS = (
    "jan|ene|gen",
    "feb|fév|fev",
    "mar|mär|maa|mrt",
    "apr|avr|abr",
    "may|mai|mei|mag",
    "jun|juin|giu",
    "jul|juil|lug",
    "aug|aoû|aou|ago",
    "sep|set",
    "oct|okt|out|ott",
    "nov",
    "dec|dez|déc|dic",
)
"""How the months begin in English, German, French, Dutch, Spanish, Portuguese and Italian."""

_CHINESE = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_TIME = re.compile(r"(\d{1,2})[.:]?(\d\d)(?: ?([ap])\.?m\.?)?$")

_SECONDS = re.compile(r"(\d{1,2}:\d\d):([0-5]\d)\b")
_BEFORE_ZONE = re.compile(r"\s+(?:UTC)?(?=(?:Z|[+-]\d\d(?::?\d\d)?)$)", re.IGNORECASE)
_ZONE = re.compile(r"(.*\d)\s+([A-Z]{3,5})")


def sortable(text: str) -> str:
    """A date and a time such that later ones sort behind earlier ones; empty where one is unsure.

    `Sep 15, 2026 912 AM`, `15 septembre, 2026 1412`, `2026-09-15 0912`. Of 09/10/2026 nobody knows
    which is the month, so it has no order.
    """
    text = folded(text)
    time = _TIME.search(text)
    day = _day(text[: time.start()]) if time else None
    if not time or not day:
        return ""
    hour, minute, half = int(time[1]), int(time[2]), time[3]
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + 12 * (half == "p")
    try:
        return datetime(*day, hour, minute).isoformat(timespec="minutes")
    except ValueError:
        return ""


def of_numbers(text: str) -> str:
    """A time as ISO 8601 writes it, of the six numbers in 2026-11-24-17-01-53; else empty."""
    try:
        return datetime.strptime(text, "%Y-%m-%d-%H-%M-%S").isoformat()
    except ValueError:
        return ""


def time_of(text: str) -> str:
    """A time as ISO 8601 writes it, with an offset where the text has one; empty where unsure.

    `2026-11-24T17:01:53+08:00`, `2026-11-24 09:01:53.123 Z`, `2026-11-24 10:01:53 CET`,
    `2026/11/24 17:01`, and whatever `sortable` reads.
    """
    if zoned := _ZONE.fullmatch(text.strip()):
        return _in_zone(time_of(zoned[1]), zoned[2])
    plain = _BEFORE_ZONE.sub("", text.strip())
    try:
        if ":" in plain:
            return datetime.fromisoformat(plain).isoformat()
    except ValueError:
        pass
    seconds = _SECONDS.search(plain)
    found = sortable(_SECONDS.sub(r"\1", plain))
    return f"{found}:{seconds[2]}" if found and seconds else found


def _in_zone(text: str, name: str) -> str:
    """A time, with the offset of a zone; empty where it has one, or the name is that of several."""
    when = datetime.fromisoformat(text) if text else None
    east = offset(name, when) if when and when.tzinfo is None else None
    return when.replace(tzinfo=timezone(east)).isoformat() if when and east is not None else ""


def _day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day; None where they are not all there, or in an order that is not known."""
    if found := _CHINESE.search(text) or _ISO.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    years, days = re.findall(r"\b\d{4}\b", text), re.findall(r"\b\d{1,2}\b", text)
    months = {m for word in re.findall(r"[^\W\d_]+", text) if (m := _month(word))}
    if len(years) == len(days) == len(months) == 1:
        return int(years[0]), months.pop(), int(days[0])
    return None


def _month(word: str) -> int:
    found = [n for n, starts in enumerate(_MONTHS, 1) if word.startswith(tuple(starts.split("|")))]
    return found[0] if len(found) == 1 else 0
