"""A sealed worker's tree of processes: whole or not at all, and gone with its zygote."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from conftest import zygote_process
from support.words import said

from grader.authoring import Limits
from grader.errors import ZygoteDied
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Status, Tier
from grader.sandbox import zygote
from grader.sandbox.zygote import Zygote
from grader.wire.messages import Unit

pytestmark = pytest.mark.usefixtures("isolation")

LIMITS = Limits(call_seconds=5, load_seconds=10)
RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"
MARK = "a student's line ran"
MARKED = f"import os\nos.write(2, b{MARK!r})\n{RIGHT}"

_MAIN = "import sys\nfrom grader.worker import zygote\nzygote.main(int(sys.argv[1]))\n"

CALLS = ["os.open", "linux.setns", "linux.unshare", "os.pipe", "linux.capset", "os.listdir"]
CALLS += ["os.posix_spawn", "os.fork"]
"""What a zygote calls to fork a worker, in this order."""

STEPS = ["process tree", "session", "descriptors", "namespaces", "mounts", "user namespace"]
STEPS += ["lifeline", "limits", "capabilities", "Landlock", "seccomp"]


@pytest.fixture
def grade(toy, toy_key):
    """The report on source text of the toy exercise, whatever time it took."""

    def graded(workers, source=RIGHT):
        submission = Submission("mean.py", (Unit("mean.py", source),))
        return replace(judge(toy, toy_key, submission, workers), duration_s=0)

    return graded


def sealed(monkeypatch, changes: str) -> Zygote:
    """A zygote that makes these changes to itself before it starts."""
    monkeypatch.setattr(zygote, "ENTRY", ("-c", changes + _MAIN))
    return Zygote("numpy", Tier.SEALED)


def alive(workers: Zygote) -> set[int]:
    """The processes around and below a zygote that are no zombies."""
    found = set()
    for process in psutil.Process(workers.pid).children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if process.status() != psutil.STATUS_ZOMBIE:
                found.add(process.pid)
    return found


def becomes(workers: Zygote, wanted: set[int]) -> bool:
    """Whether these are the processes that are left, after ten seconds at most."""
    return in_time(lambda: alive(workers) == wanted)


def in_time(condition: Callable[[], bool]) -> bool:
    """Whether a condition comes true, in ten seconds at most: the tests share the machine."""
    until = time.monotonic() + 10
    while not condition() and time.monotonic() < until:
        time.sleep(0.02)
    return condition()


def descriptors(pid: int) -> list[str]:
    """What a process has open; nobody but root may know that of a zygote."""
    folder = Path(f"/proc/{pid}/fd")
    return sorted(map(os.readlink, folder.iterdir())) if os.geteuid() == 0 else []


# --- what it consists of -------------------------------------------------------------------


def test_process_1_has_nothing(numpy_zygotes):
    """No powers, no environment, no files: it is a pipe's end and /dev/null."""
    workers = numpy_zygotes[Tier.SEALED]
    worker = workers.fork(LIMITS)
    try:
        firsts = [p for p in zygote_process(workers).children() if p.name() == "cat"]
        assert len(firsts) == 1
        status = Path(f"/proc/{firsts[0].pid}/status").read_text().splitlines()
        found = dict(line.split(":\t", 1) for line in status)
        assert {int(found[name], 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")} == {0}
        assert found["NSpid"].split()[-1] == "1"
        assert Path(f"/proc/{firsts[0].pid}/environ").read_bytes() == b""
        files = {n: os.readlink(f"/proc/{firsts[0].pid}/fd/{n}") for n in (0, 1, 2)}
        assert files[0].startswith("pipe:")
        assert files[1] == files[2] == "/dev/null"
        assert len(os.listdir(f"/proc/{firsts[0].pid}/fd")) == 3
    finally:
        worker.close()


def test_a_worker_sees_itself_alone(grade, numpy_zygotes):
    """Not even process 1 of its tree, which may be of the same user."""
    seen = "import os\nassert [n for n in os.listdir('/proc') if n.isdigit()] == ['2']\n"
    assert grade(numpy_zygotes[Tier.SEALED], seen + RIGHT).passed


def test_a_worker_outside_of_a_tree_of_its_own_runs_nothing(grade, monkeypatch):
    """The lockdown looks where it is, and doesn't believe that the zygote did its part."""
    plain = "import os\nfrom grader.worker.lockdown import processes\n"
    plain += "processes.fork = lambda own_tree: processes.Tree(os.fork())\n"
    with sealed(monkeypatch, plain) as workers:
        report = grade(workers, MARKED)
        assert MARK not in (workers.home / "zygote.log").read_text() + str(report)
    assert report.status is Status.UNGRADED
    assert "the lockdown failed at process tree" in said(report.checks[0])


def test_what_a_worker_leaves_behind_ends_with_its_tree(grade, monkeypatch):
    """A process of its own session that nobody waits for: no worker could start one."""
    daemon = """
import os, time
from grader.worker import zygote
def leaving(*arguments, work=zygote.work):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 100)
            time.sleep(600)
        os._exit(0)
    return work(*arguments)
zygote.work = leaving
"""
    with sealed(monkeypatch, daemon) as workers:
        workers.ready()
        before = alive(workers)
        worker = workers.fork(LIMITS)
        left = len(before) + 3
        assert in_time(lambda: len(alive(workers)) >= left), "process 1, the worker, what it left"
        worker.close()
        assert becomes(workers, before)


# --- what fails ----------------------------------------------------------------------------

_FAIL_ONCE = """
import os
from grader.worker.lockdown import linux, processes
forks = []
def broken(own_tree, fork=processes.fork):
    forks.append(1)
    if len(forks) != 2:
        return fork(own_tree)
    whole = {target}
    def fail(*arguments, **more): raise OSError(1, "broken by a test")
    {target} = fail
    try:
        return fork(own_tree)
    finally:
        {target} = whole
processes.fork = broken
"""


@pytest.mark.parametrize("call", CALLS)
def test_a_call_of_the_zygotes_that_fails_is_ungraded_and_leaves_nothing(grade, monkeypatch, call):
    """No line runs, no process and no descriptor is left, and the next worker is a right one."""
    with sealed(monkeypatch, _FAIL_ONCE.format(target=call)) as workers:
        right = grade(workers)
        family, held = alive(workers), descriptors(zygote_process(workers).pid)
        report = grade(workers, MARKED)
        assert report.status is Status.UNGRADED
        assert "no worker could be forked: [Errno 1] broken by a test" in said(report.checks[0])
        assert MARK not in (workers.home / "zygote.log").read_text() + str(report)
        assert alive(workers) == family
        assert descriptors(zygote_process(workers).pid) == held
        assert right.passed
        assert grade(workers) == right
        assert descriptors(zygote_process(workers).pid) == held


# --- a zygote that is killed ---------------------------------------------------------------

# Bubblewrap ends all that is within it when its child does: here that is not the zygote.
_WITHIN = """
import os, signal, sys, time
if os.fork():
    os.close(int(sys.argv[1]))
    while True:
        signal.pause()
from grader.worker.lockdown import confine, linux, processes
"""
_DIE_AFTER = """
def dying(*arguments, whole={target}, zygote=os.getpid(), **more):
    result = whole(*arguments, **more)
    if os.getpid() == zygote and processes.forking:
        os.kill(zygote, signal.SIGKILL)
    return result
{target} = dying
def forking(own_tree, fork=processes.fork):
    processes.forking = True
    return fork(own_tree)
processes.forking, processes.fork = False, forking
"""
_HANG = """
def hanging(setup, machine, plan=confine.plan):
    def hang(cell): time.sleep(600)
    return [s._replace(take=hang) if s.name == {name!r} else s for s in plan(setup, machine)]
confine.plan = hanging
"""


@pytest.mark.parametrize("call", CALLS)
def test_a_zygote_that_is_killed_as_it_forks_leaves_nothing(monkeypatch, call):
    """After any of its calls: no process 1, no worker."""
    with sealed(monkeypatch, _WITHIN + _DIE_AFTER.format(target=call)) as workers:
        workers.ready()
        around = alive(workers) - {zygote_process(workers).children()[0].pid}
        monkeypatch.setattr(workers, "_obituary", lambda: ZygoteDied("which its parent survives"))
        with pytest.raises(ZygoteDied):
            workers.fork(LIMITS)
        assert becomes(workers, around)


@pytest.mark.parametrize("step", STEPS)
def test_a_zygote_that_is_killed_leaves_no_worker_at_any_step(monkeypatch, step):
    """A worker that comes no further ends as well, long before it has tied its own lifeline."""
    with sealed(monkeypatch, _WITHIN + _HANG.format(name=step)) as workers:
        workers.ready()
        itself = zygote_process(workers).children()[0]
        around = alive(workers) - {itself.pid}
        hanging = [workers.fork(LIMITS) for _ in range(3)]
        assert in_time(lambda: len(alive(workers) - around) == 7)
        time.sleep(0.2)  # most have reached the step by then
        itself.kill()
        assert becomes(workers, around)
        for worker in hanging:
            worker.alive = False
