"""A new exercise as it was asked for, or one line that says why there can't be such a one."""

import importlib.machinery
import keyword
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.build.begin.signature import Function, functions
from grader.course import Course
from grader.errors import AuthorError, UsageError

FRAMEWORKS = ("numpy", "tensorflow")

MOST_FUNCTIONS = 10
LONGEST_TITLE = 70

_OWN_FILES = {"checks", "inputs", "built"}
"""Names of files that stand beside the student's module."""

_KNOWN = {"grader", "keras", "numpy", "tensorflow"}
"""Packages that a student has, whatever is installed here."""


@dataclass(frozen=True)
class Plan:
    """A new exercise. `root` is the folder of its course, `title_zh` "" where none was given."""

    root: Path
    name: str
    title: str
    title_zh: str
    module: str
    functions: tuple[Function, ...]
    framework: str
    after: tuple[str, ...]

    @property
    def folder(self) -> str:
        """The name of its two folders."""
        return f"{self.name}_{self.module}"

    @property
    def number(self) -> str:
        """What stands in a heading for its name: 17 for ex17, "" for another name."""
        found = re.fullmatch(r"ex(\d+)", self.name)
        return found[1] if found else ""


def plan_exercise(
    root: Path,
    name: str,
    *,
    title: str | None,
    title_zh: str | None,
    module: str | None,
    functions_: Sequence[str],
    framework: str,
    after: Sequence[str],
) -> Plan:
    """The exercise that these words mean. Raises UsageError for what can't be one."""
    _must_be_whole(name, title, module, functions_)
    _must_be_name(name)
    course = Course(root)
    named = functions(functions_)
    if not named or len(named) > MOST_FUNCTIONS:
        raise UsageError(
            "--functions: name 1 to {most} functions, not {count}",
            most=MOST_FUNCTIONS,
            count=len(named),
        )
    made = Plan(
        root,
        name,
        _a_title(title or ""),
        _a_title(title_zh) if title_zh else "",
        _a_module(module or ""),
        named,
        framework,
        tuple(course.lesson(each).exercise.name for each in after),
    )
    _must_be_new(made, course)
    return made


def _must_be_whole(
    name: str, title: str | None, module: str | None, functions_: Sequence[str]
) -> None:
    """Raise UsageError that names all that is missing at once, and shows a whole command."""
    asked = {"--title": title, "--module": module, "--functions": functions_}
    if missing := [option for option, given in asked.items() if not given]:
        raise UsageError(
            "missing: {missing}; for example: grader new {name} "
            '--title "Scaled columns" --module scaling --functions "scale(X)"',
            missing=", ".join(missing),
            name=name,
        )


def _must_be_name(name: str) -> None:
    if "_" in name:
        raise UsageError(
            "{name}: what stands before _ is the exercise's name, and the rest is its module: "
            "grader new {short} --module {module}",
            name=repr(name),
            short=name.partition("_")[0] or "ex1",
            module=name.partition("_")[2] or "NAME",
        )
    if not re.fullmatch(r"[a-z][a-z0-9]*", name):
        raise UsageError(
            "{name} can't be an exercise's name; it is of small letters and digits, as ex17",
            name=repr(name),
        )


def _a_title(text: str) -> str:
    title = " ".join(text.split())
    if not title or not title.isprintable() or len(title) > LONGEST_TITLE:
        raise UsageError(
            "a title is a line of 1 to {most} characters, not {title}",
            most=LONGEST_TITLE,
            title=repr(text[: LONGEST_TITLE + 10]),
        )
    return title


def _a_module(name: str) -> str:
    """The name, if a file of it can be imported and hides no other module."""
    name = name.removesuffix(".py")
    if not name.isidentifier() or not name.isascii() or keyword.iskeyword(name):
        raise UsageError(
            "--module {name}: a module's name is of letters, digits and _, as scaling",
            name=repr(name),
        )
    if name in _OWN_FILES:
        raise UsageError(
            "--module {name}: {name}.py is a file that each exercise has; choose another name",
            name=name,
        )
    if name in sys.stdlib_module_names or name in _KNOWN or _is_installed(name):
        raise UsageError(
            "--module {name}: a file {name}.py would hide the module {name} of Python or of a "
            "package; choose another name",
            name=name,
        )
    return name


def _is_installed(name: str) -> bool:
    """Whether it can be imported from where packages are installed. Nothing is imported."""
    places = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    return importlib.machinery.PathFinder.find_spec(name, places) is not None


def _must_be_new(made: Plan, course: Course) -> None:
    """Raise UsageError where the exercise, or another with its module, is there already."""
    for place in ("exercises", "solutions"):
        for folder in sorted((made.root / place).glob("*/")):
            if folder.name.split("_")[0] == made.name:
                raise UsageError(
                    "{name} is there already: {folder}; choose another name",
                    name=made.name,
                    folder=folder,
                )
    for name in course.folders:
        try:
            lesson = course.lesson(name)
            same = lesson.exercise.module == made.module
        except AuthorError:  # what is wrong with another exercise is no reason to write none
            continue
        if same:
            raise UsageError(
                "--module {module}: {file} is the file of {name} already; choose another name",
                module=made.module,
                file=lesson.file_name,
                name=name,
            )
