"""A dask cluster's processes as those that grade for a batch: the extra `grader[cluster]`."""

import math
from concurrent.futures import Future
from typing import Any, Self

from distributed import Client

from grader.errors import UsageError
from grader.lane import Order, carry_out
from grader.results import Report

RETRIES = 3
"""How often dask gives an order to another worker when its worker is lost."""

_SECONDS = "10s"


class ClusterPool:
    """The workers of a scheduler. Each of their processes starts a zygote of its own.

    They need the installed package and nothing else: an order brings the exercise and the key.
    """

    def __init__(self, address: str):
        try:
            self._client: Any = Client(address, timeout=_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"no dask scheduler answers at {address} ({error}); start one with "
                "`dask scheduler`, and workers with `dask worker ADDRESS --nthreads 1`"
            ) from None
        threads = sum(self._client.nthreads().values())
        if not threads:
            self._client.close()
            raise UsageError(
                f"the scheduler at {address} has no workers; start some with "
                f"`dask worker {address} --nthreads 1`"
            )
        self.lanes = math.ceil(threads)
        self._executor = self._client.get_executor(pure=False, retries=RETRIES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._executor.shutdown(wait=False)
        self._client.close()

    def submit(self, order: Order) -> "Future[Report]":
        """Have an order carried out by a worker that is free."""
        future: Future[Report] = self._executor.submit(carry_out, order)
        return future

    def renew(self) -> None:
        """Dask replaces what it has lost by itself."""
