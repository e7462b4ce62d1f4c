"""`grader mutate`: which changes the checks let pass, and what is said of them."""

import re
import shutil
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest
from conftest import ROOT

from grader.build.generate import build_key
from grader.build.lint import lint_exercise
from grader.build.mutants import Mutant
from grader.build.mutation.adopt import adopt
from grader.build.mutation.fate import Said
from grader.build.mutation.fresh import Kind, others
from grader.build.mutation.round import Budget, Hunt, candidates, in_order_of, short_round
from grader.build.mutation.source import mutations
from grader.build.mutation.told import in_short, render_round, unnoticed
from grader.cli.program import main
from grader.course import key as keys
from grader.course.course import Course
from grader.errors import StaleKeyError, UsageError
from grader.wire import Array, Inputs, Map, Seq

TOY = ROOT / "tests" / "toy"


def silent(what: str, done: int, total: int) -> None:
    """No progress."""


@pytest.fixture
def course(tmp_path, numpy_zygote):
    """The toy with another text in some of its files, and a key of that."""

    def made(with_key: bool = True, **texts: tuple[str, str]):
        shutil.copytree(TOY, tmp_path / "toy")
        lesson = Course(tmp_path / "toy").lesson("ex1")
        files = {
            "checks": lesson.folder / "checks.py",
            "inputs": lesson.inputs,
            "reference": lesson.reference,
        }
        for name, (old, new) in texts.items():
            text = files[name].read_text()
            assert re.search(old, text, re.DOTALL)
            files[name].write_text(re.sub(old, new, text, flags=re.DOTALL))
        lesson = Course(tmp_path / "toy").lesson("ex1")
        if with_key:
            keys.write_key(lesson.key_path, build_key(lesson, numpy_zygote, mistakes=()))
        return lesson

    return made


def tried(lesson, zygote, wanted: str = "", budget: Budget = Budget(), right: bool = False):  # noqa: B008
    """What becomes of the changes, or of those that give a line with these words."""
    found = [m for m in candidates(lesson, right=right, progress=silent) if wanted in m.after]
    assert found
    hunt = Hunt(lesson, keys.read_key(lesson.key_path), [zygote], 0, 100)
    return hunt.run(found, budget, silent)


def test_no_change_of_the_toy_survives(toy, numpy_zygote):
    """Its checks see them all; what a student is told of each is counted."""
    found = tried(toy, numpy_zygote, right=True, budget=Budget(count=30))
    assert len(found.died) == len(found.fates) == 30
    assert {fate.said for fate in found.died} >= {Said.NAMED, Said.TOLD, Said.RAW}
    assert not found.has_survivors
    text = render_round(found, toy)
    assert "mean_of_everything" in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_survivor_is_shown_with_the_check_that_ought_to_see_it(course, numpy_zygote):
    """The key's one input is a zero: as a diff, with an input that shows it; verify finds fault."""
    lesson = course(
        checks=(r"(points=4, .*?)examples=24", r"\1examples=1"),
    )
    found = tried(lesson, numpy_zygote, "/ (len(x) + 0.001)")
    (survivor,) = found.survivors
    assert (survivor.kind, survivor.check) == (Kind.REAL, "mean_values")
    assert 0 < survivor.shown <= survivor.tried
    assert found.has_survivors
    text = render_round(found, lesson)
    assert "+    return np.sum(x, axis=0) / (len(x) + 0.001)" in text
    assert "ought to be seen by mean_shape, mean_values, mean_purity" in text
    assert "x = [[" in text
    assert text.endswith("ex1: 1 survivor\n")
    (fault,) = unnoticed(found)
    assert fault.startswith("no check notices this change of mean.py, line 9 (epsilon)")
    rare = replace(found, survivors=[replace(survivor, shown=1, tried=198)])
    assert unnoticed(rare, {"mean_values": 20}) == []
    assert len(unnoticed(rare, {"mean_values": 200})) == 1


def test_a_check_that_is_missing(course, numpy_zygote):
    """Without it, a change of the argument in place lives; the reference's values are the same."""
    lesson = course(
        checks=(r"@exercise.check\(\s*points=1, .*?return x\n", ""),
        inputs=("mean_purity = [^\n]*\n", ""),
        reference=(
            r"    return np.sum\(x, axis=0\) / len\(x\)",
            "    y = x / len(x)\n    return y.sum(0)",
        ),
    )
    found = tried(lesson, numpy_zygote, "x /= len(x)")
    assert [survivor.kind for survivor in found.survivors] == [Kind.SAME]


def test_inputs_that_are_too_narrow(course, numpy_zygote):
    """What lives because inputs.py draws no negative number is no equivalent."""
    lesson = course(
        inputs=(r"decimals\(-9, 9\)", "decimals(1, 9)"),
        reference=(r"np.sum\(x, axis=0\)", "np.abs(np.sum(x, axis=0))"),
    )
    found = tried(lesson, numpy_zygote, "return np.sum(x, axis=0) / len(x)")
    (survivor,) = found.survivors
    assert survivor.kind is Kind.BEYOND
    assert not found.has_survivors
    text = render_round(found, lesson)
    assert "SURVIVED where inputs.py is narrow" in text
    assert "mean_shape, mean_values, mean_purity" in text
    assert unnoticed(found) == []
    assert survivor.mutation.id in "\n".join(in_short(found))


def test_other_inputs_have_the_same_form():
    """Numbers alone, lists and dicts too; what is whole, or text, stays what it is."""
    number = Array("array", "float64", (), memoryview(np.array(0.5).tobytes()))
    whole = Array("array", "float64", (2,), memoryview(np.array([1.0, 0.0]).tobytes()))
    rows = Array(
        "tensor", "float32", (2, 1), memoryview(np.array([[0.5], [2]], "float32").tobytes())
    )
    inputs: Inputs = {
        "lr": number,
        "y": whole,
        "xs": Seq("list", [rows, Map([("w", rows)])]),
        "how": "a",
    }
    made: list[Any] = list(others([inputs] * 50, Random(0)))
    assert 20 < len(made) <= 50
    for changed in made:
        assert (changed["y"], changed["how"], changed["lr"].shape) == (whole, "a", ())
        first, second = changed["xs"].items
        assert first.shape == second.items[0][1].shape == rows.shape
    assert len({bytes(changed["lr"].data) for changed in made}) > 3


def test_equivalents_stand_apart(course, numpy_zygote):
    """The same values, but for rounding; and what is less than the tolerance."""
    lesson = course(reference=(r"axis=0\) / len\(x\)", "axis=-2) / (len(x) + 1e-6)"))
    same = tried(lesson, numpy_zygote, "axis=0)").survivors
    assert [survivor.kind for survivor in same] == [Kind.SAME]
    within = tried(lesson, numpy_zygote, "+ 0.0)")
    assert [survivor.kind for survivor in within.survivors] == [Kind.WITHIN]
    assert 0 < within.survivors[0].largest < 1
    assert "EQUIVALENT within the tolerance" in render_round(within, lesson)


def test_what_a_predicate_accepts_is_not_compared(course, numpy_zygote):
    """There is no one right value, and drawing and asking again may take minutes."""
    lesson = course(
        checks=(
            r"@exercise.check\(\s*points=3, .*?\n\)",
            "@exercise.check(points=3, holds=lambda found: '' if len(found) == 2 else 'no pair')",
        )
    )
    found = tried(lesson, numpy_zygote, "return np.max(x), np.min(x)")
    assert [survivor.kind for survivor in found.survivors] == [Kind.ACCEPTED]
    assert not found.has_survivors
    assert "1 accepted by predicates" in " ".join(render_round(found, lesson).split())


def test_what_a_predicate_accepts_is_not_equivalent_because_an_argument_stays_as_it_was(
    course, numpy_zygote
):
    """The values of the other checks are the same; what the predicate looks at is not."""
    lesson = course(
        checks=(
            r"@exercise.check\(\s*points=3, .*?\n\)(.*)$",
            r"@exercise.check(points=2, holds=lambda found: '' if len(found) == 2 else 'no pair')\1"
            "\n\n@exercise.check(points=1)\n"
            "def spread_purity(student, x):\n"
            "    'spread leaves x as it was'\n"
            "    student.spread(x)\n"
            "    return x\n",
        ),
        inputs=(r"(spread_values = (.*?)\n)", r"\1spread_purity = \2\n"),
    )
    found = tried(lesson, numpy_zygote, "return np.max(x), np.min(x)")
    assert [survivor.kind for survivor in found.survivors] == [Kind.ACCEPTED]


def test_what_is_named_and_what_is_not_stand_below_their_counts(course, numpy_zygote):
    """The changes of which no cause is told had stood below the names of known mistakes."""
    lesson = course()
    found = tried(lesson, numpy_zygote)
    lines = render_round(found, lesson).partition("what is said there\n")[2].splitlines()
    raw = next(i for i, line in enumerate(lines) if Said.RAW.value in line)
    assert "--adopt ID" in lines[raw + 1]
    those = {fate.mutation.id for fate in found.died if fate.said is Said.RAW}
    assert lines[raw + 2].split()[0] in those


def test_a_loop_without_an_end_ends(course, numpy_zygote):
    """It counts as dead, and the next one is tried."""
    lesson = course(
        checks=("call_seconds=1.5", "call_seconds=1"),
        reference=(
            r"    return np.sum\(x, axis=0\) / len\(x\)",
            "    n, seen = 0, [0]\n    while n < len(x):\n        seen += seen\n        n += 1\n"
            "    return np.sum(x, axis=0) / n",
        ),
    )
    found = tried(lesson, numpy_zygote, "n -= 1")  # and its list grows and grows
    assert [fate.said for fate in found.fates] == [Said.ENDED]
    assert tried(lesson, numpy_zygote, "* n").died


def test_the_order_is_that_of_the_seed(toy):
    """The same for a seed, another for another; each kind of change has its turn."""
    found = candidates(toy, right=True, progress=silent)
    order = in_order_of(0, found)
    assert sorted(m.id for m in order) == sorted(m.id for m in found)
    assert in_order_of(0, list(found)) == order != in_order_of(1, found)
    assert {m.path for m in order[:2]} == set(toy.solution_files("right")) | {toy.reference}
    kinds = {(m.functions, m.change) for m in mutations(toy, toy.reference)}
    first = [m for m in order if m.path == toy.reference][: len(kinds)]
    assert {(m.functions, m.change) for m in first} == kinds


def test_a_budget_is_a_number_or_a_time(toy, numpy_zygote):
    """And its end is told as progress: how many have died and live."""
    told = []
    hunt = Hunt(toy, keys.read_key(toy.key_path), [numpy_zygote], 0)
    found = candidates(toy, right=False, progress=silent)
    result = hunt.run(found, Budget(count=3), lambda *step: told.append(step))
    assert told == [(f"{n} died, 0 live", n, 3) for n in (1, 2, 3)]
    assert [fate.mutation for fate in result.fates] == in_order_of(0, found)[:3]
    assert hunt.run(found, Budget(seconds=0), silent).fates == []


def test_what_was_found_before_ctrl_c_is_kept(toy, numpy_zygote):
    """An author who has seen enough need not wait for the end."""

    def enough(what: str, done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    hunt = Hunt(toy, keys.read_key(toy.key_path), [numpy_zygote], 0)
    found = hunt.run(candidates(toy, right=False, progress=silent), Budget(), enough)
    assert found.interrupted
    assert len(found.fates) == 2
    assert render_round(found, toy).startswith("ex1: 2 of ")


def test_a_key_of_other_files_is_refused(course, capsys, monkeypatch):
    """All would die of it."""
    lesson = course(with_key=False)
    (lesson.folder / "checks.py").write_text(lesson.checks_source + "\nX = 1\n")
    monkeypatch.chdir(lesson.folder)
    assert main(["mutate", "ex1", "--count", "1"]) == StaleKeyError.exit_code
    assert "run `grader build ex1`" in capsys.readouterr().err


def test_adopting_one(course):
    """It becomes a file in wrong/ that overrides the function, with a hint to be written."""
    lesson = course(with_key=False)
    change = next(m for m in mutations(lesson, lesson.reference) if m.change == "axis")
    path = adopt(lesson, change.id[:5])
    assert path.parent.name == "wrong"
    assert path.name == f"mean_axis_{change.id}.py"
    mistake = Mutant.read(lesson, path)
    assert mistake.function == "mean"
    assert all(hint.startswith("TODO(author)") for hint in mistake.hints[:2])
    assert "axis=1" in path.read_text()
    assert "def spread" not in path.read_text()
    assert "SOLUTION" not in path.read_text()
    faults = [fault.text(lesson.folder.parents[1]) for fault in lint_exercise(lesson)]
    assert any(f"wrong/{path.name}:1: a placeholder: say what" in fault for fault in faults)
    with pytest.raises(UsageError, match="is there already"):
        adopt(lesson, change.id)
    with pytest.raises(UsageError, match="no change of ex1 is called zzz"):
        adopt(lesson, "zzz")
    with pytest.raises(UsageError, match="write more of it"):
        adopt(lesson, "")


def test_the_command(course, monkeypatch, capsys):
    """It prints a round; and it refuses a time that is none."""
    lesson = course(with_key=False)
    monkeypatch.chdir(lesson.folder)
    assert main(["mutate", "ex1", "--count", "4", "--seed", "3"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("ex1: 4 of ")
    assert "seed 3" in out
    assert out.endswith("ex1: 0 survivors\n")
    for words, told in ((["--budget", "soon"], "write 90s or 5m"), (["--count", "0"], "write 100")):
        assert main(["mutate", *words]) == UsageError.exit_code
        assert told in capsys.readouterr().err


def test_verify_tries_a_few(course, numpy_zygote):
    """Always the same ones, of the reference alone."""
    lesson = course(with_key=False)
    key = keys.read_key(lesson.key_path)
    found = short_round(lesson, key, [numpy_zygote], silent)
    assert {fate.mutation.path for fate in found.fates} == {lesson.reference}
    assert len(found.fates) == min(30, found.all)
    assert in_short(found)[0].startswith(f"{len(found.fates)} changes of the reference: ")
