"""`grader check ex1 --handed-in DIR`: which file counts, and that nobody's work is run unlocked."""

import json
import os
import re

import pytest
from conftest import ROOT

from grader.cli.program import main
from grader.report import Tier
from grader.sandbox import tiers

TOY = ROOT / "tests" / "toy"
RIGHT = (TOY / "solutions" / "ex1_mean" / "mean.py").read_text()


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    """Hand in files, by name, and run the command: exit code, JSON report, what was said."""
    monkeypatch.chdir(tmp_path)

    def call(files, *words):
        for name, text in files.items():
            path = tmp_path / "handed" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        command = ["check", "ex1", "--handed-in", "handed", "--course", str(TOY), *words]
        code = main([*command, "--report", "json=r.json"])
        report = tmp_path / "r.json"
        made = json.loads(report.read_text()) if report.is_file() else None
        return code, made, capsys.readouterr().err

    return call


@pytest.mark.isolation
def test_the_file_that_counts_is_found(check):
    """By the rules of a batch; the report calls it as the student does, and names what is left."""
    stub = (TOY / "exercises" / "ex1_mean" / "mean.py").read_text()
    files = {"week 1/my_mean.py": RIGHT, "mean.py": stub}
    code, report, _ = check(files, "--isolation", "auto")
    assert code == 0 and report["submission"] == "week 1/my_mean.py"
    assert "mean.py is as it was handed out, so it is not graded" in str(report["problems"])


@pytest.mark.isolation
def test_a_name_that_is_not_utf_8(check):
    """As an older system writes 平均: the file is graded, and its name is shown as it can be."""
    code, report, _ = check({os.fsdecode("平均.py".encode("big5")): RIGHT}, "--isolation", "auto")
    assert code == 0 and report["score"] == 10
    assert report["submission"].isprintable() and report["submission"].endswith(".py")


def test_which_file_is_not_guessed(check):
    """The exit code is 2, and the report says why there is no grade."""
    files = {"a/mean.py": RIGHT, "b/mean.py": RIGHT + "x = 1\n"}
    code, report, said = check(files, "--isolation", "auto")
    assert code == 2 and "two files fit: a/mean.py, b/mean.py; hand in one" in said
    assert "two files fit" in report["reason"]["message"]


def test_what_is_no_folder_or_empty_is_said(check, tmp_path):
    """There is nothing to grade."""
    assert "handed is no folder" in check({}, "--isolation", "auto")[2]
    (tmp_path / "handed").mkdir()
    assert "found no file; expected mean.py" in check({}, "--isolation", "auto")[2]


def test_a_link_is_not_followed(check, tmp_path):
    """It could show any file of the machine."""
    (tmp_path / "mine.py").write_text(RIGHT)
    (tmp_path / "handed").mkdir()
    (tmp_path / "handed" / "mean.py").symlink_to(tmp_path / "mine.py")
    code, _, said = check({}, "--isolation", "auto")
    assert code == 2 and "mean.py is a symbolic link, which is never followed" in said


def test_the_work_of_others_is_never_run_without_isolation(check, tmp_path, monkeypatch):
    """Neither by the default of `check`, nor where `auto` finds no tier."""
    marker = tmp_path / "it ran"
    files = {
        "mean.py": RIGHT.replace("return np.sum", f"open({str(marker)!r}, 'w'); return np.sum")
    }
    code, _, said = check(files)
    assert code == 2 and "never run without isolation; add --isolation auto" in said
    none = [tiers.Probe(tier, (tiers.Layer("kernel", "", "too old"),)) for tier in Tier]
    monkeypatch.setattr(tiers, "probe_all", lambda: [*none[:-1], tiers.probe(Tier.OPEN)])
    code, report, _ = check(files, "--isolation", "auto")
    assert code == 3 and "this machine can have no isolation" in report["reason"]["message"]
    assert not marker.exists()
    code, report, _ = check(files, "--isolation", "auto", "--trust-submissions")
    assert report["isolation"] == "open" and marker.exists(), "that was said"


def test_one_exercise_is_named(check):
    """Nothing else can stand beside it."""
    assert check({}, "mean_values", "--isolation", "auto")[0] == 2


@pytest.mark.isolation
def test_the_command_of_the_page(check, tmp_path):
    """What is said of any platform that puts what one student handed in into a folder."""
    page = (ROOT / "grader" / "classroom" / "README.md").read_text("utf-8")
    (command,) = re.findall(r"^ {4}grader (check ex1 --handed-in /submission .*)$", page, re.M)
    (tmp_path / "handed").mkdir()
    (tmp_path / "handed" / "mean.py").write_text(RIGHT)
    there = {"/submission": "handed", "/srv/course": str(TOY)}
    assert main([there.get(word, word) for word in command.split()]) == 0
    assert json.loads((tmp_path / "results.json").read_text())["score"] == 10
