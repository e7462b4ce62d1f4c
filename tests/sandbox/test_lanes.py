"""One zygote for several judges: apart from each other, and alive as long as it is wanted."""

import os
import signal
import threading
import time
from pathlib import Path

import psutil
import pytest
from conftest import zygote_process

from grader.errors import SandboxError, ZygoteDied
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Status, Tier
from grader.sandbox.lanes import Lane, SharedZygote
from grader.wire.messages import Unit

RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"
RIGHT_FILE = Submission("mean.py", (Unit("mean.py", RIGHT),))
MEMORY = 6 << 30


@pytest.fixture(scope="module")
def shared():
    """A zygote for several judges, in every tier."""
    made: dict[Tier, SharedZygote] = {}

    def of(tier):
        if tier not in made:
            made[tier] = SharedZygote("numpy", tier, 4, MEMORY)
        return made[tier]

    yield of
    for zygote in made.values():
        zygote.close()


def test_several_judges_grade_at_once(shared, toy, toy_key, tier):
    """Each on its own lane, with workers of its own, from one zygote."""
    reports = {}

    def grade(number, lane):
        reports[number] = [judge(toy, toy_key, RIGHT_FILE, lane) for _ in range(3)]

    with (
        Lane("numpy", tier, shared(tier).address) as one,
        Lane("numpy", tier, shared(tier).address) as two,
    ):
        threads = [threading.Thread(target=grade, args=x) for x in enumerate((one, two))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert all(report.passed for each in reports.values() for report in each)
    assert len(reports) == 2


def test_a_judge_that_is_gone_takes_its_workers_and_no_others(shared, toy, tier):
    """The zygote lives on, and so do the workers of its other judges."""
    zygote = shared(tier)
    leaving = Lane("numpy", tier, zygote.address)
    with Lane("numpy", tier, zygote.address) as staying:
        lost = leaving.fork(toy.exercise.limits)
        kept = staying.fork(toy.exercise.limits)
        process = zygote_process(zygote)
        before = process.children(recursive=True)
        leaving._control.close()
        until = time.monotonic() + 10
        gone: list[psutil.Process] = []
        while not gone and time.monotonic() < until:
            gone, alive = psutil.wait_procs(before, timeout=0.1)
        assert gone and alive
        assert kept.load(toy.load_request(RIGHT_FILE.units), 10).found
        kept.close()
    lost._channel.close()


def test_a_lane_comes_back_to_a_zygote_that_was_started_anew(shared, toy, toy_key, locked):
    """The submission in hand is graded again, and nobody has to be told of the new one."""
    zygote = shared(locked)
    with Lane("numpy", locked, zygote.address) as lane:
        assert judge(toy, toy_key, RIGHT_FILE, lane).passed
        old = zygote_process(zygote)
        old.send_signal(signal.SIGKILL)
        assert judge(toy, toy_key, RIGHT_FILE, lane).passed
        assert zygote_process(zygote) != old


def test_a_zygote_that_is_closed_is_gone_for_good(toy, toy_key):
    """Its judges are told so, and leave nothing behind."""
    zygote = SharedZygote("numpy", Tier.OPEN, 1, MEMORY)
    process, folder = psutil.Process(zygote.pid), zygote.folder
    lane = Lane("numpy", Tier.OPEN, zygote.address)
    assert judge(toy, toy_key, RIGHT_FILE, lane).passed
    zygote.close()
    assert judge(toy, toy_key, RIGHT_FILE, lane).status is Status.UNGRADED
    lane.close()
    assert not process.is_running() and not folder.exists()


def test_a_framework_that_can_not_be_imported_is_said_once():
    """Nobody waits for it, and it is not tried again for ever."""
    with SharedZygote("no_such_framework", Tier.OPEN, 1, MEMORY) as zygote:
        with pytest.raises(SandboxError, match="No module named 'no_such_framework'"):
            zygote.ready()
        zygote._watch.join(5)
        with pytest.raises((SandboxError, ZygoteDied)):
            Lane("no_such_framework", Tier.OPEN, zygote.address).ready()


def test_only_its_own_user_may_connect(shared):
    """The folder can be passed through, by workers that are other users; the socket can't."""
    zygote = shared(Tier.OPEN)
    assert os.stat(zygote.address).st_mode & 0o777 == 0o600
    assert os.stat(Path(zygote.address).parent).st_mode & 0o777 == 0o711
