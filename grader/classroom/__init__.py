"""A class: who handed in what, how it is graded, its record, and what people read of it."""

from grader.classroom.collect import Plan, collect_handins, read_roster
from grader.classroom.grading import Batch, ClusterPool, LocalPool, Pool, obtain_key
from grader.classroom.publish import PLAN, publish_class, render_plan, render_summary, write
from grader.classroom.record import Entry, State
from grader.classroom.store import Store

__all__ = [
    "PLAN",
    "Batch",
    "ClusterPool",
    "Entry",
    "LocalPool",
    "Plan",
    "Pool",
    "State",
    "Store",
    "collect_handins",
    "obtain_key",
    "publish_class",
    "read_roster",
    "render_plan",
    "render_summary",
    "write",
]
