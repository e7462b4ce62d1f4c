"""What GitHub reads: annotations as its runner parses them, a summary as it shows Markdown."""

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from support.made_reports import (
    ALL,
    EVIL,
    FAILED,
    HOSTILE,
    NOTEBOOK,
    NOTHING,
    RIGHT,
    STUB,
    UNDECIDED,
    UNREAD,
    WRONG,
    report,
)
from support.runner import commands, outputs

from grader.cli import reports as further
from grader.formats import Options, github
from grader.text import Message


def annotations(*reports, **options):
    """What the runner finds in the lines; nothing but annotations may be in them."""
    text = github.render_all(reports, Options(**options))
    found = commands(text)
    assert len(found) == text.count("\n")
    assert {command.name for command in found} <= {"error", "warning", "notice"}
    return found


class Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Every tag, with its attributes."""
        self.tags.append((tag, *attrs))


def shown(*reports, **options):
    """The summary as GitHub shows it: Markdown with tables and HTML."""
    text = github.summary(reports, Options(**options))
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def test_an_annotation_stands_at_its_function():
    """With the file, the line, the title, how it ended, and the first level of the hint."""
    first, second = annotations(WRONG)
    assert first.name == "error"
    assert first.properties == {
        "file": "work/mean.py",
        "line": "4",
        "title": "mean is mean_values",
    }
    assert first.text == "failed: values differ\nDivide by the number of rows."
    assert (second.properties["line"], second.text) == ("9", "crashed: it was killed")


def test_what_is_as_in_the_stub_is_one_notice():
    """At the first of these functions. What is not there at all is another."""
    (found,) = annotations(STUB)
    assert (found.name, found.properties["title"]) == ("notice", "ex1 Means")
    assert (found.properties["line"], found.text) == ("4", "not written yet: mean, spread")
    (found,) = annotations(replace(STUB, checks=STUB.checks[:2]))
    assert (found.properties["title"], found.text) == (
        "mean",
        "not attempted: mean is not implemented yet",
    )
    gone = replace(STUB.checks[2], place=None, message=Message("{f} is not defined", f="spread"))
    found, other = annotations(replace(STUB, checks=(*STUB.checks[:2], gone)))
    assert found.properties["title"] == "mean"
    assert "line" not in other.properties and "spread is not defined" in other.text


def test_a_title_names_its_function_once():
    """Where the title of a check does not begin with it, it stands before that."""
    (found,) = annotations(report(replace(FAILED, title="the values of mean")))
    assert found.properties["title"] == "mean: the values of mean"


def test_a_file_that_cannot_be_read_has_one_annotation():
    """At the line where it can't, and the checks repeat nothing."""
    (found,) = annotations(UNREAD)
    assert (found.name, found.properties["line"]) == ("error", "2")
    assert "was never closed" in found.text
    (failed, warned) = annotations(replace(WRONG, checks=(FAILED,), problems=UNREAD.problems))
    assert (failed.name, warned.name) == ("error", "warning")  # here it is not what kept it back


def test_a_notebook_has_no_lines():
    """A line of a cell is none of the file's; the cell is named."""
    warned, failed = sorted(annotations(NOTEBOOK), key=lambda each: each.name, reverse=True)
    assert "line" not in warned.properties and "line" not in failed.properties
    assert failed.properties["title"].endswith("(mean.ipynb, cell 3, line 7)")
    assert "cell 2, line 5" in warned.text


@pytest.mark.parametrize("name", ["undecided", "nothing", "one of several ungraded"])
def test_why_there_is_no_score_is_said(name):
    """As an error, also where there is no file and no check."""
    reasons = [each for each in annotations(*ALL[name]) if each.name == "error"]
    assert len(reasons) == 1
    assert "file" in reasons[0].properties or name == "nothing"
    assert "undecided: two files fit" in annotations(UNDECIDED)[0].text


@pytest.mark.parametrize("name", ALL)
def test_every_report_is_annotations_and_markdown(name):
    """Whatever it is, no other command is in it, and no line is lost."""
    annotations(*ALL[name])
    assert shown(*ALL[name]).count("<h2>") == len(ALL[name])


def test_hostile_text_stays_in_its_annotation():
    """No line of it becomes a command, a property or another file."""
    for found in annotations(HOSTILE):
        assert set(found.properties) <= {"file", "line", "title"}
        assert found.properties["file"].startswith("::error::forged%0A::warning::two\n")
        assert len(found.properties["title"]) < 255


def test_ten_of_a_kind_are_shown_and_the_rest_is_counted():
    """GitHub shows ten errors of a step. The tenth says how many there are besides."""
    many = [replace(FAILED, name=f"mean_{n}", title=f"number {n}") for n in range(14)]
    found = annotations(report(*many), STUB)
    assert Counter(each.name for each in found) == {"error": 10, "notice": 1}
    assert found[9].text.startswith("and 5 more: mean: number 9, mean: number 10")
    late = replace(WRONG, exercise="ex2", submission="late.py")
    of_late = [each for each in annotations(report(*many), late) if "file" in each.properties]
    assert [each.properties["file"] for each in of_late][:4] == ["work/mean.py", "late.py"] * 2
    assert len(annotations(report(*many[:10]))) == 10
    assert [each.properties["file"] for each in annotations(report(*many[:8]), late)] == [
        *["work/mean.py"] * 8,
        *["late.py"] * 2,
    ]
    several = [replace(WRONG, exercise=f"ex{n}") for n in range(7)]
    assert Counter(each.name for each in annotations(*several)) == {"error": 10}


def test_the_summary_has_the_functions_and_the_failures():
    """A table with the points, and each failure, folded."""
    text = shown(WRONG)
    assert "<h2>ex1 Means: 0.5 / 6.5</h2>" in text
    assert "<td>✗ <code>mean</code></td>" in text
    assert text.count("<details>") == 2 and "<summary>✗ mean is mean_values</summary>" in text
    assert "✓ <code>mean</code>" in shown(RIGHT) and "· <code>mean</code>" in shown(STUB)
    assert "<th>函式</th>" in shown(WRONG, language="zh-TW")
    assert "ex7" in shown(NOTHING) and "<table>" not in shown(NOTHING)


def test_hostile_text_is_no_markup_of_the_summary():
    """No script, image, link or heading comes from a title, a message or an output."""
    kinds = Counter(Tags(shown(HOSTILE)).tags)
    clean = replace(HOSTILE, title="t", submission="f", problems=UNREAD.problems)
    checks = [replace(c, title="t", output="o") for c in HOSTILE.checks]
    checks[0] = replace(FAILED, title="t")
    assert kinds == Counter(Tags(shown(replace(clean, checks=tuple(checks)))).tags)
    assert "script" not in {tag for tag, *_ in kinds}


def test_a_title_is_shown_as_it_is():
    """In a `summary` nothing is Markdown: a backslash would be seen."""
    text = shown(report(replace(FAILED, title="a_b *c* < d & `e`")))
    assert "<summary>✗ mean: a_b *c* &lt; d &amp; `e`</summary>" in text


def test_a_summary_fits():
    """GitHub drops one of more than 1 MiB whole."""
    long = replace(FAILED, output="學" * 100_000)
    many = report(*(replace(long, name=f"mean_{n}") for n in range(700)))
    text = github.summary([many])
    assert 800_000 < len(text.encode()) < 1_000_000 and text.endswith("…\n")


def test_the_step_outputs():
    """The score, the points that can be reached, and whether all passed."""
    assert github.outputs([RIGHT]) == {"score": "4", "max-score": "4", "passed": "true"}
    assert github.outputs([RIGHT, WRONG])["score"] == "4.5"
    assert github.outputs([RIGHT, NOTHING]) == {"score": "", "max-score": "4", "passed": "false"}


def test_the_runners_files_are_appended_to(tmp_path, capsys):
    """A hostile report adds no output of its own; what an earlier command wrote stays."""
    files = {name: tmp_path / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    files["GITHUB_OUTPUT"].write_text("earlier=1\n")
    files["GITHUB_STEP_SUMMARY"].write_text("earlier\n\n")
    environment = {name: str(path) for name, path in files.items()}
    further.write(further.asked(["github"])[0], [HOSTILE], Options(), environment)
    found = outputs(files["GITHUB_OUTPUT"].read_text())
    assert found == {"earlier": "1", "score": "2", "max-score": "4", "passed": "false"}
    assert files["GITHUB_STEP_SUMMARY"].read_text().startswith("earlier\n\n## ex1 ")
    assert commands(capsys.readouterr().out)


def test_a_file_is_called_from_the_repositorys_folder(tmp_path, monkeypatch, capsys):
    """Wherever the command runs, and however it spells the path."""
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    root = {"GITHUB_WORKSPACE": str(tmp_path)}
    for path in ("mean.py", "../sub/mean.py", str(tmp_path / "sub" / "mean.py")):
        made = replace(WRONG, submission=path)
        further.write(further.asked(["github"])[0], [made], Options(), root)
        (first, _) = commands(capsys.readouterr().out)
        assert (first.properties["file"], first.properties["line"]) == ("sub/mean.py", "4")


def test_the_runner_of_these_tests_obeys_as_the_real_one():
    """Between `stop-commands` and its token, nothing is a command; both spellings are."""
    lines = "x ##[error]a\n  ::warning file=f,line=1::b\n::stop-commands::T0\n::error::c\n::t0::\n"
    found = commands(f"{lines}::notice::d%250A\n::unknown::e\n")
    assert [(each.name, each.text) for each in found] == [
        ("error", "a"),
        ("warning", "b"),
        ("stop-commands", "T0"),
        ("notice", "d%0A"),
    ]
    assert len(commands(EVIL)) == 3
