"""What the tests share: the two courses, and one warm zygote each."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from grader.course import key as keys
from grader.course.course import Course, Lesson
from grader.course.key import AnswerKey
from grader.judge.grading import judge
from grader.judge.submission import Submission, read_submission
from grader.report import CheckResult, Report, Tier
from grader.sandbox import tiers
from grader.sandbox.workers import Workers
from grader.sandbox.zygote import Zygote
from grader.wire.messages import Unit

ROOT = Path(__file__).parent.parent
SUBMISSIONS = ROOT / "tests" / "submissions"


@pytest.fixture(scope="session")
def toy() -> Lesson:
    """A small exercise in NumPy: its workers start in a tenth of a second."""
    return Course(ROOT / "tests" / "toy").lesson("ex1")


@pytest.fixture(scope="session")
def toy_key(toy: Lesson) -> AnswerKey:
    """The toy's public key."""
    return keys.read_key(toy.key_path)


@pytest.fixture(scope="session")
def numpy_zygote() -> Iterator[Zygote]:
    """A zygote for the toy."""
    with Zygote("numpy") as zygote:
        yield zygote


@pytest.fixture(scope="session")
def isolation() -> None:
    """For tests of the lockdown: where it can't be had they are passed over, but never in CI."""
    for tier in (Tier.SEALED, Tier.CONFINED):
        found = tiers.probe(tier)
        if not found.had and not os.environ.get("MUST_WORK"):
            pytest.skip(f"{tier.value} can't be had: {found.missing}")
        assert found.had, found.missing


@pytest.fixture(scope="session")
def numpy_zygotes() -> Iterator[dict[Tier, Workers]]:
    """A zygote for the toy in every tier. A tier that can't be had fails; none is passed over."""
    with ExitStack() as stack:
        yield {tier: stack.enter_context(Zygote("numpy", tier)) for tier in Tier}


@pytest.fixture(params=list(Tier), ids=lambda tier: tier.value)
def tier(request: pytest.FixtureRequest) -> Tier:
    """Each tier."""
    return request.param


@pytest.fixture(params=[Tier.SEALED, Tier.CONFINED], ids=lambda tier: tier.value)
def locked(request: pytest.FixtureRequest) -> Tier:
    """Each tier that promises something."""
    return request.param


@pytest.fixture(scope="session")
def ex1() -> Lesson:
    """The first exercise of the course."""
    return Course(ROOT).lesson("ex1")


@pytest.fixture(scope="session")
def ex1_key(ex1: Lesson) -> AnswerKey:
    """Its public key."""
    return keys.read_key(ex1.key_path)


@pytest.fixture(scope="session")
def tensorflow_zygote() -> Iterator[Zygote]:
    """A zygote with TensorFlow, warm for the whole session."""
    with Zygote("tensorflow") as zygote:
        yield zygote


@pytest.fixture(scope="session")
def ex2() -> Lesson:
    """The second exercise of the course."""
    return Course(ROOT).lesson("ex2")


@pytest.fixture(scope="session")
def ex3() -> Lesson:
    """The third exercise of the course."""
    return Course(ROOT).lesson("ex3")


@pytest.fixture
def grade_toy(toy: Lesson, toy_key: AnswerKey, numpy_zygote: Zygote) -> Callable[..., Report]:
    """Grade source text, or a file, as the toy exercise."""

    def grade(source: str | Path) -> Report:
        submission = (
            read_submission(source)
            if isinstance(source, Path)
            else Submission("mean.py", (Unit("mean.py", source),))
        )
        return judge(toy, toy_key, submission, numpy_zygote)

    return grade


@pytest.fixture
def grade_ex1(ex1: Lesson, ex1_key: AnswerKey, tensorflow_zygote: Zygote) -> Callable[..., Report]:
    """Grade source text as exercise 1, optionally only some functions."""

    def grade(source: str, *only: str) -> Report:
        submission = Submission("logistic.py", (Unit("logistic.py", source),))
        return judge(ex1, ex1_key, submission, tensorflow_zygote, only=only)

    return grade


def result(report: Report, name: str) -> CheckResult:
    """The result of the check called `name`."""
    return next(check for check in report.checks if check.name == name)


def zygote_process(workers: Zygote) -> psutil.Process:
    """The zygote itself: the innermost of bubblewrap's processes, or the one that was started.

    Beside it may be orphans that bubblewrap has taken in and not yet waited for.
    """
    process = psutil.Process(workers.pid)
    while process.name().startswith("bwrap"):
        process = min(process.children(), key=psutil.Process.create_time)
    return process
