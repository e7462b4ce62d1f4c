"""Lines end by columns, and where the script lets them."""

import pytest

from grader.text import columns, folded, joined, padded


@pytest.mark.parametrize(
    ("text", "wide"), [("abc", 3), ("形狀", 4), ("x 軸，", 6), ("é", 1), ("e\u0301", 1), ("✓·…", 3)]
)
def test_a_chinese_character_takes_two_columns(text, wide):
    """And what is written above another one takes none."""
    assert columns(text) == wide
    assert columns(padded(text, 9)) == 9


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a bc def", 4, ["a bc", "def"]),
        ("一二三四五", 4, ["一二", "三四", "五"]),
        ("一二三四五", 5, ["一二", "三四", "五"]),
        ("一二，三四", 4, ["一", "二，", "三四"]),
        ("一二」）。三", 8, ["一", "二」）。", "三"]),
        ("一（二）三", 6, ["一", "（二）", "三"]),
        ("用 tf.reduce_sum 加總", 14, ["用", "tf.reduce_sum", "加總"]),
        ("用 tf.sum 加總", 10, ["用 tf.sum", "加總"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("一 abcdefgh 二", 4, ["一", "abcd", "efgh", "二"]),
        ("為什麼？（更多：grader hint ex1）", 20, ["為什麼？（更多：", "grader hint ex1）"]),
        ("", 4, [""]),
    ],
)
def test_a_line_ends_where_it_may(text, width, lines):
    """Behind a space or a Chinese character; no line begins with a mark that closes."""
    assert folded(text, width) == lines


def test_a_chinese_mark_takes_no_space_behind_it():
    """Where a hint's paragraphs follow on each other; others stay apart."""
    assert joined(["加總？", "沿著列。", "Then divide."]) == "加總？沿著列。Then divide."
    assert joined(["Sum.", "Divide."]) == "Sum. Divide." and joined([]) == ""
