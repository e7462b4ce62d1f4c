"""JUnit XML, read back by junitparser and held to what `junit-10.xsd` allows."""

from xml.etree import ElementTree as Tree

import junitparser
import pytest
from support.made_reports import ALL, EVIL, HOSTILE, NOTEBOOK, NOTHING, RIGHT, UNREAD, WRONG

from grader.formats import Options, junit

HOLDS = {
    "testsuites": {"testsuite"},
    "testsuite": {"properties", "testcase", "system-out", "system-err", "testsuite"},
    "properties": {"property"},
    "testcase": {"skipped", "error", "failure", "system-out", "system-err"},
}
"""Which elements an element may have, by the schema; those that are not named have none."""

TAKES = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {
        *("name", "tests", "failures", "errors", "skipped"),
        *("time", "timestamp", "hostname", "id", "package", "file", "log", "url", "version"),
    },
    "property": {"name", "value"},
    "testcase": {"name", "time", "classname", "group"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "skipped": {"type", "message"},
}
"""Which attributes it may have."""


def suites(*reports, **options):
    """What junitparser makes of them."""
    found = junitparser.JUnitXml.fromstring(junit.render_all(reports, Options(**options)).encode())
    assert isinstance(found, junitparser.JUnitXml)
    return list(found)


@pytest.mark.parametrize("name", ALL)
def test_every_report_is_as_the_schema_has_it(name):
    """No element and no attribute stands where it is not allowed; what is counted is there."""
    root = Tree.fromstring(junit.render_all(ALL[name]))
    assert root.tag == "testsuites"
    for element in root.iter():
        assert {child.tag for child in element} <= HOLDS.get(element.tag, set()), element.tag
        assert set(element.attrib) <= TAKES.get(element.tag, set()), element.tag
    for suite in root:
        assert {"name", "tests", "failures", "errors"} <= set(suite.attrib)
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        for kind, count in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert suite.get(count) == str(len(suite.findall(f"testcase/{kind}")))
        names = [(case.get("classname"), case.get("name")) for case in cases]
        assert len(set(names)) == len(names) and all(all(pair) for pair in names)


def test_a_reader_finds_verdicts_points_and_places():
    """Each check is a case; its points and its line are properties of the suite."""
    (suite,) = suites(WRONG)
    ends = {case.name: [type(result).__name__ for result in case.result] for case in suite}
    assert ends == {
        "mean_shape": [],
        "mean_values": ["Failure"],
        "mean_purity": ["Skipped"],
        "spread_values": ["Error"],
    }
    found = {each.name: each.value for each in suite.properties()}
    assert (found["score"], found["max_score"]) == ("0.5", "6.5")
    assert (found["mean_shape.points"], found["mean_values.max_points"]) == ("0.5", "2")
    assert found["mean_values.title"] == "mean is mean_values"
    assert (found["spread_values.file"], found["spread_values.line"]) == ("mean.py", "9")


def test_a_case_says_all_in_its_text():
    """GitLab shows the text alone: title, message, example, hint and output are in it."""
    (suite,) = suites(WRONG)
    (failure,) = next(case.result for case in suite if case.name == "mean_values")
    assert failure.message == "failed: values differ"
    for part in ("mean is mean_values", "values differ", "[1.5]", "number of rows", "len(x)"):
        assert part in failure.text
    assert next(c.system_out for c in suite if c.name == "mean_values") == "seen\n"


def test_why_there_is_no_score_is_an_error_of_the_file():
    """A run that graded nothing is no green suite."""
    (suite,) = suites(NOTHING)
    (case,) = suite
    (error,) = case.result
    assert case.name == "ex1" and error.text == "nothing was graded: there is no exercise ex7"
    assert next(each.value for each in suite.properties() if each.name == "score") == ""


def test_what_concerns_the_file_is_a_case_of_its_own():
    """An error where the file could not be read; a case that passed where there are points."""
    for report, ends in ((UNREAD, ["Error"]), (NOTEBOOK, [])):
        (suite,) = suites(report)
        told = next(case for case in suite if case.classname == "ex1.file")
        assert [type(result).__name__ for result in told.result] == ends
        text = told.result[0].text if ends else told.system_out
        assert report.problems[0].where in text and told.name == report.submission


def test_hostile_text_is_text():
    """It ends no element, and names no file that GitLab or Jenkins would attach."""
    text = junit.render(HOSTILE)
    assert "\ud800" not in text and "\x1b" not in text
    (suite,) = suites(HOSTILE)
    case = next(case for case in suite if case.name == "mean_values")
    assert "]]></failure><script>" in case.result[0].text
    assert "[[ATTACHMENT|" not in case.system_out and "[[ATTACHMENT |" in case.system_out
    assert "[[ATTACHMENT|" in EVIL


def test_the_words_are_the_readers():
    """In Chinese too, the element's name says how it ended."""
    (suite,) = suites(WRONG, language="zh-TW")
    (failure,) = next(case.result for case in suite if case.name == "mean_values")
    assert failure.message == "未通過：values differ" and "預期" in failure.text


def test_exercises_are_suites():
    """Several reports are one file."""
    found = suites(RIGHT, *ALL["several"][1:])
    assert [(suite.name, suite.failures) for suite in found] == [("ex1", 0), ("ex2", 1), ("ex3", 3)]
