"""The processes of a dask cluster as a pool of a batch: the extra `grader[cluster]`."""

import socket
from concurrent.futures import Future
from typing import Any, Self
from urllib.parse import urlsplit

from grader.classroom.grading.lane import Job, grade
from grader.errors import SandboxError, UsageError
from grader.report import Report
from grader.text import Message

_SECONDS = 10
_START = "`dask scheduler` and `dask worker ADDRESS --nthreads 1` start one"


class ClusterPool:
    """The workers of a scheduler. Each of their processes starts a zygote of its own.

    They need the installed package and nothing else: a job brings the exercise and the key. When a
    worker is lost, dask gives its job to another one.
    """

    def __init__(self, address: str):
        try:
            from distributed import Client  # an extra: without a cluster, dask is not needed
        except ImportError:
            raise UsageError("--cluster needs dask: pip install 'grader[cluster]'") from None
        self._address = address
        _answers(address)
        try:
            self._client: Any = Client(address, timeout=_SECONDS, set_as_default=False)
        except (OSError, TypeError, ValueError) as error:
            raise UsageError(
                "no dask scheduler answers at {address} ({error}); {start}",
                address=address,
                error=error,
                start=_START,
            ) from None
        if not self._threads():
            self._client.close()
            raise UsageError(
                "the scheduler at {address} has no workers; start some with `dask worker "
                "{address} --nthreads 1`",
                address=address,
            )
        self._executor = self._client.get_executor(pure=False)

    @property
    def lanes(self) -> int:
        """The threads of all workers that are there now."""
        return sum(self._threads().values()) or 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._is_there():
            self._executor.shutdown(wait=False)
        self._client.close()

    def submit(self, job: Job) -> "Future[Report]":
        """Have a job done by a worker that is free."""
        if not self._is_there():
            raise self._gone()
        future: Future[Report] = self._executor.submit(grade, job)
        return future

    def ready(self) -> None:
        """Nothing: each worker begins when its first job comes."""

    def renew(self) -> None:
        """Nothing: dask replaces what it has lost."""

    def trouble(self) -> Message | None:
        """Says when there are no workers; raises SandboxError when the scheduler is gone."""
        if not self._is_there():
            raise self._gone()
        if self._threads():
            return None
        return Message("no worker of {address} is left; waiting for one", address=self._address)

    def _threads(self) -> dict[str, int]:
        try:
            return dict(self._client.nthreads()) if self._is_there() else {}
        except OSError:  # it is on its way out
            return {}

    def _is_there(self) -> bool:
        return bool(self._client.status == "running")

    def _gone(self) -> SandboxError:
        return SandboxError(
            "the scheduler at {address} is gone; it has to be started again", address=self._address
        )


def _answers(address: str) -> None:
    """Raise UsageError where nothing listens: dask would try again and again."""
    try:
        place = urlsplit(address)
        if not place.scheme or not place.hostname or not place.port:
            raise UsageError(
                "--cluster {address}: an address looks like tcp://HOST:8786", address=address
            )
        socket.create_connection((place.hostname, place.port), _SECONDS).close()
    except (OSError, ValueError) as error:
        raise UsageError(
            "no dask scheduler answers at {address} ({error}); {start}",
            address=address,
            error=error,
            start=_START,
        ) from None
