"""The rooms of the package: each is entered by its face, and holds modules that fit in the head."""

import ast
import shutil
import subprocess
from statistics import median

import grimp
import pytest
from conftest import ROOT

PACKAGE = ROOT / "grader"
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
MODULES = sorted(PACKAGE.rglob("*.py"))

TOP = {"LICENSE", "Makefile", "README.md", "exercises", "grader", "pyproject.toml"}
TOP |= {"solutions", "tests"}
"""What stands at the top of the repository, beside names that begin with a dot."""

BEHIND = {
    # What runs beside a student's code has no face: each worker would pay for its imports.
    "grader.worker",
    # What a host and its zygote say to each other is for these two alone.
    "grader.wire.forking",
    # A data set is a room of its own within its registry.
    "grader.datasets.digits",
    "grader.datasets.signs",
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Who imports whom."""
    return grimp.build_graph("grader")


def room(module: str) -> str:
    """The part of the package that a module lies in: grader.judge for grader.judge.compare."""
    return ".".join(module.split(".")[:2])


def test_no_room_reaches_behind_the_face_of_another(graph):
    """What a room is for others stands in its `__init__`."""
    behind = [
        f"{importer} imports {imported}"
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        if room(importer) != room(imported) != imported
        and not any(imported == each or imported.startswith(f"{each}.") for each in BEHIND)
    ]
    assert sorted(behind) == []


def test_only_the_two_ends_of_the_boundary_speak_of_forking(graph):
    """The host's side is the sandbox, and the other side are zygotes and workers."""
    rooms = {
        room(module) for module in graph.find_modules_that_directly_import("grader.wire.forking")
    }
    assert rooms == {"grader.sandbox", "grader.worker"}


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_says_what_it_is(name):
    """In one sentence, and names what it has for others."""
    tree = ast.parse((PACKAGE / name / "__init__.py").read_text("utf-8"))
    docstring = ast.get_docstring(tree)
    assert docstring and docstring.splitlines()[0].endswith(".")


def test_a_module_fits_in_the_head():
    """None is longer than 350 lines, and half of them have 150 at most."""
    lengths = {
        str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines())
        for path in MODULES
    }
    assert {name: length for name, length in lengths.items() if length > 350} == {}
    assert median(length for name, length in lengths.items() if "__init__" not in name) <= 150


def test_what_a_course_imports_of_the_package_is_the_authors_language():
    """A checks.py and an inputs.py import from `grader.authoring`, and nothing else of ours."""
    files = [*ROOT.glob("exercises/*/*.py"), *ROOT.glob("solutions/**/*.py")]
    files += [*ROOT.glob("tests/toy/**/checks.py"), *ROOT.glob("tests/toy/**/inputs.py")]
    assert len(files) > 10
    imported = {
        node.module
        for path in files
        for node in ast.walk(ast.parse(path.read_text("utf-8-sig")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("grader")
    }
    assert imported == {"grader.authoring"}


def test_nothing_strays_at_the_top_of_the_repository():
    """A wheel that was built there was committed once."""
    assert {name for name in _at_the_top() if not name.startswith(".")} == TOP


def _at_the_top() -> set[str]:
    """The names that git knows there; where there is no git, all but what building leaves."""
    git = shutil.which("git")
    if git is not None:
        listed = [git, "-C", str(ROOT), "ls-files", "-z"]
        told = subprocess.run(listed, capture_output=True, text=True)
        if names := {path.split("/")[0] for path in told.stdout.split("\0") if path}:
            return names
    return {path.name for path in ROOT.iterdir()} - {"build", "dist", "grader.egg-info"}


def test_no_two_modules_of_tests_have_one_name():
    """Without packages, pytest collects only the first of two; the other would be an error."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert [name for name in names if names.count(name) > 1] == []
