"""Right functions in the place of the student's own, so that another of them is asked alone.

They are made before a line of the student's runs. Their code names no file, and no text of it is
in this process: a traceback shows the student's own lines only.
"""

from collections.abc import Mapping
from typing import Any

from grader.wire import unpack_tree

LABEL = "<right>"
"""What stands in a traceback for the file of a right function."""


def made(trees: Mapping[str, bytes]) -> dict[str, Any]:
    """The functions, by name. Each has a namespace of its own."""
    return {name: _made(name, tree) for name, tree in trees.items()}


def _made(name: str, tree: bytes) -> Any:
    namespace: dict[str, Any] = {"__name__": LABEL}
    exec(compile(unpack_tree(tree), LABEL, "exec", dont_inherit=True), namespace)
    function = namespace[name]
    # By this AutoGraph knows what it has made itself, and calls it as it is: it would look for the
    # source, and warn that there is none.
    function.autograph_info__ = {}
    return function
