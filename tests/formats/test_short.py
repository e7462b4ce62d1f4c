"""The short report: the first failure whole, everything else a line, and a screen is enough."""

import re
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len

from grader.formats import Options, markdown, terminal
from grader.report import CheckResult, Counterexample, Mistake, Report, Status, Verdict
from grader.text import Message

MATRIX = "[[0.8245, 0.1755],\n [0.3333, 0.6667]]"
CODE = "import numpy as np\n\ndef f(x):\n    return x\n\nx = np.ones(2)\nprint(f(x))" + " " * 3
LONG = "x = [" + ", ".join(["0.123456"] * 40) + "]"
HINT = "You add *all* numbers of the batch; `tf.reduce_sum` takes an `axis`. " * 4


def check(function, what="values", verdict=Verdict.FAILED, message="", **options):
    points = 1.0 if verdict is Verdict.PASSED else 0.0
    said = Message("values differ: {difference}", difference=Message(message)) if message else None
    return CheckResult(
        f"{function}_{what}", f"{function} does it", function, verdict, points, 1.0, said, **options
    )


def failed(function, message="[0, 1] is 0.1755, expected 0.9", **options):
    shown = Counterexample({"logits": MATRIX}, MATRIX, MATRIX, f"{CODE}\n{LONG}")
    options = {"counterexample": shown, "mistake": Mistake("sums", (HINT.strip(),))} | options
    return check(function, message=message, **options)


def raised(function, what, line=7, message="NameError: name 'tf' is not defined"):
    place = Message(
        "at {file}, line {line}, in {function}", file="mine.py", line=line, function=function
    )
    return CheckResult(
        f"{function}_{what}",
        "the title",
        function,
        Verdict.ERROR,
        0.0,
        1.0,
        Message("{text}", text=message),
        details=(place,),
        counterexample=Counterexample({"x": "[1.]"}, "[1.]", "raises NameError", CODE),
    )


def report(*checks, **options):
    fields: dict[str, Any] = {
        "exercise": "ex1",
        "title": "Means",
        "submission": "work/mine.py",
        "status": Status.GRADED,
        "isolation": "open",
        "duration_s": 0.5,
        "key_fingerprint": "0123456789abcdef",
        "seed_is_public": True,
        "checks": checks,
    }
    return Report(**fields | options)


FOUR = report(
    check("softmax", "shape", Verdict.PASSED),
    failed("softmax"),
    check("softmax", "dtype", Verdict.SKIPPED),
    check("softmax", "gradient", Verdict.SKIPPED),
    failed("cross_entropy"),
    check("cross_entropy", "zero", Verdict.SKIPPED),
    check("model", "shape", Verdict.PASSED),
    failed("model", mistake=Mistake("short", ("Add b.",))),
    failed("accuracy"),
)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("name", ["mine.py", "作業/作業一.py"])
def test_four_faults_fit_on_a_screen(width, name):
    """24 rows of 80 columns, a row for the prompt; no line is wider than the terminal."""
    options = Options(width=width, arguments="work/mine.py")
    text = terminal.render(FOUR.__class__(**vars(FOUR) | {"submission": name}), options)
    lines = text.splitlines()
    assert width < 80 or len(lines) <= 23
    commands = [line for line in lines if "grader " in line]
    assert max(cell_len(line) for line in lines if line not in commands) <= width
    assert lines[-1].startswith("score") and lines[-1].endswith("2 / 9")
    assert name in lines[0]


def test_a_narrow_terminal_keeps_the_names():
    """Of what passes, fails or is not written: only what is said of it is cut."""
    missing = Message("{name} is not defined in {file}", name="write", file="mine.py")
    checks = [
        check("look", "x", Verdict.PASSED),
        failed("count"),
        check("write", verdict=Verdict.NOT_ATTEMPTED),
        failed("add"),
    ]
    checks[2] = replace(checks[2], message=missing)
    for width in (30, 60, 69, 80):
        text = terminal.render(report(*checks), Options(width=width))
        starts = [line.split()[1] for line in text.splitlines() if re.match(r"[✓·✗] ", line)]
        assert starts == ["look", "write", "add_values"], text


def test_the_first_failure_is_whole_and_the_others_are_a_line_each():
    """Each with its mark, its name, its message and its function's points."""
    text = terminal.render(FOUR, Options())
    assert text.count("expected  [[") == text.count("hint  You add") == 1
    assert "· You add" not in text
    for function in ("cross_entropy", "accuracy"):
        (line,) = [line for line in text.splitlines() if f"{function}_values" in line]
        assert re.match(rf"✗ {function}_values +\[0, 1\] is 0.1755, expected 0.9 +0 / [12]$", line)
    (line,) = [line for line in text.splitlines() if "model_values" in line]
    assert "expected 0.9 · Add b." in line  # a hint that fits


def test_what_passes_is_a_line_for_each_function():
    """Also above the first failure."""
    text = terminal.render(report(check("a", "x", Verdict.PASSED), failed("b")), Options())
    assert text.splitlines()[2].startswith("✓ a") and text.splitlines()[2].endswith("1 / 1")


def test_expected_and_returned_stand_side_by_side():
    """Where there is room; below each other where there is none."""
    wide = terminal.render(FOUR, Options(width=80)).splitlines()
    assert any("expected" in line and "returned" in line for line in wide)
    narrow = terminal.render(FOUR, Options(width=45)).splitlines()
    assert not any("expected  [" in line and "returned" in line for line in narrow)


def test_the_same_error_is_said_once():
    """In other checks of the function, and in other functions."""
    same = report(
        raised("softmax", "shape"),
        raised("softmax", "values", 8),
        raised("model", "shape"),
        raised("predict", "shape", 20),
        raised("accuracy", "values", message="TypeError: what"),
    )
    text = terminal.render(same, Options())
    assert text.count("NameError: name 'tf'") == 2
    assert "the same in: softmax_values" in text
    assert re.search(r"✗ model_shape +the same as above", text)
    assert re.search(r"✗ predict_shape +line 20: NameError: name 'tf'", text), (
        "another line is said"
    )
    assert "line 7: TypeError: what" in text


def test_commands_name_the_file_and_are_never_broken():
    """They can be copied, whatever the width."""
    arguments = "'my work/a rather long name of a folder/mine.py' --course /home/me/course"
    text = terminal.render(FOUR, Options(width=50, arguments=arguments))
    assert f"try it: grader try ex1 softmax_values {arguments}\n" in text
    assert f"grader check ex1 {arguments} -v\n" in text


def test_code_to_paste_is_shown_for_the_asking_and_begins_at_the_edge():
    """With -v, and then no line of it is indented or broken."""
    assert "import numpy" not in terminal.render(FOUR, Options())
    for color in (False, True):
        text = terminal.render(FOUR, Options(verbose=True, width=60, color=color))
        plain = re.sub(r"\x1b\[[\d;]*m", "", text)
        assert plain.count(CODE.rstrip() + "\n") == 4 and plain.count(f"\n{LONG}\n") == 4


def test_a_call_that_does_not_end_is_not_to_be_tried():
    """It would hang the terminal."""
    lost = failed("softmax", message="killed after 10 s", verdict=Verdict.TIMEOUT)
    for verbose in (False, True):
        text = terminal.render(report(lost), Options(verbose=verbose))
        assert "killed after 10 s" in text
        assert "grader try" not in text and "import numpy" not in text


def test_a_hint_is_no_markdown():
    """Stars are not shown, and code keeps its backticks."""
    text = " ".join(terminal.render(FOUR, Options()).split())
    assert "You add all numbers of the batch; `tf.reduce_sum` takes an `axis`." in text
    assert "\x1b[3mall\x1b[0m" in terminal.render(FOUR, Options(color=True))


def test_what_waits_is_a_line_in_the_whole_report_too():
    """Names that wait are told of once."""
    text = terminal.render(FOUR, Options(verbose=True))
    assert text.count("skipped until what is above passes") == 2


def test_what_waits_for_another_function_says_for_which_check():
    """Nothing is above it."""
    waits = replace(
        check("unpack", verdict=Verdict.SKIPPED),
        message=Message("{checks} come first", checks="root_values, pack_values"),
    )
    text = terminal.render(replace(FOUR, checks=(waits,)), Options(verbose=True))
    assert "- skipped: root_values, pack_values come first" in text
    assert "above" not in text


@pytest.mark.parametrize(("file", "place"), [("mine.py", ""), ("helper.py", "helper.py, ")])
def test_of_a_loop_without_an_end_its_line_comes_first(file, place):
    """Behind other words the number would be cut: `line 2…` of line 22 is another line."""
    template = "its time ran out in the loop at {file}, line {line}: `{text}`"
    where = Message(template, file=file, line=22, text="while True:")
    stuck = check(
        "accuracy", verdict=Verdict.TIMEOUT, message="killed after 10 s", details=(where,)
    )
    text = terminal.render(report(failed("f"), stuck))
    assert f"✗ accuracy_values  {place}line 22: its time ran out: `" in text


LONG_CHINESE = (
    "每一列自己加起來應該是 1，所以請告訴 `tf.reduce_sum` 要沿著哪一個軸加總，並且保留那個軸"
    "（否則形狀就不合了）。你的結果「全部」加起來才是 1，也就是說，"
    "softmax 是對整個批次、而不是對每一個樣本算的。"
)


@pytest.mark.parametrize("width", range(36, 101, 4))
def test_chinese_lines_end_where_they_may(width):
    """None is wider than the screen, or begins with a mark that belongs to what is before it."""
    mistake = Mistake("sums", (LONG_CHINESE,))
    work = report(
        replace(failed("softmax", mistake=mistake), title=LONG_CHINESE[:40]),
        check("mean", verdict=Verdict.PASSED),
    )
    text = terminal.render(work, Options(width=width, language="zh-TW"))
    lines = [line for line in text.splitlines() if "grader try" not in line]
    assert max(map(cell_len, lines)) <= width
    assert not [line for line in lines if re.match(r"\s*[，、。；：）」]", line)]
    told = "".join(line.strip() for line in lines)
    assert LONG_CHINESE.replace(" ", "") in told.replace(" ", "")


def test_what_came_in_place_of_a_value_is_in_the_readers_language():
    """An exception or an end is no value in Python's notation."""
    came = Message("raises {type}", type="ValueError")
    shown = Counterexample({"x": "[1.]"}, "[1.]", str(came), CODE, instead={"returned": came})
    work = report(failed("softmax", counterexample=shown))
    assert "returned  raises ValueError" in terminal.render(work)
    assert "回傳  丟出 ValueError" in terminal.render(work, Options(language="zh-TW"))
    letter = markdown.render(work, Options(language="zh-TW"))
    assert "丟出 ValueError" in letter and "# Means：0 / 1" in letter
