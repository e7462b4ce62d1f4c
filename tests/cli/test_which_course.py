"""Which course grades: never one that was handed in, and nothing of that one is executed."""

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
SUMS = "def mean(x): return x.sum(0)\n"

FORGED = """
from pathlib import Path
from grader.authoring import Exercise
Path({mark!r}).write_text("run on the host")
exercise = Exercise("ex1", title="Full marks", module="mean", framework="numpy")

@exercise.check(points=10)
def mean_anything(student, x):
    '''whatever it is'''
    return 1
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """The toy as the course that came with the package: it needs no TensorFlow."""
    root = tmp_path / "site-packages" / "grader"
    shutil.copytree(TOY / "exercises", root / "exercises")
    monkeypatch.setattr(courses, "_PACKAGE", root)
    return root


@pytest.fixture
def mark(tmp_path):
    """A file that the forged checks.py writes when it is executed."""
    return tmp_path / "mark"


@pytest.fixture
def clone(tmp_path, package, mark):
    """What a student handed in: a file that is wrong, and a course that says it is right."""
    root = tmp_path / "clone"
    forged(root, mark)
    for folder in (".", "work", "exercises/ex1_x"):
        (root / folder).mkdir(exist_ok=True)
        (root / folder / "mean.py").write_text(SUMS)
    (root / "class").mkdir()
    (root / "class" / "alice.py").write_text(SUMS)
    return root


def forged(root, mark, folder="ex1_x"):
    """Put a course into a folder, whose checks.py leaves a mark."""
    place = root / "exercises" / folder
    place.mkdir(parents=True)
    (place / "checks.py").write_text(FORGED.format(mark=str(mark)))
    return root


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command in a folder; exit code, standard output, standard error. No tier is tried."""
    monkeypatch.setattr(sandbox, "choose", lambda *_: Tier.OPEN)

    def call(cwd, *arguments):
        code: object
        monkeypatch.chdir(cwd)
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as exit_:
            code = exit_.code
        return code, *capsys.readouterr()

    return call


def said(err):
    """The one line of an error."""
    assert err.startswith("grader: ") and err.count("\n") == 1, err
    return err


# --- the work of others -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tier", "cwd", "file"),
    [
        ("sealed", ".", "mean.py"),
        ("confined", ".", "mean.py"),
        ("auto", ".", "mean.py"),
        ("auto", "work", "mean.py"),
        ("auto", "work", "../mean.py"),
        ("auto", ".", "exercises/ex1_x/mean.py"),
        ("auto", "exercises/ex1_x", "mean.py"),
        ("sealed", "exercises/ex1_x", "../../work/../mean.py"),
        ("confined", "exercises", "{clone}/mean.py"),
    ],
)
def test_a_course_in_what_was_handed_in_is_never_used(run, clone, mark, tier, cwd, file):
    """Wherever one stands in it and whatever the file's path: the package's course grades."""
    how = ("--isolation", tier, "--format", "json", "--shrink", "0")
    code, out, err = run(clone / cwd, "check", "ex1", file.format(clone=clone), *how)
    assert (code, err) == (1, "")
    report = json.loads(out)
    assert (report["title"], report["score"]) == ("Means", 2.0)
    assert not mark.exists(), "its checks.py was executed on the host"
    assert report["course"]["facts"] == {"here": str(clone)}, "it says which one was passed over"


@pytest.mark.isolation
@pytest.mark.usefixtures("isolation")
def test_the_same_in_a_tier(run, clone, mark, monkeypatch):
    """As CI does it."""
    monkeypatch.undo()
    monkeypatch.setattr(courses, "_PACKAGE", clone.parent / "site-packages" / "grader")
    done = run(clone, "check", "ex1", "mean.py", "--isolation", "auto", "--format", "json")
    assert json.loads(done[1])["score"] == 2.0 and not mark.exists()


def test_a_course_of_its_own_name_alone_does_not_help_either(run, clone, mark):
    """Where the package has no such exercise: one line, and how to name the other course."""
    (clone / "exercises" / "ex1_x").rename(clone / "exercises" / "ex9_x")
    code, out, err = run(clone, "check", "ex9", "mean.py", "--isolation", "auto")
    assert (code, out) == (2, "") and f"--course {clone}" in said(err)
    assert not mark.exists()


@pytest.mark.parametrize("file", ["mean.py", "work/mean.py", "{clone}/mean.py", "work/../mean.py"])
def test_a_course_above_or_beside_a_file_is_not_used_for_it_in_open(run, clone, mark, file):
    """Who looks into a clone without any lockdown is not told its own score by it."""
    code, out, err = run(clone, "check", "ex1", file.format(clone=clone))
    assert (code, out) == (2, "") and not mark.exists()
    assert f"--course {clone}, or --course {clone.parent}" in said(err)


def test_of_two_courses_that_ask_the_same_either_will_do(run, clone, package, mark):
    """A clone of the course that came with the grader."""
    shutil.rmtree(clone / "exercises")
    shutil.copytree(package / "exercises", clone / "exercises")
    _, out, _ = run(clone, "check", "ex1", "mean.py", "--format", "json")
    assert json.loads(out)["score"] == 2.0


@pytest.mark.parametrize("place", ["course", "a/b/course"])
def test_nor_is_one_that_lies_below_the_files_folder(run, clone, tmp_path, mark, place):
    """`cd clone/course; grader check ex1 ../mean.py`."""
    inner = forged(clone / place, mark)
    file = os.path.relpath(clone / "mean.py", inner)
    assert run(inner, "check", "ex1", file)[:2] == (2, "") and not mark.exists()


def test_a_link_to_a_file_beside_the_course_does_not_hide_where_it_is(run, clone, mark):
    """Neither does a file in another place that is reached from beside the course."""
    (clone / "exercises" / "linked.py").symlink_to(clone / "mean.py")
    elsewhere = clone.parent / "elsewhere" / "mean.py"
    elsewhere.parent.mkdir()
    elsewhere.write_text(SUMS)
    (clone / "out.py").symlink_to(elsewhere)
    for file in ("exercises/linked.py", "out.py"):
        assert run(clone, "check", "ex1", file)[:2] == (2, "") and not mark.exists()


# --- one's own --------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path, package):
    """A course that is not the package's, with work in it."""
    root = tmp_path / "own"
    shutil.copytree(TOY, root)
    (root / "exercises" / "ex1_mean" / "mean.py").write_text(RIGHT)
    return root


@pytest.mark.parametrize(
    ("cwd", "file"),
    [
        (".", ()),
        (".", ("exercises/ex1_mean/mean.py",)),
        ("exercises/ex1_mean", ()),
        ("exercises/ex1_mean", ("mean.py",)),
        ("solutions", ("ex1_mean/mean.py",)),
        (".", ("{elsewhere}/mean.py",)),
    ],
)
def test_who_grades_his_own_work_stands_in_his_course(run, own, tmp_path, cwd, file):
    """In `open` the course is found upward, and the report names it."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mean.py").write_text(RIGHT)
    file = [name.format(elsewhere=elsewhere) for name in file]
    code, out, err = run(own / cwd, "check", "ex1", *file, "--format", "json")
    report = json.loads(out)
    assert (code, err) == (0, "")
    assert report["course"]["message"] == f"{own}, found from the working directory"


@pytest.mark.parametrize("command", [("check", "ex1"), ("check",), ("try", "ex1", "mean")])
def test_an_author_tries_files_of_any_place_in_his_course(run, own, command):
    """He has the solutions. The grader's own exercise of that name was taken before."""
    (own / "drafts").mkdir()
    (own / "drafts" / "half.py").write_text(RIGHT)
    checks = own / "exercises" / "ex1_mean" / "checks.py"
    checks.write_text(checks.read_text() + "# another\n")
    out = run(own, *command, "drafts/half.py")[1]
    assert "✓ mean" in out and "found from the working directory" in out.replace("\n", " ")
    (own / "solutions").rename(own / "elsewhere")
    code, out, err = run(own, *command, "drafts/half.py")
    assert (code, out) == (2, "") and f"--course {own}" in said(err)


def test_a_file_of_another_course_is_not_graded_by_the_graders_own(run, own, tmp_path):
    """Where one stands in none: both are named. Where one stands in one, it says that it counts."""
    checks = own / "exercises" / "ex1_mean" / "checks.py"
    file = own / "exercises" / "ex1_mean" / "mean.py"
    assert run(tmp_path, "check", "ex1", file)[0] == 0, "as long as both ask the same"
    checks.write_text(checks.read_text() + "# another\n")
    code, out, err = run(tmp_path, "check", "ex1", file)
    assert (code, out) == (2, "") and f"--course {own}, or --course" in said(err)
    here = tmp_path / "here"
    shutil.copytree(TOY, here)
    report = json.loads(run(here, "check", "ex1", file, "--format", "json")[1])
    assert report["title"] == "Means" and report["course"]["facts"] == {
        "here": str(here),
        "other": str(own),
    }


@pytest.mark.parametrize("form", ["terminal", "json", "markdown"])
def test_every_format_names_the_course(run, own, form):
    """Found or named; nothing is said of the package's."""
    for how, word in (((), "found"), (("--course", own), "--course")):
        out = run(own, "check", "ex1", "--format", form, *how)[1]
        assert word in out.replace("\\", "") and own.name in out


def test_of_the_packages_own_nothing_is_said(run, package, tmp_path):
    """A file of the exercise's name, graded where no course is; also when it is named."""
    (tmp_path / "mean.py").write_text(RIGHT)
    for how in ((), ("--course", package)):
        code, out, err = run(tmp_path, "check", "ex1", *how)
        assert (code, err) == (0, "") and "course" not in out
        assert json.loads(run(tmp_path, "check", "ex1", "--format", "json")[1])["course"] is None


@pytest.mark.parametrize("name", ["linear.py", "mean_2.py", "ex1.ipynb"])
def test_a_file_of_another_name_is_told_what_was_asked(run, package, tmp_path, name):
    """It could be meant for another course's ex1."""
    (tmp_path / name).write_text("def linear(x): return x\n")
    out = run(tmp_path, "check", "ex1", name)[1]
    assert all(x in out.replace("\n", " ") for x in ("ex1 is Means", "is no course here"))
    out = run(tmp_path, "check", "ex1", name, "--course", package)[1]
    assert "ex1 is Means" not in out.replace("\n", " ")  # who names a course knows which it is


# --- named ------------------------------------------------------------------------------------


@pytest.mark.parametrize("tier", ["open", "auto"])
@pytest.mark.parametrize("by", ["option", "variable", "both"])
def test_a_named_course_grades_in_every_tier(run, own, clone, mark, monkeypatch, tier, by):
    """Also in a clone that holds a course; the option wins over the variable."""
    option = [] if by == "variable" else ["--course", os.path.relpath(own, clone)]
    if by != "option":
        monkeypatch.setenv("GRADER_COURSE", str(own if by == "variable" else clone))
    how = ["--isolation", tier, "--format", "json"]
    report = json.loads(run(clone, "check", "ex1", "mean.py", *how, *option)[1])
    assert (report["title"], report["score"]) == ("Means", 2.0)
    assert report["course"]["facts"]["root"] == str(own) and not mark.exists()


def test_a_relative_variable_does_not_lead_into_what_was_handed_in(run, clone, mark, monkeypatch):
    """It means another folder wherever one stands; in `open` that is one's own affair."""
    monkeypatch.setenv("GRADER_COURSE", ".")
    for command in (
        ("check", "ex1", "mean.py", "--isolation", "auto"),
        ("batch", "ex1", "class", "--plan"),
    ):
        code, out, err = run(clone, *command)
        assert (code, out) == (2, "") and "make it an absolute path" in said(err)
        assert not mark.exists()


def test_an_empty_variable_names_nothing(run, package, tmp_path, monkeypatch):
    """CI systems set one that is not defined to the empty text."""
    monkeypatch.setenv("GRADER_COURSE", "")
    assert run(tmp_path, "list")[0] == 0


@pytest.mark.parametrize(
    "command",
    [
        ("check", "ex1", "mean.py"),
        ("batch", "ex1", ".", "--plan"),
        ("list",),
        ("key", "show", "ex1"),
        ("build",),
        ("verify",),
    ],
)
@pytest.mark.parametrize("folder", [".", "nothing", "file"])
def test_a_folder_that_is_no_course_is_one_line(
    run, package, tmp_path, monkeypatch, command, folder
):
    """For every command that takes a course, and for the variable."""
    (tmp_path / "file").write_text("")
    for option in (["--course", folder], []):
        if not option:
            monkeypatch.setenv("GRADER_COURSE", str(tmp_path / folder))
        code, out, err = run(tmp_path, *command, *option)
        assert (code, out) == (2, "") and "is no course" in said(err)


def test_list_and_key_show_are_of_the_named_course(run, own, tmp_path):
    """Anywhere; the list says which course it is."""
    code, out, _ = run(tmp_path, "list", "--course", own)
    assert code == 0 and "Means" in out and f"course: {own}" in out
    assert "mean_sum" in run(tmp_path, "key", "show", "ex1", "--course", own)[1]
    assert "course:" not in run(tmp_path, "list")[1]


# --- a class ----------------------------------------------------------------------------------


def test_a_batch_takes_no_course_from_where_one_stands(run, clone, mark, package, tmp_path):
    """It names the two that could be meant, and executes neither; a named one is taken."""
    for cwd in (clone, clone / "class", clone / "exercises" / "ex1_x"):
        code, out, err = run(cwd, "batch", "ex1", clone / "class", "--plan")
        assert (code, out) == (2, "") and not mark.exists()
        assert f"--course {clone}" in said(err) and f"--course {package}" in err
    code, out, _ = run(clone, "batch", "ex1", clone / "class", "--plan", "--course", package)
    assert code == 0 and "alice" in out and not mark.exists()


def test_a_batch_of_the_packages_course_needs_no_name(run, package, own, tmp_path, monkeypatch):
    """Where no course is, where one stands in it, and where this course has no such exercise."""
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "alice.py").write_text(RIGHT)
    for cwd in (tmp_path, package, package / "exercises"):
        assert run(cwd, "batch", "ex1", tmp_path / "class", "--plan")[0] == 0
    (own / "exercises" / "ex1_mean").rename(own / "exercises" / "ex2_mean")
    assert run(own, "batch", "ex1", tmp_path / "class", "--plan")[0] == 0
    monkeypatch.setenv("GRADER_COURSE", str(package))
    (own / "exercises" / "ex2_mean").rename(own / "exercises" / "ex1_mean")
    assert run(own, "batch", "ex1", tmp_path / "class", "--plan")[0] == 0


# --- an author --------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["build", "verify"])
def test_an_author_changes_only_a_course_that_he_stands_in_or_names(
    run, package, tmp_path, command
):
    """Neither in an empty folder nor in the installed package, with solutions or without."""
    shutil.copytree(TOY / "solutions", package / "solutions")
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    empty = tmp_path / "empty"
    empty.mkdir()
    for cwd, how, message in (
        (empty, (), "there is no course here"),
        (empty, ("ex1",), "there is no course here"),
        (package, (), "only reads it"),
        (package / "exercises" / "ex1_mean", (), "only reads it"),
        (empty, ("--course", package), "only reads it"),
    ):
        code, out, err = run(cwd, command, *how)
        assert (code, out) == (2, "") and message in said(err)
    assert {path: path.read_bytes() for path in package.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("cwd", [".", "exercises", "solutions/ex1_mean"])
def test_the_checkouts_own_course_can_be_built_by_who_stands_in_it(run, own, cwd, monkeypatch):
    """There the package's course is the author's: its root is the folder that holds the package."""
    monkeypatch.setattr(courses, "_PACKAGE", own / "grader")
    (own / "solutions" / "ex1_mean" / "mean.py").unlink()  # else it would take a minute
    code, _, err = run(own / cwd, "build")
    assert code == 2 and "no solution in" in said(err), "it got as far as the solution"


@pytest.mark.parametrize(
    "names",
    [("ex1_linear", "ex1_cnn"), ("ex1", "ex1_mean"), ("ex2_a_b", "ex2_a")],
)
def test_two_exercises_of_one_name_are_refused(run, package, tmp_path, mark, names):
    """Neither is hidden: the line names both, for every command."""
    root = tmp_path / "two"
    for name in names:
        forged(root, mark, name)
    short = names[0].split("_")[0]
    for command in (("list",), ("check", short), ("key", "show", names[0]), ("verify",)):
        code, out, err = run(root, *command)
        assert (code, out) == (2, "")
        assert all(f"{name}/" in said(err) for name in names)
    assert not mark.exists()


def test_a_path_to_another_courses_exercise_is_not_taken_for_this_ones(run, own, package, tmp_path):
    """`grader check ../other/exercises/ex1_mean` was the exercise of this course by that name."""
    (tmp_path / "mean.py").write_text(RIGHT)
    other = own / "exercises" / "ex1_mean"
    code, out, err = run(tmp_path, "check", other, "mean.py")
    assert (code, out) == (2, "") and "--course" in said(err)
    assert run(own, "check", other)[0] == 0


@pytest.mark.parametrize("command", ["build", "verify", "key"])
def test_authors_commands_are_listed_where_there_are_solutions(
    run, own, package, tmp_path, monkeypatch, command
):
    """A student's help is about students; they work all the same."""

    def listed(cwd):
        return any(line.split()[:1] == [command] for line in run(cwd, "--help")[1].splitlines())

    assert listed(own) and listed(own / "exercises" / "ex1_mean")
    assert not listed(tmp_path) and not listed(package)
    monkeypatch.setenv("GRADER_COURSE", str(own))
    assert listed(tmp_path)
    monkeypatch.setenv("GRADER_COURSE", str(package))
    assert not listed(own)
    assert run(package, command, "--help")[0] == 0


def test_help_needs_no_folder_to_stand_in(run, tmp_path):
    """Somebody removed it meanwhile."""
    gone = tmp_path / "gone"
    gone.mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); from grader.cli import main; main(['--help'])"
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=gone, capture_output=True)
    assert done.returncode == 0 and b"grade a file" in done.stdout


@pytest.mark.parametrize("name", ["msgspec", "difflib", "argparse", "tempfile"])
def test_python_m_imports_nothing_from_where_one_stands(tmp_path, mark, name):
    """The judge's modules are not those of what was handed in."""
    (tmp_path / f"{name}.py").write_text(f"open({str(mark)!r}, 'w')\n")
    command = [sys.executable, "-m", "grader", "list"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "") and not mark.exists()
