"""Attacks and trees of processes, as other users than the one who runs the tests."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT
from support.matrix import people

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize("who", [who for who, prefix in people().items() if prefix])
@pytest.mark.usefixtures("isolation")
def test_attacks_are_denied_whoever_runs_the_judge(who):
    """What others than this user get as their strongest tier denies as much: nothing is skipped."""
    chosen = ["tests/sandbox/test_attacks.py", "-k", "escape or peeking or denied"]
    assert_passed(who, "confined" if who == "denied" else "sealed", *chosen)


@pytest.mark.usefixtures("isolation")
def test_an_ordinary_users_zygote_makes_trees_as_roots_does():
    """By a power in bubblewrap's namespace of users, where root's has its own.

    An ordinary user who runs the tests has run those of trees as one already.
    """
    if os.geteuid() == 0:
        assert_passed("user", "sealed", "tests/sandbox/test_processes.py")


def assert_passed(who: str, tiers: str, *chosen: str) -> None:
    """That tests which somebody runs, with a zygote in these tiers, pass and are not skipped."""
    done = subprocess.run(
        [*people()[who], sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *chosen],
        cwd=ROOT,
        env=os.environ | {"GRADER_TIERS": tiers, "MUST_WORK": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-1000:]
    assert "skipped" not in done.stdout.splitlines()[-1]
