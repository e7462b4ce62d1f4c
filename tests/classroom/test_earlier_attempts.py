"""Earlier attempts in one download are graded where one of them may be the grade, and only then.

Each is the student's own, in the true order; what may be no attempt stays as it is, and is said.
"""

import sqlite3

import msgspec
import pytest
from support.pools import Class
from support.words import sentences

from grader.classroom import store as stores
from grader.classroom.policy import settled
from grader.classroom.publish.summary import render as summary
from grader.classroom.record import Source, Why
from grader.classroom.rulings import counted
from grader.classroom.store import Store


@pytest.fixture
def class_(tmp_path, toy, toy_key):
    """A class of which nothing is there yet."""
    return Class(tmp_path, toy, toy_key)


def say(class_, **rule):
    """Say a rule; the rows that count, by student."""
    with Store(class_.out, new=True) as store:
        store.settle(settled(store.settings(), rule))
        return {entry.student: entry for entry in counted(store).record.entries}


def graded(class_, files, **rule):
    """The rows that count, after these files were written and graded by this rule."""
    say(class_, **rule)
    for name, text in files.items():
        class_.write(name, text)
    class_.grade()
    return say(class_)


def one(class_, files, **rule):
    """The only row."""
    (entry,) = graded(class_, files, **rule).values()
    return entry


def scores(entry):
    return [attempt.score for attempt in entry.attempts]


def canvas(name, upload, student="leeann_77"):
    return f"{student}_{upload}_{name}"


CANVAS = {
    canvas("mean-10.py", 112): "# 4",
    canvas("mean-2.py", 104): "# 9",
    canvas("mean.py", 101): "# 5",
    canvas("mean-1.py", 103): "# 7",
}
"""Four attempts, in the order of the file system 4, 9, 5, 7."""


def d2l(day, time="912 AM", number=12345):
    return f"{number}-6203 - Ann Lee - Sep {day}, 2026 {time}/mean.py"


def blackboard(time, user="ann"):
    return f"ex1_{user}_attempt_2026-11-{time}_mean.py"


LAYOUTS = {
    "Canvas": CANVAS,
    "Canvas, late": {name.replace("_77_", "_late_77_"): text for name, text in CANVAS.items()},
    "Canvas, hidden names": {
        name.replace("leeann_77", "anon_ab12c"): text for name, text in CANVAS.items()
    },
    "Brightspace": {d2l(9): "# 5", d2l(10): "# 7", d2l(10, "100 PM"): "# 9", d2l(11): "# 4"},
    "Blackboard": {
        blackboard("09-10-00-00"): "# 5",
        blackboard("10-09-00-00"): "# 7",
        blackboard("10-13-00-00"): "# 9",
        blackboard("11-01-00-00"): "# 4",
    },
    "Schoology": {
        f"Lee, Ann - 0AAA1/Revision {number} - On time/mean.py": text
        for number, text in ((1, "# 5"), (2, "# 7"), (9, "# 9"), (10, "# 4"))
    },
    "Teams": {
        f"Submitted files/Ann Lee/ex1/Version {number}/mean.py": text
        for number, text in ((1, "# 5"), (2, "# 7"), (9, "# 9"), (10, "# 4"))
    },
}


@pytest.mark.parametrize("files", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize(("rule", "score"), [("best", 9), ("first", 5)])
def test_each_attempt_of_a_download_is_graded(class_, files, rule, score):
    """By the platform's numbers and dates: the tenth is after the second."""
    entry = one(class_, files, count=rule)
    assert (scores(entry), entry.score, entry.waits) == ([5, 7, 9, 4], score, False)
    assert entry.report.score == score
    assert "earlier attempts that are graded, too: 3" in " ".join(sentences(entry.notes))
    assert len(class_.pool.asked) == 4


@pytest.mark.parametrize("files", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("rule", [{}, {"count": "last"}], ids=["none", "last"])
def test_where_the_last_counts_no_other_is_graded(class_, files, rule):
    """Nothing has changed for whoever asks for nothing."""
    entry = one(class_, files, **rule)
    assert (scores(entry), entry.score, len(class_.pool.asked)) == ([4], 4, 1)
    assert "the last is graded, 3 earlier not" in " ".join(sentences(entry.notes))


def test_nothing_is_graded_twice(class_):
    """A second run, and another rule."""
    one(class_, CANVAS, count="best")
    class_.grade()
    assert class_.pool.asked == []
    for rule, score in (("first", 5), ("last", 4), ("best", 9), ("none", 4)):
        (entry,) = say(class_, count=rule).values()
        assert (entry.score, scores(entry)) == (score, [5, 7, 9, 4])


def test_a_rule_that_comes_later(class_):
    """Who was graded by the last attempt first, gets the others in their places, before it."""
    assert scores(one(class_, LAYOUTS["Brightspace"])) == [4]
    assert scores(one(class_, {}, count="best")) == [5, 7, 9, 4]
    assert len(class_.pool.asked) == 3, "the last one had been graded"
    other = dict(list(CANVAS.items()))
    for path in class_.source.iterdir():
        path.rename(class_.folder / path.name)
    class_.out = class_.folder / "out2"
    class_.out.mkdir()
    assert scores(one(class_, other)) == [4]
    assert scores(one(class_, {}, count="best")) == [5, 7, 9, 4], "no times, and the same order"


def test_what_an_earlier_download_had(class_):
    """The first attempt was graded in its week; the one that nobody saw comes between the two."""
    assert scores(one(class_, {canvas("mean.py", 101): "# 5"})) == [5]
    files = {canvas("mean-1.py", 103): "# 7", canvas("mean-2.py", 104): "# 6"}
    assert scores(one(class_, files, count="best")) == [5, 7, 6]
    assert len(class_.pool.asked) == 2


def test_who_goes_back_to_an_earlier_file(class_):
    """The same content is graded once, and is an attempt each time that it was handed in."""
    files = {d2l(9): "# 5", d2l(10): "# 7", d2l(11): "# 5"}
    assert scores(one(class_, {d2l(9): "# 5"})) == [5]
    for path in [*class_.source.iterdir()]:
        path.rename(class_.folder / path.name)
    entry = one(class_, files, count="best")
    assert (scores(entry), entry.score) == ([5, 7, 5], 7)
    assert len(class_.pool.asked) == 1, "one was graded in the week before"
    assert say(class_, count="last")[entry.student].attempts[2].counts
    class_.grade()
    (entry,) = say(class_).values()
    assert scores(entry) == [5, 7, 5]


def test_a_better_last_attempt_is_the_grade_too(class_):
    """And a file that fits nothing is none."""
    files = {d2l(9): "# 5", d2l(10): "# 7"}
    entry = one(class_, files, count="best")
    assert (entry.score, entry.file) == (7, d2l(10))


# --- late work -----------------------------------------------------------------------------


def test_each_attempt_has_its_own_time(class_):
    """The best is that after what is taken off: 7 in time, and not 9 that is five days late."""
    files = {d2l(9): "# 5", d2l(10): "# 7", d2l(15): "# 9", d2l(18): "# 8"}
    entry = one(class_, files, count="best", due="2026-09-10T23:59+08:00", late="10%/day")
    assert (entry.score, scores(entry)) == (7, [5, 7, 9, 8])
    assert [one.handed_in[:10] for one in entry.attempts] == [
        "2026-09-09",
        "2026-09-10",
        "2026-09-15",
        "2026-09-18",
    ]
    assert {one.source for one in entry.attempts} == {Source.PLATFORM}
    assert entry.lateness.late == 0 and entry.lateness.raw == 7


def test_a_late_mark_of_an_earlier_file_is_its_own(class_):
    """Canvas marks each file."""
    files = {canvas("mean.py", 101): "# 5", canvas("mean-1.py", 103, "leeann_late_77"): "# 3"}
    entry = one(class_, files, count="best")
    assert (entry.score, "handed in late" in sentences(entry.notes)) == (5, False)
    entry = say(class_, count="last")[entry.student]
    assert (entry.score, "handed in late" in sentences(entry.notes)) == (3, True)


def test_a_persons_time_does_not_turn_the_order(class_):
    """A table says that the last one came in time: it is still the last."""
    entry = one(class_, {d2l(9): "# 5", d2l(10): "# 4"}, count="best")
    with sqlite3.connect(class_.out / stores.NAME) as db:
        said = "UPDATE attempts SET handed_in = '2026-09-01T10:00+08:00', source = 'csv'"
        db.execute(f"{said} WHERE number = 2")
    assert say(class_, count="last")[entry.student].score == 4
    assert say(class_, count="first")[entry.student].score == 5


def test_what_is_the_same_is_graded_once(class_):
    """In one run, too: the first file again at the end, and two that follow each other."""
    files = {d2l(9): "# 5", d2l(10): "# 7", d2l(11): "# 7", d2l(12): "# 5"}
    assert scores(one(class_, files, count="best")) == [5, 7, 7, 5]
    assert len(class_.pool.asked) == 2
    class_.grade()
    assert class_.pool.asked == [] and scores(*say(class_).values()) == [5, 7, 7, 5]


def test_graded_again_by_the_last_alone(class_):
    """Whoever regrades then, and asks for the best later, has the others graded once."""
    one(class_, CANVAS, count="best")
    say(class_, count="last")
    class_.grade(again=("leeann_77",))
    assert len(class_.pool.asked) == 1
    say(class_, count="best")
    class_.grade()
    assert class_.pool.asked == []


# --- what is no attempt ---------------------------------------------------------------------

NAMES = ("mean", "mean-1")
UNSURE = {
    "parts": ({canvas("part-1.py", 101): "# 5", canvas("part-2.py", 102): "# 7"}, "two files fit"),
    "two kinds": (
        {canvas("mean.py", 101): "# 5", canvas("mean (1).py", 102): "# 7"},
        "two files fit",
    ),
    "a folder": ({"ann/mean.py": "# 5", "ann/mean-1.py": "# 7"}, "two files fit"),
    "Moodle": (
        {f"Ann Lee_12_assignsubmission_file_/{name}.py": f"# {name}" for name in NAMES},
        "two files fit",
    ),
    "Brightspace, one minute": ({d2l(9): "# 5", d2l(9, number=1): "# 7"}, ""),
}  # fmt: skip


@pytest.mark.parametrize(("files", "why"), UNSURE.values(), ids=UNSURE)
def test_what_is_undecided_stays_undecided(class_, files, why):
    """Two files are no two attempts because one has a number in its name."""
    entries = graded(class_, files, count="best").values()
    for entry in entries:
        assert len(entry.attempts) == len(entries) - 1
        assert why in str(entry.report.reason)


def test_numbers_that_a_student_has_written(class_):
    """Canvas numbers uploads as well; where these say otherwise, nobody knows which is the last."""
    files = {canvas("mean-1.py", 101): "# 9", canvas("mean.py", 105): "# 5"}
    entry = one(class_, files, count="best")
    assert (scores(entry), len(class_.pool.asked)) == ([9], 1), "as it is without a rule"
    told = " ".join(sentences(entry.notes))
    assert "the earlier attempts are not graded: by the numbers of the uploads" in told
    with Store(class_.out) as store:
        text = summary(counted(store).record, class_.out)
    assert "earlier attempts that can't be graded as they are: leeann_77" in " ".join(text.split())


def test_two_parts_under_the_exercises_name(class_):
    """mean-1.py has one function and mean-2.py the other: these are no two attempts."""
    (class_.source / canvas("mean-1.py", 101)).write_text("def spread(x): pass\n# 5\n")
    entry = one(class_, {canvas("mean-2.py", 102): "# 3"}, count="best")
    assert scores(entry) == [3]
    assert "each defines functions that the others do not" in " ".join(sentences(entry.notes))


def test_an_attempt_that_holds_two_files(class_):
    """It is not graded, which is said; the others are."""
    files = {d2l(9): "# 5", d2l(10): "# 7", d2l(10).replace("mean.py", "mean (1).py"): "# 8"}
    entry = one(class_, {**files, d2l(11): "# 4"}, count="best")
    assert (scores(entry), entry.score) == ([5, 4], 5)
    told = " ".join(sentences(entry.notes))
    assert "is not graded: two files fit" in told and "attempts that are graded, too: 1" in told


def test_the_attempts_of_two_students(class_):
    """Nobody's attempt is another's, whatever is alike in their names."""
    files = {
        canvas("mean.py", 101, "leeann_77"): "# 1",
        canvas("mean-1.py", 102, "leeann_77"): "# 2",
        canvas("mean.py", 103, "leeann_78"): "# 8",
        canvas("mean-1.py", 104, "leeann_78"): "# 9",
        canvas("mean-2.py", 105, "leeanna_79"): "# 10",
    }
    found = graded(class_, files, count="best")
    assert {student: scores(entry) for student, entry in found.items()} == {
        "leeann_77": [1, 2],
        "leeann_78": [8, 9],
        "leeanna_79": [10],
    }


def test_two_of_one_name_are_undecided_as_before(class_):
    """With a roster that can't tell them apart, nothing of either is graded."""
    class_.roster = "id,name\nann7,Ann Lee\nbo,Bo Ek\n"
    files = {d2l(9, number=1): "# 5", d2l(10, number=2): "# 7", d2l(11, number=2): "# 9"}
    entry = graded(class_, files, count="best")["ann7"]
    assert (entry.attempts, class_.pool.asked) == ((), [])
    assert "2 participants have this name" in str(entry.report.reason)


def test_a_group_has_the_attempts_of_its_submission(class_):
    """Of a group on the roster all; what a members.txt says is of the attempt in which it lies."""
    class_.roster = "id,name,group\nann,Ann Lee,g\nbo,Bo Ek,g\n"
    files = {blackboard("09-10-00-00"): "# 8", blackboard("10-10-00-00"): "# 5"}
    found = graded(class_, files, count="best")
    assert {student: scores(entry) for student, entry in found.items()} == {
        "ann": [8, 5],
        "bo": [8, 5],
    }
    assert len(class_.pool.asked) == 2, "each is graded once for both"


def test_a_members_txt_gives_the_last_attempt_alone(class_):
    """Who was with her in the earlier one, nobody has said."""
    class_.roster = "id,name\nann7,Ann Lee\nbo,Bo Ek\n"
    (class_.source / d2l(10)).parent.mkdir()
    (class_.source / d2l(10)).with_name("members.txt").write_text("bo\n")
    found = graded(class_, {d2l(9): "# 8", d2l(10): "# 5"}, count="best")
    assert {student: scores(entry) for student, entry in found.items()} == {
        "ann7": [8, 5],
        "bo": [5],
    }
    assert "members.txt says who handed in the last one" in " ".join(sentences(found["bo"].notes))


def test_a_persons_word(class_):
    """Who names a file with --use means that one; the others are left alone."""
    say(class_, count="best")
    for name, text in CANVAS.items():
        class_.write(name, text)
    class_.grade({"leeann_77": canvas("mean-1.py", 103)})
    (entry,) = say(class_).values()
    assert (entry.score, scores(entry), entry.waits) == (7, [7], False)


# --- broken off, lost, again ----------------------------------------------------------------


class Killed(BaseException):
    """Stands for a kill: nothing of the grader catches it."""


@pytest.mark.parametrize("after", range(8))
def test_killed_in_between(class_, after):
    """The next run grades what is left, nothing twice; until then the grade waits."""
    bob = {canvas("mean.py", 201, "roebob_88"): "# 8", canvas("mean-1.py", 202, "roebob_88"): "# 1"}
    for name, text in (CANVAS | bob).items():
        class_.write(name, text)
    say(class_, count="first")
    count = 0

    def kill(job):
        nonlocal count
        count += 1
        if count > after:
            raise Killed

    class_.pool.interrupt = kill
    try:
        class_.grade()
    except Killed:
        done = len(class_.pool.asked)
        for entry in say(class_).values():
            assert entry.waits is (len(entry.attempts) < (4 if "lee" in entry.student else 2))
    else:
        done = 6
    class_.pool.interrupt = lambda job: None
    class_.grade()
    found = say(class_)
    assert {entry.student: scores(entry) for entry in found.values()} == {
        "leeann_77": [5, 7, 9, 4],
        "roebob_88": [8, 1],
    }
    assert not any(entry.waits for entry in found.values())
    assert [entry.score for entry in found.values()] == [5, 8]
    # What had ended and was not written yet is graded once more, and nothing else.
    assert len(class_.pool.asked) <= 6 - done + 2 * class_.pool.lanes


def test_an_attempt_that_was_lost_is_graded_again_alone(class_):
    """As a last one is."""
    files = {d2l(9): "# 5 crashed once", d2l(10): "# 7"}
    entry = one(class_, files, count="first")
    assert (scores(entry), entry.score, len(class_.pool.asked)) == ([5, 7], 5, 3)


def test_an_attempt_that_the_grader_could_not_grade(class_):
    """It may be the one that counts, so the grade waits, and the next run tries it again."""
    entry = one(class_, {d2l(9): "# ungraded", d2l(10): "# 7"}, count="first")
    assert (entry.score, scores(entry), entry.waits, entry.later.why) == (
        7,
        [7],
        True,
        Why.UNGRADED,
    )
    assert "an earlier attempt" in str(entry.later.message)
    assert say(class_, count="last")[entry.student].waits is False
    class_.grade()
    assert class_.pool.asked == [], "the last one counts, and is graded"
    say(class_, count="best")
    class_.grade()
    assert len(class_.pool.asked) == 2, "beside others, and alone"


def test_graded_again(class_):
    """With --regrade, each attempt gets one more result, also where the run is broken off."""
    one(class_, CANVAS, count="best")
    count = 0

    def kill(job):
        nonlocal count
        count += 1
        if count > 2:
            raise Killed

    class_.pool.interrupt = kill
    with pytest.raises(Killed):
        class_.grade(again=("leeann_77",))
    class_.pool.interrupt = lambda job: None
    class_.grade()
    with sqlite3.connect(class_.out / stores.NAME) as db:
        sql = "SELECT count(*) FROM results GROUP BY content ORDER BY 1"
        assert all(n >= 2 for (n,) in db.execute(sql))
    class_.grade()
    assert class_.pool.asked == []


def test_another_key(class_, toy_key):
    """All attempts that are there are graded with it."""
    one(class_, CANVAS, count="best")
    class_.grade(key=msgspec.structs.replace(toy_key, seed=9))
    assert len(class_.pool.asked) == 4
    (entry,) = say(class_).values()
    assert scores(entry) == [5, 7, 9, 4]
