"""Grade a class: the jobs, the processes that grade them, and the key of the class.

Each name is loaded when it is first used: a process that only grades has no use for the pages.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.classroom.grading.batch import Batch
    from grader.classroom.grading.class_key import (
        KEY,
        can_have_key,
        must_be_secret,
        obtain_key,
        secret_key,
    )
    from grader.classroom.grading.cluster import ClusterPool
    from grader.classroom.grading.ledger import Watcher
    from grader.classroom.grading.pool import LocalPool, Pool

_FROM = {
    "batch": ("Batch",),
    "class_key": (
        "KEY",
        "can_have_key",
        "must_be_secret",
        "obtain_key",
        "secret_key",
    ),
    "cluster": ("ClusterPool",),
    "ledger": ("Watcher",),
    "pool": (
        "LocalPool",
        "Pool",
    ),
}

__all__ = [
    "KEY",
    "Batch",
    "ClusterPool",
    "LocalPool",
    "Pool",
    "Watcher",
    "can_have_key",
    "must_be_secret",
    "obtain_key",
    "secret_key",
]


def __getattr__(name: str) -> Any:
    for module, names in _FROM.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
