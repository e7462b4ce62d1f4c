"""A class compared: disguised copies are found, and what all have in common is not."""

import json
import time
from dataclasses import replace

import pytest
from conftest import ROOT
from support.compared import graded_class, work
from support.disguised import made_class
from support.fabricated import entry, trace

from grader.classroom.copies import Comparison, beside, compare_class, reading
from grader.classroom.copies.beside import Mark
from grader.classroom.kept import SOURCES, kept
from grader.classroom.store import Store
from grader.course.course import Course

FUNCTIONS = {"softmax", "cross_entropy", "model", "accuracy"}
OWN = """
def softmax(z):
    low = z - {0} * z.max() + {1}
    high = (low ** {0}).sum() / (z.mean() - {1})
    return high / (low + {0}) - (z.std() * {1} - low) / {2}
"""
COMMON = """
def accuracy(scores, labels):
    return (scores.argmax(1) == labels).mean()

def cross_entropy(p, y):
    return -(y * p.clip(1e-7, 1).log()).sum(axis=1)
"""


def own(number: int) -> str:
    """A file of which one function is like nobody else's."""
    return COMMON + OWN.format(number + 2, 3 * number + 5, 7 * number + 1)


def compared(out, works, reports=None, **how) -> Comparison:
    graded_class(out, works, reports)
    with Store(out) as store:
        return compare_class(store.record(), store.provenances(), out, **how)


def pairs(comparison):
    return {frozenset(pair.students) for pair in comparison.pairs}


def test_disguised_copies_are_found(tmp_path):
    """Of 60 files by different hands and 6 copies: all of these, and next to nothing else."""
    made = made_class(Course(ROOT).lesson("ex7"), 60, 6, 11, mutants=False)
    found = pairs(compared(tmp_path / "out", made.works))
    assert made.share <= 1 / 3
    assert made.copies <= found and len(found) <= 7


def test_what_all_have_counts_for_nothing(tmp_path):
    """Files that are alike only in what the whole class has are no pair, however much that is."""
    works = {f"s{n:02}": work(own(n)) for n in range(12)}
    comparison = compared(tmp_path / "out", works)
    assert comparison.pairs == ()
    assert comparison.pair("s01", "s02").likeness.shared >= 4


def test_a_class_of_one_solution_has_no_pairs(tmp_path):
    """Where all have handed in the same, that is what everybody writes."""
    works = {f"s{n:02}": work(own(1)) for n in range(12)}
    assert compared(tmp_path / "out", works).pairs == ()


def test_a_class_of_ten_has_pairs(tmp_path):
    """What is rare is as rare as the class is large: a copy among nine is found, too."""
    works = {f"s{n}": work(own(n)) for n in range(9)} | {"ann": work(own(3).replace("low", "a"))}
    assert pairs(compared(tmp_path / "out", works)) == {frozenset(("ann", "s3"))}


def test_the_same_text_is_said(tmp_path):
    """A pair tells whether it is the same letter by letter, or only the same program."""
    works = {f"s{n:02}": work(own(n)) for n in range(12)}
    works |= {"ann": work(own(3)), "bob": work(own(5).replace("low", "under"))}
    found = {pair.students: pair for pair in compared(tmp_path / "out", works).pairs}
    assert set(found) == {("ann", "s03"), ("bob", "s05")}
    assert found["ann", "s03"].same_text and not found["bob", "s05"].same_text
    assert found["bob", "s05"].likeness.alike == pytest.approx(1)
    assert found["bob", "s05"].likeness.alone > 3


def test_a_file_of_several_is_one(tmp_path):
    """What a group handed in as one file is compared once, and is no copy of itself."""
    works = {f"s{n:02}": work(own(n)) for n in range(12)}
    out = graded_class(tmp_path / "out", works)
    with Store(out) as store:
        graded = store.provenances()
        first = next(each for each in store.entries() if each.student == "s03")
        run = store.begin("sealed")
        store.write(replace(first, student="tom", name="Tom"), graded["s03"], run)
        store.write(replace(first, student="zoe", file="zoe/logistic.py"), graded["s03"], run)
        comparison = compare_class(store.record(), store.provenances(), out)
    assert comparison.together["s03"] == ("s03", "tom")
    assert comparison.first_of("tom") == "s03"
    assert pairs(comparison) == {frozenset(("s03", "zoe"))}


def test_who_has_no_source_in_the_folder_is_named(tmp_path):
    """And so is whose source is damaged; the others are compared."""
    works = {f"s{n:02}": work(own(n)) for n in range(12)}
    out = graded_class(tmp_path / "out", works)
    with Store(out) as store:
        graded = store.provenances()
        (out / SOURCES / f"{graded['s02'].content}.json").unlink()
        (out / SOURCES / f"{graded['s04'].content}.json").write_text('{"name": 3}')
        comparison = compare_class(store.record(), graded, out)
    assert comparison.missing == ("s02", "s04")
    assert comparison.compared == 10
    assert kept(out, "../results") is None


def test_a_copy_that_python_cannot_read_is_compared_as_far_as_it_can(tmp_path):
    """A fault in one function hides neither itself nor what the others share."""
    works = {f"s{n:02}": work(own(n)) for n in range(12)}
    broken = own(3) + "\ndef model(x:\n    return x\n"
    comparison = compared(tmp_path / "out", works | {"ann": work(broken)})
    assert pairs(comparison) == {frozenset(("ann", "s03"))}
    assert [str(problem) for problem in comparison.problems["ann"]] == [
        "logistic.py: Python can't read what begins at line 13"
    ]


HOSTILE = {
    "minus signs": "x = " + "-" * 100_000 + "1",
    "attributes": "x = a" + ".a" * 50_000,
    "parentheses": "(" * 50_000,
    "elifs": "if x: pass\n" + "elif y: pass\n" * 10_000,
    "a long sum": "x = 1" + " + x" * 40_000,
    "a large number": f"x = 0x{'f' * 100_000}",
    "too long": "x = 1\n" * 100_000,
    "a NUL in a cell": "x = '\\0'\n",
}


def test_hostile_files_take_nothing_from_the_others(tmp_path):
    """Sources that parsers fail at are named, or read, and the copy beside them is found."""
    works = {f"s{n:02}": work(own(n)) for n in range(12)} | {"copy": work(own(3))}
    works |= {f"x{n}": work(source) for n, source in enumerate(HOSTILE.values())}
    comparison = compared(tmp_path / "out", works)
    assert pairs(comparison) == {frozenset(("copy", "s03"))}
    unread = {student for student in works if student not in comparison.rarity.held}
    assert unread <= set(comparison.problems) and {"x0", "x1", "x6"} <= unread


def test_a_file_has_only_so_much_time(monkeypatch):
    """A process that does not end with a file is ended, and the next file is read by another."""
    reader = reading.Reader(FUNCTIONS)
    try:
        assert reader.read(work(own(1))).prints
        monkeypatch.setattr(reading, "SECONDS", 0.0001)
        slow = work("\n".join(f"def f{n}(x):\n    return x - {n}" for n in range(4000)))
        start = time.monotonic()
        lost = reader.read(slow)
        assert lost.prints == () and "to read" in str(lost.problems[0])
        assert time.monotonic() - start < 5
        monkeypatch.undo()
        assert reader.read(work(own(1))).prints
    finally:
        reader.close()


def test_magics_are_no_python(tmp_path):
    """Lines that only a notebook reads, and cells of other languages, change nothing."""
    cells = ["%matplotlib inline\n!pip install numpy", "%%bash\nls -l", own(3), "files = !ls"]
    told = [{"cell_type": "code", "source": cell} for cell in cells]
    notebook = work(json.dumps({"nbformat": 4, "cells": told}), "logistic.ipynb")
    assert len(notebook.units) == 4
    read = reading.read(notebook, FUNCTIONS)
    plain = reading.read(work(own(3)), FUNCTIONS)
    assert {p.hash for p in read.prints} == {p.hash for p in plain.prints}
    assert read.problems == ()


# --- the same wrong values --------------------------------------------------------------------


def test_the_same_wrong_values_are_evidence(tmp_path):
    """Of wrong values without a known mistake it is told how many have them; of others nothing."""
    works = {f"s{n:02}": work(own(n)) for n in range(12)}
    wrong = {"s01": 2, "s02": 2, "s03": 9}
    reports = {
        name: replace(entry().report, traces=(trace(number),)) for name, number in wrong.items()
    }
    comparison = compared(tmp_path / "out", works, reports)
    (same,) = comparison.pair("s01", "s02").mistakes
    assert (same.function, same.students) == ("softmax", ("s01", "s02"))
    assert comparison.pair("s01", "s03").mistakes == ()
    assert comparison.pair("s04", "s05").mistakes == ()


# --- side by side -----------------------------------------------------------------------------


def test_where_nothing_is_rare_one_row_stands_for_all(tmp_path):
    """Of two files that are like everybody's, block after block has nothing to show."""
    works = {f"s{n:02}": work(COMMON) for n in range(12)}
    (row,) = beside(compared(tmp_path / "out", works), "s01", "s02")
    lines = len(COMMON.splitlines())
    assert row.left is None and row.right is None
    assert row.folded[0] == row.folded[1] and lines - 3 <= row.folded[0] <= lines


def test_what_both_have_stands_in_one_row(tmp_path):
    """Whatever the order of the functions and however far apart; each line once."""
    works = {f"s{n:02}": work(own(n)) for n in range(12)}
    copy = OWN.format(5, 14, 22).replace("low", "a") + "\n# later\n" + COMMON
    works["ann"] = work(copy)
    comparison = compared(tmp_path / "out", works)
    assert pairs(comparison) == {frozenset(("ann", "s03"))}
    rows = beside(comparison, "s03", "ann")
    both = [(row.left, row.right) for row in rows if row.left and row.right]
    together = {(left.text, right.text): left.mark for left, right in both}
    head, *body = [line for line in OWN.format(5, 14, 22).split("\n") if line.strip()]
    assert (head, head) in together
    assert {together[line, line.replace("low", "a")] for line in body} == {Mark.ALONE}
    for side, name in (("left", "s03"), ("right", "ann")):
        shown = [line.number for row in rows if (line := getattr(row, side))]
        assert len(shown) == len(set(shown))
        folded = sum(row.folded[side == "right"] for row in rows)
        filled = works[name].units[0].source.split("\n")
        assert len(filled) - 4 <= len(shown) + folded <= len(filled)
