"""A page that is watched: it follows the record while a batch writes, and looks as before."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest
from filelock import FileLock
from playwright.sync_api import expect
from support.browsing import Opened
from support.compared import graded_class, work
from support.fabricated import entry

from grader.classroom.planned import Planned, keep_planned
from grader.classroom.publish import publish_class, watched
from grader.classroom.record import Provenance
from grader.classroom.store import Store
from grader.cli.program import main

pytest_plugins = "support.browsing"

MARK = 'id="live"'
WAIT_MS = 60_000


def page_of(out):
    path = out / "index.html"
    return path.read_text("utf-8") if path.exists() else ""


def until(condition, seconds=60.0):
    """Wait for something that another process does."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def out(tmp_path):
    """The OUT of a batch that goes on: of four students two are graded."""
    folder = graded_class(tmp_path / "out", {"ann": work("x = 1"), "bob": work("y = 2")})
    with Store(folder) as store:
        keep_planned(store, Planned(students=("ann", "bob", "cid", "dan")))
    return folder


@pytest.fixture
def watching(out, tmp_path):
    """`grader report OUT --watch`, in a process of its own; what it says is in a file."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "GRADER_LANG": "en"}
    command = [sys.executable, "-m", "grader", "report", str(out), "--watch"]
    with (tmp_path / "told.txt").open("w") as told:
        process = subprocess.Popen(
            command,
            stderr=told,
            stdout=told,
            env=environment,
            # A shell starts background jobs, a CI's among them, with this signal ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
    until(lambda: MARK in page_of(out) or process.poll() is not None)
    yield process
    if process.poll() is None:
        process.kill()
    process.wait()


def write(out, student):
    """As a batch writes what it has graded."""
    with Store(out) as store:
        run = store.begin("sealed")
        store.write(entry(student, student.title()), Provenance("c", "key", "1"), run)


def ended(process):
    """The exit code after Ctrl-C."""
    process.send_signal(signal.SIGINT)
    return process.wait(timeout=60)


@pytest.mark.slow
def test_the_page_follows_while_a_batch_writes(out, watching, browser):
    """With the report that is open, what is chosen and typed; at the end it stays as it is."""
    page = Opened(browser.new_context().new_page(), (out / "index.html").as_uri())
    shown = page.go("#only=x")
    expect(shown.locator("#live")).to_contain_text("2 are still to be graded")
    shown.get_by_label("Find").fill("b")
    shown.locator("table.students tbody a").click()
    expect(shown.get_by_role("dialog")).to_contain_text("Bob")
    with FileLock(out / ".lock"):  # a batch is at work
        write(out, "cid")
        expect(shown.locator("#live")).to_contain_text("1 is still", timeout=WAIT_MS)
    expect(shown.get_by_role("dialog")).to_contain_text("Bob")
    shown.keyboard.press("Escape")
    expect(shown.get_by_label("Find")).to_have_value("b")
    expect(shown.locator("#shown")).to_have_text("1 of 3 students")
    assert ended(watching) == 0
    assert "follows the record; Ctrl-C ends it" in (out.parent / "told.txt").read_text()
    assert MARK not in page_of(out)
    expect(shown.locator("#live")).to_have_count(0, timeout=WAIT_MS)
    expect(shown.get_by_label("Find")).to_have_value("b")
    assert page.wrong == []
    assert {url.partition("#")[0] for url in page.requests} == {page.address}


def test_a_batch_that_ends_leaves_the_page_live(out):
    """As long as somebody watches it; afterwards nobody is told to look again."""
    with Store(out) as store:
        record, graded = store.record(), store.provenances()
    with watched(out):
        publish_class(record, out, graded)
        assert MARK in page_of(out) and re.search(r"as of \d\d:\d\d:\d\d", page_of(out))
    publish_class(record, out, graded)
    assert MARK not in page_of(out)


def test_two_cannot_watch_one_page(out, capsys):
    """The second is told so in one line."""
    with watched(out):
        assert main(["report", str(out), "--watch"]) == 2
    assert "another `grader report --watch` is at work" in capsys.readouterr().err


def test_there_is_nothing_to_watch(tmp_path, capsys):
    """A folder without a record is no OUT, and gets no file."""
    assert main(["report", str(tmp_path), "--watch"]) == 2
    assert "holds no results.db" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_decision_that_cannot_be_meant_stops_nothing(out, watching):
    """It is said, the earlier page stays, and the next one is right; so is the last one."""
    decisions = out / "overrides.csv"
    decisions.write_text("student,what,value,comment,who,when\nann,score,9999,,,\n")
    until(lambda: "9999" in (out.parent / "told.txt").read_text())
    assert "decided by a person" not in page_of(out).partition('id="reports"')[0]
    decisions.write_text("student,what,value,comment,who,when\nann,score,4,,,\n")
    until(lambda: "1 decided by a person" in page_of(out))
    decisions.write_text("student,what,value,comment,who,when\nann,score,9999,,,\n")
    assert ended(watching) == 0 and MARK not in page_of(out)
    assert "1 decided by a person" in page_of(out)


def test_a_record_that_was_made_again_is_followed(out, watching):
    """--rebuild puts another file in its place."""
    assert main(["report", str(out)]) == 0
    (out / "results.db").write_bytes(b"damage")
    (out / "results.db-wal").unlink(missing_ok=True)
    assert main(["report", str(out), "--rebuild"]) == 0
    write(out, "eve")
    until(lambda: "Eve" in page_of(out))
    assert ended(watching) == 0
