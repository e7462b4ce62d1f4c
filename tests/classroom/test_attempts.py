"""Every version that was graded stays; a rule says which of them is the grade, at any time."""

import csv
import io
import json
import sqlite3

import msgspec
import pytest
from support.pools import Class
from support.words import sentences

from grader.classroom import schema
from grader.classroom import store as stores
from grader.classroom.policy import settled
from grader.classroom.publish import grades, publish_class
from grader.classroom.publish.publish import letter
from grader.classroom.publish.summary import render as summary
from grader.classroom.rebuilding import rebuild
from grader.classroom.record import Due, State, Why
from grader.classroom.rulings import counted
from grader.classroom.store import Store
from grader.cli.program import main


@pytest.fixture
def class_(tmp_path, toy, toy_key):
    """A class of which nothing is there yet."""
    return Class(tmp_path, toy, toy_key)


def rows(class_, **rule):
    """The rows that count, by student, after this was said."""
    with Store(class_.out) as store:
        store.settle(settled(store.settings(), rule))
        return {entry.student: entry for entry in counted(store).record.entries}


def ann(class_, **rule):
    return rows(class_, **rule)["ann"]


def hand_in(class_, *texts):
    """Each graded after the other."""
    for text in texts:
        class_.put(ann=text)
        class_.grade()


def test_without_a_rule_the_better_one_stays(class_):
    """As ever: a worse file waits for a person. All three are in the record."""
    hand_in(class_, "# 5", "# 8", "# 6")
    found = ann(class_)
    assert (found.score, found.by_machine, found.waits, found.later.why) == (8, 8, True, Why.WORSE)
    assert [(one.score, one.counts) for one in found.attempts] == [
        (5, False),
        (8, True),
        (6, False),
    ]
    assert all(one.graded and one.max_score == 10 for one in found.attempts)


def test_what_to_do_about_a_worse_file_is_said(class_):
    """For all of them by a rule, which grades nothing; and for one student, with the file."""
    hand_in(class_, "# 8", "# 6")
    with Store(class_.out) as store:
        found = counted(store)
        publish_class(found.record, class_.out, found.graded, settings=store.settings())
    text = " ".join(summary(found.record, class_.out).split())
    assert f"`grader report {class_.out} --count best` lets the better one" in text
    assert "an earlier grade is kept, for a later file has fewer points" in text
    assert "until it is decided what counts; name" not in text, "it is said once"
    page = (class_.out / "index.html").read_text()
    assert "--count best</code> lets the better one of each student count" in page
    assert "--use ann=ann.py\n--use ann=</pre>" in page


@pytest.mark.parametrize(
    ("rule", "score", "place"), [("last", 6, 2), ("best", 8, 1), ("first", 5, 0)]
)
def test_a_rule_decides(class_, rule, score, place):
    """And then nothing waits; the report, the file's digest and the letter are those of it."""
    hand_in(class_, "# 5", "# 8", "# 6")
    found = ann(class_, count=rule)
    assert (found.score, found.report.score, found.waits, found.later) == (
        score,
        score,
        False,
        None,
    )
    assert [one.counts for one in found.attempts] == [n == place for n in range(3)]
    with Store(class_.out) as store:
        graded = counted(store).graded
    assert graded["ann"].content == found.attempts[place].content
    assert f"of 3 attempts that were graded, number {place + 1} counts" in letter(found)


def test_a_rule_can_be_changed_and_taken_back(class_):
    """Nothing is graded for it."""
    hand_in(class_, "# 5", "# 8", "# 6")
    asked = len(class_.pool.asked)
    scores = [ann(class_, count=rule).score for rule in ("last", "first", "best", "none")]
    assert scores == [6, 5, 8, 8] and len(class_.pool.asked) == asked
    assert ann(class_).waits


def test_it_holds_in_later_runs(class_):
    """Which are told nothing of it."""
    hand_in(class_, "# 5")
    ann(class_, count="last")
    hand_in(class_, "# 3")
    assert (ann(class_).score, ann(class_).waits) == (3, False)


def test_the_same_file_again_is_the_same_attempt(class_):
    """Two runs over one folder, and a --regrade, whose result is one more of the same attempt."""
    hand_in(class_, "# 5", "# 5")
    class_.grade(again=("ann",))
    assert len(ann(class_).attempts) == 1
    with sqlite3.connect(class_.out / stores.NAME) as db:
        assert db.execute("SELECT count(*) FROM results").fetchone() == (2,)


def test_what_is_handed_in_once_more_is_the_last(class_):
    """Whoever goes back to the first file has handed that in last."""
    hand_in(class_, "# 5", "# 8", "# 5")
    found = ann(class_, count="last")
    assert [one.score for one in found.attempts] == [5, 8, 5]
    assert (found.score, found.attempts[2].counts) == (5, True)


def test_a_new_key_adds_a_result(class_, toy_key):
    """The grade is of the newest result of the version; the old one stays in the record."""
    hand_in(class_, "# 5")
    class_.grade(key=msgspec.structs.replace(toy_key, seed=9))
    with sqlite3.connect(class_.out / stores.NAME) as db:
        keys = {key for (key,) in db.execute("SELECT key FROM results")}
    assert len(keys) == 2 and len(ann(class_).attempts) == 1


def test_a_persons_word_wins(class_):
    """Whoever names a file means it, whatever the rule says; until there is another file."""
    hand_in(class_, "# 8")
    class_.put(ann="# 6")
    class_.grade({"ann": "ann.py"})
    found = ann(class_, count="best")
    assert found.score == 6 and not found.waits
    said = [text for text in sentences(found.notes) if "by the rule it would be" in text]
    assert said and "8 points" in said[0]
    hand_in(class_, "# 7")
    assert ann(class_).score == 8, "something else was handed in"


def test_who_keeps_the_earlier_grade_means_it(class_):
    """Beside a worse file, the grade before it; beside what is undecided, what the rule says."""
    hand_in(class_, "# 8", "# 6")
    assert ann(class_, count="last").score == 6
    for _ in range(2):
        class_.grade({"ann": ""})
        assert ann(class_).score == 8
    hand_in(class_, "# 5")
    assert ann(class_).score == 5
    (class_.source / "ann.py").rename(class_.source / "ann.py.txt")
    class_.grade()
    assert ann(class_).waits
    class_.grade({"ann": ""})
    assert (ann(class_).score, ann(class_).waits) == (5, False)


def test_who_is_absent_keeps_what_a_person_said(class_):
    """A class in parts: that somebody is not in this part says nothing of her."""
    class_.roster = "id,name\nann,Ann Lee\nbob,Bob Roe\n"
    hand_in(class_, "# 8")
    class_.put(ann="# 6")
    class_.grade({"ann": "ann.py"})
    (class_.source / "ann.py").unlink()
    class_.put(bob="# 9")
    class_.grade()
    found = ann(class_, count="best")
    assert (found.score, found.later.why) == (6, Why.ABSENT)


@pytest.mark.parametrize(("rule", "waits"), [("last", True), ("best", True), ("first", False)])
def test_what_is_undecided_later(class_, rule, waits):
    """It may be the last or the best one, so it waits; the first one is known."""
    hand_in(class_, "# 8", "# 6")
    class_.write("ann (1).py", "# 7")
    (class_.source / "ann.py").rename(class_.source / "ann.py.txt")
    (class_.source / "ann (1).py").unlink()
    class_.grade()
    found = ann(class_, count=rule)
    assert found.waits is waits
    assert found.score == {"last": 6, "best": 8, "first": 8}[rule]


def test_of_equal_ones_the_later_counts(class_):
    """As without a rule."""
    hand_in(class_, "# 8", "# 8 # 8")
    assert ann(class_, count="best").attempts[1].counts


def test_the_table_says_which(class_):
    """In columns of their own."""
    hand_in(class_, "# 5", "# 8", "# 6")
    rows(class_, count="last")
    with Store(class_.out) as store:
        record = counted(store).record
    (row,) = csv.DictReader(io.StringIO(grades.render(record), newline=""))
    assert (row["score"], row["attempt"], row["attempts"]) == ("6", "3", "3")
    assert (row["handed_in"], row["raw"], row["penalty"], row["final"]) == ("", "", "", "")
    assert "of several attempts, the last counts" in summary(record, class_.out)


# --- the record ----------------------------------------------------------------------------


def as_version(out, version):
    """Make the record of `out` one of an earlier version, with what it knew."""
    with sqlite3.connect(out / stores.NAME) as db:
        db.executescript(
            "DROP TABLE attempts; DROP TABLE results; DROP TABLE extensions;"
            "ALTER TABLE submissions DROP COLUMN decided;"
        )
        if version < 3:
            db.executescript(
                "DROP TABLE decisions; ALTER TABLE submissions DROP COLUMN later;"
                "ALTER TABLE submissions DROP COLUMN due;"
            )
        db.execute(f"PRAGMA user_version = {version}")


@pytest.mark.parametrize("version", [2, 3])
def test_an_old_record_has_one_attempt(class_, version):
    """The one result that it has; and a rule can be said of it, and more attempts come."""
    class_.put(bob="")
    (class_.source / "bob.py").unlink()
    hand_in(class_, "# 8")
    as_version(class_.out, version)
    found = ann(class_, count="last")
    assert (found.score, [one.score for one in found.attempts]) == (8, [8])
    assert found.attempts[0].counts and found.attempts[0].content
    hand_in(class_, "# 6")
    assert [one.score for one in ann(class_).attempts] == [8, 6] and ann(class_).score == 6


def test_a_worse_file_of_an_old_record_is_graded_again(class_):
    """It knew only that it was worse. Until then the earlier grade stays, and waits."""
    hand_in(class_, "# 8", "# 6")
    as_version(class_.out, 3)
    found = ann(class_, count="last")
    assert (found.score, found.waits, len(found.attempts)) == (8, True, 1)
    class_.grade()
    assert (ann(class_).score, ann(class_).waits) == (6, False)


def test_an_old_record_that_forgot_what_it_graded(class_):
    """Any later result takes the place of that."""
    hand_in(class_, "# 8")
    with sqlite3.connect(class_.out / stores.NAME) as db:
        db.execute("UPDATE submissions SET content = ''")
    as_version(class_.out, 2)
    assert ann(class_, count="best").score == 8
    hand_in(class_, "# 6")
    assert ann(class_).score == 6


def test_a_result_is_written_with_its_row(class_, monkeypatch):
    """Killed in between, neither is there."""
    hand_in(class_, "# 5")
    with Store(class_.out) as store:
        entry = store.entry("ann")
        assert entry is not None
        graded = store.known()["ann"].provenance
        monkeypatch.setattr(stores.versions, "add", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.write(entry, graded, 1, Due.AGAIN)
        monkeypatch.undo()
        assert store.known()["ann"].due is Due.NOT
        assert len(store.versions()["ann"]) == 1


def test_a_rebuilt_record_has_the_attempt_that_counted(class_):
    """The others' reports are not in OUT; the grade is the same without the rule."""
    hand_in(class_, "# 5", "# 8", "# 6")
    ann(class_, count="last")
    with Store(class_.out) as store:
        found = counted(store)
        publish_class(found.record, class_.out, found.graded)
    told = json.loads((class_.out / "reports" / "ann.json").read_text())
    assert [one["score"] for one in told["record"]["attempts"]] == [5, 8, 6]
    for part in class_.out.glob("results.db*"):
        part.unlink()
    assert rebuild(class_.out).students == 1
    again = ann(class_)
    assert (again.score, [one.score for one in again.attempts]) == (6, [6])
    class_.grade()
    assert len(class_.pool.asked) == 0, "what counted is known as what was graded"


def test_a_damaged_result_is_said_in_a_line(class_, capsys):
    """As any damage of the record, with what to do."""
    hand_in(class_, "# 8", "# 6")
    with sqlite3.connect(class_.out / stores.NAME) as db:
        db.execute("UPDATE results SET report = x'00'")
    assert main(["report", str(class_.out), "--count", "last"]) == 3
    assert "--rebuild" in capsys.readouterr().err


def test_the_command_says_what_it_replaces(class_, capsys):
    """A rule stays until it is said again, in `report`, `show` and `decide`."""
    hand_in(class_, "# 5", "# 8", "# 6")
    assert main(["report", str(class_.out), "--count", "last"]) == 0
    assert "of several attempts, the last counts" in capsys.readouterr().out
    assert main(["report", str(class_.out), "--count", "first"]) == 0
    assert "--count was last, and from now on is first" in capsys.readouterr().err
    assert main(["show", str(class_.out), "ann"]) == 0
    assert "* attempt 1: 5 of 10 points, ann.py" in capsys.readouterr().out
    assert main(["decide", str(class_.out), "ann", "--score", "9"]) == 0
    assert "the machine gave 5" in capsys.readouterr().out


def test_nothing_of_who_handed_in_nothing(class_):
    """No attempt, and no lateness."""
    class_.roster = "id,name\nann,Ann Lee\nbob,Bob Roe\n"
    hand_in(class_, "# 5")
    bob = rows(class_, count="best", due="2026-12-01T23:59")["bob"]
    assert (bob.state, bob.attempts, bob.lateness) == (State.NOTHING, (), None)


def test_the_newest_version_is_the_last_step():
    """A record is of as many versions as there are steps."""
    assert len(schema.MIGRATIONS) == 4
