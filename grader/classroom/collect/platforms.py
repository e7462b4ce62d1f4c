"""Whose a file or folder is by the names that learning platforms give, and by no other.

A student chooses only a file's own name, which comes last in all of these names. Where a name fits
several platforms, the one whose own part ends first is meant.

- Moodle (mod/assign/classes/downloader.php, https://github.com/moodle/moodle): a full name, the
  participant's number, the kind of submission, and for a single file its name. With blind marking
  the word for a participant stands in the name's place; before 4.2 a group's name and a hyphen
  stood before it (see `prefixes`)
- Canvas (lib/content_zipper.rb, https://github.com/instructure/canvas-lms): the sortable name's
  letters, `late`, the user's number, the attachment's number
- Blackboard ("Assignment File Download"): the assignment, the user, the time (see `blackboard`)
- Brightspace ("Download" in a folder of assignments): numbers of the user and of the folder, the
  full name, when it was handed in, and for a file its name. Each attempt has a date of its own
- Sakai (AssignmentServiceImpl.zipSubmissions, https://github.com/sakaiproject/sakai): a folder
  `Lee, Ann(ann7)` for everybody, also where nothing was handed in
- Schoology ("Download All"): a folder `Lee, Ann - 0AAA1`, with one folder for each revision in it
- Teams (SharePoint's "Student Work"): a folder for each student, with the assignment's in it, and
  in that one a folder for each version
- Gradescope ("Download Submissions"): see `gradescope`
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from grader.classroom.collect.dates import of_numbers, sortable
from grader.classroom.collect.naming import folded
from grader.text import Message, template

LATE = template("handed in late")
"""What is noted where the platform says so in the name of a file."""


class Layout(Enum):
    """How the submissions of a class are stored, in words."""

    FILE = template("a file for each student")
    FOLDER = template("a folder for each student")
    NBGRADER = template("a folder for each student (nbgrader)")
    CLONE = template("a clone for each student (GitHub Classroom)")
    ZIP = template("a zip for each student")
    MOODLE = template("Moodle's download")
    CANVAS = template("Canvas's download")
    BLACKBOARD = template("Blackboard's download")
    BRIGHTSPACE = template("Brightspace's download")
    SAKAI = template("Sakai's download")
    SCHOOLOGY = template("Schoology's download")
    TEAMS = template("Teams's files")
    GRADESCOPE = template("Gradescope's export")


_OWN = (Layout.FILE, Layout.FOLDER, Layout.NBGRADER, Layout.CLONE, Layout.ZIP)
"""The layouts that people make."""


@dataclass(frozen=True)
class Claim:
    """The student to whom something belongs, as its name says.

    `student` is an id where there is no roster. `name` is the student's name on a platform, and
    `number` the platform's number for the student. `file` is the name under which the file was
    handed in. `attempt` grows with each of a student's attempts; it is empty where the platform
    does not say. `when` is the time at which it was handed in, as ISO 8601 writes it; without an
    offset it is what the platform's clock shows. `users` are the users of Blackboard that may be
    meant, `names` the names of Moodle that may be. `ids` are what the platform knows of the
    school's ids, one place for each kind. `others` are the claims of those who handed it in
    together with this student. `upload` is Canvas's number of the file, which grows with time.
    """

    layout: Layout
    student: str
    name: str = ""
    number: str = ""
    file: str = ""
    attempt: str = ""
    when: str = ""
    notes: tuple[Message, ...] = ()
    users: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    others: tuple["Claim", ...] = ()
    upload: str = ""

    @property
    def certain(self) -> bool:
        """Whether it belongs to a student, whatever is in it."""
        return self.layout not in _OWN


_MOODLE = re.compile(
    r"-?(?P<name>.+?)(?:_(?P<number>\d+))?_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<file>.*))?",
    re.DOTALL,
)
_CANVAS = re.compile(
    r"(?:(?P<slug>\w+?)_)?(?:(?P<late>late)_)?(?P<number>\d{2,}|anon_[a-z0-9]{5})_"
    r"(?:(?P<upload>\d{3,})_(?P<file>.+)|(?:text|link)\.html)",
    re.DOTALL | re.IGNORECASE,
)
_BLACKBOARD = re.compile(
    r"(?P<head>.+?_.+?)_attempt_(?P<attempt>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)", re.DOTALL
)
# The date is written in the language of the school, and always with a year and a time.
_BRIGHTSPACE = re.compile(
    r"(?P<number>\d+)-\d+ - (?P<name>.+?) - (?P<date>(?:(?! - ).)*?\b\d{4}\b(?:(?! - ).)*?"
    r"\b\d{1,2}[.:]?\d\d(?: ?[AaPp]\.?[Mm]\.?)?)(?: - (?P<file>.+))?",
    re.DOTALL,
)
_SAKAI = re.compile(r"(?P<name>[^,]+,(?:.*[^ ])?)\((?P<id>[^()]+)\)", re.DOTALL)
_SAKAIS_OWN = {
    "timestamp.txt", "comments.txt", "submission attachment(s)", "feedback attachment(s)",
}  # fmt: skip
_SCHOOLOGY = re.compile(r"(?P<name>[^,]+, .+) - (?P<id>\S+)", re.DOTALL)
_REVISION = re.compile(r"Revision (?P<number>\d{1,4}) - (?P<when>.+)", re.IGNORECASE)
_VERSION = re.compile(r"Version (?P<number>\d{1,4})", re.IGNORECASE)
_PARTICIPANT = re.compile(
    r"(?:participant(?:e|\.e|·e|\(e\))?|teilnehmer(?:/?in)?|teilnehmende(?:/?r)?|partecipante"
    r"|deelnemer|deltagare|參與者|参与者|参加者)[ _]?(\d+)"
)
ATTACHMENTS = "Submission attachment(s)"
"""The folder of Sakai's that has what the student handed in. Others are the instructor's."""


def of_platform(name: str, folder: bool) -> Claim | None:
    """The claim by a platform's names. If several fit, the one whose own part ends first."""
    patterns = _FOLDERS if folder else _FILES
    found = {match: claim for p, claim in patterns.items() if (match := p.fullmatch(name))}
    claims = [found[match](match) for match in sorted(found, key=_end_of_platforms_part)]
    return next((claim for claim in claims if claim), None)


def on_platform(name: str) -> Claim | None:
    """The claim by the names that platforms give to files and folders, and no other."""
    return of_platform(name, folder=False)


def of_folder(name: str, inside: dict[str, bool]) -> Claim | None:
    """The claim of a folder by its name and by what lies in it: names, whether each is a folder."""
    there = {entry.lower() for entry in inside}
    if (found := _SAKAI.fullmatch(name)) and there & _SAKAIS_OWN:
        return _with_id(Layout.SAKAI, found)
    if (found := _SCHOOLOGY.fullmatch(name)) and _all_match(_REVISION, inside):
        return _with_id(Layout.SCHOOLOGY, found)
    return None


def _with_id(layout: Layout, found: re.Match[str]) -> Claim:
    id = found["id"].strip()
    return Claim(layout, id, found["name"].strip(), id, ids=(id,))


def revision(name: str) -> tuple[str, tuple[Message, ...]] | None:
    """Of a folder in Schoology's folder of a student: which attempt it is, and notes on it."""
    if not (found := _REVISION.fullmatch(name)):
        return None
    is_late = found["when"].strip().lower().startswith("late")
    return _padded(found["number"]), (Message(LATE),) if is_late else ()


def version_of_teams(name: str) -> str:
    """Of a folder in Teams's folder of an assignment: which attempt it is; else empty."""
    found = _VERSION.fullmatch(name)
    return _padded(found["number"]) if found else ""


def has_versions(inside: dict[str, bool]) -> bool:
    """Whether a folder holds versions, as Teams makes them, and nothing else."""
    return _all_match(_VERSION, inside)


def head_of(name: str) -> str:
    """Of a file of Blackboard's: the assignment's name and the user's, joined; else empty."""
    claim = of_platform(name, folder=False)
    found = _BLACKBOARD.fullmatch(name)
    return found["head"] if found and claim and claim.layout is Layout.BLACKBOARD else ""


def _padded(number: str) -> str:
    return f"{int(number):06}"


def _all_match(pattern: re.Pattern[str], inside: dict[str, bool]) -> bool:
    return bool(inside) and all(
        is_folder and pattern.fullmatch(name) for name, is_folder in inside.items()
    )


def _end_of_platforms_part(found: re.Match[str]) -> int:
    return found.start("file") if found["file"] else found.end()


def _moodle(found: re.Match[str]) -> Claim:
    student = "_".join(part for part in (found["name"], found["number"]) if part)
    file, number = found["file"] or "", found["number"] or ""
    name = "" if is_participant(student) else found["name"]
    return Claim(Layout.MOODLE, student, name, number, file)


def is_participant(text: str) -> str:
    """The number in what Moodle calls a student with blind marking: `Participant 12`; else empty.

    The words are those of its language packs (strings `participant` and `hiddenuser`).
    """
    found = _PARTICIPANT.fullmatch(folded(text))
    return found[1] if found else ""


def _blackboard(found: re.Match[str]) -> Claim:
    # Where the assignment's name ends is known when all names are, see `blackboard`.
    file, attempt, user = found["file"] or "", found["attempt"], found["head"].rpartition("_")[2]
    when = of_numbers(attempt)
    return Claim(Layout.BLACKBOARD, user or found["head"], file=file, attempt=attempt, when=when)


def _brightspace(found: re.Match[str]) -> Claim:
    name, number = found["name"].strip(), found["number"]
    file, when = found["file"] or "", sortable(found["date"])
    return Claim(Layout.BRIGHTSPACE, f"{name}_{number}", name, number, file, when, when)


def _canvas(found: re.Match[str]) -> Claim | None:
    slug, number, file = found["slug"] or "", found["number"], found["file"] or ""
    anonymous = number[:5].lower() == "anon_"
    if not (slug or anonymous):
        return None
    late = found["late"] or (anonymous and slug.lower() == "late")
    notes, upload = (Message(LATE),) if late else (), found["upload"] or ""
    if anonymous:
        return Claim(Layout.CANVAS, number, file=file, notes=notes, upload=upload)
    student = f"{slug}_{number}"
    return Claim(Layout.CANVAS, student, slug, number, file, notes=notes, upload=upload)


_Reader = Callable[[re.Match[str]], Claim | None]
_FOLDERS: dict[re.Pattern[str], _Reader] = {_MOODLE: _moodle, _BRIGHTSPACE: _brightspace}
_FILES: dict[re.Pattern[str], _Reader] = {
    **_FOLDERS,
    _CANVAS: _canvas,
    _BLACKBOARD: _blackboard,
}
