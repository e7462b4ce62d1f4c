"""A save is noticed, however an editor does it, and a grading ends where it is saved once more."""

import os
import threading
import time
from typing import cast

import pytest

from grader.authoring import Check, Limits
from grader.practice import Run, Saves
from grader.report import Report, Tier
from grader.sandbox.worker import Worker
from grader.sandbox.zygote import Zygote


@pytest.fixture
def files(tmp_path):
    """Where a file and a notebook could be."""
    return tmp_path / "mean.py", tmp_path / "mean.ipynb"


def write(path, text, seconds_ago=0.0):
    """Write a file, as it would have been so long ago."""
    path.write_text(text)
    if seconds_ago:
        made = time.time() - seconds_ago
        os.utime(path, (made, made))


def test_a_save_is_told_once(files):
    """Of a file that was not there before, too."""
    saves = Saves(files)
    assert saves.latest() is None
    write(files[0], "x = 1")
    assert saves.latest() == files[0]
    assert saves.latest() is None


def test_a_file_that_is_renamed_is_another_one(files, tmp_path):
    """Also where it is as old and as long as the one before."""
    write(files[0], "x = 1", seconds_ago=60)
    saves = Saves(files)
    saves.latest()
    before = os.stat(files[0])
    new = tmp_path / "mean.py~"
    write(new, "x = 2")
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    new.replace(files[0])
    assert saves.latest() == files[0]


def test_a_file_that_vanishes_is_waited_for(files):
    """When it comes back it is graded, since it could not be read meanwhile."""
    write(files[0], "x = 1", seconds_ago=60)
    saves = Saves(files)
    saves.latest()
    aside = files[0].rename(files[0].with_name("aside"))
    assert saves.latest() is None
    aside.rename(files[0])
    assert saves.latest() == files[0]


def test_what_is_being_written_is_no_save_yet(files):
    """An editor may empty a file before it writes it. One that stays empty is told."""
    saves = Saves(files)
    write(files[0], "")
    assert saves.latest() is None
    write(files[0], "", seconds_ago=1)
    assert saves.latest() == files[0]


def test_of_two_the_one_that_was_saved_last_counts(files):
    """At the beginning too; of those that were handed out together it is the file."""
    write(files[0], "x = 1", seconds_ago=3600)
    write(files[1], "{}", seconds_ago=3600.5)
    assert Saves(files).latest() == files[0]
    write(files[0], "x = 1", seconds_ago=3600.5)
    write(files[1], "{}", seconds_ago=3600)
    assert Saves(files).latest() == files[0]
    write(files[1], "{}", seconds_ago=60)
    saves = Saves(files)
    assert saves.latest() == files[1]
    write(files[0], "x = 2")
    assert saves.latest() == files[0]


def test_a_module_beside_a_file_belongs_to_it(files, tmp_path):
    """A save of the one is a save of the other."""
    own = tmp_path / "own.py"
    write(files[0], "import own", seconds_ago=60)
    write(own, "x = 1", seconds_ago=60)
    saves = Saves(files)
    saves.latest()
    saves.uses(files[0], [own])
    assert saves.latest() is None
    write(own, "x = 2")
    assert saves.latest() == files[0]


class _Slow(Zygote):
    """Workers of which one is interrupted while it is being made."""

    def __init__(self) -> None:
        self.framework, self.tier, self.versions = "numpy", Tier.OPEN, {}
        self.forking, self.goes_on = threading.Event(), threading.Event()
        self.interrupted = False

    def fork(self, limits: Limits, allowance: int | None = None) -> Worker:
        self.forking.set()
        self.goes_on.wait()
        return cast(Worker, self)

    def interrupt(self) -> None:
        self.interrupted = True


def test_a_worker_that_is_made_when_it_is_stopped_is_interrupted_too():
    """Otherwise its call would go on to its end."""
    workers, told = _Slow(), list[int]()

    def grade(run: Run) -> Report:
        run.workers.fork(Limits())
        run.begins(Check("", "", "", print, 1.0))
        raise AssertionError("it goes on")

    run = Run(workers, grade, lambda: told.append(1))
    run.start()
    workers.forking.wait()
    run.stop()
    workers.goes_on.set()
    run.join()
    assert workers.interrupted and run.report is run.error is None and told
