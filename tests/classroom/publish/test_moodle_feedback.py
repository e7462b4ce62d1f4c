"""The zip of reports that Moodle gives to its students."""

import io
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from support.exports import class_with, moodle, participant, student, undecided

from grader.classroom.collect import LATE
from grader.classroom.publish import (
    feedback_of_files,
    feedback_of_worksheet,
    fill,
    read_moodle,
)
from grader.classroom.record import State
from grader.errors import UsageError
from grader.text import Message

FILE = "{}_{}_assignsubmission_file_/logistic.py"


def whose(path):
    """(participant, file) as Moodle's is_valid_filename_for_import reads a path in the zip."""
    parts = path.split("/")
    while parts:
        info = parts.pop(0).split("_", 4)
        if len(info) >= 4 and info[1].isdigit() and info[2:4] == ["assignsubmission", "file"]:
            return int(info[1]), "/".join([part for part in [*info[4:], *parts] if part])
    return None


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {whose(name): packed.read(name).decode() for name in packed.namelist()}


@pytest.fixture
def of_worksheet(tmp_path):
    """The zip for a class whose worksheet has these names."""

    def made(record, *names):
        rows = [participant(101 + i, name, f"s{i}") for i, name in enumerate(names)]
        moodle(tmp_path / "worksheet.csv", rows)
        filled = fill(record, read_moodle(tmp_path / "worksheet.csv", ""), None, False)
        return feedback_of_worksheet(filled)

    return made


def test_each_report_reaches_its_participant(of_worksheet):
    """Read as Moodle reads it: each file is one participant's, and holds that student's points."""
    record = class_with(
        student("s0", 8), student("s1", 3), undecided("s2"), undecided("s3", State.NOTHING)
    )
    found = unpacked(of_worksheet(record, "Ann Lee", "陳怡君", "Cid Cole", "Dan Day"))
    assert set(found) == {(101, "report.html"), (102, "report.html")}
    assert "8 / 10" in found[101, "report.html"] and "3 / 10" in found[102, "report.html"]


@pytest.mark.parametrize(
    "name", ["Ann_102_assignsubmission_file_ Lee", "../../Ann", "Ann/102", ".Ann", "___", "a" * 300]
)
def test_no_name_leads_elsewhere(of_worksheet, name):
    """An underscore, a slash or a length in a name changes neither the participant nor the path."""
    data = of_worksheet(class_with(student("s0"), student("s1")), name, "Bob Wu")
    assert set(unpacked(data)) == {(101, "report.html"), (102, "report.html")}
    for path in zipfile.ZipFile(io.BytesIO(data)).namelist():
        assert path.count("/") == 1 and not path.startswith((".", "/")) and len(path) < 140


def test_a_report_is_a_page(of_worksheet):
    """It says its encoding, closes every tag, and what a student wrote is text."""
    evil = "<script>alert(1)</script>\ud800"
    whole = student("s0", 3)
    checks = tuple(
        replace(check, output=evil, message=Message("{x}", x=evil)) for check in whole.report.checks
    )
    record = class_with(replace(whole, name=evil, report=replace(whole.report, checks=checks)))
    page = unpacked(of_worksheet(record, ""))[101, "report.html"]
    assert "<script" not in page and page.startswith("<!doctype html>")
    open_, seen = [], []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.append((tag, dict(attrs)))
            if tag not in ("meta", "br"):
                open_.append(tag)

        def handle_endtag(self, tag):
            assert open_.pop() == tag

    Reader().feed(page)
    assert not open_ and ("meta", {"charset": "utf-8"}) in seen


def test_a_report_does_not_say_where_the_course_lies(of_worksheet):
    """A folder of the instructor's is none of the student's business; her letter omits it too."""
    whole = student("s0")
    course = Message("{path}, named by --course", path="/home/prof/course")
    record = class_with(replace(whole, report=replace(whole.report, course=course)))
    assert "/home/prof" not in unpacked(of_worksheet(record, "Ann Lee"))[101, "report.html"]


def test_the_same_reports_are_the_same_zip(of_worksheet):
    """So a second upload changes nothing."""
    record = class_with(student("s0"))
    assert of_worksheet(record, "Ann Lee") == of_worksheet(record, "Ann Lee")


def test_without_a_worksheet_the_names_of_files_tell(tmp_path):
    """A class that was downloaded from Moodle has each participant's number; others are named."""
    late = replace(student("b", 8, "", FILE.format("Bob Wu", 102)), notes=(Message(LATE),))
    ann = student("a", 8, "", FILE.format("Ann Lee", 101))
    record = class_with(ann, late, student("c", 8, "", "cid/logistic.py"), undecided("d"))
    data, left = feedback_of_files(record, late=False)
    assert set(unpacked(data)) == {(101, "report.html")}
    assert [entry.student for entry, _ in left] == ["b", "c", "d"]
    data, left = feedback_of_files(record, late=True)
    assert set(unpacked(data)) == {(101, "report.html"), (102, "report.html")}
    with pytest.raises(UsageError, match="--moodle"):
        feedback_of_files(class_with(student("c")), late=False)
