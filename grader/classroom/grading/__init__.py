"""Grade a class: the jobs, the processes that grade them, and the key of the class."""

from grader.classroom.grading.batch import Batch, Watcher
from grader.classroom.grading.class_key import obtain_key
from grader.classroom.grading.cluster import ClusterPool
from grader.classroom.grading.pool import LocalPool, Pool

__all__ = ["Batch", "ClusterPool", "LocalPool", "Pool", "Watcher", "obtain_key"]
