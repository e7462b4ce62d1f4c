"""In which line a worker was when its time was up, read off the stacks that it wrote.

What it wrote may be anything: a student's code can write there, too. Only a file and a line that
the student's own sources have are believed, and the line is shown as the judge has it.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from grader.text import Message, source_lines, template
from grader.wire import Load

_STACK = "(most recent call first):"
_FRAME = re.compile(r'  File "([^"\n]{1,600})", line (\d{1,7}) in ([\w<>.]{1,100})')
_LOOP = re.compile(r"\s*(?:async\s+for|for|while)\b.*:")
_SCOPE = re.compile(r"\s*(?:async\s+def|class|def)\b")
_INDENT = re.compile(r"[ \t\f]*")
_SHOWN = 100

_OF_LOOP = template("its time ran out in the loop at {file}, line {line}: `{text}`")
_COMPUTED = template("its time ran out at {file}, line {line}: `{text}`")
_WAITED = template("it was waiting at {file}, line {line}: `{text}`")


class _Frame(NamedTuple):
    label: str
    line: int
    function: str


def sources(load: Load) -> dict[str, list[str]]:
    """The lines of a submission's own sources, by the names that a stack has for them."""
    texts = {unit.label: unit.source for unit in load.units if not unit.prose}
    for name, source in load.siblings.items():
        texts.setdefault(f"{name.replace('.', '/')}.py", source)
    return {_as_written(label): source_lines(text) for label, text in texts.items()}


def _as_written(label: str) -> str:
    """As faulthandler writes it: in ASCII."""
    return label.encode("ascii", "backslashreplace").decode()


def where(words: str, known: Mapping[str, list[str]], *, computing: bool) -> Message | None:
    """The loop that a worker was in, or the line where it did not compute; None if not known."""
    stacks = [_frames(part, known) for part in words.split(_STACK)[1:]]
    stacks = [stack for stack in stacks if stack]
    if not stacks:
        return None
    depth = 0
    for frames_there in zip(*stacks, strict=False):
        if len({(frame.label, frame.function) for frame in frames_there}) > 1:
            break
        depth += 1
    while computing and depth:
        frames = {stack[depth - 1] for stack in stacks}
        lines = known[min(frames).label]
        loops = [_loops(lines, frame.line) for frame in frames]
        around = [line for line in loops[0] if all(line in others for others in loops)]
        if around:
            return _said(_OF_LOOP, min(frames), _suspect(lines, around), known)
        depth -= 1
    last = stacks[0][-1]
    return _said(_COMPUTED if computing else _WAITED, last, last.line, known)


def _frames(text: str, known: Mapping[str, list[str]]) -> list[_Frame]:
    """The student's own frames, the innermost last."""
    found = [_Frame(m[1], int(m[2]), m[3]) for m in _FRAME.finditer(text)]
    return [f for f in reversed(found) if 0 < f.line <= len(known.get(f.label, ()))]


def _suspect(lines: list[str], loops: list[int]) -> int:
    """The loop to name: the innermost `while`, since a `for` around or in it has an end; or else
    the innermost of all.
    """
    return next((n for n in loops if lines[n - 1].lstrip().startswith("while")), loops[0])


def _loops(lines: list[str], number: int) -> list[int]:
    """The loops around a line in its function, the innermost first, told by their indents."""
    found = []
    least = _indent(lines[number - 1])
    if _LOOP.match(lines[number - 1]):
        found.append(number)
    for at in range(number - 1, 0, -1):
        line = lines[at - 1]
        if not line.strip() or line.lstrip().startswith("#") or _indent(line) >= least:
            continue
        least = _indent(line)
        if _LOOP.match(line):
            found.append(at)
        if _SCOPE.match(line) or not least:
            break
    return found


def _indent(line: str) -> int:
    found = _INDENT.match(line)
    return len(found[0].expandtabs()) if found else 0


def _said(what: str, frame: _Frame, line: int, known: Mapping[str, list[str]]) -> Message:
    text = known[frame.label][line - 1].strip()[:_SHOWN]
    return Message(what, file=frame.label, line=line, text=text)
