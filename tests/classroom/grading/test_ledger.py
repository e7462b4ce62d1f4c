"""A grade is never lost, and never made up: what is undecided, absent or worse, and who decides."""

import pytest
from support.pools import Class

from grader.classroom.grading.ledger import Silence
from grader.classroom.publish.publish import letter
from grader.classroom.record import State, Why
from grader.cli.class_progress import Lines
from grader.errors import SubmissionError, UsageError

ROSTER = "id,name\nann,Ann Lee\nbob,Bob Roe\ncid,Cid Kim\n"


@pytest.fixture
def class_(tmp_path, toy, toy_key):
    """A class of which nothing is there yet."""
    return Class(tmp_path, toy, toy_key)


def scores(rows):
    """The points of those who have a grade."""
    return {s: e.report.score for s, e in rows.items() if e.state is State.GRADED}


UNDECIDED = {
    "two files": {"mean.py": "# 5", "mean (1).py": "# 6"},
    "a suffix too many": {"mean.py.txt": "# 5"},
    "a document": {"mean.py.docx": "# 5"},
    "a notebook saved as text": {"mean.ipynb.json": "# 5"},
    "a tar": {"hw.tar.gz": "# 5"},
    "7-Zip": {"hw.7z": "# 5"},
    "rar": {"hw.rar": "# 5"},
    "a zip that is none": {"hw.zip": "# 5"},
    "two zips": {"a.zip": "# 5", "b.zip": "# 6"},
    "an essay": {"essay.txt": "# 5"},
}


@pytest.mark.parametrize("files", UNDECIDED.values(), ids=UNDECIDED)
def test_what_was_handed_in_is_never_nothing(class_, files):
    """It has no points, which is not 0, and the reason names a file."""
    class_.put(bob="# 7")
    for name, text in files.items():
        class_.write(f"ann/{name}", text)
    ann = class_.grade()["ann"]
    assert (ann.state, ann.report.status.value) == (State.UNDECIDED, "undecided")
    assert any(name in str(ann.remark) for name in files) or "archives" in str(ann.remark)


def test_only_who_handed_in_nothing_has_nothing(class_):
    """Absent from the class's folder, or an empty folder in it."""
    class_.roster = ROSTER
    class_.put(ann="# 7")
    (class_.source / "bob").mkdir()
    rows = class_.grade()
    assert (rows["bob"].state, rows["cid"].state) == (State.NOTHING, State.NOTHING)


GROUPS = ["team 3 - ann, bob", "Ann Lee & Bob Roe", "ex1-bob-ann"]


@pytest.mark.parametrize("name", GROUPS)
def test_a_groups_folder_is_given_to_nobody(class_, name):
    """Unless its name is their ids: all are undecided, and a person gives it to each of them."""
    class_.roster = ROSTER
    class_.put(cid="# 7")
    class_.write(f"{name}/mean.py", "# 5")
    rows = class_.grade()
    assert {s: e.state for s, e in rows.items()} == {
        "ann": State.UNDECIDED, "bob": State.UNDECIDED, "cid": State.GRADED,
    }  # fmt: skip
    assert name in str(rows["bob"].remark)
    rows = class_.grade({"ann": f"{name}/mean.py"})
    assert scores(rows) == {"ann": 5, "cid": 7}
    assert scores(class_.grade({"bob": f"{name}/mean.py"})) == {"ann": 5, "bob": 5, "cid": 7}


@pytest.mark.parametrize("name", ["ann_bob", "ann+bob", "Red"])
def test_a_groups_file_is_graded_once_and_each_has_a_row(class_, name):
    """The same report, now and in each later run; who is in no group has no part in it."""
    class_.roster = "id,name,group\nann,Ann Lee,red\nbob,Bob Roe,RED\ncid,Cid Kim,\n"
    class_.put(cid="# 7")
    class_.write(f"{name}/mean.py", "# 5")
    rows = class_.grade()
    assert scores(rows) == {"ann": 5, "bob": 5, "cid": 7}
    assert rows["ann"].report == rows["bob"].report
    assert sorted(class_.pool.asked) == ["cid.py", "mean.py"]
    assert scores(class_.grade()) == scores(rows) and class_.pool.asked == []
    class_.write(f"{name}/mean.py", "# 6")
    assert scores(class_.grade()) == {"ann": 6, "bob": 6, "cid": 7}
    assert class_.pool.asked == ["mean.py"]
    assert "ann" not in letter(rows["bob"])


def test_a_groups_file_that_is_lost_is_graded_alone_for_each(class_):
    """Once more, and that report counts for all; a member keeps an earlier grade that is better."""
    class_.roster = ROSTER
    class_.put(bob="# 9")
    assert scores(class_.grade()) == {"bob": 9}
    (class_.source / "bob.py").unlink()
    class_.write("ann_bob/mean.py", "# 6 crashed once")
    rows = class_.grade()
    assert scores(rows) == {"ann": 6, "bob": 9}
    assert class_.pool.asked == ["mean.py", "mean.py"]
    assert rows["bob"].later.why is Why.WORSE and rows["ann"].later is None
    assert scores(class_.grade({"bob": "ann_bob/mean.py"})) == {"ann": 6, "bob": 6}


def test_a_name_that_fits_two_is_given_to_neither(class_):
    """Nor is there a third student of that name."""
    class_.roster = "id,name\ns1,Ann Lee\ns2,Lee Ann\ns3,Bo Ek\n"
    class_.write("Ann Lee_12_assignsubmission_file_/mean.py", "# 5")
    class_.write("Bo Ek_13_assignsubmission_file_/mean.py", "# 7")
    rows = class_.grade()
    assert scores(rows) == {"s3": 7} and set(rows) == {"s1", "s2", "s3"}
    assert "may be that of s1, s2" in str(rows["s2"].remark)


def test_two_participants_of_one_name_are_not_one_student(class_):
    """The roster has one Ann Lee and the platform two, by their numbers."""
    class_.roster = "id,name\ns1,Ann Lee\ns3,Bo Ek\n"
    for number in (12, 14):
        class_.write(f"Ann Lee_{number}_assignsubmission_file_/mean.py", "# 5")
    class_.write("Bo Ek_13_assignsubmission_file_/mean.py", "# 7")
    rows = class_.grade()
    assert scores(rows) == {"s3": 7}
    assert "2 participants have this name" in str(rows["s1"].remark)


def test_while_a_file_belongs_to_nobody_nobody_is_surely_absent(class_):
    """It may be his who seems to be absent; a person says whose it is, or that it is nobody's."""
    class_.roster = ROSTER
    class_.put(ann="# 7", robert="# 6")
    rows = class_.grade()
    assert [rows[s].state for s in ("bob", "cid")] == [State.UNDECIDED] * 2
    assert "robert.py" in str(rows["bob"].remark)
    rows = class_.grade({"bob": "robert.py"})
    assert scores(rows)["bob"] == 6 and rows["cid"].state is State.NOTHING


def test_an_earlier_grade_stays_when_a_second_file_appears(class_):
    """Both are said; and when the second is gone again, it is as it was."""
    class_.write("ann/mean.py", "# 5")
    class_.grade()
    class_.write("ann/mean (1).py", "# 9")
    ann = class_.grade()["ann"]
    assert (ann.state, ann.report.score, ann.later.why) == (State.GRADED, 5, Why.UNDECIDED)
    assert "two files fit" in str(ann.remark) and "ann/mean.py" in str(ann.remark)
    (class_.source / "ann" / "mean (1).py").unlink()
    assert class_.grade()["ann"].later is None


def test_a_worse_file_does_not_overwrite_a_better_one(class_):
    """It is graded once, not each time; an equal or a better one counts at once."""
    class_.write("ann/mean.py", "# 5")
    class_.grade()
    class_.write("ann/mean.py", "# 3")
    ann = class_.grade()["ann"]
    assert (ann.report.score, ann.later.why) == (5, Why.WORSE)
    assert "3 of 10" in str(ann.remark)
    again = class_.grade()["ann"]
    assert (again.later, class_.pool.asked) == (ann.later, [])
    class_.write("ann/mean.py", "# 6")
    ann = class_.grade()["ann"]
    assert (ann.report.score, ann.later) == (6, None)


def test_a_file_that_a_person_names_counts_also_where_it_is_worse(class_):
    """And the word is kept: the next run grades nothing and asks nothing."""
    class_.write("ann/mean.py", "# 5")
    class_.grade()
    class_.write("ann/mean.py", "# 3")
    class_.grade()
    for uses, asked in (({"ann": "ann/mean.py"}, ["mean.py"]), ({}, [])):
        ann = class_.grade(uses)["ann"]
        assert (ann.report.score, ann.later, class_.pool.asked) == (3, None, asked)


@pytest.mark.parametrize("file", ["ann/mean (1).py", "mean (1).py", "{class}/ann/mean (1).py"])
def test_a_file_may_be_named_in_several_ways(class_, file):
    """As the plan shows it, by its own name, by its path."""
    class_.write("ann/mean.py", "# 5")
    class_.write("ann/mean (1).py", "# 4")
    rows = class_.grade({"ann": file.format(**{"class": class_.source})})
    assert scores(rows) == {"ann": 4}
    assert scores(class_.grade()) == {"ann": 4}, "the decision is kept"
    class_.write("ann/mean (2).py", "# 9")
    ann = class_.grade()["ann"]
    assert (ann.report.score, ann.later.why) == (4, Why.UNDECIDED), "there is more to decide"


@pytest.mark.parametrize("name", ["mean.py.txt", "mean.txt", "mean.py.docx"])
def test_a_renamed_file_is_graded_when_a_person_names_it(class_, name):
    """Though its suffix is wrong."""
    class_.write(f"ann/{name}", "# 8")
    assert class_.grade()["ann"].state is State.UNDECIDED
    assert scores(class_.grade({"ann": f"ann/{name}"})) == {"ann": 8}


def test_a_file_from_elsewhere_may_be_named(class_, tmp_path):
    """One that was unpacked by hand; when it is gone, the grade stays."""
    class_.write("ann/hw.rar", "# 5")
    (tmp_path / "hw.py").write_text("def mean(x): pass\n# 8\n")
    assert scores(class_.grade({"ann": str(tmp_path / "hw.py")})) == {"ann": 8}
    (tmp_path / "hw.py").unlink()
    ann = class_.grade()["ann"]
    assert (ann.report.score, ann.later.why) == (8, Why.UNDECIDED)


def test_without_a_file_the_earlier_grade_stays(class_):
    """And nothing is asked any more, until something else is handed in."""
    class_.write("ann/mean.py", "# 5")
    class_.grade()
    class_.write("ann/mean.py", "# 3")
    class_.grade()
    for uses in ({"ann": ""}, {}):
        ann = class_.grade(uses)["ann"]
        assert (ann.report.score, ann.later) == (5, None)
    class_.write("ann/mean.py", "# 2")
    assert class_.grade()["ann"].later.why is Why.WORSE


@pytest.mark.parametrize(
    ("uses", "error", "said"),
    [
        ({"eve": "x.py"}, UsageError, "eve: no such student"),
        ({"ann": "nothing.py"}, UsageError, "there is no such file"),
        ({"ann": "ann/hw.rar"}, UsageError, "it is an archive"),
        ({"ann": "ann/link.py"}, SubmissionError, "symbolic link"),
    ],
)
def test_what_can_not_be_used_is_said(class_, uses, error, said):
    """And nothing is graded."""
    class_.write("ann/mean.py", "# 5")
    class_.write("ann/hw.rar", "# 5")
    (class_.source / "ann" / "link.py").symlink_to("mean.py")
    with pytest.raises(error, match=said):
        class_.grade(uses)


def test_who_is_absent_keeps_what_there_is(class_):
    """A grade; and who is undecided in one part of a class is not absent in the next."""
    class_.roster = ROSTER
    class_.put(ann="# 5")
    class_.write("bob/mean.py.txt", "# 4")
    class_.grade()
    (class_.source / "ann.py").unlink()
    (class_.source / "bob" / "mean.py.txt").unlink()
    (class_.source / "bob").rmdir()
    class_.put(cid="# 7")
    rows = class_.grade()
    assert scores(rows) == {"ann": 5, "cid": 7}
    assert (rows["ann"].later.why, rows["bob"].state) == (Why.ABSENT, State.UNDECIDED)


def test_the_grader_s_failure_takes_no_grade_away(class_):
    """The earlier one stays, and the file is tried again by the next run."""
    class_.write("ann/mean.py", "# 5")
    class_.grade()
    class_.write("ann/mean.py", "# ungraded")
    ann = class_.grade()["ann"]
    assert (ann.report.score, ann.later.why) == (5, Why.UNGRADED)
    class_.grade()
    assert class_.pool.asked == ["mean.py"] * 2, "once, and once more alone"


def test_the_same_file_graded_again_counts_whatever_it_gets(class_, toy_key):
    """With another key, or because a person asks: that is no later file."""
    class_.write("ann/mean.py", "# 5")
    class_.grade()
    fields = {name: getattr(toy_key, name) for name in toy_key.__struct_fields__}
    other = type(toy_key)(**fields | {"sources": toy_key.sources | {"wrong/": "another"}})
    assert class_.grade(key=other)["ann"].later is None
    assert class_.pool.asked == ["mean.py"]
    class_.grade(key=other, again=("ann",))
    assert class_.pool.asked == ["mean.py"]


def test_a_letter_names_no_other_student(class_):
    """Whose a file may be is for the instructor; that it is not clear, is for both."""
    class_.roster = "id,name\ns1,Ann Lee\ns2,Lee Ann\ns3,Bo Ek\ns4,Cid Kim\ns5,Dan\ns6,Eva\n"
    class_.write("s1/mean.py", "# 5")
    class_.write("s5/mean.py", "# 4")
    class_.write("s3/mean.py", "# 5")
    class_.grade()
    class_.write("Ann Lee/mean.py", "# 6")
    class_.write("s4-s3/mean.py", "# 6")
    class_.write("s5_s6/mean.py", "# 6")
    class_.write("Eve/mean.py", "# 6")
    rows = class_.grade()
    pairs = (("s1", "s2"), ("s2", "s1"), ("s3", "s4"), ("s4", "s3"), ("s5", "s6"))
    for student, others in pairs:
        assert others in str(rows[student].remark)
        text = letter(rows[student])
        assert "not clear which file is yours" in text, text
        assert others not in text and "Eve" not in text
    assert letter(rows["s1"]).startswith("# Means: 5 / 10")


# --- again, alone --------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["crashed", "timeout", "ungraded", "threadless"])
def test_what_was_lost_beside_others_is_graded_again_alone(class_, how):
    """At the end, and that report counts; no third time, and not again by the next run."""
    class_.put(ann=f"# 5 {how} once", bob="# 7", cid=f"# {how}", dan="# 8")
    rows = class_.grade()
    expected = {"ann": 5, "bob": 7, "dan": 8}
    if how != "ungraded":
        expected["cid"] = 0
    assert scores(rows) == expected
    assert sorted(class_.pool.asked[:4]) == ["ann.py", "bob.py", "cid.py", "dan.py"]
    assert sorted(class_.pool.asked[4:]) == ["ann.py", "cid.py"]
    class_.grade()
    assert class_.pool.asked == (["cid.py"] * 2 if how == "ungraded" else [])


class StopError(Exception):
    """The batch is killed."""


@pytest.mark.parametrize("at", ["before", "in the middle"])
def test_a_kill_before_it_was_graded_alone_does_not_make_it_count(class_, at):
    """The next run grades it alone, and not beside others first."""
    class_.put(ann="# 5 crashed once", bob="# crashed", cid="# 8")
    alone = {"before": 3, "in the middle": 4}[at]
    asked = iter(range(99))

    def kill(job):
        if next(asked) == alone:
            raise StopError

    class_.pool.interrupt = kill
    with pytest.raises(StopError):
        class_.grade()
    waiting = [e.student for e in class_.record().entries if e.state is State.UNGRADED]
    assert len(waiting) == {"before": 2, "in the middle": 1}[at], "the first report does not count"
    class_.pool.interrupt = lambda job: None
    assert scores(class_.grade()) == {"ann": 5, "bob": 0, "cid": 8}
    assert len(class_.pool.asked) == {"before": 2, "in the middle": 1}[at]


def test_a_crash_of_a_later_file_is_graded_alone_too(class_):
    """Meanwhile, and when it is the same alone, the earlier grade stays."""
    class_.put(ann="# 5", bob="# 6")
    class_.grade()
    class_.put(ann="# crashed", bob="# 9 timeout once")
    rows = class_.grade()
    assert sorted(class_.pool.asked[2:]) == ["ann.py", "bob.py"]
    assert (rows["ann"].report.score, rows["ann"].later.why) == (5, Why.WORSE)
    assert (rows["bob"].report.score, rows["bob"].later) == (9, None)


def test_it_is_said_how_long_it_may_take(class_):
    """Forty sleepers are graded one by one: who waits for them wants to know."""
    told: list[str] = []

    class Told(Silence):
        def alone(self, students, seconds):
            Lines(0, told.append).alone(students, seconds)

    for number in range(40):
        class_.write(f"s{number}.py", f"# timeout {number}")
    class_.grade(watcher=Told())
    (line,) = told
    assert line.startswith("40 submissions were killed, timed out") and "about 2 min" in line
