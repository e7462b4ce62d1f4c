"""The same file gets the same report on every machine: with many processors, and with busy ones."""

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import ROOT
from support.fewer import every_fourth
from support.words import said

from grader.authoring import GIB, Check, Limits
from grader.course import read_key
from grader.course.course import Course
from grader.errors import SandboxError
from grader.judge import Implementation, Submission, judge
from grader.report import Lost, Report, Tier, Verdict
from grader.sandbox import cgroup, clock, users, zygote
from grader.sandbox.clock import Spent
from grader.sandbox.zygote import Zygote
from grader.wire import Load, Raised, Returned, Unit

pytestmark = pytest.mark.usefixtures("isolation")

COURSE = Course(ROOT)
MAIN = "import sys\nfrom grader.worker import zygote\nzygote.main(int(sys.argv[1]))\n"
MANY = (ROOT / "tests/support/many_cores.py").read_text(encoding="utf-8") + "\npretend()\n"
"""The source, because no test is mounted in the sealed tier."""

XLA = """
import tensorflow as tf

@tf.function(jit_compile=True)
def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True))
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
"""
PARALLEL = """
import tensorflow as tf

def accuracy(y_hat, Y):
    rows = tf.data.Dataset.from_tensor_slices((y_hat, Y)).shuffle(4)
    rows = rows.interleave(
        lambda row, label: tf.data.Dataset.from_tensors((row, label)),
        num_parallel_calls=tf.data.AUTOTUNE,
    )
    hits = rows.map(
        lambda row, label: tf.argmax(row, output_type=tf.int64) == tf.cast(label, tf.int64),
        num_parallel_calls=tf.data.AUTOTUNE,
    )
    hits = [float(hit) for hit in hits.prefetch(tf.data.AUTOTUNE)]
    return sum(hits) / len(hits)
"""
AUTOGRAPH = """
import tensorflow as tf

@tf.function
def softmax(logits):
    out = tf.TensorArray(tf.float32, size=tf.shape(logits)[0])
    for i in tf.range(tf.shape(logits)[0]):
        e = tf.exp(logits[i] - tf.reduce_max(logits[i]))
        out = out.write(i, e / tf.reduce_sum(e))
    return out.stack()
"""
EPOCH = (ROOT / "solutions/ex2_training_loop/right/epoch_in_a_graph.py").read_text("utf-8")
"""One tf.function with a loop over the data set, and another in it."""


@pytest.fixture(scope="module")
def wide() -> Iterator[Zygote]:
    """A sealed zygote that sees 64 processors."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zygote, "ENTRY", ("-c", MANY + MAIN))
        with Zygote("tensorflow", Tier.SEALED) as workers:
            workers.ready()
            yield workers


@pytest.fixture(scope="module")
def usual() -> Iterator[Zygote]:
    """A sealed zygote that sees this machine."""
    with Zygote("tensorflow", Tier.SEALED) as workers:
        yield workers


def graded(workers: Zygote, exercise: str, source: str, *only: str) -> Report:
    """The report on a source, whatever time it took."""
    lesson = COURSE.lesson(exercise)
    submission = Submission(lesson.file_name, (Unit(lesson.file_name, source),))
    key = every_fourth(read_key(lesson.key_path))
    report = judge(lesson, key, submission, workers, only=only)
    return replace(report, duration_s=0)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("exercise", "source", "only"),
    [
        ("ex1", XLA, ["softmax_shape", "softmax_values"]),
        ("ex1", AUTOGRAPH, ["softmax_shape", "softmax_values"]),
        ("ex1", PARALLEL, ["accuracy_values"]),
        ("ex2", EPOCH, ["training_loop_result", "training_loop_step"]),
    ],
    ids=["XLA", "AutoGraph", "tf.data", "an epoch in a graph"],
)
def test_a_right_file_is_right_on_64_processors(wide, usual, exercise, source, only):
    """And its report is the same, to the byte."""
    there = graded(wide, exercise, source, *only)
    assert [(check.name, said(check)) for check in there.checks if check.message] == []
    assert there.passed
    assert there == graded(usual, exercise, source, *only)


# --- what is the same everywhere -----------------------------------------------------------

CHECKS = """
from grader.authoring import Exercise
exercise = Exercise("probe", title="Probe", module="probe", framework="numpy")

@exercise.check(points=1)
def probe_tells(student):
    "what the worker is asked"
    return student.probe()
"""
PROBE = Check("probe_tells", "what the worker is asked", "probe", print, points=1)
LIMITS = Limits(call_seconds=1.5, load_seconds=1.5)


def answers(workers: Zygote, source: str, limits: Limits, calls: int = 1) -> list[Any]:
    """What `probe()` of this source comes to, called several times."""
    load = Load("probe", [Unit("probe.py", textwrap.dedent(source))], ["probe"], CHECKS)
    with Implementation(workers, load, limits) as student:
        return list(student.outcomes(PROBE, [{}] * calls))


def told(workers: Zygote, source: str, limits: Limits = LIMITS) -> Any:
    """The value that `probe()` returned."""
    (outcome,) = answers(workers, source, limits)
    assert isinstance(outcome, Returned), outcome
    return outcome.value


def test_the_users_environment_sets_nothing(tier, monkeypatch):
    """How many threads, which arithmetic, how malloc works: what the user has set is not seen."""
    names = ["TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS"]
    names += ["OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "MALLOC_ARENA_MAX"]
    for name in names:
        monkeypatch.setenv(name, "64")
    monkeypatch.setenv("TF_ENABLE_ONEDNN_OPTS", "1")
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.arena_max=256")
    monkeypatch.setenv("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=true")
    source = f"import os\ndef probe(): return [os.environ.get(n) for n in {names!r}] + [os.environ"
    source += (
        "['TF_ENABLE_ONEDNN_OPTS'], 'GLIBC_TUNABLES' in os.environ, 'XLA_FLAGS' in os.environ]"
    )
    with Zygote("numpy", tier) as workers:
        found = told(workers, source).items
    assert found == ["1"] * 6 + ["0", False, False]


def test_onednn_is_where_an_exercise_asks_for_it(usual):
    """Elsewhere an image without the axis of the batch is an error, and not the process's end."""
    source = "import tensorflow as tf\ndef probe(): "
    source += "return tf.nn.conv2d(tf.ones((5, 5, 3)), tf.ones((3, 3, 3, 2)), 1, 'VALID')"
    (outcome,) = answers(usual, source, Limits())
    assert isinstance(outcome, Raised), outcome
    assert "input must be 4-dimensional" in outcome.message
    fast = COURSE.lesson("ex14").exercise.framework
    with Zygote(fast) as workers:
        source = "import os, sys\ndef probe(): "
        source += "return os.environ['TF_ENABLE_ONEDNN_OPTS'], 'tensorflow' in sys.modules"
        assert told(workers, source).items == ["1", True]


def test_a_worker_has_one_processor(numpy_zygotes, tier):
    """And its neighbour another, as long as there are some that nobody uses."""
    source = "import os\ndef probe(): return sorted(os.sched_getaffinity(0))"
    workers = numpy_zygotes[tier]
    first, second = workers.fork(LIMITS), workers.fork(LIMITS)
    try:
        load = Load("probe", [Unit("probe.py", source)], ["probe"], CHECKS)
        found = []
        for worker in (first, second):
            worker.load(load, 5)
            (outcome,) = worker.calls(PROBE.name, [{}], 5)
            assert isinstance(outcome, Returned)
            found.append(outcome.value.items)
    finally:
        first.close()
        second.close()
    assert [len(processors) for processors in found] == [1, 1]
    assert len(os.sched_getaffinity(0)) == 1 or found[0] != found[1]


def test_a_worker_is_the_first_to_die_but_not_instead_of_a_large_process(numpy_zygotes, tier):
    """An honest worker is smaller than a judge whose memory a hostile file has filled."""
    source = "def probe(): return int(open('/proc/self/oom_score_adj').read())"
    outcome = answers(numpy_zygotes[tier], source, LIMITS)[0]
    if tier is Tier.CONFINED and isinstance(outcome, Raised):
        return  # it may not read this of itself
    assert 0 < int(outcome.value) <= 100


# --- busy machines -------------------------------------------------------------------------


@contextmanager
def busy() -> Iterator[None]:
    """Four endless loops for each processor, each in a session that gets a share of its own."""
    command = [sys.executable, "-c", "while True: pass"]
    count = 4 * len(os.sched_getaffinity(0))
    loops = [subprocess.Popen(command, start_new_session=True) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


COMPUTES = """
import time
def compute(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "calls"),
    [
        ("def probe():\n    compute(0.4)\n    return 1", 1),
        ("LOADED = compute(0.4) or 1\ndef probe(): return LOADED", 1),
        ("def probe():\n    compute(0.1)\n    return 1", 4),
        ("from threading import Thread\ndef probe():\n"
         "    threads = [Thread(target=compute, args=(n / 10,)) for n in (1, 2, 3, 4)]\n"
         "    [t.start() for t in threads]\n    [t.join() for t in threads]\n    return 1", 1),
    ],
    ids=["a call", "loading", "many calls", "threads in turn"],
)  # fmt: skip
def test_a_busy_machine_takes_no_time_away(numpy_zygotes, locked, source, calls):
    """Beside many endless loops, what needs less processor time than its limit is right."""
    limits = Limits(call_seconds=0.75, load_seconds=0.75, submission_seconds=0.75)
    with busy():
        outcomes = answers(numpy_zygotes[locked], COMPUTES + source, limits, calls)
    assert [getattr(outcome, "value", outcome) for outcome in outcomes] == [1] * calls


SLEEPERS = {
    "sleeps": "def probe(): time.sleep(600)",
    "naps": "def probe():\n    while True: time.sleep(0.001)",
    "stops": "import os, signal\ndef probe(): os.kill(os.getpid(), signal.SIGSTOP)",
    "waits for itself": "def probe(): threading.Lock().acquire() and held.acquire()\n"
    "held = threading.Lock()\nheld.acquire()",
}


@pytest.mark.slow
@pytest.mark.parametrize("how", SLEEPERS)
def test_a_sleeper_is_ended_on_a_quiet_and_on_a_busy_machine(numpy_zygotes, locked, how):
    """By the clock on the wall, of which it had enough: there is an end, and it is a timeout."""
    source = f"import threading, time\n{SLEEPERS[how]}"
    limits = replace(LIMITS, call_seconds=0.3)
    said_of = []
    for load in (busy, open_hands):
        with load():
            (outcome,) = answers(numpy_zygotes[locked], source, limits)
        assert isinstance(outcome, Lost)
        assert outcome.verdict is Verdict.TIMEOUT
        said_of.append(str(outcome.reason))
    assert said_of == ["killed after 0.9 s in which it hardly computed"] * 2


@contextmanager
def open_hands() -> Iterator[None]:
    """Nothing beside it."""
    yield


def test_many_threads_that_loop_have_one_budget(numpy_zygotes, locked):
    """Their time is added up, and that they wait for each other gains them nothing."""
    source = """
        import threading
        def loop():
            while True: pass
        def probe():
            for _ in range(20): threading.Thread(target=loop).start()
            loop()
    """
    began = time.monotonic()
    (outcome,) = answers(numpy_zygotes[locked], source, replace(LIMITS, call_seconds=1))
    assert isinstance(outcome, Lost)
    assert str(outcome.reason) == "killed after 1 s of the processor's time"
    assert time.monotonic() - began < 100


@pytest.mark.parametrize(
    ("waits", "fault"),
    [([0.04] * 100, "its own"), ([0.5, 0.4], "the machine's"), ([0.9], "the machine's")],
    ids=["a hundred that wake together", "two in turn", "one"],
)
def test_whose_fault_it_is_that_threads_wait(monkeypatch, waits, fault):
    """Threads wait for each other as long as they compute; what is longer is the machine's."""
    at = SimpleNamespace(time=0)
    monkeypatch.setattr(clock.time, "monotonic", lambda: at.time)
    monkeypatch.setattr(clock, "_processor", lambda pid: at.time * 0.05)
    monkeypatch.setattr(
        clock,
        "_waits",
        lambda pid: {clock._OURS: 0.0} | {str(n): at.time * w for n, w in enumerate(waits)},
    )
    watched = clock.Clock(1)
    spent = watched.spent
    while not (spent.used_up(10) or spent.starved(10)):
        at.time += 1
        spent = watched.read()
    assert spent.starved(10) == (fault == "the machine's")
    assert spent.used_up(10) == (fault == "its own")
    assert at.time == 10 * clock.STARVED


def test_a_machine_that_gives_no_processor_is_no_students_fault(numpy_zygotes, monkeypatch):
    """Neither its time nor the clock's is used up, and it could go on for ever: ungraded."""
    monkeypatch.setattr(clock, "STARVED", 2)
    monkeypatch.setattr(clock, "_wait", lambda task: time.monotonic())
    source = "import time\ndef probe(): time.sleep(600)"
    with pytest.raises(SandboxError, match="this machine is too busy"):
        answers(numpy_zygotes[Tier.SEALED], source, LIMITS)


def test_where_nothing_can_be_measured_the_clock_decides(numpy_zygotes, monkeypatch):
    """As on macOS and Windows."""
    monkeypatch.setattr(clock, "_processor", lambda pid: None)
    source = "import time\ndef probe(): time.sleep(600)"
    (outcome,) = answers(numpy_zygotes[Tier.OPEN], source, LIMITS)
    assert str(outcome.reason) == "killed after 1.5 s"


def test_what_is_used_up():
    """All of a limit as computing, or three times as much as waiting; or the machine's fault."""
    assert Spent(processor=10, free=10, wall=10).used_up(10)
    assert not Spent(processor=9, free=29, wall=110).used_up(10)
    assert Spent(processor=1, free=30, wall=30).used_up(10)
    assert Spent(processor=1, free=20, wall=120, stalled=90).starved(10)
    assert not Spent(processor=1, free=20, wall=120, stalled=90).used_up(10)
    assert Spent(processor=1, free=20, wall=120, stalled=2).used_up(10), "by its own threads"


# --- neighbours ----------------------------------------------------------------------------


def test_two_graders_have_no_user_in_common():
    """Numbers are drawn from so many that no two are the same."""
    drawn = [users.spare() for _ in range(2000)]
    assert users._mapped(users._TEMPORARY)
    assert not users._mapped(users._UNUSED) or len(set(drawn)) == len(drawn)


def test_where_there_are_few_users_one_without_a_process_is_taken(monkeypatch):
    """In a container that has numbers up to 65535 only."""
    monkeypatch.setattr(users, "_mapped", lambda wanted: False)
    monkeypatch.setattr(users, "_running", lambda: iter(set(users._TEMPORARY) - {61200}))
    assert users.spare() == 61200


def test_threads_are_few(numpy_zygotes, tier):
    """A worker that starts more is ended, also where only the host can count them."""
    source = """
        import threading, time
        def probe():
            threading.stack_size(1 << 16)
            for _ in range(300): threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
            time.sleep(9)
    """
    (outcome,) = answers(numpy_zygotes[tier], source, replace(LIMITS, processes=50))
    words = outcome.note if isinstance(outcome, Raised) else outcome.reason
    assert str(words) == "started more than 50 threads"


def test_a_thread_that_the_machine_has_not_is_no_fault_of_the_files(numpy_zygotes):
    """Far below its limit, it is not told that it has started too many."""
    source = """
        import resource, threading
        def probe():
            resource.setrlimit(resource.RLIMIT_NPROC, (1, 1))
            threading.Thread(target=print).start()
    """
    (outcome,) = answers(numpy_zygotes[Tier.SEALED], source, LIMITS)
    assert isinstance(outcome, Raised)
    assert str(outcome.note) == "its memory has no room for a thread, or this machine has no more"


def test_workers_stay_within_the_memory_that_is_allowed_around_them(tmp_path, monkeypatch):
    """A container of 5 GB: the kernel shall choose among the workers, not among all in it."""
    monkeypatch.setattr(cgroup, "_ROOT", tmp_path)
    folder = tmp_path / "outer" / "inner"
    folder.mkdir(parents=True)
    (tmp_path / "outer" / "memory.max").write_text(str(5 * GIB))
    (folder / "memory.max").write_text("max")
    around = cgroup._around(folder, "memory.max")
    assert around == 5 * GIB
    made = cgroup.Cgroup(folder, folder / "memory.max", around)
    made.allow(10 * GIB)
    assert int((folder / "memory.max").read_text()) == 4 * GIB
