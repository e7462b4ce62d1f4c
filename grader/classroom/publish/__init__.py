"""From the record of a class to what people read: letters, a table, a page, a platform's file."""

from grader.classroom.publish.canvas import read_canvas
from grader.classroom.publish.copies import COPIES, pairs_table, render_beside, render_pairs
from grader.classroom.publish.filled_text import render as render_filled
from grader.classroom.publish.filling import Scale, fill
from grader.classroom.publish.matching import NOT_THERE, match_rows
from grader.classroom.publish.moodle import read_moodle
from grader.classroom.publish.moodle_feedback import Spoken
from grader.classroom.publish.moodle_feedback import of_files as feedback_of_files
from grader.classroom.publish.moodle_feedback import of_worksheet as feedback_of_worksheet
from grader.classroom.publish.plan import render as render_plan
from grader.classroom.publish.publish import (
    PLAN,
    publish_class,
    publish_page,
    write,
    write_grades,
)
from grader.classroom.publish.sheet import Place, Platform
from grader.classroom.publish.summary import render as render_summary
from grader.classroom.publish.watchers import watched

__all__ = [
    "COPIES",
    "NOT_THERE",
    "PLAN",
    "Place",
    "Platform",
    "Scale",
    "Spoken",
    "feedback_of_files",
    "feedback_of_worksheet",
    "fill",
    "match_rows",
    "pairs_table",
    "publish_class",
    "publish_page",
    "read_canvas",
    "read_moodle",
    "render_beside",
    "render_filled",
    "render_pairs",
    "render_plan",
    "render_summary",
    "watched",
    "write",
    "write_grades",
]
