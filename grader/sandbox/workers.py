"""Workers, in the way that this platform allows."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, Self

from grader.authoring import Limits
from grader.report import Tier
from grader.sandbox.spawn import Spawner
from grader.sandbox.worker import Worker
from grader.sandbox.zygote import Zygote


class Workers(Protocol):
    """Where workers come from: a zygote that forks them, or processes started one by one."""

    framework: str
    tier: Tier
    versions: dict[str, str]

    def ready(self) -> dict[str, str]:
        """Wait until the framework is imported; the versions of what was."""

    def fork(self, limits: Limits, allowance: int | None = None) -> Worker:
        """A new worker; it may send `allowance` bytes, by default `limits.answers`."""

    def restart(self) -> None:
        """Start again, after it died."""

    def close(self) -> None:
        """End all that was started."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...


def forks() -> bool:
    """Whether workers are forked. They are on Linux, where this is safe after the import."""
    return sys.platform == "linux" and "GRADER_SPAWN" not in os.environ


def start(framework: str, tier: Tier = Tier.OPEN, private: Sequence[Path] = ()) -> Workers:
    """Start something that gives workers. It imports the framework in the background.

    But in the open, the workers see nothing of the `private` folders.
    """
    if tier is Tier.OPEN and not forks():
        return Spawner(framework)
    return Zygote(framework, tier, private=private)
