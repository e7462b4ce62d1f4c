"""A grading worksheet of Moodle's comes back with the grades in it, in whatever language it is."""

import csv
import io
import itertools
import re
from contextlib import suppress
from dataclasses import replace

import pytest
from support.exports import MOODLE, class_with, moodle, participant, student, undecided

from grader.classroom.collect import NOTHING_COUNTS
from grader.classroom.publish import Scale, fill, read_moodle, render_filled, table
from grader.classroom.publish.table import Quoting
from grader.classroom.record import State
from grader.errors import UsageError
from grader.text import Message

CODE = 'print("a\\"b")\n\\"quoted\\" and "" and \\\\ too'


def three(ann: str = "", bob: str = "", cid: str = "", **fields: str):
    return [
        participant(101, "Ann Lee", "ann", ann, **fields),
        participant(102, "Bob Ünï", "bob", bob, online_text="a, b\nc"),
        participant(103, "陳怡君", "cid", cid),
    ]


def graded():
    return class_with(student("ann", 8), student("bob", 9.5), student("cid", 10))


@pytest.fixture
def path(tmp_path):
    """Where the worksheet lies."""
    return tmp_path / "worksheet.csv"


def filled(path, record=None, column="", scale=None, late=False):
    return fill(record or graded(), read_moodle(path, column), scale, late)


ODD = {
    "plain": {},
    "code": {"online_text": CODE},
    "a backslash at the end": {"online_text": "C:\\temp\\ and"},
    "html": {"feedback_comments": '<p class="x">Good;&nbsp;\n</p>'},
    "marked before": {"last_modified_grade_": "Monday, 1 December 2025, 9:00 AM"},
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_only_the_grades_change(path, odd, ends):
    """The file is what Moodle would write with these grades, whatever students have written."""
    fields = {name.strip("_"): value for name, value in ODD[odd].items()}
    moodle(path, three(**fields), ends=ends)
    text = filled(path).text
    assert text.encode() == moodle(path, three("8", "9.5", "10", **fields), ends=ends)


def test_a_newer_moodle_writes_by_the_standard(path):
    """With a byte order mark, and every quote doubled, also behind a backslash."""

    def written(*grades):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([MOODLE, *three(*grades, online_text=CODE)])
        return b"\xef\xbb\xbf" + text.getvalue().encode()

    path.write_bytes(written())
    assert filled(path).text.encode() == written("8", "9.5", "10")


def test_no_text_can_be_read_in_two_ways(path):
    """So no student's text can become rows of others: all short texts that PHP's rule reads, and
    the standard's does too, have the same cells in both."""
    read = 0
    for size in range(6):
        for text in map("".join, itertools.product('"\\,', repeat=size)):
            path.write_text(f"a\nx,{text}\n", newline="")
            cells = []
            for quoting in Quoting:
                with suppress(UsageError):
                    cells.append(table.read(path, [quoting], even=False).rows)
            read += len(cells) == 2
            assert len(cells) < 2 or cells[0] == cells[1]
    assert read > 100


def test_a_text_that_neither_rule_reads_is_refused(path):
    """PHP writes a quote behind a backslash and a backslash at the end alike: the line is named."""
    moodle(path, three(online_text='say \\"hi\\" to \\'))
    with pytest.raises(UsageError, match="line 2: a quote"):
        filled(path)


def test_each_way_of_quoting_is_its_writers():
    """What fputcsv writes is read back by PHP's rule, and what Python writes by the standard's."""
    assert re.fullmatch(Quoting.PHP.value, r'"a\"b ""c"" \\ d"')
    assert not re.fullmatch(Quoting.RFC.value, r'"a\"b ""c"""')
    assert re.fullmatch(Quoting.RFC.value, '"C:\\temp\\"')
    assert not re.fullmatch(Quoting.PHP.value, '"C:\\temp\\"')


# --- languages --------------------------------------------------------------------------------

LANGUAGES = {
    "de": (
        'ID,"Vollständiger Name",E-Mail-Adresse,Status,Bewertung,Bestwertung,"Bewertung kann '
        'geändert werden","Zuletzt geändert (Abgabe)","Zuletzt geändert (Bewertung)"',
        "Teilnehmer/in", '"Zur Bewertung abgegeben - 2 Tage zu spät"', '"10,00"', "Ja", "Nein",
    ),
    "fr": (
        'Identifiant,"Nom complet","Adresse de courriel",Statut,Note,"Note maximale","La note peut '
        'être modifiée","Dernière modification (travail remis)","Dernière modification (note)"',
        "Participant", '"Remis pour évaluation - En retard de 2 jours"', '"10,00"', "Oui", "Non",
    ),
    "es": (
        'Identificador,"Nombre completo","Dirección de correo",Estado,Calificación,"Calificación '
        'máxima","La calificación puede ser cambiada","Última modificación (entrega)","Última '
        'modificación (calificación)"',
        "Participante", '"Enviado para calificar - 2 días después"', '"10,00"', "Sí", "No",
    ),
    "zh_tw": (
        "識別碼,全名,電子郵件信箱,狀態,成績,最高成績,分數可以被更改,最後修改（繳交作業）,最後修改（成績）",
        "參與者", '"已繳交，等待評分中 - 過期2 天"', "10.00", "是", "否",
    ),
    "zh_cn": (
        "标识符,全名,电子邮件地址,状态,成绩,最高分,允许更改成绩,最后修改（提交）,最后修改（成绩）",
        "参与者", '"已提交等待评分 - 迟2 天"', "10.00", "是", "否",
    ),
    "a language that nobody here knows": (
        "Tunniste,Nimi,Osoite,Tila,Arvosana,Enintään,Muutettavissa,Muokattu,Arvioitu",
        "Osallistuja", "Palautettu", '"10,00"', "Kyllä", "Ei",
    ),
}  # fmt: skip


def worksheet(language, *grades):
    """Four students: the second is late, and the third's grade can't be changed."""
    head, word, late, most, yes, no = LANGUAGES[language]
    on_time, comma = late.split(" - ")[0].strip('"'), "," in most
    rows = [head]
    for place, grade in enumerate(grades):
        number, name = 101 + place, ["Ann Lee", "Bob Wu", "Cid Cole", "Dan Day"][place]
        status = late if place == 1 else f'"{on_time}"' if " " in on_time else on_time
        cell = f'"{grade.replace(".", ",")}"' if comma and "." in grade else grade
        lock = no if place == 2 else yes
        rows.append(
            f'{word}{number},"{name}",{name[:3].lower()}@uni.example,{status},{cell},{most},'
            f'{lock},"Dienstag, 2. Dezember 2025, 10:37",-'
        )
    return ("\n".join(rows) + "\n").encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_worksheet_may_be_in_any_language(path, language):
    """Titles, the word of the identifier, yes and no, late, and the decimal sign."""
    path.write_bytes(worksheet(language, "", "", "", ""))
    class_ = class_with(*(student(id, 9.5) for id in ("ann", "bob", "cid", "dan")))
    done = filled(path, class_)
    known = "nobody" not in language
    expected = ["9.5", "" if known else "9.5", "" if known else "9.5", "9.5"]
    assert done.text.encode() == worksheet(language, *expected)
    left = {entry.student: str(why) for entry, why in done.left}
    assert set(left) == ({"bob", "cid"} if known else set())
    if known:
        assert "late" in left["bob"] and "can't be changed" in left["cid"]
        assert filled(path, class_, late=True).text.encode() == worksheet(
            language, "9.5", "9.5", "", "9.5"
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_handed_in_there_gets_no_0(path, language):
    """Also after the class was downloaded: it is told, and a person may say that nothing counts."""
    path.write_bytes(worksheet(language, "", "", "", ""))
    nothing = undecided("ann", State.NOTHING)
    done = filled(path, class_with(nothing, student("dan")))
    if "nobody" in language:
        assert done.text.encode() == worksheet(language, "0", "", "", "8")
        return
    assert done.text.encode() == worksheet(language, "", "", "", "8")
    (why,) = [str(why) for _, why in done.left]
    assert "something was handed in (Dienstag, 2. Dezember 2025, 10:37)" in why
    decided = replace(nothing, report=replace(nothing.report, reason=Message(NOTHING_COUNTS)))
    done = filled(path, class_with(decided, student("dan")))
    assert done.text.encode() == worksheet(language, "0", "", "", "8")


def test_who_has_handed_in_nothing_there_gets_0(path):
    """And so does everybody where the worksheet does not say."""
    rows = [participant(101, "Ann Lee", "ann", last_modified_submission="-")]
    moodle(path, rows)
    class_ = class_with(undecided("ann", State.NOTHING))
    assert [grade.value for grade in filled(path, class_).grades] == ["0"]
    moodle(path, [[*row[:8], *row[10:]] for row in rows], [*MOODLE[:8], *MOODLE[10:]])
    assert [grade.value for grade in filled(path, class_).grades] == ["0"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_where_late_is_not_known(path, language):
    """Then nobody is left out for being late."""
    path.write_bytes(worksheet(language, "", "", "", ""))
    text = render_filled(filled(path, class_with(student("ann"))), path)
    assert ("does not say who has handed in late" in text) == ("nobody" in language)


def test_the_column_can_be_named(path):
    """Where the grades can't be told by their title or by where they stand."""
    titles = [*MOODLE]
    titles[5], titles[6] = "Pisteet", "Enintään"
    rows = [[*row] for row in three()]
    rows[0][6] = "20.00"
    moodle(path, rows, titles=titles)
    with pytest.raises(UsageError, match=r"which column has the grades.*Pisteet"):
        filled(path)
    assert filled(path, column="pisteet").sheet.title == "Pisteet"


# --- points, scales, rows ---------------------------------------------------------------------


def test_a_scale_is_refused(path):
    """Words are no points."""
    titles = [*MOODLE]
    titles[6] = "Scale"
    rows = [[*row] for row in three(ann="satisfactory")]
    for row in rows:
        row[6] = "poor\nsatisfactory\ngood"
    moodle(path, rows, titles=titles)
    with pytest.raises(UsageError, match=r"words of a scale .satisfactory"):
        filled(path)
    moodle(path, [[*row[:5], "", *row[6:]] for row in rows], titles=titles)
    with pytest.raises(UsageError, match=r"words of a scale .poor satisfactory good"):
        filled(path)


def test_more_than_the_maximum_is_not_filled_in(path):
    """Moodle's import passes over such a grade without a word."""
    moodle(path, [[*row[:6], "9.00", *row[7:]] for row in three()])
    done = filled(path, scale=Scale.SAME)
    assert [grade.value for grade in done.grades] == ["8"]
    assert ["more than there can be" in str(why) for _, why in done.left] == [True, True]
    scaled = filled(path, scale=Scale.SCALED)
    assert [grade.value for grade in scaled.grades] == ["7.2", "8.55", "9"]


def test_other_grades_are_named(path):
    """A grade that stood there is written over, and both are said."""
    moodle(path, three(ann="3.00", bob="9.50"))
    done = filled(path)
    text = render_filled(done, path)
    assert "ann: 3.00 became 8" in text and "bob" not in text


def test_a_suspended_students_name_has_a_picture(path):
    """Moodle writes it as HTML; the name is what is left."""
    picture = '<span class="usersuspended">Ann Lee <img title="Suspended" src="x"></span>'
    moodle(path, [participant(101, picture, "s1")])
    done = filled(path, class_with(student("x", 8, "Ann Lee")))
    assert done.grades[0].match.seat.name == "Ann Lee"


def test_a_markers_name_is_no_id(path):
    """Each row may have a marker, who may be called as a student is who is not there."""
    titles = [*MOODLE[:5], "Marker", *MOODLE[5:]]
    rows = [[*row[:5], marker, *row[5:]] for row, marker in zip(three(), "ABC", strict=True)]
    rows[0][5], rows[1][5], rows[2][5] = "Dan Day", "Eve Ng", "Mel O"
    moodle(path, rows, titles=titles)
    done = filled(path, class_with(student("x", 8, "Ann Lee"), student("Dan Day")))
    assert [entry.student for entry, _ in done.matching.lost] == ["Dan Day"]


def test_a_groups_name_is_no_id(path):
    """Each row has a group, which students may call as somebody who is not there."""
    titles = [*MOODLE[:5], "Group", *MOODLE[5:]]
    rows = [[*row[:5], group, *row[5:]] for row, group in zip(three(), "abc", strict=True)]
    rows[0][5] = "dan"
    moodle(path, rows, titles=titles)
    done = filled(path, class_with(student("dan"), student("bob")))
    assert [entry.student for entry, _ in done.matching.lost] == ["dan"]
    assert [grade.match.entry.student for grade in done.grades] == ["bob"]


def test_a_name_of_one_word_is_no_id(path):
    """The column of names is compared as names are."""
    moodle(path, [participant(101, "Ann", "s1"), participant(102, "陳怡君", "s2")])
    done = filled(path, class_with(student("陳怡君")))
    assert [grade.match.by for grade in done.grades] == ["the name alone"]


def test_all_that_moodle_needs_is_there(path):
    """The identifier, the grade and when it was changed: the other columns may be deleted."""
    rows = [["Identifier", "Grade", "Last modified (grade)"], ["Participant 7", "", "-"]]
    path.write_text("".join(f"{','.join(row)}\n" for row in rows))
    file = "Ann Lee_7_assignsubmission_file_/logistic.py"
    done = filled(path, class_with(student("ann", 8, "", file)))
    assert done.text == path.read_text().replace("7,,", "7,8,")
    assert "does not say how many points" in render_filled(done, path)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("Student,ID,Section,E (7)\nLee,101,A,\n", "no grading worksheet of Moodle"),
        ("Identifier,Full name,Grade\nann,Ann,\n", "no grading worksheet of Moodle"),
        ("Identifier,Grade\nParticipant 1,\nParticipant 1,\n", "no grading worksheet"),
        ("Identifier,Grade\nParticipant 1,\nGroup 2,\n", "no grading worksheet"),
        ("Identifier,Grade\nParticipant 1,\nParticipant 2\n", "line 3 has 1 cells"),
        ("Identifier,Full name\nParticipant 1,Ann\n", "which column has the grades"),
    ],
)
def test_what_is_no_worksheet_is_refused(path, data, says):
    """In one sentence."""
    path.write_text(data)
    with pytest.raises(UsageError, match=says):
        filled(path)
