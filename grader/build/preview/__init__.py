"""What a student will see of an exercise: the report on each known mistake, and the task."""

from grader.build.preview.page import is_page, render
from grader.build.preview.seen import Seen, chosen, see
from grader.build.preview.text import text

__all__ = ["Seen", "chosen", "is_page", "render", "see", "text"]
