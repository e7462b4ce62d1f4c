"""Rosters: read however they were saved, and never guessed from."""

import codecs

import pytest

from grader.classroom.collect.roster import Person, Roster, read_roster
from grader.errors import UsageError


@pytest.fixture
def roster(tmp_path):
    """Read a roster from text, or from bytes."""

    def make(text: str | bytes) -> Roster:
        path = tmp_path / "class.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_roster(path)

    return make


CHINESE = "学号,姓名\nb01,王小明\nb02,李喆\nb03,陈大文\n"
TRADITIONAL = "學號,姓名\nb01,王小明\nb02,陳大文\n"


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (CHINESE.encode(), ["王小明", "李喆", "陈大文"]),
        (codecs.BOM_UTF8 + CHINESE.encode(), ["王小明", "李喆", "陈大文"]),
        (CHINESE.encode("utf-16"), ["王小明", "李喆", "陈大文"]),
        (codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be"), ["王小明", "李喆", "陈大文"]),
        (CHINESE.encode("gb18030"), ["王小明", "李喆", "陈大文"]),
        (TRADITIONAL.encode("big5"), ["王小明", "陳大文"]),
        ("id;Name\r\n1;Jürgen Groß\r\n".encode("cp1252"), ["Jürgen Groß"]),
    ],
)
def test_any_encoding_that_a_spreadsheet_writes(roster, data, names):
    """Excel writes a code page of its country's, or UTF-16 with tabs."""
    assert [person.name for person in roster(data).people] == names


@pytest.mark.parametrize(
    "text",
    [
        "id,name\n7,Ann Lee\n",
        "NAME,Grade,Student_ID\nAnn Lee,3,7\n",
        "Email;Full Name;NetID\na@b.c;Ann Lee;7\n",
        "username\tname\n7\tAnn Lee\n",
        "\n\nStudent ID,First Name,Last Name\n\n7,Ann,Lee\n,,\n",
        'login,"Name, full",name\n7,,"Ann Lee"\n',
        "sep=;\nid;name\n7;Ann Lee\n",
        "Student,ID,SIS Login ID\n    Points Possible,,\nAnn Lee,67890,7\n",
        "id,name\r7,Ann Lee\r",
        'id,name\n"7","Ann Lee"\n',
        "ID number,username,name\n,7,Ann Lee\n",
        " ID , Name \n 7 , Ann Lee \n",
    ],
)
def test_columns_are_found_by_their_headers(roster, text):
    """In any case, order and separator; other columns and empty lines don't matter."""
    (person,) = roster(text).people
    assert (person.id, person.name) == ("7", "Ann Lee")


def test_ids_are_kept_in_order_and_as_they_are(roster):
    """Leading zeros are part of an id."""
    found = roster("id,name\n007,Zoe\n003,Al\n")
    assert found.ids == ("007", "003")
    assert found.name("003") == "Al"


def test_a_roster_without_names_is_enough(roster):
    """Ids alone say who should have handed in."""
    assert roster("student\nalice\nbob\n").people == (Person("alice", ""), Person("bob", ""))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,grade\nAnn,1\n", r"no column of student ids \(columns: name, grade\).*student_id"),
        ("", r"no column of student ids \(columns: none\)"),
        ("id,name\n7,Ann\n\n8,Bo\n7,Cy\n", "line 5: 7 is there twice, first in line 2"),
        ("id,name\nAnn,a\nann,b\n", "line 3: ann is there twice, first in line 2"),
        ("id,name\n7,Ann\n,Bo\n", "line 3: Bo has no id; add it"),
        ("id,name\n1.10012E+11,Ann\n", "line 2: the id 1.10012E[+]11 was rounded by a spreadsheet"),
        (b"PK\3\4", "Excel workbook; save it as CSV"),
        ('id,name\n7,"' + "x" * 200_000 + '"\n', "line 2: .*save it as CSV again"),
        (b"x" * (17 << 20), "larger than 16 MB"),
    ],
)
def test_what_is_no_roster_is_one_clear_line(roster, text, message):
    """It names the file and the line, and says what to try."""
    with pytest.raises(UsageError, match=message) as caught:
        roster(text)
    assert "class.csv" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_roster_that_is_not_there(tmp_path):
    """Nor can a folder be read."""
    with pytest.raises(UsageError, match="can't be read: No such file"):
        read_roster(tmp_path / "nothing.csv")
    with pytest.raises(UsageError, match="can't be read"):
        read_roster(tmp_path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ann Lee", "ann  LEE"),
        ("Ann Lee", "Lee Ann"),
        ("Lee, Ann", "Ann Lee"),
        ("Lee, Ann", "leeann"),
        ("Ann Marie O'Brien", "obrienannmarie"),
        ("王小明", "王 小明"),
        ("Jose\u0301 Nu\u0301n\u0303ez", "José Núñez"),
        ("Müller", "MÜLLER"),
    ],
)
def test_a_platforms_name_is_matched(roster, name, text):
    """However it is composed, whatever its case, spaces and punctuation, family name first."""
    assert roster(f'id,name\ns1,"{name}"\ns2,Someone Else\n').named(text) == "s1"


def test_first_and_last_names_match_in_both_orders(roster):
    """Canvas sorts by the family name, however many words it has."""
    found = roster("id,first name,last name\ns1,Ana Maria,de la Cruz\ns2,小明,王\n")
    assert found.named("delacruzanamaria") == "s1"
    assert found.name("s2") == "王小明"
    assert found.named("王小明") == "s2"


@pytest.mark.parametrize("text", ["Ann Lee", "Lee Ann", "leeann", "Nobody", "", "Strauss"])
def test_two_of_a_name_are_never_guessed(roster, text):
    """Not even where one of them has it the other way around; ß is another's letter than ss."""
    people = "id,name\ns1,Ann Lee\ns2,Ann Lee\ns3,Lee Ann\ns4,Strauß\n"
    assert roster(people).named(text) == ""


def test_a_platforms_number_decides_only_between_people_of_a_name(roster):
    """Someone else's id may by chance be the same number."""
    found = roster("login,id,name\ns1,11,Ann Lee\ns2,22,Ann Lee\ns3,33,Bo Ek\ns4,44,\n")
    assert found.named("annlee", "22") == "s2"
    assert found.named("boek", "11") == "s3"
    assert found.named("nobody", "33") == ""
    assert found.named("nobody", "44") == "s4"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("B0123", "b0123"),
        ("b0123_hw", "b0123"),
        ("hw-b0123 王小明", "b0123"),
        ("ann@uni.edu", "ann"),
        ("Ann Lee", "ann"),
        ("ann_hw", ""),
        ("b0123_b0124", ""),
        ("b01234", ""),
        ("bob_2", ""),
        ("bob 2026", ""),
        ("2", "2"),
        ("hw1_41070123", "41070123"),
    ],
)
def test_whose_a_file_is(roster, text, id):
    """An id, a name, or one id that is no mere number as a word of it."""
    people = "id,name,email\nb0123,王小明,\nb0124,李安,\nann,Ann Lee,ann@uni.edu\n"
    people += "2,,\n2026,,\n41070123,,\n"
    assert roster(people).owner(text) == id


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("b_stone", ["b_stone"]),
        ("stone", ["stone"]),
        ("final_b_stone", ["b_stone", "stone"]),
        ("e_stone", []),
        ("e_stone7", []),
        ("hw_stone7", ["stone7"]),
        ("final_b_stone7", ["b_stone7", "stone7"]),
        ("ann_bob", ["ann", "bob"]),
        ("ann", ["ann"]),
        ("ann_hw", []),
        ("Ann Lee + Bob Roe", ["ann", "bob"]),
        ("team 3 - bob, stone", ["bob", "stone"]),
        ("3", ["3"]),
        ("hw-stone7-Sam", ["stone7"]),
    ],
)
def test_whom_a_text_may_mean(roster, text, ids):
    """A group, or two ids of which one is the end of the other: all of them, so none is guessed."""
    people = "id,name\nb_stone,\nstone,\nb_stone7,\nstone7,Sam Ng\nann,Ann Lee\nbob,Bob Roe\n"
    people += "sam,Sam Ek\n3,\n"
    assert list(roster(people).fitting(text)) == ids


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["id,name\n7,Jürgen\n", "学号,姓名\n7,王小明\n", "id\r7\r"])
def test_utf_16_without_a_mark(roster, code, text):
    """Some programs leave it out; the names are whole all the same."""
    (person,) = roster(text.encode(code)).people
    assert (person.id, person.name) == ("7", text.split(",")[-1].strip() if "," in text else "")


@pytest.mark.parametrize("data", [b"id,na\0me\n7,Ann\n", "id\n7\n".encode("utf-32-le"), b"\0" * 99])
def test_what_has_nul_bytes_and_is_no_utf_16_is_refused(roster, data):
    """A name is never mangled in silence."""
    with pytest.raises(UsageError, match="is not text; save it as CSV"):
        roster(data)


def test_what_canvas_adds_is_no_student(roster):
    """Its rows below the header, and its test student."""
    text = "Student,ID,SIS Login ID,ex1\n    Points Possible,,,10\n,,,Manual Posting\n"
    found = roster(text + 'Ann Lee,67890,7,\n"Student, Test",99,3f9a,\n')
    assert found.ids == ("7",)


def test_an_id_that_two_share_is_nobodys(roster):
    """A group's address, say. But an id in the first column is never taken away."""
    found = roster("student id,username,name\na1,team,\na2,team,\na3,a1,\n")
    assert found.owner("team") == ""
    assert found.owner("a1") == "a1"


@pytest.mark.parametrize(
    "text",
    [
        "Matrikelnummer;Name;Vorname\n7;Lee;Ann\n",
        "Vorname;Nachname;Anmeldename;E-Mail-Adresse\nAnn;Lee;7;a@b.c\n",
        'ID,"Vollständiger Name",ID-Nummer,E-Mail-Adresse\nTeilnehmer/in99,"Ann Lee",7,a@b.c\n',
        "Prénom,Nom,Nom d'utilisateur,Adresse de courriel\nAnn,Lee,7,a@b.c\n",
        "Identifiant,Nom complet,Numéro d'identification\nParticipant99,Ann Lee,7\n",
        "Pre\u0301nom,Nom de famille,Numéro étudiant\nAnn,Lee,7\n",
        "識別碼,全名,編號,電子郵件信箱\n參與者99,Ann Lee,7,a@b.c\n",
        "学号,姓氏,名字\n7,Lee,Ann\n",
        "CS 101 autumn\n\nid,name\n7,Ann Lee\n",
        "Liste,,\n2026,,\nMatrikelnr.,Name,Vorname\n7,Lee,Ann\n",
        "id,name,first name\n7,Ann Lee,Ann\n",
    ],
)
def test_headers_of_other_languages_and_below_a_title(roster, text):
    """German, French and Chinese; a family name beside a given one is half of a name."""
    (person,) = roster(text).people
    assert (person.id, person.name) == ("7", "Ann Lee")
    assert roster(text).named("Lee, Ann") == "7"


def test_a_family_name_alone_is_nobodys(roster):
    """Of `Name` and `Vorname` both are needed: there may be two of a family."""
    found = roster("Matrikelnummer;Name;Vorname\n1;Lee;Ann\n2;Lee;Bo\n3;Ek;Al\n")
    assert [found.name(id) for id in found.ids] == ["Ann Lee", "Bo Lee", "Al Ek"]
    assert (found.named("Lee"), found.named("Ek"), found.named("Bo Lee")) == ("", "", "2")


def test_a_participants_number_is_found_and_is_no_id(roster):
    """In whatever language, also after a word for a participant that is no id."""
    found = roster("Identifier,Full name\nParticipant 12,Ann Lee\nParticipant 34,Bo Ek\n")
    assert found.participant("34") == "Participant 34"
    assert found.fitting("Teilnehmer/in34") == ("Participant 34",)
    assert roster("id,name\ns12,Ann Lee\n12,Bo Ek\n").fitting("Participant 12") == ()
