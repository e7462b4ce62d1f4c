"""What the page of a class shows beside its record: the code, the plan, what is alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from grader.classroom.copies import Remembered, remembered
from grader.classroom.kept import kept
from grader.classroom.planned import Planned, planned
from grader.classroom.record import Provenance
from grader.judge import Submission

RENEWED_S = 5
"""After how many seconds a live page is loaded again."""


@dataclass(frozen=True)
class Extras:
    """What the record does not hold.

    `graded` tells as what each student's work was graded, and `sources` has that work, by its
    digest; `others` are the other attempts. `folder` is how commands name OUT. A page is loaded
    again after `renewed` seconds, and never where that is 0; `written` is the time of day that a
    live one shows.
    """

    language: str = "en"
    folder: str = "OUT"
    graded: Mapping[str, Provenance] = field(default_factory=dict)
    sources: Mapping[str, Submission] = field(default_factory=dict)
    others: Mapping[str, Submission] = field(default_factory=dict)
    planned: Planned = field(default_factory=Planned)
    alike: Remembered | None = None
    renewed: int = 0
    written: str = ""


def extras_of(
    folder: Path,
    graded: Mapping[str, Provenance],
    settings: Mapping[str, str],
    language: str = "en",
    *,
    live: bool = False,
    attempts: Iterable[str] = (),
) -> Extras:
    """What there is of it in an OUT, whose record has these settings.

    `attempts` are the digests of all attempts.
    """
    found = remembered(settings)
    contents = dict.fromkeys(one.content for one in graded.values() if one.content)
    return Extras(
        language=language,
        folder=str(folder),
        graded=graded,
        sources=_works(folder, contents),
        others=_works(folder, [one for one in dict.fromkeys(attempts) if one not in contents]),
        planned=planned(settings),
        alike=found.still(graded) if found else None,
        renewed=RENEWED_S if live else 0,
        written=f"{datetime.now():%H:%M:%S}" if live else "",
    )


def _works(folder: Path, contents: Iterable[str]) -> dict[str, Submission]:
    works = ((content, kept(folder, content)) for content in contents)
    return {content: work for content, work in works if work is not None}
