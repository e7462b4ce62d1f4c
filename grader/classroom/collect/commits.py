"""When a file of a student's clone was committed last: asked of git, and of nothing that is his.

A clone is written by a student: its config can name programs that git would run (a pager, a
signature's checker, a transport for objects that are missing), and so can hooks and attributes. So
git never sees the clone. It gets a folder of its own, without a config, that lends only the
clone's objects; where its branch stands is read here. No time of a commit is proven: whoever makes
a commit can write any time into it.
"""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from grader.classroom.collect import tree
from grader.errors import SubmissionError
from grader.text import Message

_SECONDS = 20
_MAX_READ = 1 << 20
_MAX_FILE = 64 << 20
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_REF = re.compile(r"refs/[\w./@+-]+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
_MAX_LINKS = 5


@dataclass(frozen=True)
class Committed:
    """When, as ISO 8601 writes it; else empty, and why."""

    when: str
    why: Message | None = None


def committed(clone: Path, path: Path) -> Committed:
    """When the last commit that touched a file of a clone was made, by its committer's clock."""
    program = shutil.which("git")
    if program is None:
        return Committed("", Message("there is no git on this machine"))
    git = clone / ".git"
    if os.path.islink(git) or not git.is_dir() or os.path.islink(git / "objects"):
        return Committed("", Message("its .git is no folder of its own"))
    head = _head(git)
    if not head:
        return Committed("", Message("it is not known at which commit it stands"))
    try:
        with _own(git, len(head)) as place:
            return _asked(program, place, head, git, path)
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return Committed("", Message("git could not read it"))


@contextmanager
def _own(git: Path, length: int) -> Iterator[Path]:
    """A folder of git's that has the clone's objects, and nothing else of it."""
    with tempfile.TemporaryDirectory(prefix="grader-") as name:
        place = Path(name)
        (place / "refs").mkdir()
        (place / "objects").mkdir()
        (place / "HEAD").write_text("ref: refs/heads/none\n", encoding="ascii")
        kind = "" if length == 40 else "\n[extensions]\n\tobjectFormat = sha256"
        version = 0 if length == 40 else 1
        config = f"[core]\n\trepositoryformatversion = {version}\n\tbare = true{kind}\n"
        (place / "config").write_text(config, encoding="ascii")
        (place / "shallow").write_text("".join(f"{one}\n" for one in sorted(_shallow(git))))
        yield place


def _asked(program: str, place: Path, head: str, git: Path, path: Path) -> Committed:
    name = path.relative_to(git.parent).as_posix()

    def run(*words: str) -> str:
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(place),
            "GIT_DIR": str(place),
            "GIT_OBJECT_DIRECTORY": str(git / "objects"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_ALLOW_PROTOCOL": "none",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_LITERAL_PATHSPECS": "1",
            "LC_ALL": "C",
        }
        done = subprocess.run(
            [program, "--no-pager", "-c", "core.commitGraph=false", *words],
            cwd=place,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
        return done.stdout[:_MAX_READ].decode("utf-8", "replace")

    entry = run("ls-tree", head, "--", name).partition("\t")[0].split()
    if len(entry) != 3 or not _is_same(path, entry[2]):
        return Committed("", Message("the file is not as it was committed"))
    found = run("log", "-1", "--format=%H %cI", "--no-show-signature", head, "--", name).split()
    if len(found) != 2 or not _TIME.fullmatch(found[1]):
        return Committed("", Message("git could not read it"))
    if found[0] in _shallow(git):
        return Committed("", Message("the clone is shallow; clone it without --depth"))
    return Committed(found[1])


def _is_same(path: Path, blob: str) -> bool:
    """Whether a file has the content of a blob, whatever the ends of its lines."""
    try:
        data = tree.read(path, _MAX_FILE)
    except SubmissionError:
        return False
    make = hashlib.sha1 if len(blob) == 40 else hashlib.sha256
    forms = (data, data.replace(b"\r\n", b"\n"))
    return any(make(b"blob %d\0" % len(form) + form).hexdigest() == blob for form in forms)


def _head(git: Path) -> str:
    """The commit at which the clone stands; empty where that can't be read."""
    name = "HEAD"
    for _ in range(_MAX_LINKS):
        text = _read(git / name).strip()
        if not text:
            packed = (line.split() for line in _read(git / "packed-refs").splitlines())
            text = next((words[0] for words in packed if words[1:] == [name]), "")
        if not text.startswith("ref:"):
            return text if _ID.fullmatch(text) else ""
        name = text.removeprefix("ref:").strip()
        if not _REF.fullmatch(name) or ".." in name:
            return ""
    return ""


def _shallow(git: Path) -> set[str]:
    """The commits whose parents the clone has not."""
    return {line for line in _read(git / "shallow").split() if _ID.fullmatch(line)}


def _read(path: Path) -> str:
    try:
        return tree.read(path, _MAX_READ).decode("utf-8", "replace")
    except SubmissionError:
        return ""
