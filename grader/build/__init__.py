"""From a solution to all that others get, and the proof that it is right."""

from grader.build.begin import course_files, exercise_files, plan_exercise, write_new
from grader.build.counterexample import live, load_strategies
from grader.build.generate import (
    PUBLIC_SEED,
    Progress,
    build_key,
    build_notebook,
    build_stub,
    silent,
)
from grader.build.matrix import render as render_verification
from grader.build.preview import (
    Seen,
    chosen_mistakes,
    is_preview_page,
    render_preview,
    render_preview_page,
    see_mistakes,
)
from grader.build.verification import Verification
from grader.build.verify import stale_files, verify_exercise
from grader.build.written import write_built

__all__ = [
    "PUBLIC_SEED",
    "Progress",
    "Seen",
    "Verification",
    "build_key",
    "build_notebook",
    "build_stub",
    "chosen_mistakes",
    "course_files",
    "exercise_files",
    "is_preview_page",
    "live",
    "load_strategies",
    "plan_exercise",
    "render_preview",
    "render_preview_page",
    "render_verification",
    "see_mistakes",
    "silent",
    "stale_files",
    "verify_exercise",
    "write_built",
    "write_new",
]
