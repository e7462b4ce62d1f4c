"""From a solution to all that others get, and the proof that it is right.

Each name is loaded when it is first used: `grader lint` answers at once, without Hypothesis.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.build.adopting.cut import Cut, cut_down
    from grader.build.adopting.oracle import Oracle, Wanted
    from grader.build.adopting.tried import Tried, tried
    from grader.build.adopting.vetted import Word
    from grader.build.adopting.written import Adopted, must_be_possible
    from grader.build.begin import (
        course_files,
        exercise_files,
        installed_from,
        plan_exercise,
        write_new,
    )
    from grader.build.counterexample import live
    from grader.build.generate import build_key
    from grader.build.handout import build_notebook, build_stub
    from grader.build.inputs_file import load_strategies
    from grader.build.lint import (
        Fault,
        lint_course,
        lint_exercise,
        must_be_sound,
        stale_files,
    )
    from grader.build.matrix import render_verification
    from grader.build.mutants import Recorder
    from grader.build.mutation.adopt import adopt
    from grader.build.mutation.round import Budget, Round, hunt
    from grader.build.mutation.told import render_round
    from grader.build.preview import (
        Seen,
        chosen_mistakes,
        formulas_left,
        is_preview_page,
        render_preview,
        render_preview_page,
        see_mistakes,
    )
    from grader.build.progress import Progress, silent
    from grader.build.verification import Verification
    from grader.build.verified import remember, unchanged
    from grader.build.verify import verify_exercise
    from grader.build.words import renewed, words_of
    from grader.build.written import write_built

_FROM = {
    "adopting.cut": ("Cut", "cut_down"),
    "adopting.oracle": ("Oracle", "Wanted"),
    "adopting.tried": ("Tried", "tried"),
    "adopting.vetted": ("Word",),
    "adopting.written": ("Adopted", "must_be_possible"),
    "begin": ("course_files", "exercise_files", "installed_from", "plan_exercise", "write_new"),
    "counterexample": ("live",),
    "generate": ("build_key",),
    "handout": ("build_notebook", "build_stub"),
    "inputs_file": ("load_strategies",),
    "lint": ("Fault", "lint_course", "lint_exercise", "must_be_sound", "stale_files"),
    "matrix": ("render_verification",),
    "mutants": ("Recorder",),
    "mutation.adopt": ("adopt",),
    "mutation.round": ("Budget", "Round", "hunt"),
    "mutation.told": ("render_round",),
    "preview": (
        "Seen",
        "chosen_mistakes",
        "formulas_left",
        "is_preview_page",
        "render_preview",
        "render_preview_page",
        "see_mistakes",
    ),
    "progress": ("Progress", "silent"),
    "verification": ("Verification",),
    "verified": ("remember", "unchanged"),
    "verify": ("verify_exercise",),
    "words": ("renewed", "words_of"),
    "written": ("write_built",),
}

__all__ = [
    "Adopted",
    "Budget",
    "Cut",
    "Fault",
    "Oracle",
    "Progress",
    "Recorder",
    "Round",
    "Seen",
    "Tried",
    "Verification",
    "Wanted",
    "Word",
    "adopt",
    "build_key",
    "build_notebook",
    "build_stub",
    "chosen_mistakes",
    "course_files",
    "cut_down",
    "exercise_files",
    "formulas_left",
    "hunt",
    "installed_from",
    "is_preview_page",
    "lint_course",
    "lint_exercise",
    "live",
    "load_strategies",
    "must_be_possible",
    "must_be_sound",
    "plan_exercise",
    "remember",
    "render_preview",
    "render_preview_page",
    "render_round",
    "render_verification",
    "renewed",
    "see_mistakes",
    "silent",
    "stale_files",
    "tried",
    "unchanged",
    "verify_exercise",
    "words_of",
    "write_built",
    "write_new",
]


def __getattr__(name: str) -> Any:
    for module, names in _FROM.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
