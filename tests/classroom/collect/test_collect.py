"""A class's submissions: whose each file is, and which one counts. Nothing is guessed."""

import json
import os
import shutil
import socket
import tempfile
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.words import in_words, said

from grader.classroom.collect.decide import must_match
from grader.classroom.collect.handins import Handin, Plan, collect_handins, submission_of
from grader.classroom.collect.roster import Person, Roster
from grader.classroom.publish.plan import render
from grader.course.course import Course, Lesson
from grader.errors import SubmissionError, UsageError
from grader.judge import submission
from grader.text import Message

ROOT = Path(__file__).parents[3]
TOY = ROOT / "tests" / "toy" / "exercises" / "ex1_mean"
STUB, NOTEBOOK_STUB = (TOY / "mean.py").read_text(), (TOY / "mean.ipynb").read_text()
WORK = "def mean(x):\n    return x.mean(0)\n"
OTHER = "def mean(x):\n    return 0\n"
CLASS = Roster((Person("s1", "Ann Lee"), Person("s2", "Bo Ek"), Person("s3", "王小明")))


def notebook(*cells: str) -> str:
    """A notebook's JSON."""
    found = [{"cell_type": "code", "source": c, "outputs": [], "metadata": {}} for c in cells]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": found})


def write(folder: Path, files: dict[str, str]) -> Path:
    """Files by their paths; a path that ends in a slash is an empty folder."""
    for name, text in files.items():
        path = folder / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text(text)
    return folder


@pytest.fixture
def source(tmp_path) -> Path:
    """The folder of the submissions."""
    (tmp_path / "class").mkdir()
    return tmp_path / "class"


Planner = Callable[..., Plan]


@pytest.fixture
def plan(source, tmp_path, toy) -> Planner:
    """The plan for a class with these files, and those that are there already."""

    def make(files: dict[str, str] | None = None, roster=None, lesson=toy, where=source) -> Plan:
        write(source, files or {})
        scratch = Path(tempfile.mkdtemp(dir=tmp_path))
        return in_words(collect_handins(where, lesson, scratch, roster))

    return make


def graded(plan: Plan) -> dict[str, str]:
    """The file of each student."""
    return {handin.student: handin.file for handin in plan.handins}


def one(plan: Plan) -> Handin:
    """The only handin."""
    (handin,) = plan.handins
    return handin


def notes(plan: Plan) -> str:
    """All notes of the only student."""
    return "\n".join(map(str, one(plan).notes))


LAYOUTS: dict[str, tuple[dict[str, str], dict[str, str], str]] = {
    "files": (
        {"alice.py": WORK, "bob.ipynb": notebook(WORK), "Zoë.PY": WORK},
        {"Zoë": "Zoë.PY", "alice": "alice.py", "bob": "bob.ipynb"},
        "a file for each student",
    ),
    "files named after the exercise too": (
        {"ex1_alice.py": WORK, "bob-ex1.py": WORK, "mean_carl.py": WORK, "dan.ex1.py": WORK},
        {
            "alice": "ex1_alice.py",
            "bob": "bob-ex1.py",
            "carl": "mean_carl.py",
            "dan.ex1": "dan.ex1.py",
        },
        "a file for each student",
    ),
    "folders": (
        {"alice/mean.py": WORK, "bob/sub/Mean.ipynb": notebook(WORK)},
        {"alice": "alice/mean.py", "bob": "bob/sub/Mean.ipynb"},
        "a folder for each student",
    ),
    "nbgrader": (
        {
            "alice/ex1/ex1.ipynb": notebook(WORK),
            "alice/ex1/timestamp.txt": "2026",
            "alice/ex2/other.ipynb": notebook(WORK),
            "bob/ex1_mean/mean.py": WORK,
            "bob/old/mean.py": OTHER,
        },
        {"alice": "alice/ex1/ex1.ipynb", "bob": "bob/ex1_mean/mean.py"},
        "a folder for each student (nbgrader)",
    ),
    "clones": (
        {
            "ex1-alice/.git/config": "",
            "ex1-alice/.git/mean.py": OTHER,
            "ex1-alice/exercises/ex1_mean/mean.py": WORK,
            "ex1-alice/exercises/ex1_mean/mean.ipynb": NOTEBOOK_STUB,
            "ex1-alice/exercises/ex1_mean/checks.py": WORK,
            "ex1-alice/tests/test_mean.py": WORK,
            "ex1-mean-bob/.git/config": "",
            "ex1-mean-bob/mean.py": WORK,
        },
        {"alice": "ex1-alice/exercises/ex1_mean/mean.py", "bob": "ex1-mean-bob/mean.py"},
        "a clone for each student (GitHub Classroom)",
    ),
    "clones with a prefix of their own": (
        {
            "hw-3-al-x/.git/config": "",
            "hw-3-al-x/mean.py": WORK,
            "hw-3-alan/.git/config": "",
            "hw-3-alan/mean.py": WORK,
        },
        {"al-x": "hw-3-al-x/mean.py", "alan": "hw-3-alan/mean.py"},
        "a clone for each student (GitHub Classroom)",
    ),
    "Moodle": (
        {
            "Ann Lee_12_assignsubmission_file_/mean.py": WORK,
            "Ann Lee_12_assignsubmission_onlinetext_/onlinetext.html": "",
            "王 小明_34_assignsubmission_file_mean.py": WORK,
            "Bo_assignsubmission_file_/a/mean.py": WORK,
        },
        {
            "Ann Lee_12": "Ann Lee_12_assignsubmission_file_/mean.py",
            "Bo": "Bo_assignsubmission_file_/a/mean.py",
            "王 小明_34": "王 小明_34_assignsubmission_file_mean.py",
        },
        "Moodle's download",
    ),
    "Canvas": (
        {
            "leeann_late_67890_1234_mean-2.py": WORK,
            "leeann_67891_1235_mean.py": WORK,
            "王小明_55_1236_mean-1.ipynb": notebook(WORK),
            "anon_aB3dE_1237_mean.py": WORK,
        },
        {
            "anon_aB3dE": "anon_aB3dE_1237_mean.py",
            "leeann_67890": "leeann_late_67890_1234_mean-2.py",
            "leeann_67891": "leeann_67891_1235_mean.py",
            "王小明_55": "王小明_55_1236_mean-1.ipynb",
        },
        "Canvas's download",
    ),
    "Blackboard": (
        {
            "Ex 1_ann7_attempt_2026-11-24-17-01-53_mean.py": OTHER,
            "Ex 1_ann7_attempt_2026-11-24-18-01-53_mean.py": WORK,
            "Ex 1_ann7_attempt_2026-11-24-18-01-53.txt": "",
        },
        {"ann7": "Ex 1_ann7_attempt_2026-11-24-18-01-53_mean.py"},
        "Blackboard's download",
    ),
    "mixed": (
        {"alice.py": WORK, "bob/mean.py": WORK, "carl.py": WORK},
        {"alice": "alice.py", "bob": "bob/mean.py", "carl": "carl.py"},
        "a file for each student and a folder for each student",
    ),
    "in a folder": (
        {"submissions/alice.py": WORK, "__MACOSX/submissions/._alice.py": "", ".DS_Store": ""},
        {"alice": "submissions/alice.py"},
        "a file for each student, inside submissions/",
    ),
    "in two folders": (
        {"submitted/ex1/alice/mean.py": WORK, "submitted/ex1/bob/mean.py": WORK},
        {"alice": "submitted/ex1/alice/mean.py", "bob": "submitted/ex1/bob/mean.py"},
        "a folder for each student, inside submitted/ex1/",
    ),
    "in a folder of any name": (
        {"CS 101, autumn/alice/mean.py": WORK, "CS 101, autumn/bob/mean.py": WORK},
        {"alice": "CS 101, autumn/alice/mean.py", "bob": "CS 101, autumn/bob/mean.py"},
        "a folder for each student, inside CS 101, autumn/",
    ),
    "one student's folder alone": (
        {"alice/mean.py": WORK, "alice/helper.py": "x = 1"},
        {"alice": "alice/mean.py"},
        "a folder for each student",
    ),
    "one student of nbgrader's alone": (
        {"alice/ex1/mean.ipynb": notebook(WORK), "alice/notes/a.txt": ""},
        {"alice": "alice/ex1/mean.ipynb"},
        "a folder for each student (nbgrader)",
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_is_told_from_its_names(plan, layout):
    """Whose each file is, which one counts, and the layout in words."""
    files, expected, words = LAYOUTS[layout]
    found = plan(files)
    assert graded(found) == expected
    assert found.layout == words
    assert list(graded(found)) == sorted(graded(found))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_zip_of_a_layout_gives_the_same_plan(plan, source, tmp_path, layout):
    """Moodle and Canvas export zips; they are read where they lie."""
    files, expected, words = LAYOUTS[layout]
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as file:
        for name, text in files.items():
            file.writestr(name, text)
    found = plan(where=tmp_path / "class.zip")
    assert (graded(found), found.layout) == (expected, words)
    assert all(handin.path and handin.path.is_file() for handin in found.handins)


def test_the_courses_own_exercises_are_told_apart(plan, ex1, ex2):
    """A clone with the whole course gives each exercise its own file."""
    files = {
        "ex1-alice/exercises/ex1_logistic/logistic.py": "def softmax(x): return x",
        "ex1-alice/exercises/ex2_training_loop/training.py": "from logistic import softmax",
        "ex1-alice/exercises/ex2_training_loop/utils.py": "def softmax(x): return x",
        "logistic-regression-bob/ex2/training.py": "def softmax(x): return x",
        "carl_training.py": "x = 1",
    }
    first, second = graded(plan(files, lesson=ex1)), graded(plan(files, lesson=ex2))
    assert first["alice"] == "ex1-alice/exercises/ex1_logistic/logistic.py"
    assert first["bob"] == ""
    assert second["ex1-alice"] == "ex1-alice/exercises/ex2_training_loop/training.py"
    assert second["carl"] == "carl_training.py"


@pytest.mark.parametrize(
    ("files", "chosen"),
    [
        ({"mean.py": WORK, "helper.py": WORK}, "mean.py"),
        ({"MEAN.Py": WORK, "helper.py": WORK}, "MEAN.Py"),
        ({"mean (1).py": WORK, "helper.py": WORK}, "mean (1).py"),
        ({"mean-2.py": WORK, "helper.py": WORK}, "mean-2.py"),
        ({"mean_final.py": WORK, "helper.py": WORK}, "mean_final.py"),
        ({"my mean.ipynb": notebook(WORK), "helper.py": WORK}, "my mean.ipynb"),
        ({"mean.py": "x = 1", "mean_old.py": WORK}, "mean.py"),
        ({"mean_plot.py": "x = 1", "work.py": WORK}, "work.py"),
        ({"work.py": WORK, "train.py": "from work import mean"}, "work.py"),
        ({"work.py": "spread = lambda x: x", "train.py": "print(1)"}, "work.py"),
        ({"a.ipynb": notebook("import numpy\nspread = max"), "b.py": "x"}, "a.ipynb"),
        ({"a.ipynb": notebook("# nothing", "async def mean(x):\n  pass"), "b.py": ""}, "a.ipynb"),
        ({"work.py": "from lib import mean", "b.py": "meaning = 1"}, "work.py"),
        ({"mean.py": b"\xff\xfem\0".decode("latin-1"), "b.py": WORK}, "mean.py"),
        (
            {"work.py": WORK, "test_work.py": WORK, "conftest.py": WORK, "checks.py": WORK},
            "work.py",
        ),
        (
            {"mean.py": WORK, ".ipynb_checkpoints/mean.py": OTHER, "__pycache__/mean.py": ""},
            "mean.py",
        ),
        ({"mean.py": WORK, "env/pyvenv.cfg": "", "env/lib/mean.py": OTHER}, "mean.py"),
    ],
)
def test_the_file_is_found_by_its_name_and_else_by_what_it_defines(plan, files, chosen):
    """In a student's folder the exercise's name comes first; a mention alone comes last."""
    found = plan({f"alice/{name}": text for name, text in files.items()} | {"bob.py": WORK})
    assert graded(found) == {"alice": f"alice/{chosen}", "bob": "bob.py"}


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (
            {"a.py": "x = 1", "b.txt": "mean"},
            "no file fits exercise ex1: found a.py, b.txt; expected mean.py or mean.ipynb",
        ),
        ({"": ""}, "no file fits exercise ex1: found no file; expected"),
        ({"checks.py": WORK}, "found checks.py"),
        ({"mean.py.txt": WORK}, "found mean.py.txt"),
        ({f"{n}.txt": "" for n in range(9)}, "found 0.txt, 1.txt, 2.txt, 3.txt and 5 more"),
        (
            {"mean.py": WORK, "old/mean.py": OTHER},
            "two files fit: mean.py, old/mean.py; hand in one",
        ),
        ({"mean.py": WORK, "mean (1).py": OTHER}, "two files fit: mean (1).py, mean.py; hand in"),
        ({"mean.py": WORK, "mean.ipynb": notebook(WORK)}, "two files fit: mean.ipynb, mean.py"),
        ({"a.py": WORK, "b.py": WORK + "#", "c.py": OTHER}, "3 files fit: a.py, b.py, c.py"),
        ({"a.py": WORK, "A.py": OTHER}, "two files fit: A.py, a.py"),
        ({"a.zip": "", "b.zip": ""}, "2 archives; hand in one file"),
        ({"a.zip": "no zip"}, "a.zip is not a zip"),
    ],
)
def test_what_is_unsure_is_not_graded(plan, files, why):
    """The first note says why, and names the files."""
    found = plan({f"alice/{name}": text for name, text in files.items()} | {"bob.py": WORK})
    handin, _ = found.handins
    assert handin.path is None
    assert handin.file == ""
    assert handin.notes[0].startswith(why) or why in str(handin.notes[0])


@pytest.mark.parametrize(
    ("files", "chosen", "note"),
    [
        (
            {"mean.py": WORK, "mean.ipynb": NOTEBOOK_STUB},
            "mean.py",
            "mean.ipynb is as it was handed",
        ),
        ({"mean.py": STUB, "mean.ipynb": notebook(WORK)}, "mean.ipynb", "mean.py is as it was"),
        (
            {"mean.py": STUB.replace("\n", "\r\n"), "sub/mean.py": WORK},
            "sub/mean.py",
            "mean.py is as it was handed out, so it is not graded",
        ),
        ({"mean.py": STUB, "solution.py": WORK}, "solution.py", "mean.py is as it was"),
        (
            {"mean.py": STUB, "mean.ipynb": NOTEBOOK_STUB},
            "mean.py",
            "mean.py is as it was handed out",
        ),
        ({"mean.py": WORK, "mean (1).py": WORK}, "mean (1).py", "2 files with the same code"),
        (
            {"mean.ipynb": notebook(WORK), "mean-1.ipynb": notebook(WORK) + " "},
            "mean-1.ipynb",
            "same code",
        ),
        ({"mean.py": WORK, "ex1/mean.py": OTHER}, "ex1/mean.py", "mean.py is in another folder"),
        ({"mean.py": WORK, "ex1/mean.py": STUB}, "mean.py", "ex1/mean.py is as it was handed out"),
    ],
)
def test_of_two_files_the_untouched_and_the_same_give_way(plan, files, chosen, note):
    """One is what was handed out, or they are the same, or one lies in the exercise's folder."""
    found = plan({f"alice/{name}": text for name, text in files.items()})
    assert graded(found) == {"alice": f"alice/{chosen}"}
    assert note in notes(found)


def test_outputs_of_a_notebook_do_not_count(plan, source):
    """A copy with 40 MB of plots has the same code; what only an output mentions is not defined."""
    plots = '"outputs": [{"data": {"image/png": "' + 40_000_000 * "A" + '"}}]'
    write(source, {"s1/ex1.ipynb": notebook(WORK), "s2/notes.ipynb": notebook("x = 1")})
    write(source, {"s1/ex1-2.ipynb": notebook(WORK).replace('"outputs": []', plots)})
    told = json.dumps([{"text": ["mean = 1"]}])
    write(source, {"s2/b.ipynb": notebook("y = 1").replace('"outputs": []', f'"outputs": {told}')})
    one, other = plan().handins
    assert one.file == "s1/ex1-2.ipynb" and "2 files with the same code" in " ".join(one.notes)
    assert other.file == ""


def test_an_untouched_notebook_is_told_by_its_code(plan):
    """It has been run, so its outputs and counts are others."""
    document = json.loads(NOTEBOOK_STUB)
    for cell in document["cells"]:
        cell["metadata"] = {"run": True}
        if cell["cell_type"] == "code":
            cell["execution_count"] = 7
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "hello"}]
    found = plan({"alice/mean.ipynb": json.dumps(document), "alice/mean.py": WORK})
    assert graded(found) == {"alice": "alice/mean.py"}


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"notes.txt": "mean"}, "not a .py or .ipynb file"),
        ({"report.pdf": ""}, "not a .py or .ipynb file"),
        ({"checks.py": WORK}, "the course's own file"),
        ({"mean.py": WORK}, "names no student"),
        ({"mean (2).ipynb": WORK}, "names no student"),
        ({"ex1_final.py": WORK}, "names no student"),
        ({".hidden.py": WORK}, "hidden"),
        ({"..x/mean.py": WORK}, "hidden"),
    ],
)
def test_what_belongs_to_nobody_is_listed(plan, files, why):
    """With the reason; nobody is made up for it."""
    found = plan({"alice.py": WORK, **files})
    assert list(graded(found)) == ["alice"]
    ((path, reason),) = found.ignored
    assert any(name.startswith(path) for name in files)
    assert why in reason


def test_an_instructors_and_a_computers_files_go_unsaid(plan):
    """They are in every folder."""
    junk = ["README.md", "readme", "gradebook.csv", ".DS_Store", "Thumbs.db", "._alice.py"]
    found = plan({"alice.py": WORK, "__MACOSX/._a": "", ".git/x": ""} | dict.fromkeys(junk, ""))
    assert found.ignored == ()
    assert list(graded(found)) == ["alice"]


def test_a_file_named_after_its_student_is_graded_whatever_is_in_it(plan):
    """It gets its own report; a note says that it may be another exercise's."""
    found = plan({"alice.py": "x = 1"})
    assert graded(found) == {"alice": "alice.py"}
    assert notes(found) == "the file mentions none of mean, spread"


@pytest.mark.parametrize(
    ("files", "chosen", "note"),
    [
        ({"alice.py": WORK, "alice/mean.py": OTHER}, "", "two files fit: mean.py, alice.py"),
        ({"alice.py": WORK, "alice/mean.py": WORK}, "alice/mean.py", "2 files with the same code"),
        ({"alice.py": STUB, "alice/mean.py": WORK}, "alice/mean.py", "as it was handed out"),
        ({"alice.py": "x", "alice/mean.py": WORK}, "alice/mean.py", ""),
        ({"alice.py": WORK, "Alice.py": OTHER}, "", "counted as one student: Alice, alice"),
        ({"ex1-alice/mean.py": WORK, "alice.py": OTHER}, "", "two files fit"),
        ({"zoe\u0301.py": WORK, "zo\u00e9.py": OTHER}, "", "two files fit"),
    ],
)
def test_two_entries_of_one_student(plan, files, chosen, note):
    """They are judged as two files of one folder are; case and composition make no student."""
    found = plan(files)
    assert one(found).file == chosen
    assert note in notes(found)


@pytest.mark.parametrize(
    ("files", "chosen", "note"),
    [
        (["mean.py", "mean-1.py", "mean-10.py", "mean-9.py"], "mean-10.py", "3 earlier not"),
        (["part-1.py", "part-2.py"], "", "two files fit: part-1.py, part-2.py"),
        (["mean.py", "plot.py"], "mean.py", ""),
        (["hw.pdf"], "", "found hw.pdf"),
    ],
)
def test_canvas_counts_what_is_handed_in_again(plan, files, chosen, note):
    """The highest number of the exercise's file wins; parts of one work are not versions."""
    named = {f"leeann_77_{100 + n}_{name}": f"{WORK}# {n}" for n, name in enumerate(files)}
    found = plan(named)
    assert one(found).file.endswith(chosen)
    assert bool(one(found).file) == bool(chosen)
    assert note in notes(found)
    assert one(found).own_folder is False


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("Ex_al_attempt_2026-01-01-01-01-01_x_bo_attempt_2026-01-01-01-01-01_mean.py", "al"),
        ("Al_1_assignsubmission_file_Bo_2_assignsubmission_file_mean.py", "Al_1"),
        ("al_late_11_111_bo_22_222_mean.py", "al_11"),
        ("al_11_111_bo_attempt_2026-01-01-01-01-01_mean.py", "al_11"),
        ("al_11_111_Bo_2_assignsubmission_file_mean.py", "al_11"),
        ("Al_1_assignsubmission_file_22_222_mean.py", "Al_1"),
    ],
)
def test_no_file_can_be_named_into_another_students_hands(plan, name, student):
    """What a student can choose comes last in a platform's names, and never tells whose it is."""
    assert graded(plan({name: WORK, "zz.py": WORK})) == {student: name, "zz": "zz.py"}


def test_late_and_text_are_notes(plan):
    """Canvas marks late files; a text that was typed in is no file."""
    found = plan({"leeann_LATE_77_100_mean.py": WORK, "ekbo_78_text.html": ""})
    late, text = found.handins[1], found.handins[0]
    assert "handed in late" in late.notes
    assert text.path is None
    assert "found no file" in text.notes[0]


def make_zip(path: Path, files: dict[str, str]) -> None:
    """A zip of these files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)


@pytest.mark.parametrize(
    "where", ["alice.zip", "alice/hw.zip", "Al_1_assignsubmission_file_/hw.zip", "al_11_222_hw.zip"]
)
def test_a_students_zip_is_opened_one_level(plan, source, where):
    """Its folder is the student's own; what it refuses is said."""
    make_zip(source / where, {"hw/mean.py": WORK, "hw/helper.py": "", "../x.py": "", "in.zip": ""})
    found = plan({"bob.py": WORK})
    handin = next(handin for handin in found.handins if handin.student != "bob")
    assert handin.file == f"{where}/hw/mean.py"
    assert handin.own_folder
    assert any("x.py: its path leads out" in note for note in handin.notes)


def test_a_zip_beside_a_file_that_fits_is_left_shut(plan, source):
    """Data, as a rule. Beside an untouched stub it is opened."""
    make_zip(source / "alice/data.zip", {"mean.py": OTHER})
    assert graded(plan({"alice/mean.py": WORK})) == {"alice": "alice/mean.py"}
    write(source, {"alice/mean.py": STUB})
    assert graded(plan()) == {"alice": "alice/data.zip/mean.py"}


def test_a_bomb_costs_its_own_student(plan, source):
    """The neighbour is graded."""
    make_zip(source / "mallory.zip", {"mean.py": "0" * (30 << 20)})
    found = plan({"alice.py": WORK})
    assert graded(found) == {"alice": "alice.py", "mallory": ""}
    assert any("zip bomb" in note for note in found.handins[1].notes)


def test_a_roster_says_who_is_missing_and_who_is_strange(plan):
    """One handin a person on it, by id, with the roster's name; others are graded all the same."""
    found = plan({"s1.py": WORK, "eve/mean.py": WORK}, CLASS)
    rows = {handin.student: (handin.name, handin.file) for handin in found.handins}
    assert rows == {
        "eve": ("", "eve/mean.py"),
        "s1": ("Ann Lee", "s1.py"),
        "s2": ("Bo Ek", ""),
        "s3": ("王小明", ""),
    }
    assert "not on the roster" in found.handins[0].notes[0]
    assert found.handins[2].notes == ("handed in nothing",)


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee_12_assignsubmission_file_/mean.py",
        "ANN  LEE_12_assignsubmission_file_mean.py",
        "leeann_12_345_mean.py",
        "S1.py",
        "ex1_s1.py",
        "hw-s1-Ann.py",
        "Ann Lee/mean.py",
        "ex1-s1/mean.py",
    ],
)
def test_a_platforms_names_become_the_rosters_ids(plan, name):
    """Moodle and Canvas don't tell the school's ids."""
    handin = next(handin for handin in plan({name: WORK}, CLASS).handins if handin.file)
    assert (handin.student, handin.name, handin.notes) == ("s1", "Ann Lee", ())


def test_two_of_one_name_are_not_guessed(plan):
    """Their files are shown to both, and graded for neither."""
    twins = Roster((Person("s1", "Ann Lee"), Person("s2", "Ann Lee")))
    found = plan({"Ann Lee_7_assignsubmission_file_/mean.py": WORK}, twins)
    assert graded(found) == {"s1": "", "s2": ""}
    assert all(handin.undecided for handin in found.handins)
    assert "may be that of s1, s2" in found.handins[1].notes[0]


AT = "_attempt_2026-11-24-17-01-53_mean.py"


@pytest.mark.parametrize(
    ("heads", "ids", "expected"),
    [
        (["ex1_b_stone"], "b_stone stone", {"b_stone": 0, "stone": None}),
        (["ex1_b_stone", "ex1_kim"], "b_stone stone kim", {"b_stone": 0, "stone": None, "kim": 1}),
        (["Homework_b_stone", "Homework_stone"], "b_stone stone", {"b_stone": 0, "stone": 1}),
        (["HW_1_ann", "HW_1_bob"], "ann bob", {"ann": 0, "bob": 1}),
        (["HW_1_ann", "HW_1_e_stone"], "ann stone", {"ann": 0, "e_stone": 1, "stone": None}),
        (["ex1_a_b_c"], "a_b_c b_c c", {"a_b_c": 0, "b_c": None, "c": None}),
        (["Homework_b_stone", "Homework_b_lee"], "b_stone stone lee", {
            "b_stone": None, "stone": None, "lee": None,
        }),
        (["ex1_b_stone", "ex1_b_lee"], "b_stone stone lee", {
            "b_stone": None, "stone": None, "lee": None,
        }),
    ],
)  # fmt: skip
def test_a_user_of_blackboards_may_have_an_underscore(plan, heads, ids, expected):
    """All files begin with one assignment; where that is not enough to tell, nobody is graded."""
    roster = Roster(tuple(Person(id, "") for id in ids.split()))
    found = plan({f"{head}{AT}": f"{WORK}# {head}" for head in heads}, roster)
    files = {student: None if n is None else f"{heads[n]}{AT}" for student, n in expected.items()}
    assert {h.student: h.file or None for h in found.handins} == files
    shared = {h.student for h in found.handins if h.undecided}
    if all(place is None for place in expected.values()):
        assert shared == set(expected)


def test_a_copy_is_no_name(plan):
    """What Drive writes before a copy; nor is a version one."""
    files = {
        "Bo Ek - Copy of mean.py": WORK, "Copy of Ann Lee – mean.py": OTHER,
        "Copy of mean.py": WORK, "mean(1).py": WORK, "final_v2.py": WORK, "mean - Kopie.py": WORK,
    }  # fmt: skip
    found = plan(files, CLASS)
    expected = {"s1": "Copy of Ann Lee – mean.py", "s2": "Bo Ek - Copy of mean.py", "s3": ""}
    assert graded(found) == expected
    assert len(found.ignored) == 4


@pytest.mark.parametrize(
    "name", ["bob.tgz", "bob.7z", "bob.rar", "bob.tar.gz", "bob.zip", "bob.py.txt"]
)
def test_a_file_that_can_not_be_read_is_its_students(plan, name):
    """Also at the top, and without a roster."""
    found = plan({"alice.py": WORK, name: WORK})
    assert graded(found) == {"alice": "alice.py", "bob": ""}
    assert found.handins[1].undecided


@pytest.mark.parametrize("beside", ["work.rar", "mean.py.txt", "mean.docx", "a.7z"])
def test_a_stub_beside_what_can_not_be_read_is_not_the_work(plan, beside):
    """What was handed out would get 0."""
    handin = one(plan({"alice/mean.py": STUB, f"alice/{beside}": WORK}))
    assert handin.undecided and beside in str(handin.reason)


def test_what_a_classs_zip_hides_is_still_its_students(plan, tmp_path):
    """A link, a bomb: who handed it in is undecided, also where it lies at the top."""
    with zipfile.ZipFile(tmp_path / "class.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("s1.py", WORK)
        file.writestr("s2.py", "0" * (30 << 20))
        file.writestr("s3/mean.py", "0" * (30 << 20))
    found = plan(roster=CLASS, where=tmp_path / "class.zip")
    assert graded(found) == {"s1": "s1.py", "s2": "", "s3": ""}
    assert [handin.undecided for handin in found.handins] == [False, True, True]
    assert all("zip bomb" in str(handin.notes) for handin in found.handins[1:])


def test_what_a_platform_puts_into_every_folder_is_not_handed_in(plan):
    """Sakai has a folder for everybody."""
    sakai = {
        "Lee, Ann(s1)/Submission attachment(s)/mean.py": WORK, "Lee, Ann(s1)/comments.txt": "",
        "Ek, Bo(s2)/comments.txt": "", "Ek, Bo(s2)/timestamp.txt": "2026",
    }  # fmt: skip
    found = plan(sakai, CLASS)
    assert graded(found) == {
        "s1": "Lee, Ann(s1)/Submission attachment(s)/mean.py",
        "s2": "",
        "s3": "",
    }
    assert not any(handin.undecided for handin in found.handins)


LISTS = {
    "Gradescope": [f"submission_30123456{n}/mean.py" for n in range(3)],
    "blind marking": [f"Participant_12340{n}/mean.py" for n in range(3)],
    "another class": ["eve.py", "mallory.py", "s1.py"],
}


@pytest.mark.parametrize("names", LISTS.values(), ids=LISTS)
def test_a_roster_of_others_stops_the_batch(plan, source, names):
    """Fewer than half of the names are on it: both lists are shown."""
    found = plan(dict.fromkeys(names, WORK), CLASS)
    with pytest.raises(UsageError) as caught:
        must_match(found, Path("class.csv"), ["s1 Ann Lee", "s2 Bo Ek"])
    text = str(caught.value)
    assert "so nothing is graded" in text and "s1 Ann Lee, s2 Bo Ek" in text
    assert names[0].partition("/")[0].removesuffix(".py") in text
    shutil.rmtree(source)
    must_match(plan({"s2.py": WORK, "eve.py": WORK}, CLASS), Path("class.csv"), [])


def test_the_lists_of_a_large_class_are_cut(plan):
    """Eight names of each, and how many more."""
    found = plan({f"x{n}.py": WORK for n in range(300)}, CLASS)
    with pytest.raises(UsageError) as caught:
        must_match(found, Path("class.csv"), [f"s{n}" for n in range(300)])
    assert str(caught.value).count("and 292 more") == 2


def test_a_stranger_called_like_an_id_stays_a_stranger(plan):
    """Moodle tells names; that one's is the login of another proves nothing."""
    roster = Roster(
        (Person("ann", "Ann Lee"), Person("s2", "Ann")),
    )
    found = plan({"Ann_assignsubmission_file_/mean.py": WORK, "ann.py": OTHER}, roster)
    assert graded(found) == {"ann": "ann.py", "s2": "Ann_assignsubmission_file_/mean.py"}
    strange = Roster((Person("ann", "Bo Ek"),))
    found = plan({}, strange)
    assert graded(found) == {"Ann-2": "Ann_assignsubmission_file_/mean.py", "ann": "ann.py"}


def test_with_a_roster_a_file_of_no_use_is_still_someones(plan):
    """It says what was handed in instead of a program."""
    found = plan({"s1.pdf": "", "x.pdf": ""}, CLASS)
    assert "found s1.pdf" in found.handins[0].notes[0]
    assert [path for path, _ in found.ignored] == ["x.pdf"]


@pytest.mark.parametrize(
    ("raw", "id"),
    [
        ("王小明", "王小明"),
        ("-rf", "rf"),
        ("=1+1", "1+1"),
        ("CON", "CON_"),
        ("a\nb", "a_b"),
        ("a\x1b[2J", "a_[2J"),
        ("a\u202egnp", "agnp"),
        ("<script>", "_script_"),
        ("a\udcff", "a_"),
        ("🎓", "🎓"),
        ("名" * 80, "名" * 43 + "~"),
        ("zoe\u0301", "zo\u00e9"),
    ],
)
def test_an_id_is_fit_for_a_files_name_anywhere(plan, source, raw, id):
    """Letters of any script stay; what a system, a shell or a spreadsheet obeys does not."""
    write(source, {f"{raw}/mean.py": WORK, "zz/mean.py": WORK})
    handin = next(handin for handin in plan().handins if handin.student != "zz")
    assert handin.student.startswith(id)
    assert len(handin.student.encode()) <= 140
    assert handin.path and handin.path.is_file()
    changed = id != unicodedata.normalize("NFC", raw)
    assert any("is written" in note for note in handin.notes) == changed
    assert all(text.isprintable() for text in (handin.file, handin.student, *handin.notes))
    json.dumps([handin.file, *handin.notes], ensure_ascii=False).encode("utf-8")


def test_ids_that_become_equal_are_told_apart(plan):
    """The same way each time, and it is said."""
    found = plan({"a?.py": WORK, "a<.py": WORK, "a_.py": WORK, "A_-2.py": WORK})
    assert graded(found) == {"A_-2": "A_-2.py", "a_": "a_.py", "a_-3": "a<.py", "a_-4": "a?.py"}
    assert "the id 'a<' is written a_-3" in found.handins[2].notes


LINKS = {
    "a file outside": ("alice/mean.py", "../../outside/mean.py"),
    "a file within": ("alice/mean.py", "../bob/mean.py"),
    "a folder outside": ("alice/work", "../../outside"),
    "the folder itself": ("alice", "../outside"),
    "a loop": ("alice/self", "."),
    "nowhere": ("alice/mean.py", "gone"),
}


@pytest.mark.parametrize("link", LINKS)
def test_no_link_is_followed(plan, source, tmp_path, link):
    """Neither out of the folder nor within it; it is said where one was."""
    write(tmp_path / "outside", {"mean.py": WORK})
    write(source, {"bob/mean.py": WORK, "carl/mean.py": WORK})
    name, target = LINKS[link]
    (source / name).parent.mkdir(exist_ok=True)
    (source / name).symlink_to(target)
    found = plan()
    files = graded(found)
    assert files.pop("alice", "") == ""
    assert files == {"bob": "bob/mean.py", "carl": "carl/mean.py"}
    told = [*found.ignored, *((handin.file, *handin.notes) for handin in found.handins)]
    assert "symbolic link" in str(told)


def test_a_link_named_like_a_students_file_is_theirs(plan, source):
    """It stands in the plan with nothing, and is not overlooked in a list of odds and ends."""
    (source / "alice.py").symlink_to("/etc/passwd")
    handin = one(plan())
    assert handin.path is None
    assert "alice.py is a symbolic link" in " ".join(map(str, handin.notes))


@pytest.mark.parametrize("kind", ["pipe", "socket"])
@pytest.mark.parametrize("where", ["alice.py", "alice/mean.py", "alice/helper.py"])
def test_pipes_and_sockets_are_not_waited_for(plan, source, monkeypatch, kind, where):
    """They are no files; the student's other files count."""
    write(source, {"bob.py": WORK, "alice/spread.py": WORK})
    monkeypatch.chdir(source)  # a socket's path is short
    if kind == "pipe":
        os.mkfifo(where)
    else:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(where)
    found = plan()
    assert graded(found) == {"alice": "alice/spread.py", "bob": "bob.py"}
    assert "not a regular file" in str(found.handins[0].notes)


@pytest.fixture
def nobody(toy) -> Iterator[Path]:
    """A folder in which one who is not root works."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    user = os.geteuid()
    assert toy.exercise.functions
    if user == 0:
        os.seteuid(65534)
    yield folder
    os.seteuid(user)
    for path in folder.rglob("*"):
        path.chmod(0o700)
    shutil.rmtree(folder)


def test_what_may_not_be_read_costs_its_own_student(nobody, toy):
    """A file, a folder, and a folder within one."""
    write(nobody / "class", {f"{name}/mean.py": WORK for name in ("a", "b", "c/d", "e")})
    write(nobody, {"scratch/": ""})
    for name in ("a/mean.py", "b", "c/d"):
        (nobody / "class" / name).chmod(0)
    try:
        found = in_words(collect_handins(nobody / "class", toy, nobody / "scratch"))
    finally:
        for name in ("b", "c/d", "a/mean.py"):
            (nobody / "class" / name).chmod(0o700)
    assert graded(found) == {"a": "", "b": "", "c": "", "e": "e/mean.py"}
    for handin in found.handins[:3]:
        assert "can't be read: Permission denied" in " ".join(map(str, handin.notes))


@pytest.fixture
def thousand_levels(source, monkeypatch) -> Iterator[None]:
    """Folders in folders, which no recursion of Python's can remove."""
    write(source, {"alice/": ""})
    monkeypatch.chdir(source / "alice")
    for _ in range(1000):
        os.mkdir("d")
        os.chdir("d")
    yield
    for _ in range(1000):
        os.chdir("..")
        os.rmdir("d")


def test_a_folder_of_a_thousand_levels(plan, thousand_levels):
    """It ends, and what lies at a reasonable depth is found."""
    found = plan({"alice/mean.py": WORK, "bob.py": WORK})
    assert graded(found) == {"alice": "alice/mean.py", "bob": "bob.py"}
    assert "too deep" in str(found.handins[0].notes)


def test_clones_lose_the_exercise_and_no_more(plan):
    """Though all ids begin alike."""
    clones = {f"ex1-mary-{name}/{file}": WORK for name in ("ann", "bob") for file in ("mean.py",)}
    heads = {f"ex1-mary-{name}/.git/HEAD": "ref" for name in ("ann", "bob")}
    assert set(graded(plan({**clones, **heads}))) == {"mary-ann", "mary-bob"}


def test_data_beside_the_work_is_no_work(plan, source):
    """Ten thousand pictures in a student's folder are nobody's file to be graded."""
    write(source, {"alice/mean.py": WORK, "alice/data/": "", "bob.py": WORK})
    for number in range(10_000):
        os.mknod(source / "alice" / "data" / f"{number}.png")
    found = plan()
    assert graded(found) == {"alice": "alice/mean.py", "bob": "bob.py"}


def test_a_walk_has_an_end(plan, monkeypatch):
    """The top of a student's folder is looked at first, and that there is more is said."""
    monkeypatch.setattr("grader.classroom.collect.tree._MAX_ENTRIES", 10)
    files = {f"alice/data/{number}.txt": "" for number in range(20)}
    found = plan({"alice/mean.py": WORK, "bob.py": WORK, **files})
    assert graded(found)["alice"] == "alice/mean.py"
    assert "more than 10 files" in str(found.handins[0].notes)


def test_reading_has_an_end(plan, monkeypatch):
    """Files that could not be compared are not taken for the same."""
    monkeypatch.setattr("grader.classroom.collect.candidates._MAX_READ", 10)
    same = {"alice/mean.py": "#" * 20 + "1", "alice/mean-1.py": "#" * 20 + "2"}
    handin = one(plan(same))
    assert handin.path is None
    assert "two files fit" in str(handin.notes[0])


def test_a_folder_with_thousands_of_sources(plan):
    """Only some are searched for a graded name, and the name still decides."""
    many = {f"alice/a{number}.py": WORK for number in range(1_000)}
    assert graded(plan({**many, "alice/mean.py": WORK})) == {"alice": "alice/mean.py"}


def test_the_name_decides_beyond_what_is_searched(plan):
    """mean.py sorts after a thousand others, and is found all the same."""
    many = {f"alice/a{number:04}.py": "x" for number in range(1_000)}
    assert graded(plan({**many, "alice/mean.py": WORK})) == {"alice": "alice/mean.py"}


def test_a_huge_file_is_graded_and_its_report_says_so(plan, source, toy):
    """It is not read into memory."""
    write(source, {"alice/": "", "bob.py": WORK})
    with (source / "alice" / "mean.py").open("wb") as file:
        file.truncate(1 << 40)
    handin = plan().handins[0]
    assert "larger than 2 MB" in said(submission_of(handin, toy).problems[0])


@pytest.mark.parametrize(
    "name",
    [
        "a\nb",
        "\x1b[2Jx",
        "x\udcff",
        "\u202egpj",
        "<script>alert(1)</script>".replace("/", ""),
        "-x",
        "x" * 250,
        "CON",
        "x.",
        "🎓",
    ],
)
def test_a_hostile_name_does_no_harm(plan, source, toy, name):
    """As a folder, a file and a link: it is graded or said, in text that any file can hold."""
    write(source, {f"{name}/mean.py": WORK, f"bob/{name}": "", "carl.py": WORK})
    (source / "carl").mkdir()
    (source / "carl" / name).symlink_to("/")
    found = plan()
    assert found.handins[-1].file or found.handins[0].file
    text = render(found)
    text.encode("utf-8")
    assert all(line.isprintable() for line in text.splitlines())
    for handin in found.handins:
        if handin.path:
            assert submission_of(handin, toy).name.isprintable()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "does not exist; name the folder"),
        (lambda path: path.mkdir(), "has no student's work in it; it should hold"),
        (lambda path: path.write_text("x"), "neither a folder nor a .zip, .tar.gz or .7z"),
        (lambda path: write(path, {"README.md": "", ".git/x": ""}), "no student's work"),
        (lambda path: write(path, {"mean.py": WORK}), r"in it \(mean.py: its name is the exerc"),
        (lambda path: os.mkfifo(path), "neither a folder nor a .zip, .tar.gz or .7z"),
    ],
)
def test_no_class_is_one_clear_line(plan, tmp_path, make, message):
    """It says what was found, and what to try."""
    path = tmp_path / "nothing"
    make(path)
    with pytest.raises(SubmissionError, match=message) as caught:
        plan(where=path)
    assert "\n" not in str(caught.value)


def test_an_empty_folder_is_no_class(plan):
    """Not with a roster either: a whole class of zeros would be a wrong path, as a rule."""
    with pytest.raises(SubmissionError, match="no student's work"):
        plan(roster=CLASS)


def test_the_wrong_folder_is_told_by_its_size(plan, source, monkeypatch):
    """A home folder, or a photo collection."""
    monkeypatch.setattr("grader.classroom.collect.top._MAX_ENTRIES", 3)
    with pytest.raises(SubmissionError, match="holds 4 files and folders; is it the right folder"):
        plan({f"{n}.py": "" for n in range(4)})


def test_the_same_files_give_the_same_plan(plan, source):
    """Whatever order the system lists them in."""
    files = {f"{name}/mean.py": WORK for name in "zyxabc"} | {"a<.py": WORK, "a>.py": WORK}
    first = plan(files)
    shutil.rmtree(source)
    source.mkdir()
    assert plan(dict(reversed(files.items()))) == first


def test_modules_beside_a_file_count_only_in_a_folder_of_the_students_own(plan, toy):
    """In a folder that a class shares, helper.py is another student."""
    text = "import helper\n" + WORK
    found = plan({"alice.py": text, "helper.py": "x = 1", "bob/mean.py": text, "bob/helper.py": ""})
    siblings = {h.student: set(submission_of(h, toy).siblings) for h in found.handins}
    assert siblings == {"alice": set(), "bob": {"helper"}, "helper": set()}


def test_siblings_can_be_left_out(tmp_path):
    """By whoever reads a file alone; they count unless that is asked."""
    write(tmp_path, {"mean.py": "import helper", "helper.py": "x = 1"})
    assert set(submission.read_submission(tmp_path / "mean.py").siblings) == {"helper"}
    assert submission.read_submission(tmp_path / "mean.py", siblings=False).siblings == {}


def handin(path: Path | None) -> Handin:
    """A handin of this file."""
    return Handin("alice", "", path, "", False, reason=Message("handed in nothing"))


def test_reading_follows_no_link_and_waits_for_no_pipe(tmp_path, toy):
    """Between the plan and the grading a file may have changed."""
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "link.py").symlink_to("/etc/passwd")
    for name, message in {
        "pipe.py": "pipe.py is not a regular file",
        "link.py": "link.py is a symbolic link",
        "gone.py": "gone.py can't be read: No such file",
        ".": "can't be read: Is a directory",
    }.items():
        with pytest.raises(SubmissionError, match=message):
            submission_of(handin(tmp_path / name), toy)
    with pytest.raises(SubmissionError, match="alice has nothing to grade: handed in nothing"):
        submission_of(handin(None), toy)


def test_a_relative_folder_is_fine(plan, source, monkeypatch):
    """The paths of the plan hold wherever one stands later."""
    monkeypatch.chdir(write(source, {"alice/mean.py": WORK}))
    found = one(plan(where=Path(".")))
    assert (found.path, found.file) == (source / "alice" / "mean.py", "alice/mean.py")


def test_a_submission_has_its_files_own_name_without_what_moves_a_cursor(tmp_path, toy):
    """The report names it."""
    write(tmp_path, {"a\x1b[2J.py": WORK})
    found = submission_of(handin(tmp_path / "a\x1b[2J.py"), toy)
    assert found.name == found.units[0].label == "a\\x1b[2J.py"
    assert found.units[0].source == WORK


def test_given_modules_are_never_a_students(tmp_path, ex2):
    """As for a single check."""
    given = ex2.exercise.given[0]
    write(tmp_path, {"training.py": f"import {given}, own", f"{given}.py": "", "own.py": ""})
    found = submission_of(Handin("a", "", tmp_path / "training.py", "", True, ()), ex2)
    assert set(found.siblings) == {"own"}


def test_three_thousand_students_take_seconds(plan, source):
    """Seconds of the processor's: the tests share the machine."""
    write(source, {f"s{number}/mean.py": WORK for number in range(3_000)})
    start = time.process_time()
    assert len(plan().handins) == 3_000
    assert time.process_time() - start < 5


def test_a_course_without_a_notebook_needs_none(tmp_path, plan):
    """Nor does one whose stub is not at hand."""
    shutil.copytree(TOY.parent, tmp_path / "exercises")
    (tmp_path / "exercises" / "ex1_mean" / "mean.ipynb").unlink()
    lesson = Course(tmp_path).lesson("ex1")
    assert isinstance(lesson, Lesson)
    files = {"alice/mean.py": WORK, "alice/mean.ipynb": NOTEBOOK_STUB}
    assert "two files fit" in notes(plan(files, lesson=lesson))


def test_the_plan_as_text_keeps_its_columns():
    """A Chinese character takes two columns; long names are cut, paths and notes are wrapped."""
    here = Path("mean.py")
    late = (Message("handed in late"),)
    why = Message("no file fits exercise ex1: " + "found some.py, " * 8)
    handins = (
        Handin("alice", "Ann Lee", here, "alice/mean.py", True),
        Handin("王小明", "王小明", here, "王小明/mean.py", True, late),
        Handin("x" * 40, "", None, "", False, reason=why),
        Handin("bo", "Bo\nEk\x1b[2J", here, "a" * 100, True),
    )
    ignored = (("notes\n.txt", Message("it is no .py")),)
    lines = render(Plan(handins, ignored, Message("a folder for each student"))).splitlines()
    assert lines[0] == "a folder for each student: 4 students, 3 with a file to grade"
    assert lines[2] == f"  alice{' ' * 23}  Ann Lee       alice/mean.py"
    assert lines[3] == f"  王小明{' ' * 22}  王小明        王小明/mean.py"
    assert lines[4] == "      - handed in late"
    assert lines[5].startswith(f"  {'x' * 27}…")
    assert "x" * 40 in lines[6]
    assert lines[7].startswith("      ! no file fits")
    assert "  notes .txt: it is no .py" in lines
    assert "\x1b" not in str(lines)
    assert all(len(line) <= 80 for line in lines)
