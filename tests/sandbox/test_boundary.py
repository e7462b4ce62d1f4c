"""Our own faults at the boundary: they are said to be ours, and the next file is graded."""

import errno
import os
import shutil
import socket
import tempfile
import threading
from pathlib import Path

import pytest
from support.words import said

from grader.authoring import Limits
from grader.errors import ZygoteDied
from grader.judge import notation, submission
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Problem, Status, Verdict
from grader.sandbox import scratch
from grader.sandbox.zygote import Zygote, bounds
from grader.text import Message
from grader.wire.forking import Fork, Setup
from grader.wire.messages import Refused, Unit
from grader.wire.values import Opaque, Seq
from grader.worker import zygote as inside
from grader.worker.lockdown import confine
from grader.worker.values import to_wire

RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"
RIGHT_FILE = Submission("mean.py", (Unit("mean.py", RIGHT),))
FORK = Fork("/", bounds(Limits()))


def nursery(control: socket.socket) -> inside.Nursery:
    """What a zygote of the open tier knows."""
    setup = Setup("numpy", "open")
    return inside.Nursery(setup, confine.survey(setup), control)


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE])
def test_no_descriptors_on_the_host_is_ungraded(toy, toy_key, monkeypatch, number):
    """Neither a zero nor a crash, and the next file is graded."""

    def fail(*args):
        raise OSError(number, os.strerror(number))

    with Zygote("numpy") as zygote:
        zygote.ready()
        with monkeypatch.context() as patch:
            patch.setattr(socket, "socketpair", fail)
            report = judge(toy, toy_key, RIGHT_FILE, zygote)
        assert report.status is Status.UNGRADED
        assert os.strerror(number) in said(report.checks[0])
        assert os.listdir(zygote.home) == ["zygote.log"]
        assert judge(toy, toy_key, RIGHT_FILE, zygote).passed


def test_a_full_disk_on_the_host_is_ungraded(toy, toy_key, monkeypatch):
    """No scratch could be made: neither a zero nor a crash."""

    def fail(*args, **options):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with Zygote("numpy") as zygote:
        zygote.ready()
        with monkeypatch.context() as patch:
            patch.setattr(tempfile, "mkdtemp", fail)
            report = judge(toy, toy_key, RIGHT_FILE, zygote)
        assert report.status is Status.UNGRADED
        assert judge(toy, toy_key, RIGHT_FILE, zygote).passed


def test_a_worker_that_can_not_begin_is_ungraded(toy, toy_key, monkeypatch):
    """Its scratch is gone before a line of the student's runs: our fault, not a crash of theirs."""
    with Zygote("numpy") as zygote:
        zygote.ready()
        made = tempfile.mkdtemp

        def gone(**options):
            folder = made(**options)
            shutil.rmtree(folder)
            return folder

        with monkeypatch.context() as patch:
            patch.setattr(tempfile, "mkdtemp", gone)
            report = judge(toy, toy_key, RIGHT_FILE, zygote)
        assert report.status is Status.UNGRADED
        assert {check.verdict for check in report.checks} == {Verdict.UNGRADED}
        assert "lockdown failed at session" in said(report.checks[0])
        assert judge(toy, toy_key, RIGHT_FILE, zygote).passed


def test_a_zygote_with_two_threads_refuses_to_fork():
    """A child of it could deadlock, so there is none; the descriptor is closed."""
    ours, theirs = socket.socketpair()
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        with ours:
            reply = inside._fork(FORK, nursery(ours), [theirs.detach()])
            assert isinstance(reply, Refused)
            assert "threads" in str(reply.reason)
            assert ours.recv(1) == b""
    finally:
        end.set()
        thread.join()


def test_a_fork_that_fails_is_refused_and_the_zygote_lives_on(monkeypatch):
    """When a neighbour has used up the processes, say."""

    def fail():
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(inside, "_threads", lambda: 1)
    monkeypatch.setattr(os, "fork", fail)
    ours, theirs = socket.socketpair()
    with ours:
        reply = inside._fork(FORK, nursery(ours), [theirs.detach()])
    assert isinstance(reply, Refused)
    assert inside._fork(FORK, nursery(ours), []) == Refused(
        Message("{descriptors} descriptors came with the request to fork, not one", descriptors=0)
    )


def test_a_zygote_that_is_gone_forks_no_more():
    """It is said to be gone, so that whoever asked can start it anew."""
    with Zygote("numpy") as zygote:
        zygote.ready()
        zygote._process.kill()
        zygote._process.wait()
        with pytest.raises(ZygoteDied):
            zygote.fork(Limits())


def test_temporary_files_of_a_worker_are_in_its_scratch(grade_toy, numpy_zygote):
    """Wherever the zygote's were: a scratch goes with its worker, and the zygote's folder stays."""
    source = "import tempfile\ndef mean(x):\n    print(tempfile.mkstemp()[1])\n    return None\n"
    printed = grade_toy(source).checks[0].output
    assert Path(printed.strip()).parent.name.startswith("worker-")
    assert not Path(printed.strip()).exists()


# --- scratch -------------------------------------------------------------------------------


def test_a_scratch_is_removed_whatever_is_in_it(tmp_path):
    """Folders 2000 deep, locked ones, links, FIFOs, odd names; no link is followed."""
    outside = tmp_path / "outside"
    outside.mkdir(mode=0o755)
    (outside / "file").write_text("kept")
    folder = tmp_path / "scratch"
    (folder / "locked" / "in").mkdir(parents=True)
    (folder / "locked" / "in" / "file").write_text("x")
    (folder / "link").symlink_to(outside)
    (folder / "loop").symlink_to("loop")
    (folder / "removed-0").mkdir()
    os.mkfifo(folder / "fifo", 0)
    os.mkdir(os.fsencode(folder) + b"/\xff\n")
    here = os.getcwd()
    try:
        os.chdir(folder)
        for _ in range(2000):
            os.mkdir("d")
            os.chdir("d")
        Path("file").write_text("x")
    finally:
        os.chdir(here)
    for name in ("locked/in", "locked", "."):
        (folder / name).chmod(0)
    scratch.remove(folder)
    assert not folder.exists()
    assert (outside / "file").read_text() == "kept"
    assert outside.stat().st_mode & 0o777 == 0o755


def test_a_scratch_that_is_gone_or_a_link_is_left_alone(tmp_path):
    """The link is not followed, and nothing is raised."""
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("x")
    (tmp_path / "link").symlink_to(kept)
    scratch.remove(tmp_path / "missing")
    scratch.remove(tmp_path / "link")
    assert (kept / "file").exists()


# --- what is shown, and what is read -------------------------------------------------------


def test_a_value_is_shown_briefly_whatever_it_is():
    """Deep, wide, and of many axes."""
    import numpy as np

    deep: Seq | Opaque = Opaque("x")
    for _ in range(450):
        deep = Seq("list", [deep] * 2)
    wide = [["x" * 300] * 8] * 8
    for value in (deep, to_wire([wide] * 8), to_wire(np.zeros((2,) * 16))):
        assert len(notation.brief(value)) <= 4010
    assert notation.brief(to_wire([[1, [2.5]]])) == "[[1, [2.5]]]"


@pytest.mark.parametrize("encoding", ["undefined", "punycode", "idna", "utf-16", "unicode_escape"])
def test_an_encoding_that_is_none_of_source_is_a_problem_of_the_file(encoding):
    """Neither an exception of ours nor a minute of decoding."""
    data = f"# coding: {encoding}\n".encode() + b"a" * 500_000
    assert isinstance(submission.decode(data, "mean.py"), Problem)


def test_a_module_beside_the_file_that_is_a_link_elsewhere_is_not_read(tmp_path):
    """A student who hands in a link gets no file of the judge's."""
    solution = tmp_path / "solution.py"
    solution.write_text("def mean(x): return x.mean(0)\n")
    folder = tmp_path / "student"
    folder.mkdir()
    (folder / "helper.py").symlink_to(solution)
    (folder / "other.py").write_text("ONE = 1\n")
    (folder / "mean.py").write_text("from helper import mean\nfrom other import ONE\n")
    assert list(submission.read_submission(folder / "mean.py").siblings) == ["other"]


STAYS = {
    "computes": "os.close(channel)\n    while True: pass",
    "sleeps": "os.close(channel)\n    time.sleep(60)",
    "closes half": "socket.socket(fileno=channel).shutdown(socket.SHUT_WR)\n    time.sleep(60)",
    "closes all": "os.closerange(3, 256)\n    time.sleep(60)",
}


@pytest.mark.parametrize("how", STAYS)
def test_who_closes_the_channel_and_stays_is_told_so(toy, toy_key, numpy_zygotes, tier, how):
    """It is ended at once, and nothing is said of memory."""
    source = (
        "import os, socket, stat, time\ndef mean(x):\n    channel = next(n for n in range(3, 99)"
    )
    source += f" if is_socket(n))\n    {STAYS[how]}\n"
    source += "def is_socket(n):\n    try: return stat.S_ISSOCK(os.fstat(n).st_mode)\n"
    source += "    except OSError: return False\n"
    submission = Submission("mean.py", (Unit("mean.py", source),))
    report = judge(toy, toy_key, submission, numpy_zygotes[tier])
    assert report.checks[0].verdict is Verdict.CRASHED
    assert "the process closed its connection to the judge" in said(report.checks[0])
    assert "memory" not in said(report.checks[0])


@pytest.mark.parametrize(
    "line", ["os._exit(7)", "os.abort()", "os.kill(os.getpid(), 9)", "exit_()"]
)
def test_who_ends_is_told_how_it_ended(toy, toy_key, numpy_zygotes, tier, line):
    """Also with threads that wait meanwhile, and with memory that takes a while to be freed."""
    source = "import os, threading, time\nimport numpy as np\nKEPT = []\ndef mean(x):\n"
    source += "    for _ in range(8): threading.Thread(target=time.sleep, args=(60,)).start()\n"
    source += f"    KEPT.append(np.ones(5_000_000))\n    {line}\n"
    source += "def exit_():\n    threading.Thread(target=os._exit, args=(7,)).start()\n"
    source += "    time.sleep(60)\n"
    submission = Submission("mean.py", (Unit("mean.py", source),))
    report = judge(toy, toy_key, submission, numpy_zygotes[tier])
    assert report.checks[0].verdict is Verdict.CRASHED
    words = {"os.abort()": "SIGABRT", "os.kill(os.getpid(), 9)": "SIGKILL"}.get(line, "exit code 7")
    assert words in said(report.checks[0])
