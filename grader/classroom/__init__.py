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
from grader.classroom.publish import PLAN, publish_class, render_plan, render_summary, write
from grader.classroom.rebuild import rebuild
from grader.classroom.record import Entry, State
from grader.classroom.store import Decision, Store

__all__ = [
    "KEY",
    "PLAN",
    "Batch",
    "ClusterPool",
    "Decision",
    "Entry",
    "LocalPool",
    "Plan",
    "Pool",
    "State",
    "Store",
    "can_have_key",
    "collect_handins",
    "decide",
    "must_match",
    "not_written",
    "obtain_key",
    "publish_class",
    "read_roster",
    "rebuild",
    "render_plan",
    "render_summary",
    "write",
]
