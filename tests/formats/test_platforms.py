"""JSON for learning platforms: each field as the platform's documents have it, for every report."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pytest
from support.made_reports import (
    ALL,
    FAILED,
    HOSTILE,
    NOTHING,
    RIGHT,
    STUB,
    UNDECIDED,
    UNGRADED,
    UNREAD,
    WRONG,
    check,
    report,
)

from grader import formats
from grader.formats import Options, classroom50
from grader.report import Status, Verdict

TEXT: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "number"}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
SEEN = {"enum": ["visible", "hidden", "after_due_date", "after_published"]}


def fields(required, **properties):
    """An object that has these fields and no others."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def rows(schema):
    """A list of such things."""
    return {"type": "array", "items": schema}


SCHEMAS = {
    # https://gradescope-autograders.readthedocs.io/en/latest/specs/
    "gradescope": fields(
        "score tests",
        score=NUMBER,
        execution_time={"type": "integer"},
        output=TEXT,
        output_format=FORMAT,
        test_output_format=FORMAT,
        test_name_format=FORMAT,
        visibility=SEEN,
        stdout_visibility=SEEN,
        extra_data={"type": "object"},
        tests=rows(
            fields(
                "score max_score name",
                score=NUMBER,
                max_score=NUMBER,
                status={"enum": ["passed", "failed"]},
                name=TEXT,
                number={"type": "string", "pattern": r"^\d+\.\d+$"},
                output=TEXT,
                tags=rows(TEXT),
                visibility=SEEN,
                extra_data={"type": "object"},
            )
        ),
    ),
    # https://docs.prairielearn.com/externalGrading/#grading-results
    "prairielearn": fields(
        "score gradable",
        gradable={"type": "boolean"},
        score={"type": "number", "minimum": 0, "maximum": 1},
        message=TEXT,
        tests=rows(
            fields(
                "name points max_points",
                name=TEXT,
                description=TEXT,
                points=NUMBER,
                max_points=NUMBER,
                output=TEXT,
            )
        ),
    ),
    # The fields that CodeRunner's classes/combinator_grader_outcome.php allows.
    "coderunner": fields(
        "fraction",
        fraction={"type": "number", "minimum": 0, "maximum": 1},
        prologuehtml=TEXT,
        testresults={"type": "array", "minItems": 1},
        graderstate=TEXT,
    ),
    # https://github.com/coursera/programming-assignments-demo
    "coursera": fields(
        "fractionalScore feedback",
        fractionalScore={"type": "number", "minimum": 0, "maximum": 1},
        feedback=TEXT,
    ),
    # https://exercism.org/docs/building/tooling/test-runners/interface
    "exercism": fields(
        "version status tests",
        version={"const": 3},
        status={"enum": ["pass", "fail", "error"]},
        message={"type": "string", "maxLength": 65_535},
        tests=rows(
            fields(
                "name status test_code",
                name=TEXT,
                test_code=TEXT,
                status={"enum": ["pass", "fail", "error"]},
                message={"type": "string", "maxLength": 65_535},
                output={"type": "string", "maxLength": 500},
                task_id={"type": "integer", "minimum": 1},
            )
        ),
    ),
    # https://github.com/foundation50/classroom50/wiki/Advanced-Autograding
    "classroom50": fields(
        "schema classroom assignment submission commit release review datetime score max-score "
        "tests",
        schema={"const": "classroom50/result/v1"},
        **dict.fromkeys(("classroom", "assignment", "owner"), TEXT),
        assignment_type={"enum": ["individual", "group"]},
        **dict.fromkeys(("submission", "commit", "release", "review"), TEXT),
        datetime={"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        score={"type": "integer"},
        **{"max-score": {"type": "integer"}},
        tests=rows(
            fields(
                "test-name passed score max-score",
                **{"test-name": {"type": "string", "minLength": 1}},
                passed={"type": "boolean"},
                score={"type": "integer"},
                **{"max-score": {"type": "integer"}},
                message=TEXT,
            )
        ),
    ),
}

platforms = pytest.mark.parametrize("platform", SCHEMAS)


def made(platform, *reports, **options):
    """What a platform reads; the file can be written as UTF-8."""
    text = formats.of_several(platform)(reports, Options(**options))
    return json.loads(text.encode("utf-8"))


@platforms
@pytest.mark.parametrize("name", ALL)
def test_every_report_is_as_documented(platform, name):
    """Whatever a run ends with."""
    jsonschema.validate(made(platform, *ALL[name]), SCHEMAS[platform])


@platforms
@pytest.mark.parametrize("name", ALL)
def test_no_character_moves_or_hides_text(platform, name):
    """NUL is refused by the databases of platforms, and others forge what is shown."""
    text = formats.of_several(platform)(ALL[name], Options())
    for value in _texts(json.loads(text)):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e\u200b]", value), value


def _texts(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


SCORES = {
    "gradescope": ("score", 0.5),
    "prairielearn": ("score", 0.076923),
    "coderunner": ("fraction", 0.076923),
    "coursera": ("fractionalScore", 0.076923),
    "classroom50": ("score", 1),
}


@pytest.mark.parametrize("platform", SCORES)
def test_the_score_is_the_reports(platform):
    """In points, as a share of them, or in whole half points."""
    name, score = SCORES[platform]
    assert made(platform, WRONG)[name] == score
    full = made(platform, RIGHT)
    assert full[name] == {"gradescope": 4, "classroom50": 4}.get(platform, 1)


@platforms
@pytest.mark.parametrize("name", ["nothing", "undecided", "one of several ungraded"])
def test_why_there_is_no_score_is_said(platform, name):
    """Also where one of several exercises has none. No test and no points are claimed."""
    found = made(platform, *ALL[name])
    assert not found.get("tests") and not found.get("testresults")
    if platform != "classroom50":  # there an exit code says it
        reason = {"nothing": "no exercise ex7", "undecided": "undecided: two files fit: a.py, b.py"}
        assert reason.get(name, "out of memory") in json.dumps(found)


@platforms
def test_the_words_are_the_readers(platform):
    """The grader's; those of the course stay."""
    assert re.search(
        "未通過|預期", json.dumps(made(platform, WRONG, language="zh-TW"), ensure_ascii=False)
    )


NUMBERS = ["1.1", "1.2", "1.3", "2.1", "3.1", "4.1"]


@platforms
def test_no_command_is_suggested(platform):
    """Where it is read there is no terminal."""
    unknown = report(replace(FAILED, mistake=None))
    text = json.dumps(made(platform, unknown, hinted=frozenset({"mean_values"}), nudges=True))
    assert "grader " not in text


def test_gradescope_counts_functions_and_their_checks():
    """Through all exercises, so that no number is there twice."""
    found = made("gradescope", WRONG, replace(RIGHT, exercise="ex2"))
    assert [test["number"] for test in found["tests"]] == NUMBERS
    assert [test["status"] for test in found["tests"]][:3] == ["passed", "failed", "failed"]
    assert found["score"] == sum(test["score"] for test in found["tests"])
    assert made("gradescope", UNGRADED)["extra_data"]["graded"] is False


def test_prairielearn_takes_no_attempt_for_what_could_not_be_graded():
    """And a file of more than 1 MB keeps its points."""
    assert made("prairielearn", UNGRADED)["gradable"] is False
    assert made("prairielearn", STUB)["gradable"] is True
    many = report(*(replace(FAILED, name=f"mean_{n}", output="學" * 9000) for n in range(900)))
    text = formats.named("prairielearn")(many, Options())
    assert len(text.encode()) < 1_000_000 and len(json.loads(text)["tests"]) == 900


def test_coderunner_has_a_row_for_each_check():
    """Whose first cell is CodeRunner's mark; a cell is text, and the prologue is HTML."""
    head, *table = made("coderunner", WRONG)["testresults"]
    assert head[0] == "iscorrect" and [row[0] for row in table] == [1, 0, 0, 0]
    assert {len(row) for row in (head, *table)} == {4}
    assert table[0][1:3] == ["mean is mean_shape", "0.5 / 0.5"]
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(made("coderunner", HOSTILE)["prologuehtml"])
    assert tags == ["pre"]
    assert "\n" not in formats.named("coderunner")(WRONG, Options()).removesuffix("\n")


def test_exercism_says_error_where_no_test_was_executed():
    """A file that can't be read too; otherwise one test that failed fails it."""
    unread = made("exercism", UNREAD)
    assert (unread["status"], unread["tests"]) == ("error", [])
    assert "was never closed" in unread["message"]
    late = report(*(check(n, Verdict.TIMEOUT, "killed", place=None) for n in ("mean_a", "mean_b")))
    assert made("exercism", late)["message"] == "timeout: killed"
    assert made("exercism", report(status=Status.GRADED))["message"] == "no check was run"
    found = made("exercism", WRONG)
    assert "message" not in found and found["status"] == "fail"
    assert [test["status"] for test in found["tests"]] == ["pass", "fail", "fail", "error"]
    assert [test["task_id"] for test in found["tests"]] == [1, 1, 1, 2]
    assert made("exercism", RIGHT)["status"] == "pass"


def test_exercism_cuts_what_was_printed_and_says_so():
    """At 500 characters, in its own words."""
    tests = made("exercism", HOSTILE)["tests"]
    assert tests[0]["output"].endswith("Output was truncated. Please limit to 500 chars")
    assert len(tests[0]["output"]) == 500
    assert made("exercism", WRONG)["tests"][1]["output"] == "seen\n"


def test_classroom50_counts_in_whole_numbers():
    """Its score is the sum of its tests; what is said of the classroom is the environment's."""
    found = made("classroom50", WRONG, replace(RIGHT, exercise="ex2"))
    assert (found["score"], found["max-score"]) == (9, 21)
    assert found["score"] == sum(test["score"] for test in found["tests"])
    assert found["max-score"] == sum(test["max-score"] for test in found["tests"])
    names = [test["test-name"] for test in found["tests"]]
    assert len(set(names)) == 6 and names[0] == "ex1/mean_shape"
    environment = {"USERNAME": "alice", "OWNER": "", "COMMIT_URL": "https://c", "CLASSROOM": "cs"}
    told = json.loads(classroom50.render_all([RIGHT], Options(), environment))
    assert (told["owner"], told["review"], told["classroom"]) == ("alice", "https://c", "cs")


def test_coursera_says_what_is_wrong():
    """In one text; where nothing was graded, the reason alone."""
    told = made("coursera", WRONG)["feedback"]
    assert "✓ mean is mean_shape (0.5)\n\n✗ mean is mean_values (0 / 2)\nvalues differ" in told
    assert "grader try" not in told  # where it is read there is no terminal
    assert made("coursera", NOTHING)["feedback"].endswith("there is no exercise ex7")
    assert made("coursera", UNDECIDED)["fractionalScore"] == 0
