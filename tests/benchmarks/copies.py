"""How well copies are found, and how fast. Run with `make benchmark`.

For each exercise a class is made (`tests/support/disguised.py` says how): 300 honest files by many
hands, of which no two have more than a third of their functions by the same hand, and copies of 30
of them in disguise: renamed, reordered, reformatted, half of them as notebooks with split cells. A
pair counts as found where `grader compare` lists it. What was tuned (the length of a k-gram, from
which likeness on a pair is listed) was tuned on ex4, ex7 and ex10 with seed 1; the figures are of
other exercises, and of another seed.

Precision is the part of the listed pairs that are copies, recall the part of the copies that are
listed. Every other pair that is listed is a false one.

    copies.py [EXERCISE ...] [--honest 300] [--copies 30] [--seed 2]
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
HELD_OUT = ("ex1", "ex8", "ex9", "ex11")
"""Exercises on which nothing was tuned."""


def measured(name: str, honest: int, copies: int, seed: int) -> None:
    """Make a class of an exercise, compare it as the command does, and print the figures."""
    from support.compared import graded_class
    from support.disguised import made_class

    from grader.classroom.copies import compare_class
    from grader.classroom.copies.reading import read
    from grader.classroom.record import CheckSpec
    from grader.classroom.store import Store
    from grader.course.course import Course

    lesson = Course(ROOT).lesson(name)
    made = made_class(lesson, honest, copies, seed)
    asked = [CheckSpec(c.name, c.title, c.function, 1.0) for c in lesson.exercise.checks]
    with tempfile.TemporaryDirectory() as folder:
        out = graded_class(Path(folder) / "out", made.works)
        with Store(out) as store:
            store.settle({"exercise": name}, asked)
            start, begun = time.monotonic(), time.process_time()
            found = compare_class(store.record(), store.provenances(), out)
            seconds, cpu = time.monotonic() - start, time.process_time() - begun
            likeness = {
                frozenset((pair.one, pair.other)): pair.alike
                for pair in found.rarity.alike(least=0.01, rare=0.1)
            }
    begun = time.process_time()  # the same work once more, where it can be counted
    for work in made.works.values():
        read(work, lesson.exercise.functions)
    cpu += time.process_time() - begun
    listed = {frozenset(pair.students) for pair in found.pairs}
    right = listed & made.copies
    lowest = min(likeness.get(pair, 0.0) for pair in made.copies)
    highest = max((alike for pair, alike in likeness.items() if pair not in made.copies), default=0)
    print(
        f"{name:<5} {honest} honest + {copies} copies (seed {seed}): "
        f"precision {len(right) / max(1, len(listed)):.2f}  recall {len(right) / copies:.2f}  "
        f"in {seconds:.1f} s ({cpu:.1f} s of a processor, and its start)  "
        f"least alike copy {lowest:.2f}, most alike others {highest:.2f}  "
        f"same hand in at most {made.share:.2f} of the functions",
        flush=True,
    )


def main() -> None:
    """Measure the exercises that are named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("exercises", nargs="*", default=HELD_OUT)
    parser.add_argument("--honest", type=int, default=300)
    parser.add_argument("--copies", type=int, default=30)
    parser.add_argument("--seed", type=int, default=2)
    args = parser.parse_args()
    for name in args.exercises:
        measured(name, args.honest, args.copies, args.seed)


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
    main()
