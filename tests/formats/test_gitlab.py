"""GitLab's code quality report, field by field as its documents have it."""

import json

import jsonschema
import pytest
from support.made_reports import ALL, HOSTILE, NOTEBOOK, STUB, UNREAD, WRONG

from grader.formats import Options, gitlab

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^grader/"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""The table of <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>."""


def issues(*reports, **options):
    """What is in the file."""
    return json.loads(gitlab.render_all(reports, Options(**options)))


@pytest.mark.parametrize("name", ALL)
def test_every_report_is_as_documented(name):
    """All fields are there, and no two entries have one fingerprint."""
    found = issues(*ALL[name])
    jsonschema.validate(found, SCHEMA)
    assert len({each["fingerprint"] for each in found}) == len(found)
    assert bool(found) == (name not in ("right", "no checks"))


def test_an_entry_stands_at_its_function():
    """In the merge request's diff."""
    first, second = issues(WRONG)
    assert first["location"] == {"path": "work/mean.py", "lines": {"begin": 4}}
    assert first["description"] == (
        "mean is mean_values · failed: values differ · Divide by the number of rows."
    )
    assert (first["severity"], second["location"]["lines"]["begin"]) == ("major", 9)
    (stub,) = issues(STUB)
    assert (stub["severity"], stub["check_name"]) == ("info", "grader/ex1/not-attempted")
    assert issues(UNREAD)[0]["location"]["lines"]["begin"] == 2
    assert {each["location"]["lines"]["begin"] for each in issues(NOTEBOOK)} == {1}


def test_a_fingerprint_stays():
    """What was said of a commit before is known again, in any language."""
    assert [each["fingerprint"] for each in issues(WRONG)] == [
        each["fingerprint"] for each in issues(WRONG, language="zh-TW")
    ]


def test_hostile_text_can_be_written():
    """Half a character would keep the file from being written at all."""
    gitlab.render(HOSTILE).encode("utf-8")
