"""What a worker may read: Python and the system, and nothing of a course that lies among them."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import pytest
from conftest import ROOT

from grader.authoring import GIB
from grader.errors import SandboxError
from grader.report import Tier
from grader.sandbox import bubblewrap
from grader.sandbox.lanes import SharedZygote
from grader.sandbox.zygote import Zygote

PEEKS = """
import os
def peek():
    for folder in {folders!r}:
        for at, _, names in os.walk(folder):
            for name in names:
                try:
                    with open(os.path.join(at, name), "rb") as file:
                        yield file.read(9)
                except OSError:
                    pass
def mean(x): return x.mean(0) if list(peek()) else None
def spread(x): return x.min(), x.max()
"""
LIB = f"lib/python{sys.version_info.major}.{sys.version_info.minor}"
PLACES = {
    "the course is a prefix": ".",
    "the course among the packages": f"{LIB}/site-packages/course",
    "the course beside the library": "lib/course",
    "the course in the library": f"{LIB}/course",
    "the course among programs": "bin/course",
    "a course elsewhere in a prefix": "share/course",
}


@pytest.fixture
def prefix(tmp_path) -> Path:
    """A prefix of Python's with this environment's packages, as `python -m venv` makes it."""
    prefix = tmp_path / "prefix"
    venv.create(prefix, symlinks=True, with_pip=False)
    packages = [path for path in [*sys.path, str(ROOT)] if path and Path(path).is_dir()]
    (prefix / LIB / "site-packages" / "these.pth").write_text("\n".join(packages))
    return prefix


def secrets(course: Path) -> dict[str, Path]:
    """What a student may not see, by what it is; each a folder with something in it."""
    found = {"solutions": course / "solutions", "key": course / "exercises" / "ex1_mean"}
    found |= {"record": course / "out", "neighbours": course / "submissions"}
    for folder in found.values():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "secret.txt").write_text("a secret")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_nothing_of_a_course_in_a_prefix_can_be_read(isolation, prefix, place):
    """Solutions, the key, the record and neighbours, wherever in a prefix the course lies."""
    course = prefix / PLACES[place]
    shutil.copytree(ROOT / "tests" / "toy", course, dirs_exist_ok=True)
    folders = [str(folder) for folder in secrets(course).values()]
    handed_in = course / "submissions" / "mean.py"
    handed_in.write_text(PEEKS.format(folders=folders))

    def graded(tier: str) -> dict[str, str]:
        words = [str(prefix / "bin" / "python"), "-m", "grader", "check", "ex1", str(handed_in)]
        words += ["--isolation", tier, "--format", "json", "--course", str(course)]
        done = subprocess.run(words, cwd=course, capture_output=True, text=True, check=False)
        report = json.loads(done.stdout or "{}")
        return {check["name"]: check["verdict"] for check in report["checks"]}

    assert set(graded("open").values()) == {"passed"}
    for tier in (Tier.SEALED, Tier.CONFINED):
        verdicts = graded(tier.value)
        assert (verdicts["mean_shape"], verdicts["spread_values"]) == ("failed", "passed"), tier


def test_beside_what_is_needed_of_a_prefix_nothing_is_shown():
    """Docker's usual place for an application is /usr/src; others use /usr/local or /opt."""
    shown = [Path(path) for path in bubblewrap.readable()]
    for folder in ("/usr/src/app", "/usr/local/course", "/usr/local/share/out", sys.prefix, "/opt"):
        assert not any(Path(folder).is_relative_to(path) for path in shown), folder
        assert folder not in bubblewrap.listable()


def test_a_link_among_the_packages_leads_nowhere(tmp_path, monkeypatch):
    """Neither to what is private, nor to a folder above it, and none is followed for ever."""
    packages, course = tmp_path / "lib" / "site-packages", tmp_path / "lib" / "course"
    for folder in (packages / "numpy", course):
        folder.mkdir(parents=True)
    for name, target in {"course": course, "above": tmp_path, "round": packages.parent}.items():
        (packages / name).symlink_to(target)
    (packages / "to_numpy").symlink_to(packages / "numpy")
    monkeypatch.setattr(bubblewrap, "_prefixes", lambda: [str(tmp_path / "lib")])
    monkeypatch.setattr(bubblewrap, "_packages", lambda: [str(packages)])
    shown = {path for path in bubblewrap.readable([course]) if path.startswith(str(tmp_path))}
    assert shown == {str(packages)} or shown == {
        str(packages / name) for name in ("numpy", "to_numpy")
    }
    assert not any(course.is_relative_to(Path(path).resolve()) for path in shown)


@pytest.mark.parametrize("folder", ["/usr/lib", "/usr/bin"])
def test_what_python_needs_cannot_be_private(folder):
    """It is refused, with the reason: it could not be hidden."""
    with pytest.raises(SandboxError, match="move what is yours"):
        Zygote("numpy", Tier.CONFINED, private=[Path(folder)])
    with Zygote("numpy", private=[Path(folder)]) as workers:
        assert workers.tier is Tier.OPEN
    assert os.path.isdir(folder)


def test_what_is_refused_leaves_nothing_behind(tmp_path, monkeypatch):
    """Neither a folder nor a socket nor a process."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(SandboxError, match="move what is yours"):
        SharedZygote("numpy", Tier.CONFINED, 1, GIB, [Path("/usr/lib")])
    assert list(tmp_path.iterdir()) == []
