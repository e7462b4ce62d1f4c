"""A student's own folder: what is handed out, and what is given back."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from grader.course import Course
from grader.errors import UsageError
from grader.practice import Home, Memory, above, give_back, hand_out, take_back

TOY = ROOT / "tests" / "toy"


@pytest.fixture
def course(tmp_path):
    """A copy of the toy course, which a test may change."""
    shutil.copytree(TOY, tmp_path / "course")
    return Course(tmp_path / "course")


@pytest.fixture
def home(tmp_path):
    """A student's folder, in which nothing is."""
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home")


def hand(course, home):
    """What `grader init` does."""
    with Memory(home) as memory:
        return hand_out(course, home, memory)


def test_the_files_to_write_in_are_handed_out_and_no_check(course, home):
    """Nor a key, nor a solution."""
    handed = hand(course, home)
    stub = Path("ex1_mean", "mean.py")
    assert stub in handed.new and not handed.renewed and not handed.left
    assert (home.root / stub).read_bytes() == (course.root / "exercises" / stub).read_bytes()
    files = {path.name for path in home.root.rglob("*") if path.is_file()}
    assert files.isdisjoint({"checks.py", "answers.key", "inputs.py"})


def test_what_was_written_is_never_written_over(course, home):
    """The course's file is another one now, and so is the student's: it is said."""
    hand(course, home)
    stub = Path("ex1_mean", "mean.py")
    (home.root / stub).write_text("def mean(x): return x\n")
    assert not hand(course, home).left, "the course has brought nothing new"
    with (course.root / "exercises" / stub).open("a") as file:
        file.write("# new\n")
    assert hand(course, home).left == (stub,)
    assert (home.root / stub).read_text() == "def mean(x): return x\n"


def test_a_file_that_was_there_before_is_left_alone(course, home):
    """It was never handed out: whose it is cannot be known."""
    stub = Path("ex1_mean", "mean.py")
    (home.root / stub.parent).mkdir(parents=True)
    (home.root / stub).write_text("mine\n")
    assert hand(course, home).left == (stub,)
    assert (home.root / stub).read_text() == "mine\n"


def test_what_nobody_has_changed_is_renewed(course, home):
    """A newer stub, and a README that came with it."""
    hand(course, home)
    stub = course.root / "exercises" / "ex1_mean" / "mean.py"
    stub.write_text(stub.read_text() + "# new\n")
    (stub.parent / "README.de.md").write_text("# New\n")
    handed = hand(course, home)
    assert handed.renewed == (Path("ex1_mean", "mean.py"),)
    assert handed.new == (Path("ex1_mean", "README.de.md"),)
    assert (home.root / "ex1_mean" / "mean.py").read_bytes() == stub.read_bytes()
    again = hand(course, home)
    assert not (again.new or again.renewed or again.left)


def test_a_stub_is_given_back_and_the_work_stays(course, home):
    """Twice on one day, too."""
    hand(course, home)
    lesson = course.lesson("ex1")
    own = home.root / "ex1_mean" / "mean.py"
    assert give_back(lesson, home) == []
    kept = []
    for text in ("first\n", "second\n", "third\n"):
        own.write_text(text)
        ((old, place),) = give_back(lesson, home)
        assert old == own and own.read_bytes() == (lesson.folder / "mean.py").read_bytes()
        kept.append(place)
    assert [place.read_text() for place in kept] == ["first\n", "second\n", "third\n"]


def test_a_folder_is_found_from_within(course, home, tmp_path):
    """Not from beside it."""
    hand(course, home)
    assert above(home.root / "ex1_mean") == home
    assert above(tmp_path) is None


def test_a_picture_comes_with_the_overview(course, home):
    """And is brought anew when it has changed."""
    picture = course.root / "exercises" / "path.svg"
    picture.write_text("<svg>one exercise</svg>\n")
    assert Path("path.svg") in hand(course, home).new
    picture.write_text("<svg>two exercises</svg>\n")
    hand(course, home)
    assert (home.root / "path.svg").read_text() == "<svg>two exercises</svg>\n"


def test_nothing_takes_the_place_of_a_link_or_a_folder(course, home, tmp_path):
    """Whatever lies where a file is to be is the student's."""
    folder = home.root / "ex1_mean"
    folder.mkdir()
    (folder / "mean.py").symlink_to(tmp_path / "nowhere.py")
    (folder / "mean.ipynb").mkdir()
    assert {place.name for place in hand(course, home).left} == {"mean.py", "mean.ipynb"}
    assert (folder / "mean.py").is_symlink() and (folder / "mean.ipynb").is_dir()


def test_a_file_in_the_way_is_said(course, home):
    """What was handed out before it is known to be so, and the next time goes on from there."""
    (home.root / "ex1_mean").write_text("mine\n")
    (course.root / "exercises" / "README.md").write_text("# All\n")
    with pytest.raises(UsageError, match=r"ex1_mean.*can't be written"):
        hand(course, home)
    assert (home.root / "ex1_mean").read_text() == "mine\n"
    with Memory(home) as memory:
        assert [*memory.handed_out()] == ["README.md"]
    (home.root / "ex1_mean").unlink()
    assert "mean.py" in {place.name for place in hand(course, home).new}


def test_a_full_disk_leaves_the_students_file_in_its_place(course, home, monkeypatch):
    """And nothing beside it."""
    hand(course, home)
    own = home.root / "ex1_mean" / "mean.py"
    own.write_text("mine\n")
    before = {path.name for path in own.parent.iterdir()}

    def full(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("grader.practice.handing_out.write_whole", full)
    with pytest.raises(UsageError, match="No space left"):
        give_back(course.lesson("ex1"), home)
    assert own.read_text() == "mine\n"
    assert {path.name for path in own.parent.iterdir()} == before


def test_a_stub_that_was_given_back_is_renewed_later(course, home):
    """It is as if it had been handed out that day."""
    hand(course, home)
    lesson, own = course.lesson("ex1"), home.root / "ex1_mean" / "mean.py"
    stub = lesson.folder / "mean.py"
    own.write_text("mine\n")
    stub.write_text(stub.read_text() + "# new\n")
    give_back(lesson, home)
    with Memory(home) as memory:
        take_back(lesson, home, memory)
    stub.write_text(stub.read_text() + "# newer\n")
    assert hand(course, home).renewed == (Path("ex1_mean", "mean.py"),)


def test_two_programs_hand_out_at_once(course, home):
    """Neither is in the way of the other, and both end well."""
    words = [sys.executable, "-m", "grader", "init", str(home.root), "--course", str(course.root)]
    path = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    begun = [subprocess.Popen(words, env=path, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [process.wait() for process in begun] == [0, 0, 0]
    assert not [*home.root.rglob("*.new")]
    assert not hand(course, home).new
