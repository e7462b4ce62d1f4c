"""An author's words in another language: what is missing is told, and they come into the key."""

import re
import shutil

import pytest
from conftest import ROOT
from msgspec.structs import replace

from grader.build.lint import lint_exercise
from grader.build.verified import remember, unchanged
from grader.cli.language import title
from grader.cli.program import main
from grader.course import read_key, read_words, write_key
from grader.course.course import Course

FILE = "words.zh-TW.toml"
WORDS = """
title = "平均"

[titles]
mean_shape = "mean 每一行回傳一個數"
mean_values = "mean 是各列的和，除以列數"
mean_purity = "mean 不改動它的引數"
spread_values = "spread 是最小與最大的數"

[hints]
mean_values = '''
要除以什麼？

除以列數。'''

[mistakes]
mean_in_place = "引數被改掉了。\\n\\n建立新的陣列。"
mean_of_everything = "這是所有數字的平均。\\n\\n指定軸。"
mean_sum = "這是總和。\\n\\n除以列數。"
spread_swapped = "最大的數放在前面了。\\n\\n交換兩者。"
"""


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the toy course, with one check that has hints, in which a command is run."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "toy")
    monkeypatch.chdir(tmp_path / "toy")
    checks = tmp_path / "toy" / "exercises" / "ex1_mean" / "checks.py"
    hints = 'points=4, hints=("By what?", "By the rows."), needs'
    bare = re.sub(r', hints=(".*?"|\(".*?"\))', "", checks.read_text())
    checks.write_text(bare.replace("points=4, needs", hints))
    return Course(tmp_path / "toy").lesson("ex1")


def again(lesson):
    """The lesson, read once more."""
    return Course(lesson.folder.parents[1]).lesson("ex1")


def of_words(lesson):
    """What lint says of the file of words, and of the key."""
    return [
        f"{fault.line}: {fault.message}" if fault.path.name == FILE else str(fault.message)
        for fault in lint_exercise(lesson)
        if fault.path.name in (FILE, "answers.key")
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("title =", "title = =", "2: it is not TOML: *"),
        ('title = "平均"', "", "1: title must be a text"),
        ('mean_sum = "', 'mean_none = "', "16: [mistakes]: no text for mean_sum"),
        ('mean_sum = "', 'mean_none = "', "19: [mistakes]: there is no mean_none"),
        ("除以列數。'''", "'''", "11: mean_values has 1 paragraphs, and 2 in English"),
        ("[mistakes]", '[said]\n"a {b}" = "{c}"\n[mistakes]', "17: 'a {b}': not the same places*"),
        ("[mistakes]", "[hinst]\n[mistakes]", "16: hinst is none of title, titles, hints, said,*"),
        ('mean_purity = "mean 不改動它的引數"', "", "4: [titles]: no text for mean_purity"),
    ],
)
def test_what_is_wrong_with_a_file_of_words_is_told_with_its_line(copy, old, new, fault):
    """Nothing is silently left in English."""
    assert old in WORDS
    (copy.solution / FILE).write_text(WORDS.replace(old, new, 1), encoding="utf-8")
    told = of_words(copy)
    assert any(each == fault or each.startswith(fault.rstrip("*")) for each in told), told


def test_a_course_without_such_a_file_lacks_nothing(copy):
    """It is in English."""
    assert of_words(copy) == []


def test_words_come_into_the_key_and_nothing_else_of_it_changes(copy, capsys):
    """Neither cases nor expected values are drawn again, and the record of it all stays true."""
    before = read_key(copy.key_path)
    (copy.solution / FILE).write_text(WORDS, encoding="utf-8")
    assert of_words(copy) == [
        "its words are not those of the files; run `grader build ex1 --words`"
    ]
    assert main(["build", "ex1", "--words"]) == 0
    after = read_key(copy.key_path)
    assert of_words(again(copy)) == []
    assert after.checks == before.checks and after.evidence == before.evidence
    words = read_words(copy.key_path, "zh-TW")
    assert words == after.words["zh-TW"] and read_words(copy.key_path, "fr") == {}
    assert words["Means"] == "平均" and words["By the rows."] == "除以列數。"
    assert title(copy, "zh-TW") == "平均" and title(copy, "en") == "Means"
    capsys.readouterr()


def test_a_hint_that_is_another_one_comes_into_the_key_too(copy):
    """Its docstring is the hint."""
    path = copy.solution / "wrong" / "mean_sum.py"
    path.write_text(path.read_text().replace('"""', '"""A new hint. ', 1))
    assert main(["build", "ex1", "--words"]) == 0
    (mistake,) = [m for m in read_key(copy.key_path).mistakes if m.name == "mean_sum"]
    assert mistake.hints[0].startswith("A new hint. ")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("exercises/ex1_mean/checks.py", "return student.spread(x)", "return student.spread(-x)"),
        ("exercises/ex1_mean/checks.py", "points=3,", 'points=3, none="hints=",'),
        ("solutions/ex1_mean/wrong/mean_sum.py", "sum", "prod"),
    ],
)
def test_where_code_has_changed_words_alone_are_not_enough(copy, capsys, file, old, new):
    """The file is named, and the key stays as it was."""
    path = copy.folder.parents[1] / file
    text = path.read_text()
    head, _, tail = text.rpartition(old)
    path.write_text(head + new + tail)
    before = copy.key_path.read_bytes()
    assert main(["build", "ex1", "--words"]) == 2
    assert "not only words have changed, but the code of" in capsys.readouterr().err
    assert copy.key_path.read_bytes() == before


def test_two_mistakes_that_were_alike_need_a_build_to_become_two(copy, capsys):
    """Whether an input tells them apart, no words say."""
    key = read_key(copy.key_path)
    hints = {"mean_sum": ("one",), "mean_of_everything": ("one",)}
    alike = [replace(m, hints=hints.get(m.name, m.hints)) for m in key.mistakes]
    write_key(copy.key_path, replace(key, mistakes=alike))
    assert main(["build", "ex1", "--words"]) == 2
    assert "had one hint and have several now" in capsys.readouterr().err


def test_a_report_is_in_the_language_of_its_reader(copy, capsys, tmp_path):
    """Title, hint and all; what is not translated stays English."""
    (copy.solution / FILE).write_text(WORDS, encoding="utf-8")
    assert main(["build", "ex1", "--words"]) == 0
    capsys.readouterr()
    wrong = "import numpy as np\ndef mean(x): return np.sum(x, 0)\ndef spread(x): return 1\n"
    (tmp_path / "mean.py").write_text(wrong)
    for format_ in ("terminal", "json"):
        words = ["check", "ex1", str(tmp_path / "mean.py"), "--format", format_]
        assert main([*words, "--lang", "zh-TW"]) == 1
        told = capsys.readouterr().out
        assert "這是總和" in told and "mean 是各列的和，除以列數" in told
        assert main([*words, "--lang", "en"]) == 1
        assert "這是總和" not in capsys.readouterr().out


def test_a_table_that_is_none_is_told_and_stops_nothing(copy):
    """Nor does a file of wrong/ that is no code keep `verify` from saying so."""
    (copy.solution / FILE).write_text("titles = 1\nsaid = 2\n" + WORDS.split("[titles]")[0])
    assert main(["build", "ex1", "--words"]) == 0
    told = of_words(copy)
    assert "1: titles must be a table" in told and "2: said must be a table" in told
    assert title(copy, "zh-TW") == "平均"


@pytest.mark.parametrize("content", [b"x = '\xff'", b"x = 1\0", b"x = "])
def test_what_is_no_code_has_a_digest_all_the_same(copy, content):
    """It is told by its own rule, and not by a traceback."""
    remember(copy)
    assert unchanged(copy)
    (copy.solution / "wrong" / "mean_sum.py").write_bytes(content)
    assert unchanged(copy) is False
    assert any(fault.path.name == "mean_sum.py" for fault in lint_exercise(copy))
