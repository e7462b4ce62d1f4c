"""Which student a file or folder of a class belongs to, as its name says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from grader.classroom.collect.naming import folded
from grader.classroom.collect.platforms import Claim, Layout, of_platform
from grader.course import Lesson

SOURCES = (".py", ".ipynb")
ARCHIVES = (".zip", ".tgz", ".tar", ".gz", ".bz2", ".xz", ".7z", ".rar")
_DISGUISED = re.compile(r"(.*\.(?:py|ipynb))(?:\.\w{1,8}|_+)+", re.IGNORECASE | re.DOTALL)
"""A source file with one suffix more: logistic.py.txt, as some editors and mailers save it."""
_TEXTS = (".txt", ".doc", ".docx", ".odt", ".rtf", ".html", ".htm", ".json", ".pdf")
_JUNK = re.compile(r"(readme|license|gradebook|grades|roster|timestamp)(\..*)?", re.IGNORECASE)
_MACHINES = re.compile(
    r"\._.*|\.git.*|\.~lock.*|\.(ds_store|ipynb_checkpoints|vscode|idea|venv)|__macosx|__pycache__"
    r"|thumbs\.db|desktop\.ini",
    re.IGNORECASE,
)
_WRAPPERS = re.compile(
    r"(all[-_ ]?)?(submissions?|submitted|hand-?ins?|exports?|downloads?|abgaben|作业|作業|提交)",
    re.IGNORECASE,
)
_COPY = re.compile(r"[-_ ]*\(\d{1,3}\)$|-\d{1,3}$")
"""What a browser, Canvas and Moodle append to a name that exists already."""

_COPY_OF = re.compile(
    r"^(?:copy of|copie de|copia de|kopie von)\b[-–— _]*"
    r"|[-–— _]+(?:copy of|copy|copie de|copia de|kopie von|kopie|副本)$",
    re.IGNORECASE,
)
"""What Drive, Windows and macOS write beside the name of a copy."""

_NO_NAME = re.compile(
    r"(final|copy|kopie|副本|new|old|solution|stub|submission|test|version|v?\d{1,2}|[\W_])*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Names:
    """By what names an exercise goes, and those of the exercises beside it."""

    lesson: Lesson

    @cached_property
    def _own(self) -> tuple[str, ...]:
        exercise = self.lesson.exercise
        names = [_slug(name) for name in (exercise.name, self.lesson.folder.name, exercise.module)]
        # A title of one word may be a student's surname.
        title = _slug(exercise.title)
        return (*names, title) if "_" in title else tuple(names)

    @cached_property
    def _others(self) -> frozenset[str]:
        """The short names of the other exercises of the course."""
        folders = self.lesson.folder.parent.glob("*/checks.py")
        names = {_slug(path.parent.name.split("_")[0]) for path in folders}
        return frozenset(names - {_slug(self.lesson.exercise.name)})

    @cached_property
    def _edges(self) -> re.Pattern[str]:
        names = "|".join(
            re.escape(name).replace("_", "[-_ ]") for name in sorted(self._own, key=len)[::-1]
        )
        return re.compile(rf"^(?:{names})(?:[-–—_ ]+|$)|[-–—_ ]+(?:{names})$", re.IGNORECASE)

    @cached_property
    def handed_out(self) -> frozenset[str]:
        """Files that are never handed in: given modules, checks.py, files of other exercises."""
        others = self.lesson.folder.parent.glob("*/*")
        beside = {path.name for path in others if path.parent != self.lesson.folder}
        given = {"checks.py", *self.lesson.given_files}
        mine = {self.lesson.file_name, self.lesson.notebook_name}
        return frozenset(folded(name) for name in (beside | given) - mine)

    def fits(self, part: str) -> bool:
        """Whether a folder is named after this exercise: ex1, ex1_logistic, ex1-homework."""
        slug = _slug(part)
        return slug in self._own or slug.startswith(f"{self._own[0]}_")

    def foreign(self, part: str) -> bool:
        """Whether a folder is named after another exercise of the course."""
        return _slug(part).split("_")[0] in self._others and not self.fits(part)

    def exact(self, name: str) -> bool:
        """Whether a file has the name that the exercise asks for, or the name of a copy of it."""
        stem, suffix = _split(name)
        return suffix in SOURCES and _COPY.sub("", stem) == folded(self.lesson.exercise.module)

    def renamed(self, name: str) -> bool:
        """Whether a name contains the exercise's: logistic_final.py, my-logistic.py, ex1.ipynb."""
        slug = f"_{_slug(_split(name)[0])}_"
        return any(f"_{own}_" in slug for own in self._own)

    def disguised(self, name: str) -> bool:
        """Whether a text has the exercise's name: logistic.txt, logistic.docx, ex1.html."""
        return _split(name)[1] in _TEXTS and self.renamed(name)

    def bare(self, name: str) -> str:
        """A student's id without the exercise's name around it; empty where nothing is left."""
        if _NO_NAME.fullmatch(self._without_names(_COPY.sub("", name))):
            return ""
        return self._without_names(name)

    def _without_names(self, name: str) -> str:
        """The name without the exercise's, and without the words for a copy, at both ends."""
        before = ""
        while name != before:
            before, name = name, _COPY_OF.sub("", self._edges.sub("", name)).strip()
        return name

    def is_assignment(self, text: str) -> bool:
        """Whether a platform's name for an assignment is one of this exercise."""
        return _slug(text) in self._own

    def claim(self, name: str, *, folder: bool, prefix: str = "") -> Claim | None:
        """The claim of a top-level file or folder of this name; None where it names no student."""
        if found := of_platform(name, folder):
            return found
        if folder:
            # The common beginning of clones is cut only where the exercise's name is not in it.
            student = self.bare(name) or name
            if student == name:
                student = name.removeprefix(prefix) or name
            return Claim(Layout.FOLDER if student == name else Layout.CLONE, student)
        stem, suffix = _whole_split(name)
        student = self.bare(stem or name)
        layout = Layout.ZIP if suffix.endswith(ARCHIVES) else Layout.FILE
        return Claim(layout, student, file=name) if student else None


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "_", folded(text)).strip("_")


def _split(name: str) -> tuple[str, str]:
    """The stem and the suffix of a file's name, folded."""
    stem, dot, suffix = folded(name).rpartition(".")
    return stem.strip(), dot + suffix


def _whole_split(name: str) -> tuple[str, str]:
    """The stem and all of the suffix: alice, .tar.gz; bob, .py.txt."""
    stem, dot, suffix = name.rpartition(".")
    suffix = folded(dot + suffix)
    if suffix.endswith(ARCHIVES) and stem.lower().endswith((".tar", *SOURCES)):
        return _whole_split(stem)[0], folded(name[len(_whole_split(stem)[0]) :])
    if source := undisguised(name):
        return source.rpartition(".")[0], folded(name[len(source.rpartition(".")[0]) :])
    return stem, suffix


def undisguised(name: str) -> str:
    """A source file's name without a suffix that does not belong there; empty for other files."""
    found = _DISGUISED.fullmatch(name)
    return found[1] if found and not name.lower().endswith(SOURCES) else ""


def is_closed(name: str) -> bool:
    """Whether a file may be a student's work that can't be read as it is: packed, or renamed."""
    return name.lower().endswith(ARCHIVES) or bool(undisguised(name))


def is_work(name: str) -> bool:
    """Whether a file may be a student's work, by its suffix."""
    return name.lower().endswith(SOURCES) or is_closed(name)


def junk(name: str) -> bool:
    """Whether it is a file of the system's or the instructor's, which need not be mentioned."""
    instructors = _JUNK.fullmatch(name) and not name.lower().endswith(SOURCES)
    return bool(instructors) or of_machine(name)


def of_machine(name: str) -> bool:
    """Whether it is a file that some program keeps for itself."""
    return bool(_MACHINES.fullmatch(name))


def wraps(name: str) -> bool:
    """Whether a folder's name says that it holds a whole class."""
    return bool(_WRAPPERS.fullmatch(name))


def common(clones: Iterable[str]) -> str:
    """What the names of several clones begin with, up to a hyphen: the assignment's name."""
    names = list(clones)
    if len(names) < 2:
        return ""
    first, last = min(names), max(names)
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    start, hyphen, _ = "".join(a for a, _ in alike).rpartition("-")
    return start + hyphen


def version(name: str) -> tuple[str, int]:
    """A file's name without Canvas's -2, and that number: 0 for the first."""
    found = re.fullmatch(r"(.+?)(?:-(\d{1,3}))?(\.\w+)?", name, re.DOTALL)
    return (found[1] + (found[3] or ""), int(found[2] or 0)) if found else (name, 0)
