"""`grader doctor`: what can be had here, what can't, why, and what would help."""

import subprocess
import sys

import pytest
from conftest import ROOT
from support.matrix import people

from grader.cli.doctor_text import render
from grader.report import Tier
from grader.sandbox import bubblewrap, tiers
from grader.sandbox.tiers import Layer, Probe

pytestmark = pytest.mark.usefixtures("isolation")

OPEN = Probe(Tier.OPEN, (Layer("process", "A process of its own."),))
LAYERS = (Layer("Landlock", "Files."), Layer("mounts", "A scratch.", "EPERM", "sysctl -w a.b=1"))


def doctor(who: str) -> str:
    """What the command prints when that person runs it."""
    command = [*people()[who], sys.executable, "-m", "grader", "doctor"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("who", people())
def test_it_is_right_for_whoever_asks(who):
    """Root, an ordinary user, and one who may make no user namespaces: the last is confined."""
    best = "confined" if who == "denied" else "sealed"
    text = doctor(who)
    assert text.startswith(f"isolation: {best}, the strongest")
    assert f"sealed: {'no' if who == 'denied' else 'yes'}\n" in text
    assert "confined: yes\n" in text
    for layer in ("session", "limits", "capabilities", "Landlock", "seccomp"):
        assert f"yes {layer} " in text
    assert ("yes nobody" in text) == (who == "root")


def test_what_is_denied_comes_with_why_and_with_what_would_enable_it():
    """The kernel's own words, and the setting that is to be changed."""
    lines = doctor("denied").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  no "))
    end = next(n for n, line in enumerate(lines) if n > at and line.startswith("      try: "))
    assert "bubblewrap" in lines[at]
    assert "max_*_namespaces exceeded" in " ".join(line.strip() for line in lines[at:end])
    assert lines[end].strip() == "try: sysctl -w user.max_user_namespaces=10000"
    assert max(map(len, lines)) <= 80


def test_a_package_that_is_missing_is_named(monkeypatch):
    """With the command that installs it."""
    monkeypatch.setattr(bubblewrap, "found", lambda: None)
    (layer,) = tiers.probe(Tier.SEALED).layers
    assert (layer.failure, layer.remedy) == ("bwrap is not installed", "apt install bubblewrap")


@pytest.mark.parametrize(
    ("entry", "layer", "failure", "remedy"),
    [
        ("linux.landlock_abi = lambda: 1", "Landlock", "version is 1, and 3", "Linux 6.2 or later"),
        ("linux.landlock_abi = lambda: 0", "Landlock", "version is 0, and 3", "landlock in /sys"),
        ("import sys; sys.modules['pyseccomp'] = None", "seccomp", "pyseccomp", "pip install"),
    ],
)
def test_a_layer_that_this_kernel_lacks_is_named(monkeypatch, entry, layer, failure, remedy):
    """An old kernel, or a library that is missing: that layer says no, and why."""
    lacking = f"from grader.worker.lockdown import linux, probe\n{entry}\nimport sys\n"
    lacking += "probe.main(int(sys.argv[1]))"
    monkeypatch.setattr(tiers, "ENTRY", ("-c", lacking))
    found = tiers.probe(Tier.CONFINED)
    assert not found.had
    lost = next(each for each in found.layers if each.failure)
    assert lost.name == layer
    assert failure in lost.failure
    assert remedy in lost.remedy


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_elsewhere_only_open_can_be_had(monkeypatch, system):
    """macOS and Windows: said, with what to use instead."""
    monkeypatch.setattr(tiers.sys, "platform", system)
    probes = list(tiers.probe_all())
    assert [probe.had for probe in probes] == [False, False, True]
    assert system in probes[0].missing and "container" in probes[0].missing
    assert tiers.choose("auto") is Tier.OPEN


def test_a_layer_is_a_line_with_yes_or_no():
    """And two more where it is no."""
    text = render([Probe(Tier.SEALED, LAYERS), OPEN])
    assert text.startswith("isolation: open")
    assert "sealed: no\n  yes Landlock        Files.\n  no  mounts          A scratch.\n" in text
    assert "      why: EPERM\n      try: sysctl -w a.b=1\n" in text
