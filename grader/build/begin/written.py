"""A new exercise and a new course as files: the templates, filled in. Nothing is overwritten."""

import importlib.metadata
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.build.begin.content import (
    Aspect,
    Question,
    drawing,
    placeholder,
    questions,
    strategies_used,
)
from grader.build.begin.guess import Kind
from grader.build.begin.plan import Plan
from grader.build.begin.signature import Function
from grader.build.lint import MARK
from grader.errors import UsageError

if TYPE_CHECKING:
    from jinja2 import Environment

_COURSE = {
    "README.md": "README.md",
    ".gitignore": "gitignore",
    ".github/workflows/grade.yml": "grade.yml",
}
"""The files of a course, and the templates that they are made of."""

_WIDTH = 88
"""From how many columns on a call is broken: what a formatter does where nothing is configured."""


def exercise_files(plan: Plan) -> dict[str, str]:
    """The text of each file of the exercise, by its path in the course."""
    exercise, solution = f"exercises/{plan.folder}", f"solutions/{plan.folder}"
    facts = _facts(plan)
    whole = {
        f"{exercise}/README.md": "README.md",
        f"{exercise}/README.zh-TW.md": "README.zh-TW.md",
        f"{exercise}/checks.py": "checks.py",
        f"{solution}/{plan.module}.py": "reference.py",
        f"{solution}/inputs.py": "inputs.py",
        f"{solution}/right/another_way.py": "right.py",
    }
    files = {path: _filled(f"exercise/{name}", **facts) for path, name in whole.items()}
    for function in plan.functions:
        path = f"{solution}/wrong/{function.name}_doubled.py"
        files[path] = _filled("exercise/wrong.py", function=function, **facts)
    return files


def _facts(plan: Plan) -> dict[str, Any]:
    """What the templates of an exercise are filled in with."""
    tensors, drawn = plan.framework == "tensorflow", drawing(plan)
    frameworks = {"np": "import numpy as np", "tf": "import tensorflow as tf"}
    asked, lib = questions(plan), "tf" if tensors else "np"
    generators = any(a.kind is Kind.GENERATOR for f in plan.functions for a in f.arguments)
    handed = [a for f in plan.functions for a in f.arguments if a.kind is Kind.FUNCTION]
    gradients = any(question.aspect is Aspect.GRADIENT for question in asked)
    return {
        "plan": plan,
        "label": f"exercise {plan.number}" if plan.number else plan.name,
        "questions": asked,
        "inputs": drawn,
        "placeholders": {f.name: placeholder(f, plan.framework) for f in plan.functions},
        "handed": list({a.name: a for a in handed}.values()),
        "lib": lib,
        "power": "tf.pow" if tensors else "np.power",
        "imports": {
            "module": frameworks[lib],
            "checks": [
                *["import numpy as np"] * generators,
                *["import tensorflow as tf"] * gradients,
            ],
            "inputs": strategies_used(drawn),
            "strategies": any(each.values for each in drawn.values()),
        },
    }


def course_files(plan: Plan) -> dict[str, str]:
    """The text of each file that a new course has beside its exercises, by its path."""
    facts = {
        "plan": plan,
        "grader": installed_from(),
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
    }
    return {path: _filled(f"course/{name}", **facts) for path, name in _COURSE.items()}


def write_new(root: Path, files: dict[str, str]) -> None:
    """Write all of the files, or none of them where one of them is there."""
    if there := [path for path in files if (root / path).exists()]:
        raise UsageError("{path} is there already; nothing was written", path=root / there[0])
    try:
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            with (root / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        raise UsageError(
            "{path} can't be written: {strerror}", path=error.filename, strerror=error.strerror
        ) from error


def installed_from() -> str:
    """What pip would install this grader from; "" where only the author knows.

    A package of this name that an index has is somebody else's.
    """
    try:
        told = importlib.metadata.distribution("grader").read_text("direct_url.json")
        origin = json.loads(told or "{}")
    except (importlib.metadata.PackageNotFoundError, ValueError):
        return ""
    if "vcs_info" not in origin:
        return ""
    return f"{origin['vcs_info']['vcs']}+{origin['url']}@{origin['vcs_info']['commit_id']}"


def _filled(template: str, **facts: object) -> str:
    return _environment().get_template(f"{template}.jinja").render(**facts)


def _environment() -> "Environment":
    """Templates of text: nothing is escaped, and a line with only a tag leaves no line."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # not for who checks a file

    environment = Environment(
        loader=PackageLoader("grader.build.begin"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(TODO=MARK, call=_call, defined=_defined, decorated=_decorated)
    environment.filters.update(quoted=_quoted)
    return environment


def _quoted(text: str) -> str:
    """A printable text in Python, as a formatter writes it: in the quotes that it has fewer of."""
    if text.count('"') <= text.count("'"):
        return json.dumps(text, ensure_ascii=False)
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _call(head: str, arguments: Sequence[str], tail: str, indent: int = 0) -> str:
    """`head(arguments)tail` in a line, or an argument a line where that is too long."""
    line = f"{head}({', '.join(arguments)}){tail}"
    if indent + len(line) <= _WIDTH:
        return line
    inner = "".join(f"{' ' * (indent + 4)}{argument},\n" for argument in arguments)
    return f"{head}(\n{inner}{' ' * indent}){tail}"


def _defined(function: Function) -> str:
    """How a definition begins."""
    return _call(f"def {function.name}", function.defined, ":")


def _decorated(question: Question) -> str:
    """The line, or lines, above a check."""
    return _call("@exercise.check", question.options, "")
