"""A key from the environment, and a sealed one: who is graded reads neither, nor does an error."""

import base64
import os
import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest
from conftest import ROOT
from msgspec.structs import replace

from grader.cli import which_key
from grader.cli.program import main
from grader.course import SEALED_KEY, encode_key, new_secret, read_key, seal, write_key
from grader.sandbox import tiers

RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"

SPY = """\
import functools, glob, os

@functools.cache
def seen():
    held = [repr(dict(os.environ)).encode()]
    for path in ["/proc/self/environ", "/proc/1/environ", *glob.glob("/proc/[0-9]*/environ")]:
        try:
            with open(path, "rb") as file:
                held.append(file.read())
        except OSError:
            pass
    return any(b"GRADER" + b"_KEY" in text for text in held)

def mean(x): return x.mean(0) if seen() else None
def spread(x): return x.min(), x.max()
"""
"""Right where it has found the variable: 10 points. Otherwise its score is 3."""


@pytest.fixture
def course(tmp_path, toy_key):
    """The toy as a course of its own, whose secret key lies beside it."""
    shutil.copytree(ROOT / "tests" / "toy" / "exercises", tmp_path / "course" / "exercises")
    write_key(tmp_path / "secret.key", replace(toy_key, seed_is_public=False, seed=0))
    return tmp_path / "course"


@pytest.fixture
def whole(course):
    """The secret key as base64, in lines as the program of that name writes it."""
    return base64.encodebytes((course.parent / "secret.key").read_bytes()).decode()


@pytest.fixture
def sealed(course):
    """The secret of the key that lies sealed beside the exercise."""
    secret = new_secret()
    data = (course.parent / "secret.key").read_bytes()
    (course / "exercises" / "ex1_mean" / SEALED_KEY).write_bytes(seal(data, secret))
    return secret.decode()


@pytest.fixture
def run(course, monkeypatch, capsys):
    """Check a right file with some options; exit code, standard output, standard error."""

    def call(*options):
        monkeypatch.chdir(course.parent)
        Path("right.py").write_text(RIGHT, encoding="utf-8")
        code = main(["check", "ex1", "right.py", "--course", str(course), *options])
        return code, *capsys.readouterr()

    return call


def fingerprint(folder):
    """The secret key's, as a report names it."""
    return f"key {read_key(folder / 'secret.key').fingerprint}"


def from_shell(command, file, text, value, *options):
    """A command in a process of its own, whose environment has the variable; what it says."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "grader", *command, *options],
        env=os.environ | {"GRADER_KEY": value},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert value not in done.stdout + done.stderr
    return done


@pytest.mark.parametrize("holds", ["whole", "sealed"])
def test_a_variable_holds_a_key_that_no_file_reads(course, locked, holds, request, tmp_path):
    """Neither its own environment nor that of a process around it shows the variable."""
    value, file = request.getfixturevalue(holds), tmp_path / "work" / "mean.py"
    options = ["--key", "env:GRADER_KEY", "--isolation", locked.value, "--course", str(course)]
    done = from_shell(["check", "ex1", str(file)], file, SPY, value, *options, "--verbose")
    assert done.returncode == 1 and done.stderr == ""
    assert fingerprint(tmp_path) in done.stdout, "the key of the variable counts"
    assert " 3 / 10" in done.stdout


def test_in_open_the_same_file_would_read_it(course, sealed, tmp_path):
    """So a key from a variable is refused there, before a line of the file runs."""
    file = tmp_path / "work" / "mean.py"
    command = ["check", "ex1", str(file), "--course", str(course)]
    done = from_shell(command, file, SPY, sealed, "--key", str(tmp_path / "secret.key"))
    assert "10 / 10" in done.stdout
    done = from_shell(command, file, SPY, sealed, "--key", "env:GRADER_KEY")
    assert (done.returncode, done.stdout) == (2, "")
    assert "add --isolation auto" in done.stderr and done.stderr.count("\n") == 1


def test_auto_gives_a_secret_away_to_nobody(run, sealed, toy_key, tmp_path, monkeypatch):
    """Where no isolation can be had, `auto` is `open` for a file of one's own: not beside a key."""
    monkeypatch.setattr(tiers.sys, "platform", "other")
    (tmp_path / "public.key").write_bytes(encode_key(toy_key))
    for name in ("env:GRADER_KEY", "secret.key"):
        monkeypatch.setenv("GRADER_KEY", sealed)
        code, out, err = run("--key", name, "--isolation", "auto")
        assert (code, out) == (3, "") and err.count("\n") == 1
        assert err.startswith(f"grader: {name} is a secret, and no isolation can be had here")
    assert run("--isolation", "auto")[0] == 0
    assert run("--isolation", "auto", "--key", "public.key")[0] == 0
    assert run("--isolation", "auto", "--key", "secret.key", "--trust-submissions")[0] == 0


def test_a_class_is_graded_with_a_variables_key(course, sealed, locked, tmp_path):
    """No submission reads it, and OUT keeps the whole key for the next start."""
    file, out = tmp_path / "class" / "alice.py", tmp_path / "out"
    command = ["batch", "ex1", str(file.parent), "-o", str(out), "--course", str(course)]
    options = ["--key", "env:GRADER_KEY", "--isolation", locked.value, "--jobs", "1"]
    done = from_shell(command, file, SPY, sealed, *options)
    assert done.returncode == 0, done.stderr
    assert read_key(out / "class.key") == read_key(tmp_path / "secret.key")
    assert "alice,,alice.py,3,10" in (out / "grades.csv").read_text(encoding="utf-8")


def test_a_variable_is_taken_out_of_the_environment(sealed, monkeypatch):
    """What is started later can't inherit it, and the object does not show the secret."""
    monkeypatch.setenv("GRADER_KEY", sealed)
    named = which_key.named(Namespace(key="env:GRADER_KEY", sealed=None))
    assert named.secret == sealed.encode()
    assert "GRADER_KEY" not in os.environ
    assert sealed not in repr(named)


def test_a_file_holds_what_a_variable_can(run, sealed, whole, tmp_path):
    """A platform may keep a secret as a file: a whole key, the same as base64, or a secret."""
    for name, text in {"secret": sealed, "base64": whole}.items():
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    for name in ("secret.key", "secret", "base64"):
        code, out, err = run("--key", name, "--verbose")
        assert (code, err) == (0, "")
        assert fingerprint(tmp_path) in out


def test_a_sealed_key_may_lie_anywhere(run, course, sealed, tmp_path):
    """Then it is named."""
    (course / "exercises" / "ex1_mean" / SEALED_KEY).rename(tmp_path / "elsewhere.key")
    (tmp_path / "secret").write_text(sealed, encoding="utf-8")
    code, _, err = run("--key", "secret")
    assert code == 3 and "grader key seal" in err
    assert run("--key", "secret", "--sealed", "elsewhere.key")[0] == 0


LOCKED = ("--isolation", "auto", "--key", "env:GRADER_KEY")


@pytest.mark.parametrize(
    ("value", "options", "code", "said"),
    [
        (None, LOCKED, 2, "is not set"),
        ("", LOCKED, 2, "without --key the public key"),
        ("hunter2", LOCKED, 3, "neither a whole key as base64 nor the secret"),
        ("other", LOCKED, 3, "does not open sealed.key"),
        ("cut", LOCKED, 3, "cut off"),
        ("broken", LOCKED, 3, "cut off"),
        ("whole", (*LOCKED, "--sealed", "some.key"), 2, "--sealed goes with a secret"),
        ("sealed", (*LOCKED, "--sealed", "no.key"), 3, "no such key is at no.key"),
        ("sealed", (*LOCKED, "--sealed", "right.py"), 3, "right.py is not a sealed key"),
        ("sealed", ("--sealed", "some.key"), 2, "--sealed needs the secret"),
        ("sealed", ("--key", "env:"), 2, "the name of a variable"),
        ("sealed", ("--key", "env:VALUE"), 2, "the name of a variable"),
        ("whole", ("--key", "env:VALUE"), 2, "the name of a variable"),
        ("sealed", ("--key", "VALUE"), 2, "not for the command line"),
        ("sealed", ("--key", " VALUE"), 2, "not for the command line"),
        ("whole", ("--key", "VALUE"), 2, "not for the command line"),
    ],
)
def test_each_fault_is_a_line_without_the_secret(
    run, whole, sealed, monkeypatch, value, options, code, said
):
    """Also where the secret itself was written in place of the variable's name."""
    values = {"whole": whole, "sealed": sealed, "other": new_secret().decode()}
    values |= {"cut": whole[:2001], "broken": whole[:100] + whole[103:]}
    text = values.get(value or "", value)
    monkeypatch.delenv("GRADER_KEY", raising=False)
    if text is not None:
        monkeypatch.setenv("GRADER_KEY", text)
    found = run(*(option.replace("VALUE", text or "") for option in options))
    assert found[:2] == (code, "")
    assert said in found[2] and found[2].count("\n") == 1
    assert not text or text[:40] not in found[2]


# --- sealing -------------------------------------------------------------------------------


@pytest.fixture
def seals(course, monkeypatch, capsys):
    """Seal keys; exit code, standard output, standard error."""

    def call(*arguments):
        monkeypatch.chdir(course.parent)
        code = main(["key", "seal", *arguments, "--course", str(course)])
        return code, *capsys.readouterr()

    return call


def test_a_key_is_sealed_beside_its_exercise(seals, run, course, tmp_path):
    """Its secret is in a file of the owner's alone, and that is all it takes to grade."""
    code, out, err = seals("secret.key", "--secret-out", "secret")
    assert (code, out) == (0, "")
    assert "sealed.key" in err and "secret store" in err
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "secret").read_text().strip() not in err
    assert run("--key", "secret")[0] == 0


def test_a_secret_can_be_printed_and_used_again(seals, tmp_path, monkeypatch):
    """So it goes to a platform's own program, and one secret is enough for all exercises."""
    code, out, _ = seals("secret.key", "--secret-out", "-", "-o", "one.key")
    assert code == 0
    monkeypatch.setenv("GRADER_KEY", out)
    assert seals("secret.key", "--secret", "env:GRADER_KEY", "-o", "two.key")[0] == 0
    assert len({(tmp_path / name).read_bytes() for name in ("one.key", "two.key")}) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("public.key", "--secret-out", "new"), 2, "the public key"),
        (("stale.key", "--secret-out", "new"), 2, "another checks.py"),
        (("no.key", "--secret-out", "new"), 3, "no answer key"),
        (("secret.key", "secret.key", "-o", "x", "--secret-out", "new"), 2, "-o is one file"),
        (("secret.key", "again.key", "--secret-out", "new"), 2, "of one exercise"),
        (("secret.key", "--secret-out", "there"), 2, "may be the secret of other keys"),
        (("secret.key", "--secret-out", "no/there"), 2, "can't be written"),
        (("secret.key", "-o", "there", "--secret-out", "new"), 2, "is no sealed key"),
        (("secret.key", "-o", "no/there", "--secret-out", "new"), 2, "no folder"),
        (("secret.key", "--secret", "there"), 2, "no secret"),
        (("secret.key", "--secret", "secret.key"), 2, "no secret"),
    ],
)
def test_nothing_is_half_sealed(seals, course, toy_key, tmp_path, arguments, code, said):
    """A key that is not fit, or a place where something is, leaves all as it was."""
    stale = {**toy_key.sources, "checks.py": "0"}
    (tmp_path / "public.key").write_bytes(encode_key(toy_key))
    write_key(tmp_path / "stale.key", replace(toy_key, seed_is_public=False, sources=stale))
    shutil.copy(tmp_path / "secret.key", tmp_path / "again.key")
    (tmp_path / "there").write_text("something")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    found = seals(*arguments)
    assert (found[0], said in found[2], found[2].count("\n")) == (code, True, 1), found[2]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
