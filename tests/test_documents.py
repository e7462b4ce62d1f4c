"""The pages that people read are true: links lead somewhere, commands parse, examples work."""

import importlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from grader import datasets, formats
from grader.build import build_key, build_notebook, build_stub, silent, verify_exercise
from grader.cli import commands
from grader.cli.program import found, main, parser
from grader.course import Course, write_key
from grader.sandbox import start
from grader.worker.lockdown import seccomp

PAGES = sorted(
    path
    for folder in (".", ".github", "exercises", "grader", "solutions", "tests/attacks")
    for path in (ROOT / folder).glob("*.md" if folder == "." else "**/*.md")
)
AUTHORS, CONTRIBUTORS = ROOT / "solutions" / "README.md", ROOT / ".github" / "CONTRIBUTING.md"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"(?:grader|exercises|solutions|tests|\.github|\.ci)/[\w./-]*")
_FILE = re.compile(r"^`([\w/.-]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def prose(page: Path) -> str:
    """A page without its fenced code."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """What a link can name in a page: its headings, as GitHub spells them."""
    headings = re.findall(r"^#+ +(.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands_named(page: Path) -> Iterator[str]:
    """The `grader ...` commands of a page: between backticks, and as lines of a block."""
    text = page.read_text(encoding="utf-8")
    for block in _FENCE.finditer(text):
        if block[1] in ("", "sh", "bash"):
            yield from re.findall(r"^(?:\$ )?(grader .*)$", block[2], re.MULTILINE)
    yield from re.findall(r"^ {4,}(grader .*)$", prose(page), re.MULTILINE)
    yield from (code for code in _CODE.findall(prose(page)) if code.startswith("grader "))


@pages
def test_links_lead_somewhere(page):
    """Every relative link of a page leads to a file or a heading that is there."""
    for link in _LINK.findall(prose(page)):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), f"{page.name} links to {link}"
        assert not anchor or anchor in anchors(target), f"{page.name} links to {link}"


@pages
def test_commands_parse(page, capsys):
    """Every `grader ...` command of a page is one that the command line takes."""
    known = {command.NAME for command in found()}
    for command in commands_named(page):
        words = shlex.split(command, comments=True)[1:]
        if len(words) == 1 and not words[0].startswith("-"):
            assert words[0] in known, command
            continue
        try:
            parser().parse_args(words)
        except SystemExit as ended:  # --help ends with 0
            assert ended.code == 0, f"{page.name}: {command}: {capsys.readouterr().err}"


@pages
def test_paths_are_there(page):
    """Every path of the repository that a page names is there."""
    for code in _CODE.findall(prose(page)):
        if _PATH.fullmatch(code) and not re.search(r"NAME|ex4|grade\.yml|locale|/batch$", code):
            assert (ROOT / code).exists() or (page.parent / code).exists(), f"{page.name}: {code}"


def test_an_exercise_in_twenty_minutes(tmp_path, monkeypatch):
    """The exercise of the authors' page is begun, written and built, and has no fault then."""
    monkeypatch.chdir(tmp_path)
    page = AUTHORS.read_text(encoding="utf-8")
    begun = next(command for command in commands_named(AUTHORS) if "scaling" in command)
    assert main(shlex.split(begun)[1:]) == 0
    new = {path for path in tmp_path.rglob("*.*") if path.is_file()}
    files = dict(_FILE.findall(page))
    assert len(files) == 9
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    deleted = re.findall(r"delete\s+`(solutions/[\w/.]+)`", page)
    for name in deleted:
        (tmp_path / name).unlink()
    of_course = {"README.md", ".gitignore", ".github/workflows/grade.yml"}
    written = {tmp_path / name for name in {*files, *deleted, *of_course}}
    assert new <= written  # what the page leaves as it is has nothing that is to be written
    workflow = tmp_path / ".github" / "workflows" / "grade.yml"
    workflow.write_text(re.sub(r"TODO.*(?=\")", "git+https://...", workflow.read_text()))
    lesson = Course(tmp_path).lesson("ex4")
    (lesson.folder / lesson.file_name).write_text(build_stub(lesson), encoding="utf-8")
    (lesson.folder / lesson.notebook_name).write_text(build_notebook(lesson), encoding="utf-8")
    with start("numpy") as zygote:
        write_key(lesson.key_path, build_key(lesson, zygote))
    checked = verify_exercise(lesson, silent, quick=True)
    assert checked.faults == []
    assert (checked.right, len(checked.matrix)) == (1, 3)


@pytest.fixture
def recipe(monkeypatch, tmp_path):
    """Put the example of a recipe into a package, under a name that nothing else has."""

    def put(heading: str, package, name: str) -> None:
        text = CONTRIBUTORS.read_text(encoding="utf-8").partition(f"### {heading}\n")[2]
        place = tmp_path / "recipes" / name
        place.mkdir(parents=True)
        example = _FENCE.search(text)
        assert example
        (place / f"{name}.py").write_text(example[2], encoding="utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(place)])
        importlib.invalidate_caches()

    return put


def test_the_recipes_work(recipe, tmp_path, capsys):
    """A command, a format and a data set that are written as the page says are found."""
    recipe("Add a format", formats, "recipe_score")
    recipe("Add a command", commands, "recipe_about")
    recipe("Add a data set", datasets, "recipe_numbers")
    toy = ROOT / "tests" / "toy"
    assert main(["about", str(toy / "exercises" / "ex1_mean" / "answers.key")]) == 0
    assert capsys.readouterr().out == "ex1\n"
    assert main(["data", "recipe_numbers", str(tmp_path / "numbers"), "--count", "2"]) == 0
    assert (tmp_path / "numbers" / "numbers.txt").read_text() == "1\n2\n"
    assert "recipe_score" in formats.names() and callable(formats.named("recipe_score"))


def test_the_system_calls_are_counted():
    """SECURITY.md says how many a worker can make, and which of them with some arguments only."""
    text = " ".join((ROOT / ".github" / "SECURITY.md").read_text(encoding="utf-8").split())
    oneself = {"clone", "getsockopt", "kill", "prlimit64", "tgkill"}
    some = sorted({name for name, _, _ in seccomp.BY_ARGUMENT} | oneself)
    assert f"within the {len(set(seccomp.ALLOWED))} system calls that are allowed" in text
    assert f"and the {len(some)} that are with some arguments ({', '.join(some)})" in text
