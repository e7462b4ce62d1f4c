"""What a process does that grades for a batch: it carries out one order after another.

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
from grader.course import key as keys
from grader.authoring.exercise import Exercise
from grader.course.course import Lesson, Material
from grader.errors import GraderError
from grader.judge.judge import judge, report, unasked
from grader.course.key import AnswerKey
from grader.report import Report, Tier, Verdict
from grader.sandbox.lanes import Lane, SharedZygote
from grader.sandbox.spawn import Spawner
from grader.sandbox.start import Workers, forks
from grader.sandbox.tiers import choose
from grader.judge.submission import Submission


@dataclass(frozen=True)
class Order:
    """All that grading one submission takes, as it travels to a process that has only the package.

    `isolation` is a tier, or `auto`: the strongest that can be had there, which is open only for
    a submission that is trusted. `address` is that of the zygote to use; empty where the process
    is to have its own.
    """

    material: Material
    key: bytes
    submission: Submission
    isolation: str
    trusted: bool = False
    address: str = ""
    grader: str = __version__


def carry_out(order: Order) -> Report:
    """Judge one submission. What hinders it is ours, and told in the report: ungraded."""
    lesson, key = _learned(order.material, order.key)
    name = order.submission.name
    if order.grader != __version__:
        reason = f"this process has grader {__version__}, and {order.grader} is needed"
        return report(lesson, key, name, unasked(lesson, Verdict.UNGRADED, reason))
    try:
        workers = _workers(lesson.exercise, order)
    except GraderError as error:
        return report(lesson, key, name, unasked(lesson, Verdict.UNGRADED, str(error)))
    return judge(lesson, key, order.submission, workers)


def begin() -> None:
    """What a pool's process does first: end when the one that started it does, however that ends.

    An executor's processes would wait for orders for ever.
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
    return material.lesson(), keys.loads(key, "the batch's key")


_here = threading.local()


def _workers(exercise: Exercise, order: Order) -> Workers:
    """This thread's way to workers, kept for its next order."""
    asked = (exercise.framework, order.isolation, order.trusted, order.address)
    if getattr(_here, "asked", None) != asked:
        _leave()
        _here.workers = _connected(exercise, order)
        _here.asked = asked
    workers: Workers = _here.workers
    return workers


def _leave() -> None:
    if getattr(_here, "asked", None) is not None:
        _here.asked = None
        _here.workers.close()


def _connected(exercise: Exercise, order: Order) -> Workers:
    tier = Tier(order.isolation) if order.address else _chosen(order.isolation, order.trusted)
    if tier is Tier.OPEN and not forks():
        return Spawner(exercise.framework)
    return Lane(exercise.framework, tier, order.address or _own_zygote(exercise, tier).address)


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
