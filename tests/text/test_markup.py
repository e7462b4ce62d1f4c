"""A hint's Markdown: code, emphasis and escapes, and what only looks like them."""

import pytest

from grader.text import Kind, pieces

HINTS = {
    "the *smallest* one": [("", "the "), ("e", "smallest"), ("", " one")],
    "**never** that": [("e", "never"), ("", " that")],
    "shape \\(N,\\)": [("", "shape (N,)")],
    "`a * b` and `\\n`": [("c", "a * b"), ("", " and "), ("c", "\\n")],
    "2 * 3 * 4, N*C*H": [("", "2 * 3 * 4, N*C*H")],
    "f(*args, **options)": [("", "f(*args, **options)")],
    "先取*整列*的平均": [("", "先取"), ("e", "整列"), ("", "的平均")],
    "one ` alone": [("", "one ` alone")],
}
_KINDS = {"": Kind.PLAIN, "c": Kind.CODE, "e": Kind.EMPHASIS}


@pytest.mark.parametrize("hint", HINTS)
def test_marks_are_told_from_what_looks_like_them(hint):
    """Products and starred arguments stay as they are."""
    assert list(pieces(hint)) == [(_KINDS[kind], text) for kind, text in HINTS[hint]]
