"""`grader preview`: what an author is shown of what a student will see."""

import shutil

import pytest
from conftest import ROOT

from grader.cli.program import main

TOY = ROOT / "tests" / "toy"


@pytest.fixture
def toy(tmp_path, monkeypatch):
    """A copy of the toy course, in which one stands."""
    shutil.copytree(TOY, tmp_path / "toy")
    monkeypatch.chdir(tmp_path / "toy")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "toy"


def test_each_known_mistake_with_what_its_student_is_told(toy, capsys):
    """At 80 columns: the failing check, an example and the hint; and no other function."""
    assert main(["preview", "ex1"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("ex1 Means: what a student sees of 4 known mistakes\n")
    parts = said.split("\nwrong/")[1:]
    names = [part.split(" ")[0] for part in parts]
    assert names == [path.name for path in sorted((TOY / "solutions/ex1_mean/wrong").iterdir())]
    of_sum = parts[names.index("mean_sum.py")]
    assert "  hint  " in of_sum and "    expected  " in of_sum and "spread" not in of_sum
    assert max(map(len, said.splitlines())) <= 80
    assert "!" not in said


def test_a_formula_that_is_not_converted_is_told_with_its_line(toy, capsys):
    """On the terminal, for the page: GitHub may show more."""
    path = toy / "exercises" / "ex1_mean" / "README.md"
    path.write_text(path.read_text().replace("The mean of", "$\\mean(x)$ is the mean of"))
    assert main(["preview", "ex1", "mean_sum"]) == 0
    err = capsys.readouterr().err
    assert err == "exercises/ex1_mean/README.md:5: this formula stays as it is written: \\mean(x)\n"


def test_those_that_are_named(toy, capsys):
    """By the file, by its path, or by the function that they are about."""
    assert main(["preview", "ex1", "mean_sum"]) == 0
    by_name = capsys.readouterr().out
    assert main(["preview", "ex1", "solutions/ex1_mean/wrong/mean_sum.py"]) == 0
    assert capsys.readouterr().out == by_name
    assert "of 1 known mistake\n" in by_name
    assert main(["preview", "ex1", "spread"]) == 0
    assert "wrong/spread_swapped.py" in capsys.readouterr().out
    assert main(["preview", "ex1", "mean_product"]) == 2
    said = capsys.readouterr().err
    assert "there is no wrong/mean_product.py" in said and "among 4" in said
    assert len(said) < 300, "an exercise has more than a hundred"


def test_a_mistake_that_the_key_does_not_know(toy, capsys):
    """Its student sees no hint of it, and the author is told why."""
    wrong = toy / "solutions" / "ex1_mean" / "wrong" / "mean_median.py"
    wrong.write_text('"""The median."""\nimport numpy as np\ndef mean(x): return np.median(x, 0)\n')
    assert main(["preview", "ex1", "mean_median"]) == 0
    said = capsys.readouterr().out
    assert "! answers.key: it is stale: built with another wrong/; run `grader build ex1`" in said
    assert "! wrong/mean_median.py: the key does not have this hint; run `grader build`" in said
    assert max(map(len, said.splitlines())) <= 80
    assert "The median." not in said


def test_a_key_of_other_checks_is_refused(toy, capsys):
    """What it would say is not what a student would see."""
    checks = toy / "exercises" / "ex1_mean" / "checks.py"
    checks.write_text(checks.read_text() + "\nOTHER = 1\n")
    assert main(["preview", "ex1"]) == 2
    assert "run `grader build ex1`" in capsys.readouterr().err


def test_the_page_is_written_anew_and_nothing_else_is_lost(toy, capsys):
    """A file that is no page of a preview stays."""
    for _ in range(2):
        assert main(["preview", "ex1", "mean_sum", "-o", "page.html"]) == 0
        assert capsys.readouterr().out == "page.html: the task, and 1 known mistake\n"
    (toy / "notes.html").write_text("<p>mine")
    assert main(["preview", "ex1", "-o", "notes.html"]) == 2
    assert "is no page of a preview" in capsys.readouterr().err
    assert main(["preview", "ex1", "-o", "nowhere/page.html"]) == 2
    assert (toy / "notes.html").read_text() == "<p>mine"
