"""A class: who handed in what, how it is graded, its record, and what people read of it.

Each name is loaded when it is first used: a process that only grades has no use for the pages.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.classroom.collect import (
        Plan,
        collect_handins,
        decide,
        must_match,
        read_roster,
        with_groups,
        work_of_one,
    )
    from grader.classroom.copies import LEAST_ALIKE, Comparison, compare_class
    from grader.classroom.deciding import Written, undo_decision, write_decisions
    from grader.classroom.faults import not_written
    from grader.classroom.grading import (
        KEY,
        Batch,
        ClusterPool,
        LocalPool,
        Pool,
        can_have_key,
        obtain_key,
        secret_key,
    )
    from grader.classroom.overrides import Line
    from grader.classroom.publish import (
        COPIES,
        PLAN,
        Scale,
        Spoken,
        feedback_of_files,
        feedback_of_worksheet,
        fill,
        pairs_table,
        publish_class,
        read_canvas,
        read_moodle,
        render_beside,
        render_filled,
        render_pairs,
        render_plan,
        render_summary,
        write,
        write_grades,
    )
    from grader.classroom.rebuild import rebuild
    from grader.classroom.record import ClassRecord, Entry, State
    from grader.classroom.release import (
        File,
        Wheel,
        colab_notebook,
        gradescope_autograder,
        students_release,
        wheel_of,
        write_files,
    )
    from grader.classroom.rulings import EXCUSED, SCORE, Counted, counted
    from grader.classroom.store import Decision, Store

_FROM = {
    "collect": (
        "Plan",
        "collect_handins",
        "decide",
        "must_match",
        "read_roster",
        "with_groups",
        "work_of_one",
    ),
    "copies": (
        "LEAST_ALIKE",
        "Comparison",
        "compare_class",
    ),
    "deciding": (
        "Written",
        "undo_decision",
        "write_decisions",
    ),
    "faults": ("not_written",),
    "grading": (
        "KEY",
        "Batch",
        "ClusterPool",
        "LocalPool",
        "Pool",
        "can_have_key",
        "obtain_key",
        "secret_key",
    ),
    "overrides": ("Line",),
    "publish": (
        "COPIES",
        "PLAN",
        "Scale",
        "Spoken",
        "feedback_of_files",
        "feedback_of_worksheet",
        "fill",
        "pairs_table",
        "publish_class",
        "read_canvas",
        "read_moodle",
        "render_beside",
        "render_filled",
        "render_pairs",
        "render_plan",
        "render_summary",
        "write",
        "write_grades",
    ),
    "rebuild": ("rebuild",),
    "record": (
        "ClassRecord",
        "Entry",
        "State",
    ),
    "release": (
        "File",
        "Wheel",
        "colab_notebook",
        "gradescope_autograder",
        "students_release",
        "wheel_of",
        "write_files",
    ),
    "rulings": (
        "EXCUSED",
        "SCORE",
        "Counted",
        "counted",
    ),
    "store": (
        "Decision",
        "Store",
    ),
}

__all__ = [
    "COPIES",
    "EXCUSED",
    "KEY",
    "LEAST_ALIKE",
    "PLAN",
    "SCORE",
    "Batch",
    "ClassRecord",
    "ClusterPool",
    "Comparison",
    "Counted",
    "Decision",
    "Entry",
    "File",
    "Line",
    "LocalPool",
    "Plan",
    "Pool",
    "Scale",
    "Spoken",
    "State",
    "Store",
    "Wheel",
    "Written",
    "can_have_key",
    "colab_notebook",
    "collect_handins",
    "compare_class",
    "counted",
    "decide",
    "feedback_of_files",
    "feedback_of_worksheet",
    "fill",
    "gradescope_autograder",
    "must_match",
    "not_written",
    "obtain_key",
    "pairs_table",
    "publish_class",
    "read_canvas",
    "read_moodle",
    "read_roster",
    "rebuild",
    "render_beside",
    "render_filled",
    "render_pairs",
    "render_plan",
    "render_summary",
    "secret_key",
    "students_release",
    "undo_decision",
    "wheel_of",
    "with_groups",
    "work_of_one",
    "write",
    "write_decisions",
    "write_files",
    "write_grades",
]


def __getattr__(name: str) -> Any:
    for module, names in _FROM.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
