"""`grader adopt`: a mistake that nobody has named becomes a known one, and no score changes."""

import shutil
import sqlite3
from dataclasses import replace

import msgspec
import pytest
from conftest import ROOT
from support import planted

from grader.build.mistake import hints_of
from grader.classroom.clusters import unnamed
from grader.classroom.collect.handins import collect_handins
from grader.classroom.grading.batch import Batch
from grader.classroom.grading.class_key import KEY, obtain_key
from grader.classroom.grading.pool import LocalPool
from grader.classroom.publish import publish_class
from grader.classroom.rulings import counted
from grader.classroom.store import Store
from grader.cli.program import main
from grader.course import Course, read_key, write_key
from grader.errors import AuthorError
from grader.report import Tier
from grader.text import parse

SPREAD = "\ndef spread(x):\n    return x.min(), x.max()\n"
CLASS = {
    "ann": '''
ANN_LEE = 41012345

def mean(ann_x):
    """by Ann Lee"""
    name = "Ann Lee"  # ann
    print(name)
    ann_count = len(ann_x) + 1
    return ann_x.sum(0) / ann_count
''',
    "bob": "MORE = 1\ndef mean(x):\n    return x.mean(0) * len(x) / (MORE + len(x))\n",
    "cat": """
def mean(x):
    total = 0
    for row in x:
        total = total + row
    n = x.shape[0]
    n += 1
    return total / n
""",
    "dan": "def mean(x):\n    return x.sum(0)\n",
    "eve": "def mean(x):\n    return x.mean(0)\n",
    "fay": "def mean(x):\n    return __import__('numpy').sum(x, 0) * 3\n",
    "gus": "def mean(x):\n    gus = __import__('numpy')\n    return 3 * gus.sum(x, 0)\n",
}
HINT = ("--hint", "One more than there are rows.", "--hint", "Is `len(x)` enough?")
OPEN = ("--isolation", "open", "--trust-submissions")


@pytest.fixture(scope="module")
def school(tmp_path_factory, toy_key):
    """A copy of the toy's course, and a class that was graded by it, whose key is secret."""
    home = tmp_path_factory.mktemp("school")
    shutil.copytree(ROOT / "tests" / "toy", home / "course")
    (home / "out").mkdir()
    key = msgspec.structs.replace(toy_key, seed_is_public=False)
    write_key(home / "out" / KEY, key)
    planted.written(home / "submissions", {name: text + SPREAD for name, text in CLASS.items()})
    graded(home)
    with Store(home / "out") as store:
        found = counted(store)
        publish_class(found.record, home / "out", found.graded)
    return home


@pytest.fixture
def home(school, tmp_path):
    """A copy of it, for one test."""
    for name in ("course", "out", "submissions"):
        shutil.copytree(school / name, tmp_path / name)
    return tmp_path


def lesson_of(home):
    return Course(home / "course").lesson("ex1")


def graded(home):
    """Grade the class as a batch does, with the key in OUT: how many were known before."""
    lesson = lesson_of(home)
    handins = collect_handins(home / "submissions", lesson, home).handins
    with (
        LocalPool(lesson.exercise, Tier.OPEN, 1) as pool,
        Store(home / "out", new=True) as store,
    ):
        key = obtain_key(lesson, home / "out", store)
        return Batch(lesson, key, store, trusted=True).grade(handins, pool, "open").known


def group_of(home, student):
    """The name of the group in which a student is."""
    with Store(home / "out") as store:
        groups = unnamed(store.record()).groups
        return next(group.name for group in groups if student in group.students)


def files_in(folder):
    """What lies in a folder, but for the lock and what SQLite keeps beside its file."""
    paths = [p for p in folder.rglob("*") if p.is_file() and ".lock" not in p.name]
    return {
        p.relative_to(folder): p.read_bytes() for p in paths if not p.name.startswith("results")
    }


def rows(home):
    """The record, as text."""
    with sqlite3.connect(home / "out" / "results.db") as db:
        return list(db.iterdump())


@pytest.fixture
def adopt(home, capsys):
    """Run the command: exit code, standard output, standard error."""

    def call(group, name, *options):
        course = ("--course", str(home / "course"), *OPEN)
        words = options if "--hint" in options else (*HINT, *options)
        code = main(["adopt", str(home / "out"), group, "--name", name, *words, *course])
        return code, *capsys.readouterr()

    return call


@pytest.mark.slow
def test_a_group_gets_a_name_and_its_members_the_hint(home, adopt):
    """The file is small and says nothing of a student; the scores are as they were, and stay so."""
    group, before = group_of(home, "ann"), (home / "out" / "grades.csv").read_bytes()
    cases = read_key(home / "out" / KEY).checks
    code, said, _ = adopt(group, "mean_one_more")
    assert code == 0, said
    assert "ann, bob, cat" in said and "grader verify ex1 --whole" in said
    path = lesson_of(home).solution / "wrong" / "mean_one_more.py"
    text = path.read_text()
    assert hints_of(parse(text)) == ("One more than there are rows.", "Is `len(x)` enough?")
    assert text[text.index("def") :].count("\n") == 2
    assert not {"ann", "lee", "more"} & {word.lower() for word in text[text.index("def") :].split()}
    for place in (lesson_of(home).key_path, home / "out" / KEY):
        assert "mean_one_more" in [mistake.name for mistake in read_key(place).mistakes]
    assert read_key(home / "out" / KEY).checks == cases
    assert read_key(home / "out" / KEY).sources == read_key(lesson_of(home).key_path).sources
    for student in CLASS:
        letter = (home / "out" / "reports" / f"{student}.md").read_text()
        assert ("One more than there are rows." in letter) is (student in ("ann", "bob", "cat"))
    assert (home / "out" / "grades.csv").read_bytes() == before
    assert "ann" not in (home / "out" / "unnamed.txt").read_text()
    with sqlite3.connect(home / "out" / "results.db") as db:
        named = db.execute("SELECT student FROM outcomes WHERE mistake = 'mean_one_more'")
        assert {student for (student,) in named} == {"ann", "bob", "cat"}
    with Store(home / "out") as store:
        for student, (version,) in store.versions().items():
            told = store.result(version) == store.entry(student).report
            assert told and version.provenance.key == store.settings()["key"], student
    assert graded(home) == len(CLASS)  # the same batch once more grades nothing again

    written, kept = files_in(home), rows(home)
    code, _, error = adopt(group, "mean_one_more")
    assert code == 2 and error.count("\n") == 1 and f"there is no group {group}" in error
    code, _, error = adopt(group_of(home, "fay"), "mean_one_more", "--hint", "Another.")
    assert code == 2 and error.count("\n") == 1 and "is there already" in error
    assert files_in(home) == written and rows(home) == kept


def test_a_dry_run_shows_the_file_and_writes_nothing(home, adopt):
    """Neither into the course nor into OUT."""
    written, kept = files_in(home), rows(home)
    code, said, _ = adopt(group_of(home, "ann"), "mean_one_more", "--dry-run")
    assert code == 0
    assert '"""One more than there are rows.' in said and "def mean(x):" in said
    assert "cut down to 2" in said
    assert files_in(home) == written and rows(home) == kept


def test_code_that_reaches_outside_has_to_be_read_first(home, adopt):
    """`grader build` would execute it without isolation; whoever has read it allows the words."""
    group, written, kept = group_of(home, "fay"), files_in(home), rows(home)
    code, said, error = adopt(group, "mean_three")
    assert code == 2 and "gus" not in said
    assert "line 2 of the code: no file of the exercise uses __import__" in error
    assert files_in(home) == written and rows(home) == kept
    assert adopt(group, "mean_three", "--allow", "__import__", "--dry-run")[0] == 0


def test_where_a_point_would_change_nothing_is_written(home, adopt):
    """It names the student, and what to do."""
    with Store(home / "out") as store:
        (entry,) = (each for each in store.entries() if each.student == "cat")
        checks = [
            replace(check, points=check.points + 1) if check.name == "mean_values" else check
            for check in entry.report.checks
        ]
        other = replace(entry, report=replace(entry.report, checks=tuple(checks)))
        store.write(other, store.provenances()["cat"], 1)
    written, kept = files_in(home), rows(home)
    code, _, error = adopt(group_of(home, "ann"), "mean_one_more")
    assert code == 2 and "cat would not get the same points again (mean_values)" in error
    assert files_in(home) == written and rows(home) == kept


def test_what_is_not_told_from_another_mistake_is_not_written(home, adopt, monkeypatch):
    """All is built in a copy first, so that neither the course nor OUT is half of it."""
    written, kept = files_in(home), rows(home)
    seen = []

    def build(copy, *_, **__):
        seen.append([path.name for path in copy.solution_files("wrong")])
        raise AuthorError("no input tells them apart")

    monkeypatch.setattr("grader.build.adopting.tried.build_key", build)
    code, _, error = adopt(group_of(home, "ann"), "mean_one_more")
    assert code == 2 and "no input tells them apart" in error
    assert "mean_one_more.py" in seen[0]
    assert files_in(home) == written and rows(home) == kept


@pytest.mark.slow
def test_killed_in_between_the_same_command_goes_on(home, adopt, monkeypatch):
    """After the files of the course and the key of the class, before the record."""
    group, before = group_of(home, "ann"), rows(home)

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Store, "renew", killed)
        adopt(group, "mean_one_more")
    assert (lesson_of(home).solution / "wrong" / "mean_one_more.py").exists()
    assert rows(home) == before
    code, _, error = adopt(group, "mean_one_more")
    assert code == 0, error
    assert "One more" in (home / "out" / "reports" / "ann.md").read_text()
    assert graded(home) == len(CLASS)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--hint", " "), "--hint is empty"),
        (("--hint", "a", "--hint-zh", "一", "--hint-zh", "二"), "give as many of both"),
        (("--hint", "a", "--hint-zh", "一"), "no place for a hint in zh-TW"),
    ],
)
def test_what_can_not_be_is_said_in_one_line(home, adopt, options, said):
    """Before anything takes time."""
    code, _, error = adopt(group_of(home, "ann"), "mean_one_more", *options)
    assert code == 2 and error.count("\n") == 1 and said in error


def test_a_decision_that_can_not_be_meant_is_said_at_once(home, adopt):
    """The letters could not be written at the end."""
    (home / "out" / "overrides.csv").write_text("student,what,value\nnobody,score,3\n")
    written, kept = files_in(home), rows(home)
    code, said, error = adopt(group_of(home, "ann"), "mean_one_more")
    assert code == 2 and "nobody" in error and not said
    assert files_in(home) == written and rows(home) == kept


def test_a_class_of_another_version_of_the_exercise_is_refused(home, adopt):
    """Its key has other answers. So is a class whose sources are not in OUT."""
    group, checks = group_of(home, "ann"), lesson_of(home).folder / "checks.py"
    text = checks.read_text()
    checks.write_text(text.replace("points=4", "points=5"))
    code, _, error = adopt(group, "mean_one_more")
    assert code == 2 and "this one as it was before" in error
    checks.write_text(text)
    shutil.rmtree(home / "out" / "sources")
    code, _, error = adopt(group, "mean_one_more")
    assert code == 2 and "does not hold what ann handed in" in error
