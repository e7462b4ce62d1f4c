"""Which tier of isolation this machine can have. It is tried, not guessed."""

import os
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader import wire
from grader.authoring import Limits
from grader.errors import IsolationError, SandboxError
from grader.report import Tier
from grader.sandbox import bubblewrap, launch
from grader.sandbox.zygote import bounds, worker_user
from grader.text import Message
from grader.wire import Refused, forking
from grader.wire.forking import Fork, Tried

ENTRY = ("-m", "grader.worker.lockdown.probe")
_SECONDS = 30


@dataclass(frozen=True)
class Layer:
    """A layer of a tier: what it gives, why it can't be had here (or empty), what would help."""

    name: str
    buys: str
    failure: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Probe:
    """What was found out about one tier. The tier can be had when no layer fails."""

    tier: Tier
    layers: tuple[Layer, ...]

    @property
    def had(self) -> bool:
        """Whether all layers work."""
        return not any(layer.failure for layer in self.layers)

    @property
    def missing(self) -> str:
        """The first layer that fails, why, and what to do about it."""
        layer = next(layer for layer in self.layers if layer.failure)
        advice = f" ({layer.remedy})" if layer.remedy else ""
        return f"{layer.name}: {layer.failure}{advice}"


def choose(wanted: str, trusted: bool = True) -> Tier:
    """The tier that was asked for, or with `auto` the strongest that can be had.

    Raises IsolationError when it can't be had: a weaker tier is never taken in its place, and open
    is taken only for what is trusted.
    """
    if wanted == "auto":
        return _strongest(trusted)
    tier = Tier(wanted)
    if tier is Tier.OPEN and not trusted:
        raise IsolationError(
            "--isolation open lets a submission do what you can do; "
            "if that is meant, add --trust-submissions"
        )
    found = probe(tier)
    if not found.had:
        raise IsolationError(
            "--isolation {tier} can't be had here: {missing}; `grader doctor` says more",
            tier=wanted,
            missing=found.missing,
        )
    return tier


def _strongest(trusted: bool) -> Tier:
    missing = ""
    for found in probe_all():
        if found.had and (trusted or found.tier is not Tier.OPEN):
            return found.tier
        missing = missing if found.had else found.missing
    raise IsolationError(
        "this machine can have no isolation: {missing}; `grader doctor` says more, and "
        "--trust-submissions grades without isolation",
        missing=missing,
    )


def probe_all() -> Iterator[Probe]:
    """All tiers, the strongest first; each is tried when the iterator comes to it."""
    return map(probe, Tier)


def probe(tier: Tier) -> Probe:
    """Try every layer of a tier."""
    if tier is Tier.OPEN:
        return Probe(tier, (Layer("process", "A process of its own, ended by the clock."),))
    if sys.platform != "linux":
        advice = "use a container or a virtual machine with Linux"
        return Probe(tier, (Layer("Linux", "Its layers.", f"this is {sys.platform}", advice),))
    if tier is Tier.CONFINED:
        return Probe(tier, tuple(_tried(tier)))
    return Probe(tier, tuple(_sealed()))


def _sealed() -> Iterator[Layer]:
    buys = "Solutions, keys and home are not mounted."
    if bubblewrap.found() is None:
        yield Layer("bubblewrap", buys, "bwrap is not installed", "apt install bubblewrap")
        return
    try:
        layers = list(_tried(Tier.SEALED))
    except _NotStarted as error:
        yield Layer("bubblewrap", buys, str(error), _remedy("bubblewrap", str(error)))
        return
    yield Layer("bubblewrap", buys)
    yield from layers


class _NotStarted(Exception):
    """The probe did not answer: no process can run in this tier."""


def _tried(tier: Tier) -> Iterator[Layer]:
    try:
        answer = _ask(tier)
    except _NotStarted as error:
        if tier is Tier.SEALED:
            raise
        answer = Refused(Message("{error}", error=error))
    if isinstance(answer, Refused):
        reason = str(answer.reason)
        yield Layer("seccomp", "", reason, _remedy("seccomp", reason))
        return
    for layer in answer.layers:
        remedy = _remedy(layer.name, layer.failure) if layer.failure else ""
        yield Layer(layer.name, layer.buys, layer.failure, remedy)


def _ask(tier: Tier) -> Tried | Refused:
    """Run the probe in the place of a zygote of this tier."""
    sealed = tier is Tier.SEALED
    with tempfile.TemporaryDirectory(prefix="grader-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        scratch = home / "probe"
        scratch.mkdir()
        user = worker_user(tier)
        if user:
            home.chmod(0o711)
            os.chown(scratch, user, user)
        process, control = launch.launch(ENTRY, launch.setup("none", tier), home)
        place = bubblewrap.SCRATCH if sealed else str(scratch)
        try:
            with control:
                return _answer(control, wire.frame(Fork(place, bounds(Limits()), user)))
        except (OSError, SandboxError) as error:
            reason = launch.last_line(home) or str(error)
            raise _NotStarted(reason) from error
        finally:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()


def _answer(control: socket.socket, request: bytes) -> Any:
    control.settimeout(_SECONDS)
    control.sendall(request)
    message = forking.receive(control, forking.inbox())
    if message is None:
        raise SandboxError("the probe ended without an answer")
    return message


_REMEDIES = (
    ("libseccomp", "apt install libseccomp2, pip install pyseccomp"),
    ("pyseccomp", "apt install libseccomp2, pip install pyseccomp"),
    ("Landlock's version", "Linux 6.2 or later, with landlock in /sys/kernel/security/lsm"),
    ("landlock", "a kernel that lists landlock in /sys/kernel/security/lsm"),
)
_NO_NAMESPACES = {"bubblewrap", "process tree", "namespaces", "mounts", "user namespace"}


def _remedy(name: str, failure: str) -> str:
    """What would enable a layer."""
    if name in _NO_NAMESPACES:
        return _namespaces_remedy()
    return next((advice for word, advice in _REMEDIES if word in failure), "")


def _namespaces_remedy() -> str:
    """The command that undoes the setting by which this machine denies user namespaces."""
    for path, denies in _SWITCHES:
        value = _read(path)
        if value is not None and denies(int(value)):
            name = path.removeprefix("/proc/sys/").replace("/", ".")
            wanted = 10000 if "max" in name else 1 - int(value)
            return f"sysctl -w {name}={wanted}"
    return "in Docker: --privileged, or --security-opt seccomp=unconfined --cap-add SYS_ADMIN"


_SWITCHES = (
    ("/proc/sys/user/max_user_namespaces", lambda value: value == 0),
    ("/proc/sys/kernel/unprivileged_userns_clone", lambda value: value == 0),
    ("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", lambda value: value == 1),
)


def _read(path: str) -> str | None:
    try:
        return Path(path).read_text("ascii").strip()
    except OSError:
        return None
