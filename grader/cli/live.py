"""Looking for a smaller failing input, where the solution is at hand."""

from argparse import ArgumentParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.course import Lesson
    from grader.judge import Shrink
    from grader.sandbox import Workers


def add_option(parser: ArgumentParser) -> None:
    """`--shrink CALLS`."""
    parser.add_argument(
        "--shrink",
        type=int,
        default=100,
        metavar="CALLS",
        help="where the solution is at hand, how many calls may be spent on a smaller failing "
        "input (default 100; 0 for none)",
    )


def shrinking(lesson: "Lesson", zygote: "Workers", calls: int) -> "Shrink | None":
    """What looks for a smaller input; None where there is no solution, or no calls are left."""
    if not lesson.has_solution or calls <= 0:
        return None
    from grader.authoring import Check
    from grader.judge import Failure, Implementation

    def shrink(check: Check, student: Implementation) -> Failure | None:
        # Hypothesis is imported only when a failure is there to be shrunk.
        from grader.build import live, load_strategies

        request = lesson.load_request([lesson.unit(lesson.reference)])
        try:
            strategies = load_strategies(lesson)
            with Implementation(zygote, request, lesson.exercise.limits) as reference:
                return live(check, strategies[check.name], student, reference, calls)
        except Exception:  # strategies are an author's code; `grader verify` says what they raise
            return None

    return shrink
