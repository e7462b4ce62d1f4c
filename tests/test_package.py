"""What is installed: the exercises, and never their solutions."""

import os
import subprocess
import sys
import zipfile
from fnmatch import fnmatch
from pathlib import Path

import pytest
from conftest import ROOT


@pytest.mark.slow
def test_the_wheel_has_the_exercises_and_no_solution(tmp_path):
    """A student installs checks, stubs and keys."""
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q"]
    subprocess.run([*command, "-w", str(tmp_path), str(ROOT)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "grader/exercises/ex1_logistic/checks.py" in names
    assert "grader/exercises/ex1_logistic/answers.key" in names
    assert "grader/exercises/ex2_training_loop/given.py" in names
    assert "grader/worker/zygote.py" in names
    assert "grader/py.typed" in names
    assert "grader/build/begin/templates/course/grade.yml.jinja" in names
    assert "grader/build/preview/templates/page.css" in names
    assert not [name for name in names if "solution" in name or "/right/" in name]
    source = (ROOT / "solutions" / "ex1_logistic" / "logistic.py").read_text()
    secret = "# BEGIN SOLUTION"
    assert secret in source
    for name in names:
        # These name the mark, and hold no solution.
        assert secret.encode() not in zipfile.ZipFile(wheel).read(name) or name.endswith(
            (
                "build/stub.py",
                "build/lint/reference.py",
                "templates/exercise/reference.py.jinja",
                "locale/grader.pot",
                "LC_MESSAGES/grader.po",
                "LC_MESSAGES/grader.mo",
            )
        )


def test_what_pip_installs_for_one_user_is_enough(tmp_path):
    """As on a server of notebooks: `pip install` writes there where it may write nowhere else."""
    python = getattr(sys, "_base_executable", sys.executable)
    environment = os.environ | {"PYTHONUSERBASE": str(tmp_path)}
    asked = [python, "-c", "import site; print(site.getusersitepackages())"]
    told = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True)
    folder = Path(told.stdout.strip())
    folder.mkdir(parents=True)
    packages = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    (folder / "there.pth").write_text("\n".join([str(ROOT), *packages]))
    toy = ROOT / "tests" / "toy"
    right = next((toy / "solutions" / "ex1_mean" / "right").glob("*.py"))
    command = [python, "-m", "grader", "check", "ex1", str(right), "--course", str(toy)]
    checked = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert "10 / 10" in checked.stdout, checked.stdout + checked.stderr


def test_no_folder_of_tests_is_passed_over(pytestconfig):
    """A name that pytest does not look into, as it does not into `build`, would go unnoticed."""
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py")}
    tests = {folder for folder in folders if not {"toy", "submissions"} & set(folder.parts)}
    over = pytestconfig.getini("norecursedirs")
    assert [f for f in tests if any(fnmatch(part, name) for part in f.parts for name in over)] == []
