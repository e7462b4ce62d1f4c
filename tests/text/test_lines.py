"""Lines of source are Python's."""

import ast

import pytest

from grader.text import source_lines

SEPARATORS = ["\f", "\v", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_line_has_the_number_that_python_gives_it(separator):
    """Python does not end a line at any of these, and `splitlines` does."""
    source = f"# a{separator}b\ns = 'c{separator}d'\nhere = 1\n"
    node = ast.parse(source).body[-1]
    assert source_lines(source)[node.lineno - 1] == "here = 1"
    assert len(source_lines(source)) == 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(end):
    """As Python reads a file; the end of the last one begins no further line."""
    assert source_lines(end.join(["a", "", "b", ""])) == ["a", "", "b"]
    assert source_lines(end.join(["a", "b"])) == ["a", "b"]
    assert source_lines("") == []
