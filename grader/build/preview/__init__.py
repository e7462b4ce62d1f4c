"""What a student will see of an exercise: the report on each known mistake, and the task."""

from collections.abc import Sequence
from pathlib import Path

from grader.build.preview.seen import Seen, chosen_mistakes, see_mistakes
from grader.build.preview.text import render_preview
from grader.course import Lesson

# A page needs a parser of Markdown and one of formulas. Who checks a file of his own imports this
# room too, for a smaller example, and does not wait for them.


def render_preview_page(lesson: Lesson, seen: Sequence[Seen], stale: Sequence[str]) -> str:
    """The task in both languages and what is said of each known mistake, as one page of HTML."""
    from grader.build.preview.page import render

    return render(lesson, seen, stale)


def formulas_left(lesson: Lesson) -> Sequence[tuple[Path, int, str]]:
    """The formulas of both READMEs that the page shows as they are written, by file and line."""
    from grader.build.preview.page import formulas_left as left

    return [*left(lesson)]


def is_preview_page(text: str) -> bool:
    """Whether a file is an earlier page, which a new one may replace."""
    from grader.build.preview.page import BEGINS

    return text.startswith(BEGINS)


__all__ = [
    "Seen",
    "chosen_mistakes",
    "formulas_left",
    "is_preview_page",
    "render_preview",
    "render_preview_page",
    "see_mistakes",
]
