"""Grade a class: the jobs, the processes that grade them, and the key of the class."""

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
