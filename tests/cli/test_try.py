"""`grader try`: one check on one's own file, with both values, and the call as a file."""

import subprocess
import sys

import pytest
from conftest import ROOT

from grader.cli.program import main

TOY = ROOT / "tests" / "toy"
WRONG = (
    "import numpy as np\n"
    "def mean(x):\n    print('seen', x.shape)\n    return x.sum(0)\n"
    "def spread(x):\n    return x.min(), x.maxx()\n"
)
RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"


@pytest.fixture
def tried(monkeypatch, capsys, tmp_path):
    """Run `grader try` on a source in a folder of its own; exit code, output, errors."""

    def call(source, *arguments, name="mine.py"):
        (tmp_path / name).write_text(source, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        first, *rest = arguments
        code = main(["try", "ex1", first, name, "--course", str(TOY), *rest])
        return code, *capsys.readouterr()

    return call


def test_both_values_are_shown(tried):
    """The inputs, what is expected, what came back and what was printed, with the hint."""
    code, out, err = tried(WRONG, "mean_values")
    assert (code, err) == (1, "")
    for word in (
        "mine.py",
        "values differ",
        "expected",
        "returned",
        "it printed",
        "seen (",
        "hint",
    ):
        assert word in out
    assert "and then: grader check ex1 mine.py --course" in out


def test_it_shows_what_check_shows(tried, capsys):
    """The same example."""
    _, out, _ = tried(WRONG, "mean_values")
    main(["check", "ex1", "mine.py", "--course", str(TOY), "--only", "mean_values"])
    shown = [line.strip() for line in capsys.readouterr().out.splitlines() if "expected" in line]
    assert shown and all(line in [x.strip() for x in out.splitlines()] for line in shown)


def test_a_function_means_its_first_failing_check(tried):
    """And an exception comes with the line of the file."""
    code, out, _ = tried(WRONG, "spread")
    assert code == 1
    assert "spread_values" in out and "AttributeError" in out
    assert "line 6, in spread: return x.min(), x.maxx()" in " ".join(out.split())


def test_what_passes_is_shown_on_the_first_case(tried):
    """And it is said that it passes."""
    code, out, _ = tried(RIGHT, "mean_values")
    assert code == 0
    assert "it passes on all" in out and "case 1 of" in out
    assert "expected" in out and "returned" in out


def test_another_case_can_be_had(tried):
    """By its number; one that is not there is a wrong usage that says which are."""
    code, out, _ = tried(RIGHT, "mean_values", "--case", "3")
    assert code == 0 and "case 3 of" in out and "it passes on this input" in out
    code, _, err = tried(RIGHT, "mean_values", "--case", "999")
    assert code == 2 and "has the cases 1 to" in err


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("mean_valeus", "did you mean mean_values?"),
        ("Spread", "did you mean spread?"),
        ("zzz", "there are mean, spread"),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_one(tried, name, advice):
    """Before anything is started."""
    code, _, err = tried(RIGHT, name)
    assert code == 2 and advice in err


def test_without_a_check_it_is_the_first_that_fails(tried):
    """And the words may come in any order."""
    code, *_ = tried(RIGHT.replace("x.min()", "0"), "spread")
    assert code == 1
    assert main(["try", "mine.py", "ex1", "--course", str(TOY)]) == 1
    assert main(["try", "mine.py", "--case", "1", "mean_values", "ex1", "--course", str(TOY)]) == 0


def test_the_call_is_written_to_a_file_that_runs(tried, tmp_path):
    """In the folder of the file; it prints what the file returns."""
    code, out, _ = tried(WRONG, "mean_values", "--write")
    assert code == 1 and "wrote try_mean_values.py" in out
    made = tmp_path / "try_mean_values.py"
    assert "# expected:\n#   [" in made.read_text(encoding="utf-8")
    done = subprocess.run(
        [sys.executable, made.name], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "seen (" in done.stdout


def test_nothing_is_overwritten(tried, tmp_path):
    """The same text again is no harm; another one is somebody's work."""
    for _ in range(2):
        code, out, err = tried(WRONG, "mean_values", "-o")
        assert (code, err) == (1, "")
    assert "is there already, and is the same" in out
    made = tmp_path / "try_mean_values.py"
    made.write_text("mine\n", encoding="utf-8")
    code, _, err = tried(WRONG, "mean_values", "-o")
    assert code == 2 and "is another; remove it, or name one" in err
    assert made.read_text(encoding="utf-8") == "mine\n"
    code, out, _ = tried(WRONG, "mean_values", "-o", "other.py")
    assert code == 1 and (tmp_path / "other.py").is_file()


def test_what_never_ran_has_no_call_to_write(tried, tmp_path):
    """A file without the function."""
    code, out, err = tried("x = 1\n", "mean_values", "-o")
    assert code == 2 and "not defined" in out and "there is no call to write" in err
    assert not (tmp_path / "try_mean_values.py").exists()


def test_a_long_input_is_written_whole(tried, tmp_path, monkeypatch):
    """Where pasted code would be too long, none is offered; a file takes it."""
    from grader.judge import snippet

    monkeypatch.setattr(snippet, "MAX_LITERAL", 0)
    _, out, _ = tried(WRONG, "mean_values", "-o")
    assert "wrote" in out
    done = subprocess.run(
        [sys.executable, "try_mean_values.py"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_the_remarks_of_a_written_call_are_in_the_readers_language(tmp_path, monkeypatch):
    """The author's title, and the grader's words."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.py").write_text("def cost(X, y, w, b): return 0.0\n")
    words = ["try", "ex4", "cost", "mine.py", "--course", str(ROOT), "--write", "--lang", "zh-TW"]
    assert main(words) == 1
    text = (tmp_path / "try_cost_values.py").read_text(encoding="utf-8")
    assert text.startswith("# cost 是") and "\n# 預期：\n#   " in text
