"""The corpus of attacks, as others than the user who runs the tests."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT
from matrix import people


@pytest.mark.parametrize("who", [who for who, prefix in people().items() if prefix])
@pytest.mark.usefixtures("isolation")
def test_attacks_are_denied_whoever_runs_the_judge(who):
    """What others than this user get as their strongest tier denies as much: nothing is skipped."""
    tests = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_attacks.py"]
    chosen = ["-k", "escape or peeking or denied"]
    tier = "confined" if who == "denied" else "sealed"
    done = subprocess.run(
        [*people()[who], sys.executable, *tests, *chosen],
        cwd=ROOT,
        env=os.environ | {"GRADER_TIERS": tier, "MUST_WORK": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-1000:]
    assert "skipped" not in done.stdout.splitlines()[-1]
