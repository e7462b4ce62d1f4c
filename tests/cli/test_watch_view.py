"""What `grader watch` shows has the screen's size, whatever that is, and in which language."""

import re

import pytest
from rich.cells import cell_len

from grader.cli import keys
from grader.cli.watch_view import View, bar, cut, fitted
from grader.text import Words

LONG = "\x1b[31mNo line is wider than the screen, also where it has colours\x1b[0m and 權重與梯度"


def view(language="en", **facts):
    made = View(Words(language), color=True, title="ex1 Means · mean.py", **facts)
    made.turn_to(lambda columns: [LONG, *map(str, range(40))])
    return made


def width(line):
    """How many columns a line takes."""
    return cell_len(re.sub(r"\x1b\[[\d;]*m", "", line))


@pytest.mark.parametrize("language", ["en", "zh-TW"])
@pytest.mark.parametrize("columns", [1, 10, 20, 40, 60, 80, 132])
@pytest.mark.parametrize("rows", [1, 2, 3, 4, 5, 24])
def test_the_screen_is_exactly_filled(language, columns, rows):
    """No row more or less than it has, and none wider."""
    made = view(language, alert="it can't be read " * 9, status="graded " * 30)
    made.score, made.done, made.path = (6, 10), 1, 9
    lines = made.lines(columns, rows)
    assert len(lines) == rows
    assert max(map(width, lines)) <= columns


def test_the_keys_are_in_the_last_line():
    """In short where there is no room for what they do, and always all."""
    for columns in (80, 60, 40, 20, 12):
        last = view().lines(columns, 24)[-1]
        assert all(f"{key} " in last.replace("\x1b[0m", " ") for key in "hnalrq"), last
    assert "more lines" in view().lines(80, 24)[-1]


def test_one_scrolls_to_the_end_and_not_beyond():
    """And back to the beginning."""
    made = view()
    made.above += 1000
    assert any("39" in line for line in made.lines(80, 24))
    assert "more" not in made.lines(80, 24)[-1]
    made.above -= 2000
    assert "No line is wider" in made.lines(80, 24)[1]


def test_the_path_gives_way_to_the_title():
    """Then the points."""
    made = view()
    made.score, made.done, made.path = (5, 10), 3, 9
    assert "5/10" in made.lines(80, 24)[0] and "path ███░░░░░░ 3/9" in made.lines(80, 24)[0]
    assert "5/10" in made.lines(40, 24)[0] and "path" not in made.lines(40, 24)[0]
    assert made.lines(20, 24)[0].startswith("\x1b[1mex1 Means")


def test_a_bar_is_full_only_where_all_is_reached():
    """And empty only where nothing is."""
    assert bar(9.99, 10) == "█████████░"
    assert bar(10, 10) == "██████████"
    assert bar(0, 0) == "░░░░░░░░░░"


def test_what_is_cut_says_so():
    """A character of two columns is not halved."""
    assert cut("softmax", 7) == "softmax"
    assert cut("softmax", 6) == "softm…"
    assert cut("權重權重", 6) == "權重…"
    assert cut("權重權重", 0) == ""


def test_a_folded_line_keeps_its_colours():
    """In each of its parts."""
    first, *others = fitted(LONG, 30)
    assert first.startswith("\x1b[31m") and others[0].startswith("\x1b[31m")


def test_keys_are_named_one_by_one():
    """Those typed ahead too, full-width letters, and keys that send several characters."""
    assert keys.named("hn\x1b[A\x1b[6~q") == ["h", "n", keys.UP, keys.PAGE_DOWN, "q"]
    assert keys.named("Ｈ L\x1bOB") == ["h", " ", "l", keys.DOWN]
    assert keys.named("\x1b") == [keys.ESCAPE]
    assert keys.named("\x1b[15;2~\x1b[200~a") == ["a"]
