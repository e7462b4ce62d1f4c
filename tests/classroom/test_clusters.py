"""Students with one mistake that nobody has named are found by their values, and shown."""

import zlib
from dataclasses import replace

import msgspec
import numpy as np
import pytest
from conftest import ROOT
from rich.cells import cell_len
from support import planted
from support.fabricated import class_of, entry, report, trace

from grader.classroom.archive import as_json
from grader.classroom.clusters import unnamed
from grader.classroom.collect.handins import collect_handins
from grader.classroom.grading.batch import Batch
from grader.classroom.grading.pool import LocalPool
from grader.classroom.publish import publish_class, render_summary
from grader.classroom.publish.unnamed import FILE
from grader.classroom.record import Provenance, State
from grader.classroom.store import Store
from grader.course.course import Course
from grader.course.key import read_key
from grader.report import CheckResult, Counterexample, Verdict
from grader.sandbox import tiers
from grader.text import Message


def failing(student: str, number: float, code: str = "def softmax(x):\n    return x", **fields):
    """A student whose softmax is wrong by this number."""
    shown = Counterexample({"logits": "[[1, 2]]"}, "[[0.3, 0.7]]", f"[[{number}]]", "")
    check = CheckResult(
        "softmax_values", "softmax is right", "softmax", Verdict.FAILED, 0.0, 1.0,
        Message("values differ: {difference}", difference=Message("got {got}", got=f"{number}")),
        counterexample=shown,
    )  # fmt: skip
    made = replace(report("logistic.py", [check]), traces=(trace(number, code),))
    return entry(student, student.title(), report=replace(made, **fields))


def of(*entries):
    """A class of these students."""
    return replace(class_of(1), entries=entries)


def test_the_largest_group_is_first_and_who_is_alone_is_in_none():
    """In the order of the record, each student once."""
    found = unnamed(
        of(
            *(
                failing(name, number)
                for name, number in zip("abcdef", [1, 2, 2, 1, 3, 2], strict=True)
            )
        )
    )
    assert [group.students for group in found.groups] == [("b", "c", "f"), ("a", "d")]
    assert [member.student for member in found.alone] == ["e"]
    assert found.named(found.groups[1].name) is found.groups[1]
    assert found.named("softmax_000000") is None


def test_each_is_compared_with_the_first_of_a_group_wherever_its_numbers_lie():
    """Within the tolerance, on both sides; what is no number is compared as well."""
    numbers = [1, 1.08, 0.93, 1.17, 0.4, np.nan, -np.inf, np.nan, 0.33, -0.4, np.inf, -np.inf]
    found = unnamed(of(*(failing(f"s{i:02}", x) for i, x in enumerate(numbers))))
    assert {group.students for group in found.groups} == {
        ("s00", "s01", "s02"), ("s04", "s08"), ("s05", "s07"), ("s06", "s11"),
    }  # fmt: skip
    assert [member.student for member in found.alone] == ["s03", "s09", "s10"]


def test_what_another_grader_has_packed_is_passed_over():
    """Its row is as it was, and nobody is put together by it."""
    odd = [replace(trace(1), values=data) for data in (b"", b"odd", zlib.compress(b"odd"))]
    rows = [failing(f"s{i}", 1) for i in range(5)]
    rows[:3] = [
        replace(row, report=replace(row.report, traces=(one,)))
        for row, one in zip(rows, odd, strict=False)
    ]
    assert [group.students for group in unnamed(of(*rows)).groups] == [("s3", "s4")]


def test_the_shortest_code_is_shown_and_wordings_are_counted():
    """Two texts that differ in spaces and comments alone are one wording."""
    codes = ["def softmax(x):\n    return  x", "def softmax(x):\n    y = x\n    return y"]
    class_ = of(
        *(
            failing(f"s{i}", 1, code)
            for i, code in enumerate([codes[1], *codes, codes[0] + "\n    # x\n"])
        )
    )
    (group,) = unnamed(class_).groups
    assert group.shown.student == "s1"
    assert (len(group.members), group.wordings) == (4, 2)


def test_values_of_two_keys_are_not_compared():
    """Their inputs are others. Nor is a row without a grade."""
    assert not unnamed(of(failing("a", 1), failing("b", 1, key_fingerprint="0"))).groups
    assert not unnamed(of(failing("a", 1), replace(failing("b", 1), state=State.UNGRADED))).groups


def test_a_group_keeps_its_name_while_others_come():
    """It is that of its first member's values."""
    few = unnamed(of(failing("b", 1), failing("c", 1))).groups
    more = unnamed(of(failing("b", 1), failing("c", 1), failing("d", 1), failing("e", 2))).groups
    assert few[0].name == more[0].name


def test_the_record_keeps_the_values_and_no_other_file_does(tmp_path):
    """Not the JSON beside a student's letter, nor the letter, nor the page, which has the code."""
    with Store(tmp_path, new=True) as store:
        for each in (failing("a", 1), failing("b", 1)):
            store.write(each, Provenance("c", "k", "v"), store.begin("sealed"))
        record = store.record()
        assert record.entries[0].report.traces == failing("a", 1).report.traces
    secret = record.entries[0].report.traces[0].values
    publish_class(record, tmp_path, {})
    written = [
        path for path in tmp_path.rglob("*") if path.suffix in (".json", ".md", ".html", ".csv")
    ]
    assert len(written) == 6
    for path in written:
        assert ("def softmax" in path.read_text()) == (path.suffix == ".html")
        assert msgspec.json.encode(secret).decode().strip('"') not in path.read_text()
    assert "traces" not in as_json(record.entries[0], None)


def test_a_record_of_before_has_no_groups(tmp_path):
    """Its reports have no traces, and are read all the same."""
    with Store(tmp_path, new=True) as store:
        store.write(failing("a", 1), Provenance("c", "k", "v"), store.begin("sealed"))
        store._db.execute("UPDATE submissions SET report = json_remove(report, '$.traces')")
        record = store.record()
    assert record.entries[0].report.traces == ()
    assert unnamed(record).groups == ()


def test_the_summary_shows_the_largest_within_eighty_columns(tmp_path):
    """How many, who, the example, the code; and nothing in it moves or hides what is shown."""
    codes = ["def softmax(x):\n    return '\x1b[2J\u202e' # " + "長" * 60] + [
        "def softmax(x): pass\n" * 30
    ] * 3
    class_ = of(
        *(failing(f"s{i}", i // 4, codes[i // 4]) for i in range(16)),
        failing("alone", 99),
    )
    publish_class(class_, tmp_path, {})
    shown, whole = render_summary(class_, tmp_path), (tmp_path / FILE).read_text()
    for text in (shown, whole):
        assert "\x1b" not in text and "\u202e" not in text
        assert "values differ: got 0" in text and "[[0.3, 0.7]]" in text
    assert max(map(cell_len, whole.split("\n"))) <= 80
    section = shown[shown.index("4 mistakes that no known") : shown.index(str(tmp_path))]
    assert max(map(cell_len, section.split("\n"))) <= 80
    assert "s0, s1, s2 and 1 more" in section and "… and 20 more lines" in section
    assert section.count("as s") == 3 and whole.count("as s") == 4
    assert "s0, s1, s2, s3" in whole and "alone (softmax)" in whole
    assert FILE in shown


def test_the_file_goes_with_the_last_group(tmp_path):
    """When all have mended it, nobody is named by an old file."""
    publish_class(of(failing("a", 1), failing("b", 1)), tmp_path, {})
    assert (tmp_path / FILE).exists()
    mended = of(failing("a", 1), entry("b"))
    publish_class(mended, tmp_path, {})
    assert not (tmp_path / FILE).exists()
    assert "no known" not in render_summary(mended, tmp_path)


def graded(lesson, key, texts, tmp_path):
    """A class of these files by student, graded as by `grader batch`: the record."""
    folder = planted.written(tmp_path / "submissions", texts)
    handins = collect_handins(folder, lesson, tmp_path).handins
    with (
        LocalPool(lesson.exercise, tiers.choose("auto"), 2) as pool,
        Store(tmp_path, new=True) as store,
    ):
        Batch(lesson, key, store).grade(handins, pool, pool.tier.value)
        return store.record()


@pytest.mark.isolation
def test_a_class_of_the_toy_is_put_in_groups(toy, toy_key, tmp_path):
    """The values come through the pool and the record; what is right or named is in no group."""
    spread = "\ndef spread(x):\n    return x.min(), x.max()\n"
    texts = {
        "ann": "def mean(x):\n    return x.sum(0) / (len(x) + 1)",
        "bob": "MORE = 1\ndef mean(x):\n    return x.mean(0) * len(x) / (MORE + len(x))",
        "cat": "def mean(x):\n    return x.sum(0)",
        "dan": "def mean(x):\n    return 0 + x.sum(0)",
        "eve": "def mean(x):\n    return x.mean(0)",
        "fay": "def mean(x):\n    return x.sum(0) / (len(x) + 2)",
    }
    record = graded(toy, toy_key, {name: text + spread for name, text in texts.items()}, tmp_path)
    found = unnamed(record)
    assert [group.students for group in found.groups] == [("ann", "bob")]
    assert [member.student for member in found.alone] == ["fay"]
    assert found.groups[0].shown.trace.code == texts["ann"]


@pytest.mark.slow
@pytest.mark.isolation
def test_five_planted_mistakes_of_a_class_of_sixty_are_five_groups(tmp_path):
    """Whatever their wordings; and no other two students are put together who differ."""
    lesson = Course(ROOT).lesson("ex4")
    texts, planted_in = planted.files(lesson)
    assert len(texts) == planted.SIZE
    record = graded(lesson, read_key(lesson.key_path), texts, tmp_path)
    assert all(each.state is State.GRADED for each in record.entries)
    groups = {group.function: group for group in unnamed(record).groups}
    assert len(groups) == len(unnamed(record).groups)
    assert {name: list(group.students) for name, group in groups.items()} == planted_in
    assert all(group.wordings == len(group.members) for group in groups.values())
