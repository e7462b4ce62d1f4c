"""Which file is graded: one of the student's, said by its path, and reached by no foreign link."""

import json
import os
import re
import shutil

import pytest
from conftest import ROOT

from grader import sandbox
from grader.classroom import collect_handins
from grader.cli.program import main
from grader.course import course as courses
from grader.report import Tier

TOY = ROOT / "tests" / "toy"
RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"
SUMS = "def mean(x): return x.sum(0)\n"
SECRET = "shift = 'a line of an account file'\n"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """The toy as the course that came with the package: it needs no TensorFlow."""
    root = tmp_path / "site-packages" / "grader"
    shutil.copytree(TOY / "exercises", root / "exercises")
    monkeypatch.setattr(courses, "_PACKAGE", root)
    return root


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout, whose course is the package's."""
    root = tmp_path / "checkout"
    shutil.copytree(TOY, root)
    monkeypatch.setattr(courses, "_PACKAGE", root / "grader")
    return root


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command in a folder; exit code, standard output, standard error. No tier is tried."""
    monkeypatch.setattr(sandbox, "choose", lambda *_: Tier.OPEN)

    def call(cwd, *arguments):
        monkeypatch.chdir(cwd)
        code = main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return call


def graded(out):
    """The file of a report in JSON, and its score."""
    report = json.loads(out)
    return report["submission"], report["score"]


# --- the exercise's own file ------------------------------------------------------------------


@pytest.mark.parametrize("tier", ["open", "auto"])
@pytest.mark.parametrize("how", ["found", "named", "variable"])
def test_the_stub_of_an_installed_package_is_nobodys_work(run, package, monkeypatch, tier, how):
    """However its course is meant: there is nothing to grade, and the line says what to do."""
    empty = package.parents[1] / "empty"
    empty.mkdir()
    option = ["--course", package] if how == "named" else []
    if how == "variable":
        monkeypatch.setenv("GRADER_COURSE", str(package))
    code, out, err = run(empty, "check", "ex1", "--isolation", tier, *option)
    assert (code, out) == (2, "") and err.count("\n") == 1
    assert "there is no mean.py and no mean.ipynb here" in err and "check ex1 FILE" in err


def test_nor_is_that_of_a_checkout_in_which_nobody_stands(run, checkout, tmp_path):
    """An editable install is used from anywhere; its exercises/ is the work of who stands in it."""
    (tmp_path / "empty").mkdir()
    assert run(tmp_path / "empty", "check", "ex1")[0] == 2
    for cwd in (".", "exercises", "exercises/ex1_mean", "solutions/ex1_mean/right"):
        code, out, _ = run(checkout / cwd, "check", "ex1", "--format", "json")
        where = os.path.relpath(checkout / "exercises" / "ex1_mean" / "mean.py", checkout / cwd)
        assert (code, *graded(out)) == (1, where, 0.0)


def test_whoever_grades_others_means_no_file_of_the_named_course(run, package, tmp_path):
    """In CI a student who handed in nothing is not graded by the course's own stub."""
    course, clone = tmp_path / "course", tmp_path / "clone"
    shutil.copytree(TOY, course)
    clone.mkdir()
    assert run(clone, "check", "ex1", "--course", course, "--isolation", "auto")[0] == 2
    assert run(clone, "check", "ex1", "--course", course)[0] == 1, "one's own course, in `open`"


def test_a_clone_of_the_course_holds_the_students_file_in_its_place(run, package, tmp_path):
    """Without a name it is found in exercises/ of the clone, and graded by the package's course."""
    clone = tmp_path / "clone"
    shutil.copytree(TOY / "exercises", clone / "exercises")
    (clone / "exercises" / "ex1_mean" / "mean.py").write_text(RIGHT)
    for cwd in (clone, clone / "exercises" / "ex1_mean"):
        code, out, _ = run(cwd, "check", "ex1", "--isolation", "auto", "--format", "json")
        name = os.path.relpath(clone / "exercises" / "ex1_mean" / "mean.py", cwd)
        assert (code, *graded(out)) == (0, name, 10.0)


def test_a_stray_file_is_told_from_the_one_in_exercises(run, checkout):
    """The header has the path, and a line says that there is another one."""
    (checkout / "exercises" / "ex1_mean" / "mean.py").write_text(RIGHT)
    code, out, err = run(checkout, "check", "ex1")
    assert (code, err) == (0, "") and "Means · exercises/ex1_mean/mean.py" in out
    (checkout / "mean.py").write_text(SUMS)
    code, out, err = run(checkout, "check", "ex1")
    assert code == 1 and "Means · mean.py\n" in out
    assert "check ex1 exercises/ex1_mean/mean.py" in err and err.count("\n") == 1
    code, out, err = run(checkout, "check", "ex1", "exercises/ex1_mean/mean.py")
    assert (code, err) == (0, "") and "Means · exercises/ex1_mean/mean.py" in out
    assert run(checkout / "exercises" / "ex1_mean", "check", "ex1")[2] == "", "it is the same file"


@pytest.mark.parametrize("stray", ["mean.py", "mean.ipynb"])
def test_the_other_file_is_named_whatever_its_type(run, checkout, stray):
    """A notebook here hides the file in exercises/, too."""
    text = '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}'
    (checkout / stray).write_text(SUMS if stray == "mean.py" else text)
    err = run(checkout, "check", "ex1")[2]
    assert f"{stray} was graded" in err and "check ex1 exercises/ex1_mean/mean.py\n" in err


def test_in_a_course_of_its_own_work_lies_in_exercises(run, package, tmp_path):
    """What lies beside it would be graded by the package's course when it is named.

    Of a course that has solutions, it would not.
    """
    own = tmp_path / "own"
    shutil.copytree(TOY / "exercises", own / "exercises")
    (own / "mean.py").write_text(RIGHT)
    code, out, err = run(own, "check", "ex1", "--format", "json")
    assert (code, graded(out)[0]) == (1, "exercises/ex1_mean/mean.py")
    assert f"check ex1 mean.py --course {own}\n" in err
    for path in (own / "exercises" / "ex1_mean").glob("mean.*"):
        path.unlink()
    code, out, err = run(own, "check", "ex1")
    assert (code, out) == (2, "") and f"check ex1 mean.py --course {own}" in err
    assert run(own, "check", "ex1", "mean.py", "--course", ".")[0] == 0
    (own / "solutions").mkdir()
    code, out, err = run(own, "check", "ex1", "--format", "json")
    assert (code, err, graded(out)[0]) == (0, "", "mean.py")


@pytest.mark.parametrize("form", ["terminal", "json", "markdown"])
def test_a_report_has_the_files_path(run, package, tmp_path, form):
    """From where one stands; of a file in another place, as it was named."""
    file = tmp_path / "a" / "b" / "mean.py"
    file.parent.mkdir(parents=True)
    file.write_text(RIGHT)
    (tmp_path / "c").mkdir()
    for cwd, named, shown in (
        (tmp_path, "a/b/mean.py", "a/b/mean.py"),
        (tmp_path, "./a/../a/b/mean.py", "a/b/mean.py"),
        (tmp_path / "a", file, "b/mean.py"),
        (file.parent, "../b/mean.py", "mean.py"),
        (tmp_path / "c", "../a/b/mean.py", "../a/b/mean.py"),
    ):
        out = run(cwd, "check", "ex1", named, "--format", form)[1]
        assert re.search(rf'[` "]{re.escape(shown)}[`"\n]', out)


# --- links ------------------------------------------------------------------------------------


@pytest.fixture
def secret(tmp_path):
    """A file of the judge's, which no report may show."""
    path = tmp_path / "judge" / "account"
    path.parent.mkdir()
    path.write_text(SECRET)
    return path


def _direct(clone, secret):
    (clone / "mean.py").symlink_to(secret)
    return "mean.py"


def _relative(clone, secret):
    (clone / "mean.py").symlink_to(os.path.relpath(secret, clone))
    return "mean.py"


def _link_of_a_link(clone, secret):
    (clone / "hidden.py").symlink_to(secret)
    (clone / "mean.py").symlink_to("hidden.py")
    return "mean.py"


def _by_a_folder(clone, secret):
    (clone / "work").symlink_to(secret.parent)
    return "work/account"


def _by_a_folder_of_a_folder(clone, secret):
    (clone / "a").mkdir()
    (clone / "a" / "b").symlink_to(secret.parent.parent)
    return "a/b/judge/account"


def _by_a_folder_and_back(clone, secret):
    (clone / "a").symlink_to(secret.parent)
    return "a/../judge/account"


def _notebook(clone, secret):
    (clone / "mean.ipynb").symlink_to(secret)
    return "mean.ipynb"


def _neighbour(clone, secret):
    (clone.parent / "bob").mkdir()
    (clone.parent / "bob" / "mean.py").write_text(SECRET)
    (clone / "mean.py").symlink_to("../bob/mean.py")
    return "mean.py"


def _by_the_system(clone, secret):
    (clone / "mean.py").symlink_to(f"/proc/self/root{secret}")
    return "mean.py"


LINKS = [
    _direct,
    _relative,
    _link_of_a_link,
    _by_a_folder,
    _by_a_folder_of_a_folder,
    _by_a_folder_and_back,
    _notebook,
    _neighbour,
    _by_the_system,
]


@pytest.mark.parametrize("absolute", [False, True])
@pytest.mark.parametrize("link", LINKS, ids=lambda link: link.__name__)
def test_a_link_out_of_its_folder_is_refused(run, package, tmp_path, secret, link, absolute):
    """One line, in which nothing of the target stands."""
    clone = tmp_path / "clone"
    clone.mkdir()
    name = link(clone, secret)
    file = clone / name if absolute else name
    for tier in ("sealed", "confined", "auto"):
        code, out, err = run(clone, "check", "ex1", file, "--isolation", tier)
        assert (code, out) == (2, "") and err.count("\n") == 1 and "symbolic link" in err
        assert "account file" not in err


@pytest.mark.parametrize("link", [_direct, _relative, _neighbour], ids=lambda link: link.__name__)
def test_so_it_is_where_no_file_is_named(run, package, tmp_path, secret, link):
    """`cd clone; grader check ex1 --isolation auto`, and in exercises/ of a clone."""
    clone = tmp_path / "clone"
    (clone / "exercises" / "ex1_mean").mkdir(parents=True)
    (clone / "exercises" / "ex1_mean" / "checks.py").write_text("")
    link(clone / "exercises" / "ex1_mean", secret)
    for cwd in (clone, clone / "exercises" / "ex1_mean"):
        code, out, err = run(cwd, "check", "ex1", "--isolation", "auto")
        assert (code, out) == (2, "") and "symbolic link" in err


def test_a_link_within_its_folder_is_followed(run, package, tmp_path):
    """mean.py can be a link to mean_v2.py, and its folder can be a link beside another one."""
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "mean_v2.py").write_text(RIGHT)
    (tmp_path / "work" / "mean.py").symlink_to("mean_v2.py")
    (tmp_path / "latest").symlink_to("work")
    for file in ("work/mean.py", "latest/mean.py", tmp_path / "latest" / "mean.py"):
        how = ("--isolation", "auto", "--format", "json")
        assert run(tmp_path, "check", "ex1", file, *how)[0] == 0


def test_in_open_a_link_leads_to_files_of_ones_own_alone(run, package, tmp_path, secret):
    """A student keeps the file elsewhere; another user's file is not shown."""
    elsewhere = tmp_path / "elsewhere.py"
    elsewhere.write_text(RIGHT)
    work = tmp_path / "work"
    work.mkdir()
    (work / "mean.py").symlink_to(elsewhere)
    assert run(work, "check", "ex1")[0] == 0
    (work / "account.py").symlink_to(secret)
    if os.geteuid() == 0:
        os.chown(secret, 12345, 12345)
    else:
        (work / "account.py").unlink()
        (work / "account.py").symlink_to("/etc/passwd")
    code, out, err = run(work, "check", "ex1", "account.py")
    assert (code, out) == (2, "") and "symbolic link" in err


@pytest.mark.parametrize("form", ["terminal", "json", "markdown"])
def test_what_is_no_source_is_not_quoted_from_behind_a_link(run, package, tmp_path, form):
    """Of a file of one's own that lies elsewhere, too: a syntax error says the line's number."""
    (tmp_path / "accounts").write_text("\nroot:x:0:0:a line of an account file:/root\n")
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "mean.py").symlink_to(tmp_path / "accounts")
    code, out, _ = run(tmp_path / "work", "check", "ex1", "--format", form)
    assert code == 1 and "line 2" in out.replace('"line": 2', "line 2")
    assert "account file" not in out
    assert "account file" in run(tmp_path, "check", "ex1", "accounts", "--format", form)[1]


@pytest.mark.parametrize("name", ["helper.py", "nested.py", "by_folder.py"])
def test_a_module_beside_the_file_is_no_link_out_of_the_folder(
    run, package, tmp_path, secret, name
):
    """It is not there for the file, so nothing of the target is loaded or quoted."""
    (tmp_path / "clone").mkdir()
    work = tmp_path / "clone" / "mean.py"
    work.write_text(f"from {name.removesuffix('.py')} import shift\ndef mean(x): print(shift)\n")
    if name == "nested.py":
        (work.parent / "inner.py").symlink_to(secret)
        work.with_name(name).symlink_to("inner.py")
    elif name == "by_folder.py":
        (work.parent / "folder").symlink_to(secret.parent)
        work.with_name(name).symlink_to("folder/account")
    else:
        work.with_name(name).symlink_to(secret)
    for tier in ("auto", "open"):
        _, out, err = run(work.parent, "check", "ex1", "mean.py", "--isolation", tier)
        assert "account file" not in out + err


@pytest.mark.parametrize("link", LINKS[:4], ids=lambda link: link.__name__)
def test_a_class_is_collected_without_following_links(tmp_path, secret, link, toy):
    """A student's link is named in the plan, and nothing behind it is anybody's file."""
    for name in ("alice", "bob"):
        (tmp_path / "class" / name).mkdir(parents=True)
    (tmp_path / "class" / "bob" / "mean.py").write_text(RIGHT)
    link(tmp_path / "class" / "alice", secret)
    plan = collect_handins(tmp_path / "class", toy, tmp_path / "scratch", None)
    assert all(not handin.path or "account" not in str(handin.path) for handin in plan.handins)
    (alice,) = (handin for handin in plan.handins if handin.student == "alice")
    assert alice.path is None
