"""Python's parser, for threads: that of 3.11.4 and earlier 3.11s counts the depth of all together.

Two threads that parse at once can end in "SystemError: AST constructor recursion depth mismatch"
(CPython issue 106905).
"""

import ast
import threading

_one_at_a_time = threading.Lock()


def parse(source: str, name: str = "<unknown>") -> ast.Module:
    """The tree of a source; raises SyntaxError as ast.parse does."""
    with _one_at_a_time:
        return ast.parse(source, name)
