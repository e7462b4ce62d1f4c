"""`%grade` and `%hint` in a real kernel."""

import time

import psutil
import pytest
from conftest import ROOT
from nbclient import NotebookClient
from support.jupyter import filled, session

from grader.cli import asked
from grader.course.course import Course
from grader.course.key import read_key, read_words
from grader.errors import UsageError
from grader.practice import Home, Memory

TOY = ROOT / "tests" / "toy"
WRONG = "def mean(x):\n    return x.sum(0)"
RIGHT = "def mean(x):\n    return x.mean(0)"
SPREAD = "def spread(x):\n    return x.min(), x.max()"
HANGS = "def mean(x):\n    while True: pass"
COUNTS = """
import threading
from grader.practice import Run
_at_once, _start = [], Run.start
def _counted(run):
    _start(run)
    _at_once.append(sum(isinstance(each, Run) for each in threading.enumerate()))
Run.start = _counted
"""

pytestmark = pytest.mark.slow


@pytest.fixture
def kernel(tmp_path):
    """A kernel whose course is the toy, in an empty folder, with the magics."""
    with session(tmp_path, GRADER_COURSE=str(TOY)) as begun:
        assert begun.run("%load_ext grader") == []
        yield begun


def test_the_last_definition_counts(kernel):
    """A cell that was not executed has none, and one that was executed again counts again."""
    assert "mean is not there yet" in kernel.text("%grade ex1")
    kernel.run(WRONG)
    first = kernel.html("%grade ex1")
    assert "2 / 10" in first and "These are sums" in first
    kernel.run(RIGHT)
    kernel.run(SPREAD)
    assert "10 / 10" in kernel.html("%grade")
    kernel.run(WRONG)
    (third,) = kernel.run("%grade ex1, mean;  # one function")
    assert "2 / 7" in third["text/html"] and "spread" not in third["text/html"]
    assert "These are sums" in third["text/plain"] and "2 / 7" in third["text/plain"]
    assert "grader check" not in third["text/plain"], "there is no file that it could check"


def test_a_cell_below_the_magic_is_executed_and_graded(kernel):
    """It is there in the kernel, too; and one that Python can't read is not graded."""
    assert "7 / 7" in kernel.html(f"%%grade mean\n{RIGHT}")
    assert kernel.text("import numpy as np\nprint(mean(np.eye(2)))") == "[0.5 0.5]\n"
    error, said = kernel.run("%%grade mean\ndef mean(x:")
    assert "SyntaxError" in error["text/plain"]
    assert said["text/plain"] == "grader: Python could not read this cell, so nothing was graded\n"
    raised, shown = kernel.run(f"%%grade ex1\n{WRONG}\n1 / 0")
    assert "ZeroDivisionError" in raised["text/plain"] and "2 / 10" in shown["text/html"]


def test_cells_are_called_as_in_the_notebook(kernel):
    """`In [3]`; a cell that Python could not read is told until it is mended."""
    assert "SyntaxError" in kernel.text("def mean(x:\n    return 0")
    kernel.run("%matplotlib nothing")
    kernel.run("print(")
    kernel.run("def spread(x):\n    return x.nothing")
    shown = kernel.html("%grade ex1")
    assert "mean has no value because In [2] can&#x27;t be read" in shown
    assert "at In [5], line 2, in spread: return x.nothing" in shown
    assert "In [4]" not in shown, "nothing of it is missed"
    kernel.run(RIGHT)
    kernel.run(SPREAD)
    shown = kernel.html("%grade ex1")
    assert "10 / 10" in shown and "SyntaxError" not in shown


def test_whatever_goes_wrong_is_a_line(kernel):
    """No traceback of ours, and the notebook goes on."""
    kernel.run(RIGHT)
    lines = {
        "%grade ex1 median": "ex1 has no check and no function 'median'; did you mean mean?",
        "%grade ex7": "there is no exercise, no function and no check 'ex7': did you mean ex1?",
        "%grade 'it's": "there is no exercise, no function and no check \"'it's\"",
        "%hint ex1": "nothing is known to be wrong there; first: %grade ex1",
        "%hint ex1 spread": "nothing is known to be wrong there; first: %grade ex1 spread",
        "%env GRADER_LANG=fr\n%grade": "GRADER_LANG is 'fr'; there is zh-TW, en",
        "%env GRADER_LANG=en\n%env GRADER_COURSE=/nowhere\n%grade": "/nowhere",
    }
    gone = "import os, tempfile\nhere = tempfile.mkdtemp()\nos.chdir(here)\nos.rmdir(here)\n"
    lines[f"{gone}%grade"] = "the folder of this notebook is gone; go to another one: %cd"
    for cell, line in lines.items():
        (*_, last) = kernel.text(cell).splitlines()
        assert last.startswith("grader: ") and line in last
    kernel.run(f"%env GRADER_COURSE={TOY}\n%cd {TOY}")
    assert "7 / 10" in kernel.html("%grade")


def test_a_fault_of_the_graders_is_a_line_in_the_readers_language(kernel):
    """With how to see more of it from a notebook, also of a grading, which is another thread's."""
    kernel.run(f"import grader.cli.kernel as _grader\n_grader.judge = None\n{RIGHT}")
    said = kernel.text("%env GRADER_LANG=zh-TW\n%grade ex1")
    assert "grader: 內部錯誤，沒有評分任何檔案：TypeError" in said
    assert "%env GRADER_DEBUG=1" in said
    assert "Traceback" in kernel.text("%env GRADER_DEBUG=1\n%grade ex1")


def test_nothing_of_the_kernel_is_changed(kernel):
    """Not its names, its folder, its random numbers, its signals."""
    look = (
        "import os, random, signal, sys, threading, warnings\nimport numpy as np\n"
        "def _look():\n"
        "    names = sorted(name for name in globals() if not name.startswith('_'))\n"
        "    return (names, os.getcwd(), dict(os.environ), sys.path[:], random.getstate(),\n"
        "            str(np.random.get_state()), list(warnings.filters), sys.stdout,\n"
        "            signal.getsignal(signal.SIGINT), threading.active_count())\n"
    )
    kernel.run(f"{look}\n{RIGHT}")
    kernel.run("_before = _look()")
    kernel.run("%grade ex1")
    kernel.run("%hint")
    assert kernel.text("print(_before == _look())") == "True\n"


def test_the_magics_come_by_an_import_too_and_only_once(tmp_path):
    """`import grader.notebook`; whoever loads them again has the same workers."""
    with session(tmp_path, GRADER_COURSE=str(TOY)) as kernel:
        assert kernel.run(f"import grader.notebook\n{RIGHT}") == []
        kernel.run("%grade ex1 mean")
        begun = kernel.children()
        kernel.run("%load_ext grader\n%reload_ext grader\nfrom grader import notebook")
        assert "7 / 7" in kernel.html("%grade ex1 mean")
        assert kernel.children() == begun


@pytest.mark.parametrize("forks", [True, False])
def test_a_grading_can_be_interrupted(tmp_path, forks):
    """The next one waits for its end, and is as if nothing had been; and as warm."""
    variables = {"GRADER_COURSE": str(TOY), **({} if forks else {"GRADER_SPAWN": "1"})}
    with session(tmp_path, **variables) as kernel:
        kernel.run(f"%load_ext grader\n{COUNTS}")
        kernel.run(HANGS)
        begun = kernel.begin("%grade ex1 mean")
        while len(kernel.children()) < 2:  # what forks, or comes next, and a worker
            time.sleep(0.05)
        time.sleep(0.5)
        kernel.interrupt()
        shown = kernel.end(begun)[-1]
        assert "interrupted; nothing was graded" in shown["text/plain"]
        before = kernel.children()[0]
        kernel.run(RIGHT)
        assert "7 / 7" in kernel.html("%grade ex1 mean")
        assert kernel.text("print(_at_once)") == "[1, 1]\n"
        assert not forks or before in kernel.children()


@pytest.mark.parametrize("now", [False, True], ids=["asked to", "killed"])
def test_the_workers_end_with_the_kernel(kernel, now):
    """Nothing stays behind, however it ends."""
    kernel.run(RIGHT)
    kernel.run("%grade ex1 mean")
    begun = kernel.children()
    assert begun
    kernel.close(now=now)
    assert not psutil.wait_procs(begun, timeout=20)[1]


def test_hints_come_by_levels(tmp_path):
    """The report has the nudge, and `%hint` says more; where there is a home, it remembers."""
    lesson = Course(ROOT).lesson("ex4")
    known = next(m for m in read_key(lesson.key_path).mistakes if m.name == "cost_absolute")
    nudge, *others = known.hints
    wrong = (lesson.solution / "wrong" / "cost_absolute.py").read_text("utf-8")
    code = wrong.split('"""')[2]
    for folder in (tmp_path / "without", tmp_path / "with"):
        (folder / ("" if folder.name == "without" else ".grader")).mkdir(parents=True)
        with session(folder) as kernel:
            kernel.run("%load_ext grader")
            kernel.run(code)
            found = kernel.run("%grade ex4")  # in a new folder, a note may come before the report
            (shown,) = (each["text/plain"] for each in found if "text/html" in each)
            assert nudge.split()[-1] in shown and others[0].split()[-1] not in shown
            assert "(%hint ex4 cost says more)" in " ".join(shown.split())
            more = kernel.run("%hint")[0]
            assert others[0].split()[-1] in " ".join(more["text/plain"].split())
            assert "this is all that the hint says" in more["text/html"] or others[1:]
            kernel.run("%env GRADER_LANG=zh-TW")
            more = kernel.run("%hint")[0]
            assert read_words(lesson.key_path, "zh-TW")[nudge][:8] in more["text/html"]
            assert not list(folder.iterdir()) or folder.name == "with"
    home = Home(tmp_path / "with")
    with Memory(home) as memory:
        assert "ex4" in memory.standings()


@pytest.mark.parametrize("name", ["ex1", "ex4"], ids=["toy", "ex4"])
def test_the_exercises_notebook_is_filled_in_and_graded(name, tmp_path, monkeypatch):
    """From its first cell to its last: each of its cells that grade shows every point."""
    root = TOY if name == "ex1" else ROOT
    lesson = Course(root).lesson(name)
    notebook = filled(lesson)
    monkeypatch.setenv("GRADER_COURSE", str(root))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=120, resources=resources).execute()
    graded = [cell for cell in notebook.cells if cell.source.startswith("%grade")]
    assert [cell.source.split()[2:] for cell in graded] == [
        *([function] for function in lesson.exercise.functions),
        [],
    ]
    for cell in graded:
        names = {*cell.source.split()[2:]} or {*lesson.exercise.functions}
        most = sum(c.points for c in lesson.exercise.checks if c.function in names)
        (output,) = cell.outputs
        assert f"{most:g} / {most:g}" in output["data"]["text/html"]


# --- which exercise is meant --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "last", "exercise", "names"),
    [
        ("ex4", "", "ex4", []),
        ("EX4 cost", "", "ex4", ["cost"]),
        ("4", "", "ex4", []),
        ("linear", "", "ex4", []),
        ("softmax", "", "ex1", ["softmax"]),
        ("softmax cross_entropy", "ex4", "ex1", ["softmax", "cross_entropy"]),
        ("", "ex4", "ex4", []),
        ("cost", "ex1", "ex4", ["cost"]),
    ],
)
def test_the_exercise_need_not_be_named(words, last, exercise, names, tmp_path, monkeypatch):
    """Where its functions are, or where it was graded before."""
    monkeypatch.chdir(tmp_path)
    lesson, found = asked.meant(words.split(), last)
    assert (lesson.exercise.name, found) == (exercise, names)


def test_the_exercise_of_the_folder_is_meant(tmp_path, monkeypatch):
    """As `grader init` makes it."""
    folder = tmp_path / "ex4_linear"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert asked.meant([], "")[0].exercise.name == "ex4"
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"which exercise is meant\? name it: %grade ex1 "):
        asked.meant([], "")
