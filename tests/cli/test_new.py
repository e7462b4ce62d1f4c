"""`grader new`: where it begins a course, where it adds to one, and what it says next."""

import os
import shlex

import pytest
from conftest import ROOT

from grader.cli.program import main, parser
from grader.course.course import Course

WORDS = ["--title", "A thing", "--module", "thing", "--functions", "f(x, y)"]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder, in which one stands."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def new(*words: object) -> int:
    """`grader new` with the words of an exercise."""
    return main(["new", *map(str, words)])


def paths(folder) -> set[str]:
    """The files below a folder."""
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def test_in_an_empty_folder_it_begins_a_course(here, capsys):
    """It prints each file that it writes, and three commands that can be copied."""
    assert new("ex17", *WORDS) == 0
    said, _, then = capsys.readouterr().out.partition("\n\n")
    assert set(said.splitlines()) == paths(here)
    assert {"README.md", ".gitignore", ".github/workflows/grade.yml"} < paths(here)
    commands = [line.strip().partition("    (")[0] for line in then.splitlines()[1:]]
    assert [shlex.split(command)[:3] for command in commands] == [
        ["grader", "build", "ex17"],
        ["grader", "check", "ex17"],
        ["grader", "verify", "ex17"],
    ]
    assert (here / shlex.split(commands[1])[3]).is_file()
    assert Course(here).lesson("ex17").exercise.title == "A thing"


@pytest.mark.slow
def test_the_commands_that_it_names_work_at_once(here, capsys):
    """It builds, a known mistake is told its hint, and verify names the placeholders alone."""
    new("ex17", *WORDS)
    commands = capsys.readouterr().out.partition("next:\n")[2].splitlines()
    codes, said = [], []
    for command in commands:
        codes.append(main(shlex.split(command.partition("    (")[0])[1:]))
        said.append(capsys.readouterr().out)
    assert codes == [0, 1, 1]
    assert "hint  TODO(author): what do the values of this mistake show?" in said[1]
    faults = [line for line in said[2].splitlines() if line.startswith("FAULT ")]
    assert faults and all("a placeholder:" in fault for fault in faults)


def test_a_fresh_repository_is_as_good_as_empty(here, capsys):
    """What is in it stays as it was, and is not said to be written."""
    (here / ".git").mkdir()
    (here / "README.md").write_text("mine")
    (here / "LICENSE").write_text("MIT")
    assert new("ex1", *WORDS) == 0
    assert "\nREADME.md" not in capsys.readouterr().out
    assert (here / "README.md").read_text() == "mine" and (here / ".gitignore").is_file()


def test_where_something_else_is_it_begins_nothing(here, capsys):
    """It says what it saw and what to do."""
    (here / "thesis.tex").write_text("")
    assert new("ex1", *WORDS) == 2
    said = capsys.readouterr().err
    assert "it is not empty: there is thesis.tex; stand in your course" in said
    assert paths(here) == {"thesis.tex"}
    assert new("ex1", *WORDS, "--course", "thesis.tex") == 2
    assert "thesis.tex is a file" in capsys.readouterr().err


def test_in_a_course_it_adds_to_it(here, monkeypatch, capsys):
    """From any folder of it; the course's own files are written once."""
    new("ex1", *WORDS)
    (here / "README.md").write_text("mine")
    monkeypatch.chdir(here / "exercises" / "ex1_thing")
    capsys.readouterr()
    words = ["--title", "Other", "--module", "other", "--functions", "g(X)", "--after", "ex1"]
    assert new("ex2", *words) == 0
    said = capsys.readouterr().out
    assert "../ex2_other/checks.py" in said and ".gitignore" not in said
    assert (here / "README.md").read_text() == "mine"
    assert Course(here).lesson("ex2").exercise.after == ("ex1",)


def test_a_folder_that_is_named_is_made(here, capsys):
    """And the commands that come next name it too."""
    assert new("ex1", *WORDS, "--course", "my course") == 0
    assert "grader build ex1 --course 'my course'" in capsys.readouterr().out
    assert (here / "my course" / "exercises" / "ex1_thing" / "checks.py").is_file()
    assert new("ex2", *WORDS[:3], "two", "--functions", "g()", "--course", here / "my course") == 0


def test_the_installed_grader_is_not_written_to(here, monkeypatch, capsys):
    """Its course is not an author's own."""
    from grader.course import course as courses

    package = here / "grader"
    (package / "exercises" / "ex1_a").mkdir(parents=True)
    (package / "exercises" / "ex1_a" / "checks.py").write_text("")
    monkeypatch.setattr(courses, "_PACKAGE", package)
    assert new("ex2", *WORDS, "--course", package) == 2
    assert "a part of the installed grader" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["ex1"], ["ex1", "--title", "A"], ["ex1", *WORDS[:4]]])
def test_what_is_missing_is_named_with_an_example_that_works(here, words, capsys):
    """The command in the line can be copied."""
    assert new(*words) == 2
    said = capsys.readouterr().err
    assert "grader: missing: --" in said and said.count("\n") == 1
    example = shlex.split(said.partition("for example: grader ")[2])
    assert main(example) == 0


def listed() -> str:
    """What `grader --help` lists here."""
    return parser().format_help()


def test_it_is_listed_where_a_course_could_be_begun(here, monkeypatch):
    """And in an author's course, but not in a student's."""
    assert "    new " in listed() and "    verify " not in listed()
    new("ex1", *WORDS)
    assert "    new " in listed() and "    verify " in listed()
    os.rename(here / "solutions", here / "elsewhere")
    assert "    new " not in listed()
    monkeypatch.chdir(ROOT)
    assert "    new " in listed()


def test_it_says_that_the_graders_own_course_has_an_exercise_of_that_name(here, capsys):
    """Outside of the new course, `grader check ex1` would be about that one."""
    assert new("ex1", *WORDS) == 0
    said = capsys.readouterr().out
    assert "has an ex1, too (Logistic regression)" in said and f"--course {here}" in said
    assert new("ex77", *WORDS[:2], "--module", "other", "--functions", "g(x)") == 0
    assert "ex77, too" not in capsys.readouterr().out
