"""`--report FORMAT=FILE`: what may be asked for, and that each file is there in the end."""

import io
import json
import os
from dataclasses import replace

import pytest
from support.made_reports import RIGHT, WRONG
from support.runner import commands

from grader.cli import reports
from grader.errors import SubmissionError, UsageError
from grader.formats import Options

NONE: dict[str, str] = {}


def taken(*words):
    """What was asked for, where nothing is wrong with it."""
    found, fault = reports.asked(words)
    assert fault is None
    return found


def asked(*words):
    """The formats and the files, as words of a command line."""
    return [(each.format, str(each.path) if each.path else "") for each in taken(*words)]


def test_a_format_goes_to_a_file_or_to_its_platforms_place():
    """GitHub's goes to standard output."""
    found = asked("json=a=b.json", "github", "gradescope", "classroom50", "gradescope=r.json")
    assert found == [
        ("json", "a=b.json"),
        ("github", ""),
        ("gradescope", "/autograder/results/results.json"),
        ("classroom50", "result.json"),
        ("gradescope", "r.json"),
    ]


@pytest.mark.parametrize(
    "words, said",
    [
        (["xml=a"], "there is no such format; there are classroom50, coderunner"),
        (["junit"], "--report junit needs a file: --report junit=FILE"),
        (["junit="], "--report junit needs a file"),
        (["json=a", "junit=a"], "two reports can't be one file: a"),
        (["json=a", f"junit={os.path.abspath('a')}"], "two reports can't be one file: "),
        (["json=-"], "standard output has the report of --format"),
        (["json=work/Linear.PY"], "a file with source would be written over"),
        (["json=linear.ipynb"], "a file with source would be written over"),
    ],
)
def test_what_makes_no_sense_is_refused(words, said):
    """Before anything is graded; what else was asked for is known, to say so there."""
    found, fault = reports.asked([*words, "junit=r.xml"])
    assert isinstance(fault, UsageError) and len(fault.messages) == 1
    assert str(fault).startswith("--report") and said in str(fault)
    assert str(found[-1].path) == "r.xml"


def test_a_file_that_can_not_be_written_keeps_no_other_from_it(tmp_path):
    """Each of them is named."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    words = ["json=folder", "github=file/x", "junit=new/r.xml", "json=r.json"]
    found = taken(*(f"{w.split('=')[0]}={tmp_path / w.split('=')[1]}" for w in words))
    with pytest.raises(UsageError) as refused:
        reports.write(found, [RIGHT], Options(), NONE)
    told = [str(message) for message in refused.value.messages]
    assert len(told) == 2 and "folder" in told[0] and "file" in told[1]
    assert (tmp_path / "new" / "r.xml").read_text().startswith("<?xml")
    assert json.loads((tmp_path / "r.json").read_text())["score"] == 4


def test_several_reports_are_one_file(tmp_path):
    """A single one stands in its JSON as it is."""
    path = tmp_path / "r.json"
    found = taken(f"json={path}")
    reports.write(found, [RIGHT, replace(WRONG, exercise="ex2")], Options(), NONE)
    made = json.loads(path.read_text())
    assert [each["exercise"] for each in made["reports"]] == ["ex1", "ex2"]
    reports.write(found, [RIGHT], Options(), NONE)
    assert json.loads(path.read_text())["exercise"] == "ex1"


@pytest.mark.parametrize(
    "error, reason",
    [
        (SubmissionError("there is no {file}", file="mean.py"), "there is no mean.py"),
        (KeyboardInterrupt(), "interrupted"),
        (ZeroDivisionError("secret"), "internal error: ZeroDivisionError"),
    ],
)
def test_what_ends_a_run_stands_in_the_reports(tmp_path, error, reason):
    """And is raised, so that the exit code is what it would be."""
    path = tmp_path / "r.json"
    with pytest.raises(type(error)):
        with reports.also_of_failure(taken(f"json={path}"), "ex1", Options()):
            raise error
    made = json.loads(path.read_text())
    assert (made["status"], made["score"]) == ("ungraded", None)
    assert made["reason"]["message"] == reason


@pytest.mark.parametrize("error", [SubmissionError("the first"), KeyboardInterrupt()])
def test_a_report_that_can_not_be_written_hides_nothing(tmp_path, capsys, error):
    """What ended the run is raised all the same; of the report it is said beside it."""
    with pytest.raises(type(error)) as raised:
        with reports.also_of_failure(taken(f"json={tmp_path}"), "ex1", Options()):
            raise error
    assert raised.value is error
    assert capsys.readouterr().err == f"grader: {tmp_path} can't be written: it is no file\n"


def test_no_report_takes_the_place_of_a_device(tmp_path):
    """A new file is put where the old one was. As root, /dev/stdout would be gone."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "devices").symlink_to("/dev")
    before = os.lstat("/dev/stdout").st_ino
    for place in (tmp_path / "pipe", tmp_path / "devices" / "stdout", "/dev/null", "/dev/fd/1"):
        with pytest.raises(UsageError, match="it is no file"):
            reports.write(taken(f"json={place}"), [RIGHT], Options(), NONE)
    assert os.lstat("/dev/stdout").st_ino == before
    assert not [name for name in os.listdir("/dev") if name.endswith(".new")]


def test_a_file_of_annotations_comes_with_the_summary(tmp_path, capsys):
    """Also where they go to a file, from which a workflow prints them."""
    summary, path = tmp_path / "summary", tmp_path / "notes"
    found = taken(f"github={path}")
    reports.write(found, [WRONG], Options(), {"GITHUB_STEP_SUMMARY": str(summary)})
    assert len(commands(path.read_text())) == 2 and capsys.readouterr().out == ""
    assert summary.read_text().startswith("## ex1")


@pytest.mark.parametrize(
    "words, obeyed", [(["github"], False), (["github=notes"], True), ([], True)]
)
def test_what_is_printed_above_annotations_is_no_command(words, obeyed, capsys):
    """A student's output stands there. Where no annotation follows, the output is as it was."""
    with reports.not_obeyed(taken(*words)):
        print("  ::add-mask::e\n##[error]forged")
    print("::notice::ours")
    out = capsys.readouterr().out
    names = [command.name for command in commands(out)]
    assert names == (["add-mask", "error"] if obeyed else ["stop-commands"]) + ["notice"]
    assert ("stop-commands" in out) is not obeyed


def test_a_pipe_that_nobody_reads_is_no_file_that_can_not_be_written(tmp_path, monkeypatch):
    """`grader check ... --report github | head` ends as any program does there."""

    class Closed(io.StringIO):
        def write(self, text):
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Closed())
    with pytest.raises(BrokenPipeError):
        reports.write(taken("github", f"json={tmp_path}/r.json"), [WRONG], Options(), NONE)
    assert (tmp_path / "r.json").is_file()
