"""What an author does wrong is told with file and line, in place of a traceback.

Each test spoils a file of the toy course. Only what can't be read off a file needs a worker.
"""

import shutil

import pytest
from conftest import ROOT

from grader.build.counterexample import draw_all, draw_for
from grader.build.generate import build_key
from grader.build.inputs_file import load_strategies
from grader.build.verify import verify_exercise
from grader.cli.program import main
from grader.course.course import Course
from grader.errors import AuthorError

GIVEN = "mean_values = given(x=_matrix)"


@pytest.fixture
def copy(tmp_path):
    """A copy of the toy course that a test may spoil."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "toy")
    return Course(tmp_path / "toy").lesson("ex1")


def silent(what: str, done: int, total: int) -> None:
    """No progress."""


def change(path, old: str, new: str) -> None:
    """Put something else into a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("strategy", "message"),
    [
        (
            "import numpy as np\nm = given(x=st.just(np.ones(2)))",
            "draws x as ndarray, .*: write array",
        ),
        (
            "import numpy as np\nm = given(x=st.just(np.float64(2)))",
            "draws x as float64, .*: write fl",
        ),
        (
            "m = given(x=st.just([1.0]))",
            r"draws x as list, which can't be sent: write list_of\(x\)",
        ),
        (
            "from grader.authoring import list_of\nm = given(x=st.just(list_of([(1, 2)])))",
            "x as tuple",
        ),
        ("m = given(x=st.just(object()))", "draws x as object, which can't be sent$"),
        (
            "m = _matrix.map(lambda x: {'X': x})",
            "inputs.py: mean_values draws X; checks.py asks for x",
        ),
        ("m = _matrix.map(lambda x: {'x': x, 'y': 1})", "draws x, y; checks.py asks for x"),
        ("m = _matrix", "draws no inputs by name, but something of the type Array; given"),
        (
            "m = given(x=_matrix.filter(lambda x: False))",
            "mean_values: nothing that is drawn passes",
        ),
        (
            "m = given(x=_matrix.map(lambda x: 1 / 0))",
            r"inputs.py, line 11: mean_values: ZeroDivision",
        ),
        ("m = given(x=st.sampled_from([]))", "mean_values: InvalidArgument: "),
    ],
)
def test_a_strategy_is_told_what_is_wrong_with_it(copy, strategy, message):
    """Before a worker is asked: the reference is not to blame."""
    named = strategy.replace("m = ", "mean_values = ")
    change(copy.inputs, GIVEN, f"{named}")
    check = next(check for check in copy.exercise.checks if check.name == "mean_values")
    with pytest.raises(AuthorError, match=message):
        draw_for(check, load_strategies(copy), 0, copy)


def test_each_strategy_that_fails_is_told(copy):
    """All in one go: a build takes its time."""
    change(copy.inputs, GIVEN, "mean_values = _matrix")
    change(copy.inputs, "spread_values = given(x=_matrix)", "spread_values = given(x=st.just([1]))")
    with pytest.raises(AuthorError) as raised:
        draw_all(copy, load_strategies(copy), 0)
    told = str(raised.value).splitlines()
    assert len(told) == 2
    assert "mean_values draws no inputs" in told[0] and "spread_values draws x as list" in told[1]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "X = undefined\ndef low(x): ...",
            r"mean.py, line 3: NameError: .* \(in data.py, line 1\)",
        ),
        ("def low(x:", "data.py:1: it is not Python: "),
    ],
)
def test_an_error_in_a_given_module_is_told_with_its_line(copy, numpy_zygote, data, message):
    """Not as a name that the reference lacks."""
    change(copy.folder / "checks.py", 'module="mean"', 'module="mean", given=("data",)')
    change(copy.reference, "import numpy as np", "import numpy as np\nimport data")
    change(copy.reference, "return np.min(x)", "return data.low(x)")
    change(copy.reference, "import numpy as np\nimport data", "import data\nimport numpy as np")
    (copy.folder / "data.py").write_text(data)
    with pytest.raises(AuthorError, match=message):
        build_key(Course(copy.folder.parents[1]).lesson("ex1"), numpy_zygote)


def test_build_tells_all_that_must_be_mended_and_writes_nothing(copy, monkeypatch, capsys):
    """A line each, before a worker is started."""
    change(copy.reference, "    # END SOLUTION\n\n\ndef spread", "\n\ndef spread")
    change(copy.inputs, GIVEN, "mean_values = given(X=_matrix)")
    (copy.solution / "wrong" / "mean_a.py").write_text("def mean(x:\n")
    before = {path: path.read_bytes() for path in copy.folder.iterdir()}
    monkeypatch.chdir(copy.folder)
    assert main(["build"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "grader: solutions/ex1_mean/inputs.py:11: mean_values draws X; checks.py asks for x",
        "solutions/ex1_mean/mean.py:8: # BEGIN SOLUTION has no # END SOLUTION",
        "solutions/ex1_mean/wrong/mean_a.py:1: it is not Python: '(' was never closed",
    ]
    assert {path: path.read_bytes() for path in copy.folder.iterdir()} == before


def test_a_syntax_error_in_a_right_file_is_said_once(copy):
    """With its line, and not for each check and key."""
    (copy.solution / "right" / "a.py").write_text("import numpy\ndef mean(x:\n")
    assert verify_exercise(copy, silent).faults == [
        "solutions/ex1_mean/right/a.py:2: it is not Python: '(' was never closed"
    ]


def test_a_stale_key_is_said_once(copy):
    """Nothing is judged with it: what it says of the files of today means nothing."""
    change(copy.reference, "np.min(x), np.max(x)", "x.min(), x.max()")
    assert verify_exercise(copy, silent).faults == [
        "exercises/ex1_mean/answers.key:1: it is stale: built with another mean.py; "
        "run `grader build ex1`"
    ]


def test_no_right_and_no_wrong_file_are_faults(copy):
    """Nothing would be proven by them."""
    shutil.rmtree(copy.solution / "right")
    for path in copy.solution_files("wrong"):
        path.unlink()
    said = [fault.split("; ")[0] for fault in verify_exercise(copy, silent, quick=True).faults]
    assert said == [
        "exercises/ex1_mean/answers.key:1: it is stale: built with another wrong/",
        "solutions/ex1_mean/right:1: there is no right solution",
        "solutions/ex1_mean/wrong:1: there is no known mistake",
    ]
