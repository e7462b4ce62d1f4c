"""The checks of an exercise as tests of pytest: what is collected, run, shown, and left alone."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from importlib import import_module
from xml.etree import ElementTree as Tree

import junitparser
import psutil
import pytest
from conftest import ROOT

from grader.cli.as_tests import bench
from grader.cli.as_tests.asked import asked
from grader.errors import SandboxError, UsageError
from grader.practice.home import Home
from grader.practice.memory import Memory
from grader.report import Tier

pytest_plugins = "pytester"

PLUGIN = "grader.pytest_plugin"
SUMS = """import numpy as np

def mean(x):
    return np.sum(x, axis=0)

def spread(x):
    return x.min(), x.max()
"""
RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"


def commands_of(page):
    """The `pytest --grader` commands that stand in the blocks of a page."""
    return re.findall(r"^    (pytest --grader .*)$", page.read_text("utf-8"), re.MULTILINE)


@pytest.fixture
def run(pytester, monkeypatch):
    """Run pytest with the plugin alone, in a folder with a wrong file and the toy beside it."""
    shutil.copytree(ROOT / "tests" / "toy" / "exercises", pytester.path / "toy" / "exercises")
    (pytester.path / "mean.py").write_text(SUMS)
    monkeypatch.setenv("GRADER_COURSE", str(pytester.path / "toy"))
    monkeypatch.setenv(
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1"
    )  # where it is installed, once is enough
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words):
        return pytester.runpytest_inprocess("-p", PLUGIN, *words)

    return run


@pytest.fixture
def gradings(monkeypatch):
    """Which checks were asked of each file that was graded."""
    asked = []

    def judge(*args, only, **options):
        asked.append([*only])
        return bench_judge(*args, only=only, **options)

    bench_judge = bench.judge
    monkeypatch.setattr(bench, "judge", judge)
    return asked


def text(result):
    """What was printed, in one piece."""
    return result.stdout.str()


def test_each_check_is_a_test_with_its_title_and_points(run, gradings):
    """They are listed in the exercise's order, and nothing is graded for that."""
    listed = text(run("--grader", "ex1", "mean.py", "--collect-only"))
    assert re.findall(r"<Check (.+)>", listed) == [
        "mean_shape: mean returns one number a column (2)",
        "mean_values: mean is the sum over the rows, divided by their number (4)",
        "mean_purity: mean leaves its argument as it was (1)",
        "spread_values: spread is the pair of the smallest and the largest number (3)",
    ]
    assert gradings == []


def test_a_file_is_graded_once_and_its_report_is_shown(run, gradings):
    """What fails is a failure, what waits is skipped with its reason, and the score comes last."""
    result = run("--grader", "ex1", "mean.py", "-rs")
    result.assert_outcomes(passed=2, failed=1, skipped=1)
    assert result.ret == 1
    assert len(gradings) == 1
    result.stdout.fnmatch_lines(
        [
            "grader: ex1 Means · mean.py",
            "mean.py .Fs.*",
            "*_ mean_values _*",
            "✗ mean is the sum over the rows, divided by their number * 0 / 4",
            "  values differ: *",
            "  hint  These are sums: divide by the number of rows.*",
            "  try it: grader try ex1 mean_values mean.py",
            "SKIPPED [[]1[]] mean.py:3: mean_values comes first",
            "score 5 / 10",
        ]
    )
    assert "Traceback" not in text(result) and "def runtest" not in text(result)


def test_all_right_is_exit_code_0(run, pytester):
    """And one line for each failure would be empty."""
    (pytester.path / "mean.py").write_text(RIGHT)
    result = run("--grader", "ex1", "mean.py", "-q")
    result.assert_outcomes(passed=4)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["score 10 / 10"])


def test_the_summary_says_in_a_line_what_is_wrong(run):
    """With -v, the points stand behind each outcome, and not in the lines that programs read."""
    result = run("--grader", "ex1", "mean.py", "-v")
    result.stdout.fnmatch_lines(
        [
            "mean.py::mean_shape PASSED 2 / 2 *",
            "mean.py::mean_values FAILED 0 / 4 *",
            "mean.py::mean_purity SKIPPED 0 / 1 (mean_values comes first) *",
            "FAILED mean.py::mean_values - values differ: *",
        ]
    )


def test_only_what_is_selected_is_graded(run, gradings):
    """By -k, with a function's name too, by a node's id, and by --lf. The score says so."""
    result = run("--grader", "ex1", "mean.py", "-k", "spread or shape")
    assert gradings == [["mean_shape", "spread_values"]]
    result.stdout.fnmatch_lines(["score 5 / 5 (2 of 4 checks)"])
    run("--grader", "ex1", "mean.py::mean_purity", "mean.py::mean_values")
    assert gradings[1:] == [["mean_purity", "mean_values"]]
    run("--grader", "ex1", "mean.py", "-p", "cacheprovider", "--lf")
    assert gradings[2:] == [["mean_values"]]


def test_the_first_failure_stops(run, gradings):
    """The score is that of the file all the same, which was graded whole."""
    result = run("--grader", "ex1", "mean.py", "-x")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["score 5 / 10"])


def test_junit_has_points_and_places(run, pytester):
    """As properties, and the message of a failure in the reader's words, without colours."""
    run("--grader", "ex1", "mean.py", "--junitxml", "r.xml", "--color=yes")
    suite = Tree.parse(pytester.path / "r.xml").getroot()[0]
    cases = {case.get("name"): case for case in suite}
    assert [*cases] == ["mean_shape", "mean_values", "mean_purity", "spread_values"]
    values = cases["mean_values"]
    assert {p.get("name"): p.get("value") for p in values.iter("property")} == {
        "title": "mean is the sum over the rows, divided by their number",
        "points": "0",
        "max_points": "4",
        "file": "mean.py",
        "line": "3",
    }
    failure = values.find("failure")
    assert failure.get("message").startswith("values differ: [0] is")
    said = failure.text or ""
    assert "These are sums" in said and "x1B" not in said
    assert cases["mean_purity"].find("skipped").attrib["message"] == "mean_values comes first"
    (read,) = junitparser.JUnitXml.fromfile(str(pytester.path / "r.xml"))
    points = [
        float(each.value or 0)
        for case in read
        for properties in case.iterchildren(junitparser.Properties)
        for each in properties
        if each.name == "points"
    ]
    assert (len(points), sum(points)) == (4, 5)


def test_a_failure_has_the_colours_of_a_report(run):
    """Where the terminal has them."""
    result = run("--grader", "ex1", "mean.py", "--color=yes")
    assert "\x1b[31m✗ \x1b[0mmean is the sum" in text(result)
    assert "\x1b[1mscore 5 / 10\x1b[0m" in text(result)


def test_an_editor_finds_the_function_before_anything_is_graded(run, pytester):
    """The last definition counts; a notebook's cells have no line of the file."""
    (pytester.path / "mean.py").write_text("mean = 1\n\nclass mean:\n    def mean(x): 0\n")
    located = pytester.inline_genitems("-p", PLUGIN, "--grader", "ex1", "mean.py")
    assert [item.location[1] for item in located[0]] == [2, 2, 2, None]
    shutil.copy(pytester.path / "toy/exercises/ex1_mean/mean.ipynb", pytester.path)
    located = pytester.inline_genitems("-p", PLUGIN, "--grader", "ex1", "mean.ipynb")
    assert {item.location for item in located[0]} >= {("mean.ipynb", None, "mean_shape")}


def test_afterwards_the_place_is_the_reports(run, pytester):
    """A worker has parsed the file, and knows what only looks like a definition."""
    (pytester.path / "mean.py").write_text(SUMS + 'text = """\ndef mean(x): no\n"""\n')
    items, _ = pytester.inline_genitems("-p", PLUGIN, "--grader", "ex1", "mean.py")
    assert items[1].location[1] == 8
    result = pytester.inline_run("-p", PLUGIN, "--grader", "ex1", "mean.py")
    (failed,) = result.listoutcomes()[2]
    assert failed.location == ("mean.py", 2, "mean_values")


def test_editors_tell_failures_from_errors(run, pytester, monkeypatch):
    """VS Code goes by the name of the exception; other plugins read where it is, and the line."""
    seen = []

    class Editor:
        def pytest_exception_interact(self, call, report):
            seen.append((call.excinfo.typename, report.longrepr.reprcrash))

    pytester.inline_run("-p", PLUGIN, "--grader", "ex1", "mean.py", plugins=[Editor()])
    ((name, crash),) = seen
    assert (name, crash.path, crash.lineno) == ("AssertionError", "mean.py", 3)
    assert crash.message.startswith("values differ")
    monkeypatch.setattr(bench, "start", lambda *_: NoWorkers())
    words = ["--grader", "ex1", "mean.py", "-k", "spread"]
    pytester.inline_run("-p", PLUGIN, *words, plugins=[Editor()])
    assert seen[1][0] == "NotGraded"


def test_several_exercises(monkeypatch):
    """Each has its own file; one that is named is taken by the exercise that it is called after."""
    monkeypatch.chdir(ROOT)
    wrong = "tests/submissions/ex4_wrong.py"

    def of(*exercises, words=()):
        found = asked(exercises, words, None)
        return [(each.work.lesson.exercise.name, each.path.name) for each in found]

    assert of("ex4", "ex5") == [("ex4", "linear.py"), ("ex5", "search.py")]
    assert of("ex4", "ex5", words=[wrong]) == [("ex4", "ex4_wrong.py")]
    assert of("ex5", words=[f"{wrong}::x"]) == [("ex5", "ex4_wrong.py")]
    with pytest.raises(UsageError, match="would be graded as ex4, which is not asked for"):
        of("ex5", "ex6", words=[wrong])


def test_without_a_file_the_exercises_own_is_graded(run, pytester, monkeypatch):
    """As `grader check ex1` finds it; a setting of pytest's names no file."""
    pytester.makeini("[pytest]\ntestpaths = toy\naddopts = --grader ex1\n")
    result = run("--no-header")
    result.assert_outcomes(passed=2, failed=1, skipped=1)
    assert "mean.py::mean_values" in text(result)


def test_a_folder_means_the_file_in_it(run, pytester):
    """Editors name the folder that is open."""
    result = run("--grader", "ex1", ".")
    assert "mean.py::mean_values" in text(result)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ex7", "mean.py"], "there is no exercise 'ex7'"),
        (["ex1", "means.py"], "means.py does not exist; did you mean mean.py?"),
        (["ex1", "mean.py", "spread"], "spread is no file; to run some of the checks: -k spread"),
        (["ex1", "--grader-course", "nowhere"], "--grader-course"),
    ],
)
def test_what_is_not_there_is_one_line(run, words, said):
    """A usage error of pytest's, with no trace of where it was found."""
    result = run("--grader", *words)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    lines = [line for line in result.stderr.lines if line]
    assert len(lines) == 1
    assert lines[0].startswith("ERROR: grader: ") and said in lines[0]


def test_a_key_that_cannot_be_used_is_an_error_of_collecting(run, pytester):
    """In one line, and nothing is run."""
    key = pytester.path / "toy" / "exercises" / "ex1_mean" / "answers.key"
    key.write_bytes(key.read_bytes()[:100])
    result = run("--grader", "ex1", "mean.py")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert len(re.findall(r"^grader: .*answers.key.*$", text(result), re.MULTILINE)) == 1
    assert "Traceback" not in text(result) and "raise" not in text(result)


def test_what_is_ungraded_is_an_error(run, monkeypatch):
    """It is no failure of the file, and there is no score."""
    monkeypatch.setattr(bench, "start", lambda *_: NoWorkers())
    result = run("--grader", "ex1", "mean.py", "-k", "spread")
    result.assert_outcomes(errors=1, deselected=3)
    result.stdout.fnmatch_lines(
        [
            "*ERROR at setup of spread_values*",
            "*not today*",
            "not graded, by no fault of the file: *",
        ]
    )
    assert "score" not in text(result)


def test_a_fault_of_the_graders_is_one_line(run, monkeypatch):
    """A student sees no trace of it."""
    monkeypatch.setattr(bench, "judge", lambda *_, **__: [].pop())
    result = run("--grader", "ex1", "mean.py", "-k", "spread")
    result.assert_outcomes(errors=1, deselected=3)
    result.stdout.fnmatch_lines(
        ["grader: internal error, nothing was graded: IndexError: pop from empty list *"]
    )
    assert "lambda" not in text(result)


def test_what_is_wrong_with_the_whole_file_is_said(run, pytester):
    """With each check that could not be tried for it, and once beside the score."""
    (pytester.path / "mean.py").write_text("def mean(x:\n    pass\n")
    result = run("--grader", "ex1", "mean.py", "-k", "shape")
    said = "mean.py, line 1: SyntaxError: '(' was never closed"
    assert f"\n  {said}" in text(result) and f"\n! {said}" in text(result)


def test_pytest_imports_nothing_of_the_folder(run, pytester):
    """A student's file runs in a worker, and a package's `__init__.py` nowhere."""
    package = pytester.mkpydir("package")
    (package / "__init__.py").write_text("raise RuntimeError\n")
    (package / "mean.py").write_text(
        f"{RIGHT}\n\ndef test_own():\n    '''\n    >>> 1 / 0\n    '''\n"
    )
    result = run("--grader", "ex1", "package/mean.py", "--doctest-modules")
    result.assert_outcomes(passed=4)
    assert "package.mean" not in sys.modules


def test_the_workers_end_with_the_session(run):
    """Nothing that was started is left."""
    before = psutil.Process().children(recursive=True)
    run("--grader", "ex1", "mean.py")
    assert set(psutil.Process().children(recursive=True)) <= {*before}


def test_the_language_of_the_reader(run, monkeypatch):
    """The words are those of the report."""
    monkeypatch.setenv("GRADER_LANG", "zh-TW")
    assert "總分 5 / 10" in text(run("--grader", "ex1", "mean.py"))


def test_a_students_folder_remembers(run, pytester):
    """What `grader check` would write down; a hint is told by its first level."""
    (pytester.path / ".grader").mkdir()
    result = run("--grader", "ex1", "mean.py")
    with Memory(Home(pytester.path)) as memory:
        assert memory.standings()["ex1"].last == 0.5
    assert "hint  These are sums" in text(result)


@pytest.mark.parametrize("command", commands_of(ROOT / "grader" / "classroom" / "README.md"))
def test_the_commands_of_the_page_work(run, pytester, command):
    """Each of them grades the file."""
    (pytester.path / "logistic.py").write_text(SUMS)
    result = run(*shlex.split(command, comments=True)[1:], "-p", "cacheprovider")
    assert result.ret == (pytest.ExitCode.NO_TESTS_COLLECTED if "softmax" in command else 1)


def test_several_processes_grade_a_file_once(run, pytester):
    """Each file is dealt to one of them, and all is shown as without them."""
    (pytester.path / "other").mkdir()
    (pytester.path / "other" / "mean.py").write_text(RIGHT)
    words = ["-p", "xdist", "--grader", "ex1", "mean.py", "other/mean.py", "--color=yes"]
    alone, together = run(*words), run(*words, "-n2", "-v")
    together.assert_outcomes(passed=6, failed=1, skipped=1)
    plain = re.sub(r"\x1b\[\d+m", "", text(together))
    for file in (" mean.py", " other/mean.py"):
        ran = re.findall(rf"\[(gw\d)\] \[ *\d+%\] \w+ .*{re.escape(file)}::", plain)
        assert len(ran) == 4 and len(set(ran)) == 1
    for shown in ("\x1b[31m✗ \x1b[0mmean is the sum", "score 10 / 10", "score 5 / 10"):
        assert shown in text(alone) and shown in text(together)


def test_it_is_off_unless_asked(tmp_path):
    """Another project's tests run as they do without it: nothing of the grader is imported."""
    (tmp_path / "test_own.py").write_text(
        "import sys\n\ndef test_own():\n"
        "    ours = {name for name in sys.modules if name.split('.')[0] == 'grader'}\n"
        f"    assert ours == {{'grader', {PLUGIN!r}}}\n"
        "    assert not {'numpy', 'rich', 'msgspec'} & sys.modules.keys()\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", PLUGIN, "-p", "no:cacheprovider"]
    ran = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_pytest_is_told_of_the_plugin():
    """By the entry point that pip installs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"grader": PLUGIN}
    assert import_module(PLUGIN).pytest_addoption


class NoWorkers:
    """Where workers come from when none can be had."""

    framework, tier = "numpy", Tier.OPEN

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def fork(self, *args):
        """None."""
        raise SandboxError("not today")
