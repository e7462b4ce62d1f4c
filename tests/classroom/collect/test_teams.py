"""A group's submission is that of each member, and of nobody who may mean another one."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from support.exports import class_with, moodle, participant, student

from grader.classroom.collect import TOGETHER
from grader.classroom.collect.decide import decide
from grader.classroom.collect.groups import with_groups
from grader.classroom.collect.handins import collect_handins
from grader.classroom.collect.roster import read_roster
from grader.classroom.publish import fill, read_moodle
from grader.classroom.publish.publish import letter
from grader.errors import UsageError
from grader.text import Message

WORK = "def mean(x):\n    return x.mean(0)\n"
OTHER = "def mean(x):\n    return 0\n"
HEAD = "student_id,name,group\n"
TEAMS = HEAD + "ann,Ann Lee,Red\nbob,Bob Wu,red\ncid,Cid Cole,Blue\ndan,Dan Day,\neva,Eva Ek,\n"
ALONE = TEAMS.replace("Red", "").replace("red", "").replace("Blue", "")


@pytest.fixture
def plan(tmp_path, toy):
    """The plan of a class with these files and this roster, with what `uses` decides."""

    def make(files, roster=TEAMS, uses=()):
        top = tmp_path / "class"
        for name, text in files.items():
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            (top / name).write_text(text)
        found = None
        if roster:
            (tmp_path / "class.csv").write_text(roster)
            found = read_roster(tmp_path / "class.csv")
        scratch = Path(tempfile.mkdtemp(dir=tmp_path))
        made = with_groups(collect_handins(top, toy, scratch, found), found)
        return decide(made, dict(uses)).plan

    return make


def graded(made):
    """The file of each student; `?` for one who is undecided."""
    return {h.student: "?" if h.undecided else h.file for h in made.handins}


def said(made, id):
    handin = next(h for h in made.handins if h.student == id)
    return "\n".join(map(str, [*([handin.reason] if handin.reason else []), *handin.notes]))


def test_what_a_member_hands_in_counts_for_the_group(plan):
    """On the roster they are one group, in whatever case its name is written."""
    made = plan({"ann.py": WORK, "dan.py": OTHER})
    assert graded(made) == {"ann": "ann.py", "bob": "ann.py", "cid": "", "dan": "dan.py", "eva": ""}
    assert "ann.py was handed in by ann, and counts for this student, too" in said(made, "bob")
    assert "counts for bob, too" in said(made, "ann")
    assert said(made, "dan") == ""


@pytest.mark.parametrize("folder", ["Red", "red", "ann_bob", "bob+ann"])
def test_a_folder_of_the_group_is_that_of_each(plan, folder):
    """Named after the group, or after its members, in any order."""
    made = plan({f"{folder}/mean.py": WORK}, ALONE if "ann" in folder else TEAMS)
    where = f"{folder}/mean.py"
    assert graded(made) == {"ann": where, "bob": where, "cid": "", "dan": "", "eva": ""}


def test_a_folder_is_no_group_where_it_may_be_a_person(plan):
    """An id of its own goes first; ids that are a person's name are that person's."""
    own = plan({"ann_bob/mean.py": WORK}, ALONE + "ann_bob,Ann Bob,\n")
    assert graded(own)["ann_bob"] == "ann_bob/mean.py" and graded(own)["ann"] == ""
    named = plan({"ann_bob/mean.py": WORK}, ALONE + "s9,Bob Ann,\n")
    assert graded(named)["s9"] == "ann_bob/mean.py" and graded(named)["bob"] == ""
    half = plan({"ann_bob/mean.py": WORK, "dan_zed/mean.py": WORK}, ALONE)
    assert graded(half)["dan"] != "dan_zed/mean.py"


def test_two_different_files_of_a_group_are_for_a_person_to_decide(plan):
    """Nobody's counts until then, and then it does; the same file twice is one."""
    files = {"ann.py": WORK, "bob.py": OTHER}
    made = plan(files)
    assert (graded(made)["ann"], graded(made)["bob"]) == ("?", "?")
    assert "the group red has handed in several: ann.py, bob.py" in said(made, "ann")
    made = plan(files, uses={"ann": "bob.py", "bob": "bob.py"})
    assert (graded(made)["ann"], graded(made)["bob"]) == ("bob.py", "bob.py")
    made = plan({"ann.py": WORK, "bob.py": WORK})
    assert (graded(made)["ann"], graded(made)["bob"]) == ("ann.py", "bob.py")


def test_work_of_one_s_own_beside_a_group_s_folder_is_undecided(plan):
    """For that member alone."""
    made = plan({"ann_bob/mean.py": WORK, "ann.py": OTHER}, ALONE)
    assert (graded(made)["ann"], graded(made)["bob"]) == ("?", "ann_bob/mean.py")
    assert "ann.py is this student's alone, and ann_bob that of a group, too" in said(made, "ann")
    made = plan({"bob_dan/mean.py": OTHER}, ALONE)
    assert (graded(made)["bob"], graded(made)["dan"]) == ("?", "bob_dan/mean.py")


def test_an_undecided_file_of_a_group_is_undecided_for_each(plan):
    """With its reason, and it can be named for each."""
    files = {"ann/mean_a.py": WORK, "ann/mean_b.py": OTHER}
    made = plan(files)
    assert (graded(made)["ann"], graded(made)["bob"]) == ("?", "?")
    assert said(made, "bob").partition("\n")[0] == said(made, "ann").partition("\n")[0]
    assert graded(plan({}, uses={"bob": "ann/mean_a.py"}))["bob"] == "ann/mean_a.py"


@pytest.mark.parametrize("text", ["ann\nbob\n", "\ufeffbob\r\n", "Ann Lee\n\nBob Wu\n", "BOB"])
def test_members_are_named_in_a_file(plan, text):
    """By ids or names, with whoever handed it in or without."""
    made = plan({"ann/mean.py": WORK, "ann/members.txt": text}, ALONE)
    where = "ann/mean.py"
    assert graded(made) == {"ann": where, "bob": where, "cid": "", "dan": "", "eva": ""}


def test_a_file_takes_nothing_from_who_handed_in_work_of_his_own(plan):
    """His own counts, which both are told: a student could name the whole class."""
    names = "ann\nbob\ncid\ndan\neva\n"
    own = {f"{id}.py": f"{OTHER}# {id}\n" for id in ("bob", "cid", "dan", "eva")}
    made = plan({"ann/mean.py": WORK, "ann/members.txt": names, **own}, ALONE)
    assert graded(made) == {"ann": "ann/mean.py", **{name[:3]: name for name in own}}
    told = "ann/members.txt names bob, who handed in work of his own: that counts"
    assert told in said(made, "ann") and told in said(made, "bob")


def test_a_file_that_names_an_unknown_counts_for_nobody_else(plan):
    """Its author is graded; those who are absent may be meant, so they are no zero."""
    files = {"ann/mean.py": WORK, "ann/members.txt": "ann\nbob\nbbo\n", "eva.py": OTHER}
    made = plan(files, ALONE)
    assert graded(made) == {
        "ann": "ann/mean.py",
        "bob": "?",
        "cid": "?",
        "dan": "?",
        "eva": "eva.py",
    }
    assert "ann/members.txt: 'bbo' is nobody on the roster, so nothing of it counts" in said(
        made, "ann"
    )
    assert "ann/members.txt" in said(made, "bob")


def test_who_is_named_in_two_files_is_undecided(plan):
    """Unless they are the same work."""
    files = {
        "ann/mean.py": WORK, "ann/members.txt": "bob",
        "cid/mean.py": OTHER, "cid/members.txt": "bob",
    }  # fmt: skip
    made = plan(files, ALONE)
    assert graded(made)["bob"] == "?"
    assert "several name this student as a member: ann/members.txt, cid/members.txt" in said(
        made, "bob"
    )
    assert (graded(made)["ann"], graded(made)["cid"]) == ("ann/mean.py", "cid/mean.py")


@pytest.mark.parametrize("text", ["x\n" * 30, "\0" * 20_000, "é" * 17_000])
def test_a_hostile_file_names_nobody(plan, text):
    """It is too long, and its author is graded all the same."""
    made = plan({"ann/mean.py": WORK, "ann/members.txt": text}, ALONE)
    assert graded(made)["ann"] == "ann/mean.py"
    assert "names more than 20" in said(made, "ann") and graded(made)["bob"] == "?"


def test_without_a_roster_nobody_is_named(plan):
    """A name could be anybody's."""
    made = plan({"ann/mean.py": WORK, "ann/members.txt": "bob"}, None)
    assert graded(made) == {"ann": "ann/mean.py"}
    assert "members.txt counts only with a --roster" in said(made, "ann")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("fay,Fay,\"Red, Blue\"", "line 7: fay is in several groups (Red, Blue); leave one"),
        ("fay,Fay,dan", "line 7: the group dan is called as the student in line 5"),
        ("fay,Fay,Day Dan", "line 7: the group Day Dan is called as the student in line 5"),
        ("ann,Ann,Blue", "line 7: ann is there twice"),
    ],
)  # fmt: skip
def test_a_roster_with_a_group_that_can_not_be_meant_stops(plan, row, fault):
    """In one line, before anything is read."""
    with pytest.raises(UsageError, match="line 7") as raised:
        plan({"ann.py": WORK}, TEAMS + row + "\n")
    assert fault in str(raised.value) and len(raised.value.messages) == 1


@pytest.mark.parametrize("note", TOGETHER)
def test_each_member_s_grade_comes_into_her_own_row(tmp_path, note):
    """The number in the file's name is that of the member who handed it in."""
    file = "Ann Lee_101_assignsubmission_file_/mean.py"
    bob = replace(
        student("bob", 8, "Bob Wu", file=file),
        notes=(Message(note, file=file, student="ann", place=file, students="ann, bob"),),
    )
    cid = student("cid", 3, "Cid Cole", file=file.replace("Ann Lee_101", "Cid Cole_103"))
    record = class_with(student("ann", 8, "Ann Lee", file=file), bob, cid)
    rows = [
        participant(101, "Ann Lee", "ann"),
        participant(102, "Bob Wu", "bob"),
        participant(103, "Cid Cole", "cid"),
    ]
    moodle(tmp_path / "w.csv", rows)
    filled = fill(record, read_moodle(tmp_path / "w.csv", ""), None, False)
    assert [(g.match.entry.student, g.match.seat.number) for g in filled.grades] == [
        ("ann", "101"), ("bob", "102"), ("cid", "103"),
    ]  # fmt: skip
    assert "ann" not in letter(bob).replace("Hello", "")
