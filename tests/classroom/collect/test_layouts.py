"""What learning platforms write: whose each file is, by their own rules, and never guessed.

Each layout here was made after the platform's own, and then bent such that a guess would be wrong.
"""

import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from support.words import in_words

from grader.classroom.collect.dates import sortable
from grader.classroom.collect.decide import must_match
from grader.classroom.collect.handins import Handin, Plan, collect_handins
from grader.classroom.collect.prefixes import meanings
from grader.classroom.collect.roster import Person, Roster, read_roster
from grader.errors import SubmissionError, UsageError

WORK = "def mean(x):\n    return x.mean(0)\n"
OTHER = "def mean(x):\n    return 0\n"
CLASS = Roster((Person("ann7", "Ann Lee"), Person("bo2", "Bo Ek"), Person("jm3", "Jörg Müller")))
TWINS = Roster((Person("111", "Wei Chen"), Person("222", "Wei Chen"), Person("333", "Bo Ek")))

Planner = Callable[..., dict[str, Handin]]


def write(folder: Path, files: dict[str, str]) -> Path:
    """Files by their paths; a path that ends in a slash is an empty folder."""
    for name, text in files.items():
        path = folder / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text(text)
    return folder


@pytest.fixture
def read(tmp_path, toy) -> Callable[..., Plan]:
    """The plan for a class with these files."""

    def make(files: dict[str, str], roster: Roster | None = None) -> Plan:
        source = write(Path(tempfile.mkdtemp(dir=tmp_path)), files)
        scratch = Path(tempfile.mkdtemp(dir=tmp_path))
        return in_words(collect_handins(source, toy, scratch, roster))

    return make


@pytest.fixture
def plan(read) -> Planner:
    """The handins of a class with these files, by student."""

    def make(files: dict[str, str], roster: Roster | None = None) -> dict[str, Handin]:
        return {handin.student: handin for handin in read(files, roster).handins}

    return make


def files_of(found: dict[str, Handin]) -> dict[str, str]:
    """The file of each student; `?` for who is undecided."""
    return {student: "?" if h.undecided else h.file for student, h in found.items()}


def said(handin: Handin) -> str:
    """All that the plan says of a student."""
    return "\n".join([str(handin.reason or ""), *map(str, handin.notes)])


# Gradescope

EXPORT = """\
submission_1:
  :submitters:
  - :name: Ann Lee
    :sid: ann7
    :email: ann@uni.edu
  :created_at: 2026-09-15 09:12:00.123 Z
  :score: 8.0
  :results:
    tests:
    - :name: Bo Ek
      :sid: bo2
submission_2:
  :submitters:
  - :name: Bo Ek
    :sid: bo2
    :email: bo@uni.edu
"""
TWO = {"submission_1/mean.py": WORK, "submission_2/mean.py": OTHER}


def submitters(*people: str) -> str:
    """One submission of these, each as `name, sid, email`."""
    rows = [person.rsplit(", ", 2) for person in people]
    lines = [f"  - :name: {n}\n    :sid: {s}\n    :email: {e}\n" for n, s, e in rows]
    return "  :submitters:\n" + "".join(lines)


@pytest.mark.parametrize("roster", [None, CLASS])
def test_gradescopes_own_file_says_whose_each_folder_is(plan, roster):
    """By the id there; what a result calls so is no submitter."""
    found = plan({"submission_metadata.yml": EXPORT, **TWO}, roster)
    expected = {"ann7": "submission_1/mean.py", "bo2": "submission_2/mean.py"}
    assert files_of(found) == expected | ({"jm3": ""} if roster else {})


def test_an_export_is_found_in_its_folder_also_with_one_submission(read):
    """As it lies in the zip."""
    files = {
        "assignment_77_export/submission_metadata.yml": EXPORT[: EXPORT.index("submission_2")],
        "assignment_77_export/submission_1/mean.py": WORK,
    }
    found = read(files, CLASS)
    assert found.layout == "Gradescope's export, inside assignment_77_export/"
    assert [h.student for h in found.handins if h.file] == ["ann7"]


@pytest.mark.parametrize(
    ("name", "sid", "expected"),
    [
        ("No", "no", "no"),
        ("Null", "'007'", "007"),
        ("Ünal, Ö", "0123", "0123"),
        ("x", "1e3", "1e3"),
    ],
)
def test_a_name_in_yaml_stays_a_name(plan, name, sid, expected):
    """No is no False, and 0123 no 83."""
    text = "submission_1:\n" + submitters(f"'{name}', {sid}, ").replace(":email: \n", ":email:\n")
    assert list(plan({"submission_metadata.yml": text, "submission_1/mean.py": WORK})) == [expected]


def test_of_two_with_one_name_gradescopes_id_decides(plan):
    """Who is not on the roster by the id is a stranger, whatever the name is."""
    text = "submission_1:\n" + submitters("Wei Chen, 999, w@x")
    text += "submission_2:\n" + submitters("Wei Chen, 222, v@x")
    found = plan({"submission_metadata.yml": text, **TWO}, TWINS)
    assert files_of(found)["222"] == "submission_2/mean.py"
    assert files_of(found)["999"] == "submission_1/mean.py"
    assert not found["111"].file and not found["111"].works


def test_without_a_known_id_gradescopes_name_is_matched_and_never_guessed(plan):
    """Of two of one name, neither gets it."""
    text = "submission_1:\n" + submitters("Wei Chen, x1, w@x")
    text += "submission_2:\n" + submitters("Bo Ek, x2, v@x")
    found = files_of(plan({"submission_metadata.yml": text, **TWO}, TWINS))
    assert found == {"111": "?", "222": "?", "333": "submission_2/mean.py"}


def test_an_email_of_one_and_an_id_of_another_are_shown_to_both(plan):
    """They contradict each other."""
    roster = Roster(
        (Person("ann7", "Ann Lee", ("ann@uni.edu",)), Person("bo2", "Bo Ek", ("bo@uni.edu",)))
    )
    text = "submission_1:\n" + submitters("Ann Lee, ann7, bo@uni.edu")
    found = plan({"submission_metadata.yml": text, "submission_1/mean.py": WORK}, roster)
    assert files_of(found) == {"ann7": "?", "bo2": "?"}


def test_a_group_of_gradescopes_is_shown_to_each_member(plan):
    """And given to none by itself."""
    text = "submission_1:\n" + submitters("Ann Lee, ann7, ", "Bo Ek, bo2, ")
    found = plan({"submission_metadata.yml": text, "submission_1/mean.py": WORK}, CLASS)
    assert files_of(found) == {"ann7": "?", "bo2": "?", "jm3": ""}
    assert "ann7, bo2" in said(found["bo2"])


def test_a_submission_that_gradescope_does_not_name_is_nobodys(plan):
    """It is a row of its own, and one that is named and not there is not lost."""
    text = EXPORT + "submission_9:\n" + submitters("Jörg Müller, jm3, ")
    found = plan({"submission_metadata.yml": text, **TWO, "submission_3/mean.py": WORK}, CLASS)
    assert files_of(found)["submission_3"] == "submission_3/mean.py"
    assert files_of(found)["jm3"] == "?"
    assert "named in submission_metadata.yml, and not there" in said(found["jm3"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("submission_1: [", "it is no YAML"),
        ("submission_1: \x01", "it is no YAML"),
        (EXPORT + EXPORT, "it has submission_1 twice"),
        ("[" * 5000, "it is no YAML"),
    ],
)
def test_an_export_that_can_not_be_read_stops_with_one_line(plan, text, why):
    """Nobody is made up from the folders' names."""
    with pytest.raises(SubmissionError, match=f"submission_metadata.yml.*{why}.*again") as caught:
        plan({"submission_metadata.yml": text, **TWO})
    assert "\n" not in str(caught.value)


def test_an_alias_of_an_alias_costs_nothing(plan):
    """A billion laughs; the submitters are read all the same."""
    bomb = "a: &a0 [x]\n" + "".join(f"b{n}: &a{n + 1} [*a{n}, *a{n}]\n" for n in range(60))
    found = plan({"submission_metadata.yml": bomb + EXPORT, **TWO}, CLASS)
    assert files_of(found)["bo2"] == "submission_2/mean.py"


def test_a_students_file_of_that_name_is_no_export(plan):
    """Only at the top of the class, beside what it names."""
    files = {"ann7/mean.py": WORK, "ann7/submission_metadata.yml": EXPORT, "bo2/mean.py": OTHER}
    files["submission_metadata.yml"] = EXPORT.replace("submission_", "other_")
    assert files_of(plan(files, CLASS)) == {
        "ann7": "ann7/mean.py",
        "bo2": "bo2/mean.py",
        "jm3": "",
    }


# Brightspace


def d2l(name: str, date: str, number: int = 12345) -> str:
    """The folder of an attempt."""
    return f"{number}-6203 - {name} - {date}"


@pytest.mark.parametrize("file", ["/mean.py", " - mean.py"])
def test_brightspaces_last_attempt_counts(plan, file):
    """Of folders, and of files; noon is before one o'clock, September before October."""
    dates = [
        "Sep 15, 2026 1159 AM",
        "Oct 2, 2026 1205 PM",
        "Oct 2, 2026 100 PM",
        "Oct 2, 2026 912 AM",
    ]
    files = {f"{d2l('Ann Lee', date)}{file}": f"{WORK}# {date}" for date in dates}
    found = plan({**files, f"{d2l('Jörg Müller', dates[0], 9)}{file}": WORK}, CLASS)
    assert found["ann7"].file.startswith(d2l("Ann Lee", dates[2]))
    assert "handed in several times: the last is graded, 3 earlier not" in said(found["ann7"])
    assert found["jm3"].file


def test_a_later_attempt_that_is_empty_is_decided_by_a_person(plan):
    """Neither the earlier one nor a zero."""
    files = {f"{d2l('Ann Lee', 'Sep 14, 2026 912 AM')}/mean.py": WORK}
    files[f"{d2l('Ann Lee', 'Sep 15, 2026 912 AM')}/"] = ""
    found = plan(files, CLASS)
    assert files_of(found)["ann7"] == "?"
    assert "holds no file; an earlier one has mean.py" in said(found["ann7"])
    assert "the last is graded" not in said(found["ann7"])


def test_attempts_whose_order_is_not_known_are_two_files(plan):
    """Of 09.10. nobody knows which is the month."""
    files = {
        f"{d2l('Ann Lee', '09.10.2026 0912')}/mean.py": WORK,
        f"{d2l('Ann Lee', '10.09.2026 0912')}/mean.py": OTHER,
    }
    found = plan(files, CLASS)
    assert files_of(found)["ann7"] == "?"
    assert "two files fit" in said(found["ann7"])


def test_two_of_one_name_in_brightspace_are_told_apart_by_number(plan):
    """And one of them on the roster gets neither's file."""
    files = {f"{d2l('Bo Ek', 'Sep 14, 2026 912 AM', n)}/mean.py": f"{WORK}# {n}" for n in (1, 2)}
    assert list(plan(files)) == ["Bo Ek_1", "Bo Ek_2"]
    found = plan(files, TWINS)
    assert files_of(found)["333"] == "?"
    assert "2 participants have this name" in said(found["333"])


def test_brightspaces_number_is_not_a_schools_id(plan):
    """By chance it is that of a student whose name the roster does not have."""
    roster = Roster((Person("12345", ""), Person("bo2", "Bo Ek")))
    files = {f"{d2l(name, 'Sep 14, 2026 912 AM')}/mean.py": WORK for name in ("Eve Yu", "Bo Ek")}
    assert plan(files, roster)["12345"].works == ()


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("1-2 - Ann - Marie Lee - Sep 15, 2026 912 AM - mean.py", "Ann - Marie Lee_1"),
        ("1-2 - Al - Sep 15, 2026 912 AM - 3-2 - Bo - Sep 16, 2026 912 AM - mean.py", "Al_1"),
        ("1-2 - Al - Sep 15, 2026 912 AM - Bo_2_assignsubmission_file_mean.py", "Al_1"),
        ("Al_1_assignsubmission_file_1-2 - Bo - Sep 15, 2026 912 AM - mean.py", "Al_1"),
        ("1-2 - Lee, Ann - 15 septembre, 2026 1412 - mean.py", "Lee, Ann_1"),
    ],
)
def test_a_files_own_name_never_tells_whose_it_is(plan, name, student):
    """It comes last, and a name may have a hyphen or a comma."""
    assert files_of(plan({name: WORK, "zz.py": WORK})) == {student: name, "zz": "zz.py"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sep 5, 2026 912 AM", "2026-09-05T09:12"),
        ("Sep 15, 2026 12:05 AM", "2026-09-15T00:05"),
        ("Mar 3, 2026 1205 PM", "2026-03-03T12:05"),
        ("15 septembre, 2026 1412", "2026-09-15T14:12"),
        ("14. März 2026 09.12", "2026-03-14T09:12"),
        ("3 juillet 2026 0912", "2026-07-03T09:12"),
        ("2026年9月15日 0912", "2026-09-15T09:12"),
        ("2026-09-15 0912", "2026-09-15T09:12"),
        ("09/10/2026 0912", ""),
        ("Sep 31, 2026 0912", ""),
        ("Foo 3, 2026 0912", ""),
        ("Sep 15, 2026 1305 PM", ""),
        ("Sep 15, 2026", ""),
    ],
)
def test_a_date_has_an_order_or_none(text, expected):
    """None is made up."""
    assert sortable(text) == expected


# Sakai


def test_sakais_id_decides_and_feedback_is_not_handed_in(plan):
    """Ann's folder holds the instructor's solution, and nothing of hers."""
    found = plan(
        {
            "Lee, Ann(ann7)/Feedback Attachment(s)/mean.py": WORK,
            "Lee, Ann(ann7)/feedbackText.html": "good",
            "Lee, Ann(ann7)/timestamp.txt": "2026",
            "Ek, Bo(bo2)/Submission attachment(s)/mean.py": OTHER,
            "Ek, Bo(bo2)/Feedback Attachment(s)/mean.py": WORK,
            "Müller, Jörg(jm3)/Müller, Jörg(jm3)_submissionText.html": "I have ...",
            "Müller, Jörg(jm3)/timestamp.txt": "2026",
        },
        CLASS,
    )
    expected = {"ann7": "", "bo2": "Ek, Bo(bo2)/Submission attachment(s)/mean.py", "jm3": "?"}
    assert files_of(found) == expected


def test_a_user_name_that_is_the_beginning_of_anothers(plan):
    """And twins: the id in brackets is all that counts where the roster has such ids."""
    roster = Roster(
        (Person("chen", "Wei Chen"), Person("chen2", "Wei Chen"), Person("wei", "Al Yu"))
    )
    files = {
        f"Chen, Wei({id})/Submission attachment(s)/mean.py": f"{WORK}# {id}"
        for id in ("chen2", "chen22")
    }
    found = files_of(plan(files, roster))
    assert found["chen2"].startswith("Chen, Wei(chen2)/")
    assert (found["chen"], found["wei"]) == ("", "")
    assert found["chen22"].startswith("Chen, Wei(chen22)/")


@pytest.mark.parametrize("name", ["Lee, Ann (2)", "Lee, Ann(2)", "mean(1)"])
def test_a_copy_of_a_folder_is_not_sakais(plan, name):
    """Without what Sakai puts into each, its number is no user."""
    assert "2" not in plan({f"{name}/mean.py": WORK, "zz/mean.py": WORK})


# Schoology


def schoology(who: str, *revisions: str) -> dict[str, str]:
    """A student's folder, with a file in each revision."""
    return {f"{who}/{each}/mean.py": f"{WORK}# {each}" for each in revisions}


def test_schoologys_last_revision_counts(plan):
    """Ten is after nine; that it was late is noted."""
    revisions = [f"Revision {n} - On time" for n in range(1, 10)]
    files = schoology("Lee, Ann - 0AAA1", *revisions, "Revision 10 - Late")
    found = plan({**files, **schoology("Ek, Bo - 0AAA2", revisions[0])}, CLASS)
    assert found["ann7"].file == "Lee, Ann - 0AAA1/Revision 10 - Late/mean.py"
    assert "handed in late" in found["ann7"].notes
    assert found["bo2"].notes == ()
    assert set(plan(files | schoology("Ek, Bo - 0AAA2", revisions[0]))) == {"0AAA1", "0AAA2"}


def test_an_empty_revision_hides_no_earlier_one(plan):
    """It is undecided."""
    files = schoology("Lee, Ann - 0AAA1", "Revision 1 - On time")
    found = plan({**files, "Lee, Ann - 0AAA1/Revision 2 - Late/": ""}, CLASS)
    assert files_of(found)["ann7"] == "?"


def test_of_two_with_one_name_schoology_shows_both_folders(plan):
    """By their names, not as `Revision 1`."""
    files = schoology("Chen, Wei - A1", "Revision 1 - On time")
    found = plan(files | schoology("Ek, Bo - A2", "Revision 1 - On time"), TWINS)
    assert files_of(found)["111"] == "?"
    assert "Chen, Wei may be that of 111, 222" in said(found["111"])


def test_a_folder_that_looks_like_schoologys_is_read_by_its_name(plan):
    """Without revisions in it, `hw1` is not everybody's id."""
    found = plan({"Lee, Ann - hw1/mean.py": WORK, "Ek, Bo - hw1/mean.py": OTHER})
    assert set(found) == {"Lee, Ann - hw1", "Ek, Bo - hw1"}
    mixed = {"Lee, Ann - hw1/Revision 1 - x/mean.py": WORK, "Lee, Ann - hw1/mean.py": OTHER}
    assert "hw1" not in plan({**mixed, "zz/mean.py": WORK})


# Teams, nbgrader


def test_teamss_last_version_of_this_assignment_counts(read):
    """What students still work on lies beside it, and is not handed in."""
    root = "Student Work"
    files = {
        f"{root}/Submitted files/Ann Lee/ex1/Version 2/mean.py": WORK,
        f"{root}/Submitted files/Ann Lee/ex1/Version 10/mean.py": OTHER,
        f"{root}/Submitted files/Ann Lee/ex2/Version 11/mean.py": "x = 1",
        f"{root}/Submitted files/Bo Ek/Exercise/Version 1/mean.py": WORK,
        f"{root}/Working files/Jörg Müller/ex1/mean.py": WORK,
    }
    found = read(files, CLASS)
    rows = {h.student: h.file for h in found.handins}
    assert rows["ann7"] == f"{root}/Submitted files/Ann Lee/ex1/Version 10/mean.py"
    assert rows["bo2"] == f"{root}/Submitted files/Bo Ek/Exercise/Version 1/mean.py"
    assert rows["jm3"] == ""
    assert found.layout == f"Teams's files, inside {root}/Submitted files/"


def test_a_student_who_has_versions_is_not_teams(plan):
    """Beside folders of others, nobody says which of them is meant."""
    files = {"ann7/ex1/Version 1/mean.py": WORK, "ann7/ex1/Version 2/mean.py": OTHER}
    assert files_of(plan({**files, "bo2/mean.py": WORK}))["ann7"] == "?"


def test_the_root_of_a_course_of_nbgraders(read):
    """Only submitted/ has what students handed in: not source, release, autograded, feedback."""
    files = {f"{step}/ann7/ex1/mean.py": OTHER for step in ("autograded", "feedback")}
    files |= {"source/ex1/mean.py": OTHER, "release/ex1/mean.py": OTHER, "gradebook.db": ""}
    files |= {"submitted/ann7/ex1/mean.py": WORK, "submitted/bo2/ex1/mean.py": WORK}
    found = read({**files, "nbgrader_config.py": "c = get_config()"}, CLASS)
    rows = {h.student: h.file for h in found.handins}
    assert rows == {
        "ann7": "submitted/ann7/ex1/mean.py",
        "bo2": "submitted/bo2/ex1/mean.py",
        "jm3": "",
    }
    assert found.layout == "a folder for each student (nbgrader), inside submitted/"


def test_one_who_is_called_submitted_is_a_student(plan):
    """Without nbgrader's folders beside it."""
    assert set(plan({"submitted/mean.py": WORK, "ann7/mean.py": OTHER})) == {"submitted", "ann7"}


# Moodle


def moodle(name: str, number: int) -> str:
    """A file of Moodle's."""
    return f"{name}_{number}_assignsubmission_file_/mean.py"


def test_before_a_name_moodle_writes_a_group(plan):
    """Also one with hyphens; a hyphen in a name is none of a group's."""
    people = [("a", "Ann Lee"), ("b", "Bo Ek"), ("c", "Mary-Ann Lee"), ("d", "Jean-Luc Roe")]
    roster = Roster(tuple(Person(id, name) for id, name in people))
    for group in ("Group A-", "CS-1-", "-", ""):
        files = {moodle(f"{group}{name}", n): f"{WORK}# {n}" for n, (_, name) in enumerate(people)}
        found = files_of(plan(files, roster))
        assert found == {id: moodle(f"{group}{name}", n) for n, (id, name) in enumerate(people)}, (
            group
        )


def test_who_has_another_name_within_the_own_keeps_the_work(plan):
    """Mary-Ann Lee is not on the roster. Ann Lee, who is, gets nothing of hers."""
    files = {moodle("Group A-Mary-Ann Lee", 1): WORK, moodle("Group A-Bo Ek", 2): OTHER}
    files[moodle("Group A-Jörg Müller", 3)] = OTHER
    found = files_of(plan(files, CLASS))
    assert (found["ann7"], found["bo2"]) == ("", moodle("Group A-Bo Ek", 2))
    alone = files_of(plan({moodle("Mary-Ann Lee", 1): WORK}, CLASS))
    assert alone["ann7"] == "?"
    both = files_of(plan({moodle("Mary-Ann Lee", 1): WORK, moodle("Ann Lee", 2): OTHER}, CLASS))
    assert both["ann7"] == moodle("Ann Lee", 2)
    assert both["Mary-Ann Lee_1"] == moodle("Mary-Ann Lee", 1)


def test_a_beginning_that_two_share_is_no_group_by_itself():
    """Most of the names behind it have to be on the roster."""
    names = ["Mary-Ann Lee", "Mary-Jo Kim", "Mary-Sue Roe", "Mary-Eve Yu"]
    assert meanings(names, {"Ann Lee"}.__contains__)["Mary-Ann Lee"] == ("Mary-Ann Lee", "Ann Lee")
    assert meanings(names, {"Ann Lee"}.__contains__)["Mary-Jo Kim"] == ("Mary-Jo Kim",)
    two = {"Ann Lee", "Jo Kim"}
    assert meanings(names, two.__contains__)["Mary-Ann Lee"] == ("Mary-Ann Lee", "Ann Lee")
    known = {*names, "Ann Lee"}
    assert all(meanings(names, known.__contains__)[name] == (name,) for name in names)


WORKSHEETS = {
    "English": ("Identifier,Full name,Email address,Status,Grade", "Participant {}"),
    "German": ("ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung", "Teilnehmer/in{}"),
    "French": ("Identifiant,Nom complet,Adresse de courriel,Statut,Note", "Participant{}"),
    "Chinese": ("識別碼,全名,電子郵件信箱,狀態,成績", "參與者{}"),
    "simplified": ("标识号,全名,电子邮件地址,状态,成绩", "参与者{}"),
}


@pytest.mark.parametrize("language", WORKSHEETS)
def test_with_blind_marking_the_worksheet_says_who_is_who(plan, tmp_path, language):
    """A worksheet is a roster in any language; its number is that in the file's name."""
    titles, word = WORKSHEETS[language]
    rows = [
        f'"{word.format(n)}",{name},{name[0]}@uni.edu,,' for n, name in ((12, "Ann"), (34, "Bo"))
    ]
    (tmp_path / "class.csv").write_text("\n".join([titles, *rows]))
    roster = read_roster(tmp_path / "class.csv")
    assert roster.name(roster.with_id("A@uni.edu")) == "Ann"
    local = word.format("").strip().replace("/", "")
    found = plan({moodle(local, 34): WORK, f"{local}_12/mean.py": OTHER}, roster)
    assert {handin.name: handin.file for handin in found.values()} == {
        "Bo": moodle(local, 34),
        "Ann": f"{local}_12/mean.py",
    }


def test_a_participants_number_is_not_a_schools_id(plan):
    """41070123 is a student here, and another participant there."""
    roster = Roster((Person("41070123", ""), Person("s41070124", "")))
    for word in ("Participant", "Ann Lee"):
        found = plan({moodle(word, 41070123): WORK, moodle(word, 41070124): OTHER}, roster)
        assert (found["41070123"].works, found["s41070124"].works) == ((), ())


def test_a_roster_without_participants_stops_a_blind_class(read):
    """And both lists are shown."""
    found = read({moodle("Participant", n): WORK for n in (12, 34)}, CLASS)
    with pytest.raises(UsageError, match="0 of the 2 names") as caught:
        must_match(found, Path("class.csv"), ["ann7 Ann Lee"])
    assert "Participant_12, Participant_34" in str(caught.value)


# Google Classroom


def composed(text: str) -> str:
    """A letter with its marks is one character, as most systems write it."""
    return unicodedata.normalize("NFC", text)


def decomposed(text: str) -> str:
    """Each mark is a character of its own, as a Mac writes it."""
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "name",
    ["Jörg Müller - mean.py", "Copy of Jörg Müller – mean.py", "Jörg Müller - Kopie von mean.py"],
)
def test_umlauts_in_either_form_are_one_name(plan, form, name):
    """A Mac writes two characters for one."""
    forms = {"NFC": composed, "NFD": decomposed}
    file = forms.pop(form)(name)
    (other,) = forms.values()
    assert plan({file: WORK, "Bo Ek - mean.py": WORK}, CLASS)["jm3"].file
    roster = Roster((Person("jm3", other("Jörg Müller")),))
    assert plan({file: WORK}, roster)["jm3"].file


def test_without_an_umlaut_it_is_another_name(plan):
    """Nobody is taken for another because of a spelling."""
    found = plan({"Jorg Muller - mean.py": WORK, "Joerg Mueller - mean.py": OTHER}, CLASS)
    assert found["jm3"].works == ()
