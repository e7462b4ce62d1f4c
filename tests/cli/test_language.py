"""In which language the grader speaks: by the option, a variable, or the locale."""

import re
from types import SimpleNamespace

import pytest
from conftest import ROOT

from grader.cli import first_steps, hints, language
from grader.cli.parsing import Parser
from grader.cli.program import found, main, parser
from grader.errors import UsageError
from grader.text import Message, Words, columns

TOY = ROOT / "tests" / "toy"
RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"


@pytest.mark.parametrize(
    ("option", "environment", "wanted"),
    [
        (None, {}, "en"),
        (None, {"LANG": "zh_TW.UTF-8"}, "zh-TW"),
        (None, {"LANG": "zh_Hant_TW.UTF-8"}, "zh-TW"),
        (None, {"LANG": "zh-Hant"}, "zh-TW"),
        (None, {"LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "zh_TW.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, "zh-TW"),
        (None, {"LANG": "zh_TW.UTF-8", "LC_ALL": ""}, "zh-TW"),
        (None, {"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh-TW"),
        (None, {"LANG": "C", "GRADER_LANG": "zh_TW"}, "zh-TW"),
        (None, {"LANG": "zh_TW.UTF-8", "GRADER_LANG": "en"}, "en"),
        (None, {"LANG": "zh_TW.UTF-8", "GRADER_LANG": "en_US"}, "en"),
        (None, {"LANG": "zh_TW.UTF-8", "GRADER_LANG": ""}, "zh-TW"),
        ("en", {"LANG": "zh_TW.UTF-8", "GRADER_LANG": "zh-TW"}, "en"),
        ("zh-TW", {"GRADER_LANG": "xx"}, "zh-TW"),
    ],
)
def test_the_option_comes_first_and_the_locale_last(option, environment, wanted):
    """What is set and empty is not set."""
    assert language.chosen(option, environment) == wanted


@pytest.mark.parametrize(
    ("spoken", "environment", "wanted"),
    [
        (0x0404, {}, "zh-TW"),
        (0x0804, {}, "en"),  # of China
        (0x0409, {}, "en"),
        (0x9999, {}, "en"),
        (0x0404, {"LANG": "C.UTF-8"}, "en"),
        (0x0404, {"GRADER_LANG": "en"}, "en"),
    ],
)
def test_windows_is_asked_for_its_language(spoken, environment, wanted, monkeypatch):
    """It has no variable for it; one that is set counts all the same."""
    kernel32 = SimpleNamespace(GetUserDefaultUILanguage=lambda: spoken)
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(kernel32=kernel32), raising=False)
    with monkeypatch.context() as there:
        there.setattr("sys.platform", "win32")
        found = language.chosen(None, environment)
    assert found == wanted


@pytest.mark.parametrize("given", ["de", "english", "zh_CN"])
def test_a_language_that_is_not_there_is_said(given):
    """Who sets the variable wants that language; a locale is only where one lives."""
    with pytest.raises(UsageError, match="there is zh-TW, en"):
        language.chosen(None, {"GRADER_LANG": given})


@pytest.mark.parametrize(
    "command",
    ["check", "try", "hint", "watch", "list", "next", "init", "reset ex1", "data signs DIR"],
)
def test_what_students_read_can_be_had_in_it(command):
    """By the same option everywhere."""
    words = command.split()
    assert parser().parse_args([*words, "--lang", "zh-TW"]).lang == "zh-TW"
    assert parser().parse_args(["--lang", "zh_TW", *words]).lang == "zh-TW"
    assert parser().parse_args(words).lang is None


def test_a_report_is_in_it(tmp_path, monkeypatch, capsys):
    """In that of the option, or of the machine."""
    (tmp_path / "mean.py").write_text(RIGHT)
    monkeypatch.chdir(tmp_path)
    words = ["check", "ex1", "mean.py", "--course", str(TOY)]
    assert main([*words, "--lang", "zh-TW"]) == 0
    assert "總分" in capsys.readouterr().out
    monkeypatch.delenv("GRADER_LANG")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert main([*words, "--lang", "en"]) == 0
    assert "score" in capsys.readouterr().out
    assert main(words) == 0
    assert "總分" in capsys.readouterr().out


def test_hints_end_in_it():
    """With how to read on, or that there is no more."""
    told = hints.Told("mean_values", ("Look at the axis.",), False)
    assert told.text("ex1", "zh-TW", {}).endswith("更多：grader hint ex1 mean_values")
    told = hints.Told("mean_values", ("Look at the axis.",), True)
    assert told.text("ex1", "en", {}).endswith("this is all that the hint says")
    assert told.text("ex1", "zh-TW", {}).endswith("提示到這裡就全部說完了")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("check ex99", "沒有 'ex99' 這個練習"),
        ("check ex1 mine.py", "mine.py 不存在"),
        ("check --colour", "這裡不認得 '--colour'"),
        ("check --format", "引數 --format：需要一個值"),
        ("try --case x", "引數 --case：'x' 不是 int 型別的值"),
        ("list --course", "引數 --course：需要一個值"),
        ("reset", "缺少必要的引數：EXERCISE"),
        ("hint", "`grader init` 建立的資料夾"),
        ("watch", "watch 需要在終端機裡執行"),
        ("chek", "你是指 grader check 嗎？"),
        ("--lang de list", "引數 --lang：沒有 'de' 這個選擇"),
        ("check ex1 ex2 softmax --lang=zh-TW", "要一次評多個練習，就不能再指定別的"),
    ],
)
def test_an_error_is_in_it(words, said, tmp_path, monkeypatch, capsys):
    """Also where the command line itself was not understood."""
    monkeypatch.chdir(tmp_path)
    if "--lang" not in words:
        words += " --lang zh-TW"
    elif "zh-TW" not in words:
        monkeypatch.setenv("GRADER_LANG", "zh-TW")
    assert main(words.split()) == 2
    error = capsys.readouterr().err
    assert said in error and error.startswith("grader: ")


def test_a_variable_that_names_no_language_is_said_in_that_of_the_machine(monkeypatch, capsys):
    """Of what is wrong with the variable, the locale is all that is known."""
    monkeypatch.setenv("GRADER_LANG", "xx")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert main(["list"]) == 2
    assert "GRADER_LANG 是 'xx'；可用的有" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", *(c.NAME for c in found() if c.FOR != "authors")])
def test_help_is_in_it(command, monkeypatch, capsys):
    """What argparse says, too; a line has room on the screen, and begins with no comma."""
    monkeypatch.setenv("COLUMNS", "60")
    with pytest.raises(SystemExit):
        main(["--lang", "zh-TW", *command.split(), "--help"])
    page = capsys.readouterr().out
    assert page.startswith("用法：") and "選項：\n" in page and "顯示這份說明後結束" in page
    assert not re.search(r"usage|positional|options|default", page)
    assert max(map(columns, page.splitlines())) <= 60
    assert not re.search(r"(?m)^\s*[，。：；、）]", page)


def test_what_an_author_reads_of_argparse_is_complete():
    """An error of argparse's that is not known here stays as it is."""
    with pytest.raises(UsageError, match="something new") as told:
        Parser(prog="grader", words=Words()).error("something new")
    assert Words("zh-TW")(told.value.messages[0]) == "something new（請看 grader --help）"


def test_the_exercises_stand_in_columns(tmp_path, monkeypatch, capsys):
    """Of which a Chinese title takes two for each character."""
    monkeypatch.chdir(tmp_path)
    assert main(["list", "--lang", "zh-TW", "--course", str(ROOT)]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    where = columns(head[: head.index("檔案")])
    files = [row for row in rows if ".py" in row]
    assert len(files) > 5
    assert {columns(row[: re.search(r"\w+\.py", row, re.ASCII).start()]) for row in files} == {
        where
    }


def test_the_first_steps_are_in_it(tmp_path, monkeypatch, capsys):
    """Also where no course is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("GRADER_COURSE", str(TOY))
    assert main(["--lang", "zh-TW"]) == 0
    out = capsys.readouterr().out
    assert "所有指令" in out and "下一步：grader init my-course" in out


def test_a_students_folder_speaks_it(tmp_path, monkeypatch, capsys):
    """What `init`, `next`, `check`, `hint` and `reset` say of it."""
    monkeypatch.setenv("GRADER_LANG", "zh-TW")
    monkeypatch.setenv("GRADER_COURSE", str(TOY))
    monkeypatch.chdir(tmp_path)
    assert main(["init", "my"]) == 0
    monkeypatch.chdir(tmp_path / "my")
    assert main(["next"]) == 0
    (tmp_path / "my" / "ex1_mean" / "mean.py").write_text(RIGHT.replace("mean(0)", "sum(0)"))
    assert main(["check", "ex1"]) == 1
    assert main(["hint", "ex1"]) == 0
    assert main(["list"]) == 0
    assert main(["reset", "ex1"]) == 0
    out = capsys.readouterr().out
    for said in ("接下來：", "下一步：完成 mean, spread", "總分", "提示到這裡", "已恢復成範本"):
        assert said in out


def test_the_next_step_folds_where_there_is_no_room(monkeypatch):
    """Each line is indented as the others are."""
    monkeypatch.setenv("COLUMNS", "40")
    names = "cost, mean_absolute_error, gradient_descent"
    step = Message(
        "next: write {functions}\n      in {file}, then: {command}",
        functions=names,
        file="linear.py",
        command="grader watch",
    )
    assert first_steps.shown(step, Words("en")).split("\n") == [
        "next: write cost, mean_absolute_error,",
        "      gradient_descent",
        "      in linear.py, then: grader watch",
    ]
    assert max(map(columns, first_steps.shown(step, Words("zh-TW")).split("\n"))) <= 40


def test_the_word_help_takes_it_too(capsys):
    """Behind a command, or alone."""
    for words in (["help", "list", "--lang", "zh-TW"], ["help", "--lang", "zh-TW"]):
        with pytest.raises(SystemExit):
            main(words)
        assert capsys.readouterr().out.startswith("用法：grader")
