"""Every file of the attack corpus gets the score of its values, and does nothing to others."""

import json
import os
import shutil
import socket
import stat
import subprocess
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import psutil
import pytest
from conftest import ROOT, zygote_process
from support.attack_corpus import ATTACKS, CHANNEL, SECURITY, TABLE, Attack, table, with_summary
from support.peak import Peak
from support.words import said

from grader.authoring import GIB, MIB
from grader.build import generate as build
from grader.course import key as keys
from grader.course.course import Course, Lesson
from grader.course.key import AnswerKey
from grader.formats import Options, terminal
from grader.formats import json as json_format
from grader.judge.grading import judge
from grader.judge.submission import read_submission
from grader.report import Report, Status, Tier, Verdict
from grader.sandbox import tiers
from grader.sandbox.zygote import Zygote
from grader.wire.messages import Returned

TIERS = os.environ.get("GRADER_TIERS", "sealed confined open").split()
"""The tiers in which the corpus is graded."""

SECRET = "GRADER_CANARY_SECRET"
ABSTRACT = f"grader-attacks-{os.getpid()}"
GRADES = "a neighbour,17\n"
REPORT_BYTES = 300_000
JUDGE_BYTES, JUDGE_SECONDS = 300 << 20, 10
"""How much more memory, and how much of the processor's time, an attack may cost the judge."""

HONEST = {
    "toy": (
        "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n",
        "def mean(x): return x.sum(0)\ndef spread(x): return x.min(), x.max() + 1\n",
    ),
    "ex1": (
        (ROOT / "tests/submissions/ex1_right.py").read_text(encoding="utf-8"),
        (ROOT / "tests/submissions/ex1_wrong.py").read_text(encoding="utf-8"),
    ),
    "guess": (
        (ROOT / "tests/guessing/solutions/ex1_guess/guess.py").read_text(encoding="utf-8"),
        "def guess(x): return 0 * x\ndef word(): return 'b'\n",
    ),
    "ex3": (
        (ROOT / "tests/submissions/ex3_right.py").read_text(encoding="utf-8"),
        "def create_network(): return 1\n",
    ),
}
COURSES = {"toy": ROOT / "tests/toy", "guess": ROOT / "tests/guessing"}
QUICK = {"ex1": ("softmax",), "ex3": ("create_network_is_model", "create_network_layers")}
"""The checks that are asked of the neighbours, where all would take long."""


def pytest_cases() -> list:
    """Each attack in each tier, but for those that need a lockdown to be harmless."""
    return [
        pytest.param(tier, attack, id=_name(tier, attack), marks=_marks(tier, attack))
        for tier in TIERS
        for attack in ATTACKS
        if tier in _tiers(attack)
    ]


def _tiers(attack: Attack) -> list[str]:
    return [tier for tier in TIERS if tier != "open" or attack.open != "never"]


def _marks(tier: str, attack: Attack) -> list[pytest.MarkDecorator]:
    """One tier of each is tried all day, another one for the next attack; make thorough tries all,
    and networks, which compute for a minute."""
    marks = [pytest.mark.tensorflow] if attack.exercise in QUICK else []
    tiers_of = _tiers(attack)
    daily = tiers_of[zlib.crc32(attack.name.encode()) % len(tiers_of)]
    return [*marks, pytest.mark.thorough] if marks or tier != daily else marks


def _name(tier: str, attack: Attack) -> str:
    """What it is called in a report, and chosen by."""
    denied = "-denied" if attack.denied else ""
    return f"{tier}-{attack.category}-{attack.name}{denied}"


# --- what is around an attack --------------------------------------------------------------


class Bench:
    """An exercise with a warm zygote in one tier, and what honest files get there."""

    def __init__(self, tier: str, exercise: str):
        self.tier = tier
        name = exercise if exercise in QUICK else "ex1"
        self.lesson: Lesson = Course(COURSES.get(exercise, ROOT)).lesson(name)
        # Small ones are met sooner; two seconds are much for what takes a millisecond.
        own = replace(self.lesson.exercise.limits, file_bytes=32 * MIB, scratch_files=1000)
        own = replace(own, memory=3 * GIB, predicate_seconds=2)
        own = replace(own, call_seconds=min(20, own.call_seconds))  # training may take minutes
        toy = replace(own, call_seconds=2, load_seconds=4)
        self.lesson.exercise.limits = own if exercise in QUICK else toy
        self.neighbours_checks = QUICK.get(exercise, ())
        self.zygote = Zygote(self.lesson.exercise.framework, Tier(tier))
        self.zygote.ready()
        kept = self.lesson.key_path.is_file()
        self.public = keys.read_key(self.lesson.key_path) if kept else self.built(0)
        self.pid = zygote_process(self.zygote).pid
        self.family = self.processes()
        self.sources = HONEST[exercise]
        self.quiet = self.honest()
        self.state = self.of_the_zygote()

    def honest(self) -> list[str]:
        """The reports of a right file and of a wrong one."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / self.lesson.file_name
            found = []
            for source in self.sources:
                path.write_text(source, encoding="utf-8")
                found.append(without_duration(self.grade(path, only=self.neighbours_checks)))
        return found

    def grade(
        self,
        path: Path,
        key: AnswerKey | None = None,
        seconds: str = "",
        only: tuple[str, ...] = (),
    ) -> Report:
        """The report on a file."""
        limits = self.lesson.exercise.limits
        if seconds:
            self.lesson.exercise.limits = replace(limits, submission_seconds=float(seconds))
        try:
            return judge(
                self.lesson, key or self.public, read_submission(path), self.zygote, only=only
            )
        finally:
            self.lesson.exercise.limits = limits

    @cache  # noqa: B019
    def secret(self) -> AnswerKey:
        """A key of another seed than the public one's."""
        return self.built(20_240_229)

    def built(self, seed: int) -> AnswerKey:
        """A key of a seed, which names no mistakes."""
        return build.build_key(self.lesson, self.zygote, seed, public=seed == 0, mistakes=[])

    def of_the_zygote(self) -> tuple:
        """What of the zygote must be as it was: its threads, descriptors, limits and folder."""
        if os.geteuid() != 0:  # it lets nobody look into it
            return (sorted(os.listdir(self.zygote.home)),)
        process = psutil.Process(self.pid)
        descriptors = {
            os.readlink(f"/proc/{self.pid}/fd/{number}")
            for number in os.listdir(f"/proc/{self.pid}/fd")
        }
        with open(f"/proc/{self.pid}/limits", encoding="utf-8") as limits:
            return (
                process.num_threads(),
                process.nice(),
                process.cwd(),
                descriptors,
                limits.read(),
                sorted(os.listdir(self.zygote.home)),
            )

    def processes(self) -> list[int]:
        """The processes that descend from the zygote, whoever their parent is now.

        Bubblewrap takes in its orphans. Elsewhere they are known by the environment that they
        began with, which names its folder, where it may be read.
        """
        outer = psutil.Process(self.zygote.pid)
        own = {outer.pid} | {
            child.pid for child in outer.children(recursive=True) if is_alive(child)
        }
        mark = f"HOME={self.zygote.home}\0".encode()
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                if mark in Path(f"/proc/{pid}/environ").read_bytes():
                    own.add(int(pid))  # a zombie's is empty
            except OSError:
                continue
        return sorted(own)


def is_alive(process: psutil.Process) -> bool:
    """Whether it runs; a zombie does not."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def without_duration(report: Report) -> str:
    """The report as JSON, apart from what no run has in common with another."""
    return json_format.render(replace(report, duration_s=0.0))


@pytest.fixture(scope="module")
def bench_for() -> Iterator[Callable[[str, str], Bench]]:
    """The bench of a tier and exercise, made when it is first asked for."""
    benches: dict[tuple[str, str], Bench] = {}

    def bench(tier: str, exercise: str) -> Bench:
        if (tier, exercise) not in benches:
            found = tiers.probe(Tier(tier))
            if not found.had and not os.environ.get("MUST_WORK"):
                pytest.skip(f"{tier} can't be had: {found.missing}")
            assert found.had, found.missing
            benches[tier, exercise] = Bench(tier, exercise)
        return benches[tier, exercise]

    yield bench
    for made in benches.values():
        made.zygote.close()


@dataclass(frozen=True)
class Outside:
    """What lies outside of a worker: a process and sockets of the same user's."""

    neighbour: int
    port: int


@pytest.fixture(scope="module")
def outside() -> Iterator[Outside]:
    """A process with a secret in its environment, and two servers."""
    environment = {"PATH": os.environ["PATH"], SECRET: "a secret"}
    neighbour = subprocess.Popen(["sleep", "3600"], env=environment, start_new_session=True)
    with socket.create_server(("127.0.0.1", 0), backlog=100) as tcp:
        with socket.socket(socket.AF_UNIX) as abstract:
            abstract.bind(f"\0{ABSTRACT}")
            abstract.listen(100)
            yield Outside(neighbour.pid, tcp.getsockname()[1])
    neighbour.kill()
    neighbour.wait()


@pytest.fixture
def canary(bench_for) -> Iterator[Path]:
    """A folder of the judge's: grades, a solution, a neighbour's file, packages, a socket."""
    folder = Path(tempfile.mkdtemp(prefix="judge-"))
    folder.chmod(0o755)
    (folder / "gradebook.csv").write_text(GRADES)
    (folder / "solution.py").write_text("def mean(x): return x.mean(0)\n")
    for name in ("neighbour", "site-packages"):
        (folder / name).mkdir()
    shutil.copy(folder / "solution.py", folder / "neighbour" / "mean.py")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket"))
        server.listen(100)
        yield folder
    shutil.rmtree(folder)


def contents(folder: Path) -> dict:
    """All files below a folder: mode, time of change, content."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        content = path.read_bytes() if stat.S_ISREG(status.st_mode) else b""
        found[str(path)] = (status.st_mode, status.st_mtime_ns, content)
    return found


def handed_in(attack: Attack, bench: Bench, folder: Path, canary: Path, outside: Outside) -> Path:
    """The attack as a file, its placeholders replaced."""
    places = {
        "@CANARY@": str(canary),
        "@KEY@": str(canary / "answers.key"),
        "@NEIGHBOUR@": str(outside.neighbour),
        "@ZYGOTE@": str(bench.pid),
        "@PORT@": str(outside.port),
        "@DEEP@": 60_000 * "-",
        "@ABSTRACT@": ABSTRACT,
    }
    text = attack.text.replace(b"# @CHANNEL@", CHANNEL.read_bytes())
    for name, value in places.items():
        text = text.replace(name.encode(), value.encode())
    if b"@TABLE@" in text:
        text = text.replace(b"@TABLE@", answers(bench.public).encode())
    path = folder / (attack.file or bench.lesson.file_name)
    path.write_bytes(b"" if attack.source == "empty" else text)
    return path


def answers(key: AnswerKey) -> str:
    """What the toy's key expects of `mean`, as a table in Python."""
    rows = {}
    for name in ("mean_shape", "mean_values"):
        check = key.checks[name]
        for inputs, expected in zip(check.cases, check.expected, strict=True):
            assert isinstance(expected, Returned)
            x, mean = inputs["x"].numpy(), expected.value.numpy()
            rows[x.shape, x.tobytes()] = f"np.array({mean.tolist()}, {str(mean.dtype)!r})"
    return "{" + ", ".join(f"{inputs!r}: {mean}" for inputs, mean in rows.items()) + "}"


# --- the corpus ----------------------------------------------------------------------------


@pytest.mark.parametrize(("tier", "attack"), pytest_cases())
def test_an_attack_is_worth_its_values(tier, attack, bench_for, outside, canary, tmp_path):
    """Its verdicts and score are those of its values; its neighbours, the files around it, the
    zygote and the judge are as they would be without it.

    With no lockdown, what a lockdown is to deny must succeed: that proves the denial.
    """
    bench = bench_for(tier, attack.exercise)
    key = bench.secret() if attack.key == "secret" else bench.public
    keys.write_key(canary / "answers.key", key)
    path = handed_in(attack, bench, tmp_path, canary, outside)
    before = contents(canary)
    peak, begun = Peak(), time.process_time()

    report = bench.grade(path, key, attack.seconds)

    assert peak.grown() < JUDGE_BYTES
    assert time.process_time() - begun < JUDGE_SECONDS
    assert_expected(report, attack, tier)
    assert_presentable(report)
    assert bench.honest() == bench.quiet
    if not (tier == "open" and attack.denied):
        assert contents(canary) == before
        assert "neighbour,17" not in without_duration(report)
    assert not list(Path("/dev/shm").glob("grader-attack*"))
    assert_alone(bench, 10 if tier == "open" else 2)
    assert bench.of_the_zygote() == bench.state
    assert psutil.pid_exists(outside.neighbour)


def assert_expected(report: Report, attack: Attack, tier: str) -> None:
    """The header's verdicts and score; in the open, full ones where the attack must succeed."""
    found = {check.name: check.verdict.value for check in report.checks}
    shown = "\n".join(f"{c.name} {c.verdict.value}: {said(c)[:300]}" for c in report.checks)
    assert report.status is Status.GRADED, shown
    control = attack.open if tier == "open" else "same"
    if control == "succeeds" or (control == "depends" and report.passed):
        assert report.passed, shown
        assert report.score == report.max_score
        return
    allowed = attack.verdicts(list(found))
    assert all(verdict in allowed[name] for name, verdict in found.items()), shown
    assert report.score in attack.scores, shown


def assert_presentable(report: Report) -> None:
    """It is short, it is JSON, and nothing in it moves the cursor."""
    text = json_format.render(report)
    assert len(text.encode()) < REPORT_BYTES
    assert json.loads(text)["score"] == report.score
    shown = terminal.render(report, Options(verbose=True, width=100))
    assert not any(c != "\n" and (c < " " or "\x7f" <= c < "\xa0") for c in shown)


def assert_alone(bench: Bench, seconds: float) -> None:
    """No process is left of the attack. In the open a daemon may take its few seconds."""
    until = time.monotonic() + seconds
    while bench.processes() != bench.family and time.monotonic() < until:
        time.sleep(0.02)
    assert bench.processes() == bench.family


def test_the_table_of_the_corpus_is_up_to_date():
    """Every file is in it, with the words of its header."""
    assert TABLE.read_text(encoding="utf-8") == table()
    assert all(f"[{attack.name}]" in table() for attack in ATTACKS)
    text = SECURITY.read_text(encoding="utf-8")
    assert text == with_summary(text)


def test_a_right_file_that_is_an_attack_nowhere_passes(bench_for):
    """The neighbours are graded for real: one has all points, and one has not."""
    right, wrong = (json.loads(text) for text in bench_for(TIERS[0], "toy").quiet)
    assert right["score"] == right["max_score"]
    assert wrong["score"] < wrong["max_score"]
    assert {check["verdict"] for check in right["checks"]} == {Verdict.PASSED.value}
