"""A student's folder, by the commands: init, list, next, check, reset."""

import shlex
import shutil

import pytest
from support.toy import RIGHT, TOY, add_another

from grader.cli.program import main
from grader.errors import RecordFault
from grader.practice import Diagnosis, Home, Memory


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run a command as a student of the toy course does; exit code, and what is said."""
    monkeypatch.setenv("GRADER_COURSE", str(TOY))
    monkeypatch.chdir(tmp_path)

    def call(*words):
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, out + err

    return call


def test_an_evening(run, tmp_path, monkeypatch):
    """From nothing to all that there is."""
    code, said = run("init", "mine")
    assert code == 0 and "cd mine" in said
    monkeypatch.chdir(tmp_path / "mine")
    assert "write mean, spread" in run("next")[1]
    assert "then: grader watch ex1" in run("next")[1]
    assert "·" in run("list")[1]
    own = tmp_path / "mine" / "ex1_mean" / "mean.py"
    own.write_text(RIGHT.replace("mean(0)", "sum(0)"))
    assert "next: grader check ex1\n" in run("next")[1]
    assert run("check", "ex1")[0] == 1
    assert "◐ 5/10" in run("list")[1]
    assert "grader check ex1 (the last time: 50% of the points)" in run("next")[1]
    own.write_text(RIGHT)
    monkeypatch.chdir(own.parent)
    assert run("check")[0] == 0
    assert "✓ 10/10" in run("list")[1]
    assert "there is another one" not in run("check", "ex1")[1], "the course's stub is no work"
    assert "all exercises are done" in run("next")[1]
    assert "yours is mean." in run("reset", "ex1")[1]
    assert "✓ 10/10" in run("list")[1], "what was reached once is remembered"


def test_one_function_is_no_result_of_the_exercise(run, tmp_path, monkeypatch):
    """It would look like a worse one."""
    run("init")
    own = tmp_path / "ex1_mean" / "mean.py"
    own.write_text(RIGHT)
    run("check", "ex1")
    run("check", "ex1", "spread")
    assert "✓ 10/10" in run("list")[1]


def test_a_damaged_record_is_said_and_stops_nothing(run, tmp_path):
    """The grade comes all the same."""
    run("init")
    (tmp_path / ".grader" / "progress.db").write_bytes(b"damage " * 1000)
    (tmp_path / "ex1_mean" / "mean.py").write_text(RIGHT)
    code, said = run("check", "ex1")
    assert code == 0 and "10 / 10" in said
    assert "what was remembered here can't be read" in said


def test_a_course_is_no_students_folder(run, tmp_path):
    """Its exercises/ would be taken for the student's."""
    (tmp_path / "exercises").mkdir()
    code, said = run("init")
    assert code == 2 and "holds a course" in said


def test_nothing_is_reset_elsewhere(run, tmp_path):
    """A file in a folder that `init` has not made is nobody's stub."""
    (tmp_path / "mean.py").write_text(RIGHT)
    code, said = run("reset", "ex1")
    assert code == 2 and "grader init" in said
    assert (tmp_path / "mean.py").read_text() == RIGHT


def test_nothing_of_a_students_is_written_over_by_init(run, tmp_path):
    """What the course has anew is told, and how to get it."""
    run("init", "mine")
    own = tmp_path / "mine" / "ex1_mean" / "mean.py"
    own.write_text(RIGHT)
    assert "nothing is new" in run("init", "mine")[1]
    (tmp_path / "mine" / ".grader" / "progress.db").unlink()
    code, said = run("init", "mine")
    assert code == 0 and own.read_text() == RIGHT
    assert "what was remembered here is gone" in said
    assert "ex1_mean/mean.py" in said and "rename yours and run this again" in said


@pytest.mark.parametrize("name", ["my course", "我的課程", "a/b"])
def test_a_folder_may_have_any_name(run, tmp_path, name):
    """What is to be typed next is quoted."""
    code, said = run("init", name)
    assert code == 0 and f"cd {shlex.quote(name)}\n" in said
    assert (tmp_path / name / "ex1_mean" / "mean.py").is_file()


def test_where_the_exercises_are_not_wanted(run, tmp_path, monkeypatch):
    """Nothing is written then, and a line says what to do."""
    (tmp_path / "letter.txt").write_text("mine\n")
    code, said = run("init")
    assert code == 2 and "grader init my-course" in said
    assert run("init", "letter.txt")[0] == 2
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    assert run("init", ".")[0] == 0, "who names it means it"
    code, said = run("init", "ex1_mean/again")
    assert code == 2 and "lies in" in said
    assert not (tmp_path / "ex1_mean" / "again").exists()
    monkeypatch.chdir(tmp_path / "ex1_mean")
    code, said = run("init")
    assert code == 0 and "nothing is new" in said and "cd ..\n" in said, "that folder is meant"


def test_no_folder_of_a_course_is_a_students(run, tmp_path, monkeypatch):
    """The stubs there are the course's."""
    shutil.copytree(TOY, tmp_path / "course")
    for place in ("course", "course/exercises", "course/exercises/ex1_mean"):
        monkeypatch.chdir(tmp_path / place)
        code, said = run("init")
        assert code == 2 and "holds a course" in said
    assert not [*tmp_path.rglob(".grader")]


def test_a_students_folder_within_a_course_is_nearer(run, tmp_path, monkeypatch):
    """An author tries what a student does: the student's file is graded, and not the stub."""
    shutil.copytree(TOY, tmp_path / "course")
    monkeypatch.chdir(tmp_path / "course")
    run("init", "mine")
    (tmp_path / "course" / "mine" / "ex1_mean" / "mean.py").write_text(RIGHT)
    monkeypatch.chdir(tmp_path / "course" / "mine")
    assert run("check", "ex1")[0] == 0


def test_a_course_that_is_named_is_named_again(run, tmp_path, monkeypatch):
    """Else the next command would take the grader's own."""
    monkeypatch.delenv("GRADER_COURSE")
    assert f"export GRADER_COURSE={TOY}" in run("init", "mine", "--course", str(TOY))[1]


@pytest.fixture
def at_home(run, tmp_path):
    """A student's folder; saves text as the student's file."""
    run("init")
    return lambda text: (tmp_path / "ex1_mean" / "mean.py").write_text(text)


def test_a_hint_comes_level_by_level(run, at_home):
    """The report has the nudge; each command says one level more, and then that there is none."""
    at_home(RIGHT.replace("mean(0)", "sum(0)"))
    said = run("check", "ex1")[1]
    assert "These are sums" in said and "is their number" not in said
    assert "grader hint ex1 mean says more" in " ".join(said.split())
    for words in (("ex1", "mean"), (), ("mean_values",)):
        code, said = run("hint", *words)
        assert code == 0 and "ex1 mean_values" in said
        assert "These are sums" in said and "`len(x)` is their number" in said
        assert "this is all that the hint says" in said
    at_home(RIGHT)
    assert run("check", "ex1")[0] == 0
    for words in (("ex1",), (), ("mean",)):
        code, said = run("hint", *words)
        assert code == 2 and "everything passed when ex1 was graded last" in said
    at_home(RIGHT.replace("x.min()", "x.max()"))
    run("check", "ex1")
    code, said = run("hint", "mean")
    assert code == 2 and "nothing is known to be wrong there; first: grader check ex1 mean" in said


def test_where_no_mistake_is_recognised_the_author_has_a_general_hint(run, at_home):
    """The report shows nothing of it but how it is asked for; it begins at its first level."""
    at_home(RIGHT.replace("x.mean(0)", "x.mean(0) + (x > 3).sum() * x.max() ** 2"))
    said = run("check", "ex1")[1]
    assert "grader hint ex1 mean\n" in said and "Take a small x" not in said
    said = run("hint")[1]
    assert "Take a small x" in said and "Divide" not in said
    assert "more: grader hint ex1 mean_values" in said
    said = run("hint")[1]
    assert "Take a small x" in said and "Divide" in said and "this is all" in said
    at_home(RIGHT.replace("mean(0)", "sum(0)"))
    run("check", "ex1")
    assert "Take a small x" not in run("hint")[1], "another diagnosis has another hint"


def test_what_is_not_begun_has_a_hint_too(run, at_home):
    """The author's, for each function; and where nothing was graded, that is said."""
    code, said = run("hint")
    assert code == 2 and "nothing was graded here yet; first: grader check ex1" in said
    run("check", "ex1")
    assert "How many columns" in run("hint")[1]
    assert "Which of the two" in run("hint", "spread")[1]
    code, said = run("hint", "spraed")
    assert code == 2 and "did you mean spread" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def mean(x):\n    return (\n", "mean"),
        (RIGHT.replace("def mean", "mean = 3\ndef average"), "mean"),
    ],
)
def test_what_is_wrong_with_a_file_is_no_fault_of_a_function(run, at_home, text, said):
    """A hint on the function would be untrue there: the report says all that is known."""
    at_home(text)
    assert "grader hint" not in run("check", "ex1", said)[1]
    code, told = run("hint", "ex1", said)
    assert code == 2 and "no hint beyond what the report says: grader check ex1 mean_" in told


def test_a_name_of_several_exercises_means_the_one_graded_last(run, tmp_path, monkeypatch):
    """Which of them it is, the hint says."""
    shutil.copytree(TOY, tmp_path / "course")
    add_another(tmp_path / "course")
    monkeypatch.setenv("GRADER_COURSE", str(tmp_path / "course"))
    home = Home(tmp_path / "home")
    run("init", "home")
    monkeypatch.chdir(home.root)
    with Memory(home) as memory:
        for name in ("ex1", "ex2"):
            memory.diagnosed(name, ["c"], [Diagnosis("mean_values", "mean", (f"Of {name}.",))])
            assert f"Of {name}." in run("hint", "mean")[1]
    assert "Of ex1." in run("hint", "ex1", "mean")[1]


def test_what_others_handed_in_is_no_students_folder(run, tmp_path):
    """A file that is locked in may lie in one, which is read and written by nobody then."""
    run("init")
    (tmp_path / "ex1_mean" / "mean.py").write_text(RIGHT)
    before = (tmp_path / ".grader" / "progress.db").read_bytes()
    run("check", "ex1", "ex1_mean/mean.py", "--isolation", "auto")
    assert (tmp_path / ".grader" / "progress.db").read_bytes() == before


def test_without_a_students_folder_a_hint_is_shown_whole(run, tmp_path):
    """Nothing is remembered there, so nothing is held back."""
    own = tmp_path / "mean.py"
    own.write_text(RIGHT.replace("mean(0)", "sum(0)"))
    said = run("check", "ex1", "mean.py")[1]
    assert "These are sums" in said and "grader hint" not in said


def test_a_hint_is_in_the_language_of_its_reader(run, tmp_path, monkeypatch):
    """Where its author has translated it; what was shown of it counts in both."""
    monkeypatch.delenv("GRADER_COURSE")
    monkeypatch.setattr("grader.course.read_words", lambda *_: {"Of ex4.": "這是第四題。"})
    run("init")
    with Memory(Home(tmp_path)) as memory:
        memory.diagnosed("ex4", [], [Diagnosis("cost_values", "cost", ("Of ex4.", "More."))])
    said = run("hint", "ex4", "--lang", "zh-TW")[1]
    assert "這是第四題" in said and "Of ex4" not in said


def test_a_hint_is_shown_where_that_cannot_be_remembered(run, at_home, monkeypatch):
    """As in a folder that can only be read."""

    def refused(*args):
        raise RecordFault("{path} is full", path="progress.db")

    at_home(RIGHT.replace("mean(0)", "sum(0)"))
    run("check", "ex1")
    monkeypatch.setattr(Memory, "shown", refused)
    code, said = run("hint")
    assert code == 0 and "is their number" in said
    assert "it is not remembered that this was shown: progress.db is full" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["next"], "next: grader init .\n"),
        (["check", "ex1"], "(to begin: grader init .)"),
        (["hint"], "to begin that anew: grader init ."),
        (["reset", "ex1"], "to begin that anew: grader init ."),
        (["watch"], "to begin that anew: grader init ."),
    ],
)
def test_a_folder_that_has_lost_its_mark_is_begun_anew(run, tmp_path, monkeypatch, words, said):
    """As a clone of it has: else the advice would be to begin in a folder within it."""
    monkeypatch.setattr("grader.cli.keys.is_terminal", lambda: True)
    run("init", ".")
    own = tmp_path / "ex1_mean" / "mean.py"
    own.write_text(RIGHT)
    shutil.rmtree(tmp_path / ".grader")
    assert said in run(*words)[1]
    assert not (tmp_path / ".grader").exists()
    code, told = run("init", ".")
    assert code == 0 and "nothing is remembered of them; what is done is remembered from" in told
    assert "nothing is remembered" not in run("init")[1]
    assert own.read_text() == RIGHT and run("check", "ex1")[0] == 0
    assert "✓ 10/10" in run("list")[1]


def test_no_folder_of_an_author_has_lost_its_mark(run, tmp_path, monkeypatch):
    """The references and the stubs lie in such folders, too."""
    shutil.copytree(TOY, tmp_path / "course")
    for place in ("course/exercises", "course/solutions"):
        monkeypatch.chdir(tmp_path / place)
        assert "nothing is remembered" not in run("hint")[1]
