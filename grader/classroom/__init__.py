"""A class: who handed in what, how it is graded, its record, and what people read of it."""

from grader.classroom.collect import Plan, collect_handins, decide, must_match, read_roster
from grader.classroom.faults import not_written
from grader.classroom.grading import (
    KEY,
    Batch,
    ClusterPool,
    LocalPool,
    Pool,
    can_have_key,
    obtain_key,
)
from grader.classroom.publish import (
    PLAN,
    Scale,
    feedback_of_files,
    feedback_of_worksheet,
    fill,
    publish_class,
    read_canvas,
    read_moodle,
    render_filled,
    render_plan,
    render_summary,
    write,
    write_grades,
)
from grader.classroom.rebuild import rebuild
from grader.classroom.record import ClassRecord, Entry, State
from grader.classroom.store import Decision, Store

__all__ = [
    "KEY",
    "PLAN",
    "Batch",
    "ClassRecord",
    "ClusterPool",
    "Decision",
    "Entry",
    "LocalPool",
    "Plan",
    "Pool",
    "Scale",
    "State",
    "Store",
    "can_have_key",
    "collect_handins",
    "decide",
    "feedback_of_files",
    "feedback_of_worksheet",
    "fill",
    "must_match",
    "not_written",
    "obtain_key",
    "publish_class",
    "read_canvas",
    "read_moodle",
    "read_roster",
    "rebuild",
    "render_filled",
    "render_plan",
    "render_summary",
    "write",
    "write_grades",
]
