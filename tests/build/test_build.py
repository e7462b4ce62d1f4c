"""From the solution to stub and key; an author's mistake is named with its file."""

import contextlib
import json
import re
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter

import numpy as np
import pytest
from conftest import ROOT
from hypothesis import strategies as st

from grader.authoring import array, decimals, given, numbers, tensor
from grader.build import generate as build
from grader.build import handout, write_built
from grader.build import verify as verifying
from grader.build.counterexample import draw
from grader.build.lint import lint_exercise, stale_files
from grader.build.mutants import Mutant
from grader.build.stub import stub
from grader.build.verification import Verification
from grader.build.verify import verify_exercise
from grader.course import decode_key, encode_key
from grader.course.course import Course
from grader.errors import AuthorError
from grader.formats import json as json_format
from grader.judge import Submission, judge
from grader.report import Lost
from grader.wire import Outcome, Returned

DRAWS = (ROOT / "tests/toy/solutions/ex1_mean/inputs.py").read_text("utf-8")


@pytest.fixture
def copy(tmp_path):
    """A copy of the toy course that a test may spoil."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "toy")
    return Course(tmp_path / "toy").lesson("ex1")


@pytest.mark.slow
def test_the_same_seed_gives_the_same_key(tmp_path, toy_key):
    """The command gives it again, byte for byte; another seed gives other inputs.

    In processes of their own: Hypothesis draws on the constants in all loaded modules.
    """

    def built(seed, name):
        path = tmp_path / name
        command = [sys.executable, "-m", "grader", "build", "ex1", "--seed", seed, "-o", str(path)]
        subprocess.run(command, cwd=ROOT / "tests" / "toy", check=True, capture_output=True)
        return path.read_bytes()

    one = built("7", "one.key")
    assert built("7", "two.key") == one
    mine, other = decode_key(one, "one.key").checks, toy_key.checks
    assert {name for name in mine if mine[name].cases != other[name].cases} == {*other}


def test_shapes_and_dtypes_are_taken_in_turn():
    """Left alone, Hypothesis gives one of ten shapes to a third of the inputs and omits another."""
    shapes = [(rows, columns) for rows in (1, 2, 3, 5, 17) for columns in (1, 4)]
    matrices = st.sampled_from(shapes).flatmap(lambda shape: numbers(shape, decimals(-9, 9)))
    either = st.one_of(matrices.map(tensor), matrices.map(lambda x: tensor(x, "float64")))
    drawn = draw(given(x=either), 40, 3)
    counts = Counter((case["x"].dtype, case["x"].shape) for case in drawn)
    assert len(counts) >= 12 and max(counts.values()) <= 4, "40 in turn, of 12 or more"


def test_what_has_few_inputs_gives_all_of_them():
    """Then the rest is of the other shapes."""
    one = st.just(np.ones((1, 1)))
    many = numbers((2, 3), decimals(-9, 9))
    drawn = draw(given(x=st.one_of(one, many).map(tensor)), 12, 3)
    counts = Counter(case["x"].shape for case in drawn)
    assert counts == {(1, 1): 1, (2, 3): 11}


def test_every_mistake_has_its_smallest_input(toy_key):
    """A sum differs from a mean from two rows on, so two numbers show it."""
    (mistake,) = (m for m in toy_key.mistakes if m.name == "mean_sum")
    cases, expected = toy_key.checks["mean_values"].cases, toy_key.checks["mean_values"].expected
    kept = mistake.outcomes["mean_values"]
    first = next(i for i in sorted(kept) if kept[i] != expected[i])
    assert cases[first]["x"].shape == (2, 1)
    sizes = [case["x"].numpy().size for case in cases]
    assert sizes == sorted(sizes)


def test_a_check_that_raises_itself_is_told_with_its_line(copy, numpy_zygote):
    """The reference had been blamed, in line 0."""
    path = copy.folder / "checks.py"
    text = path.read_text().replace("return student.spread(x)", "return student.spread(x).nothing")
    path.write_text(text)
    begins = text.rindex("@exercise.check", 0, text.index("def spread_values"))
    line = text[:begins].count("\n") + 1
    lesson = Course(copy.folder.parents[1]).lesson("ex1")
    said = rf"checks\.py, line {line}: spread_values: AttributeError: 'tuple' object"
    with pytest.raises(AuthorError, match=said):
        build.build_key(lesson, numpy_zygote)


@pytest.mark.slow
def test_a_mistake_that_no_input_exposes_is_named(copy, numpy_zygote, monkeypatch):
    """A wrong file that is right, as far as any input shows, is an author's error."""
    monkeypatch.setattr(build, "LAST_SEARCH", 200)
    path = copy.solution / "wrong" / "mean_harmless.py"
    path.write_text('"""Hint."""\ndef mean(x):\n    return sum(x) / len(x)\n')
    with pytest.raises(AuthorError, match=r"wrong/mean_harmless\.py: no input exposes"):
        build.build_key(copy, numpy_zygote, mistakes=[Mutant.read(copy, path)])


@pytest.mark.slow
def test_two_mistakes_that_are_one_are_named(copy, numpy_zygote):
    """The student would get one hint or the other by chance."""
    paths = [copy.solution / "wrong" / name for name in ("mean_sum.py", "mean_total.py")]
    twin = paths[0].read_text()

    def built():
        mistakes = [Mutant.read(copy, path) for path in paths]
        return build.build_key(copy, numpy_zygote, mistakes=mistakes)

    paths[1].write_text(twin.replace("These are sums", "These are totals"))
    with pytest.raises(AuthorError, match=r"mean_sum\.py and wrong/mean_total\.py"):
        built()
    paths[1].write_text(twin)
    assert built(), "with one hint for both, nothing is left to chance"


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("wrong/a.py", "def mean(x): return 0", r"wrong/a\.py:1: no docstring"),
        ("wrong/a.py", '"""Hint."""\ndef median(x): return 0', "overrides no graded function"),
        ("mean.py", "def mean(x): return 0", r"mean\.py:1: it does not define spread"),
        ("mean.py", "def mean(x): raise ValueError\ndef spread(x): return 0", "mean_shape: Value"),
        ("inputs.py", "mean_shape = 3", "mean_shape is no strategy, but a value"),
        ("inputs.py", f"{DRAWS}import no_such_thing", r"inputs\.py, line 14: ModuleNotFoundError"),
    ],
)
def test_an_authors_mistake_names_the_file(copy, numpy_zygote, file, text, message):
    """One line, with the file and what is wrong in it."""
    (copy.solution / file).write_text(text)
    with pytest.raises(AuthorError, match=message):
        build.build_key(copy, numpy_zygote)


@pytest.mark.slow
def test_a_reference_that_disagrees_with_itself_is_named(copy, numpy_zygote):
    """State between calls would make grades a matter of luck."""
    text = (
        "import numpy as np\nN = []\ndef mean(x):\n    N.append(1)\n    return x.mean(0) + len(N)\n"
        "def spread(x): return x.min(), x.max()\n"
    )
    (copy.solution / "mean.py").write_text(text)
    with pytest.raises(AuthorError, match="disagrees with itself"):
        build.build_key(copy, numpy_zygote)


def test_the_stub_keeps_all_but_the_solution(toy):
    """Docstrings and imports stay; the body says that it is not implemented yet."""
    text = handout.build_stub(toy)
    assert "np.sum" not in text
    assert '    raise NotImplementedError("mean is not implemented yet")\n' in text
    assert '"""The mean of each column of x (N, D): shape (D,)."""' in text


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    # BEGIN SOLUTION\n    return 1\n",
        "def f():\n    return 1\n",
        "# BEGIN SOLUTION\nx = 1\n# END SOLUTION\n",
    ],
)
def test_markers_that_do_not_fit_are_an_authors_error(source):
    """A solution is never left in a stub."""
    with pytest.raises(AuthorError):
        stub(source, "mean.py")


def test_stale_files_are_found(copy, toy_key):
    """A changed source makes the key stale, a changed stub is seen."""
    assert [*stale_files(copy, toy_key)] == []
    with (copy.solution / "wrong" / "mean_sum.py").open("a") as file:
        file.write("changed = 1\n")
    (copy.folder / "mean.py").write_text("changed")
    assert len([*stale_files(copy, toy_key)]) == 2


def stale(lesson, key) -> str:
    """What is stale, a line each."""
    return "\n".join(fault.text(lesson.folder) for fault in stale_files(lesson, key))


def test_what_comes_before_must_be_there(copy):
    """`after` names an exercise of the course."""
    checks = copy.folder / "checks.py"
    checks.write_text(checks.read_text().replace("module=", 'after=("ex7",), module='))
    (fault,) = (fault for fault in lint_exercise(copy) if "after" in str(fault.message))
    assert fault.text(copy.folder) == (
        "checks.py:5: checks.py of ex1: after='ex7', and the course has no such exercise "
        "(it has ex1)"
    )


def test_points_are_summed_without_rounding_errors(copy):
    """0.1 + 2.1 + 5.9 + 1.9 is 10.000000000000002 for Python."""
    path = copy.folder / "checks.py"
    text = path.read_text()
    new = iter([0.1, 2.1, 5.9, 1.9])
    text = re.sub(r"points=\d", lambda _: f"points={next(new)}", text)
    path.write_text(text)
    assert not [said for said in linted(copy) if "sum to" in said]
    path.write_text(text.replace("5.9", "5.90001"))
    assert [said for said in linted(copy) if "sum to" in said] == [
        "the points sum to 10.00001, not to 10"
    ]


def linted(copy):
    """What lint says of the exercise as it is now."""
    lesson = Course(copy.folder.parents[1]).lesson("ex1")
    return [str(fault.message) for fault in lint_exercise(lesson)]


def silent(what: str, done: int, total: int) -> None:
    """No progress."""


@pytest.mark.slow
def test_verify_finds_no_fault_in_the_toy(toy):
    """Right files are right, wrong ones are caught and named, under two keys."""
    found = verify_exercise(toy, silent)
    assert found.faults == []
    assert found.right == 1
    assert set(found.matrix) == {p.stem for p in toy.solution_files("wrong")}
    assert set(found.exposures) == set(found.matrix)
    summed = found.exposures["mean_sum"]
    assert summed.check == "mean_values" and 0 < summed.showing < summed.drawn == 24


@pytest.mark.slow
def test_verify_finds_a_right_file_that_is_wrong(copy):
    """A wrong verdict on a correct file is the worst fault there is."""
    (copy.solution / "right" / "off.py").write_text(
        "def mean(x): return x.mean(0) + 1\ndef spread(x): return x.min(), x.max()\n"
    )
    assert any(
        "right off.py (seed 0): mean_values failed" in fault
        for fault in verify_exercise(copy, silent).faults
    )


class Slow(dict):
    """A dict in which whoever has read waits until another one has read as well."""

    def __init__(self):
        super().__init__()
        self.readers = threading.Barrier(2)

    def get(self, key, default=None):
        """The value of before, to two at once where two may read at once."""
        value = super().get(key, default)
        with contextlib.suppress(threading.BrokenBarrierError):
            self.readers.wait(timeout=0.5)
        return value

    def __setitem__(self, key, value):
        """The last to write is the one that measured less."""
        if threading.current_thread().name == "smaller":
            time.sleep(0.2)
        super().__setitem__(key, value)


def test_lanes_that_measure_at_once_lose_nothing(toy, toy_key):
    """The largest difference of a check is that of all files, whichever is written last."""
    found = Verification("ex1", spreads=Slow())
    session = verifying._Session(toy, [toy_key], [], found, seeds=1)
    check = next(c for c in toy.exercise.checks if c.name == "mean_values")
    right = toy_key.checks[check.name].expected

    def off(by: float) -> list[Outcome | Lost]:
        first = right[0].value
        moved = first.numpy() + by
        return [Returned(array(moved, "float64"))]

    larger = threading.Thread(target=session._measure, args=(check, toy_key, off(1e-3)))
    smaller = threading.Thread(
        name="smaller", target=session._measure, args=(check, toy_key, off(1e-6))
    )
    larger.start()
    time.sleep(0.1)
    smaller.start()
    larger.join()
    smaller.join()
    alone = Verification("ex1")
    verifying._Session(toy, [toy_key], [], alone, seeds=1)._measure(check, toy_key, off(1e-3))
    assert dict(found.spreads) == alone.spreads and alone.spreads[check.name] > 1


@pytest.mark.slow
def test_a_hint_keeps_its_paragraphs(copy, numpy_zygote, tmp_path):
    """From wrong/ to the key and the report: a nudge first, and each further one says more."""
    path = copy.solution / "wrong" / "mean_sum.py"
    source = path.read_text("utf-8")
    body = source.partition('"""\n')[2]
    path.write_text(f'"""A nudge,\nin two lines.\n\nMore.\n\n\nAll of it."""\n{body}', "utf-8")
    key = build.build_key(copy, numpy_zygote, mistakes=[Mutant.read(copy, path)])
    hints = ("A nudge, in two lines.", "More.", "All of it.")
    assert next(m for m in key.mistakes if m.name == "mean_sum").hints == hints
    assert decode_key(encode_key(key), "a key") == key
    wrong = Submission(copy.file_name, tuple(Mutant.read(copy, path).units))
    report = judge(copy, key, wrong, numpy_zygote)
    found = next(check.mistake for check in report.checks if check.mistake)
    assert found.hints == hints
    shown = json.loads(json_format.render(report))["checks"]
    assert next(c["mistake"] for c in shown if c["mistake"]) == {
        "name": "mean_sum",
        "hint": " ".join(hints),
        "hints": list(hints),
    }


def test_what_exercises_share_is_copied_by_build_and_held_by_verify(copy, toy_key):
    """There is one source; a copy that is not the same any more is a fault that names it."""
    checks = copy.folder / "checks.py"
    text = checks.read_text("utf-8")
    checks.write_text(text.replace('module="mean"', 'module="mean", given=("helper",)'), "utf-8")
    lesson = Course(copy.folder.parents[1]).lesson("ex1")
    shared = copy.folder.parent / "shared"
    shared.mkdir()
    (shared / "helper.py").write_text("ONE = 1\n")
    assert "helper.py:1: it is not a copy of shared/helper.py" in stale(lesson, toy_key)
    copies = {path.name: source.read_bytes() for path, source in lesson.shared.items()}
    assert write_built(lesson, copies) == {copy.folder / "helper.py": None}
    assert lesson.given == {"helper": "ONE = 1\n"}
    assert "not a copy" not in stale(lesson, toy_key)
    (copy.folder / "helper.py").write_text("ONE = 2\n")
    assert "helper.py:1: it is not a copy of shared/helper.py" in stale(lesson, toy_key)
    assert "shared" not in Course(copy.folder.parents[1]).folders


def test_no_other_module_decides_what_is_drawn(tmp_path):
    """Hypothesis would mix the constants of any module that is loaded into the inputs of a key."""
    constants = [number / 64 for number in range(9 * 64)]
    (tmp_path / "other.py").write_text(f"CONSTANTS = {constants}\n")
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import other\n"
        "from hypothesis import strategies as st\n"
        "from grader.authoring import array, given, numbers\n"
        "from grader.build.counterexample import draw, identity\n"
        "x = numbers((2, 2), st.floats(-9, 9, width=32)).map(array)\n"
        "print(hashlib.sha256(b''.join(map(identity, draw(given(x=x), 60, 0)))).hexdigest())\n"
    )
    drawn = {
        subprocess.run(
            [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
        ).stdout
        for folder in (tmp_path, _without_constants(tmp_path))
    }
    assert len(drawn) == 1


def _without_constants(tmp_path):
    """A folder with another module of the same name."""
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "other.py").write_text("")
    return folder
