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
from grader.build.verification import Verification
from grader.build.verified import remember, unchanged
from grader.build.verify import stale_files, verify_exercise
from grader.build.written import write_built

__all__ = [
    "PUBLIC_SEED",
    "Progress",
    "Verification",
    "begin",
    "build_key",
    "build_notebook",
    "build_stub",
    "live",
    "load_strategies",
    "preview",
    "remember",
    "render_verification",
    "silent",
    "stale_files",
    "unchanged",
    "verify_exercise",
    "write_built",
]
