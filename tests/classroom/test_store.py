"""The record of a class: whole, readable while it is written, and never silently another one."""

import errno
import json
import os
import sqlite3
import threading
from dataclasses import replace

import msgspec
import pytest
from support.words import said, sentences

from grader.classroom import faults, schema
from grader.classroom import store as stores
from grader.classroom.publish import publish_class, write
from grader.classroom.publish.publish import letter
from grader.classroom.rebuilding import rebuild
from grader.classroom.record import CheckSpec, Due, Entry, Known, Later, Provenance, State, Why
from grader.classroom.store import Store
from grader.cli.program import main
from grader.course import whole
from grader.errors import RecordError, RecordFault, UsageError
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


# --- what the machine does to it -----------------------------------------------------------


def locked(path):
    """Another program's connection that holds the record."""
    other = sqlite3.connect(path / stores.NAME, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_a_record_that_is_locked_is_waited_for(tmp_path, monkeypatch):
    """It is said once that it is, and what was to be written is written."""
    monkeypatch.setattr(faults, "_AT_FIRST", 50)
    told: list[Message] = []
    with Store(tmp_path, new=True, tell=told.append) as store:
        run = store.begin("sealed")
        for _ in range(2):
            other = locked(tmp_path)
            threading.Timer(0.3, other.rollback).start()
            store.write(ENTRY, GRADED, run)
        assert list(store.entries()) == [ENTRY]
    assert [str(message).partition(" is ")[2] for message in told] == [
        "locked by another program; waiting for it, up to a minute"
    ]


def test_a_record_that_stays_locked_is_given_up(tmp_path, monkeypatch):
    """After a minute, with what to do; exit code 3, because the command was right."""
    monkeypatch.setattr(faults, "_AT_FIRST", 20)
    monkeypatch.setattr(faults, "_IN_ALL", 60)
    with Store(tmp_path, new=True) as store:
        run = store.begin("sealed")
        other = locked(tmp_path)
        with pytest.raises(RecordFault, match="is locked by another program; close that program"):
            store.write(ENTRY, GRADED, run)
        with Store(tmp_path) as reader:
            assert reader.students() == [], "it can be read meanwhile"
        other.rollback()
        store.write(ENTRY, GRADED, run)
    assert RecordFault.exit_code == 3


@pytest.mark.parametrize("how", ["write", "settle", "begin"])
def test_a_full_disk_is_the_machines_fault(tmp_path, how):
    """Exit code 3, and what was there stays as it was."""
    with Store(tmp_path, new=True) as store:
        run = store.begin("sealed")
        store.write(ENTRY, GRADED, run)
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        large = replace(ENTRY, student="b", report=replace(REPORT, title="x" * 100_000))
        with pytest.raises(RecordFault, match="make room on that disk") as caught:
            for n in range(500):
                match how:
                    case "write":
                        store.write(large, GRADED, run)
                    case "settle":
                        store.settle({f"{n}": "x" * 10_000})
                    case _:
                        store.begin("sealed" * 100)
        assert caught.value.exit_code == 3 and not caught.value.is_damage
        assert list(store.entries()) == [ENTRY]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EISDIR])
def test_a_page_that_can_not_be_written(tmp_path, monkeypatch, number):
    """A full disk is exit code 3, a folder in the way 2; the grades are safe in both cases."""

    def fails(*args, **kwargs):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(whole, "open", fails, raising=False)
    with pytest.raises(RecordError, match="the grades are safe in the record") as caught:
        write(tmp_path, "grades.csv", "x")
    assert caught.value.exit_code == (2 if number == errno.EISDIR else 3)


ODD = {
    "half a character in a message": {"message": Message("{t}", t="a\ud800b")},
    "half a character in what was printed": {"output": "\udcff"},
    "not a number": {"message": Message("{t}", t=float("nan"))},
    "a long fact": {"message": Message("{t}", t="x" * 30_000)},
    "a long template": {"message": Message("x" * 3_000)},
    "many facts": {"message": Message("x", **{f"f{n}": n for n in range(50)})},
    "a long message in a message": {"message": Message("{a}", a=Message("{t}", t="x" * 30_000))},
    "endless output": {"output": "x" * 9_000_000},
    "many details": {"details": (Message("x"),) * 100_000},
    "a NUL": {"output": "a\0b"},
    "a large number": {"message": Message("{t}", t=10**40)},
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_no_report_makes_the_record_unreadable(tmp_path, odd):
    """What was written once would otherwise end every later run of the class."""
    entry = replace(ENTRY, report=replace(REPORT, checks=(replace(CHECK, **odd),)))
    with Store(tmp_path, new=True) as store:
        store.write(entry, GRADED, store.begin("sealed"))
        (found,) = store.record().entries
        assert found.report.score == entry.report.score
    assert (tmp_path / stores.NAME).stat().st_size < 1 << 20
    publish_class(store_of(tmp_path), tmp_path, {})


def store_of(folder):
    with Store(folder) as store:
        return store.record()


def test_long_texts_are_kept_once(tmp_path):
    """A report of a megabyte is written once, and its table of outcomes stays small."""
    long = Message("{text}", text="x" * 25_000)
    check = replace(CHECK, message=long, details=(long,) * 40)
    entry = replace(ENTRY, report=replace(REPORT, checks=(check,)))
    with Store(tmp_path, new=True) as store:
        run = store.begin("sealed")
        for _ in range(5):
            store.write(entry, GRADED, run)
        assert list(store.entries()) == [entry]
        rows = store._db.execute("SELECT max(length(message)) FROM outcomes").fetchone()
    assert rows[0] <= 2000
    assert (tmp_path / stores.NAME).stat().st_size < 4 << 20


def test_letters_are_in_the_language_that_was_said(tmp_path, capsys):
    """Also when they are written again, until another one is said; the page stays as it is."""
    with Store(tmp_path, new=True) as store:
        store.settle({"exercise": "ex1", "title": "Means", "key": "abc"}, [ASKED])
        store.write(ENTRY, GRADED, store.begin("sealed"))
    written = tmp_path / "reports" / "安.md"
    said = []
    for words in ([], ["--lang", "zh-TW"], [], ["--lang", "en"], []):
        assert main(["report", str(tmp_path), *words]) == 0
        said.append("Ann 安，你好" in written.read_text("utf-8"))
    assert said == [False, True, True, False, False]
    assert "graded" in capsys.readouterr().out
    assert main(["show", str(tmp_path), "安", "--lang", "zh-TW"]) == 0
    assert "總分" in capsys.readouterr().out


def test_a_letter_says_what_the_author_says_in_its_language(tmp_path):
    """As far as the key of the class has it."""
    words = {"mean is the mean": "mean 是平均值", "These are sums.": "這是總和。"}
    text = letter(ENTRY, "zh-TW", words)
    assert "### ✗ mean 是平均值（0 / 4）" in text and "**提示：** 這是總和。" in text
    assert "mean is the mean" in letter(ENTRY, "zh-TW") and "Hello Ann 安," in letter(ENTRY)


# --- made again ----------------------------------------------------------------------------


def published(folder):
    """A class of four states, with its reports."""
    kept = replace(
        ENTRY, student="kept", later=Later(Why.WORSE, Message("{a} is worse", a="x.py"), GRADED)
    )
    lost = replace(CHECK, verdict=Verdict.UNGRADED, message=Message("{n} lost", n=3))
    ungraded = replace(
        REPORT, status=Status.UNGRADED, checks=(lost,), reason=Message("{n} lost", n=3)
    )
    undecided = replace(ungraded, status=Status.UNDECIDED)
    entries = [
        ENTRY,
        kept,
        replace(ENTRY, student="lost", state=State.UNGRADED, report=ungraded),
        replace(ENTRY, student="open", state=State.UNDECIDED, report=undecided, name="Öz; =1"),
        replace(ENTRY, student="none", state=State.NOTHING, file="", notes=()),
    ]
    with Store(folder, new=True) as store:
        settings = {"exercise": "ex1", "title": "Means", "key": "abc", "version": "version"}
        store.settle(settings, [ASKED])
        run = store.begin("sealed")
        for entry in entries:
            store.write(entry, GRADED, run)
        store.end(run)
        publish_class(store.record(), folder, store.provenances())
        return store.record(), store.known()


def truncated(path):
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


DAMAGE = {
    "truncated": truncated,
    "garbage": lambda path: path.write_bytes(b"not a database at all " * 999),
    "garbage in the middle": lambda path: path.write_bytes(
        path.read_bytes()[:4096] + b"?" * 8192 + path.read_bytes()[12288:]
    ),
    "no header": lambda path: path.write_bytes(b"\0" * 100 + path.read_bytes()[100:]),
    "empty": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_record_is_made_again_from_its_reports(tmp_path, damage):
    """It says how, and then it is what it was: grades, notes, and as what each was graded."""
    record, known = published(tmp_path)
    table = (tmp_path / "grades.csv").read_bytes()
    damage(tmp_path / stores.NAME)
    with pytest.raises(RecordError) as caught, Store(tmp_path) as store:
        store.record()
        store.must_be_whole()
    is_gone = damage is DAMAGE["gone"]
    assert is_gone or "grader report --rebuild" in str(caught.value)
    assert caught.value.exit_code == (2 if is_gone else 3)
    done = rebuild(tmp_path)
    assert (done.students, done.unread) == (5, ())
    assert is_gone or done.old.name == "results.db.damaged-1"
    with Store(tmp_path) as store:
        again = store.record()
        assert replace(again, finished="") == replace(record, finished="")
        assert store.known() == known
        publish_class(again, tmp_path, store.provenances())
    assert (tmp_path / "grades.csv").read_bytes() == table


def test_a_whole_record_is_not_made_again(tmp_path):
    """It may know more than the reports."""
    published(tmp_path)
    with pytest.raises(UsageError, match="is whole"):
        rebuild(tmp_path)


def test_a_report_that_is_damaged_too_is_named(tmp_path):
    """The others are read; and without any report there is nothing to make a record from."""
    published(tmp_path)
    (tmp_path / stores.NAME).write_bytes(b"")
    (tmp_path / "reports" / "kept.json").write_text('{"exercise": "ex1"}')
    (tmp_path / "reports" / "lost.json").write_bytes(b"\xff")
    done = rebuild(tmp_path)
    assert [name for name, _ in done.unread] == ["kept.json", "lost.json"] and done.students == 3
    (tmp_path / stores.NAME).write_bytes(b"x" * 999)
    for path in (tmp_path / "reports").iterdir():
        path.unlink()
    with pytest.raises(RecordError, match="holds no report"):
        rebuild(tmp_path)
    assert (tmp_path / stores.NAME).exists(), "it was left as it was"
