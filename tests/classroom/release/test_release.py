"""What `grader release` makes for students: all that they need, and nothing of a solution."""

import importlib
import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from msgspec.structs import replace
from support.canaries import everything, leaks, secret_lines
from support.jupyter import session

from grader.classroom import File, students_release, write_files
from grader.cli.program import main
from grader.course import AnswerKey, Course, Lesson, read_key, sources, write_key

TOY = ROOT / "tests" / "toy"
ADDRESS = "git+https://example.org/grader@c0ffee"
CANARY = "canary_in_a_coal_mine"


@pytest.fixture
def course(tmp_path):
    """A copy of the toy course, in each of whose solution's files a canary is."""
    root = tmp_path / "course"
    shutil.copytree(TOY, root)
    for path in (root / "solutions").rglob("*.*"):
        text = path.read_text()
        marked = text.replace("# BEGIN SOLUTION", f"# BEGIN SOLUTION\n    {CANARY} = 1")
        path.write_text(marked if marked != text else f"{text}\n# {CANARY}\n")
    lesson = Course(root).lesson("ex1")
    (lesson.folder / "notes.txt").write_text(CANARY)
    # As `grader build` would make it now, from these sources.
    key = replace(read_key(lesson.key_path), sources=sources(lesson))
    write_key(lesson.key_path, key)
    return root


@pytest.fixture
def release(course, tmp_path, monkeypatch, capsys) -> Callable[..., tuple[int, str, str]]:
    """Run `grader release` for that course: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> tuple[int, str, str]:
        code = main(["release", *words, "--course", str(course)])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def wheel(tmp_path) -> str:
    """A wheel's file, as far as it is looked at."""
    path = tmp_path / "grader-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for name in ("grader/__main__.py", "grader-0.1.0.dist-info/METADATA"):
            packed.writestr(name, "")
    return str(path)


@pytest.mark.thorough
def test_no_line_of_a_solution_leaves(course, release, wheel, tmp_path):
    """Neither of the reference nor of right, wrong and inputs, nor what lies beside an exercise."""
    assert release("students", "-o", "s.zip", "--wheel", wheel)[0] == 0
    assert release("students", "-o", "folder", "--grader", ADDRESS)[0] == 0
    assert release("notebook", "ex1", "-o", "n.ipynb", "--grader", ADDRESS)[0] == 0
    assert release("gradescope", "ex1", "-o", "g.zip", "--wheel", wheel)[0] == 0
    made = [Path("s.zip"), Path("n.ipynb"), Path("g.zip"), *Path("folder").rglob("*")]
    held = {str(path): everything(path.read_bytes()) for path in made if path.is_file()}
    assert b"mean_values" in held["n.ipynb"] and b"mean_values" in held["g.zip"]
    assert [name for name, data in held.items() if CANARY.encode() in data] == []
    assert any(CANARY in path.read_text() for path in (course / "solutions").rglob("*.py"))


def test_no_line_of_this_course_s_solutions_leaves():
    """What stands between the marks in a reference is in no file that its exercise has there."""
    course = Course(ROOT)
    files = {n: file.data for n, file in students_release(course, course.path, ADDRESS).items()}
    count = 0
    for lesson in course.path:
        folder = f"exercises/{lesson.folder.name}/"
        own = {n: data for n, data in files.items() if n.startswith(folder) or n.count("/") < 2}
        assert {f"{folder}{lesson.file_name}", f"{folder}{lesson.notebook_name}"} <= own.keys()
        count += len(secret_lines(lesson))
        assert leaks(lesson, own) == set()
    assert "線性迴歸" in files["README.zh-TW.md"].decode()
    assert count > 100


def as_notebook(text: str) -> bytes:
    """A notebook with a cell, written as the course's are."""
    return json.dumps({"cells": [{"source": [text]}]}, indent=1).encode()


@pytest.mark.parametrize("kind", [str.encode, as_notebook])
@pytest.mark.parametrize("name", ["linear.py", "linear.ipynb", "checks.py", "README.md", "x.txt"])
def test_a_line_that_leaves_is_found(name, kind):
    """Whatever file it is in, and also where a notebook writes its quotes in another way."""
    lesson = Course(ROOT).lesson("ex9")
    for line in secret_lines(lesson):
        assert leaks(lesson, {name: kind(f"x = 1\n    {line}\n")}) == {(name, line)}


def test_an_exercise_that_its_author_has_tried_in_place(course, release):
    """Students get the stub and the notebook all the same, as they are built."""
    folder = course / "exercises" / "ex1_mean"
    stub, notebook = ((folder / name).read_text() for name in ("mean.py", "mean.ipynb"))
    (folder / "mean.py").write_text((course / "solutions" / "ex1_mean" / "mean.py").read_text())
    (folder / "mean.ipynb").write_text("{}")
    assert release("students", "-o", "out", "--grader", ADDRESS)[0] == 0
    assert Path("out/exercises/ex1_mean/mean.py").read_text() == stub
    assert Path("out/exercises/ex1_mean/mean.ipynb").read_text() == notebook


def test_a_release_is_a_course_in_which_one_works(release, monkeypatch, capsys):
    """The commands of its README work there; without solutions it can be released again."""
    assert release("students", "-o", "out", "--grader", ADDRESS)[0] == 0
    out = Path("out").resolve()
    assert (out / "requirements.txt").read_text() == f"{ADDRESS}\n"
    for name in ("README.md", "README.zh-TW.md"):
        readme = (out / name).read_text()
        assert "grader watch ex1" in readme and f"(exercises/ex1_mean/{name})" in readme
        assert all((out / link).exists() for link in re.findall(r"\]\(([^)]+)\)", readme))
    monkeypatch.chdir(out)
    assert main(["check", "ex1"]) == 1
    assert "0 / 10" in capsys.readouterr().out
    again = ["release", "students", "-o", str(out.parent / "again"), "--grader", ADDRESS]
    assert main([*again, "--course", str(out)]) == 0
    for path in out.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and path.parent.name != ".grader":
            assert (out.parent / "again" / path.relative_to(out)).read_bytes() == path.read_bytes()


def test_a_wheel_is_released_with_it(release, wheel):
    """Where no address is known, pip takes the file that lies there."""
    assert release("students", "-o", "out", "--wheel", wheel)[0] == 0
    assert Path("out/requirements.txt").read_text() == f"./{Path(wheel).name}\n"
    assert Path("out", Path(wheel).name).read_bytes() == Path(wheel).read_bytes()
    code, _, said = release("students", "-o", "out", "--wheel", "out/requirements.txt")
    assert code == 2 and "out/requirements.txt is no wheel of the grader" in said


def test_a_wheel_is_not_built_of_an_exercise_that_is_solved_in_place(release, course, monkeypatch):
    """Everybody would have that file who installs it."""
    (course / "pyproject.toml").touch()
    monkeypatch.setattr("grader.__file__", str(course / "grader" / "__init__.py"))
    mine = course / "exercises" / "ex1_mean" / "mean.py"
    mine.write_text(mine.read_text() + "\n# tried\n")
    for words in (["students", "-o", "s.zip"], ["gradescope", "ex1", "-o", "g.zip"]):
        code, _, said = release(*words)
        assert code == 2 and "ex1_mean/mean.py is not as students get it" in said
        assert not Path(words[-1]).exists()


def test_the_same_files_are_the_same_zip_and_a_folder_is_brought_up_to_date(release, course):
    """What has changed is written and counted; what students' teachers put beside it stays."""
    for name in ("a.zip", "b.zip"):
        assert release("students", "-o", name, "--grader", ADDRESS)[0] == 0
    assert Path("a.zip").read_bytes() == Path("b.zip").read_bytes()
    assert release("students", "-o", "out", "--grader", ADDRESS)[0] == 0
    (Path("out") / "syllabus.md").write_text("mine")
    (course / "exercises" / "ex1_mean" / "README.md").write_text("## `mean(x)`\n\nnew\n")
    told = release("students", "-o", "out", "--grader", ADDRESS)[1]
    assert told == "out: 11 files, 2 of them new or changed\n"  # the notebook has it, too
    assert (Path("out") / "syllabus.md").read_text() == "mine"


def test_nothing_of_the_course_is_written_over(release, course):
    """Its own folder, and one with solutions in it, are refused; one beside `exercises/` is not."""
    for place in (course, course / "exercises" / "ex1_mean", course / "solutions"):
        code, _, said = release("students", "-o", str(place), "--grader", ADDRESS)
        assert code == 2 and "is the course itself, or a part of it" in said
    Path("mine/solutions").mkdir(parents=True)
    assert "has solutions/ in it" in release("students", "-o", "mine", "--grader", ADDRESS)[2]
    assert release("students", "-o", str(course / "out"), "--grader", ADDRESS)[0] == 0


def test_a_secret_key_is_never_released(release, course):
    """One that lies in the place of the public one is named."""
    path = course / "exercises" / "ex1_mean" / "answers.key"
    key = read_key(path)
    write_key(path, replace(key, seed_is_public=False))
    for words in (["students"], ["notebook", "ex1"]):
        code, _, said = release(*words, "-o", "out", "--grader", ADDRESS)
        assert code == 2 and "is a secret key, and students get the public one" in said
        assert not Path("out").exists()
    write_key(path, key)
    code, _, said = release("gradescope", "ex1", "-o", "g.zip", "--key", str(path))
    assert code == 2 and "the public key, which every student has" in said


def test_some_exercises(release, course):
    """What is to be done before them has to be there. The overview has no dead link, and no picture
    of what is not there.
    """
    row = "| [{0}]({0}/README.md) | a row |\n"
    overview = "# All\n\n![the path](path.svg)\n\n" + row.format("ex1_mean")
    for name in ("README.md", "README.zh-TW.md"):
        (course / "exercises" / name).write_text(overview + row.format("ex2_more"))
    (course / "exercises" / "path.svg").write_text("<svg>the path</svg>\n")
    assert release("students", "ex1", "-o", "all", "--grader", ADDRESS)[0] == 0
    assert Path("all/exercises/README.md").read_text() == overview + row.format("ex2_more")
    assert Path("all/exercises/path.svg").is_file()
    folder = course / "exercises" / "ex2_more"
    shutil.copytree(course / "exercises" / "ex1_mean", folder)
    checks = (folder / "checks.py").read_text().replace('"ex1",', '"ex2", after=("ex1",),')
    (folder / "checks.py").write_text(checks)
    code, _, said = release("students", "ex2", "-o", "out", "--grader", ADDRESS)
    assert code == 2 and "ex2 is to be done after ex1" in said
    assert release("students", "ex1", "-o", "out", "--grader", ADDRESS)[0] == 0
    for name in ("README.md", "README.zh-TW.md"):
        assert Path("out/exercises", name).read_text() == "# All\n\n" + row.format("ex1_mean")
    assert "(exercises/README.zh-TW.md)" in Path("out/README.zh-TW.md").read_text()
    assert not any(Path("out/exercises", name).exists() for name in ("ex2_more", "path.svg"))


def test_the_zip_with_a_key_is_its_owners(release, course, wheel):
    """It says where it goes, and that it is to be kept safe."""
    path = course / "exercises" / "ex1_mean" / "answers.key"
    write_key(Path("ex1.secret.key"), replace(read_key(path), seed_is_public=False))
    words = ["gradescope", "ex1", "-o", "g.zip", "--key", "ex1.secret.key", "--wheel", wheel]
    code, said, _ = release(*words, "--trust-submissions", "--lang", "zh-TW")
    assert code == 0 and "Gradescope" in said
    if os.name == "posix":
        assert stat.S_IMODE(Path("g.zip").stat().st_mode) == 0o600
    with zipfile.ZipFile("g.zip") as packed:
        runs = packed.read("run_autograder").decode()
    assert "--isolation auto --trust-submissions --lang zh-TW" in runs
    assert release("gradescope", "ex1", "-o", "g")[0] == 2, "Gradescope takes a zip"


def test_programs_are_programs_in_a_zip_and_in_a_folder(tmp_path):
    """Gradescope runs what is executable."""
    files = {"run": File(b"#!/bin/sh\n", is_program=True), "text": File(b"")}
    write_files(tmp_path / "x.zip", files)
    write_files(tmp_path / "x", files)
    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        assert [info.external_attr >> 16 for info in packed.infolist()] == [0o100755, 0o100644]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "x" / "run").stat().st_mode) == 0o755


@pytest.mark.slow
def test_the_notebook_for_colab(release, course, tmp_path):
    """In an empty folder its cells load the grader and the exercise, and grade what is written."""
    assert release("notebook", "ex1", "--grader", ADDRESS)[1].startswith("ex1_mean.ipynb: ")
    notebook = nbformat.read(tmp_path / "ex1_mean.ipynb", as_version=4)
    nbformat.validate(notebook)
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert any(f"%pip install --quiet {ADDRESS}" in cell for cell in cells)
    empty = tmp_path / "empty"
    empty.mkdir()
    with session(empty) as kernel:
        for cell in cells[:2]:
            kernel.run(cell.replace("%pip", "#"))
        kernel.run("import numpy as np\ndef mean(x): return x.mean(0)")
        kernel.run("def spread(x): return x.min(), x.max()")
        assert "10 / 10" in kernel.html(cells[-1])


def test_a_notebook_brings_what_the_exercise_gives(release, monkeypatch, capsys):
    """Of the grader's own course, that alone: the exercise itself comes with the grader."""
    assert main(["release", "notebook", "ex2", "--grader", ADDRESS, "--course", str(ROOT)]) == 0
    text = Path("ex2_training.ipynb").read_text()
    held = everything(text.encode())
    assert b"dataset.py" in held and b"utils.py" in held and b"checks.py" not in held
    assert "GRADER_COURSE" not in text
    assert main(["release", "notebook", "ex4", "--grader", ADDRESS, "--course", str(ROOT)]) == 0
    assert "writefile" not in Path("ex4_linear.ipynb").read_text()
    assert release("notebook", "ex1")[0] == 2, "it is not known what to install"


TOOLS = {
    "python": 'exec {python} "$@"',
    "grader": 'exec {python} -m grader "$@"',
    "sudo": "exec true",
}


@pytest.mark.isolation
def test_the_workflow(release, tmp_path):
    """Its steps, as a runner runs them: the course that counts grades what was pushed."""
    assert release("students", "-o", "repo", "--grader", ADDRESS)[0] == 0
    repo, runner = tmp_path / "repo", tmp_path / "runner"
    text = (repo / ".github" / "workflows" / "grade.yml").read_text()
    workflow = importlib.import_module("yaml").safe_load(text)
    shutil.copytree(repo, repo / ".course")  # what the second checkout does
    mine = repo / "exercises" / "ex1_mean" / "mean.py"
    stub = mine.read_bytes()
    mine.write_text("def mean(x): return x.mean(0)\ndef spread(x): return 1, 2\n")
    # What was pushed must not decide what is right.
    (mine.parent / "checks.py").write_text("raise SystemExit('pushed')")
    (runner / "bin").mkdir(parents=True)
    for name, line in TOOLS.items():
        tool = runner / "bin" / name
        tool.write_text(f"#!/bin/sh\n{line.format(python=sys.executable)}\n")
        tool.chmod(0o755)
    variables, summary = runner / "env", runner / "summary"
    variables.touch()
    there = os.environ | {
        "PATH": f"{runner / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(runner),
        "GITHUB_WORKSPACE": str(repo),
        "GITHUB_ENV": str(variables),
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    steps = [step["run"] for step in workflow["jobs"]["grade"]["steps"] if "run" in step]
    assert steps.pop(0) == "python -m pip install -r requirements.txt"
    for step in steps:
        there |= dict(line.split("=", 1) for line in variables.read_text().splitlines())
        command = ["bash", "-e", "-c", step]
        ran = subprocess.run(command, cwd=repo, env=there, capture_output=True, text=True)
    assert ran.returncode == 1, ran.stderr
    assert "::error file=exercises/ex1_mean/mean.py,line=2" in ran.stdout
    assert "7 / 10" in summary.read_text()
    mine.write_bytes(stub)  # as on the day on which it is handed out
    ran = subprocess.run(command, cwd=repo, env=there, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert "::notice file=exercises/ex1_mean/mean.py" in ran.stdout
    assert "not written yet: mean, spread" in ran.stdout


@pytest.mark.thorough
def test_the_commands_of_the_page(tmp_path, monkeypatch, wheel):
    """Each command with which it makes a release makes one, of this course."""
    page = (ROOT / "grader" / "classroom" / "README.md").read_text("utf-8")
    named = {line.split(" #")[0] for line in re.findall(r"^ {4}(grader release .*)$", page, re.M)}
    named |= set(re.findall(r"`(grader release .*?)`", page))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("grader.classroom.secret_key", lambda lesson, told: secret(lesson))
    monkeypatch.setenv("GRADER_COURSE", str(ROOT))
    made = set()
    for command in named:
        words = shlex.split(command)[1:]
        made.add(words[1])
        where = [] if words[1] == "notebook" else ["--wheel", wheel]
        assert main([*words, *where]) == 0, command
        assert words[-1] == "git+https://..." or (tmp_path / words[-1]).exists(), command
    assert made == {"students", "notebook", "gradescope"}
    assert (tmp_path / "ex1_logistic.ipynb").is_file()


def secret(lesson: Lesson) -> AnswerKey:
    """The public key, as if its seed were secret: to build one takes long."""
    return replace(read_key(lesson.key_path), seed_is_public=False)
