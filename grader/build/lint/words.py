"""An author's words in another language: each text once, with as many paragraphs, and no others."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from grader.build.lint.faults import Fault
from grader.build.lint.files import Files
from grader.build.mistake import hints_of
from grader.build.words import TABLES, english, files_of, spoken
from grader.text import Message, paragraphs


def translations(files: Files) -> Iterator[Fault]:
    """Where there is a file of words, it has each text, with as many paragraphs, and no others."""
    for path in files_of(files.lesson).values():
        text = files.text(path)
        try:
            read = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            not_toml = Message("it is not TOML: {error}", error=error)
            yield Fault(path, int(line[1]) if line else 1, not_toml)
            continue
        for table, name, said in _faults(files, read):
            yield Fault(path, _line(text, table, name), said)


def _faults(files: Files, read: dict[str, Any]) -> Iterator[tuple[str, str, Message]]:
    """What is wrong, and with which entry of which table."""
    for name in read.keys() - {"title", *TABLES}:
        known = ", ".join(TABLES)
        yield "", name, Message("{name} is none of title, {known}", name=name, known=known)
    trees = {path.stem: files.tree(path) for path in files.lesson.solution_files("wrong")}
    texts = english(files.lesson, {name: hints_of(t) for name, t in trees.items() if t})
    tree = files.tree(files.checks)
    texts["said"] = {text: (text,) for text in spoken(tree)} if tree else {}
    for table, wanted in texts.items():
        there: object = read.get(table, {}) if table else {"title": read.get("title", "")}
        if not isinstance(there, Mapping):
            yield "", table, Message("{name} must be a table", name=table)
            continue
        for name, other in there.items():
            # What a predicate makes of strings, nobody sees in its source.
            levels = wanted.get(name, None if table != "said" else (name,))
            if fault := _fault(table, name, levels, other):
                yield table, name, fault
        for name in wanted.keys() - there.keys():
            yield table, "", Message("[{table}]: no text for {name}", table=table, name=name)


def _fault(table: str, name: str, levels: tuple[str, ...] | None, other: object) -> Message | None:
    """What is wrong with a text; `levels` are the English paragraphs, None where there are none."""
    if levels is None:
        return Message("[{table}]: there is no {name}", table=table, name=name)
    if not isinstance(other, str) or not other.strip():
        return Message("{name} must be a text", name=name)
    if table == "said":
        places = [set(re.findall(r"\{\w+\}", text)) for text in (name, other)]
        if places[0] != places[1]:
            return Message("{name}: not the same places in braces", name=repr(name))
    elif len(paragraphs(other)) != len(levels):
        return Message(
            "{name} has {here} paragraphs, and {there} in English",
            name=name,
            here=len(paragraphs(other)),
            there=len(levels),
        )
    return None


def _line(text: str, table: str, name: str) -> int:
    """Where an entry of a table begins; the table itself, where there is none."""
    start = re.search(rf"^\[{re.escape(table)}\]", text, re.MULTILINE) if table else None
    after = start.start() if start else 0
    named = rf'^(\[{re.escape(name)}\]|["\']?{re.escape(name)}["\']?\s*=)'
    entry = re.compile(named, re.MULTILINE).search(text, after)
    place = entry.start() if name and entry else after
    return text.count("\n", 0, place) + 1
