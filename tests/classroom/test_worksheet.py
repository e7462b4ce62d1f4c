"""A worksheet of Moodle's says when students handed in; no row is taken for another student's."""

import pytest
from support.exports import MOODLE, moodle, participant

from grader.classroom.collect import collect_handins, read_roster, read_times, with_times
from grader.classroom.record import HandedIn, Source
from grader.classroom.worksheet import rows_by_student
from grader.errors import UsageError

ON_1 = "Tuesday, 1 December 2026, 11:59 PM"
ON_2 = "Wednesday, 2 December 2026, 8:00 AM"
WHEN = {ON_1: "2026-12-01T23:59", ON_2: "2026-12-02T08:00", "-": ""}


def row(number, name, id, when, email="", **fields):
    """A row of the worksheet, with an address of its own."""
    address = email or f"{name.split()[-1].lower()}{number}@uni.example"
    told = {"last_modified_submission": when, "email_address": address}
    return participant(number, name, id, **told, **fields)


@pytest.fixture
def times(tmp_path, toy):
    """By student, when they handed in, of a class with these files, a roster and a worksheet."""

    def find(files, rows, roster="", titles=MOODLE):
        source, scratch = tmp_path / "class", tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        for name in files:
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_text(f"def mean(x):\n    return x  # {name}\n")
        (tmp_path / "roster.csv").write_text(roster)
        known = read_roster(tmp_path / "roster.csv") if roster else None
        moodle(tmp_path / "worksheet.csv", rows, titles)
        table = read_times(tmp_path / "worksheet.csv")
        plan = collect_handins(source, toy, scratch, known)
        found = with_times(plan, table, rows=rows_by_student(table, plan, known))
        return {each.student: each.handed_in for each in found.plan.handins}

    return find


ROWS = [row(11, "Ann Lee", "4711", ON_1), row(12, "Bob Roe", "4712", ON_2)]
BOTH = {"ann": ON_1, "bob": ON_2}
ROSTERS = {
    "by their numbers": "student_id,name\n4711,Ann Lee\n4712,Bob Roe\n",
    "by another id": "username,name,idnumber\nann,Ann Lee,4711\nbob,Bob Roe,4712\n",
    "by the address": "username,email\nann,lee11@uni.example\nbob,roe12@uni.example\n",
    "by the full name": "username,name\nann,Ann Lee\nbob,Bob Roe\n",
    "by the name, turned": 'username,name\nann,"Lee, Ann"\nbob,"Roe, Bob"\n',
}


@pytest.mark.parametrize("roster", ROSTERS.values(), ids=ROSTERS)
def test_a_row_is_found_by_what_the_roster_knows(times, roster):
    """A number, an address, a name: each has the time of his own row."""
    ids = [line.split(",")[0] for line in roster.splitlines()[1:]]
    found = times([f"{id}/mean.py" for id in ids], ROWS, roster)
    assert found == {
        ids[0]: HandedIn(WHEN[ON_1], Source.CSV),
        ids[1]: HandedIn(WHEN[ON_2], Source.CSV),
    }


def test_without_a_roster(times):
    """By the full name in the name of the folder, and by the number in a download of Moodle's,
    which tells two of one name apart."""
    found = times(["Ann Lee/mean.py", "Bob Roe/mean.py"], ROWS)
    assert {student: each.when for student, each in found.items()} == {
        "Ann Lee": WHEN[ON_1],
        "Bob Roe": WHEN[ON_2],
    }


def test_two_of_one_name_by_the_number_of_the_file(times):
    """The participant's number is in both."""
    rows = [row(11, "Wei Chen", "4711", ON_1), row(12, "Wei Chen", "4712", ON_2)]
    files = [f"Wei Chen_{n}_assignsubmission_file_/mean.py" for n in (12, 11)]
    found = times(files, rows)
    assert {student: each.when for student, each in found.items()} == {
        "Wei Chen_11": WHEN[ON_1],
        "Wei Chen_12": WHEN[ON_2],
    }


def test_with_blind_marking(times):
    """There is a number and nothing else."""
    titles = ["Identifier", "Status", "Grade", "Maximum Grade", "Last modified (submission)"]
    rows = [[f"Participant {n}", "x", "", "10.00", when] for n, when in ((11, ON_1), (12, ON_2))]
    files = [f"Participant_{n}_assignsubmission_file_/mean.py" for n in (11, 12)]
    roster = "Identifier,Status\nParticipant 11,x\nParticipant 12,x\n"
    for known in ("", roster):
        found = times(files, rows, known, titles)
        assert [each.when for each in found.values()] == [WHEN[ON_1], WHEN[ON_2]]


UNCLEAR = {
    "two of one name": (
        [row(11, "Ann Lee", "4711", ON_1), row(12, "Ann Lee", "4712", ON_2)],
        "username,name\nann,Ann Lee\nbob,Bob Roe\n",
        "that of ann\\? the name stands in several lines: 2, 3",
    ),
    "another's name": (
        [row(11, "Bob Roe", "4711", ON_1), row(12, "Ann Lee", "4712", ON_2)],
        "student_id,name\n4711,Ann Lee\n4712,Bob Roe\n",
        "that of 4711\\? line 2 has this id as its ID number, and another name: Bob Roe "
        "\\(and 1 more are unclear\\)",
    ),
    "the number of one, the address of the other": (
        [row(11, "Ann Lee", "4711", ON_1, email="bob@uni.example")],
        "username,idnumber,email\nann,4711,\nbob,4712,bob@uni.example\n",
        "that of bob\\? line 2 has this id as its Email address; the ids of the others are its ID",
    ),
}


@pytest.mark.parametrize(("rows", "roster", "said"), UNCLEAR.values(), ids=UNCLEAR)
def test_what_is_not_clear_is_refused(times, rows, roster, said):
    """In one line, before anything is graded."""
    files = [f"{line.split(',')[0]}/mean.py" for line in roster.splitlines()[1:]]
    with pytest.raises(UsageError, match=said) as error:
        times(files, rows, roster)
    assert len(error.value.messages) == 1


def test_who_is_not_there_has_no_time(times):
    """And what is unclear of somebody who handed in nothing is nobody's trouble."""
    rows = [*ROWS, row(13, "Cid Fox", "4713", ON_1), row(14, "Cid Fox", "4714", ON_1)]
    roster = "username,name\nann,Ann Lee\ndan,Dan Day\ncid,Cid Fox\n"
    found = times(["ann/mean.py", "dan/mean.py"], rows, roster)
    assert {student: each.when for student, each in found.items()} == {
        "ann": WHEN[ON_1],
        "cid": "",
        "dan": "",
    }


def test_a_table_that_is_no_worksheet_is_found_by_ids_as_ever(tmp_path, toy):
    """A person writes it for this class."""
    (tmp_path / "times.csv").write_text("student,time\nann,2026-12-01 10:00\n")
    table = read_times(tmp_path / "times.csv")
    (tmp_path / "class" / "ann").mkdir(parents=True)
    (tmp_path / "class" / "ann" / "mean.py").write_text("def mean(x): pass\n")
    (tmp_path / "scratch").mkdir()
    plan = collect_handins(tmp_path / "class", toy, tmp_path / "scratch")
    assert rows_by_student(table, plan, None) is None
    (handin,) = with_times(plan, table).plan.handins
    assert handin.handed_in.when == "2026-12-01T10:00:00"
