"""What build writes, and that it never takes the place of what somebody wrote."""

import json
import shutil
from datetime import date
from unittest.mock import Mock

import pytest
from conftest import ROOT

from grader import build
from grader.build import written
from grader.cli.program import main
from grader.course import AnswerKey, Course, Lesson, read_key
from grader.errors import AuthorError

WORK = "def mean(x):\n    return sum(x) / len(x)  # an evening's work\n"
TODAY = "2026-11-26"


@pytest.fixture
def copy(tmp_path) -> Lesson:
    """A copy of the toy course that a test may spoil."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "toy")
    return Course(tmp_path / "toy").lesson("ex1")


@pytest.fixture
def run(copy, toy_key, monkeypatch, capsys):
    """`grader build` in the copy, with a key that is at hand; exit code and what it prints."""
    monkeypatch.setattr(build, "build_key", lambda *_: toy_key)
    monkeypatch.setattr(written, "date", Mock(today=lambda: date.fromisoformat(TODAY)))
    monkeypatch.chdir(copy.folder)

    def call(*arguments) -> tuple[int, str, str]:
        return main(["build", *map(str, arguments)]), *capsys.readouterr()

    return call


def files(lesson) -> dict[str, bytes]:
    """The exercise's folder."""
    return {path.name: path.read_bytes() for path in lesson.folder.iterdir()}


def edit_reference(lesson) -> None:
    """Have build make another stub than before."""
    text = lesson.reference.read_text("utf-8").replace("The mean of each", "The average of each")
    lesson.reference.write_text(text, "utf-8")


def test_an_untouched_stub_is_replaced_and_nothing_is_kept(copy, run):
    """Also where the reference has changed since it was built, and with another system's lines."""
    before = set(files(copy))
    assert run()[0] == 0 and set(files(copy)) == before
    stub = copy.folder / "mean.py"
    stub.write_bytes(stub.read_bytes().replace(b"\n", b"\r\n"))
    edit_reference(copy)
    assert run()[0] == 0 and set(files(copy)) == before
    assert b"The average of each" in stub.read_bytes()
    assert b"The average of each" in (copy.folder / "mean.ipynb").read_bytes()


@pytest.mark.parametrize("name", ["mean.py", "mean.ipynb"])
@pytest.mark.parametrize("changed", [False, True])
def test_work_is_kept_beside_the_new_file(copy, run, name, changed):
    """Under a name with the date, whether or not the stub is another one by now."""
    path = copy.folder / name
    path.write_text(WORK)
    if changed:
        edit_reference(copy)
    _, out, _ = run()
    kept = copy.folder / f"{name}.{TODAY}"
    assert kept.read_text() == WORK and f"{kept}: what was there before" in out
    assert path.read_text("utf-8") != WORK
    assert len([x for x in files(copy) if TODAY in x]) == 1


def test_the_second_of_a_day_has_a_name_of_its_own(copy, run):
    """Neither replaces the other, nor a file that happens to have such a name."""
    for text in ("a = 1\n", "b = 2\n", "c = 3\n"):
        (copy.folder / "mean.py").write_text(text)
        run()
    found = {n: t for n, t in files(copy).items() if TODAY in n}
    assert found == {
        f"mean.py.{TODAY}": b"a = 1\n",
        f"mean.py.{TODAY}.2": b"b = 2\n",
        f"mean.py.{TODAY}.3": b"c = 3\n",
    }


def test_a_copy_that_somebody_changed_is_kept_too(copy, run):
    """A shared module's copy is an exercise's file like the stub."""
    checks = copy.folder / "checks.py"
    text = checks.read_text("utf-8").replace('module="mean"', 'module="mean", given=("helper",)')
    checks.write_text(text, "utf-8")
    shared = copy.folder.parent / "shared"
    shared.mkdir()
    (shared / "helper.py").write_text("ONE = 1\n")
    run()
    assert (copy.folder / "helper.py").read_text() == "ONE = 1\n"
    (shared / "helper.py").write_text("ONE = 11\n")
    run()
    assert not [name for name in files(copy) if TODAY in name]
    (copy.folder / "helper.py").write_text("ONE = 'mine'\n")
    run()
    assert (copy.folder / f"helper.py.{TODAY}").read_text() == "ONE = 'mine'\n"


@pytest.mark.parametrize("record", ["", "nonsense\n", None])
def test_without_a_record_whatever_differs_is_kept(copy, run, record):
    """A lost record costs a file too many, and never a file too few."""
    place = copy.solution / written.RECORD
    place.unlink() if record is None else place.write_text(record)
    before = files(copy)
    run()
    assert set(files(copy)) == set(before), "the stub is what would be built now"
    place.unlink()
    old = (copy.folder / "mean.py").read_bytes()
    edit_reference(copy)
    run()
    assert (copy.folder / f"mean.py.{TODAY}").read_bytes() == old


def test_a_link_is_replaced_and_its_target_left_alone(copy, run, tmp_path):
    """Somebody keeps the work elsewhere."""
    elsewhere = tmp_path / "elsewhere.py"
    elsewhere.write_text(WORK)
    stub = copy.folder / "mean.py"
    stub.unlink()
    stub.symlink_to(elsewhere)
    run()
    assert elsewhere.read_text() == WORK and not stub.is_symlink()
    assert (copy.folder / f"mean.py.{TODAY}").read_text() == WORK


def _no_mark(lesson) -> None:
    lesson.reference.write_text(lesson.reference.read_text("utf-8").replace("# END SOL", "# END"))


def _no_readme(lesson) -> None:
    (lesson.folder / "README.md").unlink()


def _wrong_code(lesson) -> None:
    lesson.reference.write_text(lesson.reference.read_text("utf-8") + "\n)")


@pytest.mark.parametrize("fault", [_no_mark, _no_readme, _wrong_code], ids=lambda f: f.__name__)
def test_a_fault_of_the_author_leaves_all_files_as_they_are(copy, run, fault):
    """All is made before anything is written."""
    edit_reference(copy)
    (copy.folder / "mean.py").write_text(WORK)
    fault(copy)
    before = files(copy)
    assert run()[0] in (2, 3) and files(copy) == before


def test_so_does_a_key_that_can_not_be_built(copy, run, monkeypatch):
    """It is made last, and takes minutes."""

    def fails(*_: object) -> AnswerKey:
        raise AuthorError("no input exposes it")

    monkeypatch.setattr(build, "build_key", fails)
    edit_reference(copy)
    before = files(copy)
    assert run()[0] == 2 and files(copy) == before


@pytest.mark.parametrize("name", ["mean.py", "inputs.py", "exercises"])
def test_a_secret_key_takes_no_other_files_place(copy, run, name, tmp_path):
    """`-o` names a new file, or an earlier key."""
    place = tmp_path / name
    place.mkdir() if name == "exercises" else place.write_text(WORK)
    code, _, err = run("ex1", "--seed", 5, "-o", place)
    assert code == 2 and "no answer key" in err
    assert place.is_dir() or place.read_text() == WORK
    key = tmp_path / "class.key"
    assert run("ex1", "--seed", 5, "-o", key)[0] == run("ex1", "--seed", 6, "-o", key)[0] == 0
    assert read_key(key).exercise == "ex1"


def test_one_file_is_for_one_key(copy, run, tmp_path):
    """`-o` for several exercises would leave the last one's."""
    other = copy.folder.with_name("ex2_mean")
    shutil.copytree(copy.folder, other)
    shutil.copytree(copy.solution, copy.solution.with_name("ex2_mean"))
    checks = other / "checks.py"
    checks.write_text(checks.read_text("utf-8").replace('"ex1"', '"ex2"'), "utf-8")
    code, _, err = run("--seed", 5, "-o", tmp_path / "both.key")
    assert code == 2 and "name the exercise" in err and not (tmp_path / "both.key").exists()


@pytest.mark.parametrize("lesson", Course(ROOT).folders)
def test_the_record_is_of_what_is_handed_out(lesson):
    """A fresh clone can be built without keeping a file that nobody touched."""
    made = Course(ROOT).lesson(lesson)
    text = (made.solution / written.RECORD).read_text("utf-8")
    lines = (line.split("  ") for line in text.splitlines())
    recorded = {name: digest for digest, name in lines}
    names = {made.file_name, made.notebook_name, *(copy.name for copy in made.shared)}
    assert set(recorded) == names
    for name, digest in recorded.items():
        assert written._digest((made.folder / name).read_bytes()) == digest
    assert json.loads((made.folder / made.notebook_name).read_text("utf-8"))["nbformat"] == 4
