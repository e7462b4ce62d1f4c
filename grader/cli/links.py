"""Whether a file that is to be graded is reached by a symbolic link to where it does not lie."""

import os
from pathlib import Path

from grader.errors import SubmissionError


def leads_away(path: Path, *, own: bool) -> bool:
    """Whether a file is reached by a symbolic link out of the link's folder.

    A folder that was handed in could show any file of the judge's by it: SubmissionError. A file of
    one's `own` may be anywhere, if it belongs to the user.
    """
    if not _leads_away(path):
        return False
    real = Path(os.path.realpath(path))
    if own and _belongs_to_user(real):
        return True
    raise SubmissionError(
        "{path} leads by a symbolic link to {real}, out of the folder in which the link lies; "
        "name a file that is no such link",
        path=path,
        real=real,
    )


def _leads_away(path: Path) -> bool:
    """Whether some link on the way, as the path is written, leads out of the link's own folder."""
    place = Path(path.anchor) if path.is_absolute() else Path.cwd()
    for part in path.parts[1 if path.anchor else 0 :]:
        step = place / part
        if part != os.pardir and step.is_symlink():
            real = Path(os.path.realpath(step))
            if not real.is_relative_to(place):
                return True
            step = real
        place = place.parent if part == os.pardir else step
    return False


def _belongs_to_user(file: Path) -> bool:
    """Whether the file is the user's, as far as the system tells."""
    try:
        return not hasattr(os, "geteuid") or file.stat().st_uid == os.geteuid()
    except OSError:
        return False
