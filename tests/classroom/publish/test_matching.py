"""Nobody's grade comes into another student's row."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.exports import student

from grader.classroom.publish.matching import BY_NAME, BY_NUMBER, match, numbers_of
from grader.classroom.publish.sheet import Platform, Seat, Sheet
from grader.classroom.publish.table import Cell, Row, Table

MOODLE_FILE = "{}_{}_assignsubmission_file_/logistic.py"


def sheet(*seats, platform=Platform.CANVAS):
    """A table with a row for each of (name, number, {title: id})."""
    table = Table(Path("export.csv"), "", ",", Row(1, ()), ())
    made = tuple(
        Seat(line, tuple(ids.items()), name, number, Cell("", line, line, False))
        for line, (name, number, ids) in enumerate(seats, start=2)
    )
    return Sheet(platform, table, "ex1", 10.0, False, False, made)


def found(sheet, *entries):
    """By student: the name in the row, and by what it was found."""
    return {m.entry.student: (m.seat.name, m.by) for m in match(sheet, entries).found}


def lost(sheet, *entries):
    return {entry.student: str(why) for entry, why in match(sheet, entries).lost}


ANN = ("Lee, Ann", "101", {"ID": "101", "SIS User ID": "s1", "SIS Login ID": "ann@uni.example"})
BOB = ("Wu, Bob", "102", {"ID": "102", "SIS User ID": "s2", "SIS Login ID": "bob@uni.example"})


@pytest.mark.parametrize(
    ("id", "by"),
    [
        ("101", "ID"),
        ("s1", "SIS User ID"),
        ("S1", "SIS User ID"),
        ("ann@uni.example", "SIS Login ID"),
        ("ann", "SIS Login ID"),
    ],
)
def test_an_id_finds_its_row(id, by):
    """By each of the platform's ids; of an address, the part before the @ does."""
    assert found(sheet(ANN, BOB), student(id)) == {id: ("Lee, Ann", by)}


@pytest.mark.parametrize("name", ["Ann Lee", "Lee, Ann", "LEE Ann", "ann lee", "Lee Ann"])
def test_a_name_finds_its_row(name):
    """In both orders, whatever the case."""
    assert found(sheet(ANN, BOB), student("x", 8, name)) == {"x": ("Lee, Ann", BY_NAME)}


def test_a_folder_may_be_called_by_a_name():
    """Without a roster, such a name is all that is known of a student."""
    rows = sheet(ANN, ("陳怡君", "7", {"ID": "7"}))
    class_ = [student("Ann Lee"), student("陳怡君")]
    assert found(rows, *class_) == {
        "Ann Lee": ("Lee, Ann", BY_NAME),
        "陳怡君": ("陳怡君", BY_NAME),
    }


def test_a_name_of_two_finds_none():
    """Neither where the platform has two of one name, nor where the class has."""
    other = ("Lee, Ann", "103", {"ID": "103"})
    assert "in several lines: 2, 4" in lost(sheet(ANN, BOB, other), student("x", 8, "Ann Lee"))["x"]
    twins = [student("x", 8, "Ann Lee"), student("y", 3, "Ann Lee")]
    assert set(lost(sheet(ANN, BOB), *twins)) == {"x", "y"}


def test_the_id_decides_between_two_of_one_name():
    """That is what ids are for."""
    other = ("Lee, Ann", "103", {"ID": "103", "SIS User ID": "s3"})
    both = sheet(ANN, other)
    names = [student("s1", 8, "Ann Lee"), student("s3", 8, "Ann Lee")]
    assert {m.entry.student: m.seat.line for m in match(both, names).found} == {"s1": 2, "s3": 3}


def test_an_id_of_two_columns_finds_none():
    """A student number may be the platform's own number of somebody else."""
    cid = ("Cole, Cid", "7", {"ID": "7", "SIS User ID": "101"})
    assert "several lines: 2, 3" in lost(sheet(ANN, cid), student("101"))["101"]
    assert found(sheet(ANN, cid), student("101", 8, "Cid Cole"))["101"][0] == "Cole, Cid"


def test_an_id_with_another_name_finds_none():
    """Ann's student number is Bob's number on the platform, and she is not in the table."""
    dan = student("102", 8, "Dan Day")
    assert "another name: Wu, Bob" in lost(sheet(ANN, BOB), dan)["102"]
    ann = student("102", 8, "Ann Lee")
    assert "another name: Wu, Bob" in lost(sheet(ANN, BOB), ann)["102"]


def test_an_id_whose_students_name_is_anothers_finds_none():
    """Also where the names are of two scripts, and so may be one person's."""
    other = ("吳柏翰", "103", {"ID": "103"})
    assert "another name" in lost(sheet(BOB, other), student("s2", 8, "吳柏翰"))["s2"]


@pytest.mark.parametrize("name", ["", "Bobby Wu", "吳柏翰", "WU Bo-Han"])
def test_an_id_with_a_name_that_may_be_the_same_does(name):
    """No name, a nickname, another script."""
    assert found(sheet(ANN, BOB), student("s2", 8, name))["s2"][0] == "Wu, Bob"


def test_names_with_accents_are_names_of_one_script():
    """é is a Latin letter: an id whose row has quite another name is doubted."""
    rows = sheet(("Éluard, Paul", "1", {"ID": "s1"}))
    assert "another name" in lost(rows, student("s1", 8, "Zoé Noël"))["s1"]


def test_an_id_in_another_column_than_the_others_finds_none():
    """Without names: the ids of a class are of one kind, and this one is another's by chance."""
    class_ = [student("s1"), student("s2"), student("103")]
    rows = sheet(ANN, BOB, ("Day, Dan", "103", {"ID": "103", "SIS User ID": "s9"}))
    assert set(found(rows, *class_)) == {"s1", "s2"}
    assert "the ids of the others are its SIS User ID" in lost(rows, *class_)["103"]


def test_a_name_does_not_count_against_the_rule_of_ids():
    """Where the class is found by ids, the one of the same name with another id is another."""
    class_ = [student("s1"), student("s2"), student("s9", 8, "Cid Cole")]
    cid = ("Cole, Cid", "103", {"ID": "103", "SIS User ID": "s3"})
    assert "another SIS User ID: s3" in lost(sheet(ANN, BOB, cid), *class_)["s9"]
    without = ("Cole, Cid", "103", {"ID": "103"})
    assert found(sheet(ANN, BOB, without), *class_)["s9"] == ("Cole, Cid", BY_NAME)


def test_two_students_of_one_row_get_nothing():
    """An id and a name that lead to one row: neither is filled in."""
    both = [student("s1"), student("x", 3, "Ann Lee")]
    assert set(lost(sheet(ANN), *both)) == {"s1", "x"}
    assert match(sheet(ANN, BOB), both).free == sheet(ANN, BOB).seats


# --- the number in the name of a file ---------------------------------------------------------


def participants(*names):
    ids: dict[str, str] = {}
    seats = [(name, str(number), ids) for number, name in enumerate(names, start=101)]
    return sheet(*seats, platform=Platform.MOODLE)


def handed_in(number, name, id="x", called=""):
    """A student whose file the platform has called by this name and number."""
    return student(id, 8, called, MOODLE_FILE.format(name, number))


def test_the_number_of_the_file_finds_its_row():
    """Also between two of one name."""
    rows = participants("Ann Lee", "Ann Lee", "Bob Wu")
    both = [handed_in(101, "Ann Lee", "a"), handed_in(102, "Ann Lee", "b")]
    found = {m.entry.student: (m.seat.line, m.by) for m in match(rows, both).found}
    assert found == {"a": (2, BY_NUMBER), "b": (3, BY_NUMBER)}


def test_a_number_that_stands_in_two_lines_finds_none():
    """Canvas would read the later one, and an empty grade there would take away the other."""
    file = "leeann_101_555_logistic.py"
    rows = sheet(ANN, BOB, ANN)
    assert "in several lines: 2, 4" in lost(rows, student("x", 8, "Ann Lee", file))["x"]


def test_the_number_of_another_assignment_finds_none():
    """There each participant has another number: the names do not fit, and nothing is guessed."""
    rows = participants("Bob Wu", "Ann Lee")
    assert "of another assignment?" in lost(rows, handed_in(101, "Ann Lee"))["x"]


def test_a_groups_name_may_stand_before_the_students():
    """Moodle puts it there where a course has groups."""
    rows = participants("Ann Lee")
    assert found(rows, handed_in(101, "Group 2-Ann Lee"))["x"] == ("Ann Lee", BY_NUMBER)


def test_with_blind_marking_the_number_is_all():
    """There are no names to compare."""
    rows = participants("", "")
    assert found(rows, handed_in(102, "Participant"))["x"] == ("", BY_NUMBER)


def test_canvas_has_its_number_in_the_names_of_files():
    """leeann_101_555_logistic.py, with or without `late`."""
    for file in ("leeann_101_555_logistic.py", "leeann_late_101_555_logistic.py"):
        assert found(sheet(ANN, BOB), student("x", 8, "", file))["x"] == ("Lee, Ann", BY_NUMBER)


def test_the_number_of_another_platform_is_none():
    """A class that was downloaded from Canvas has no participants of Moodle's."""
    class_ = [student("x", 8, "", "leeann_101_555_logistic.py")]
    assert numbers_of(Platform.MOODLE, class_) == {}
    assert "nobody there" in lost(participants("Bob Wu"), *class_)["x"]


@pytest.mark.parametrize(
    "file",
    [
        "mal/Bob Wu_102_assignsubmission_file_/logistic.py",
        "mal/wubob_102_555_logistic.py",
        "mal.zip/Bob Wu_102_assignsubmission_file_/logistic.py",
    ],
)
@pytest.mark.parametrize("platform", Platform)
def test_a_student_cannot_name_another_row(file, platform):
    """What a student calls a folder, or packs into a zip, is not the platform's word."""
    class_ = [student("mal", 1, "", file), student("eve", 1, "", "eve/logistic.py")]
    assert numbers_of(platform, class_) == {}


def test_a_folder_around_the_class_is_passed_over():
    """A zip of the download may hold one, and a course's exercise another."""
    class_ = [
        student("a", 8, "", "subs/ex1/" + MOODLE_FILE.format("Ann Lee", 101)),
        student("b", 8, "", "subs/ex1/" + MOODLE_FILE.format("Bob Wu", 102)),
        replace(student("c"), file=""),
    ]
    assert numbers_of(Platform.MOODLE, class_) == {"a": ("Ann Lee", "101"), "b": ("Bob Wu", "102")}
