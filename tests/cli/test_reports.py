"""Several reports and several exercises in one call of `check`."""

import io
import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from msgspec.structs import replace

from grader.cli.program import main
from grader.course import read_key, sources, write_key
from grader.course.course import Course

RIGHT = (ROOT / "tests" / "toy" / "solutions" / "ex1_mean" / "mean.py").read_text()
WRONG = "import numpy as np\n\n\ndef mean(x):\n    return np.sum(x, 0)\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A course with two exercises that are alike, as one's own, and a folder to work in."""
    course = tmp_path / "course"
    for number in (1, 2):
        folder = course / "exercises" / f"ex{number}_mean"
        shutil.copytree(ROOT / "tests" / "toy" / "exercises" / "ex1_mean", folder)
        (folder / "mean.ipynb").unlink()
        checks = folder / "checks.py"
        checks.write_text(checks.read_text().replace('"ex1"', f'"ex{number}"'))
        lesson = Course(course).lesson(f"ex{number}")
        key = replace(read_key(lesson.key_path), exercise=f"ex{number}", sources=sources(lesson))
        write_key(lesson.key_path, key)
    monkeypatch.chdir(course)
    return course


def file_of(course, number):
    """The student's file of an exercise."""
    return course / "exercises" / f"ex{number}_mean" / "mean.py"


def grade(capsys, *words):
    """What `grader check` returns and prints."""
    code = main(["check", *map(str, words)])
    return code, capsys.readouterr()


def test_one_run_writes_several_reports(here, capsys, monkeypatch):
    """The terminal's stays where it is; each other one goes where it is asked."""
    file_of(here, 1).write_text(WRONG)
    summary, outputs = here / "summary.md", here / "outputs"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_OUTPUT", str(outputs))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here.parent))
    outputs.write_text("earlier=1\n")
    asked = ("json=out/r.json", "junit=out/r.xml", "github")
    code, told = grade(capsys, "ex1", *(word for each in asked for word in ("--report", each)))
    assert code == 1 and "These are sums" in told.out
    assert json.loads((here / "out" / "r.json").read_text())["score"] == 2
    assert ElementTree.parse(here / "out" / "r.xml").getroot().tag == "testsuites"
    annotation = next(line for line in told.out.splitlines() if line.startswith("::error "))
    assert annotation.startswith(
        "::error file=course/exercises/ex1_mean/mean.py,line=4,title=mean is the sum"
    )
    assert "ex1 Means: 2 / 10" in summary.read_text()
    assert outputs.read_text() == "earlier=1\nscore=2\nmax-score=10\npassed=false\n"


@pytest.mark.parametrize("format_", ["json", "junit", "gradescope", "prairielearn", "exercism"])
def test_what_graded_nothing_is_reported_too(here, capsys, format_):
    """Who reads it on a platform sees no terminal."""
    code, told = grade(capsys, "ex1", "exercises/nothing.py", "--report", f"{format_}=report")
    assert code == 2 and "nothing.py does not exist" in told.err
    assert "nothing.py does not exist" in (here / "report").read_text()


def test_a_report_of_nothing_is_about_something(here, capsys, tmp_path, monkeypatch):
    """A platform refuses a path and a suite without a name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRADER_COURSE", str(here))
    assert grade(capsys, "--all", "--report", "gitlab=g.json", "--report", "junit=r.xml")[0] == 2
    assert json.loads(Path("g.json").read_text())[0]["location"]["path"] == "grader"
    assert ElementTree.parse("r.xml").getroot()[0].get("name") == "grader"
    grade(capsys, "ex1", "gone.py", "--report", "junit=r.xml")
    assert ElementTree.parse("r.xml").getroot()[0].get("name") == "ex1"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ex1", "--report", "yaml"), "--report yaml: there is no such format; there are"),
        (("ex1", "--report", "junit"), "--report junit needs a file: --report junit=FILE"),
        (("ex1", "--report", "json=a", "--report", "junit=a"), "two reports can't be one file: a"),
        (("ex1", "--all"), "--all grades what is begun here; leave ex1 out"),
        (("--all", "--only", "mean"), "--all grades what is begun here; leave --only out"),
        (("ex1", "--report", "json=mean.py"), "a file with source would be written over"),
    ],
)
def test_what_can_not_be_asked_is_one_line(here, capsys, words, said):
    """Before anything is graded."""
    code, told = grade(capsys, *words, "--report", "junit=r.xml")
    assert code == 2 and said in told.err and told.out == ""
    assert said.split(";")[0] in (here / "r.xml").read_text(), "it is said there as well"


def test_a_language_that_is_none_is_said_in_the_report(here, capsys, monkeypatch):
    """Also where its words can't be chosen."""
    monkeypatch.setenv("GRADER_LANG", "tlh")
    code, told = grade(capsys, "ex1", "--report", "junit=r.xml")
    assert code == 2 and "GRADER_LANG is 'tlh'" in told.err
    assert "GRADER_LANG is 'tlh'" in (here / "r.xml").read_text()


def test_a_report_that_can_not_be_written_keeps_no_other_from_it(here, capsys):
    """The file is named."""
    file_of(here, 1).write_text(RIGHT)
    (here / "folder").mkdir()
    code, told = grade(capsys, "ex1", "--report", "json=folder", "--report", "junit=r.xml")
    assert code == 2 and "folder can't be written" in told.err
    assert (here / "r.xml").is_file() and "10 / 10" in told.out


def test_several_exercises_in_one_call(here, capsys):
    """One after the other, and the sum of the points; the exit code is that of the worst."""
    file_of(here, 1).write_text(RIGHT)
    file_of(here, 2).write_text(WRONG)
    code, told = grade(capsys, "ex1", "ex2", "--report", "gradescope=g.json")
    assert code == 1 and "all 2 exercises  12 / 20" in told.out
    made = json.loads((here / "g.json").read_text())
    assert made["score"] == 12 and len(made["tests"]) == 8
    assert grade(capsys, "ex1")[0] == 0
    told = grade(capsys, "ex1", "1", "ex1_mean")[1]
    assert told.out.count("10 / 10") == 1, "who names one twice has its points once"


def test_of_several_words_the_one_that_is_nothing_is_named(here, capsys):
    """And not two exercises that could be graded together."""
    code, told = grade(capsys, "ex1", "ex2", "ex9")
    assert code == 2 and told.err.startswith("grader: 'ex9' is no file here")
    code, told = grade(capsys, "ex1", "ex2", "mean")
    assert code == 2 and "ex1 and ex2: several exercises are graded where nothing else" in told.err


def test_where_one_of_several_is_not_there_none_is_graded(here, capsys):
    """It is said at once, and in the reports."""
    file_of(here, 2).unlink()
    code, told = grade(capsys, "ex1", "ex2", "--report", "gradescope=g.json")
    assert code == 2 and told.out == "" and "there is no mean.py" in told.err
    assert "there is no mean.py" in (here / "g.json").read_text()


def test_all_that_is_begun(here, capsys):
    """Of an exercise that is as it was handed out, nothing is said."""
    file_of(here, 1).write_text(WRONG)
    code, told = grade(capsys, "--all")
    assert code == 1 and "2 / 10" in told.out and "ex2" not in told.out


def test_a_course_in_which_nothing_is_begun_is_no_failure(here, capsys):
    """A student's first push is not red: of the first stub it is shown what there is to write."""
    for number in (1, 2):
        assert "NotImplementedError" in file_of(here, number).read_text()
    code, told = grade(capsys, "--all", "--report", "json=r.json")
    assert code == 0 and "nothing is begun here yet; ex1 is the first exercise" in told.err
    made = json.loads((here / "r.json").read_text())
    assert (made["score"], {check["verdict"] for check in made["checks"]}) == (0, {"not_attempted"})
    assert grade(capsys, "ex1")[0] == 1, "who names the exercise asks for its points"
    for number in (1, 2):
        file_of(here, number).unlink()
    code, told = grade(capsys, "--all")
    assert code == 2 and "nothing of this course is here" in told.err


LEAVES_A_TRACE = "open('taken', 'w').close()\n"


@pytest.mark.parametrize("words", [("--all",), ("ex1", "ex2"), ("ex1",)])
def test_a_checkout_in_ci_brings_no_course(here, capsys, monkeypatch, isolation, words):
    """Its checks.py is the student's, and would run on the host: what is named counts."""
    monkeypatch.setenv("GRADER_COURSE", str(here))
    checkout = shutil.copytree(here, here.parent / "checkout")
    for number in (1, 2):
        checks = file_of(checkout, number).with_name("checks.py")
        checks.write_text(LEAVES_A_TRACE + checks.read_text())
        file_of(checkout, number).write_text(WRONG)
    monkeypatch.chdir(checkout)
    code, told = grade(capsys, *words, "--isolation", "auto")
    assert code == 1 and "2 / 10" in told.out and "named by GRADER_COURSE" in told.out
    monkeypatch.delenv("GRADER_COURSE")
    code, told = grade(capsys, *words, "--isolation", "auto")  # by the one that came with it
    assert code == 2 and told.out == ""
    assert not (checkout / "taken").exists()


def test_a_link_in_a_checkout_is_not_even_read(here, capsys, monkeypatch, isolation):
    """To see what is begun, all files are read: not what a link of others leads to."""
    monkeypatch.setenv("GRADER_COURSE", str(here))
    checkout = here.parent / "checkout"
    checkout.mkdir()
    (checkout / "mean.py").symlink_to(ROOT / "README.md")
    monkeypatch.chdir(checkout)
    code, told = grade(capsys, "--all", "--isolation", "auto")
    assert code == 2 and "leads by a symbolic link to" in told.err and told.out == ""


def test_a_closed_pipe_costs_no_report(here, capsys, monkeypatch):
    """`grader check ... | head` may end before all is printed."""

    class Closed(io.StringIO):
        def flush(self):
            raise BrokenPipeError

    file_of(here, 1).write_text(RIGHT)
    monkeypatch.setattr("sys.stdout", Closed())
    monkeypatch.setattr("os.dup2", lambda *_: None)
    assert main(["check", "ex1", "--report", "json=r.json"]) == 1
    assert json.loads((here / "r.json").read_text())["score"] == 10
