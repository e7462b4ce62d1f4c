"""How late something is, what that costs, and that it is shown: raw, penalty and final."""

import csv
import io
import json
from datetime import datetime

import pytest
from support.exports import canvas
from support.pools import Class
from support.words import sentences

from grader.classroom.lateness import lateness
from grader.classroom.policy import read_policy, settled
from grader.classroom.publish import fill, grades, publish_class, read_canvas, render_filled
from grader.classroom.publish.moodle_feedback import page
from grader.classroom.publish.publish import letter
from grader.classroom.publish.summary import render as summary
from grader.classroom.rebuilding import rebuild
from grader.classroom.record import HandedIn, Source
from grader.classroom.rulings import counted
from grader.classroom.store import Store
from grader.cli.program import main
from grader.errors import UsageError

DUE = "2026-12-01T23:59+08:00"


def late(when, raw=8.0, most=10.0, source=Source.PLATFORM, is_late=False, **rule):
    """How late it is, by this rule."""
    policy = read_policy(settled({}, {"due": DUE, **rule}))
    assert policy.due is not None
    return lateness(HandedIn(when, source, is_late), policy, policy.due, raw, most)


DAY = {"late": "10%/day"}
TIMES = {
    "before": ("2026-12-01T23:00+08:00", DAY, 0, 0),
    "exactly at due": ("2026-12-01T23:59+08:00", DAY, 0, 0),
    "a second after": ("2026-12-01T23:59:01+08:00", DAY, 1, 1),
    "less than a second after": ("2026-12-01T23:59:00.5+08:00", DAY, 1, 1),
    "elsewhere, before": ("2026-12-01T15:58:00+00:00", DAY, 0, 0),
    "elsewhere, after": ("2026-12-01T16:00:00+00:00", DAY, 60, 1),
    "a clock without a zone": ("2026-12-02T00:59:00", DAY, 3600, 1),
    "a day to the second": ("2026-12-02T23:59:00", DAY, 86400, 1),
    "a day and a second": ("2026-12-02T23:59:01", DAY, 86401, 2),
    "exactly at the grace": ("2026-12-02T00:14", {**DAY, "grace": "15m"}, 0, 0),
    "over the grace": ("2026-12-02T00:14:01", {**DAY, "grace": "15m"}, 901, 1),
    "by the hour": ("2026-12-02T01:00", {"late": "5%/hour"}, 3660, 1),
    "points": ("2026-12-04T00:00", {"late": "2/day"}, 172860, 6),
    "once": ("2026-12-09T00:00", {"late": "20%/once"}, 604860, 2),
    "never below 0": ("2027-02-01T00:00", DAY, 5270460, 10),
    "until, exactly": ("2026-12-04T23:59", {**DAY, "until": "3d"}, 259200, 3),
    "too late": ("2026-12-04T23:59:01", {**DAY, "until": "3d"}, 259201, 10),
    "too late, no rate": ("2026-12-04T23:59:01", {"until": "3d"}, 259201, 10),
    "no rule": ("2026-12-03T00:00", {}, 86460, 0),
}


@pytest.mark.parametrize(("when", "rule", "seconds", "penalty"), TIMES.values(), ids=TIMES)
def test_what_it_costs(when, rule, seconds, penalty):
    """For each begun period from when it was due; in points of all that there are."""
    found = late(when, **rule)
    assert (found.late, found.penalty) == (seconds, penalty)
    assert (found.raw, found.final) == (8, max(0, 8 - penalty))


def test_nobody_is_late_whose_time_is_not_known():
    """It is said, also where the platform calls it late, and then a person has to look."""
    for when in ("", "soon", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"):
        found = late(when, **DAY)
        assert (found.penalty, found.final, found.handed_in) == (0, 8, "")
        assert "is not known" in str(found.message) and not found.is_settled
    assert "the platform calls it late" in str(late("", is_late=True, **DAY).message)


def test_no_digits_of_rounding_errors():
    """Three tenths of one point are 0.3."""
    found = late("2026-12-04T00:00", raw=0.7, most=1.0, **DAY)
    assert (found.penalty, found.final) == (0.3, 0.4)


@pytest.mark.parametrize(
    "rule",
    [
        {"due": "2026-12-01"},
        {"due": "tomorrow"},
        {"due": ""},
        {"due": "2026-12-01T25:00"},
        {"late": "10%"},
        {"late": "-1/day"},
        {"late": "101%/day"},
        {"late": "10%/moon"},
        {"late": "1/s"},
        {"late": "nan/day"},
        {"grace": "15"},
        {"until": "-3d"},
    ],
)
def test_what_can_not_be_meant(rule):
    """One line, with how it is written. A day without a time is not taken for its first second."""
    with pytest.raises(UsageError, match=r"write|is empty"):
        settled({}, {"due": DUE, **rule})


def test_a_rule_for_late_work_needs_a_time():
    """Else nothing is late; and without the time, the rule is gone as well."""
    with pytest.raises(UsageError, match="--late needs"):
        settled({}, DAY)
    said = settled({}, {"due": DUE, **DAY})
    assert settled(said, {"late": "5%/day"})["due"] == "2026-12-01T23:59:00+08:00"
    assert not any(settled(said, {"due": "none"}).values())


def test_a_time_without_an_offset_is_the_local_one(monkeypatch):
    """And it is kept with the offset that it had here."""
    found = settled({}, {"due": "2026-12-01 23:59"})["due"]
    local = datetime(2026, 12, 1, 23, 59).astimezone()
    assert found == local.isoformat() and datetime.fromisoformat(found).tzinfo


# --- in a class ----------------------------------------------------------------------------


BLACKBOARD = "ex1_{}_attempt_2026-12-0{}-01-00-00_mean"


@pytest.fixture
def class_(tmp_path, toy, toy_key):
    """Ann is on time, bob an hour and a day late, cid far too late."""
    made = Class(tmp_path, toy, toy_key, "id,name\nann,Ann Lee\nbob,Bob Roe\ncid,Cid Kim\n")
    for student, day, points in (("ann", 1, 6), ("bob", 3, 8), ("cid", 8, 10)):
        made.put(**{BLACKBOARD.format(student, day): f"# {points}"})
    made.grade()
    return made


RULE = {"due": DUE, "late": "10%/day", "until": "3d", "grace": "15m"}


def record_of(class_, **rule):
    """The record that counts, after this was said."""
    with Store(class_.out) as store:
        store.settle(settled(store.settings(), rule))
        return counted(store).record


def of(record, student):
    return next(entry for entry in record.entries if entry.student == student)


def test_all_three_numbers_are_shown(class_):
    """In the table, the letter in both languages, the report for Moodle, and the summary."""
    record = record_of(class_, **RULE)
    assert [entry.score for entry in record.entries] == [6, 6, 0]
    assert [entry.by_machine for entry in record.entries] == [6, 8, 10]
    table = {row["id"]: row for row in csv.DictReader(io.StringIO(grades.render(record)))}
    bob = [table["bob"][name] for name in ("score", "raw", "penalty", "final", "late_hours")]
    assert bob == ["6", "8", "2", "6", "25.02"]
    assert table["bob"]["handed_in"] == "2026-12-03T01:00:00+08:00"
    assert (table["ann"]["penalty"], table["ann"]["late_hours"]) == ("0", "0")
    assert (table["cid"]["raw"], table["cid"]["final"]) == ("10", "0")
    line = "1 d 1 h late: 8 points, 2 taken off (10%/day), so 6 of 10 count"
    text = letter(of(record, "bob"))
    assert line.replace("(", "(") in text and text.startswith("# Means: 6 / 10")
    assert "You have 6 of 10 points" in text
    assert "late" not in letter(of(record, "ann"))
    assert "too late" in letter(of(record, "cid"))
    assert "6 / 10" in page(of(record, "bob")) and line in page(of(record, "bob"))
    told = summary(record, class_.out, width=300)
    assert line in told and "late work loses 10 % of all points for each begun day" in told


def test_without_a_time_late_work_is_as_ever(class_):
    """Nothing is taken off, and nothing is said."""
    record = record_of(class_)
    assert [entry.score for entry in record.entries] == [6, 8, 10]
    assert all(entry.lateness is None for entry in record.entries)
    assert all(entry.attempts[0].handed_in for entry in record.entries), "it is kept all the same"


def test_what_a_person_decides(class_):
    """All of the score is final; points of a part are late as the rest; an excuse is not."""
    lines = "student,what,value\nbob,score,7\ncid,excused,\n"
    (class_.out / "overrides.csv").write_text(lines)
    record = record_of(class_, **RULE)
    bob, cid = of(record, "bob"), of(record, "cid")
    assert (bob.score, bob.by_machine, cid.score, cid.lateness) == (7, 8, None, None)
    assert "late" not in letter(bob)
    (class_.out / "overrides.csv").write_text("student,what,value\nbob,mean,4\ncid,score,9\n")
    with Store(class_.out) as store:
        found = counted(store)
    bob, cid = of(found.record, "bob"), of(found.record, "cid")
    assert bob.lateness is not None and bob.ruling is not None
    assert bob.lateness.raw == bob.ruling.score and bob.score == bob.lateness.raw - 2
    assert f"so {bob.score:g} of 10 count" in letter(bob)
    assert cid.score == 9 and not [n for n in sentences(found.notes) if "about cid" in n]


def test_the_best_is_the_best_after_the_penalty(class_):
    """A late file with more points may be worth less than an earlier one."""
    (class_.source / (BLACKBOARD.format("ann", 1) + ".py")).unlink()
    class_.put(**{BLACKBOARD.format("ann", 4): "# 8"})
    class_.grade()
    ann = of(record_of(class_, count="best", **RULE), "ann")
    assert (ann.score, ann.attempts[0].counts) == (6, True)
    ann = of(record_of(class_, count="last"), "ann")
    assert (ann.score, ann.by_machine) == (5, 8)


def test_a_penalty_costs_no_earlier_grade(class_):
    """Without --count, too: a late file with more points may be worth less than one before it."""
    (class_.source / (BLACKBOARD.format("ann", 1) + ".py")).unlink()
    class_.put(**{BLACKBOARD.format("ann", 4): "# 8"})
    class_.grade()
    ann = of(record_of(class_, **RULE), "ann")
    assert (ann.score, ann.attempts[0].counts, ann.waits) == (6, True, False)
    assert any("has fewer points after what is taken off" in note for note in sentences(ann.notes))
    ann = of(record_of(class_, late="none", until="none"), "ann")
    assert (ann.score, ann.attempts[1].counts, ann.waits) == (8, True, False)


def test_a_worse_file_that_is_on_time_may_be_the_better_one(class_):
    """Fewer points, and nothing is taken off: then it does not wait for a person."""
    (class_.source / (BLACKBOARD.format("bob", 3) + ".py")).unlink()
    class_.put(**{BLACKBOARD.format("bob", 1): "# 7"})
    class_.grade()
    assert of(record_of(class_), "bob").waits
    bob = of(record_of(class_, **RULE), "bob")
    assert (bob.score, bob.by_machine, bob.waits, bob.later) == (7, 7, False, None)


def test_the_order_is_that_of_the_times(class_):
    """An older download that is graded later has the older attempt."""
    (class_.source / (BLACKBOARD.format("bob", 3) + ".py")).unlink()
    class_.put(**{BLACKBOARD.format("bob", 2): "# 3"})
    class_.grade()
    bob = of(record_of(class_, count="last"), "bob")
    assert [one.score for one in bob.attempts] == [3, 8] and bob.score == 8


def test_a_platform_gets_what_is_left(class_, tmp_path):
    """With a rule, late work is filled in; without one, it is left for a person."""
    export = tmp_path / "export.csv"
    names = (("Lee, Ann", "1", "ann"), ("Roe, Bob", "2", "bob"))
    canvas(export, [[*each, each[2], "S", "", "", ""] for each in names])
    for rule, filled in (({"due": DUE}, {"ann": "6"}), (RULE, {"ann": "6", "bob": "6"})):
        record = record_of(class_, **rule)
        done = fill(record, read_canvas(export, record, "Exercise 1"), None, False)
        assert {one.match.entry.student: one.value for one in done.grades} == filled
        told = render_filled(done, export, width=200)
        assert ("points were taken off by the rule of the class: bob" in told) is ("bob" in filled)


def test_a_rebuilt_record_knows_when(class_):
    """The rule has to be said again, and takes off the same."""
    record_of(class_, **RULE)
    with Store(class_.out) as store:
        found = counted(store)
        publish_class(found.record, class_.out, found.graded)
    told = json.loads((class_.out / "reports" / "bob.json").read_text())
    assert told["lateness"]["penalty"] == 2 and told["score"] == 8
    for part in class_.out.glob("results.db*"):
        part.unlink()
    rebuild(class_.out)
    assert [entry.score for entry in record_of(class_).entries] == [6, 8, 10]
    bob = of(record_of(class_, **RULE), "bob")
    assert (bob.score, bob.lateness and bob.lateness.source) == (6, Source.PLATFORM)


def test_the_command_shows_it(class_, capsys):
    """`report`, and `show` in both languages."""
    words = ["--due", DUE, "--late", "10%/day"]
    assert main(["report", str(class_.out), *words]) == 0
    assert "due 2026-12-01 23:59+08:00; late work loses 10 %" in capsys.readouterr().out
    assert main(["show", str(class_.out), "bob"]) == 0
    shown = " ".join(capsys.readouterr().out.split())  # it is folded to the terminal's width
    assert "8 points, 2 taken off (10%/day), so 6 of 10 count" in shown
    assert main(["report", str(class_.out), "--late", "none", "--due", "soon"]) == 2
    assert "--due soon: write a day and a time" in capsys.readouterr().err
