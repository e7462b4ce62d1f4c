"""Each version that is graded stays in OUT, whatever comes later."""

import os

import pytest
from support.pools import Class

from grader.classroom.kept import SOURCES, keep, kept
from grader.classroom.store import Store
from grader.errors import RecordError
from grader.judge import Submission
from grader.wire import Unit


def sources(class_):
    """What is kept of each student's counted work."""
    with Store(class_.out) as store:
        graded = store.provenances()
    works = {student: kept(class_.out, one.content) for student, one in graded.items()}
    return {s: work and work.units[0].source.split("\n")[1] for s, work in works.items()}


def test_what_counts_is_there(tmp_path, toy, toy_key):
    """Each student's graded file is in OUT; who handed in nothing that counts has none."""
    class_ = Class(tmp_path, toy, toy_key)
    class_.put(ann__mean="# 5", bob__mean="# 7", cid__one="# 1", cid__two="# 2")
    class_.grade()
    assert sources(class_) == {"ann": "# 5", "bob": "# 7", "cid": None}
    if os.name == "posix":
        (path, *_) = (class_.out / SOURCES).iterdir()
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o077 == 0


def test_an_earlier_version_stays(tmp_path, toy, toy_key):
    """A later one is written beside it, and the one that counts is the one that is found."""
    class_ = Class(tmp_path, toy, toy_key)
    class_.put(ann__mean="# 5", bob__mean="# 7")
    class_.grade()
    class_.put(ann__mean="# 9", bob__mean="# 2")
    class_.grade()
    assert sources(class_) == {"ann": "# 9", "bob": "# 7"}
    assert len(list((class_.out / SOURCES).iterdir())) == 4


def test_an_older_folder_gets_them_without_grading(tmp_path, toy, toy_key):
    """Where an OUT has none, the same batch once more puts them there, and grades nothing."""
    class_ = Class(tmp_path, toy, toy_key)
    class_.put(ann__mean="# 5")
    class_.grade()
    for path in (class_.out / SOURCES).iterdir():
        path.unlink()
    (class_.out / SOURCES).rmdir()
    assert sources(class_) == {"ann": None}
    class_.grade()
    assert sources(class_) == {"ann": "# 5"} and class_.pool.asked == []


def test_what_cannot_be_kept_is_said(tmp_path):
    """Where the folder can't be written, the error names the file and what to do."""
    (tmp_path / SOURCES).write_text("no folder")
    with pytest.raises(RecordError, match=r"can't be written.*the same command goes on"):
        keep(tmp_path, "a1", Submission("mean.py", (Unit("mean.py", "x = 1"),)))


def test_all_of_it_comes_back(tmp_path):
    """Cells, own modules, and characters that are half of one."""
    units = (Unit("cell 1", "x = '\\ud800 é'", cell=True), Unit("cell 2", "y", prose=True))
    work = Submission("mean.ipynb", units, {"own": "z = 1\n"})
    keep(tmp_path, "b2", work)
    assert kept(tmp_path, "b2") == work
