"""What is said of each known mistake, for a terminal."""

from collections.abc import Sequence
from textwrap import wrap

from grader import formats
from grader.build.preview.seen import Seen
from grader.course import Lesson
from grader.text import clean


def render_preview(
    lesson: Lesson, seen: Sequence[Seen], stale: Sequence[str], options: formats.Options
) -> str:
    """A part for each mistake: its name, what its author should know, and what a student sees."""
    exercise, excerpt = lesson.exercise, formats.excerpt()
    count = f"{len(seen)} known mistake{'' if len(seen) == 1 else 's'}"
    lines = [f"{exercise.name} {clean(exercise.title)}: what a student sees of {count}"]
    lines += [f"! {clean(line)}" for line in stale]
    for each in seen:
        name, width = f"wrong/{each.path.name} ", min(options.width, 100)
        lines += ["", name + "─" * max(width - len(name), 0)]
        for note in each.notes:
            lines += wrap(f"! {clean(str(note))}", max(width, 20), subsequent_indent="  ")
        lines.append(excerpt(each.report, options).strip("\n"))
    return "\n".join(lines)
