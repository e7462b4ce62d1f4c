"""What people decided stands wherever grades are shown, beside what the machine said."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from support.exports import (
    canvas,
    class_with,
    moodle,
    participant,
    student,
    undecided,
)

from grader.classroom import rebuild
from grader.classroom.analysis import Standing, analyse, standing
from grader.classroom.collect import LATE
from grader.classroom.overrides import NAME, parsed
from grader.classroom.publish import (
    feedback_of_worksheet,
    fill,
    grades,
    page,
    publish_class,
    read_canvas,
    read_moodle,
    summary,
)
from grader.classroom.publish.filled_text import render as filled_text
from grader.classroom.publish.publish import letter
from grader.classroom.record import Later, Provenance, State, Why
from grader.classroom.rulings import counted, ruled
from grader.classroom.store import Store
from grader.text import Message

HEAD = "student,what,value,comment,who,when\n"
CLASS = class_with(
    student("ann", 8, "Ann Lee"),
    student("bob", 3, "Bob Wu"),
    undecided("cid"),
    undecided("dan", State.NOTHING),
    student("eva", 10, "Eva Ek"),
)
LINES = (
    'bob,f,5,"the axis was <b>our</b> typo",Chen,2026-12-01\n'
    "cid,score,7,an oral exam,,\n"
    "eva,excused,,ill,,\n"
)


@pytest.fixture
def decided(tmp_path):
    """A class with these decisions."""

    def call(lines=LINES, record=CLASS):
        return ruled(record, parsed(tmp_path / NAME, HEAD + lines)).record

    return call


def of(record, id):
    return next(entry for entry in record.entries if entry.student == id)


def table(record):
    rows = csv.DictReader(io.StringIO(grades.render(record), newline=""))
    return {row["id"]: row for row in rows}


def test_the_table_has_what_counts_and_what_the_machine_said(decided):
    """Both in columns of their own, with the comment and who decided when."""
    rows = table(decided())
    bob, cid, eva, ann = rows["bob"], rows["cid"], rows["eva"], rows["ann"]
    assert (bob["score"], bob["f"], bob["check0"], bob["machine"]) == ("5", "5", "3", "3")
    assert bob["decision"] == (
        "f: 5 of 10 points, decided by a person; the machine gave 3: the axis was <b>our</b> typo "
        "(Chen 2026-12-01)"
    )
    assert (cid["score"], cid["f"], cid["machine"], cid["verdict"]) == ("7", "", "", "partial")
    assert (eva["score"], eva["f"], eva["check0"], eva["machine"]) == ("", "", "", "10")
    assert eva["verdict"] == "excused"
    assert (ann["score"], ann["machine"], ann["decision"]) == ("8", "", "")


def test_no_row_but_those_changes(decided):
    """Every other cell is as it was."""
    before, after = table(CLASS), table(decided())
    assert [id for id in before if before[id] != after[id]] == ["bob", "cid", "eva"]


def test_points_of_a_check_count_in_its_function(decided):
    """And in the score; the check's cell has them, too."""
    row = table(decided("bob,check1,1,,,\n"))["bob"]
    assert (row["score"], row["f"], row["check0"], row["check1"]) == ("4", "4", "3", "1")


def test_excused_counts_in_no_figure(decided):
    """Neither in the scores nor in what is said of checks; a decided score is one of the scores."""
    found = analyse(decided())
    assert found.scores == (8, 5, 7)
    assert found.checks[0].graded == 2  # the machine has graded Ann's and Bob's, and Eva's
    assert [entry.student for entry in found.excused] == ["eva"]
    assert [entry.student for entry in found.ruled] == ["bob", "cid", "eva"]
    assert not found.undecided
    assert standing(of(decided(), "eva")) is Standing.EXCUSED
    assert analyse(decided("dan,excused,,,,\n")).nothing == ()


@pytest.mark.parametrize(
    ("points", "found"), [(10, Standing.PASSED), (1, Standing.PARTIAL), (0, Standing.FAILED)]
)
def test_the_verdict_is_of_the_points_that_count(decided, points, found):
    """All of them, some, none."""
    assert standing(of(decided(f"bob,score,{points},,,\n"), "bob")) is found


def test_a_letter_has_the_decision_beside_what_the_machine_said(decided):
    """The points that count are in its title; the comment is text, and no HTML."""
    text = letter(of(decided(), "bob"))
    assert text.startswith("# Logistic regression: 5 / 10\n")
    assert "- f: 5 of 10 points, decided by a person; the machine gave 3\n" in text
    assert "  > the axis was \\<b\\>our\\</b\\> typo\n" in text
    assert "- so the score is 5 of 10 points; the machine gave 3\n" in text
    assert "| f | 5 / 10 |" in text
    assert "Chen" not in text
    assert "由人工決定；機器給 3 分" in letter(of(decided(), "bob"), "zh_TW")


def test_a_letter_of_one_who_is_excused_has_no_points(decided):
    """Not in its title; what the machine found is below."""
    text = letter(of(decided(), "eva"))
    assert text.startswith("# Logistic regression\n")
    assert "excused by a person" in text and "> ill" in text
    assert "What the machine found in your work is below." in text


def test_a_letter_does_not_ask_what_is_settled(decided):
    """That it is not clear which file counts, or that an earlier grade waits."""
    text = letter(of(decided(), "cid"))
    assert text.startswith("# Logistic regression: 7 / 10\n")
    assert "7 of 10 points in all" in text and "not clear" not in text
    later = Later(Why.WORSE, Message("a later file is worse"))
    record = class_with(replace(student("bob", 3), later=later))
    assert "a later file is worse" in letter(of(decided("", record), "bob"))
    assert "a later file is worse" in letter(of(decided("bob,f,5,,,\n", record), "bob"))
    assert "a later file is worse" not in letter(of(decided("bob,score,5,,,\n", record), "bob"))


GRADEBOOK = [
    ["Lee, Ann", "101", "s1", "ann", "A", None, None, None],
    ["Wu, Bob", "102", "s2", "bob", "A", None, None, "3.00"],
    ["Ek, Eva", "103", "s3", "eva", "A", None, None, "4.00"],
]


def test_canvas_gets_what_counts_and_its_own_word_for_excused(decided, tmp_path):
    """`EX`, also where it stands there already; another student's `EX` stays and is listed."""
    rows = [[*row] for row in GRADEBOOK]
    record = decided()
    canvas(tmp_path / "g.csv", rows)
    filled = fill(record, read_canvas(tmp_path / "g.csv", record, "Exercise 1"), None, False)
    expected = [[*row[:-1], value] for row, value in zip(rows, ["8", "5", "EX"], strict=True)]
    assert filled.text.encode() == canvas(tmp_path / "x.csv", expected)
    told = filled_text(filled, tmp_path / "x.csv")
    assert "excused, so EX stands in the place of a grade: eva" in told
    assert "eva 4.00 became EX" in re.sub(r"eva( Eva Ek)?:", "eva", told)
    assert "decided by a person, so their grade is not the machine's: bob" in told
    rows[0][-1] = rows[2][-1] = "EX"
    canvas(tmp_path / "g.csv", rows)
    filled = fill(record, read_canvas(tmp_path / "g.csv", record, "Exercise 1"), None, False)
    assert [entry.student for entry, _ in filled.left] == ["ann"]
    rows[1][-1] = "5"
    assert filled.text.encode() == canvas(tmp_path / "x.csv", rows)


def test_moodle_has_no_word_for_excused(decided, tmp_path):
    """The cell is empty, and that is said; a report reaches who was decided about."""
    rows = [
        participant(101, "Ann Lee", "ann"),
        participant(102, "Bob Wu", "bob"),
        participant(103, "Eva Ek", "eva", "4.00"),
        participant(104, "Cid Cole", "cid"),
    ]
    moodle(tmp_path / "w.csv", rows)
    filled = fill(decided(), read_moodle(tmp_path / "w.csv", ""), None, False)
    found = list(csv.DictReader(io.StringIO(filled.text, newline="")))
    assert [row["Grade"] for row in found] == ["8", "5", "", "7"]
    told = re.sub(r"\s+", " ", filled_text(filled, tmp_path / "x.csv"))
    assert "excused, so the cell is empty" in told and "4.00 became empty" in told
    with zipfile.ZipFile(io.BytesIO(feedback_of_worksheet(filled))) as packed:
        reports = {name.split("_")[1]: packed.read(name).decode() for name in packed.namelist()}
    assert set(reports) == {"101", "102", "103", "104"}
    assert "</span>8 / 10</div>" in reports["101"] and "decided" not in reports["101"]
    assert "</span>5 / 10</div>" in reports["102"]
    assert "f: 5 of 10 points, decided by a person; the machine gave 3" in reports["102"]
    assert "&lt;b&gt;our&lt;/b&gt;" in reports["102"] and "<b>our</b>" not in reports["102"]
    assert "excused by a person" in reports["103"] and "</span>10 / 10</div>" not in reports["103"]
    assert "</span>7 / 10</div>" in reports["104"] and "a.py, b.py" not in reports["104"]


def test_what_waits_is_given_out_where_all_of_it_is_decided(decided, tmp_path):
    """Points of a function settle nothing; nor is late work given out by them."""
    later = Later(Why.WORSE, Message("a later file is worse"))
    record = class_with(
        replace(student("ann", 3), later=later),
        replace(student("bob", 3), later=later),
        replace(student("eva", 3), notes=(Message(LATE),)),
    )
    rows = decided("ann,score,5,,,\nbob,f,5,,,\neva,excused,,,,\n", record)
    canvas(tmp_path / "g.csv", GRADEBOOK)
    filled = fill(rows, read_canvas(tmp_path / "g.csv", record, "Exercise 1"), None, False)
    given = [(grade.match.entry.student, grade.value) for grade in filled.grades]
    assert given == [("ann", "5"), ("eva", "EX")]
    assert [entry.student for entry, _ in filled.left] == ["bob"]
    assert [e.waits for e in rows.entries] == [False, True, False]


def test_the_page_and_the_summary_name_what_was_decided(decided, tmp_path):
    """With the comment as text; the report of a student has it, too."""
    text = page.render(decided())
    assert "3 decided by a person" in text and "○ excused (1)" in text
    assert "<b>our</b>" not in text and "&lt;b&gt;our&lt;/b&gt;" in text
    packed = text.partition('id="reports">')[2].partition("</script>")[0]
    bob = json.loads(packed)["students"][1]
    texts = json.loads(packed)["texts"]
    assert (bob["score"], bob["functions"]) == (5, [5])
    assert [texts[place] for place in bob["ruling"][0]][1:] == [
        "the axis was <b>our</b> typo", "Chen 2026-12-01",
    ]  # fmt: skip
    told = summary.render(decided(), tmp_path)
    assert "3 graded, 1 handed in nothing, 1 excused" in told and "mean 6.67" in told
    assert "decided by a person, in overrides.csv:\n  bob: f: 5 of 10 points" in told
    assert "undecided" not in told
    assert 'id="ruled"' not in page.render(CLASS)


def test_what_is_decided_is_not_in_the_record_and_goes_back_with_its_line(tmp_path):
    """Neither in the database nor in the reports from which that can be made again."""
    with Store(tmp_path, new=True) as store:
        store.settle({"exercise": "ex1", "title": "Logistic regression"}, CLASS.checks)
        run = store.begin("sealed")
        for entry in CLASS.entries:
            store.write(entry, Provenance("", "", ""), run)
        before = store.record()
        (tmp_path / NAME).write_text(HEAD + LINES)
        found = counted(store).record
        assert [entry.score for entry in found.entries] == [8, 5, 7, None, None]
        publish_class(found, tmp_path, store.provenances())
        assert store.record() == before
    report = json.loads((tmp_path / "reports" / "bob.json").read_text())
    assert report["score"] == 3
    assert report["ruling"]["score"] == 5 and report["ruling"]["overrides"][0]["who"] == "Chen"
    assert "ruling" not in json.loads((tmp_path / "reports" / "ann.json").read_text())
    (tmp_path / "results.db").unlink()
    rebuild(tmp_path)
    with Store(tmp_path) as store:
        assert [e.score for e in store.record().entries] == [8, 3, None, None, 10]
        assert [e.score for e in counted(store).record.entries] == [8, 5, 7, None, None]
        (tmp_path / NAME).write_text(HEAD)
        found = counted(store).record
        assert [replace(e, attempts=()) for e in found.entries] == [*store.record().entries]


def test_whoever_shows_grades_takes_them_with_the_decisions():
    """No command reads the machine's record past them."""
    from conftest import ROOT

    past = [
        path.name
        for path in (ROOT / "grader" / "cli").rglob("*.py")
        if re.search(r"\bstore\.(record|entry|entries)\(", path.read_text())
    ]
    assert past == []
