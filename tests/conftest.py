"""What the tests share: the two courses, one warm zygote each, and what is told of a test."""

import ast
import compileall
import os
import re
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import psutil
import pytest
from pytest import TestReport
from xdist.scheduler import LoadFileScheduling

from grader.course import key as keys
from grader.course.course import Course, Lesson
from grader.course.key import AnswerKey
from grader.judge.grading import judge
from grader.judge.submission import Submission, read_submission
from grader.report import CheckResult, Report, Tier
from grader.sandbox import tiers
from grader.sandbox.lanes import SharedZygote
from grader.sandbox.workers import Workers
from grader.sandbox.zygote import Zygote
from grader.wire.messages import Unit

ROOT = Path(__file__).parent.parent
SUBMISSIONS = ROOT / "tests" / "submissions"

os.environ.pop("GRADER_COURSE", None)  # whoever runs the tests may have a course of their own
os.environ["GRADER_LANG"] = "en"  # and read another language

NEEDS = {
    "isolation": {"isolation", "numpy_zygotes", "locked", "tier", "bench_for", "shared"}
    | {"pool", "school", "large", "cluster"},
    "tensorflow": {"tensorflow_zygote"},
    "slow": {"bench_for", "large", "cluster"},
}
"""Markers, and the fixtures that give them to whatever test uses one of these."""

LONG = ("slow", "tensorflow")
"""Markers of what takes long."""

APART = re.compile(
    r"test_an_attack_is_worth_its_values\[\w+|test_killed_at_any_moment\w+\[\w+"
    r"|test_people\.py::\w+(\[\w+)?"
)
"""Tests that several processes can share, by the part of their names that is one's share."""


class Shares(LoadFileScheduling):
    """Where several processes run the tests, each takes whole files, or a share of one.

    So a file's fixtures are made once: a zygote, a browser, a cluster.
    """

    def _split_scope(self, nodeid: str) -> str:
        apart = APART.search(nodeid)
        return apart[0] if apart else super()._split_scope(nodeid)


def pytest_configure(config: pytest.Config) -> None:
    """The package is compiled before any test: where PYTHONDONTWRITEBYTECODE is set, each of the
    thousand processes that the tests start would compile all of it, in more time than it works.
    """
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(ROOT / "grader", quiet=2)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What pytest makes of the tests' modules is kept, lest each of its processes make it anew."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    try:
        return (yield)
    finally:
        sys.dont_write_bytecode = before


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Shares:
    """Files in the order in which they were collected."""
    config.option.loadscopereorder = False
    return Shares(config, log)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A file that imports TensorFlow is not even read where its tests are not asked for."""
    if collection_path.match("test_*.py") and "not tensorflow" in config.option.markexpr:
        return _imports_tensorflow(collection_path) or None
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with what it needs; what takes long begins first, lest it be waited for."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        for marker, givers in NEEDS.items():
            if fixtures & givers or (marker == "tensorflow" and _imports_tensorflow(item.path)):
                item.add_marker(marker)
    items.sort(key=lambda item: not any(item.get_closest_marker(marker) for marker in LONG))


@cache
def _imports_tensorflow(path: Path) -> bool:
    imports = (node for node in ast.parse(path.read_bytes()).body if isinstance(node, ast.Import))
    names = {alias.name for node in imports for alias in node.names}
    return not names.isdisjoint({"keras", "tensorflow"})


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, TestReport, TestReport]:
    """With MUST_WORK no test of isolation is passed over: what it would be skipped for fails it."""
    report = yield
    if report.skipped and item.get_closest_marker("isolation") and os.environ.get("MUST_WORK"):
        report.outcome, report.longrepr = "failed", f"skipped, but MUST_WORK: {report.longrepr}"
    return report


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


def zygote_process(workers: Zygote | SharedZygote) -> psutil.Process:
    """The zygote itself: the innermost of bubblewrap's processes, or the one that was started.

    Beside it may be orphans that bubblewrap has taken in and not yet waited for.
    """
    process = psutil.Process(workers.pid)
    while process.name().startswith("bwrap"):
        process = min(process.children(), key=psutil.Process.create_time)
    return process
