"""A term: five exercises, forty students, three platforms, and what happens in one.

Who copied, who fell ill, who appealed is made up; what the commands say of it is not. At the end
the gradebooks are what a teacher would upload, and each number in them can be found in the record.
"""

import ast
import csv
import json
import random
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from conftest import ROOT
from msgspec.structs import replace
from support import planted
from support.disguised import disguise
from support.exports import MOODLE, canvas, moodle, participant

from grader.cli.program import main
from grader.course import key as keys
from grader.course.course import Course, Lesson

pytestmark = [pytest.mark.thorough, pytest.mark.isolation]

GIVEN = ["Ann", "Bob", "Cid", "Dora", "Emil", "Fay", "Gus", "Hana"]
FAMILY = ["Adler", "Berg", "Chen", "Dorn", "林"]
STUDENTS = {
    f"{given.lower()}{place}": f"{given} {family}"
    for place, family in enumerate(FAMILY)
    for given in GIVEN
}
"""Forty, by their ids."""
IDS = list(STUDENTS)
DUE = "2026-10-01T23:59+08:00"


class Term:
    """A course with a secret key for each exercise, and what students hand in."""

    def __init__(self, folder: Path):
        self.folder, self.course = folder, folder / "course"
        for part in ("exercises", "solutions"):
            for name in ("ex4", "ex5", "ex6", "ex7", "ex8"):
                (found,) = (ROOT / part).glob(f"{name}_*")
                shutil.copytree(found, self.course / part / found.name)
            if (ROOT / part / "shared").is_dir():
                shutil.copytree(ROOT / part / "shared", self.course / part / "shared")
        self.roster = folder / "class.csv"
        self.enrol()

    def enrol(self, *owls: str) -> None:
        """Write the roster; these students are one group."""
        with open(self.roster, "w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(("student_id", "name", "group"))
            for id, name in STUDENTS.items():
                table.writerow((id, name, "owls" if id in owls else ""))

    def lesson(self, name: str) -> Lesson:
        """An exercise of the course."""
        return Course(self.course).lesson(name)

    def key(self, name: str) -> Path:
        """A key that no student has: the answers of the public one, and another seed's."""
        path = self.folder / f"{name}.secret.key"
        if not path.exists():
            public = keys.read_key(self.lesson(name).key_path)
            keys.write_key(path, replace(public, seed_is_public=False))
        return path

    def files(self, name: str) -> dict[str, str]:
        """What each student wrote: a right file, or the reference with one known mistake in it."""
        lesson, rng = self.lesson(name), random.Random(name)
        right = [path.read_text("utf-8") for path in lesson.solution_files("right")]
        wrong = [
            self.with_mistake(lesson, path.read_text("utf-8"))
            for path in rng.sample(lesson.solution_files("wrong"), 15)
        ]
        return {id: rng.choice(right if rng.random() < 0.6 else wrong) for id in IDS}

    @staticmethod
    def with_mistake(lesson: Lesson, text: str) -> str:
        """The reference, and behind it the functions of a wrong file, which count as the last."""
        body = ast.parse(text).body
        rest = "\n\n".join(
            map(ast.unparse, body[1:] if ast.get_docstring(ast.parse(text)) else body)
        )
        return f"{lesson.reference.read_text('utf-8')}\n\n{rest}\n"

    def batch(self, name: str, submissions: Path, *options: object) -> int:
        """Grade a class; the exit code."""
        words = ["batch", name, submissions, "-o", self.out(name), "--course", self.course]
        words += ["--key", self.key(name), "--roster", self.roster, *options]
        return main([str(word) for word in words])

    def out(self, name: str) -> Path:
        """The folder of its results."""
        return self.folder / f"{name}_out"

    def scores(self, name: str) -> dict[str, float | None]:
        """By student, what grades.csv has: None where there is no grade."""
        with open(self.out(name) / "grades.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        return {row["id"]: float(row["score"]) if row["score"] else None for row in rows}

    def recorded(self, name: str) -> dict[str, tuple[str, float]]:
        """By student, the state and the score that the machine has written down."""
        with sqlite3.connect(self.out(name) / "results.db") as db:
            rows = db.execute("SELECT student, state, score FROM submissions")
            return {student: (state, score) for student, state, score in rows}


# --- how work is handed in ------------------------------------------------------------------


def on_canvas(folder: Path, files: Mapping[str, str], module: str, try_: int = 0) -> Path:
    """A download of Canvas's: a name has the number of the user, and which try it is."""
    folder.mkdir(exist_ok=True)
    again = f"-{try_}" if try_ else ""
    for id, text in files.items():
        given, family = STUDENTS[id].lower().split()
        name = f"{family}{given}_{1000 + IDS.index(id)}_{5000 + IDS.index(id)}_{module}{again}.py"
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def on_moodle(folder: Path, files: Mapping[str, str], module: str) -> Path:
    """A download of Moodle's, as a zip: a folder for each, with the number in the worksheet."""
    for id, text in files.items():
        place = folder / f"{STUDENTS[id]}_{500 + IDS.index(id)}_assignsubmission_file_"
        place.mkdir(parents=True)
        (place / f"{module}.py").write_text(text, encoding="utf-8")
    return Path(shutil.make_archive(str(folder), "zip", folder))


def worksheet(path: Path, times: Mapping[str, str]) -> Path:
    """The worksheet of Moodle's that goes with it."""
    rows = [
        participant(500 + place, STUDENTS[id], id, last_modified_submission=times.get(id, "-"))
        for place, id in enumerate(IDS)
    ]
    moodle(path, rows, MOODLE)
    return path


def as_clones(folder: Path, files: Mapping[str, str], module: str, when: Mapping[str, str]) -> Path:
    """A clone for each, with one commit, made at a time."""
    for id, text in files.items():
        clone = folder / id
        clone.mkdir(parents=True)
        (clone / f"{module}.py").write_text(text, encoding="utf-8")
        at = when.get(id, "2026-10-01T12:00:00+08:00")
        git = ["git", "-c", "user.name=x", "-c", "user.email=x@x", "-C", str(clone)]
        environment = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at, "PATH": "/usr/bin:/bin"}
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "done"]):
            subprocess.run([*git, *words], env=environment, check=True)
    return folder


def gradebook(path: Path, columns: list[str]) -> Path:
    """An export of Canvas's with a column for each exercise."""
    titles = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *columns]
    rows = []
    for place, id in enumerate(IDS):
        given, family = STUDENTS[id].split()
        rows.append(
            [f"{family}, {given}", str(1000 + place), None, id, "A", *[None] * len(columns)]
        )
    canvas(path, rows, titles=titles, points=[None] * 4 + ["10.00"] * len(columns))
    return path


# --- the term -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def term(tmp_path_factory) -> Iterator[Term]:
    """The whole of it, week after week."""
    made = Term(tmp_path_factory.mktemp("term"))
    week_1(made)
    week_2(made)
    week_3(made)
    week_4(made)
    week_5(made)
    yield made


ADOPTED = ["cid1", "dora2", "emil3", "fay4"]
"""Who made a mistake in the first week that nobody had named."""


def week_1(term: Term) -> None:
    """Canvas. One hands in nothing, one again and better, one a copy; four make one mistake."""
    lesson, files = term.lesson("ex4"), term.files("ex4")
    reference = lesson.reference.read_text("utf-8")
    for id, wording in zip(ADOPTED, planted.PLANTED["cost"], strict=True):
        files[id] = planted.overridden(reference, wording)
    files["ann1"] = planted.overridden(reference, planted.PLANTED["gradient"][1])
    files["bob0"] = disguise(files["ann1"], lesson.exercise.functions, random.Random(4))
    del files["hana4"]
    files["gus0"] = Term.with_mistake(lesson, lesson.solution_files("wrong")[0].read_text("utf-8"))
    folder = on_canvas(term.folder / "canvas4", files, "linear")
    assert term.batch("ex4", folder) == 0
    assert term.scores("ex4")["gus0"] != 10
    on_canvas(folder, {"gus0": reference}, "linear", try_=1)
    assert term.batch("ex4", folder) == 0


LATE = {
    "ann0": "2026-10-01T23:59:00+08:00",  # exactly then: on time
    "bob1": "2026-10-02T00:10:00+08:00",  # within the grace
    "cid2": "2026-10-02T00:30:00+08:00",  # a begun day
    "dora3": "2026-10-02T17:00:00+00:00",  # two begun days, in another zone
    "emil4": "2026-10-06T08:00:00+08:00",  # too late
}
TAKEN_OFF = {"ann0": 0, "bob1": 0, "cid2": 1, "dora3": 2, "emil4": 10}
"""Points, of ten, at 10 % a begun day."""
POLICY = ("--due", DUE, "--late", "10%/day", "--grace", "15m", "--until", "3d")


def week_2(term: Term) -> None:
    """Moodle. Some are late, by the worksheet's own times."""
    folder = on_moodle(term.folder / "moodle5", term.files("ex5"), "search")
    shown = {
        "ann0": "Thursday, 1 October 2026, 11:59 PM",
        "bob1": "Friday, 2 October 2026, 12:10 AM",
        "cid2": "Friday, 2 October 2026, 12:30 AM",
        "dora3": "Saturday, 3 October 2026, 1:00 AM",
        "emil4": "Tuesday, 6 October 2026, 8:00 AM",
    }
    shown |= {id: "Thursday, 1 October 2026, 9:00 AM" for id in IDS if id not in shown}
    sheet = worksheet(term.folder / "worksheet5.csv", shown)
    assert term.batch("ex5", folder, "--times", sheet, *POLICY) == 0


def week_3(term: Term) -> None:
    """Clones. The same are late, by their commits; in a group of three one hands in for all."""
    files = term.files("ex6")
    for id in ("fay0", "gus1"):
        del files[id]
    term.enrol("fay0", "gus1", "hana2")
    folder = as_clones(term.folder / "clones", files, "data", LATE)
    assert term.batch("ex6", folder, *POLICY) == 0
    term.enrol()


def week_4(term: Term) -> None:
    """Moodle, with a second try that is worse, and the best of them counts."""
    files = term.files("ex7")
    lesson = term.lesson("ex7")
    files["ann3"] = lesson.reference.read_text("utf-8")
    assert term.batch("ex7", on_moodle(term.folder / "a7", files, "binary"), "--count", "best") == 0
    files["ann3"] = Term.with_mistake(lesson, lesson.solution_files("wrong")[0].read_text("utf-8"))
    assert term.batch("ex7", on_moodle(term.folder / "b7", files, "binary")) == 0


def week_5(term: Term) -> None:
    """Canvas. One appeals, one was ill; and a file that fits nothing has to be decided about."""
    files = term.files("ex8")
    folder = on_canvas(term.folder / "canvas8", files, "gaussian")
    assert term.batch("ex8", folder) == 0
    decide = ["decide", str(term.out("ex8"))]
    assert main([*decide, "bob2", "--score", "7.5", "--comment", "appeal: the axis"]) == 0
    assert main([*decide, "cid3", "--excused", "--comment", "ill"]) == 0
    assert main(["report", str(term.out("ex8"))]) == 0


# --- what comes of it -----------------------------------------------------------------------


def test_every_row_is_the_machines_but_for_what_a_rule_or_a_person_says(term):
    """In each exercise, for each student: the score in grades.csv follows from the record."""
    for name in ("ex4", "ex5", "ex6", "ex7", "ex8"):
        scores, recorded = term.scores(name), term.recorded(name)
        assert set(scores) == set(IDS) == set(recorded)
        for id in IDS:
            state, machine = recorded[id]
            wanted = {"graded": machine, "nothing": 0.0}[state]
            if name in ("ex5", "ex6"):
                wanted = max(0.0, round(wanted - TAKEN_OFF.get(id, 0), 6))
            if name == "ex8":
                wanted = {"bob2": 7.5, "cid3": None}.get(id, wanted)
            assert scores[id] == wanted, (name, id)


def test_what_happened_is_what_counts(term):
    """The better try, the group, the best of two, and who handed in nothing."""
    assert term.scores("ex4")["gus0"] == 10
    assert term.scores("ex4")["hana4"] == 0
    group = term.scores("ex6")
    assert group["fay0"] == group["gus1"] == group["hana2"]
    assert term.scores("ex7")["ann3"] == 10
    with sqlite3.connect(term.out("ex7") / "results.db") as db:
        (count,) = db.execute("SELECT count(*) FROM attempts WHERE student = 'ann3'").fetchone()
    assert count == 2


def test_the_copy_is_found(term, capsys):
    """It is the same but for names, order and comments: these two stand in one line."""
    assert main(["compare", str(term.out("ex4"))]) == 0
    with open(term.out("ex4") / "copies.csv", encoding="utf-8-sig", newline="") as file:
        pairs = [(row["one"].split(), row["other"].split()) for row in csv.DictReader(file)]
    both = [pair for pair in pairs if {"ann1", "bob0"} <= {*pair[0], *pair[1]}]
    assert both, capsys.readouterr().out


def test_an_adopted_mistake_is_named_and_costs_nobody_a_point(term, capsys):
    """Of the four who made it, each reads its hint; every score is what it was."""
    before, out = term.scores("ex4"), term.out("ex4")
    (name,) = re.findall(r"\bcost_[0-9a-f]{6}\b", (out / "unnamed.txt").read_text("utf-8"))[:1]
    words = ["adopt", str(out), name, "--course", str(term.course), "--name", "cost_plus_one"]
    words += ["--hint", "You divide by one more than the number of examples."]
    words += ["--hint-zh", "你除以的數比樣本數多一。"]
    assert main(words) == 0, capsys.readouterr().out
    assert term.scores("ex4") == before
    for id in ADOPTED:
        assert main(["show", str(out), id]) in (0, 1)
        assert "one more than the number" in capsys.readouterr().out


def test_canvas_and_moodle_get_what_a_teacher_would_upload(term):
    """Each in his own row: ex4 and ex8 on Canvas, ex5 and ex7 on Moodle; EX for who was ill."""
    columns = ["Exercise 4 (14)", "Exercise 8 (18)"]
    book = gradebook(term.folder / "book.csv", columns)
    for number in (4, 8):
        filled = term.folder / f"book{number}.csv"
        words = ["publish", str(term.out(f"ex{number}")), "--canvas", str(book)]
        code = main([*words, "--column", f"Exercise {number} (1{number})", "-o", str(filled)])
        assert code == 0
        book = filled
    with open(book, encoding="utf-8", newline="") as file:
        rows = {row["SIS Login ID"]: row for row in csv.DictReader(file) if row["SIS Login ID"]}
    for number, column in zip((4, 8), columns, strict=True):
        wanted = term.scores(f"ex{number}")
        found = {id: rows[id][column] for id in IDS}
        assert found == {id: "EX" if wanted[id] is None else f"{wanted[id]:g}" for id in IDS}
    for number in (5, 7):
        sheet = worksheet(term.folder / f"sheet{number}.csv", {})
        filled = term.folder / f"moodle{number}.csv"
        words = ["publish", str(term.out(f"ex{number}")), "--moodle", str(sheet)]
        assert main([*words, "-o", str(filled)]) == 0
        with open(filled, encoding="utf-8", newline="") as file:
            found = {row["ID number"]: float(row["Grade"]) for row in csv.DictReader(file)}
        assert found == term.scores(f"ex{number}")


def test_every_number_of_the_page_is_one_of_the_record(term):
    """The page's own data: each student's score is that of grades.csv, which follows from it."""
    for name in ("ex4", "ex5", "ex6", "ex7", "ex8"):
        text = (term.out(name) / "index.html").read_text("utf-8")
        found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', text, re.DOTALL)
        assert found is not None
        students = json.loads(found[1])["students"]
        scores = {each["id"]: each["score"] for each in students}
        wanted = term.scores(name)
        recorded = term.recorded(name)
        for id in IDS:
            nothing = recorded[id][0] == "nothing"
            assert scores[id] == (None if nothing else wanted[id]), (name, id)
