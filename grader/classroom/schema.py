"""The tables of the record, and the steps that bring an older record up to date.

Version 3:

    settings      name, value: exercise, title, seed, key (fingerprint), version (of the exercise)
    runs          each start of `grader batch`: when, with which grader and isolation, when it ended
    checks        what is asked, in order: name, title, function, points
    submissions   each student: name, file, notes, state, what was graded (content, key and version,
                  each a digest), score, max_score, isolation, duration_s, the report as JSON;
                  later, what was found beside an earlier grade that was kept; due, whether the
                  submission is to be graded `again`, or `alone` before it counts
    outcomes      each check of a submission: verdict, points, message, the known mistake's name
    decisions     which file a person named for a student (none: the earlier grade), and a digest
                  of what there was to choose from

`PRAGMA user_version` is the version.
"""

import json
import sqlite3

from grader.classroom.record import Entry

MIGRATIONS = (
    """
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT,
        grader TEXT NOT NULL, isolation TEXT NOT NULL
    );
    CREATE TABLE checks (
        name TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL,
        function TEXT NOT NULL, points REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE submissions (
        student TEXT PRIMARY KEY, name TEXT NOT NULL, file TEXT NOT NULL, notes TEXT NOT NULL,
        state TEXT NOT NULL, content TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL,
        score REAL, max_score REAL NOT NULL, isolation TEXT NOT NULL, duration_s REAL NOT NULL,
        report TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs(id), graded TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE outcomes (
        student TEXT NOT NULL REFERENCES submissions(student) ON DELETE CASCADE,
        "check" TEXT NOT NULL, verdict TEXT NOT NULL, points REAL NOT NULL,
        message TEXT NOT NULL, mistake TEXT NOT NULL,
        PRIMARY KEY (student, "check")
    ) WITHOUT ROWID;
    """,
    # What is said became data, see _with_messages.
    "UPDATE submissions SET report = with_messages(report), notes = with_messages(notes)",
    # An earlier grade may be kept, a student may be graded again, and a person decides.
    """
    ALTER TABLE submissions ADD COLUMN later TEXT NOT NULL DEFAULT 'null';
    ALTER TABLE submissions ADD COLUMN due TEXT NOT NULL DEFAULT '';
    UPDATE submissions SET due = 'again' WHERE state = 'graded' AND content = '';
    CREATE TABLE decisions (
        student TEXT PRIMARY KEY, file TEXT NOT NULL, found TEXT NOT NULL, made TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
)
"""The step to each version from the one before it; the first makes version 1 of an empty file."""


def _with_messages(text: str) -> str:
    """A report or the notes of version 1, whose messages were sentences, with messages as data.

    Each old sentence becomes the one fact of its message.
    """
    value = json.loads(text)
    if isinstance(value, list):
        return json.dumps([_said(note) for note in value])
    for check in value["checks"]:
        first, *rest = check["message"].split("\n")
        check["message"], check["details"] = _said(first) if first else None, list(map(_said, rest))
        if check["mistake"]:
            check["mistake"]["hints"] = [check["mistake"].pop("hint")]
    for problem in value["problems"]:
        problem["message"] = _said(problem["message"])
    ungraded = [check for check in value["checks"] if check["verdict"] == "ungraded"]
    value["reason"] = ungraded[0]["message"] if ungraded else None
    return json.dumps(value)


def _said(sentence: str) -> dict[str, object]:
    # The sentence is a fact and not a template: braces in it are text.
    return {"template": "{text}", "facts": {"text": sentence}}


def migrate(db: sqlite3.Connection, version: int) -> None:
    """Take the steps from this version to the newest, each whole or not at all."""
    db.create_function("with_messages", 1, _with_messages, deterministic=True)
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        # One transaction a step: killed in the middle of it, the step was not taken.
        db.executescript(f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT")


MAX_MESSAGE = 2000
"""Characters of a message in the table of outcomes; the report has all of it."""

INTO_OUTCOMES = "INSERT INTO outcomes VALUES (?, ?, ?, ?, ?, ?)"


def outcomes_of(entry: Entry) -> list[tuple[str, str, str, float, str, str]]:
    """The rows of a student in the table of outcomes, one for each check."""
    return [
        (
            entry.student,
            check.name,
            check.verdict.value,
            check.points,
            str(check.message or "")[:MAX_MESSAGE],
            check.mistake.name if check.mistake else "",
        )
        for check in entry.report.checks
    ]
