"""In which language the grader speaks: by the option, a variable, or the locale."""

import pytest
from conftest import ROOT

from grader.cli import hints, language
from grader.cli.program import main, parser
from grader.errors import UsageError

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


@pytest.mark.parametrize("given", ["de", "english", "zh_CN"])
def test_a_language_that_is_not_there_is_said(given):
    """Who sets the variable wants that language; a locale is only where one lives."""
    with pytest.raises(UsageError, match="there is zh-TW, en"):
        language.chosen(None, {"GRADER_LANG": given})


@pytest.mark.parametrize("command", ["check", "try", "hint", "watch"])
def test_what_students_read_can_be_had_in_it(command):
    """By the same option everywhere."""
    assert parser().parse_args([command, "--lang", "zh-TW"]).lang == "zh-TW"
    assert parser().parse_args([command]).lang is None


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
    assert told.text("ex1", "zh-TW").endswith("更多：grader hint ex1 mean_values")
    told = hints.Told("mean_values", ("Look at the axis.",), True)
    assert told.text("ex1", "en").endswith("this is all that the hint says")
    assert told.text("ex1", "zh-TW").endswith("提示到這裡就全部說完了")
