"""A key is used with the checks, the strategies and the reference that it was built from."""

import shutil
from dataclasses import replace

import pytest
from conftest import ROOT

from grader.cli.program import main
from grader.course.built_from import must_fit, sources
from grader.course.course import Course
from grader.errors import StaleKeyError


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """The toy course in a folder of its own, in which a command is run."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "course")
    monkeypatch.chdir(tmp_path / "course")
    return Course(tmp_path / "course").lesson("ex1")


def edited(lesson, path, old, new):
    """The lesson after an edit of one of its files."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return Course(lesson.folder.parents[1]).lesson("ex1")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("checks.py", "relative=0, absolute=0", "relative=1, absolute=0"),
        ("checks.py", "return student.mean(x)\n", "return student.mean(x + 1)\n"),
        ("checks.py", "points=2", "points=1"),
        ("inputs.py", "decimals(-9, 9)", "decimals(0, 9)"),
        ("mean.py", "np.min(x), np.max(x)", "np.max(x), np.min(x)"),
    ],
)
def test_a_key_of_other_files_is_refused(copied, toy_key, file, old, new):
    """Or the reference itself would lose points: the file is named, and what to do."""
    must_fit(toy_key, copied)
    folder = copied.folder if file == "checks.py" else copied.solution
    with pytest.raises(StaleKeyError, match=f"another {file}.*grader build ex1") as error:
        must_fit(toy_key, edited(copied, folder / file, old, new))
    assert error.value.exit_code == 2


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("checks.py", "@exercise.check(points=2", "# two points\n\n@exercise.check(points=2"),
        ("checks.py", "from grader", "#!/usr/bin/env python\nfrom grader"),
        ("mean.py", "# BEGIN SOLUTION", "# BEGIN SOLUTION  "),
        ("inputs.py", "\n\nfrom grader", "\n\n\n\nfrom grader"),
    ],
)
def test_a_comment_or_an_empty_line_makes_no_key_stale(copied, toy_key, file, old, new):
    """They decide nothing."""
    folder = copied.folder if file == "checks.py" else copied.solution
    must_fit(toy_key, edited(copied, folder / file, old, new))


def test_line_ends_and_known_mistakes_make_no_key_unfit(copied, toy_key):
    """A checkout on Windows has other line ends; a mistake decides hints, and no verdict."""
    for path in (copied.folder / "checks.py", copied.reference):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    mistake = next(iter(copied.solution_files("wrong")))
    mistake.write_text(mistake.read_text().replace("sum", "max"))
    lesson = Course(copied.folder.parents[1]).lesson("ex1")
    must_fit(toy_key, lesson)
    assert sources(lesson) != toy_key.sources, "verify says that it is stale"


def test_where_no_solution_is_at_hand_the_checks_alone_must_fit(copied, toy_key):
    """A student has no more than those."""
    shutil.rmtree(copied.solution)
    lesson = Course(copied.folder.parents[1]).lesson("ex1")
    must_fit(toy_key, lesson)
    with pytest.raises(StaleKeyError, match=r"another checks\.py"):
        must_fit(toy_key, edited(lesson, lesson.folder / "checks.py", "points=2", "points=3"))


def test_an_edited_given_module_is_another_exercise(copied, toy_key):
    """What checks.py gives to students decides values, too."""
    given = "given=('helper',), module=\"mean\""
    (copied.folder / "helper.py").write_text("SCALE = 1\n")
    lesson = edited(copied, copied.folder / "checks.py", 'module="mean"', given)
    fields = {name: getattr(toy_key, name) for name in toy_key.__struct_fields__}
    key = type(toy_key)(**fields | {"sources": sources(lesson)})
    must_fit(key, lesson)
    with pytest.raises(StaleKeyError, match=r"another helper\.py"):
        must_fit(key, edited(lesson, lesson.folder / "helper.py", "1", "2"))


def test_the_key_of_another_exercise_is_refused(toy, toy_key):
    """By its name."""
    other = replace(toy)
    other.exercise.name, before = "ex7", other.exercise.name
    with pytest.raises(StaleKeyError, match="for ex1, not for ex7"):
        must_fit(toy_key, other)
    assert before == "ex1"


def test_every_command_refuses_it_in_one_line(copied, capsys, tmp_path):
    """Exit 2, and nothing is graded."""
    right = tmp_path / "class" / "ann" / "mean.py"
    right.parent.mkdir(parents=True)
    right.write_text("def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n")
    secret = tmp_path / "secret.key"
    assert main(["build", "ex1", "--seed", "77", "-o", str(secret)]) == 0
    edited(copied, copied.folder / "checks.py", "relative=0", "relative=1")
    batch = f"batch ex1 {tmp_path / 'class'} --course . -o {tmp_path / 'out'} --key {secret}"
    commands = [
        ["check", "ex1", str(right)],
        ["check", "ex1", str(right), "--key", str(secret)],
        batch.split(),
    ]
    for words in commands:
        capsys.readouterr()
        assert main(words) == 2
        out, err = capsys.readouterr()
        assert out == "" and "another checks.py" in err and "grader build ex1" in err
