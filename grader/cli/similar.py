"""What else a word could have been: the names and the files that look like it."""

import difflib
import os
from collections.abc import Iterable
from pathlib import Path

from grader.text import Message

SOURCES = (".py", ".ipynb")


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word that is most like this one, whatever its case; "" where none is."""
    by_fold: dict[str, str] = {}
    for name in known:
        by_fold.setdefault(name.casefold(), name)
    found = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=cutoff)
    return by_fold[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> Message:
    """`: did you mean ex1?`, or nothing."""
    close = closest(word, known, cutoff)
    return Message(": did you mean {close}?", close=close) if close else Message("")


def advice(word: str, known: Iterable[str]) -> Message:
    """`did you mean softmax?`, or else all that there is."""
    known = [*known]
    close = closest(word, known)
    if close:
        return Message("did you mean {close}?", close=close)
    return Message("there are {names}", names=", ".join(known))


def file(word: str) -> str:
    """The file that could be meant by one that is not there; "" where none is like it."""
    name = Path(word).name.casefold()
    same = [os.path.relpath(found) for found in _of_the_course(name)]
    return same[0] if len(same) == 1 else closest(word, files_beside(word))


def _of_the_course(name: str) -> list[Path]:
    """The files of a name in the exercises of the course around."""
    from grader.course import above

    around = above(Path.cwd())
    found = around.glob("exercises/*/*") if around else ()
    return sorted(path for path in found if path.name.casefold() == name and path.is_file())


def files_beside(word: str) -> list[str]:
    """The files of source in the folder of a file that is not there, each as it could be named."""
    folder = Path(word).parent
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    except OSError:  # there is no such folder, or nobody may look into it
        return []
    return [str(folder / name) for name in names if Path(name).suffix.lower() in SOURCES]
