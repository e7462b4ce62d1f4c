"""What isolation costs, as figures and ratios from one run. Run with `make benchmark`.

fork        milliseconds from asking for a worker to the student's first line, in each tier
submission  a right file of exercise 1 with a warm zygote, sealed / open
"""

import statistics
import time
from contextlib import ExitStack

from check import RIGHT, ROOT, compare, seconds

from grader.authoring import Check, Limits
from grader.course import key
from grader.course.course import Course
from grader.judge.grading import judge
from grader.judge.implementation import Implementation
from grader.judge.submission import read_submission
from grader.report import Tier
from grader.sandbox.workers import Workers
from grader.sandbox.zygote import Zygote
from grader.wire.messages import Load, Returned, Unit

ROUNDS = 21
SOURCE = "import time\nFIRST = time.monotonic()\ndef first(): return FIRST\n"
CHECKS = """
from grader.authoring import Exercise
exercise = Exercise("first", title="First", module="first")

@exercise.check(points=1)
def first_line(student):
    "the time of the first line"
    return student.first()
"""
FIRST = Check("first_line", "the time of the first line", "first", print, points=1)


def to_first_line(workers: Workers) -> float:
    """Milliseconds from the request for a worker to the student's first line in it."""
    load = Load("first", [Unit("first.py", SOURCE)], ["first"], CHECKS)
    start = time.monotonic()
    with Implementation(workers, load, Limits()) as student:
        outcome = student.outcome(FIRST, {})
    assert isinstance(outcome, Returned) and isinstance(outcome.value, float)
    return (outcome.value - start) * 1000


def main() -> None:
    """Both, in turns, with one zygote a tier."""
    lesson = Course(ROOT).lesson("ex1")
    answers, submission = key.read_key(lesson.key_path), read_submission(RIGHT)
    with ExitStack() as stack:
        zygotes = {tier: stack.enter_context(Zygote("tensorflow", tier)) for tier in Tier}
        for zygote in zygotes.values():
            zygote.ready()
            to_first_line(zygote)
        rounds = [{t: to_first_line(zygotes[t]) for t in Tier} for _ in range(ROUNDS)]
        for tier in Tier:
            times = sorted(each[tier] for each in rounds)
            more = statistics.median(each[tier] - each[Tier.OPEN] for each in rounds)
            low, high = times[ROUNDS // 4], times[-1 - ROUNDS // 4]
            print(
                f"fork     {tier.value:8} {statistics.median(times):5.1f} ms "
                f"(at best {times[0]:.1f}, half of {ROUNDS} lie in {low:.1f} ... {high:.1f}; "
                f"{more:+.1f} ms against open)"
            )
        sealed, plain = (
            lambda tier=tier: seconds(lambda: judge(lesson, answers, submission, zygotes[tier]))
            for tier in (Tier.SEALED, Tier.OPEN)
        )
        sealed(), plain()
        compare("submission", sealed, plain, rounds=ROUNDS)


if __name__ == "__main__":
    main()
