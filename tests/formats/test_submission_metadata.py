"""What Gradescope says of a submission stands in its result, as far as it can be read."""

import json

import pytest

from grader.formats.gradescope import METADATA, render_all
from grader.report import Report, Status


def told(path) -> dict:
    """What the result says of the submission that a file is about."""
    report = Report("ex1", "", "mean.py", Status.GRADED, "sealed", 0.0, "", False, ())
    return json.loads(render_all([report], environment={METADATA: str(path)}))["extra_data"]


def test_it_is_told_which_submission_it_is(tmp_path):
    """Whose, for what and when; names and addresses are not repeated."""
    place = tmp_path / "m.json"
    assignment = {"title": "Means", "total_points": "20.0"}
    users = [{"id": 5, "name": "Ann Lee", "email": "ann@example.org"}]
    place.write_text(
        json.dumps({"id": 7, "created_at": "now", "assignment": assignment, "users": users})
    )
    assert told(place)["submission"] == {
        "id": 7,
        "created_at": "now",
        "assignment": "Means",
        "total_points": "20.0",
        "users": [5],
    }


@pytest.mark.parametrize("text", [b"", b"[]", b'{"users": 1, "assignment": "x"}', b"\xff{"])
def test_what_can_not_be_read_changes_nothing(tmp_path, text):
    """The result is written all the same."""
    place = tmp_path / "m.json"
    place.write_bytes(text)
    assert told(place)["graded"] and told(tmp_path / "none.json")["submission"] == {}
