"""The student's code beside the report: whole, as text, coloured, with the lines that it names."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect
from support.fabricated import class_of, entry

from grader.classroom.publish import page as format_
from grader.classroom.publish import sources
from grader.classroom.publish.extras import Extras
from grader.classroom.record import Attempt, Provenance
from grader.judge import Submission
from grader.report import Place, Problem, Verdict
from grader.text import Message
from grader.wire import Unit

pytest_plugins = "support.browsing"

EVIL = "</script><img src=x onerror=alert(1)>"
SOURCE = f'''"""It goes on:

# no comment {EVIL}
"""
import numpy as np  # def no_keyword


def softmax(x):
    return "a # b" if x else 0x1F + bar'{EVIL}'
'''


def class_with(*entries):
    return replace(class_of(0), entries=entries)


def beside(**works) -> Extras:
    """The code of each student, by id."""
    graded = {student: Provenance(f"c{student}", "key", "1") for student in works}
    return Extras(graded=graded, sources={f"c{student}": work for student, work in works.items()})


def file(source=SOURCE, name="logistic.py", **siblings) -> Submission:
    return Submission(name, (Unit(name, source),), siblings)


def failing(student="alice", **fields):
    """A student whose second check failed, as `fields` of it say."""
    right = entry(student).report
    wrong = {"verdict": Verdict.FAILED, "points": 0.0, "message": Message("wrong"), **fields}
    checks = (right.checks[0], replace(right.checks[1], **wrong), *right.checks[2:])
    return entry(student, report=replace(right, checks=checks))


def test_the_code_is_beside_the_report(show):
    """Line by line as it was handed in, as text and never as markup, with the module beside it."""
    work = file(helper="X = 1\n")
    page = show(class_with(entry("alice")), "#student=alice", beside(alice=work))
    code = page.locator("#code")
    shown = code.locator("pre").first.locator(".row")
    assert shown.all_text_contents() == SOURCE.rstrip("\n").split("\n")
    assert code.locator("h4").all_text_contents() == ["logistic.py", "helper (beside it)"]
    assert code.locator("pre").last.inner_text() == "X = 1"
    assert code.locator("img, script").count() == 0
    left, right = page.locator("#body").bounding_box(), code.bounding_box()
    assert left["x"] + left["width"] <= right["x"]


def test_the_code_is_coloured(show):
    """Strings over several lines, comments, keywords, numbers and names that are defined."""
    page = show(class_with(entry("alice")), "#student=alice", beside(alice=file()))

    def parts(kind):
        return page.locator(f"#code .source .{kind}").all_text_contents()

    assert parts("string") == [
        '"""', "It goes on:", f"# no comment {EVIL}", '"""', '"a # b"', f"'{EVIL}'",
    ]  # fmt: skip
    assert parts("comment") == ["# def no_keyword"]
    assert parts("keyword") == ["import", "as", "def", "return", "if", "else"]
    assert (parts("number"), parts("defined")) == (["0x1F"], ["softmax"])


@pytest.mark.parametrize(
    ("source", "strings"),
    [
        ('x = """a\\"""" + "b"', ['"""a\\""""', '"b"']),
        ("x = 'a\\'b' # c", ["'a\\'b'"]),
        ("x = 'open\ny = 1", ["'open"]),
        ('x = """"""\ny = 1', ['"""', '"""']),
        ("x = r'\\' + f'{y}'", ["r'\\' + f'", "'"]),
        ("x = '''a\n\"\"\"\n'''\ny = 2", ["'''", "a", '"""', "'''"]),
    ],
)
def test_where_a_string_ends(show, source, strings):
    """As Python reads it; what is broken ends with its line, and nothing of the text is lost."""
    page = show(class_with(entry("alice")), "#student=alice", beside(alice=file(source)))
    assert page.locator("#code .row").all_text_contents() == source.split("\n")
    assert "".join(page.locator("#code .string").all_text_contents()) == "".join(strings)


def test_the_lines_that_the_report_names_are_marked(show):
    """Where an exception was raised, else where the function is; a click leads there."""
    raised = Message(
        "at {file}, line {line}, in {function}", file="logistic.py", line=9, function="f"
    )
    found = failing(place=Place("logistic.py", 8), details=(raised,))
    wrong = Problem("logistic.py", 5, Message("a line"), "")
    found = replace(found, report=replace(found.report, problems=(wrong,)))
    page = show(class_with(found), "#student=alice", beside(alice=file()))
    named = page.locator("#code .row.named")
    assert [text.split("x ")[-1] for text in named.all_text_contents()] != []
    assert named.locator(".here").all_text_contents() == ["the file", "softmax_values"]
    assert named.nth(1).text_content().startswith("    return")
    page.get_by_role("button", name="line 9").click()
    expect(page.locator("#code .looked-at .here")).to_have_text("softmax_values")
    assert page.get_by_role("button", name=re.compile("^line")).count() == 1


def test_where_nothing_was_raised_the_function_is_marked(show):
    """And a line that is not in the file is none."""
    found = failing(place=Place("logistic.py", 8))
    gone = failing("bob", place=Place("logistic.py", 800))
    page = show(class_with(found, gone), "#student=alice", beside(alice=file(), bob=file()))
    assert page.locator("#code .row.named").text_content() == "def softmax(x):softmax_values"
    page.get_by_role("button", name="next").click()
    expect(page.locator("#body > p").first).to_contain_text("bob")
    assert page.locator("#code .row.named").count() == 0
    assert page.get_by_role("button", name=re.compile("^line")).count() == 0


def test_cells_of_a_notebook_have_their_names(show):
    """Each with numbers of its own; text is not coloured."""
    cells = (Unit("cell 1", "import x", True), Unit("cell 2", "if so", True, True))
    found = failing(place=Place("cell 1", 1))
    page = show(class_with(found), "#student=alice", beside(alice=Submission("a.ipynb", cells)))
    assert page.locator("#code h4").all_text_contents() == ["cell 1", "cell 2"]
    assert page.locator("#code .keyword").all_text_contents() == ["import"]
    assert page.locator("#code .row.named").text_content() == "import xsoftmax_values"


def test_who_has_no_code_in_out_has_none_beside_the_report(show):
    """An older OUT, and who handed in nothing."""
    page = show(class_with(entry("alice"), entry("bob")), "#student=bob", beside(alice=file()))
    page.get_by_role("dialog").wait_for()
    assert page.locator("#code").inner_text() == ""


def test_what_cannot_be_seen_is_shown(show):
    """Characters that hide or reverse what is there are escapes, and each is in its own line."""
    work = file("x = 1 # \u202e\x0c\ud800\ny = '\t'\r\nz = 3\n")
    page = show(class_with(entry("alice")), "#student=alice", beside(alice=work))
    rows = page.locator("#code .row").all_text_contents()
    assert len(rows) == 3 and rows[0] == "x = 1 # \\u202e\\x0c\\ud800" and rows[2] == "z = 3"


def test_equal_lines_stand_once():
    """A class that has written the same takes hardly more room than one student."""
    one = len(format_.render(class_with(entry("s0")), beside(s0=file())))
    works = {f"s{n}": file() for n in range(50)}
    many = class_with(*(entry(student) for student in works))
    with_code, without = format_.render(many, beside(**works)), format_.render(many)
    assert len(with_code) - len(without) < 10_000 and one < len(with_code)


def test_long_code_is_cut_and_the_page_stays_small(show):
    """A thousand long files fit into the page's size, and each says how much of it is missing."""
    lines = "\n".join(f"value_{n} = {n} * unknown_{n}" for n in range(200))
    works = {f"s{n}": file(lines.replace("value", f"v{n}")) for n in range(1000)}
    found = sources.sources_of(works)
    for ((_, _, numbers, more),) in filter(None, found.works):
        assert len(numbers) + more == 200 and 10 < len(numbers) < 200
    record = class_with(*(entry(student) for student in works))
    assert len(format_.render(record, beside(**works)).encode()) < 6_000_000
    page = show(class_with(entry("s0")), "#student=s0", beside(s0=file("x = 1\n" * 40_000)))
    assert "more lines, in sources/" in page.locator("#code").inner_text()


def test_a_hostile_file_breaks_nothing(show):
    """Lines without end, and a file of nothing but quotes."""
    work = file("x = '" + "a\\" * 50_000 + "\n" + "'\"" * 3000 + "\n" + "f(" * 3000)
    page = show(class_with(entry("alice")), "#student=alice", beside(alice=work))
    expect(page.locator("#code .row")).to_have_count(3)
    assert "more characters)" in page.locator("#code").inner_text()


def attempted(student, *contents, score=3.0):
    """A student with these attempts, of which the last counts."""
    attempts = tuple(
        Attempt(
            f"{content}.py", content, "", "2026-11-28T10:00", score, 10.0, place == len(contents)
        )
        for place, content in enumerate(contents, 1)
    )
    return replace(entry(student), attempts=attempts)


def test_the_code_of_each_attempt_is_folded_beside_it(show):
    """As text; that of the attempt that counts is where it always is, and its lines are its own."""
    record = class_with(attempted("alice", "first", "second", "calice"))
    extras = replace(beside(alice=file("x = 1\n")), others={
        "first": file(f"# first {EVIL}\nx = 0\n"),
        "second": file("# second\n"),
    })  # fmt: skip
    page = show(record, "#student=alice", extras)
    folds = page.locator("#body .attempts details")
    assert folds.locator("summary").all_text_contents() == [
        "The code of attempt 1, first.py",
        "The code of attempt 2, second.py",
    ]
    assert page.locator("#body .row").count() == 0
    folds.first.locator("summary").click()
    expect(folds.first.locator(".row").first).to_be_visible()
    assert folds.first.locator(".row").all_text_contents() == [f"# first {EVIL}", "x = 0"]
    assert page.locator("#body img, #body script").count() == 0
    assert page.locator("#code .row").all_text_contents() == ["x = 1"]


def test_three_attempts_of_a_thousand_fit_into_a_page():
    """Those that do not count are cut first, and never the others for their sake."""
    lines = [f"value_{{0}}_{n} = {n} * unknown_{n}" for n in range(60)]
    counts = {f"s{n}": file("\n".join(lines).format(n)) for n in range(1000)}
    others = {
        f"{student}-{try_}": file("\n".join(lines).format(f"{student}_{try_}"))
        for student in counts
        for try_ in (1, 2)
    }
    alone = sources.sources_of(works := {f"c{each}": work for each, work in counts.items()})
    found = sources.sources_of(works, others)
    assert found.works[: found.count] == alone.works
    assert found.lines[: len(alone.lines)] == alone.lines
    record = class_with(*(attempted(each, f"{each}-1", f"{each}-2", f"c{each}") for each in counts))
    text = format_.render(record, replace(beside(**counts), others=others))
    assert len(text.encode()) < 6_000_000
    small = {each: work for each, work in others.items() if each.startswith("s1-")}
    assert all(sources.sources_of({}, small).place(each) for each in small)
