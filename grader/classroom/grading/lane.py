"""What a process does that grades for a batch: it does one job after another.

The same function serves a pool of this machine, whose processes share one zygote, and a cluster,
each of whose processes keeps a zygote of its own.
"""

import atexit
import os
import threading
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import connection, parent_process

from grader import __version__
from grader.authoring import Exercise
from grader.course import AnswerKey, Lesson, Material, decode_key
from grader.errors import GraderError
from grader.judge import Submission, judge, make_report, not_run
from grader.report import Report, Tier, Verdict
from grader.sandbox import Lane, SharedZygote, Spawner, Workers, choose, forks
from grader.text import Message


@dataclass(frozen=True)
class Job:
    """All that grading one submission takes, as it travels to a process that has only the package.

    `isolation` is a tier, or `auto`: the strongest that can be had there, and `open` only for a
    submission that is trusted. `address` is the address of the zygote to use; it is empty where the
    process is to start its own.
    """

    material: Material
    key: bytes
    submission: Submission
    isolation: str
    trusted: bool = False
    address: str = ""
    grader: str = __version__


def grade(job: Job) -> Report:
    """Judge one submission. Where the grader fails, the report says so: it is ungraded."""
    lesson, key = _learned(job.material, job.key)
    name = job.submission.name
    if job.grader != __version__:
        reason = Message(
            "this process has grader {version}, and {needed} is needed",
            version=__version__,
            needed=job.grader,
        )
        return make_report(lesson, key, name, not_run(lesson, Verdict.UNGRADED, reason))
    try:
        workers = _workers(lesson.exercise, job)
    except GraderError as error:
        return make_report(lesson, key, name, not_run(lesson, Verdict.UNGRADED, error.messages[0]))
    return judge(lesson, key, job.submission, workers, traced=True)


def begin() -> None:
    """What a pool's process does first: see to it that it ends with the process that started it.

    Otherwise an executor's processes would wait for jobs for ever.
    """
    parent = parent_process()
    if parent is not None:
        watch = threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True)
        watch.start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


@lru_cache(maxsize=1)
def _learned(material: Material, key: bytes) -> tuple[Lesson, AnswerKey]:
    return material.lesson(), decode_key(key, "the batch's key")


_here = threading.local()


def _workers(exercise: Exercise, job: Job) -> Workers:
    """Where this thread gets workers from, kept for its next job."""
    wanted = (exercise.framework, job.isolation, job.trusted, job.address)
    if getattr(_here, "wanted", None) != wanted:
        _leave()
        _here.workers = _connected(exercise, job)
        _here.wanted = wanted
    workers: Workers = _here.workers
    return workers


def _leave() -> None:
    if getattr(_here, "wanted", None) is not None:
        _here.wanted = None
        _here.workers.close()


def _connected(exercise: Exercise, job: Job) -> Workers:
    tier = Tier(job.isolation) if job.address else _chosen(job.isolation, job.trusted)
    if tier is Tier.OPEN and not forks():
        return Spawner(exercise.framework)
    return Lane(exercise.framework, tier, job.address or _own_zygote(exercise, tier).address)


_chosen = lru_cache(choose)
_own_lock = threading.Lock()
_zygotes: dict[tuple[str, Tier], SharedZygote] = {}


def _own_zygote(exercise: Exercise, tier: Tier) -> SharedZygote:
    """This process's zygote, started when it is first needed."""
    framework = exercise.framework
    with _own_lock:
        if (framework, tier) not in _zygotes:
            zygote = SharedZygote(framework, tier, os.cpu_count() or 1, exercise.limits.memory)
            atexit.register(zygote.close)
            _zygotes[framework, tier] = zygote
        return _zygotes[framework, tier]
