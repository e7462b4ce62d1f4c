"""From a solution to all that others get, and the proof that it is right."""

from grader.build import begin, preview
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
from grader.build.verification import Verification
from grader.build.verified import remember, unchanged
from grader.build.verify import stale_files, verify_exercise
from grader.build.written import write_built

__all__ = [
    "PUBLIC_SEED",
    "Budget",
    "Progress",
    "Round",
    "Verification",
    "adopt",
    "begin",
    "build_key",
    "build_notebook",
    "build_stub",
    "hunt",
    "live",
    "load_strategies",
    "preview",
    "remember",
    "render_round",
    "render_verification",
    "silent",
    "stale_files",
    "unchanged",
    "verify_exercise",
    "write_built",
]
