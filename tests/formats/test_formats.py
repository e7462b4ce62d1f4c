"""The report on a terminal: readable at 80 columns, and nothing in it moves the cursor."""

from typing import Any

from grader.formats import Options, json, terminal
from grader.report import CheckResult, Counterexample, Mistake, Problem, Report, Status, Verdict
from grader.text import Message

HOSTILE = "\x1b[2J\x1b]0;title\x07</script>\u202egnp.exe\r\n[bold]not markup[/bold]"


def report(*checks, **options):
    fields: dict[str, Any] = {
        "exercise": "ex1",
        "title": "Means",
        "submission": "mean.py",
        "status": Status.GRADED,
        "isolation": "open",
        "duration_s": 0.5,
        "key_fingerprint": "0123456789abcdef",
        "seed_is_public": True,
        "checks": checks,
    }
    return Report(**fields | options)


def check(verdict, message="", **options):
    points = 1.0 if verdict is Verdict.PASSED else 0.0
    message = Message("{text}", text=message) if message else None
    return CheckResult("mean_values", "the title", "mean", verdict, points, 1.0, message, **options)


FAILED = check(
    Verdict.FAILED,
    HOSTILE,
    counterexample=Counterexample({"x": "[1.]"}, "[2.]", HOSTILE, "x = 1\nprint(mean(x))"),
    mistake=Mistake("mean_sum", ("Divide by the number of rows. " * 8,)),
    output=HOSTILE + "\n" + "line\n" * 50,
)


def test_no_control_character_of_a_student_reaches_the_terminal():
    """Neither escape sequences nor a right-to-left override nor Rich's markup."""
    text = terminal.render(report(FAILED, submission=HOSTILE))
    assert not set(text) & {"\x1b", "\x07", "\r", "\u202e"}
    assert "[bold]not markup[/bold]" in text


def test_eighty_columns_are_enough():
    """No line is longer, whatever is in it."""
    text = terminal.render(report(FAILED), Options(width=80))
    assert max(map(len, text.splitlines())) <= 80
    assert "Divide by the number of rows." in text
    assert "grader try ex1 mean_values" in text
    assert "more lines" in text


def test_colour_is_used_only_where_it_is_wanted():
    """A pipe gets plain text."""
    assert "\x1b[" in terminal.render(report(FAILED), Options(color=True))
    assert "\x1b[" not in terminal.render(report(FAILED))


def test_what_waits_is_one_line():
    """Skipped checks are named together."""
    text = terminal.render(report(FAILED, check(Verdict.SKIPPED), check(Verdict.SKIPPED)))
    assert text.count("skipped until") == 1
    assert "0 / 2" in text


def test_problems_come_first_with_their_place():
    """The line of the source, and the caret under its column."""
    problem = Problem(
        "mean.py", 2, Message("SyntaxError: '(' was never closed"), "    return (x\n           ^"
    )
    lines = terminal.render(report(FAILED, problems=(problem,))).splitlines()
    assert lines[1] == "! mean.py, line 2: SyntaxError: '(' was never closed"
    assert lines[3].index("^") == lines[2].index("(")


def test_an_ungraded_report_blames_nobody():
    """No points are given and none are taken."""
    reason = Message("no worker")
    found = report(check(Verdict.UNGRADED), status=Status.UNGRADED, reason=reason)
    assert "by no fault of the file: no worker" in terminal.render(found)


def test_json_keeps_every_text_as_it_is():
    """It is for programs: nothing is cleaned away, and it is valid."""
    import json as standard

    found = standard.loads(json.render(report(FAILED)))
    assert found["checks"][0]["message"] == HOSTILE
    assert found["checks"][0]["counterexample"]["try"] == "x = 1\nprint(mean(x))"


def test_verbose_says_what_it_was_graded_with():
    """Names, isolation, the key, the time."""
    text = terminal.render(report(check(Verdict.PASSED, output="seen\n")), Options(verbose=True))
    for word in ("mean_values", "isolation open", "0123456789abcdef", "seen"):
        assert word in text


def test_what_is_said_of_all_checks_is_said_once():
    """A file that could not be read costs a line a function, not a page."""
    unread = check(Verdict.ERROR, "the file could not be read")
    text = terminal.render(report(unread, unread, unread))
    assert text.count("error: the file could not be read") == 1
    assert "0 / 3" in text


def test_the_course_is_named_where_it_is_not_the_packages():
    """In a line of its own under the header, and in JSON as a message; else nothing is said."""
    origin = Message("{root}, named by {by}", root=f"/home/\n{HOSTILE}", by="--course")
    text = terminal.render(report(FAILED, course=origin))
    assert not set(text) & {"\x1b", "\x07", "\r", "\u202e"}
    assert text.splitlines()[1].startswith("course: /home/")
    assert "course" not in terminal.render(report(FAILED))
    found = json.as_object(report(FAILED, course=origin))["course"]
    assert found["message_id"] == "{root}, named by {by}" and found["facts"]["by"] == "--course"
    assert json.as_object(report(FAILED))["course"] is None
