"""The zip for Gradescope does there what Gradescope asks of it, whatever is handed in.

It runs as Gradescope runs it: unpacked into /autograder/source, setup.sh once, run_autograder for
each submission, in a root of its own. Only what setup.sh would download is what the tests have.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

from grader.cli.program import main

pytestmark = pytest.mark.isolation

TOY = ROOT / "tests" / "toy"
RIGHT = (TOY / "solutions" / "ex1_mean" / "mean.py").read_text()
STUB = (TOY / "exercises" / "ex1_mean" / "mean.py").read_text()
WRONG = RIGHT.replace("np.max(x)", "np.min(x)")
NOTEBOOK = {
    "cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": RIGHT}],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}
HOSTILE = f"""\
import json, os, signal, sys
FAKE = json.dumps({{"score": 1000, "tests": []}})

def attack():
    print(FAKE, flush=True)
    for place in ("/autograder/results/results.json", "/autograder/results/.results.new"):
        try:
            open(place, "w").write(FAKE)
        except OSError:
            pass
    for place in ("/autograder/source/ex1.secret.key", "/autograder/source/run_autograder"):
        try:
            open(place, "rb").read(), open(place, "w").write(FAKE)
            print("the key was read", flush=True)
        except OSError:
            pass
    for victim in (os.getppid(), 1):
        try:
            os.kill(victim, signal.SIGKILL)
        except OSError:
            pass

attack()
{RIGHT}
mean_of = mean

def mean(x):
    attack()
    return mean_of(x)
"""
METADATA = """{
    "id": 7,
    "created_at": "2026-11-27T11:00:00.000000-08:00",
    "assignment": {"id": 3, "title": "Means", "total_points": "20.0"},
    "users": [{"id": 5, "name": "Ann Lee", "email": "ann@example.org"}],
    "previous_submissions": []
}"""

BRINGS = """\
#!/bin/bash
# A Python of the image. What `-m venv` makes has all that the tests have; pip finds a wheel there.
case "$*" in
"-m venv "*) mkdir -p "$3/bin" && cp "${0%/*}/of-a-venv" "$3/bin/python" ;;
*) exec {python} "$@" ;;
esac
"""
OF_A_VENV = """\
#!/bin/bash
[ "$2" = pip ] && exec test -f "${@: -1}"
exec {python} "$@"
"""
TOO_NEW = """\
#!/bin/bash
# A system whose Python has no TensorFlow yet, and lets pip install nothing beside its packages.
case "$*" in
"-m venv /autograder/uv") mkdir -p "$3/bin" && cp "${0%/*}/with-uv" "$3/bin/python" ;;
*) exit 1 ;;
esac
"""
WITH_UV = """\
#!/bin/bash
case "$*" in
"-m pip install uv") ;;
"-m uv venv --seed --python 3.12 /autograder/grader")
    mkdir -p "$7/bin" && cp /autograder/tools/of-a-venv "$7/bin/python" ;;
*) exit 1 ;;
esac
"""

DOCKERS = [
    "CAP_AUDIT_WRITE",
    "CAP_CHOWN",
    "CAP_DAC_OVERRIDE",
    "CAP_FOWNER",
    "CAP_FSETID",
    "CAP_KILL",
    "CAP_MKNOD",
    "CAP_NET_BIND_SERVICE",
    "CAP_NET_RAW",
    "CAP_SETFCAP",
    "CAP_SETGID",
    "CAP_SETPCAP",
    "CAP_SETUID",
    "CAP_SYS_CHROOT",
]
"""What root may do in a container of Docker."""

tiers = pytest.mark.parametrize("tier", ["sealed", "confined"])


@pytest.fixture(scope="module")
def autograder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """/autograder after Gradescope has built its image."""
    place = tmp_path_factory.mktemp("gradescope")
    wheel = place / "grader-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        for name in ("grader/__main__.py", "grader-0.1.0.dist-info/METADATA"):
            packed.writestr(name, "")
    words = ["release", "gradescope", "ex1", "-o", str(place / "ex1.zip"), "--course", str(TOY)]
    assert main([*words, "--wheel", str(wheel)]) == 0
    home = place / "autograder"
    home.mkdir()
    # Python's zipfile forgets the permissions, which unzip and Gradescope keep.
    with zipfile.ZipFile(place / "ex1.zip") as packed:
        for info in packed.infolist():
            unpacked = packed.extract(info, home / "source")
            Path(unpacked).chmod(info.external_attr >> 16 & 0o777)
    tools = home / "tools"
    tools.mkdir()
    programs = {"apt-get": "#!/bin/sh\n", "python3.13": BRINGS, "of-a-venv": OF_A_VENV}
    for name, text in programs.items():
        (tools / name).write_text(text.replace("{python}", sys.executable))
        (tools / name).chmod(0o755)
    shutil.copy(home / "source" / "run_autograder", home / "run_autograder")
    built = in_root(home, "/autograder/source/setup.sh", PATH=f"/autograder/tools:{os.defpath}")
    assert built.returncode == 0, built.stderr
    assert "confined" in built.stdout  # what `grader doctor` says of the tiers
    return home


def in_root(
    home: Path, *command: str, tier: str = "sealed", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command in a root in which `home` is /autograder, and all else is as here.

    For the tier `confined`, what the command may do is what Docker gives: as root, with few
    capabilities, and no bubblewrap that works.
    """
    binds = ["--dev-bind", "/dev", "/dev", "--proc", "/proc"]
    for entry in sorted(Path("/").iterdir()):
        if entry.is_symlink():
            binds += ["--symlink", os.readlink(entry), str(entry)]
        elif entry.name not in ("dev", "proc", "autograder"):
            binds += ["--bind", str(entry), str(entry)]
    kept = ["ALL"] if tier == "sealed" else DOCKERS
    capabilities = [word for name in kept for word in ("--cap-add", name)]
    if os.geteuid() != 0:  # an unprivileged user has none to give
        capabilities = []
    if tier == "confined":
        binds += ["--ro-bind", "/dev/null", str(shutil.which("bwrap"))]
    asked = ["bwrap", *binds, *capabilities, "--bind", str(home), "/autograder", "--", *command]
    return subprocess.run(
        asked, env=dict(os.environ) | environment, capture_output=True, text=True, timeout=120
    )


@pytest.fixture
def submit(autograder: Path) -> Callable[..., dict]:
    """Hand in files, by name, and read the results.json that is there then."""

    def call(files: dict[str, str | bytes], tier: str = "sealed") -> dict:
        for name in ("submission", "results"):
            shutil.rmtree(autograder / name, ignore_errors=True)
            (autograder / name).mkdir()
        for name, content in files.items():
            path = autograder / "submission" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (autograder / "submission_metadata.json").write_text(METADATA)
        ran = in_root(autograder, "/autograder/run_autograder", tier=tier)
        assert ran.returncode == 0, ran.stderr
        assert [path.name for path in (autograder / "results").iterdir()] == ["results.json"]
        made = json.loads((autograder / "results" / "results.json").read_text())
        assert made["stdout_visibility"] == "hidden" and isinstance(made["score"], int | float)
        return made

    return call


@tiers
def test_a_right_file(submit, tier):
    """It gets all points; the isolation and the submission are told."""
    made = submit({"mean.py": RIGHT}, tier)
    assert made["score"] == 10 == sum(test["max_score"] for test in made["tests"])
    assert {test["status"] for test in made["tests"]} == {"passed"}
    told = made["extra_data"]
    assert told["graded"] and told["isolation"] == [tier]
    assert told["submission"]["id"] == 7 and told["submission"]["users"] == [5]
    assert made["output"] == f"mean.py was graded (isolation: {tier})"


def test_a_wrong_file(submit):
    """It gets the points of what is right, and is told what is wrong."""
    made = submit({"mean.py": WRONG})
    failed = [test for test in made["tests"] if test["status"] == "failed"]
    assert made["score"] == 7 and len(failed) == 1
    assert "expected" in failed[0]["output"]


def test_an_empty_file(submit):
    """It is graded, gets nothing, and is told that it is empty."""
    made = submit({"mean.py": ""})
    assert made["score"] == 0 and made["extra_data"]["graded"]
    assert "the file is empty" in made["output"]


@tiers
def test_a_hostile_file(submit, autograder, tier):
    """It neither writes the results nor reads the key, and stops nobody else."""
    before = {p.name: p.read_bytes() for p in (autograder / "source").iterdir() if p.is_file()}
    made = submit({"mean.py": HOSTILE}, tier)
    assert made["score"] <= 10 and len(made["tests"]) == 4 and made["extra_data"]["graded"]
    assert "the key was read" not in json.dumps(made)
    assert {n: (autograder / "source" / n).read_bytes() for n in before} == before


def test_several_files(submit):
    """The one of the exercise's name is graded, with the modules beside it."""
    uses = RIGHT.replace("np.max(x)", "helper.most(x)") + "\nimport helper\n"
    made = submit({"mean.py": uses, "helper.py": "def most(x):\n    return x.max()\n", "a.txt": ""})
    assert made["score"] == 10
    made = submit({"work/mean_final.py": RIGHT, "notes.py": "x = 1"})
    assert made["score"] == 10 and made["output"].startswith("work/mean_final.py was graded")


def test_which_of_two_files_is_not_guessed(submit):
    """Nothing is graded, and it is said what to do."""
    made = submit({"mean.py": RIGHT, "mean (1).py": WRONG})
    assert made["score"] == 0 and not made["extra_data"]["graded"]
    assert "two files fit: mean (1).py, mean.py; hand in one" in made["output"]


def test_nothing(submit):
    """It is said that there is no file, and of what name one is expected."""
    made = submit({})
    assert not made["extra_data"]["graded"]
    assert "found no file; expected mean.py or mean.ipynb" in made["output"]


def test_a_notebook(submit):
    """It is graded as its code in a file."""
    assert submit({"mean.ipynb": json.dumps(NOTEBOOK)})["score"] == 10
    both = submit({"mean.ipynb": json.dumps(NOTEBOOK), "mean.py": STUB})
    assert both["score"] == 10
    assert "mean.py is as it was handed out, so it is not graded" in both["output"]


def test_a_zip(submit, tmp_path):
    """The file in it is graded."""
    with zipfile.ZipFile(tmp_path / "work.zip", "w") as packed:
        packed.writestr("work/mean.py", RIGHT)
    made = submit({"work.zip": (tmp_path / "work.zip").read_bytes()})
    assert made["score"] == 10 and made["output"].startswith("work/mean.py was graded")


@pytest.mark.parametrize("broken", ["python", "key", "exercise"])
def test_everything_breaks(submit, autograder, broken):
    """Whatever is damaged, there is a result, which says that nothing was graded."""
    place = {
        "python": autograder / "grader" / "bin" / "python",
        "key": autograder / "source" / "ex1.secret.key",
        "exercise": autograder / "source" / "course" / "exercises" / "ex1_mean" / "checks.py",
    }[broken]
    before = place.read_bytes()
    place.write_bytes(b"#!/bin/sh\nkill -9 $$\n" if broken == "python" else b"\0")
    try:
        made = submit({"mean.py": RIGHT})
    finally:
        place.write_bytes(before)
    assert made["score"] == 0 and made["extra_data"]["graded"] is False
    assert "graded" in made["output"]


def test_an_image_whose_python_does_not_fit(autograder, tmp_path):
    """It is too old for the grader, or too new for TensorFlow: then uv brings another one."""
    home = tmp_path / "autograder"
    shutil.copytree(autograder, home)
    shutil.rmtree(home / "grader")
    named = ("python3.13", "python3.12", "python3.11", "python3")
    for name, text in {**dict.fromkeys(named, TOO_NEW), "with-uv": WITH_UV}.items():
        (home / "tools" / name).write_text(text)
        (home / "tools" / name).chmod(0o755)
    built = in_root(home, "/autograder/source/setup.sh", PATH=f"/autograder/tools:{os.defpath}")
    assert built.returncode == 0, built.stderr
    assert "confined" in built.stdout


def test_a_python_without_tensorflow_is_not_taken(autograder):
    """Those that are looked for are those of which the package says that it runs there."""
    (fits,) = re.findall(r"^fits='(.*)'$", (autograder / "source" / "setup.sh").read_text(), re.M)
    said = (ROOT / "pyproject.toml").read_text()
    for minor in range(9, 17):
        known = f'"Programming Language :: Python :: 3.{minor}"' in said
        code = f"import sys; sys.version_info = (3, {minor}, 1, 'final', 0)\n{fits}"
        assert (subprocess.run([sys.executable, "-c", code]).returncode == 0) == known
