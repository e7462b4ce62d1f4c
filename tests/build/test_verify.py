"""The course's check of itself: what it asks for, and that CI asks it once.

The tests do not verify the whole course: `make verify` does, with two keys and five seeds, and CI
runs it beside them. Here stands that it would find what it is for, on courses of a few files.
"""

import os
import re
import shutil
import subprocess

import pytest
from conftest import ROOT

from grader.build.generate import build_key
from grader.build.handout import build_notebook, build_stub
from grader.build.matrix import render_verification
from grader.build.verification import Verification
from grader.build.verified import unchanged
from grader.build.verify import FEW_SEEDS, SEEDS, verify_exercise
from grader.cli.program import main
from grader.course import key as keys
from grader.course.course import Course

RIGHT = "def mean(x): return x.mean(0){off}\ndef spread(x): return x.min(), x.max()\n"
NUMPY = ("ex4", "ex5", "ex6", "ex7", "ex8", "ex9", "ex10", "ex11", "ex13", "ex16")
WRITTEN = {
    "ex1": (12, 25),
    "ex2": (8, 18),
    "ex3": (8, 12),
    "ex12": (8, 60),
    "ex14": (8, 30),
    "ex15": (8, 40),
    **dict.fromkeys(NUMPY, (8, 55)),
}
"""How many right files and how many known mistakes an exercise has at least."""

CHECKS = '''
from grader.authoring import Exercise

exercise = Exercise("ex1", title="Luck", module="luck", framework="numpy")

def lucky(found):
    """More than a half."""
    return "" if found > 0.5 else "it is too low"

lucky.margin = lambda found: found - 0.5

@exercise.check(points=10, examples=1, holds=lucky, hints="Print what it gives.")
def draw_number(student):
    """draw gives a large number"""
    return float(student.draw())
'''
REFERENCE = """
def draw():
    # BEGIN SOLUTION
    return 0.9
    # END SOLUTION
"""
README = "## `draw()`\n\n| check | points |\n|---|---|\n| `draw_number` | 10 |\n"
TOO_LOW = '"""It is below the bar.\n\nDraw a larger one."""\ndef draw(): return 0.25\n'


def silent(what: str, done: int, total: int) -> None:
    """No progress."""


@pytest.fixture
def copy(tmp_path):
    """A copy of the toy course that a test may spoil."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "toy")
    return Course(tmp_path / "toy").lesson("ex1")


@pytest.fixture
def luck(tmp_path, numpy_zygote):
    """An exercise whose one check has a bar, with right files that clear it by so much."""

    def made(**right: float):
        folder, solution = (tmp_path / name / "ex1_luck" for name in ("exercises", "solutions"))
        folder.mkdir(parents=True)
        (solution / "right").mkdir(parents=True)
        (solution / "wrong").mkdir()
        (folder / "checks.py").write_text(CHECKS)
        for name in ("README.md", "README.zh-TW.md"):
            (folder / name).write_text(README)
        (solution / "inputs.py").write_text(
            "from grader.authoring import given\ndraw_number = given()\n"
        )
        (solution / "luck.py").write_text(REFERENCE)
        (solution / "wrong" / "draw_low.py").write_text(TOO_LOW)
        for name, above in right.items():
            (solution / "right" / f"{name}.py").write_text(f"def draw(): return {0.5 + above}\n")
        lesson = Course(tmp_path).lesson("ex1")
        (folder / "luck.py").write_text(build_stub(lesson))
        (folder / lesson.notebook_name).write_text(build_notebook(lesson))
        keys.write_key(lesson.key_path, build_key(lesson, numpy_zygote))
        return lesson

    return made


@pytest.mark.parametrize("name", WRITTEN)
def test_the_course_has_what_it_is_verified_with(name):
    """Right files of many styles, and many known mistakes; the rest `grader lint` says of them."""
    lesson = Course(ROOT).lesson(name)
    right, wrong = WRITTEN[name]
    assert len(lesson.solution_files("right")) >= right
    assert len(lesson.solution_files("wrong")) >= wrong


@pytest.mark.parametrize(("share", "faults"), [(0.5, 0), (0.7, 1)])
def test_a_tolerance_has_a_margin_over_the_right_ones(copy, share, faults):
    """Another machine rounds otherwise: what is right here must not be wrong there."""
    off = RIGHT.format(off=f" + {share} * (1e-6 + 1e-5 * abs(x.mean(0)))")
    (copy.solution / "right" / "off.py").write_text(off)
    found = verify_exercise(copy, silent, quick=True)
    assert share - 0.05 < found.spreads["mean_values"] < share + 0.05
    assert [fault.split(":")[0] for fault in found.faults] == faults * ["mean_values"]


def test_a_bar_is_cleared_from_every_seed(luck):
    """Five seeds as a rule, one where a quick answer is asked; the closest file stands first."""
    lesson = luck(far=0.4, close=0.06)
    for quick, seeds in ((True, FEW_SEEDS), (False, SEEDS)):
        found = verify_exercise(lesson, silent, quick=quick)
        assert found.faults == []
        margins = found.margins["draw_number"]
        assert set(margins) == {"luck", "far", "close"}
        assert {len(each) for each in margins.values()} == {seeds}
        lines = render_verification(found).splitlines()
        start = lines.index("how far above the bar of draw_number, lowest first")
        assert lines[start + 1].split()[0] == "close"
        assert f"({seeds} seed" in lines[start + 1]
    assert (FEW_SEEDS, SEEDS) == (1, 5)


def test_a_bar_that_a_right_file_nearly_misses_is_a_fault(luck):
    """With the seed from which it does: the bar is no contest."""
    found = verify_exercise(luck(near=0.02), silent, quick=True)
    assert [re.sub(r"\d\.\d+", "N", fault) for fault in found.faults] == [
        f"right near.py: draw_number is N above its bar with seed {seed}, and N are asked for"
        for seed in range(FEW_SEEDS)
    ]


@pytest.mark.parametrize(("clearance", "faults"), [(0.01, 0), (0.03, FEW_SEEDS), (0.2, FEW_SEEDS)])
def test_a_predicate_may_say_how_much_above_its_bar_is_asked(luck, numpy_zygote, clearance, faults):
    """Where the bar is high, there is less room above it; a wider one can be asked for, too."""
    lesson = luck(far=0.4, near=0.02)
    checks = lesson.folder / "checks.py"
    asked = f"lucky.clearance = {clearance}\nlucky.margin"
    checks.write_text(checks.read_text().replace("lucky.margin", asked))
    lesson = Course(lesson.folder.parents[1]).lesson("ex1")
    keys.write_key(lesson.key_path, build_key(lesson, numpy_zygote))
    found = verify_exercise(lesson, silent, quick=True).faults
    assert len(found) == faults
    assert all(f"and {clearance:g} are asked for" in fault for fault in found)


def test_a_fault_is_exit_1(copy, monkeypatch, capsys):
    """So CI stops at it."""
    (copy.solution / "right" / "off.py").write_text(RIGHT.format(off=" + 1"))
    monkeypatch.chdir(copy.folder)
    assert main(["verify", "--quick"]) == 1
    assert "FAULT right off.py (seed 0): mean_values failed" in capsys.readouterr().out


def test_the_faults_of_several_stand_at_the_end(monkeypatch, capsys):
    """Of a long log many a service keeps the end alone: there stands which exercise has which."""
    said = {
        "ex1": (1, "a table\nFAULT right off.py: mean_values failed\nex1: 1 faults\n"),
        "ex2": (-9, ""),
    }

    def verified(command, **_):
        code, out = said.get(command[4], (0, "a table\n"))
        return subprocess.CompletedProcess(command, code, out, "")

    monkeypatch.setattr(subprocess, "run", verified)
    monkeypatch.chdir(ROOT)
    assert main(["verify", "ex1", "ex2", "ex3"]) == 3
    end = capsys.readouterr().out.split("in all of them:\n")[1]
    assert end == "ex1: FAULT right off.py: mean_values failed\nex2: see above\n"
    assert main(["verify", "ex3", "ex4"]) == 0
    assert "in all" not in capsys.readouterr().out


def test_what_takes_longest_begins_first(monkeypatch, capsys):
    """One that trains networks would be waited for at the end; the tables stay in their order."""
    begun = []

    def verified(command, **_):
        begun.append(command[4])
        return subprocess.CompletedProcess(command, 0, f"{command[4]}: 0 faults\n", "")

    monkeypatch.setattr(subprocess, "run", verified)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.chdir(ROOT)
    assert main(["verify", "ex4", "ex1", "ex14"]) == 0
    assert begun == ["ex14", "ex1", "ex4"]
    assert re.findall(r"ex\d+", capsys.readouterr().out) == ["ex4", "ex1", "ex14"]


def test_what_was_verified_whole_is_verified_shortly_until_it_changes(luck, monkeypatch, capsys):
    """A whole verification without a fault is remembered by a digest of the exercise's files."""
    lesson = luck(near=0.2)
    monkeypatch.chdir(lesson.folder)
    seeds = []
    for change in (None, None, "right/other.py", None, "wrong/.notes"):
        if change:
            (lesson.solution / change).write_text("def draw(): return 0.9\n")
        assert main(["verify"]) == 0
        seeds.append(int(re.search(r"\((\d) seeds?\)", capsys.readouterr().out).group(1)))
    assert seeds == [SEEDS, FEW_SEEDS, SEEDS, FEW_SEEDS, FEW_SEEDS]
    assert main(["verify", "--whole"]) == 0
    assert f"({SEEDS} seeds)" in capsys.readouterr().out


def test_a_short_verification_and_one_with_a_fault_are_not_remembered(luck, monkeypatch, capsys):
    """Only the whole form, and only where nothing was found, spares the next one."""
    lesson = luck(near=0.2)
    monkeypatch.chdir(lesson.folder)
    assert main(["verify", "--quick"]) == 0
    assert not unchanged(lesson)
    (lesson.solution / "right" / "near.py").write_text("def draw(): return 0.51\n")
    assert main(["verify"]) == 1
    assert not unchanged(lesson)
    assert "in the short form" not in capsys.readouterr().out.rpartition("ex1: ")[2]


def test_ci_verifies_the_whole_course_once():
    """All exercises, and not twice; in the short form, for of the whole one there is a record."""
    makefile = (ROOT / "Makefile").read_text()
    ci = [line.strip() for line in (ROOT / ".ci" / "run").read_text().splitlines()]
    assert re.findall(r"grader verify.*", makefile) == ["grader verify $(FORM)"]
    runs = [line for line in ci if not line.startswith("#") and "verify" in line]
    assert runs == ["make verify FORM=--quick"]
    assert "exec make test" in ci


@pytest.mark.parametrize("name", WRITTEN)
def test_each_exercise_was_verified_whole_as_it_is(name):
    """With two keys, five seeds and changes of the reference: who changes it has to do it again."""
    assert unchanged(Course(ROOT).lesson(name)), f"run `grader verify {name} --whole`"


def test_a_difference_that_is_small_is_no_zero():
    """A zero would say that all right ones agree to the last digit."""
    text = render_verification(Verification("ex1", spreads={"a": 3e-6, "b": 0.25, "c": 0.0}))
    shown = [line.split()[1] for line in text.splitlines() if line.startswith("  ")]
    assert shown == ["<0.0001", "0.2500", "0.0000"]
