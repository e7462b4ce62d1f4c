"""The record of a class: whole, readable while it is written, and never silently another one."""

import json
import sqlite3
from dataclasses import replace

import msgspec
import pytest
from support.words import said, sentences

from grader.classroom import schema
from grader.classroom import store as stores
from grader.classroom.record import CheckSpec, Entry, Provenance, State
from grader.classroom.store import Due, Known, Store
from grader.errors import RecordError
from grader.report import CheckResult, Counterexample, Mistake, Problem, Report, Status, Verdict
from grader.text import Message

CHECK = CheckResult(
    "mean_values",
    "mean is the mean",
    "mean",
    Verdict.FAILED,
    0.0,
    4.0,
    Message("values differ: {difference}", difference=Message("got {got}", got="1")),
    (Message("and more"),),
    Counterexample({"x": "[[0.]]"}, "[0.]", "[1.]", "mean(x)"),
    Mistake("mean_sum", ("These are sums.",)),
    "printed\n",
)
REPORT = Report(
    "ex1", "Means", "mean.py", Status.GRADED, "sealed", 0.5, "abc", False, (CHECK,),
    (Problem("mean.py", 3, Message("odd"), "x = ("),),
)  # fmt: skip
ENTRY = Entry("安", "Ann 安", "安/mean.py", State.GRADED, REPORT, (Message("late"),))
GRADED = Provenance("content", "key", "version")
ASKED = CheckSpec("mean_values", "mean is the mean", "mean", 4.0)


def test_what_is_written_is_read(tmp_path):
    """Every field of a report comes back, by student and as a whole class."""
    with Store(tmp_path, new=True) as store:
        store.settle({"exercise": "ex1", "title": "Means", "key": "abc"}, [ASKED])
        run = store.begin("sealed")
        store.write(ENTRY, GRADED, run)
        store.end(run)
    with Store(tmp_path) as store:
        assert store.entry("安") == ENTRY
        assert store.entry("nobody") is None
        assert store.known() == {"安": Known(State.GRADED, GRADED, 0.0, 4.0, None, Due.NOT)}
        record = store.record()
    assert record.entries == (ENTRY,) and record.checks == (ASKED,)
    assert (record.exercise, record.title, record.key_fingerprint) == ("ex1", "Means", "abc")
    assert record.isolation == "sealed" and record.finished


def test_a_student_has_one_row(tmp_path):
    """Provenance again, a student's row and outcomes are replaced, in one step."""
    passed = replace(CHECK, verdict=Verdict.PASSED, points=4.0, mistake=None)
    again = replace(ENTRY, report=replace(REPORT, checks=(passed,)))
    with Store(tmp_path, new=True) as store:
        run = store.begin("sealed")
        store.write(ENTRY, GRADED, run)
        store.write(again, GRADED, run)
        assert list(store.entries()) == [again]
    rows = sqlite3.connect(tmp_path / stores.NAME).execute("SELECT * FROM outcomes").fetchall()
    assert rows == [("安", "mean_values", "passed", 4.0, "values differ: got 1", "")]


def test_an_ungraded_row_has_no_score(tmp_path):
    """Null, not zero: it is our failure."""
    with Store(tmp_path, new=True) as store:
        store.write(replace(ENTRY, state=State.UNGRADED), GRADED, store.begin("sealed"))
    (score,) = sqlite3.connect(tmp_path / stores.NAME).execute(
        "SELECT score FROM submissions"
    ).fetchone()  # fmt: skip
    assert score is None


def test_it_is_read_while_it_is_written(tmp_path):
    """`grader show` need not wait for the end of a batch."""
    with Store(tmp_path, new=True) as store:
        run = store.begin("sealed")
        with store._transaction(), Store(tmp_path) as reader:
            assert reader.students() == []
        store.write(ENTRY, GRADED, run)
        with Store(tmp_path) as reader:
            assert reader.students() == ["安"]


def test_a_row_that_can_not_be_written_changes_nothing(tmp_path):
    """The earlier row stays whole when a write fails in the middle."""
    with Store(tmp_path, new=True) as store:
        run = store.begin("sealed")
        store.write(ENTRY, GRADED, run)
        twice = replace(ENTRY, report=replace(REPORT, checks=(CHECK, CHECK)))
        with pytest.raises(RecordError):
            store.write(twice, GRADED, run)
        assert list(store.entries()) == [ENTRY]


def test_an_older_record_is_brought_up_to_date(tmp_path, monkeypatch):
    """Step by step, and what it holds is kept."""
    with Store(tmp_path, new=True) as store:
        store.write(ENTRY, GRADED, store.begin("sealed"))
    added = "ALTER TABLE runs ADD COLUMN machine TEXT NOT NULL DEFAULT ''"
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, added))
    for _ in range(2):
        with Store(tmp_path) as store:
            assert list(store.entries()) == [ENTRY]
    db = sqlite3.connect(tmp_path / stores.NAME)
    assert db.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
    assert db.execute("SELECT machine FROM runs").fetchall() == [("",)]


def test_a_record_of_sentences_is_read_as_messages(tmp_path):
    """Version 1 had a sentence where a message is now: it keeps its words, a line each."""
    old = json.loads(msgspec.json.encode(REPORT))
    check, problem = old["checks"][0], old["problems"][0]
    check |= {"message": "ValueError: {x}\nat a.py, line 4"}
    check["mistake"] = {"name": "mean_sum", "hint": "These are sums."}
    problem["message"] = "odd"
    del check["details"], old["reason"]
    forgotten = ("安", "", "", json.dumps(["late"]), "graded", "", "key", "version", 0.0, 4.0)
    with sqlite3.connect(tmp_path / stores.NAME) as db:
        db.executescript(f"{schema.MIGRATIONS[0]}; PRAGMA user_version = 1")
        db.execute("INSERT INTO runs (started, grader, isolation) VALUES ('', '', '')")
        row = (*forgotten, "sealed", 0.5, json.dumps(old), 1, "")
        db.execute(f"INSERT INTO submissions VALUES ({', '.join('?' * 15)})", row)
    with Store(tmp_path) as store:
        (entry,) = store.entries()
        (known,) = store.known().values()
    assert (entry.later, known.due) == (None, Due.AGAIN), "version 2 forgot what it graded"
    (check,), (problem,) = entry.report.checks, entry.report.problems
    assert said(check) == "ValueError: {x}\nat a.py, line 4" and len(check.details) == 1
    assert check.mistake == Mistake("mean_sum", ("These are sums.",))
    assert (said(problem), sentences(entry.notes)) == ("odd", ("late",))
    assert entry.report.reason is None


def test_a_newer_record_is_refused(tmp_path):
    """Nothing is written into what this version does not know."""
    with Store(tmp_path, new=True):
        pass
    sqlite3.connect(tmp_path / stores.NAME).execute("PRAGMA user_version = 99").connection.commit()
    with pytest.raises(RecordError, match=r"has version 99.*update grader"):
        Store(tmp_path)


@pytest.mark.parametrize("content", [b"not a database, but long enough to be one" * 9, None])
def test_what_is_no_record_is_said_in_a_line(tmp_path, content):
    """A damaged file, and a folder that is no batch's."""
    if content is not None:
        (tmp_path / stores.NAME).write_bytes(content)
    with pytest.raises(RecordError, match=str(tmp_path)):
        Store(tmp_path)


def test_it_is_in_wal_mode(tmp_path):
    """As promised: readers do not stop the writer, and a killed writer leaves a whole file."""
    with Store(tmp_path, new=True):
        db = sqlite3.connect(tmp_path / stores.NAME)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
