"""From a solution to all that others get, and the proof that it is right."""

from grader.build.begin import course_files, exercise_files, plan_exercise, write_new
from grader.build.counterexample import live
from grader.build.generate import (
    PUBLIC_SEED,
    Progress,
    build_key,
    build_notebook,
    build_stub,
    silent,
)
from grader.build.inputs_file import load_strategies
from grader.build.matrix import render as render_verification
from grader.build.mutation.adopt import adopt
from grader.build.mutation.round import Budget, Round, hunt
from grader.build.mutation.told import render as render_round
from grader.build.preview import (
    Seen,
    chosen_mistakes,
    is_preview_page,
    render_preview,
    render_preview_page,
    see_mistakes,
)
from grader.build.verification import Verification
from grader.build.verified import remember, unchanged
from grader.build.verify import stale_files, verify_exercise
from grader.build.written import write_built

__all__ = [
    "PUBLIC_SEED",
    "Budget",
    "Progress",
    "Round",
    "Seen",
    "Verification",
    "adopt",
    "build_key",
    "build_notebook",
    "build_stub",
    "chosen_mistakes",
    "course_files",
    "exercise_files",
    "hunt",
    "is_preview_page",
    "live",
    "load_strategies",
    "plan_exercise",
    "remember",
    "render_preview",
    "render_preview_page",
    "render_round",
    "render_verification",
    "see_mistakes",
    "silent",
    "stale_files",
    "unchanged",
    "verify_exercise",
    "write_built",
    "write_new",
]
