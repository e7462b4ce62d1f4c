"""Hints in Chinese: `hints.zh-TW.toml` beside the reference, a text for each file of wrong/.

mean_sum = \"\"\"
這是總和。

除以列數。
\"\"\"
"""

import re
import tomllib
from collections.abc import Iterator

from grader.build.lint.faults import Fault
from grader.build.lint.files import Files
from grader.build.mistake import hints_of
from grader.text import Message, paragraphs

FILE = "hints.zh-TW.toml"


def translations(files: Files) -> Iterator[Fault]:
    """Where there is the file, it has each hint, with as many paragraphs, and no others."""
    path = files.lesson.solution / FILE
    if not path.is_file():
        return
    text = files.text(path)
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        not_toml = Message("it is not TOML: {error}", error=error)
        yield Fault(path, int(line[1]) if line else 1, not_toml)
        return
    wrong = {each.stem: each for each in files.lesson.solution_files("wrong")}
    for name in wrong.keys() - entries.keys():
        yield Fault(path, 1, Message("no text for wrong/{name}.py", name=name))
    for name, entry in entries.items():
        tree = files.tree(wrong[name]) if name in wrong else None
        said: Message | None = None
        if name not in wrong:
            said = Message("there is no wrong/{name}.py", name=name)
        elif not isinstance(entry, str) or not entry.strip():
            said = Message("{name} must be a text", name=name)
        elif tree is not None and len(paragraphs(entry)) != len(hints_of(tree)):
            said = Message(
                "{name} has {here} paragraphs, and {there} in wrong/{name}.py",
                name=name,
                here=len(paragraphs(entry)),
                there=len(hints_of(tree)),
            )
        if said is not None:
            yield Fault(path, _line(text, name), said)


def _line(text: str, name: str) -> int:
    """Where an entry begins."""
    found = re.search(rf'^["\']?{re.escape(name)}["\']?\s*=', text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1
