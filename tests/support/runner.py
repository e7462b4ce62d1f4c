"""What GitHub's runner makes of a step's lines and files, by the source of `actions/runner`."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

COMMANDS = {
    *("error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "stop-commands"),
    *("set-output", "save-state", "set-env", "add-path", "echo", "add-matcher", "remove-matcher"),
}
"""Registered commands; those behind the first line are refused or deprecated, and read all the
same."""


@dataclass(frozen=True)
class Command:
    """A workflow command."""

    name: str
    text: str
    properties: dict[str, str] = field(default_factory=dict)


def commands(output: str) -> list[Command]:
    """The commands in the lines of a step, but for those between `stop-commands` and its end."""
    found: list[Command] = []
    token = ""
    for line in output.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        command = _read(line, {*COMMANDS, *([token] if token else [])})
        if command is None or (token and command.name.casefold() != token.casefold()):
            continue
        token = command.text if command.name == "stop-commands" else ""
        if command.name in COMMANDS:
            found.append(command)
    return found


def _read(line: str, names: set[str]) -> Command | None:
    """`TryParseV2`, then `TryParse`: `::name k=v::text`, or `##[name k=v]text` anywhere in it."""
    line = line.lstrip()
    if line.startswith("::") and "::" in line[2:]:
        about, _, text = line[2:].partition("::")
        if about.partition(" ")[0].casefold() in {name.casefold() for name in names}:
            pairs = about.partition(" ")[2].strip().split(",")
            return Command(about.partition(" ")[0], _data(text), _pairs(pairs))
    if "##[" in line and "]" in line.partition("##[")[2]:
        about, _, text = line.partition("##[")[2].partition("]")
        if about.partition(" ")[0].casefold() in {name.casefold() for name in names}:
            return Command(
                about.partition(" ")[0], text, _pairs(about.partition(" ")[2].split(";"))
            )
    return None


def _pairs(parts: list[str]) -> dict[str, str]:
    pairs = (part.split("=", 1) for part in parts if part.partition("=")[2])
    return {name: _property(value) for name, value in pairs}


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def outputs(text: str) -> dict[str, str]:
    """The values in a file like `GITHUB_OUTPUT`: `name=value`, or `name<<END` and lines to END."""
    found: dict[str, str] = {}
    lines = iter(text.removesuffix("\n").split("\n"))
    for line in lines:
        equals, heredoc = line.find("="), line.find("<<")
        if not line:
            continue
        if equals >= 0 and (heredoc < 0 or equals < heredoc):
            found[line[:equals]] = line[equals + 1 :]
        elif heredoc > 0:
            end = line[heredoc + 2 :]
            value = []
            while (inner := next(lines)) != end:
                value.append(inner)
            found[line[:heredoc]] = "\n".join(value)
        else:
            raise ValueError(f"invalid format {line!r}")
    return found


@dataclass(frozen=True)
class Ran:
    """What a step left: its exit code, what it printed, its outputs and its summary."""

    code: int
    printed: str
    outputs: dict[str, str]
    summary: str


def step(script: str, folder: Path, temporary: Path, variables: dict[str, str]) -> Ran:
    """Run a step with `shell: bash` in a folder, with files of its own to be written to."""
    files = {name: temporary / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_text("", encoding="utf-8")
    written = temporary / "script.sh"
    written.write_text(script, encoding="utf-8")
    bin_of_python = str(Path(sys.executable).parent)
    ended = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(written)],
        cwd=folder,
        env={
            **os.environ,
            "PATH": os.pathsep.join([bin_of_python, os.environ["PATH"]]),
            "RUNNER_TEMP": str(temporary),
            "GITHUB_WORKSPACE": str(folder),
            **{name: str(path) for name, path in files.items()},
            **variables,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    told = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
    return Ran(
        ended.returncode,
        ended.stdout,
        outputs(told["GITHUB_OUTPUT"]),
        told["GITHUB_STEP_SUMMARY"],
    )
