"""Python's parser, for threads: that of 3.11.4 and earlier 3.11s counts the depth of all together.

Two threads that parse at once can end in "SystemError: AST constructor recursion depth mismatch"
(CPython issue 106905). So nothing outside of a worker calls `ast.parse` or `ast.literal_eval` but
here.
"""

import ast
import threading
from typing import Any

_one_at_a_time = threading.Lock()


def parse(source: str, name: str = "<unknown>") -> ast.Module:
    """The tree of a source; raises SyntaxError as ast.parse does."""
    with _one_at_a_time:
        return ast.parse(source, name)


def literal(source: str | ast.expr) -> Any:
    """The value of a literal, or of its tree; raises what ast.literal_eval does."""
    with _one_at_a_time:
        return ast.literal_eval(source)
