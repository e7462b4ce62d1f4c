"""The grader as a wheel: the one that is named, or one that is built from the checkout."""

import importlib.util
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import grader
from grader.classroom.release.filled import to_write_in
from grader.course import Course
from grader.errors import UsageError


@dataclass(frozen=True)
class Wheel:
    """A wheel's file: pip reads the name, too."""

    name: str
    data: bytes


def wheel_of(named: Path | None) -> Wheel:
    """The wheel that is named, else a new one. Raises UsageError where there can be none."""
    if named is None:
        return _built()
    try:
        wheel = Wheel(named.name, named.read_bytes())
    except OSError as error:
        raise UsageError(
            "{path} can't be read: {strerror}", path=named, strerror=error.strerror
        ) from None
    if named.suffix != ".whl" or not _is_grader(wheel.data):
        raise UsageError("{path} is no wheel of the grader", path=named)
    return wheel


def _is_grader(data: bytes) -> bool:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        return False
    return "grader/__main__.py" in names and any(n.endswith(".dist-info/METADATA") for n in names)


def _built() -> Wheel:
    """A wheel of this checkout."""
    root = Path(grader.__file__).resolve().parents[1]
    if not (root / "pyproject.toml").is_file():
        raise UsageError(
            "this grader is installed, and not a checkout, so no wheel can be built of it; name "
            "the file that you have installed: --wheel grader-{version}-py3-none-any.whl",
            version=grader.__version__,
        )
    _must_be_as_handed_out(Course(root))
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet"]
    if importlib.util.find_spec("hatchling"):  # else pip gets it
        command.append("--no-build-isolation")
    with tempfile.TemporaryDirectory(prefix="grader-wheel-") as folder:
        asked = [*command, "--wheel-dir", folder, str(root)]
        told = subprocess.run(asked, capture_output=True, text=True, errors="replace")
        made = [*Path(folder).glob("*.whl")]
        if told.returncode or not made:
            lines = (told.stderr or told.stdout).strip().splitlines() or ["?"]
            raise UsageError(
                "pip could not build a wheel of {root}: {line}; build it yourself, and name it: "
                "--wheel FILE",
                root=root,
                line=lines[-1],
            )
        return Wheel(made[0].name, made[0].read_bytes())


def _must_be_as_handed_out(course: Course) -> None:
    """Raise UsageError where somebody has worked in a file that all get who install the wheel."""
    for lesson in course.path:
        for name, data in to_write_in(lesson).items():
            path = lesson.folder / name
            if path.is_file() and path.read_bytes() != data:
                raise UsageError(
                    "{path} is not as students get it, and the wheel would bring it to them; put "
                    "the stub back (git checkout {path}), or name a wheel that is built already: "
                    "--wheel FILE",
                    path=os.path.relpath(path),
                )
