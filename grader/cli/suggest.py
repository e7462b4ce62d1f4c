"""How a command must name the file, so that the same file is meant again."""

import os
import shlex
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.cli.here import Work


def as_seen_from_here(path: Path) -> str:
    """The path from the working directory; as it was named where it does not lie below."""
    seen = os.path.relpath(path)
    return str(path) if seen.startswith(os.pardir) else seen


def arguments(work: "Work", args: Namespace, *, named: bool) -> str:
    """The file, and what else tells what is graded, quoted for a shell.

    The file is left out where none was `named` and no other could be meant.
    """
    parts = []
    if named or work.also:
        seen = as_seen_from_here(work.path)
        parts.append(f"./{seen}" if seen.startswith("-") else seen)
    for option in ("course", "key", "sealed"):
        if getattr(args, option, None) is not None:
            parts += [f"--{option}", str(getattr(args, option))]
    if args.isolation != "open":
        parts += ["--isolation", args.isolation]
    return shlex.join(parts)
