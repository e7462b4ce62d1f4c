"""The lockdown: what a worker can't do in which tier, and that nothing runs without it."""

import json
import os
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from conftest import ROOT, result, zygote_process
from support.fewer import every_fourth
from support.matrix import people
from support.words import said

from grader.authoring import GIB, MIB, Check, Limits
from grader.course import key as keys
from grader.course.course import Course
from grader.errors import IsolationError
from grader.judge.grading import judge
from grader.judge.implementation import Implementation
from grader.judge.submission import Submission, read_submission
from grader.report import Lost, Status, Tier, Verdict
from grader.sandbox import bubblewrap, cgroup, tiers, zygote
from grader.sandbox.spawn import Spawner
from grader.sandbox.zygote import Zygote
from grader.wire.messages import Load, Loaded, Outcome, Raised, Returned, Unit
from grader.worker.lockdown import seccomp

LIMITS = Limits(call_seconds=5, load_seconds=10, memory=2 * GIB)
pytestmark = pytest.mark.usefixtures("isolation")

CHECKS = """
from grader.authoring import Exercise
exercise = Exercise("probe", title="Probe", module="probe", framework="numpy")

@exercise.check(points=1)
def probe_tells(student):
    "what the worker is asked"
    return student.probe()
"""
RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"
MARK = "a student's line ran"
PROBE = Check("probe_tells", "what the worker is asked", "probe", print, points=1)


def ask(workers, source: str, limits: Limits = LIMITS) -> Outcome | Lost:
    """The outcome of `probe()` in a worker that was given this source."""
    unit = Unit("probe.py", textwrap.dedent(source))
    load = Load("probe", [unit], ["probe"], CHECKS)
    with Implementation(workers, load, limits) as student:
        return student.outcome(PROBE, {})


def told(workers, source: str, limits: Limits = LIMITS):
    """The value that `probe()` returned."""
    outcome = ask(workers, source, limits)
    assert isinstance(outcome, Returned), outcome
    return outcome.value


@pytest.fixture
def grade_as(toy, toy_key):
    """Grade source text as the toy exercise, with these workers."""

    def grade(workers, source=RIGHT):
        submission = Submission("mean.py", (Unit("mean.py", source),))
        return judge(toy, toy_key, submission, workers)

    return grade


# --- what a locked worker is ---------------------------------------------------------------


def test_a_report_names_its_tier(grade_as, numpy_zygotes, tier):
    """A right file gets full marks in every tier, and the report says in which."""
    report = grade_as(numpy_zygotes[tier])
    assert report.passed
    assert report.isolation == tier.value


def test_a_locked_worker_has_no_powers(numpy_zygotes, locked):
    """No capability but that to read Python, no new ones, a filter, another user than root."""
    status = told(
        numpy_zygotes[locked],
        """
        def probe():
            with open("/proc/self/status") as file:
                return dict(line.split(":", 1) for line in file)
        """,
    )
    found = {name: value.strip() for name, value in status.items}
    assert int(found["CapEff"], 16) | 1 << 2 == 1 << 2
    assert (found["NoNewPrivs"], found["Seccomp"]) == ("1", "2")
    assert "0" not in found["Uid"].split("\t")
    assert "0" not in found["Gid"].split("\t")


def test_a_worker_inherits_next_to_nothing(numpy_zygotes, tier, monkeypatch):
    """No variable of the user's, no terminal, no descriptor but the channel and its output."""
    source = """
        import os
        def probe():
            numbers = [n for n in range(100) if _open(n)]
            return [os.getsid(0) == os.getpid(), os.getcwd() == os.environ["TMPDIR"],
                    sorted(os.environ), numbers]
        def _open(n):
            try:
                return bool(os.fstat(n))
            except OSError:
                return False
    """
    monkeypatch.setenv("SECRET_TOKEN", "s3cret")
    with Zygote("numpy", tier) as workers:
        leads, at_home, names, numbers = told(workers, source).items
    assert at_home
    assert leads
    assert not {"SECRET_TOKEN", "SSH_AUTH_SOCK"} & set(names.items)
    if tier is not Tier.OPEN:
        assert len(numbers.items) <= 15, "0, 1, 2, the channel, the output, files of /proc/self"


CAN = {
    "make a socket": "import socket; socket.socket().close()",
    "start a program": "import subprocess; subprocess.run(['true'], check=True)",
    "fork": "import os; pid = os.fork() or os._exit(0); os.waitpid(pid, 0)",
    "read another's file": "open({outside!r}).read()",
    "write beside it": "open({outside!r} + '.new', 'w').close()",
    "change a file's mode": "import os; os.chmod({outside!r}, 0o600)",
    "see other processes": "import os; open('/proc/{pid}/cmdline').read()[0]",
    "signal another process": "import os; os.kill({pid}, 0)",
    "list the home": "import os; os.listdir({home!r})",
    "make a user namespace": "import ctypes; assert ctypes.CDLL(None).unshare(0x10000000) == 0",
}


@pytest.mark.parametrize("what", CAN)
def test_what_is_denied_is_what_works_without_the_lockdown(numpy_zygotes, tier, what, tmp_path):
    """Each denial beside its positive control: the same line in an open worker succeeds."""
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    bystander = subprocess.Popen(["sleep", "60"])
    try:
        line = CAN[what].format(outside=str(outside), pid=bystander.pid, home=str(tmp_path))
        source = f"def probe():\n    {line}\n    return 'done'\n"
        outcome = ask(numpy_zygotes[tier], source)
    finally:
        bystander.kill()
        bystander.wait()
    assert isinstance(outcome, Returned if tier is Tier.OPEN else Raised), outcome
    assert outside.read_text() == "secret"


def test_solutions_are_not_there(numpy_zygotes):
    """Sealed: not denied, but not mounted."""
    source = f"import os\ndef probe(): return [os.path.exists(p) for p in {_secrets()!r}]"
    assert told(numpy_zygotes[Tier.SEALED], source).items == [False] * len(_secrets())


def _secrets() -> list[str]:
    return [
        str(ROOT / "solutions"),
        str(ROOT / "exercises"),
        str(ROOT / "tests"),
        str(ROOT / "grader" / "judge.py"),
        "/etc/passwd",
        "/home",
    ]


@pytest.mark.parametrize("top", ["usr/lib/python3/dist-packages", "venv/lib/site-packages"])
def test_an_installed_course_is_not_shown(monkeypatch, tmp_path, top):
    """In a wheel the keys lie among the packages: all of those is shown but this one's rest."""
    packages = tmp_path / top
    for name in ("grader/worker", "grader/exercises", "numpy"):
        (packages / name).mkdir(parents=True)
    (packages / "grader" / "exercises" / "answers.key").touch()
    monkeypatch.setattr(bubblewrap, "_PACKAGE", packages / "grader")
    monkeypatch.setattr(bubblewrap, "_prefixes", lambda: [str(tmp_path / top.split("/")[0])])
    monkeypatch.setattr(bubblewrap, "_packages", lambda: [str(packages)])
    shown = bubblewrap.readable()
    assert str(packages / "numpy") in shown
    assert str(packages / "grader" / "worker") in shown
    hidden = packages / "grader" / "exercises"
    assert not {str(hidden), *map(str, hidden.parents)} & set(shown)
    assert str(packages) in bubblewrap.listable(), "or no import finds anything there"
    assert str(tmp_path) not in bubblewrap.listable()


def test_only_a_scratch_is_writable_and_it_is_ones_own(numpy_zygotes, locked):
    """A worker finds its scratch empty, and leaves nothing to the next one."""
    source = """
        import os, tempfile
        def probe():
            before = os.listdir()
            with tempfile.NamedTemporaryFile(delete=False) as file:
                file.write(b"mine")
            open("left", "w").close()
            return [before, os.path.exists("left")]
    """
    for _ in range(2):
        before, left = told(numpy_zygotes[locked], source).items
        assert (before.items, left) == ([], True)


def test_killing_everything_kills_the_worker_alone(numpy_zygotes, locked):
    """kill(-1): all others go on, of the same user too."""
    neighbour = numpy_zygotes[locked].fork(LIMITS)
    ask(numpy_zygotes[locked], "import os\ndef probe(): os.kill(-1, 9)")
    unit = Unit("probe.py", "def probe(): return 1")
    load = Load("probe", [unit], ["probe"], CHECKS)
    assert isinstance(neighbour.load(load, 5), Loaded)
    neighbour.close()


@pytest.mark.parametrize(
    ("line", "words"),
    [("os._exit(7)", "exit code 7"), ("os.abort()", "SIGABRT"), ("ctypes.string_at(0)", "SIGSEGV")],
)
def test_how_a_worker_ended_is_told_through_all_processes_around_it(
    numpy_zygotes, tier, line, words
):
    """The exit code or the signal of the student's process, not that of a process around it."""
    outcome = ask(numpy_zygotes[tier], f"import ctypes, os\ndef probe(): {line}")
    assert isinstance(outcome, Lost)
    assert words in str(outcome.reason)


def test_signals_stay_inside_where_landlock_does_not_scope_them(monkeypatch):
    """Before Linux 6.12: the filter takes its own process as the only addressee."""
    old = "from grader.worker.lockdown import landlock\nlandlock.SCOPES_SIGNALS = 99\n"
    monkeypatch.setattr(zygote, "ENTRY", ("-c", old + _MAIN))
    with Zygote("numpy", Tier.CONFINED) as workers:
        assert isinstance(ask(workers, "import os\ndef probe(): os.kill(os.getppid(), 0)"), Raised)
        own = "import os\ndef probe(): return str(os.kill(os.getpid(), 0))"
        assert told(workers, own) == "None"


@pytest.mark.parametrize("architecture", ["X86_64", "AARCH64"])
def test_the_filter_compiles_for_both_architectures(architecture):
    """Other numbers, and names that one of them lacks (open, fork): a program for each."""
    program = seccomp.compiled(None, architecture)
    assert len(program) % 8 == 0
    assert len(program) > 500


# --- limits --------------------------------------------------------------------------------

BREACHES = {
    "memory": ("b'x' * (3 << 30)", "needed more than 2 GB of memory"),
    "open files": ("[open('/dev/null') for _ in range(999)]", "more than 64 files open"),
    "file size": ("open('big', 'wb').write(b'x' * (9 << 20))", "wrote more than 8 MB to a file"),
    "threads": (
        "[threading.Thread(target=time.sleep, args=(9,)).start() for _ in range(9999)]",
        "started more than 40 threads",
    ),
    "processor time": ("any(iter(int, 1))", "killed after 1.5 s of the processor's time"),
    "wall clock": ("time.sleep(60)", "killed after 4.5 s in which it hardly computed"),
}
TIGHT = replace(
    LIMITS, call_seconds=1.5, open_files=64, file_bytes=8 * MIB, processes=40, scratch_files=50
)


@pytest.mark.parametrize("what", BREACHES)
def test_a_breach_names_its_limit(numpy_zygotes, locked, what):
    """What was used up, and how much of it there was."""
    line, words = BREACHES[what]
    source = f"import threading, time\nkept = []\ndef probe():\n    kept.append({line})\n"
    assert words in _said(ask(numpy_zygotes[locked], source, TIGHT))


def _said(outcome: Outcome | Lost) -> str:
    match outcome:
        case Raised():
            return str(outcome.note)
        case Lost():
            return str(outcome.reason)
    return ""


def test_the_scratch_has_a_quota(numpy_zygotes):
    """Sealed: bytes and files. Elsewhere it is the host's disk."""
    sealed, tight = numpy_zygotes[Tier.SEALED], replace(TIGHT, scratch_bytes=4 * MIB)
    many = "def probe():\n    for n in range(99): open(str(n), 'w').close()\n"
    much = "def probe():\n    for n in range(9): open(str(n), 'wb').write(b'x' * (1 << 20))\n"
    for source in (many, much):
        assert "filled its scratch: 4 MB in at most 50 files" in _said(ask(sealed, source, tight))


def test_the_processors_time_is_a_limit_of_its_own(numpy_zygotes, locked):
    """It adds up over threads, and is told apart from the clock on the wall."""
    limits = replace(LIMITS, cpu_seconds=1)
    outcome = ask(numpy_zygotes[locked], "def probe():\n    while True: pass", limits)
    assert isinstance(outcome, Lost)
    assert outcome.verdict is Verdict.TIMEOUT
    assert "killed after 1 s of the processor's time" in str(outcome.reason)


def test_a_crash_for_want_of_memory_names_the_limit(numpy_zygotes, tier):
    """C++ ends a process that has no memory: its last words tell why."""
    source = """
        import os
        def probe():
            os.write(2, b"terminate called after throwing an instance of 'std::bad_alloc'\\n")
            os.abort()
    """
    outcome = ask(numpy_zygotes[tier], source)
    assert isinstance(outcome, Lost)
    assert "needed more than 2 GB of memory" in str(outcome.reason)


def test_a_cgroup_holds_a_zygote_and_its_workers(locked):
    """Where one can be made: with a limit of its own, and removed when they are gone."""
    with Zygote("numpy", locked) as workers:
        assert told(workers, "def probe(): return 1") == 1
        made = workers.cgroup
        if made is not None:
            members = (made.folder / "cgroup.procs").read_text().split()
            assert str(zygote_process(workers).pid) in members
            assert int(made.limit.read_text()) == cgroup.BASE + LIMITS.memory
    assert made is None or not made.folder.exists()


def test_what_is_printed_has_a_limit(numpy_zygotes, tier):
    """An exercise's own, in bytes."""
    source = "def probe(): print('x' * 500)"
    outcome = ask(numpy_zygotes[tier], source, replace(LIMITS, output_bytes=100))
    assert isinstance(outcome, Returned)
    assert outcome.output == "x" * 100 + "…\n"


# --- faults of ours ------------------------------------------------------------------------

_MAIN = "import sys\nfrom grader.worker import zygote\nzygote.main(int(sys.argv[1]))\n"
_BREAK_STEP = """
from grader.worker.lockdown import confine
plan = confine.plan
def broken(setup, machine):
    def fail(cell): raise OSError(1, "broken by a test")
    steps = plan(setup, machine)
    return [s._replace(take=fail) if s.name == {name!r} else s for s in steps]
confine.plan = broken
"""
_BREAK_CALL = """
import os, resource
from grader.worker import zygote
from grader.worker.lockdown import linux
def fail(*arguments): raise OSError(1, "broken by a test")
def broken(*arguments, work=zygote.work):
    {target} = fail
    return work(*arguments)
zygote.work = broken
"""
AS_ROOT = os.geteuid() == 0
INNERMOST = ["lifeline", "limits", "capabilities", "Landlock", "seccomp"]
STEPS = {
    Tier.SEALED: [
        "process tree",
        "session",
        "descriptors",
        "namespaces",
        "mounts",
        *(["nobody"] if AS_ROOT else []),
        "user namespace",
        *INNERMOST,
    ],
    Tier.CONFINED: ["session", "descriptors", *(["nobody"] if AS_ROOT else []), *INNERMOST],
    Tier.OPEN: ["session", "limits"],
}
CALLS = {
    Tier.SEALED: ["linux.unshare", "linux.mount"],
    Tier.CONFINED: [
        "linux.prctl",
        "linux.capset",
        "linux.landlock_create_ruleset",
        "linux.landlock_add_rule",
        "linux.landlock_restrict_self",
        "linux.seccomp",
        "resource.setrlimit",
        "os.chdir",
    ],
    Tier.OPEN: [],
}


def _faults():
    for tier in Tier:
        yield from ((tier, _BREAK_STEP.format(name=name), name) for name in STEPS[tier])
        yield from ((tier, _BREAK_CALL.format(target=name), name) for name in CALLS[tier])


@pytest.mark.parametrize(
    ("tier", "fault"), [pytest.param(t, f, id=f"{t.value}-{n}") for t, f, n in _faults()]
)
def test_a_step_that_fails_keeps_every_line_of_the_students_from_running(
    grade_as, monkeypatch, tier, fault
):
    """Ungraded, no points given or taken, and not even the top of the file was executed."""
    monkeypatch.setattr(zygote, "ENTRY", ("-c", fault + _MAIN))
    with Zygote("numpy", tier) as workers:
        report = grade_as(workers, f"import os\nos.write(2, b{MARK!r})\nraise SystemExit\n")
        log = (workers.home / "zygote.log").read_text()
    assert report.status is Status.UNGRADED
    assert {check.verdict for check in report.checks} == {Verdict.UNGRADED}
    assert "the lockdown failed at" in said(report.checks[0])
    assert MARK not in log + str(report)


def test_the_list_of_steps_above_is_whole(locked):
    """No step is left out of the test above."""
    layers = [layer.name for layer in tiers.probe(locked).layers]
    assert [name for name in layers if name != "bubblewrap"] == STEPS[locked]


def test_root_is_sealed_where_user_namespaces_are_denied(grade_as, monkeypatch):
    """Root mounts without one; anybody else is refused."""
    denied = "from grader.worker.lockdown import namespaces; namespaces.allowed = lambda: False\n"
    denied += "namespaces.own_user = lambda: 1 / 0\n"
    monkeypatch.setattr(zygote, "ENTRY", ("-c", denied + _MAIN))
    with Zygote("numpy", Tier.SEALED) as workers:
        wanted = Status.GRADED if AS_ROOT else Status.UNGRADED
        assert grade_as(workers).status is wanted


def test_a_forged_refusal_is_no_way_out_of_a_zero(grade_as, numpy_zygotes, tier):
    """`ungraded` is for faults of ours: a file that claims one gets its points, which are none."""
    source = """
        import os
        def forge():
            for descriptor in range(3, 64):
                try:
                    os.write(descriptor, b"\\x00\\x00\\x00\\x0c\\x92\\xa7Refused\\xa2no")
                except OSError:
                    pass
        FORGED = forge()
        def mean(x): return FORGED
    """
    report = grade_as(numpy_zygotes[tier], textwrap.dedent(source))
    assert report.status is Status.GRADED
    assert report.score == 0


def test_a_zygote_that_dies_is_started_anew(grade_as, tier):
    """The submission in hand is graded again, and the report is that of a quiet day."""
    with Zygote("numpy", tier) as workers:
        before = grade_as(workers)
        zygote_process(workers).kill()
        after = grade_as(workers)
    assert replace(before, duration_s=0) == replace(after, duration_s=0)


def test_a_zygote_that_dies_in_the_middle_is_started_anew(
    grade_as, toy, toy_key, tmp_path, monkeypatch
):
    """Killed while a worker computes: graded again, once, and right."""
    with Zygote("numpy", Tier.SEALED) as workers:
        fork, forks = workers.fork, []

        def forking(limits, room):
            worker = fork(limits, room)
            forks.append(worker)
            if len(forks) == 1:
                zygote_process(workers).kill()
            return worker

        monkeypatch.setattr(workers, "fork", forking)
        assert grade_as(workers).passed
        assert len(forks) == 2


def test_a_zygote_that_dies_each_time_leaves_the_file_ungraded(grade_as, monkeypatch):
    """Once is bad luck; twice is not tried a third time."""
    with Zygote("numpy", Tier.SEALED) as workers:
        fork, forks = workers.fork, []

        def forking(limits, room):
            forks.append(1)
            worker = fork(limits, room)
            zygote_process(workers).kill()
            return worker

        monkeypatch.setattr(workers, "fork", forking)
        assert grade_as(workers).status is Status.UNGRADED
        assert len(forks) == 2


def test_nothing_outlives_its_zygote(numpy_zygotes, locked):
    """A worker in an endless loop ends when the zygote is killed."""
    with Zygote("numpy", locked) as workers:
        workers.ready()
        worker = workers.fork(LIMITS)
        family = psutil.Process(workers.pid).children(recursive=True)
        zygote_process(workers).kill()
        _, alive = psutil.wait_procs(family, timeout=10)
        assert not [p for p in alive if p.status() != psutil.STATUS_ZOMBIE]
        worker.alive = False


def test_a_zygote_with_two_threads_forks_nobody(grade_as, monkeypatch):
    """A child of it could hang: ungraded, with the reason."""
    thread = "import threading, time\nfrom grader.worker.lockdown import confine\n"
    thread += "survey = confine.survey\n"
    thread += "def late(setup):\n    found = survey(setup)\n"
    thread += "    threading.Thread(target=time.sleep, args=(99,), daemon=True).start()\n"
    thread += "    return found\nconfine.survey = late\n"
    monkeypatch.setattr(zygote, "ENTRY", ("-c", thread + _MAIN))
    with Zygote("numpy", Tier.CONFINED) as workers:
        report = grade_as(workers)
    assert report.status is Status.UNGRADED
    assert "2 threads" in said(report.checks[0])


def test_nobody_looks_into_the_zygote(numpy_zygotes, tier):
    """PR_SET_DUMPABLE is 0: its memory belongs to root, even where the judge is not root."""
    workers = numpy_zygotes[tier]
    workers.ready()
    assert os.stat(f"/proc/{zygote_process(workers).pid}/mem").st_uid == 0


# --- who asks for what ---------------------------------------------------------------------


def _grader(prefix: list[str], *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*prefix, sys.executable, "-m", "grader", *arguments],
        cwd=ROOT / "tests" / "toy",
        capture_output=True,
        text=True,
        check=False,
    )


def _check(prefix: list[str], tier: str) -> subprocess.CompletedProcess:
    reference = str(ROOT / "tests/toy/solutions/ex1_mean/mean.py")
    how = ["--format", "json", "--isolation", tier, "--course", "."]
    return _grader(prefix, "check", "ex1", reference, *how)


@pytest.mark.slow
@pytest.mark.parametrize("who", people())
def test_each_gets_the_strongest_tier_that_can_be_had(who):
    """Root and an ordinary user are sealed; where user namespaces are denied it is confined."""
    best = "confined" if who == "denied" else "sealed"
    report = json.loads(_check(people()[who], "auto").stdout)
    assert (report["isolation"], report["score"]) == (best, 10.0)
    report = json.loads(_check(people()[who], "confined").stdout)
    assert (report["isolation"], report["score"]) == ("confined", 10.0)


def test_a_tier_that_cannot_be_had_is_exit_3_and_nothing_weaker():
    """What is missing, and what would enable it, in one line."""
    done = _check(people()["denied"], "sealed")
    assert (done.returncode, done.stdout) == (3, "")
    assert "--isolation sealed can't be had here: bubblewrap" in done.stderr
    assert "user.max_user_namespaces" in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_bubblewrap_sealed_is_refused(monkeypatch):
    """By name, with the command that installs it."""
    monkeypatch.setattr(bubblewrap, "found", lambda: None)
    with pytest.raises(IsolationError, match="apt install bubblewrap"):
        tiers.choose("sealed")
    assert tiers.choose("auto") is Tier.CONFINED


def test_a_file_of_ones_own_is_checked_open():
    """The default; only -v says it."""
    reference = str(ROOT / "tests/toy/solutions/ex1_mean/mean.py")
    quiet = _grader([], "check", "ex1", reference)
    assert "isolation" not in quiet.stdout + quiet.stderr
    assert "isolation open" in _grader([], "check", "ex1", reference, "-v").stdout


# --- without fork --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def spawner():
    """Workers as macOS and Windows have them."""
    with Spawner("numpy") as workers:
        yield workers


@pytest.mark.parametrize(
    ("source", "verdict", "words"),
    [
        (RIGHT, Verdict.PASSED, ""),
        ("def mean(x): return x.sum(0)", Verdict.PASSED, ""),
        ("import os\ndef mean(x): os._exit(3)", Verdict.CRASHED, "exit code 3"),
        ("import os\ndef mean(x): os.abort()", Verdict.CRASHED, "SIGABRT"),
        ("def mean(x):\n    while True: pass", Verdict.TIMEOUT, "killed after 1.5 s"),
        ("def mean(x):\n    print('seen')\n    1 / 0", Verdict.ERROR, "ZeroDivisionError"),
    ],
)
def test_a_spawned_worker_grades_as_a_forked_one(
    grade_as, numpy_zygotes, spawner, source, verdict, words
):
    """The same protocol, the same report."""
    spawned, forked = grade_as(spawner, source), grade_as(numpy_zygotes[Tier.OPEN], source)
    assert replace(spawned, duration_s=0) == replace(forked, duration_s=0)
    shape = result(spawned, "mean_shape")
    assert shape.verdict is verdict
    assert words in said(shape)


def test_no_spawned_worker_outlives_a_judge_that_is_killed(tmp_path):
    """Nobody else would end a call that never ends: one went on for a quarter of an hour."""
    (tmp_path / "mean.py").write_text("def mean(x):\n    while True: pass\n")
    words = ["-m", "grader", "check", "ex1", "mean.py", "--course", ROOT / "tests" / "toy"]
    environment = os.environ | {"GRADER_SPAWN": "1"}
    judge = psutil.Popen([sys.executable, *words], cwd=tmp_path, env=environment)
    until = time.monotonic() + 60
    workers: list[psutil.Process] = []
    while not any(each.cpu_times().user > 1 for each in workers) and time.monotonic() < until:
        time.sleep(0.1)
        workers = [each for each in judge.children(recursive=True) if each.is_running()]
    assert workers
    judge.kill()
    judge.wait()
    assert not psutil.wait_procs(workers, timeout=20)[1]


def test_a_stranger_on_the_port_is_not_taken_for_a_worker(toy):
    """Only the process that was told the word is answered."""
    import socket

    with Spawner("numpy") as workers:
        with socket.create_connection(workers._listener.getsockname()) as stranger:
            stranger.sendall(b"0" * 33)
            assert told(workers, "def probe(): return 1") == 1


# --- right answers -------------------------------------------------------------------------

STYLES = """
import os, threading
import numpy as np
import tensorflow as tf

@tf.function
def _rows(x):
    out = tf.TensorArray(tf.float32, size=tf.shape(x)[0])
    for i in tf.range(tf.shape(x)[0]):
        row = x[i]
        if tf.reduce_max(row) > 0.0:
            row = row - tf.reduce_max(row)
        else:
            row = row - tf.reduce_max(row)
        e = tf.exp(row)
        out = out.write(i, e / tf.reduce_sum(e))
    return out.stack()

@tf.function(jit_compile=True)
def _compiled(x):
    e = tf.exp(x - tf.reduce_max(x, axis=1, keepdims=True))
    return e / tf.reduce_sum(e, axis=1, keepdims=True)

def _saved(suffix):
    model = tf.keras.Sequential([tf.keras.layers.Input((3,)), tf.keras.layers.Dense(2)])
    model.compile(loss="mse")
    data = tf.data.Dataset.from_tensor_slices((np.ones((8, 3), "f"), np.ones((8, 2), "f")))
    model.fit(data.shuffle(8).map(lambda a, b: (a, b), num_parallel_calls=2).batch(4), verbose=0)
    path = os.path.join(os.environ["TMPDIR"], "model" + suffix)
    model.save(path)
    again = tf.keras.models.load_model(path, compile=False)
    one, other = (m.predict(np.ones((1, 3)), verbose=0) for m in (model, again))
    assert np.allclose(one, other)

def softmax(logits):
    if not os.path.exists("done"):
        for suffix in (".keras", ".h5"):
            _saved(suffix)
        open("done", "w").close()
        seen = []
        thread = threading.Thread(target=lambda: seen.append(_compiled(logits)))
        thread.start(), thread.join()
        tf.debugging.assert_near(seen[0], _rows(logits), atol=1e-5)
    return _rows(logits)
"""


@pytest.mark.slow
@pytest.mark.parametrize("strongest", [Tier.SEALED, Tier.CONFINED], ids=lambda t: t.value)
def test_what_a_course_uses_works_in_every_tier(ex1, ex1_key, strongest):
    """AutoGraph, XLA, tf.data, threads, .keras and .h5, and all exercises: right is right."""
    course = Course(ROOT)
    submission = Submission("logistic.py", (Unit("logistic.py", STYLES),))
    with Zygote("tensorflow", strongest) as workers:
        key, only = every_fourth(ex1_key), ["softmax_shape", "softmax_values"]
        report = judge(ex1, key, submission, workers, only=only)
        rest = [
            judge(
                course.lesson(name),
                every_fourth(keys.read_key(course.lesson(name).key_path)),
                read_submission(path),
                workers,
            )
            for name, path in _others()
        ]
    assert [(check.verdict, said(check)) for check in report.checks] == [(Verdict.PASSED, "")] * 2
    assert [report.score for report in rest] == [7, 10, 10]  # the notebook has two faults


def _others() -> list[tuple[str, Path]]:
    """A notebook, a training loop, and a network that is trained."""
    names = {"ex1": "ex1_notebook.ipynb", "ex2": "ex2_right.py", "ex3": "ex3_right.py"}
    return [(name, ROOT / "tests" / "submissions" / file) for name, file in names.items()]


# --- what two workers could tell each other ------------------------------------------------


def test_files_that_are_locked_work(numpy_zygotes, tier):
    """A database, and a file that the kernel is asked to make room for: in every tier."""
    source = """
        import fcntl, os, sqlite3
        def probe():
            with sqlite3.connect("a.db") as base:
                base.execute("create table t (x)")
                base.execute("insert into t values (1)")
            with open("locked", "w") as file:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                fcntl.lockf(file, fcntl.LOCK_UN)
                os.posix_fallocate(file.fileno(), 0, 5000)
                size = os.fstat(file.fileno()).st_size
            with sqlite3.connect("a.db") as base:
                return [base.execute("select count(*) from t").fetchone()[0], size]
    """
    assert told(numpy_zygotes[tier], source).items == [1, 5000]


OF_PROC = ["maps", "status", "stat", "statm", "cmdline", "comm", "limits"]


def test_what_a_computation_reads_of_itself_can_be_read(numpy_zygotes, tier):
    """Its maps and its memory, which libraries ask for; and how many descriptors and threads."""
    source = f"""
        import os
        def probe():
            sizes = [len(open("/proc/self/" + name).read()) for name in {OF_PROC}]
            return sizes + [len(os.listdir("/proc/self/" + name)) for name in ("fd", "task")]
    """
    assert min(told(numpy_zygotes[tier], source).items) >= 1


@pytest.mark.parametrize(
    "name", ["mountinfo", "mounts", "net/unix", "net/dev", "task/{tid}/net/tcp"]
)
def test_of_the_system_proc_shows_nothing_in_confined(numpy_zygotes, name):
    """Single files of its own, and not the folder, in which the system's sockets and mounts lie."""
    source = f"""
        import os, threading
        def probe():
            path = "/proc/self/{name}".format(tid=threading.get_native_id())
            return os.path.exists(path) and len(open(path).read())
    """
    assert isinstance(ask(numpy_zygotes[Tier.CONFINED], source), Raised)
    assert isinstance(ask(numpy_zygotes[Tier.OPEN], source), Returned)
