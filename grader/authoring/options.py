"""What an author may write as an option of an exercise or a check; a mistake is told in words.

Python would take `asks="shape"` and compare values: nothing in a dataclass looks at its fields.
"""

import difflib
from collections.abc import Collection, Mapping
from enum import Enum
from numbers import Real
from pathlib import PurePath
from typing import Any

from grader.text import Message

FRAMEWORKS = ("tensorflow", "numpy", "tensorflow-onednn")


def fault_of_exercise(options: Mapping[str, Any]) -> Message | None:
    """What is wrong with an option of `Exercise`."""
    for name in ("name", "title", "module"):
        if not isinstance(options[name], str):
            return Message("{name} must be a text, not {given}", name=name, given=options[name])
    if not options["module"].isidentifier():
        return Message(
            "module must be the name of a file without .py, not {given}",
            given=repr(options["module"]),
        )
    if options["module"] in ("checks", "inputs"):
        return Message("module={given} is the name of a file of yours", given=options["module"])
    if options["framework"] not in FRAMEWORKS:
        return Message(
            "framework must be {known}, not {given}",
            known=", ".join(map(repr, FRAMEWORKS[:-1])) + f" or {FRAMEWORKS[-1]!r}",
            given=repr(options["framework"]),
        )
    for name in ("given", "after", "data"):
        if said := _no_names(name, options[name]):
            return said
    for file in options["data"]:
        if not _is_data(file):
            return Message(
                "data has {file}; name a file of the exercise's own folder, without a path, that "
                "is no Python file",
                file=repr(file),
            )
    return None


def _is_data(file: str) -> bool:
    """Whether it is a name that no other file of an exercise has, and no way to elsewhere."""
    plain = file == PurePath(file).name and not {"/", "\\", ":", "\0"} & set(file)
    return plain and not file.startswith(".") and not file.endswith((".py", ".key"))


def fault_of_check(
    options: Mapping[str, Any], known: Collection[str], asks: type[Enum]
) -> Message | None:
    """What is wrong with an option of a check, whose options have the names `known`."""
    for name in options:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            advice = Message("did you mean {close}?", close=close[0]) if close else Message("")
            if not close:
                advice = Message("there are {known}", known=", ".join(sorted(known)))
            return Message("there is no option {name}; {advice}", name=name, advice=advice)
    given = {"asks": asks.VALUES, "examples": 1, "secret": (), **options}  # type: ignore[attr-defined]
    if not isinstance(given["asks"], asks):
        return Message(
            "asks must be {known}, not {given}",
            known=", ".join(map(str, asks)),
            given=repr(given["asks"]),
        )
    examples = given["examples"]
    if not isinstance(examples, int) or isinstance(examples, bool) or examples < 1:
        return Message("examples must be a whole number above 0, not {given}", given=repr(examples))
    for name in ("relative", "absolute"):
        bound = given.get(name, 0)
        is_function = name == "absolute" and callable(bound)
        if not is_function and (not isinstance(bound, Real) or not float(bound) >= 0):
            return Message(
                "{name} must be a number of at least 0, not {given}", name=name, given=repr(bound)
            )
    if given.get("holds") is not None and not callable(given["holds"]):
        return Message("holds must be a function, not {given}", given=repr(given["holds"]))
    return _no_hints(given.get("hints", ())) or _no_names("secret", given["secret"])


def _no_hints(given: Any) -> Message | None:
    """That hints are no texts."""
    texts = given if isinstance(given, tuple | list) else [given]
    if all(isinstance(text, str) and text.strip() for text in texts):
        return None
    return Message("hints must be a text, or a tuple of texts, not {given}", given=repr(given))


def _no_names(option: str, given: Any) -> Message | None:
    """That an option is no tuple of names: Python would take a text for its letters."""
    if isinstance(given, str):
        return Message(
            "{option}={given} is a text; write a tuple of names: {option}=({given},)",
            option=option,
            given=repr(given),
        )
    if not isinstance(given, tuple | list) or not all(isinstance(each, str) for each in given):
        return Message(
            "{option} must be a tuple of names, not {given}", option=option, given=repr(given)
        )
    return None
