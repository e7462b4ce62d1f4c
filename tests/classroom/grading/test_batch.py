"""A whole class: what is graded, what is graded again, and what survives a kill."""

import csv
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from conftest import ROOT, zygote_process
from support.attack_corpus import ATTACKS
from support.commands import run
from support.words import said

from grader.classroom.collect import roster as rosters
from grader.classroom.collect.handins import collect_handins
from grader.classroom.grading import batch, lane
from grader.classroom.grading.batch import Batch
from grader.classroom.grading.class_key import KEY
from grader.classroom.grading.class_key import obtain_key as class_key
from grader.classroom.grading.pool import LocalPool
from grader.classroom.record import State
from grader.classroom.store import Store
from grader.course import key as keys
from grader.errors import IsolationError, KeyFileError, SubmissionError, UsageError
from grader.report import Status, Tier, Verdict
from grader.sandbox import tiers

TOY = ROOT / "tests" / "toy"
RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"
SUMS = "def mean(x): return x.sum(0)\ndef spread(x): return x.min(), x.max()\n"
BROKEN = "def mean(x: return 1\n"
LEAVES = "import os\ndef mean(x): os._exit(3)\ndef spread(x): return x.min(), x.max()\n"
SOURCES = (RIGHT, SUMS, BROKEN, LEAVES, "", "def mean(x):\n    raise ValueError(x)\n")
SCORES = (10, 5, 0, 3, 0, 0)


@pytest.fixture
def school(tmp_path):
    """A folder of twelve submissions: each source twice."""
    folder = tmp_path / "submissions"
    folder.mkdir()
    for number in range(12):
        (folder / f"s{number:02}.py").write_text(SOURCES[number % 6])
    return folder


def run_batch(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """`grader batch` in the toy course."""
    return run("batch", "--course", TOY, *arguments, cwd=TOY)


def from_shell(*arguments: object, **options) -> "subprocess.CompletedProcess[str]":
    """The same in a process of its own."""
    command = [sys.executable, "-m", "grader", "batch", "--course", str(TOY), *map(str, arguments)]
    return subprocess.run(command, cwd=TOY, capture_output=True, text=True, **options)


def rows_of(out: Path) -> list[dict[str, str]]:
    """grades.csv, without what the clock says."""
    with open(out / "grades.csv", encoding="utf-8", newline="") as file:
        return [{k: v for k, v in row.items() if k != "duration"} for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def secret(toy_key, tmp_path_factory):
    """A key that no student has, for whoever is not about the class's own: to build one takes
    longer than to grade a class of twelve."""
    path = tmp_path_factory.mktemp("keys") / "secret.key"
    keys.write_key(path, replace_key(toy_key, seed_is_public=False))
    return path


@pytest.fixture(scope="module")
def pool(toy):
    """Two lanes on one zygote, in the strongest tier that can be had."""
    with LocalPool(toy.exercise, tiers.choose("auto"), 2) as made:
        yield made


@pytest.fixture
def grade(toy, toy_key, pool, tmp_path, school):
    """Grade the class into one record; the summary, and what was graded anew."""

    def call(again=(), key=toy_key, lesson=toy, where=pool, roster=None):
        anew = []

        class Watcher(batch.Silence):
            def done(self, entry, known):
                anew.extend([] if known else [entry.student])

        scratch = tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        handins = collect_handins(school, lesson, scratch, roster).handins
        with Store(tmp_path, new=True) as store:
            found = Batch(lesson, key, store).grade(
                handins, where, where.tier.value, again, Watcher()
            )
            return found, sorted(anew), store.record()

    return call


def students(*numbers: int) -> list[str]:
    """Their ids."""
    return [f"s{number:02}" for number in numbers]


# --- what is graded, and what is graded again ----------------------------------------------


def test_each_gets_the_score_of_its_file(grade):
    """Whatever the others do: end their process, be empty, be no Python."""
    found, anew, record = grade()
    assert found.states == dict.fromkeys(State, 0) | {State.GRADED: 12}
    assert anew == students(*range(12))
    assert [entry.report.score for entry in record.entries] == [*SCORES, *SCORES]
    assert {entry.report.isolation for entry in record.entries} == {record.isolation}


def test_what_is_graded_is_not_graded_again(grade, school):
    """Only what is new, and what has changed; the record has all of them."""
    grade()
    (school / "s01.py").write_text(RIGHT)
    (school / "s99.py").write_text(SUMS)
    found, anew, record = grade()
    assert anew == students(1, 99)
    assert found.known == 11
    assert [entry.report.score for entry in record.entries][:2] == [10, 10]
    assert len(record.entries) == 13


def test_regrade_grades_those_who_are_named(grade):
    """Though nothing has changed."""
    grade()
    assert grade(again=students(3, 7))[1] == students(3, 7)


def test_another_key_or_another_exercise_grades_all_again(grade, toy, toy_key, tmp_path):
    """A grade holds for the key and the checks that it was given with."""
    grade()
    assert grade(key=with_other_mistakes(toy_key))[1] == students(*range(12))
    folder = tmp_path / "exercises" / toy.folder.name
    shutil.copytree(toy.folder, folder)
    (folder / "checks.py").write_text(toy.checks_source + "\n# another version\n")
    assert grade(
        lesson=replace(toy, folder=folder),
        key=with_other_mistakes(toy_key),
    )[1] == students(*range(12))


def replace_key(key, **changes):
    """The same key, but for a field."""
    fields = {name: getattr(key, name) for name in key.__struct_fields__}
    return type(key)(**fields | changes)


def with_other_mistakes(key):
    """Another key, of the same checks."""
    return replace_key(key, sources=key.sources | {"wrong/": "x"})


def test_who_is_ungraded_is_tried_again(grade, monkeypatch):
    """At once, alone, and again by the next batch; and is listed with the reason meanwhile."""
    submit, asked = LocalPool.submit, []

    def fails(self, order):
        asked.append(order.submission.name)
        wrong = replace(order, grader="0.0") if order.submission.name == "s02.py" else order
        return submit(self, wrong)

    with monkeypatch.context() as patch:
        patch.setattr(LocalPool, "submit", fails)
        found, _, record = grade()
    assert sorted(asked[12:]) == ["s02.py", "s03.py", "s09.py"], "those that crash, too"
    assert list(found.ungraded) == ["s02"] and "0.0 is needed" in str(found.ungraded["s02"])
    assert found.states[State.UNGRADED] == 1
    assert [entry.student for entry in record.entries if entry.state is State.UNGRADED] == ["s02"]
    found, anew, _ = grade()
    assert anew == students(2) and not found.ungraded


def test_a_process_that_is_lost_costs_a_retry(grade, toy, monkeypatch):
    """Not a result, and not a neighbour's: the record is that of an undisturbed run."""
    expected = [entry.report.score for entry in grade()[2].entries]
    with LocalPool(toy.exercise, tiers.choose("auto"), 2) as pool:
        submit, count = pool.submit, iter(range(100))

        def kills(order):
            if next(count) == 6:
                process = next(iter(pool._executor._processes))
                os.kill(process, signal.SIGKILL)
            return submit(order)

        monkeypatch.setattr(pool, "submit", kills)
        found, anew, record = grade(again=students(*range(12)), where=pool)
    assert not found.ungraded and anew == students(*range(12))
    assert [entry.report.score for entry in record.entries] == expected


def test_a_zygote_that_is_killed_costs_a_retry(grade, toy, monkeypatch):
    """It is started anew for all lanes."""
    with LocalPool(toy.exercise, tiers.choose("auto"), 2) as pool:
        submit, count, zygote = pool.submit, iter(range(100)), pool.zygote
        assert zygote is not None

        def kills(order):
            if next(count) == 6:
                zygote_process(zygote).kill()
            return submit(order)

        monkeypatch.setattr(pool, "submit", kills)
        found, _, record = grade(where=pool)
    assert not found.ungraded
    assert [entry.report.score for entry in record.entries] == [*SCORES, *SCORES]


def test_a_class_of_attackers_is_graded_like_any_other(toy, toy_key, pool, tmp_path):
    """Each gets the score of its values, and the honest ones between them get theirs."""
    needs_nothing = [attack for attack in ATTACKS if b"@" not in attack.text and not attack.file]
    attacks = [a for a in needs_nothing if a.exercise == "toy" and a.key == "public"][::2]
    folder, scratch = tmp_path / "class", tmp_path / "scratch"
    folder.mkdir(), scratch.mkdir()
    for attack in attacks:
        (folder / f"{attack.name}.py").write_bytes(attack.text)
        (folder / f"{attack.name}_and_next.py").write_text(RIGHT)
    handins = collect_handins(folder, toy, scratch).handins
    with Store(tmp_path, new=True) as store:
        found = Batch(toy, toy_key, store).grade(handins, pool, pool.tier.value)
        scores = {entry.student: entry.report.score for entry in store.entries()}
    assert len(attacks) > 25 and found.states[State.GRADED] == 2 * len(attacks)
    assert {name for name, score in scores.items() if "_and_next" in name and score != 10} == set()
    wrong = {a.name: scores[a.name] for a in attacks if scores[a.name] not in a.scores}
    assert wrong == {}


def test_who_hands_in_nothing_has_a_row(grade, school):
    """Zero points with the reason; it is no failure of ours, and needs no second try."""
    (school / "s05.py").unlink()
    (school / "s05").mkdir()
    (school / "s06.py").unlink()
    (school / "s06").mkdir()
    (school / "s06" / "essay.txt").write_text("my homework")
    found, _, record = grade()
    states = {State.GRADED: 10, State.NOTHING: 1, State.UNDECIDED: 1}
    assert found.states == dict.fromkeys(State, 0) | states
    (nothing,) = [entry for entry in record.entries if entry.state is State.NOTHING]
    assert (nothing.student, nothing.report.score) == ("s05", 0)
    assert nothing.report.problems[0].message == nothing.report.reason
    assert {check.verdict for check in nothing.report.checks} == {Verdict.NOT_ATTEMPTED}
    (undecided,) = [entry for entry in record.entries if entry.state is State.UNDECIDED]
    assert (undecided.student, undecided.report.status) == ("s06", Status.UNDECIDED)
    assert "essay.txt" in str(undecided.report.reason)


def test_what_was_graded_counts_until_a_person_decides(grade, school):
    """A file that was graded and is now two, or a link: the grade stays, and it is said."""
    grade()
    (school / "s00").mkdir()
    (school / "s00.py").rename(school / "s00" / "mean.py")
    (school / "s00" / "mean-2.py").write_text(SUMS)
    (school / "s06.py").unlink()
    (school / "s06.py").symlink_to("/etc/passwd")
    found, _, record = grade()
    now = {entry.student: entry for entry in record.entries}
    assert found.states[State.GRADED] == 12
    assert (now["s00"].state, now["s00"].report.score) == (State.GRADED, 10)
    assert (now["s06"].state, now["s06"].report.score) == (State.GRADED, 10)
    assert "two files fit" in str(now["s00"].remark)
    assert "symbolic link" in str(now["s06"].notes)
    assert now["s06"].later.waits


def test_a_file_that_vanishes_is_ungraded(grade, monkeypatch):
    """It was there when the plan was made: that is no zero."""

    def gone(handin, lesson):
        raise SubmissionError("{file} can't be read: Input/output error", file=handin.file)

    monkeypatch.setattr(batch, "submission_of", gone)
    found, _, record = grade()
    assert found.states[State.UNGRADED] == 12
    assert "Input/output error" in said(record.entries[0].report.checks[0])


def test_half_characters_cost_their_own_student_only(grade, school):
    """Python can read them out of a file, and no text can hold them."""
    source = "# coding: utf-7\ndef mean(x): return x.mean(0)\ns = '+2AA-'\n"
    (school / "s00.py").write_text(source)
    (school / "s01.py").write_text("from helper import mean\n")
    found, _, record = grade()
    assert found.states[State.GRADED] == 12
    assert "save the file as UTF-8" in said(record.entries[0].report.problems[0])


def test_nothing_handed_in_does_not_undo_a_grade(grade, toy, school, tmp_path):
    """A class may be graded in parts, each with the whole roster."""
    grade()
    for path in school.iterdir():
        path.unlink()
    (school / "s98.py").write_text(RIGHT)
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name\ns00,Ann\ns97,Bob\ns98,Cid\n")
    _, anew, record = grade(roster=rosters.read_roster(roster))
    assert anew == ["s97", "s98"] and len(record.entries) == 14
    ann = record.entries[0]
    assert (ann.student, ann.name, ann.report.score) == ("s00", "Ann", 10)
    assert "kept from an earlier run: s00.py" in str(ann.remark)


# --- orders --------------------------------------------------------------------------------


def test_an_order_needs_no_folder(toy, toy_key, tmp_path):
    """It brings the exercise with it: a cluster's process has the package and no course."""
    lesson = toy.material.lesson()
    assert not lesson.folder.exists()
    assert lesson.exercise.functions == toy.exercise.functions
    assert lesson.checks_source == toy.checks_source


def test_an_exercise_with_given_modules_travels(ex2):
    """The modules that it gives are part of it."""
    assert ex2.material.lesson().given == ex2.given
    assert ex2.material.version == ex2.material.version
    changed = replace(ex2.material, files=ex2.material.files[:-1])
    assert changed.version != ex2.material.version


def test_open_is_not_for_strangers():
    """Nobody runs a class's files unconfined by accident."""
    with pytest.raises(IsolationError, match="--trust-submissions"):
        tiers.choose("open", trusted=False)
    assert tiers.choose("open", trusted=True) is Tier.OPEN


def test_auto_is_never_open_for_strangers(monkeypatch):
    """Where no isolation can be had, it says what is missing."""
    layer = tiers.Layer("namespaces", "", "Operation not permitted")
    missing = {tier: tiers.Probe(tier, (layer,)) for tier in Tier}
    missing[Tier.OPEN] = tiers.Probe(Tier.OPEN, ())
    monkeypatch.setattr(tiers, "probe", missing.get)
    with pytest.raises(IsolationError, match="namespaces: Operation not permitted"):
        tiers.choose("auto", trusted=False)
    assert tiers.choose("auto", trusted=True) is Tier.OPEN


# --- the key -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(toy, tmp_path_factory):
    """The folder of a class that has built a key of its own."""
    folder = tmp_path_factory.mktemp("built")
    with Store(folder, new=True) as store:
        class_key(toy, folder, store)
    return folder


@pytest.fixture
def own(built, tmp_path):
    """That folder, to be changed, and the key in it."""
    shutil.copytree(built, tmp_path / "own")
    return tmp_path / "own", keys.read_key(built / KEY)


@pytest.mark.slow
def test_a_class_has_a_key_of_its_own(toy, toy_key, own, tmp_path):
    """Drawn at random, kept, and never the public one."""
    folder, key = own
    with Store(folder) as store:
        assert class_key(toy, folder, store) == key
        seed = store.settings()["seed"]
    with Store(tmp_path, new=True) as store:
        other = class_key(toy, tmp_path, store)
        assert store.settings()["seed"] != seed
    assert not key.seed_is_public and not other.seed_is_public
    assert len({each.fingerprint for each in (key, other, toy_key)}) == 3


@pytest.mark.slow
def test_a_seed_gives_the_same_key_again(toy, own, tmp_path):
    """That of another batch, which stands in its record."""
    folder, key = own
    with Store(folder) as store:
        seed = int(store.settings()["seed"])
    with Store(tmp_path, new=True) as store:
        assert class_key(toy, tmp_path, store, seed=seed).fingerprint == key.fingerprint


def test_the_public_seed_is_refused(toy, tmp_path):
    """Its inputs are those of the public key."""
    with Store(tmp_path, new=True) as store, pytest.raises(UsageError, match="public key"):
        class_key(toy, tmp_path, store, seed=0)


@pytest.mark.slow
def test_a_key_that_was_lost_on_the_way_is_built_again(toy, own):
    """Killed while it was built, the batch goes on with the same seed."""
    folder, key = own
    (folder / KEY).unlink()
    with Store(folder) as store:
        assert class_key(toy, folder, store).fingerprint == key.fingerprint


def test_a_foreign_key_leaves_the_class_its_own(toy, toy_key, own, tmp_path):
    """Named by mistake, it is refused before it takes the other's place."""
    folder, key = own
    secret = tmp_path / "ex2.key"
    keys.write_key(secret, replace_key(toy_key, seed_is_public=False, exercise="ex2"))
    with Store(folder) as store:
        seed = store.settings()["seed"]
        with pytest.raises(KeyFileError, match="not for ex1"):
            class_key(toy, folder, store, given=keys.read_key(secret))
        assert class_key(toy, folder, store) == key
        assert store.settings()["seed"] == seed


@pytest.mark.slow
def test_a_damaged_key_is_built_again(toy, own):
    """Its seed is in the record."""
    folder, key = own
    (folder / KEY).write_bytes((folder / KEY).read_bytes()[:100])
    with Store(folder) as store:
        assert class_key(toy, folder, store).fingerprint == key.fingerprint


def test_the_public_key_is_refused(toy, tmp_path):
    """Each student has it."""
    with Store(tmp_path, new=True) as store, pytest.raises(UsageError, match="public key"):
        class_key(toy, tmp_path, store, given=keys.read_key(toy.key_path))


def test_a_given_key_is_kept(toy, toy_key, tmp_path):
    """The next start needs no --key, and does not build another."""
    secret = tmp_path / "secret.key"
    keys.write_key(
        secret,
        replace_key(with_other_mistakes(toy_key), seed_is_public=False),
    )
    with Store(tmp_path, new=True) as store:
        given = class_key(toy, tmp_path, store, given=keys.read_key(secret))
        secret.unlink()
        assert class_key(toy, tmp_path, store) == given


def test_without_a_solution_a_key_must_be_given(toy, tmp_path):
    """A line says so."""
    lesson = replace(toy, solution=tmp_path / "nowhere")
    with Store(tmp_path, new=True) as store, pytest.raises(UsageError, match="--key"):
        class_key(lesson, tmp_path, store)


def test_a_foreign_key_is_refused(ex2, toy_key, tmp_path):
    """Before anything is graded."""
    with Store(tmp_path, new=True) as store, pytest.raises(KeyFileError, match="not for ex2"):
        Batch(ex2, toy_key, store)


# --- from the shell ------------------------------------------------------------------------


def test_a_class_from_the_shell(school, tmp_path):
    """A row a student, a report each, a page; exit 0, plain lines, and it is said where all is."""
    out = tmp_path / "out"
    (school / "notes.txt").write_text("to be read before grading")
    done = from_shell("ex1", school, "-o", out, "--seed", "3")
    assert done.returncode == 0, done.stderr
    assert "could not be assigned to a student: notes.txt" in done.stdout
    assert "notes.txt: it is not a .py" in (out / "plan.txt").read_text()
    assert [float(row["score"]) for row in rows_of(out)] == [*SCORES, *SCORES]
    assert "12 graded" in done.stdout and str(out / "index.html") in done.stdout
    assert "[12/12]" in done.stderr and "\x1b" not in done.stderr
    assert len(list((out / "reports").glob("*.json"))) == 12
    assert out.stat().st_mode & 0o777 == 0o700
    secret = [out / "results.db", out / "class.key"]
    assert {path.stat().st_mode & 0o777 for path in secret} == {0o600}
    again = run_batch("ex1", school, "-o", out)
    assert again.returncode == 0 and "(12 of them before)" in again.stdout
    shown = run("show", out, "s01")
    assert shown.returncode == 0 and "These are sums" in shown.stdout
    assert {path.stat().st_mode & 0o777 for path in out.glob("[!.]*.*")} == {0o600}
    (out / "grades.csv").unlink()
    assert run("report", out).returncode == 0 and len(rows_of(out)) == 12


def test_decisions_of_people_are_read_by_each_batch_and_never_written(school, tmp_path, secret):
    """One that can't be meant stops before anything is graded, and then it counts."""
    out = tmp_path / "out"
    out.mkdir()
    decided = out / "overrides.csv"
    decided.write_text("student,what,value,comment\ns01,mean,70,typo\n")
    done = run_batch("ex1", school, "-o", out, "--key", secret)
    assert done.returncode == 2 and not (out / "grades.csv").exists()
    assert "overrides.csv, line 2: 70 points are more than mean has" in done.stderr
    decided.write_text("student,what,value,comment\ns01,mean,7,typo\ns00,excused,,\n")
    before = decided.read_bytes()
    done = run_batch("ex1", school, "-o", out)
    assert done.returncode == 0 and "12 graded" not in done.stdout
    assert "11 graded, 1 excused" in done.stdout and decided.read_bytes() == before
    rows = {row["id"]: (row["score"], row["machine"]) for row in rows_of(out)}
    assert (rows["s00"], rows["s01"], rows["s07"]) == (("", "10"), ("10", "5"), ("5", ""))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["-o", "{in}/out"], 2, "lies in"),
        ([], 2, "-o OUT"),
        (["-o", "{out}", "--isolation", "open"], 3, "--trust-submissions"),
        (["-o", "{out}", "--regrade", "nobody"], 2, "no such student"),
        (["-o", "{out}", "--jobs", "0"], 2, "number of processes"),
        (["-o", "/proc/out"], 2, "can't be used"),
        (["-o", "{out}", "--use", "s00=nothing.py"], 2, "there is no such file"),
        (["-o", "{out}", "--use", "eve=s00.py"], 2, "no such student"),
        (["-o", "{out}", "--use", "s00"], 2, "is not STUDENT=FILE"),
        (["-o", "{out}", "--use", "s00=s00.py", "--use", "s00=s01.py"], 2, "two files for s00"),
        (["-o", "{out}", "--roster", "{roster}"], 2, "s01, s02"),
        (["--plan", "--roster", "{roster}"], 2, "s01, s02"),
        (["-o", "{out}", "--key", "{roster}"], 3, "not an answer key"),
        (["-o", "{out}", "--cluster", "tcp://127.0.0.1:9"], 2, "no dask scheduler answers"),
    ],
)
def test_what_makes_no_sense_is_said_in_a_line(school, tmp_path, arguments, code, said):
    """And nothing is graded, and no half-made OUT is left."""
    places = {"in": school, "out": tmp_path / "out", "roster": tmp_path / "others.csv"}
    places["roster"].write_text("id,name\ns00,Ann\neve,Eve\n")
    done = run_batch("ex1", school, *(text.format(**places) for text in arguments))
    assert done.returncode == code and said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_without_a_solution_and_a_key_nothing_is_left_behind(school, tmp_path):
    """Nor where the folder was there already."""
    course = tmp_path / "course"
    shutil.copytree(TOY / "exercises", course / "exercises")
    for out in (tmp_path / "out", tmp_path / "there"):
        (tmp_path / "there").mkdir(exist_ok=True)
        done = run("batch", "ex1", school, "-o", out, "--course", course, cwd=course)
        assert done.returncode == 2 and "name a key with --key" in done.stderr
    assert not (tmp_path / "out").exists() and list((tmp_path / "there").iterdir()) == []


def test_a_full_disk_is_no_wrong_usage(school, tmp_path, secret):
    """Exit code 3, and what to do. (No file may grow beyond 8 KiB.)"""

    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (8 << 10, 8 << 10))

    done = from_shell("ex1", school, "-o", tmp_path / "out", "--key", secret, preexec_fn=full)
    assert done.returncode == 3 and "make room on that disk" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_undecided_is_decided_from_the_shell(school, tmp_path, secret):
    """Named everywhere, with the reason; exit code 3 until a person has said what counts."""
    out = tmp_path / "out"
    for path in sorted(school.iterdir())[2:]:
        path.unlink()
    for name, text in {"s02/mean.py": SUMS, "s02/mean (1).py": RIGHT, "s03/hw.7z": ""}.items():
        (school / name).parent.mkdir(exist_ok=True)
        (school / name).write_text(text)
    done = run_batch("ex1", school, "-o", out, "--key", secret)
    assert done.returncode == 3 and "2 graded, 2 undecided" in done.stdout
    assert "  s02: two files fit: mean (1).py, mean.py; hand in one" in done.stdout
    assert max(map(len, done.stdout.partition(str(tmp_path))[0].splitlines())) <= 80
    rows = {row["id"]: row for row in rows_of(out)}
    assert (rows["s03"]["score"], rows["s03"]["verdict"]) == ("", "undecided")
    assert "hw.7z" in rows["s03"]["note"]
    told = json.loads((out / "reports" / "s02.json").read_text())
    assert (told["status"], told["score"]) == ("undecided", None)
    assert "no score yet" in (out / "reports" / "s02.md").read_text()
    uses = ("--use", "s02=s02/mean (1).py", "--use", "s03=")
    done = run_batch("ex1", school, "-o", out, *uses)
    assert done.returncode == 0, done.stderr
    assert [(r["id"], r["score"]) for r in rows_of(out)][2:] == [("s02", "10"), ("s03", "0")]
    assert run_batch("ex1", school, "-o", out).returncode == 0, "the decisions are kept"
    (school / "s02" / "mean.py").write_text(RIGHT + "x = 1\n")
    done = run_batch("ex1", school, "-o", out)
    assert done.returncode == 3 and "an earlier grade is kept" in done.stdout
    letter = (out / "reports" / "s02.md").read_text()
    assert letter.startswith("# Means: 10 / 10") and "two files fit" in letter


def test_a_damaged_record_is_made_again_from_the_shell(school, tmp_path, secret):
    """`report` says how; the grades are the same, and the batch goes on without grading again."""
    out = tmp_path / "out"
    assert run_batch("ex1", school, "-o", out, "--key", secret).returncode == 0
    before = rows_of(out)
    (out / "results.db").write_bytes(b"\0" * 5000)
    done = run("report", out)
    assert done.returncode == 3 and "grader report --rebuild" in done.stderr
    done = run_batch("ex1", school, "-o", out)
    assert done.returncode == 3 and "grader report --rebuild" in done.stderr
    (out / "grades.csv").unlink()
    done = run("report", out, "--rebuild")
    assert done.returncode == 0 and "made again from 12 reports" in done.stdout
    assert rows_of(out) == before
    done = run_batch("ex1", school, "-o", out)
    assert done.returncode == 0 and "12 graded (12 of them before)" in done.stdout


def test_a_class_is_graded_where_there_is_no_fork(school, tmp_path, secret):
    """On macOS and Windows each judge has a way of its own to its workers."""
    for path in sorted(school.iterdir())[4:]:
        path.unlink()
    out = tmp_path / "out"
    asked = ("--key", secret, "--isolation", "open", "--trust-submissions")
    done = from_shell("ex1", school, "-o", out, *asked, env=os.environ | {"GRADER_SPAWN": "1"})
    assert done.returncode == 0, done.stderr
    assert [float(row["score"]) for row in rows_of(out)] == [*SCORES[:4]]


def test_what_can_not_be_written_is_said_and_the_grades_are_safe(school, tmp_path, secret):
    """A full disk, a file that is open elsewhere: the record has all, and writes it again."""
    out = tmp_path / "out"
    (out / "grades.csv").mkdir(parents=True)
    done = run_batch("ex1", school, "-o", out, "--key", secret)
    assert done.returncode == 2 and "grades are safe" in done.stderr
    assert "Traceback" not in done.stderr
    (out / "grades.csv").rmdir()
    assert run("report", out).returncode == 0 and len(rows_of(out)) == 12


def test_two_batches_do_not_share_a_record(school, tmp_path):
    """The second one is told, and the first goes on."""
    from filelock import FileLock

    out = tmp_path / "out"
    out.mkdir()
    with FileLock(out / ".lock"):
        done = run_batch("ex1", school, "-o", out)
    assert done.returncode == 2 and "another `grader batch` is at work" in done.stderr


def test_the_record_of_another_exercise_is_left_alone(school, tmp_path):
    """It says whose it is."""
    out = tmp_path / "out"
    out.mkdir()
    with Store(out, new=True) as store:
        store.settle({"exercise": "ex9"})
    done = run_batch("ex1", school, "-o", out)
    assert done.returncode == 2 and "the record of ex9" in done.stderr


# --- interrupted ---------------------------------------------------------------------------


@pytest.fixture
def large(tmp_path):
    """A hundred submissions."""
    folder = tmp_path / "hundred"
    folder.mkdir()
    for number in range(100):
        (folder / f"s{number:02}.py").write_text(SOURCES[number % 6])
    return folder


def started(*arguments: object, env: dict[str, str] | None = None) -> "subprocess.Popen[str]":
    """A batch that is at work; its lines come on standard error."""
    command = [sys.executable, "-m", "grader", "batch", "--course", str(TOY), *map(str, arguments)]
    return subprocess.Popen(
        command,
        cwd=TOY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | (env or {}),
        # A shell starts background jobs, a CI's among them, with this signal ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def family(process: "subprocess.Popen[str]") -> list[psutil.Process]:
    """All that it has started."""
    return psutil.Process(process.pid).children(recursive=True)


def test_who_is_not_there_any_more_is_named(school, tmp_path, secret):
    """Their rows stay in the record, and the summary says that they count."""
    out, roster = tmp_path / "out", tmp_path / "roster.csv"
    assert run_batch("ex1", school, "-o", out, "--key", secret).returncode == 0
    ids = [f"s{number:02},Someone" for number in range(1, 12)]
    roster.write_text("\n".join(["id,name", "zoe,s00", *ids, ""]))
    (school / "s00.py").rename(school / "zoe.py")
    done = run_batch("ex1", school, "-o", out, "--roster", roster)
    assert done.returncode == 0 and "not in these submissions: s00" in done.stdout
    assert len(rows_of(out)) == 13


def test_nobody_need_listen_to_the_progress(school, tmp_path, secret):
    """A closed pipe in the place of standard error ends no batch."""
    out = tmp_path / "out"
    process = started("ex1", school, "-o", out, "--key", secret)
    assert process.stderr is not None and process.stdout is not None
    process.stderr.close()
    assert "12 graded" in process.stdout.read()
    assert process.wait(60) == 0 and len(rows_of(out)) == 12


def test_a_session_that_is_closed_is_an_interrupt(large, tmp_path, secret):
    """What is graded is shown, and no scratch stays behind."""
    out, temporary = tmp_path / "out", tmp_path / "tmp"
    temporary.mkdir()
    process = started("ex1", large, "-o", out, "--key", secret, env={"TMPDIR": str(temporary)})
    assert process.stderr is not None
    while not process.stderr.readline().startswith("[5/100]"):
        pass
    process.terminate()
    errors = process.communicate(timeout=60)[1]
    assert process.returncode == 130 and "the same command goes on" in errors
    assert len(rows_of(out)) >= 5 and list(temporary.iterdir()) == []


def test_ctrl_c_stops_and_says_how_to_go_on(large, tmp_path, secret):
    """What is graded is kept and shown; nothing goes on in the background."""
    out = tmp_path / "out"
    process = started("ex1", large, "-o", out, "--key", secret)
    assert process.stderr is not None
    while not process.stderr.readline().startswith("[10/100]"):
        pass
    children = family(process)
    for each in [process, *children]:  # as a terminal does
        try:
            if os.getpgid(each.pid) == os.getpgid(process.pid):
                each.send_signal(signal.SIGINT)
        except (ProcessLookupError, psutil.NoSuchProcess):
            pass
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on" in errors and "Traceback" not in errors
    assert 10 <= len(rows_of(out)) < 100 and "graded" in output
    assert not psutil.wait_procs(children, timeout=10)[1]
    assert run_batch("ex1", large, "-o", out).returncode == 0
    assert len(rows_of(out)) == 100


@pytest.mark.thorough
@pytest.mark.parametrize("builds", [True, False])
def test_killed_at_any_moment_it_goes_on(large, tmp_path, builds):
    """Ten kills, each resumed: the grades are those of an undisturbed run, and no process,
    however young, outlives the batch.

    Five of them while it may still build its key, which takes longer than to grade the class.
    """
    undisturbed = tmp_path / "undisturbed"
    assert run_batch("ex1", large, "-o", undisturbed, "--seed", "3").returncode == 0
    own = ["--seed", "3"] if builds else ["--key", str(undisturbed / KEY)]
    begun = time.monotonic()
    assert from_shell("ex1", large, "-o", tmp_path / "again", *own).returncode == 0
    took = time.monotonic() - begun
    expected, chance = rows_of(undisturbed), random.Random(builds)
    kills = rounds = 0
    while kills < 5:
        out = tmp_path / f"killed-{rounds}"
        for _ in range(5):
            process = started("ex1", large, "-o", out, *own)
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.1, 0.9) * took)
                took *= 0.8  # it came to its end: the next one is killed earlier
            children = family(process) if process.poll() is None else []
            process.kill()
            process.communicate()
            kills += process.returncode == -signal.SIGKILL
            assert not psutil.wait_procs(children, timeout=20)[1]
        done = run_batch("ex1", large, "-o", out, *([] if builds else own))
        assert done.returncode == 0, done.stderr
        assert rows_of(out) == expected
        rounds += 1


# --- a cluster -----------------------------------------------------------------------------


@pytest.mark.usefixtures("isolation")
def test_a_process_of_a_cluster_grades_alike(toy, toy_key):
    """It chooses its own tier, keeps its own zygote, and takes a job of its own version only."""
    job = lane.Job(
        toy.material, keys.encode_key(toy_key), batch.Submission("mean.py", ()), "auto", False
    )
    assert lane.grade(job).isolation in ("sealed", "confined")
    foreign = lane.grade(replace(job, grader="0.0"))
    assert "0.0 is needed" in said(foreign.checks[0])
