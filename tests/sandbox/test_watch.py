"""What a worker writes where its scratch has no quota: looked at in time, and said in words."""

import os
import shutil
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import pytest
from support.words import said

from grader.authoring import GIB, MIB, Limits
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Tier, Verdict
from grader.sandbox import watch
from grader.sandbox.watch import Watch
from grader.sandbox.zygote import Zygote, bounds
from grader.wire.messages import Unit

BOUNDS = bounds(Limits(scratch_bytes=4 * MIB, scratch_files=50))
FULL = "filled its scratch: 4 MB in at most 50 files"


def much(folder: Path) -> None:
    """Nine megabytes in a file of a folder in it."""
    (folder / "a").mkdir()
    (folder / "a" / "b").write_bytes(b"x" * (9 * MIB))


def many(folder: Path) -> None:
    """More small files than are ever needed."""
    for number in range(250):
        (folder / f"file-{number}").touch()


def deep(folder: Path) -> None:
    """As many folders, each in the last one."""
    for number in range(250):
        folder = folder / str(number)
        folder.mkdir()


def sparse(folder: Path) -> None:
    """A file that is large by name only, and a link to a large one."""
    with open(folder / "sparse", "wb") as file:
        file.truncate(GIB)
    (folder / "link").symlink_to("/usr")


@pytest.mark.parametrize(
    ("write", "words"), [(much, FULL), (many, FULL), (deep, FULL), (sparse, "")]
)
def test_what_fills_a_scratch_is_seen(tmp_path, write, words):
    """Bytes that take room, and files; no link is followed."""
    eyes = Watch(tmp_path, BOUNDS)
    assert eyes.breach() is None
    write(tmp_path)
    assert str(eyes.breach(now=True) or "") == words


def test_it_does_not_look_all_the_time(tmp_path):
    """A look at ten thousand files takes a while, and an answer may come each millisecond."""
    eyes = Watch(tmp_path, BOUNDS)
    assert eyes.breach() is None
    much(tmp_path)
    assert eyes.breach() is None
    eyes._next = 0.0
    assert eyes.breach() is not None


Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(
    ("before", "after", "breach"),
    [
        pytest.param(9 * GIB, GIB // 2, True, id="it took nearly all"),
        pytest.param(9 * GIB, 2 * GIB, False, id="there is enough"),
        pytest.param(GIB // 2, GIB // 4, False, id="there was little before"),
        pytest.param(GIB + 5 * MIB, GIB - MIB, True, id="just over"),
        pytest.param(GIB + 2 * MIB, GIB - MIB, False, id="no more than it may"),
    ],
)
def test_a_disk_that_fills_up_is_seen(tmp_path, monkeypatch, before, after, breach):
    """Files without a name take its room too. A disk that was full before is nobody's fault."""
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, before))
    eyes = Watch(tmp_path, BOUNDS)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, after))
    assert (eyes.breach() is not None) == breach


FILLS = {
    "a file each call": "open(f'{len(os.listdir())}', 'wb').write(bytes(1 << 20))",
    "at once": "[open(str(n), 'wb').write(bytes(4 << 20)) for n in range(9)]; time.sleep(60)",
    "in a folder": "os.makedirs('a/b', exist_ok=True); open('a/b/c', 'ab').write(bytes(1 << 18))",
}


@pytest.mark.parametrize("how", FILLS)
def test_who_fills_the_disk_is_ended(isolation, toy, toy_key, how):
    """Confined: in a call that goes on, and at the last of many that are short."""
    before = toy.exercise.limits
    toy.exercise.limits = replace(before, scratch_bytes=4 * MIB, file_bytes=64 * MIB)
    source = f"import os, time\ndef mean(x):\n    {FILLS[how]}\n    return x.mean(0)\n"
    submission = Submission("mean.py", (Unit("mean.py", source),))
    try:
        with Zygote("numpy", Tier.CONFINED) as workers:
            report = judge(toy, toy_key, submission, workers)
    finally:
        toy.exercise.limits = before
    assert report.checks[0].verdict is Verdict.CRASHED
    assert "filled its scratch: 4 MB" in said(report.checks[0])


def test_a_folder_that_vanishes_is_no_fault(tmp_path, monkeypatch):
    """A worker removes its files while they are counted."""
    (tmp_path / "a").mkdir()
    eyes, entries = Watch(tmp_path, BOUNDS), os.scandir

    def scandir(path):
        if path.endswith("a"):
            (tmp_path / "a").rmdir()
        return entries(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert eyes.breach() is None
    assert watch.EVERY > 0
