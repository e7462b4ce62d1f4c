"""Training for real: what a student sees of it, and what it leaves behind."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from grader.datasets.digits.writing import write as write_digits
from grader.datasets.signs.writing import write

pytestmark = pytest.mark.thorough

PROGRAMS = {"ex2_training_loop": "training", "ex3_keras": "network"}

LOGGED = re.compile(r"\d\d:\d\d:\d\d (epoch [12]\b|the curves )")


@pytest.mark.tensorflow
@pytest.mark.parametrize("exercise", PROGRAMS)
def test_training_is_quiet(exercise, tmp_path):
    """TensorFlow's own log looks like errors; the program's lines say what is usual."""
    place, name = tmp_path / exercise, PROGRAMS[exercise]
    shutil.copytree(ROOT / "exercises" / exercise, place)
    shutil.copy(ROOT / "solutions" / exercise / f"{name}.py", place)
    write(tmp_path / "signs", classes=3, tracks=2, frames=2)
    quiet = {key: value for key, value in os.environ.items() if not key.startswith("TF_")}
    done = subprocess.run(
        [sys.executable, f"{name}.py", "--imdir", "../signs", "--epochs", "2"],
        cwd=place,
        env=quiet,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(done.stderr.splitlines()) == 3
    assert all(LOGGED.match(line) for line in done.stderr.splitlines()), done.stderr
    assert re.search(r"validation accuracy: [01]\.\d+\n\(on the drawn signs .* 10\)$", done.stdout)
    assert (place / f"{name}.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.tensorflow
def test_lenet_reads_the_digits_of_a_folder(tmp_path):
    """It trains, draws two pictures and tells of the bounty; without a folder it says how."""
    place = tmp_path / "ex14_lenet"
    shutil.copytree(ROOT / "exercises" / "ex14_lenet", place)
    shutil.copy(ROOT / "solutions" / "ex14_lenet" / "lenet.py", place)
    write_digits(tmp_path / "digits", train=200, test=100)
    quiet = {key: value for key, value in os.environ.items() if not key.startswith("TF_")}

    def run(*options):
        command = [sys.executable, "lenet.py", *options]
        return subprocess.run(command, cwd=place, env=quiet, capture_output=True, text=True)

    done = run("--data", "../digits", "--epochs", "2", "--network", "dense")
    assert all(LOGGED.match(line) for line in done.stderr.splitlines()), done.stderr
    assert len(done.stderr.splitlines()) == 3
    assert re.match(r"test accuracy: \d+\.\d\d% of 100 digits\nthe bounty ", done.stdout)
    for name in ("curves", "confusion"):
        assert (place / f"dense_{name}.png").read_bytes().startswith(b"\x89PNG")
    nowhere = run("--data", "nowhere")
    assert nowhere.returncode == 1 and len(nowhere.stderr.splitlines()) == 1
    lost = run()
    assert lost.returncode == 1 and len(lost.stderr.splitlines()) == 1
    assert "`grader data digits digits`" in lost.stderr


@pytest.mark.tensorflow
def test_a_broken_tensorflow_is_not_hidden(tmp_path):
    """Only what it logs is: an exception is seen, and standard error is as before."""
    shutil.copy(ROOT / "exercises" / "shared" / "utils.py", tmp_path)
    broken = "import os\nos.write(2, b'noise')\nraise OSError('why')\n"
    (tmp_path / "tensorflow.py").write_text(broken)
    command = [sys.executable, "-c", "import utils"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "OSError: why" in done.stderr and "noise" not in done.stderr


def test_what_training_makes_is_no_part_of_the_repository(tmp_path):
    """Signs and pictures are ignored by Git; the package that draws the signs is not."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    shutil.copy(ROOT / ".gitignore", tmp_path)
    made = ["exercises/ex2_training_loop/training.png", "exercises/ex3_keras/network.png"]
    made += ["exercises/ex12_spiral/spiral.png"]
    made += ["exercises/ex3_keras/signs/00000/00000_00000.ppm", "signs/00000/GT-00000.csv"]
    command = ["git", "check-ignore", *made, "grader/datasets/signs/scene.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == made
