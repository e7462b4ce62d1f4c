"""What is installed: the exercises, and never their solutions."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from fnmatch import fnmatch
from pathlib import Path

import pytest
from conftest import ROOT
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from support.canaries import leaks

from grader.course import Course


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
    (points,) = (name for name in names if name.endswith("/entry_points.txt"))
    told = zipfile.ZipFile(wheel).read(points).decode()
    assert "[pytest11]\ngrader = grader.pytest_plugin" in told
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


def built(builder, source: Path, folder: Path) -> Path:
    """The file that hatchling builds of a source."""
    (made,) = builder(str(source)).build(directory=str(folder), versions=["standard"])
    return Path(made)


def test_a_source_distribution_has_no_solution_and_makes_the_same_wheel(tmp_path, monkeypatch):
    """Nor tests, which have some in them. pip builds it where no wheel fits."""
    monkeypatch.setenv("GRADER_URL", "https://example.org/x/grader")
    packed = built(SdistBuilder, ROOT, tmp_path)
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    tops = {path.relative_to(source).parts[0] for path in source.rglob("*") if path.is_file()}
    assert tops <= {".ci", ".gitignore", "LICENSE", "PKG-INFO", "README.md", "exercises"} | {
        "grader",
        "pyproject.toml",
    }
    wheels = [built(WheelBuilder, x, tmp_path / x.name) for x in (ROOT, source)]
    one, other = ({n: w.read(n) for n in w.namelist()} for w in map(zipfile.ZipFile, wheels))
    assert one == other
    # What git ignores is not packed, and sets that are drawn are ignored by the names of these.
    assert {f"grader/datasets/{x}/__init__.py" for x in ("digits", "signs")} <= one.keys()
    assert {"README.md", "README.zh-TW.md", "path.svg", "path.zh-TW.svg"} <= {
        name.removeprefix("grader/exercises/") for name in one
    }
    course = Course(ROOT)
    for lesson in course.path:
        folder = f"grader/exercises/{lesson.folder.name}/"
        own = {n: d for n, d in one.items() if n.startswith(folder)}
        assert f"{folder}checks.py" in own and leaks(lesson, own) == set()


STRAY = (
    "exercises/.grader/progress.json",
    "exercises/ex4_linear/ex4.secret.key",
    "exercises/ex4_linear/grader.secret",
    "exercises/ex4_linear/.ipynb_checkpoints/linear-checkpoint.ipynb",
    "grader/ex1.secret.key",
)


def test_what_lies_about_where_one_works_is_not_packed(tmp_path):
    """No secret key, no notes on one's own progress, no earlier state of a notebook."""
    for path in (".ci/metadata.py", "LICENSE", "README.md", "pyproject.toml", "grader/__init__.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    for path in ("exercises/ex4_linear/linear.py", *STRAY):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x")
    wheel = zipfile.ZipFile(built(WheelBuilder, tmp_path, tmp_path)).namelist()
    assert "grader/exercises/ex4_linear/linear.py" in wheel
    with tarfile.open(built(SdistBuilder, tmp_path, tmp_path)) as archive:
        names = wheel + archive.getnames()
    assert [name for name in names for stray in STRAY if Path(stray).name in name] == []


def test_what_an_index_shows(tmp_path, monkeypatch):
    """Its README has links that work there, and the rest is what one searches by."""
    monkeypatch.setenv("GRADER_URL", "git@example.org:teacher/grader.git")
    wheel = zipfile.ZipFile(built(WheelBuilder, ROOT, tmp_path))
    (name,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    told = message_from_bytes(wheel.read(name))
    assert "Source, https://example.org/teacher/grader" in told.get_all("Project-URL", [])
    assert "Typing :: Typed" in told.get_all("Classifier", []) and told["Keywords"]
    assert told["Description-Content-Type"] == "text/markdown"
    links = re.findall(r"\]\(([^)\s]+)\)", wheel.read(name).decode())
    inside = [x for x in links if x.startswith("https://example.org/teacher/grader/blob/HEAD/")]
    assert len(inside) > 5 and all("://" in link for link in links)
    for link in inside:
        assert (ROOT / link.partition("/HEAD/")[2].partition("#")[0]).exists()


@pytest.mark.parametrize(
    ("told", "url"),
    [
        ("https://example.org/x/grader.git", "https://example.org/x/grader"),
        ("https://token@example.org/x/grader", "https://example.org/x/grader"),
        ("ssh://git@example.org/x/grader.git", "https://example.org/x/grader"),
        ("git@example.org:x/y/grader.git", "https://example.org/x/y/grader"),
        ("/srv/grader.git", ""),
        ("", ""),
    ],
)
def test_the_address_of_the_repository(tmp_path, monkeypatch, told, url):
    """No secret of a clone's address is published, and where there is none no link is left."""
    spec = importlib.util.spec_from_file_location("ci_metadata", ROOT / ".ci" / "metadata.py")
    assert spec and spec.loader
    metadata = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(metadata)
    monkeypatch.setenv("GRADER_URL", told)
    assert metadata.repository(tmp_path) == url
    text = metadata.readable("[a](b.md#c) [d](https://e) [f](#g)", url)
    first = f"[a]({url}/blob/HEAD/b.md#c)" if url else "a"
    assert text == f"{first} [d](https://e) [f](#g)"


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


@pytest.mark.parametrize("package", ["grader.classroom", "grader.build", "grader.formats"])
def test_a_name_that_is_loaded_late_is_the_same_each_time(package):
    """A module of the same name would take its place as soon as that is imported."""
    code = (
        f"import {package} as package, types\n"
        "first = [getattr(package, name) for name in package.__all__]\n"
        "again = [getattr(package, name) for name in package.__all__]\n"
        "assert first == again\n"
        "print([one.__name__ for one in again if isinstance(one, types.ModuleType)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
