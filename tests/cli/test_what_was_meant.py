"""What is named is found, and said; what could be two things is not guessed."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from grader import sandbox
from grader.cli.program import main
from grader.course import course as courses
from grader.report import Tier

TOY = ROOT / "tests" / "toy"
RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"
LINES = """
from grader.authoring import Exercise
exercise = Exercise("ex2", title="Lines", module="line", framework="numpy")

@exercise.check(points=9)
def line_slope(student, x):
    '''the slope'''
    return student.line(x)

@exercise.check(points=1, of="spread")
def spread_of_a_line(student, x):
    '''a function whose name two exercises have'''
    return student.spread(x)
"""


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A checkout of two exercises, one of them without a key; its course is the package's."""
    root = tmp_path / "course"
    shutil.copytree(TOY, root)
    (root / "exercises" / "ex2_line").mkdir()
    (root / "exercises" / "ex2_line" / "checks.py").write_text(LINES)
    monkeypatch.setattr(courses, "_PACKAGE", root / "grader")
    return root


@pytest.fixture
def work(tmp_path):
    """A folder of a student's own."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "mean.py").write_text(RIGHT)
    return folder


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command in a folder; exit code, standard output, standard error. No tier is tried."""
    monkeypatch.setattr(sandbox, "choose", lambda *_: Tier.OPEN)

    def call(cwd, *arguments):
        monkeypatch.chdir(cwd)
        code = main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def graded(run):
    """Grade as JSON: the file, the names of the checks that ran, and what was said of a guess."""

    def call(cwd, *arguments):
        code, out, err = run(cwd, "check", *arguments, "--format", "json")
        assert code in (0, 1), err
        report = json.loads(out)
        assert report["exercise"] == "ex1"
        lines = [line for line in err.splitlines() if "taken for" in line]
        assert len(lines) <= 1
        said = lines[0].partition("grader: taken for: ")[2] if lines else ""
        return report["submission"], [check["name"] for check in report["checks"]], said

    return call


ALL = ["mean_shape", "mean_values", "mean_purity", "spread_values"]


def refused(result):
    """The one line of an error."""
    code, out, err = result
    assert (code, out) == (2, "") and err.startswith("grader: ") and err.count("\n") == 1, err
    return err


# --- the exercise -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ex1"], ""),
        (["ex1_mean"], ""),
        (["EX1"], "ex1"),
        (["1"], "ex1"),
        (["01"], "ex1"),
        (["mean"], "ex1"),
        ([], "ex1"),
        (["mean.py"], "ex1 mean.py"),
        (["ex1", "mean.py"], ""),
        (["mean.py", "ex1"], ""),
        (["."], "ex1 mean.py"),
        (["ex1", "."], "ex1 mean.py"),
        (["../work/mean.py"], "ex1 ../work/mean.py"),
    ],
)
def test_an_exercise_is_found_however_it_is_called(graded, course, work, words, said):
    """In a folder of one's own with the exercise's file in it; what was guessed is said."""
    file, checks, told = graded(work, *words)
    assert (file, checks) == ("mean.py", ALL)
    assert told == (f"grader check {said}" if said else "")


def test_all_of_the_toys_checks_are_known_here(course):
    """The list above is the toy's."""
    lesson = courses.Course(course).lesson("ex1")
    assert [check.name for check in lesson.exercise.checks] == ALL


@pytest.mark.parametrize(
    "name", ["mean (1).py", "Mean.py", "mean_v2.py", "ann-mean.py", "ex1.py", "my_EX1_try.py"]
)
def test_a_files_name_can_have_the_exercise_in_it(graded, course, tmp_path, name):
    """As a word of its own."""
    (tmp_path / name).write_text(RIGHT)
    file, checks, said = graded(tmp_path, name)
    assert (file, checks) == (name, ALL) and said.startswith("grader check ex1 ")


@pytest.mark.parametrize(
    "name", ["meaning.py", "ex11.py", "mine.py", "mean_line.py", "ex1_line.py"]
)
def test_a_files_name_that_tells_nothing_is_refused(run, course, tmp_path, name):
    """No exercise, or two: the line says which there are, and a command that works."""
    (tmp_path / name).write_text(RIGHT)
    err = refused(run(tmp_path, "check", name))
    assert f"which exercise {name} is for can't be told" in err
    assert "ex1 (Means)" in err and f"name it: grader check ex1 {name}" in err


def test_of_two_names_the_exact_one_is_meant(graded, course, tmp_path):
    """`mean.py` lies in a folder beside `line.py`."""
    (tmp_path / "mean.py").write_text(RIGHT)
    (tmp_path / "line.py").write_text("")
    assert graded(tmp_path, "mean.py")[0] == "mean.py"


# --- where one stands -------------------------------------------------------------------------


@pytest.mark.parametrize("cwd", ["exercises/ex1_mean", "solutions/ex1_mean/right"])
def test_in_an_exercises_folder_it_is_meant(graded, course, cwd):
    """Without a word, and for a file of any name."""
    _, checks, said = graded(course / cwd)
    assert (checks, said) == (ALL, "grader check ex1")
    (course / cwd / "try2.py").write_text(RIGHT)
    assert graded(course / cwd, "try2.py")[2] == "grader check ex1 try2.py"


def test_a_file_in_an_exercises_folder_is_for_that_exercise(graded, course, work):
    """Wherever one stands."""
    file = course / "exercises" / "ex1_mean" / "try2.py"
    file.write_text(RIGHT)
    assert graded(course, "exercises/ex1_mean/try2.py")[1] == ALL
    assert graded(work, file)[1] == ALL


@pytest.mark.parametrize("how", ["relative", "absolute"])
def test_an_exercises_folder_is_its_file(graded, course, work, how):
    """Its path is a name of the exercise; from elsewhere, its file is graded and not one here."""
    folder = course / "exercises" / "ex1_mean"
    cwd, word = (course, "exercises/ex1_mean/") if how == "relative" else (work, folder)
    file, checks, said = graded(cwd, word)
    assert (checks, said) == (ALL, "")
    assert os.path.samefile(cwd / file, folder / "mean.py")


@pytest.mark.parametrize("cwd", [".", "exercises"])
def test_where_several_could_be_meant_none_is_taken(run, course, cwd):
    """The line names them, and a command."""
    err = refused(run(course / cwd, "check"))
    assert "ex1 (Means), ex2 (Lines); name it: grader check ex1" in err


def test_many_exercises_are_named_without_their_titles(run, course):
    """Nine titles would be a paragraph; `grader list` shows them."""
    for number in range(3, 6):
        folder = course / "exercises" / f"ex{number}_line"
        folder.mkdir()
        (folder / "checks.py").write_text(LINES.replace("ex2", f"ex{number}"))
    assert "here: ex1, ex2, ex3, ex4, ex5; name it" in refused(run(course, "check"))


def test_two_files_here_are_two_exercises(run, course, work):
    """Neither is guessed."""
    (work / "line.py").write_text("")
    assert "name it: grader check ex1" in refused(run(work, "check"))
    assert "did you mean mean.py or line.py?" in refused(run(work.parent, "check", "work")).replace(
        "work/", ""
    )


@pytest.mark.parametrize("words", [[], ["mine.py"], ["spread"]])
def test_for_the_work_of_others_no_folder_tells_the_exercise(run, course, work, words):
    """Not where one stands, nor which files are there; the file's own name tells it."""
    (work / "mine.py").write_text(RIGHT)
    for cwd in (work, course / "exercises" / "ex1_mean"):
        (cwd / "mine.py").write_text(RIGHT)
        err = refused(run(cwd, "check", *words, "--isolation", "auto"))
        assert "can't be told" in err and "name it" in err
    assert run(work, "check", "mean.py", "--isolation", "auto")[0] == 0
    assert "did you mean" in refused(run(work, "check", "ex1", ".", "--isolation", "auto"))


# --- checks and functions ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["mean_values"], ["mean_values"]),
        (["mean.py", "spread"], ["spread_values"]),
        (["ex1", "spread"], ["spread_values"]),
        (["ex1", "spread", "mean_purity"], ["mean_purity", "spread_values"]),
        (["spread", "ex1", "mean.py"], ["spread_values"]),
        (["ex1", "--only", "spread", "mean.py"], ["spread_values"]),
        (["ex1", "mean.py", "--only", "spread"], ["spread_values"]),
        (["--only", "spread", "ex1", "mean.py"], ["spread_values"]),
        (["--only", "spread", "mean.py"], ["spread_values"]),
        (["mean.py", "--only", "spread", "-v", "ex1"], ["spread_values"]),
        (["ex1", "--only", "spread", "mean_purity", "mean.py"], ["mean_purity", "spread_values"]),
        (["--only", "mean_values"], ["mean_values"]),
    ],
)
def test_checks_and_functions_are_named_in_any_order(graded, course, work, words, names):
    """With `--only` or without, before the file and behind it."""
    file, checks, _ = graded(work, *words)
    assert (file, checks) == ("mean.py", names)


def test_a_function_of_two_exercises_is_not_guessed(run, graded, course, tmp_path):
    """Unless the place tells which is meant."""
    err = refused(run(tmp_path, "check", "spread"))
    assert "can't be told by spread: ex1 (Means), ex2 (Lines)" in err
    assert "name it: grader check ex1 --only spread" in err
    assert graded(course / "exercises" / "ex1_mean", "spread")[1] == ["spread_values"]


def test_a_function_of_two_exercises_is_of_the_one_that_the_file_is_called_after(
    graded, course, work
):
    """mean.py is the module of one of them."""
    assert graded(work, "spread", "mean.py")[:2] == ("mean.py", ["spread_values"])


def test_a_file_comes_before_a_function_of_its_name(graded, course, work):
    """As it was when only a file could stand there."""
    (work / "spread").write_text(RIGHT)
    assert graded(work, "ex1", "spread")[0] == "spread"


# --- what is not there ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check", "ex11"], "did you mean ex1?"),
        (["check", "ex1", "maen.py"], "maen.py does not exist; did you mean mean.py?"),
        (["check", "maen.py"], "maen.py does not exist; did you mean mean.py?"),
        (["check", "ex1", "xyz.py"], "xyz.py does not exist; name the file"),
        (["check", "ex1", "nowhere/mean.py"], "nowhere/mean.py does not exist"),
        (["check", "exercises/ex1_mean"], "there is no exercise 'exercises/ex1_mean'"),
        (["check", "ex1", "Spread"], "did you mean spread?"),
        (["check", "ex1", "--only", "Spread"], "did you mean spread?"),
        (["check", "ex1", "--only", "mean_valeus"], "did you mean mean_values?"),
        (["check", "ex1", "zzz"], "there are mean, spread, mean_shape"),
        (["check", "sperad"], "did you mean spread?"),
        (["check", "mean.py", "other.py"], "mean.py and other.py: one file is graded at a time"),
        (["check", "ex1", "ex2", "mean_values"], "ex1 and ex2: several exercises are graded where"),
        (["check", "ex1", ".."], ".. is a folder; name the file in it"),
        (["check", ".."], ".. is a folder; name the file in it"),
        (["check", "ex1", "x" * 5000], "no file here"),
        (["check", "9" * 5000], "there is no exercise"),
        (["check", "ex1", ""], "'' is no file here"),
        (["check", "ex1", "--onyl", "spread"], "'--onyl' is unknown here; did you mean --only?"),
        (["check", "ex1", "--fromat=json"], "did you mean --format?"),
        (["check", "ex1", "--only"], "expected one argument"),
        (["check", "ex1", "--format", "xml"], "invalid choice"),
        (["check", "ex1", "--shrink", "many"], "invalid int value"),
        (["list", "ex1"], "'ex1' is unknown here; see grader list --help"),
        (["chekc", "ex1"], "there is no command 'chekc'; did you mean grader check?"),
        (["Check", "ex1"], "did you mean grader check?"),
        (["ex1"], "did you mean grader check ex1?"),
        (["mean.py"], "did you mean grader check mean.py?"),
        (["xyz"], "there are check, data, hint, init, list"),
        (["--verison"], "did you mean --version?"),
    ],
)
def test_what_is_not_there_is_one_line_with_what_could_be(run, course, work, words, message):
    """Exit 2, and nothing is graded."""
    assert message in refused(run(work, *words))


def test_a_file_that_lies_in_exercises_is_offered(run, course):
    """Who stands at the top of the course names the stub as it is called."""
    err = refused(run(course, "check", "mean.py"))
    assert "mean.py does not exist; did you mean exercises/ex1_mean/mean.py?" in err


# --- `grader` alone ---------------------------------------------------------------------------


def test_grader_alone_says_what_comes_next(run, course, work):
    """A few commands, and the first exercise in which something is to be written."""
    code, out, err = run(course)
    assert (code, err) == (0, "") and "grader check ex1" in out and len(out.splitlines()) < 12
    assert out.endswith(
        "next: write mean, spread\n      in exercises/ex1_mean/mean.py, then: grader check ex1\n"
    )
    assert all(len(line) <= 80 for line in out.splitlines())
    file = course / "exercises" / "ex1_mean" / "mean.py"
    file.write_text(
        RIGHT + 'def more(): raise NotImplementedError("mean is not implemented yet")\n'
    )
    assert "next: write mean\n" in run(course / "exercises")[1]
    file.write_text(RIGHT)
    (course / "exercises" / "ex2_line" / "line.py").write_text(
        'def line(x):\n    raise NotImplementedError("line is not implemented yet")\n'
    )
    assert "next: write line\n" in run(course)[1]
    shutil.rmtree(course / "exercises" / "ex2_line")
    assert "next: grader check ex1 (everything is written" in run(course)[1]


def test_grader_alone_follows_the_path(run, course):
    """Where exercise 1 is to come after exercise 2, that one is next."""
    checks = course / "exercises" / "ex1_mean" / "checks.py"
    checks.write_text(checks.read_text().replace("module=", 'after=("ex2",), module='))
    (course / "exercises" / "ex2_line" / "line.py").write_text(
        'def line(x):\n    raise NotImplementedError("line is not implemented yet")\n'
    )
    assert "next: write line\n" in run(course)[1]


def test_grader_alone_where_no_course_is(run, course, tmp_path):
    """How to get the exercises; and how to get them again, for who has removed them all."""
    (tmp_path / "empty").mkdir()
    code, out, _ = run(tmp_path / "empty")
    assert code == 0 and "next: grader init my-course\n" in out
    (tmp_path / "empty" / ".grader").mkdir()
    assert "next: grader reset ex1\n" in run(tmp_path / "empty")[1]


def test_grader_alone_in_a_course_that_is_broken(run, course):
    """It is help, and no error."""
    (course / "exercises" / "ex1_mean" / "checks.py").write_text("oh no")
    code, out, _ = run(course)
    assert code == 0 and "next: grader list" in out


def test_help_is_a_word_too():
    """`grader help`, and `grader help check`."""
    for words, expected in ((["help"], "COMMAND"), (["help", "check"], "--only NAME")):
        command = [sys.executable, "-m", "grader", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert expected in done.stdout
