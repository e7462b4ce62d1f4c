"""When something was handed in: what each platform says, a table, git, and never a guess."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support.words import sentences

from grader.classroom.collect import (
    Roster,
    collect_handins,
    read_times,
    with_groups,
    with_times,
)
from grader.classroom.collect.commits import committed
from grader.classroom.collect.dates import of_numbers, time_of
from grader.classroom.collect.roster import Person
from grader.classroom.record import HandedIn, Source
from grader.errors import UsageError

WORK = "def mean(x):\n    return x.mean(0)\n"
CLASS = Roster((Person("ann", "Ann Lee"), Person("bob", "Bob Roe")))


@pytest.fixture
def plan(tmp_path, toy):
    """The plan of a class with these files."""

    def make(files, roster=None, **how):
        source, scratch = tmp_path / "class", tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        for name, text in files.items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_text(text)
        found = with_times(collect_handins(source, toy, scratch, roster), **how)
        return {handin.student: handin for handin in found.plan.handins}

    return make


def table(tmp_path, text):
    (tmp_path / "times.csv").write_text(text, encoding="utf-8")
    return read_times(tmp_path / "times.csv")


GRADESCOPE = """\
submission_1:
  :submitters:
  - :name: Ann Lee
    :sid: ann
    :email: a@b
  :created_at: {}
  :results:
    :created_at: 1999-01-01 00:00:00 Z
    :tests:
    - :created_at: 1999-01-01 00:00:00 Z
"""
OF_RAILS = """!ruby/object:ActiveSupport::TimeWithZone
    utc: &1 2026-12-01 15:59:00.132541000 Z
    zone: !ruby/object:ActiveSupport::TimeZone
      name: Etc/UTC
    time: *1"""
PLATFORMS = {
    "Blackboard": ({"ex1_ann_attempt_2026-12-01-23-59-07_mean.py": WORK}, "2026-12-01T23:59:07"),
    "Blackboard's nonsense": ({"ex1_ann_attempt_2026-13-01-23-59-07_mean.py": WORK}, ""),
    "Brightspace": ({"1-2 - Ann Lee - Dec 1, 2026 1159 PM/mean.py": WORK}, "2026-12-01T23:59"),
    "Sakai": (
        {"Lee, Ann(ann)/Submission attachment(s)/mean.py": WORK,
         "Lee, Ann(ann)/timestamp.txt": "20261201155907123"},
        "2026-12-01T15:59:07+00:00",
    ),
    "Sakai's newer": (
        {"Lee, Ann(ann)/Submission attachment(s)/mean.py": WORK,
         "Lee, Ann(ann)/Submission attachment(s)/timestamp.txt": "1999-01-01T00:00:00Z",
         "Lee, Ann(ann)/timestamp.txt": "2026-12-01T15:59:07.123Z"},
        "2026-12-01T15:59:07.123000+00:00",
    ),
    "a folder with a file of hers": ({"ann/mean.py": WORK, "ann/timestamp.txt": "2026-12-01"}, ""),
    "nbgrader": (
        {"submitted/ann/ex1/mean.py": WORK,
         "submitted/ann/ex1/timestamp.txt": "2026-11-28 10:00:00.000000 UTC\n",
         "submitted/ann/ex2/timestamp.txt": "2026-11-29 10:00:00 UTC"},
        "2026-11-28T10:00:00+00:00",
    ),
    "nbgrader, a notebook in a folder": (
        {"ann/ex1/parts/mean.py": WORK, "ann/ex1/timestamp.txt": "2026-07-01 10:00:00.5 CEST"},
        "2026-07-01T10:00:00.500000+02:00",
    ),
    "nbgrader's of no one zone": (
        {"ann/ex1/mean.py": WORK, "ann/ex1/timestamp.txt": "2026-11-28 10:00:00 CST"}, "",
    ),
    "a time for another exercise": (
        {"ann/ex1/mean.py": WORK, "ann/ex2/timestamp.txt": "2026-11-28 10:00:00 UTC"}, "",
    ),
    "in a download of Moodle's": (
        {"Ann Lee_12_assignsubmission_file_/ex1/mean.py": WORK,
         "Ann Lee_12_assignsubmission_file_/ex1/timestamp.txt": "1999-11-28 10:00:00 UTC"}, "",
    ),
    "Gradescope": (
        {"submission_1/mean.py": WORK,
         "submission_metadata.yml": GRADESCOPE.format("2026-12-01 15:59:00.132541000 Z")},
        "2026-12-01T15:59:00.132541+00:00",
    ),
    "Gradescope's zone": (
        {"submission_1/mean.py": WORK, "submission_metadata.yml": GRADESCOPE.format(OF_RAILS)},
        "2026-12-01T15:59:00.132541+00:00",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "when"), PLATFORMS.values(), ids=PLATFORMS)
def test_what_a_platform_says(plan, files, when):
    """By its own file, and by its names; nothing that a student has written counts as that."""
    (handin,) = plan(files).values()
    assert handin.path and handin.handed_in.when == when
    assert handin.handed_in.source is (Source.PLATFORM if when else Source.UNKNOWN)


def test_late_without_a_time(plan):
    """Canvas says that it is late, and not how late."""
    (handin,) = plan({"leeann_late_67890_1234_mean.py": WORK}).values()
    assert handin.handed_in == HandedIn("", Source.UNKNOWN, True)


def test_a_group_has_the_time_of_its_submission(tmp_path, toy, plan):
    """All of its members."""
    plan({"ex1_ann_attempt_2026-12-01-10-00-00_mean.py": WORK})
    roster = Roster((Person("ann", "Ann Lee", group="g"), Person("bob", "Bob Roe", group="g")))
    collected = collect_handins(tmp_path / "class", toy, tmp_path / "scratch", roster)
    found = with_times(with_groups(collected, roster)).plan
    assert [each.handed_in.when for each in found.handins] == ["2026-12-01T10:00:00"] * 2


TIMES = {
    "2026-12-01T23:59": "2026-12-01T23:59:00",
    "2026-12-01 23:59:30+08:00": "2026-12-01T23:59:30+08:00",
    "2026/12/1 23:59": "2026-12-01T23:59",
    "2026/12/1 23:59:30": "2026-12-01T23:59:30",
    "Tuesday, 1 December 2026, 11:59 PM": "2026-12-01T23:59",
    "2026年12月1日 23:59": "2026-12-01T23:59",
    "2026-12-01 23:59:30.250000 UTC": "2026-12-01T23:59:30.250000+00:00",
    "2026-12-01 23:59:30 GMT": "2026-12-01T23:59:30+00:00",
    "2026-12-01 23:59:30 CET": "2026-12-01T23:59:30+01:00",
    "2026-07-01 23:59:30 CEST": "2026-07-01T23:59:30+02:00",
    "2026-12-01 23:59:30 JST": "2026-12-01T23:59:30+09:00",
    "2026-12-01 23:59:30 EST": "2026-12-01T23:59:30-05:00",
    "2026-10-25 02:30:00 CET": "2026-10-25T02:30:00+01:00",
    "2026-10-25 02:30:00 CEST": "2026-10-25T02:30:00+02:00",
    "2026-12-01 23:59:30 +0800": "2026-12-01T23:59:30+08:00",
    "2026-12-01 23:59:30 +08": "2026-12-01T23:59:30+08:00",
    "2026-12-01 23:59:30 UTC+08:00": "2026-12-01T23:59:30+08:00",
    "2026-12-01 23:59:30 CST": "",
    "2026-12-01 23:59:30 IST": "",
    "2026-12-01 23:59:30 CEST": "",
    "2026-12-01 23:59:30 XYZ": "",
    "2026-12-01 23:59:30+01:00 CET": "",
    "9999-12-31 23:59:30 CET": "9999-12-31T23:59:30+01:00",
    "0001-01-01 00:00:00 UTC": "0001-01-01T00:00:00+00:00",
    "12/01/2026 23:59": "",
    "2026-12-01": "",
    "2026-02-30 10:00": "",
    "soon": "",
    "": "",
}


@pytest.mark.parametrize(("text", "when"), TIMES.items())
def test_a_time_as_people_write_it(text, when):
    """Of 12/01 nobody knows which is the month, and a day alone is no time. Of a zone's name it
    has to be known where that is: CST is in America and in China, and IST on three continents."""
    assert time_of(text) == when


def test_a_time_of_nbgraders_that_is_unsure_is_said(plan):
    """With what stands there; and a clone's timestamp.txt is not nbgrader's."""
    files = {"ann/ex1/mean.py": WORK, "ann/ex1/timestamp.txt": "2026-11-28 10:00:00 CST"}
    (handin,) = plan(files).values()
    assert sentences(handin.notes) == (
        "ex1/timestamp.txt: '2026-11-28 10:00:00 CST' is no time that can be read in one way only",
    )
    (handin,) = plan({"ann/.git": "", "ann/ex1/timestamp.txt": "2026-11-28 10:00 UTC"}).values()
    assert handin.handed_in.when == ""


@pytest.mark.parametrize("text", ["", "2026-12-01", "a-b-c-d-e-f", "2026-12-01-24-00-00"])
def test_six_numbers_that_are_no_time(text):
    """They are not made one."""
    assert of_numbers(text) == ""


def test_a_table_counts_before_the_platform(plan, tmp_path):
    """Whoever has no line in it keeps what the platform says."""
    files = {
        f"ex1_{s}_attempt_2026-12-01-10-00-00_mean.py": WORK + f"# {s}" for s in ("ann", "bob")
    }
    found = plan(files, CLASS, times=table(tmp_path, "Student,Time\nANN,2026-12-02 10:00\n"))
    assert found["ann"].handed_in == HandedIn("2026-12-02T10:00:00", Source.CSV)
    assert found["bob"].handed_in.source is Source.PLATFORM


def test_a_worksheet_of_moodles_is_a_table(tmp_path):
    """Its column for the submission, not the one for the grade; `-` is no time."""
    found = table(
        tmp_path,
        "Identifier,Full name,ID number,Email address,Last modified (submission),"
        "Last modified (grade)\n"
        'Participant 1,Ann Lee,ann,a@b,"Tuesday, 1 December 2026, 11:59 PM",-\n'
        'Participant 2,Bob Roe,bob,b@b,-,"Tuesday, 8 December 2026, 11:59 PM"\n',
    )
    assert [(row.ids[0], row.when) for row in found.rows] == [
        ("ann", "2026-12-01T23:59"),
        ("bob", ""),
    ]
    assert found.by_id["participant 1"].ids[0] == "ann"


BAD = {
    "twice": ("student,time\nann,2026-12-01 10:00\nAnn,2026-12-02 10:00\n", "line 3: Ann is there"),
    "a day": ("student,time\nann,2026-12-01\n", "line 2: '2026-12-01' is no time"),
    "month or day": ("student,time\nann,12/01/2026 10:00\n", "in one way only"),
    "no time": ("student,points\nann,3\n", "its first line is student,time"),
    "no student": ("who,time\nann,2026-12-01 10:00\n", "its first line is student,time"),
    "empty": ("", "its first line is student,time"),
}


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=BAD)
def test_a_table_that_can_not_be_read(tmp_path, text, said):
    """One line, with the number of the line in the file."""
    with pytest.raises(UsageError, match=said):
        table(tmp_path, text)


def test_a_table_of_another_class(plan, tmp_path, toy):
    """It is refused where nobody of it is there; who is not there alone is named."""
    with pytest.raises(UsageError, match="none of the students of this class"):
        plan({"ann/mean.py": WORK}, times=table(tmp_path, "id,time\nzoe,2026-12-01 10:00\n"))
    scratch = tmp_path / "scratch"
    collected = collect_handins(tmp_path / "class", toy, scratch)
    both = table(tmp_path, "id,time,due\nzoe,2026-12-01 10:00,\nann,,2026-12-09 23:59\n")
    found = with_times(collected, both)
    assert "not in this class, so passed over: zoe" in sentences(found.notes)[0]
    assert found.due == {"ann": "2026-12-09T23:59:00"}


def test_the_time_of_the_file_counts_only_where_it_is_asked_for(plan, tmp_path):
    """And never of what was unpacked just now."""
    files = {"ann/mean.py": WORK}
    (before,) = plan(files).values()
    os.utime(tmp_path / "class" / "ann" / "mean.py", (1_800_000_000, 1_800_000_000))
    (after,) = plan({}, mtime=True).values()
    assert before.handed_in.when == ""
    assert after.handed_in == HandedIn("2027-01-15T08:00:00+00:00", Source.MTIME)
    with zipfile.ZipFile(tmp_path / "class" / "bob.zip", "w") as packed:
        packed.writestr("mean.py", WORK + "# bob")
    assert plan({}, mtime=True)["bob"].handed_in.when == ""


# --- clones --------------------------------------------------------------------------------


def git(folder, *words, when="2026-12-01T10:00:00+08:00"):
    """Run git as a student does."""
    own = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z", "GIT_COMMITTER_DATE": when}
    name = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "protocol.file.allow=always")
    subprocess.run(
        ["git", *name, *words], cwd=folder, check=True, capture_output=True, env=os.environ | own
    )


@pytest.fixture
def clone(tmp_path):
    """Ann's clone: her file was committed on the first, another one on the ninth."""
    folder = tmp_path / "class" / "ex1-ann"
    folder.mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "mean.py").write_text(WORK)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    (folder / "README").write_text("x")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "two", when="2026-12-09T10:00:00+08:00")
    return folder


def test_the_last_commit_that_touched_the_file(clone, plan):
    """Not the last of all; by the committer's clock, which is that of whoever made the commit."""
    (handin,) = plan({}).values()
    assert handin.handed_in == HandedIn("2026-12-01T10:00:00+08:00", Source.GIT)
    git(clone, "gc", "-q")
    git(clone, "pack-refs", "--all")
    assert plan({})["ann"].handed_in.source is Source.GIT
    git(clone, "checkout", "-q", "--detach")
    assert plan({})["ann"].handed_in.source is Source.GIT


def test_a_file_that_is_not_as_it_was_committed(clone, plan):
    """Nobody knows when it was written; the ends of lines are no difference."""
    (clone / "mean.py").write_bytes(WORK.replace("\n", "\r\n").encode())
    assert plan({})["ann"].handed_in.source is Source.GIT
    (clone / "mean.py").write_text(WORK + "# more\n")
    handin = plan({}, say=True)["ann"]
    assert handin.handed_in.when == ""
    assert any("is not as it was committed" in note for note in sentences(handin.notes))


def test_a_shallow_clone_does_not_say_it(clone, tmp_path):
    """All that it has seems to be of its last commit."""
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{clone}", str(shallow))
    found = committed(shallow, shallow / "mean.py")
    assert found.when == "" and "--depth" in str(found.why)


def test_nothing_of_a_clone_is_executed(clone, tmp_path):
    """What its config, hooks and attributes name would run, if git saw them."""
    mark = tmp_path / "executed"
    evil = tmp_path / "evil.sh"
    evil.write_text(f"#!/bin/sh\ntouch {mark}\nexit 1\n")
    evil.chmod(0o755)
    for name, value in {
        "core.fsmonitor": str(evil),
        "core.pager": str(evil),
        "log.showSignature": "true",
        "gpg.program": str(evil),
        "core.sshCommand": str(evil),
        "diff.external": str(evil),
        "core.hooksPath": str(tmp_path),
        "remote.origin.url": f"ext::{evil}",
        "remote.origin.promisor": "true",
        "extensions.partialClone": "origin",
        "core.repositoryformatversion": "1",
        "alias.log": f"!{evil}",
        "include.path": "/dev/zero",
    }.items():
        with (clone / ".git" / "config").open("a") as config:
            section, _, key = name.rpartition(".")
            head, _, sub = section.partition(".")
            config.write(
                f"[{head}{f' {chr(34)}{sub}{chr(34)}' if sub else ''}]\n\t{key} = {value}\n"
            )
    (clone / ".git" / "info" / "attributes").write_text("* diff=evil\n")
    assert committed(clone, clone / "mean.py").when
    assert not mark.exists()


LINKED = ["a link", "a file", "its objects", "its branch", "nothing"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
@pytest.mark.parametrize("what", LINKED)
def test_a_clone_that_leads_elsewhere(clone, tmp_path, what):
    """It is not followed: then the time is not known."""
    own, other = clone / ".git", tmp_path / "other"
    match what:
        case "a link":
            own.rename(other)
            own.symlink_to(other)
        case "a file":
            own.rename(other)
            own.write_text(f"gitdir: {other}\n")
        case "its objects":
            (own / "objects").rename(other)
            (own / "objects").symlink_to(other)
        case "its branch":
            (own / "HEAD").write_text("ref: refs/../../../other\n")
        case _:
            (own / "HEAD").unlink()
    found = committed(clone, clone / "mean.py")
    assert found.when == "" and found.why is not None


def test_a_clone_in_a_platforms_download_says_nothing(tmp_path, clone, plan):
    """Whoever handed in a folder has made its commits to his liking."""
    folder = tmp_path / "class" / "Ann Lee_1_assignsubmission_file_"
    clone.rename(folder)
    (handin,) = plan({}).values()
    assert handin.path == Path(folder / "mean.py") and handin.handed_in.when == ""
