"""`grader lint`: what can be said of an exercise's files without running them, with the line.

Each test spoils one file of the toy course, and says what is then told.
"""

import re
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from grader.build.lint import lint_exercise
from grader.cli.program import main
from grader.course.course import Course

E, S = "exercises/ex1_mean", "solutions/ex1_mean"
GIVEN = "mean_values = given(x=_matrix)"
COMPOSITE = """
@st.composite
def _drawn(draw):
    {body}


mean_values = _drawn()
"""


@pytest.fixture
def copy(tmp_path):
    """A copy of the toy course that a test may spoil."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "toy")
    return Course(tmp_path / "toy").lesson("ex1")


@pytest.fixture
def told(copy):
    """Spoils a file and says what is told of it; what was built of it is not told to be stale."""
    root = copy.folder.parents[1]

    def spoil(file: str, old: str, new: str) -> list[str]:
        path = root / file
        if old or not path.exists():
            text = path.read_text("utf-8") if old else ""
            assert old in text
            path.parent.mkdir(exist_ok=True)
            path.write_text(text.replace(old, new, 1) if old else new, "utf-8")
        found = lint_exercise(Course(root).lesson("ex1"))
        return [f.text(root) for f in found if "it is stale" not in str(f.message)]

    return spoil


def test_nothing_is_wrong_with_the_courses(copy, monkeypatch, capsys):
    """One line says so; the exit code is 0."""
    monkeypatch.chdir(copy.folder)
    assert main(["lint"]) == main(["lint", "ex1"]) == 0
    assert capsys.readouterr().out == 2 * "no faults in 1 exercise\n"


def test_a_fault_is_a_line_and_exit_1(copy, monkeypatch, capsys):
    """As a compiler says it, from where one stands, so an editor can go there."""
    path = copy.solution / "inputs.py"
    path.write_text(path.read_text() + "\nspred_values = given(x=_matrix)\n")
    places = ((copy.folder.parents[1], f"{S}/inputs.py"), (copy.solution, "inputs.py"))
    for place, name in places:
        monkeypatch.chdir(place)
        assert main(["lint"]) == 1
        first = capsys.readouterr().out.splitlines()[-1]
        assert first == (
            f"{name}:15: spred_values is not the name of a check; begin the name of a helper with _"
        )


def test_it_imports_neither_hypothesis_nor_a_framework(copy):
    """It answers at once: inputs.py is read, and not executed."""
    code = (
        "import sys; from grader.cli.program import main\n"
        "assert main(['lint']) == 0\n"
        "heavy = {'hypothesis', 'tensorflow', 'keras', 'nbformat', 'IPython'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=copy.folder, capture_output=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("file", "old", "new", "faults"),
    [
        # checks.py
        (f"{E}/checks.py", "points=3", "points=2", ["5: the points sum to 9, not to 10"]),
        (f"{E}/checks.py", '"Means"', '" "', ["5: the exercise has no title"]),
        (
            f"{E}/checks.py",
            '"Means"',
            f'"{"M" * 61}"',
            ["5: title: the title has 61 characters, and 60 have room in a report"],
        ),
        (
            f"{E}/checks.py",
            '"""spread is the pair of the smallest and the largest number"""',
            "",
            ["37: spread_values has no docstring; it is the title a student reads"],
        ),
        (
            f"{E}/checks.py",
            "asks=Asks.SHAPE",
            'asks="shape"',
            ["14: mean_shape: asks must be Asks.VALUES, Asks.SHAPE, Asks.DTYPE, not 'shape'"],
        ),
        (
            f"{E}/checks.py",
            "points=2,",
            "points=2, exampels=3,",
            ["14: mean_shape: there is no option exampels; did you mean examples?"],
        ),
        (
            f"{E}/checks.py",
            "examples=24)",
            "examples=0)",
            ["14: mean_shape: examples must be a whole number above 0, not 0"],
        ),
        (
            f"{E}/checks.py",
            "points=2,",
            "points=2, relative=-1,",
            ["14: mean_shape: relative must be a number of at least 0, not -1"],
        ),
        (
            f"{E}/checks.py",
            'framework="numpy"',
            'framework="numpy", given="helpers"',
            [
                "5: given='helpers' is a text; write a tuple of names: given=('helpers',)",
            ],
        ),
        (
            f"{E}/checks.py",
            'framework="numpy"',
            'framework="torch"',
            ["5: framework must be 'tensorflow', 'numpy' or 'tensorflow-onednn', not 'torch'"],
        ),
        (
            f"{E}/checks.py",
            'framework="numpy"',
            'framework="numpy", given=("helpers",)',
            ["5: it gives the module helpers, and there is no helpers.py beside it or in shared/"],
        ),
        (
            f"{E}/checks.py",
            "points=3,",
            "points=3, secret=('x',),",
            ["37: spread_values: secret inputs are for a predicate alone; add holds="],
        ),
        (
            f"{E}/checks.py",
            ', hints="Make a new array."',
            "",
            ["28: mean_purity has no hints= for a student whose mistake is none of wrong/"],
        ),
        (
            f"{E}/checks.py",
            'hints="Make a new array."',
            "hints=3",
            ["28: mean_purity: hints must be *"],
        ),
        (f"{E}/checks.py", "student.spread(x)", "student.spread(x", ["42: it is not Python: *"]),
        (f"{E}/checks.py", "student.spread(x)", "sorted(x)", ["37: the name of spread_values *"]),
        (
            f"{E}/checks.py",
            'exercise = Exercise(\n    "ex1"',
            'exercise = Exercise(\n    "ex2"',
            ["1: Exercise('ex2') does not *"],
        ),
        (
            f"{E}/checks.py",
            "return student.spread(x)",
            "return student.spread(student.top(x))",
            ["40: spread_values uses student.top, and no check grades top; *"],
        ),
        # inputs.py
        (f"{S}/inputs.py", GIVEN, "", ["1: there is no strategy for the check mean_values"]),
        (
            f"{S}/inputs.py",
            GIVEN,
            "mean_values = 3",
            ["11: mean_values is no strategy, but a value"],
        ),
        (
            f"{S}/inputs.py",
            GIVEN,
            "mean_values = given(x=_matrix, y=_matrix)",
            ["11: mean_values draws x, y; checks.py asks for x"],
        ),
        (
            f"{S}/inputs.py",
            GIVEN,
            "mean_values = st.one_of(mean_shape, given())",
            ["11: mean_values draws nothing; checks.py asks for x"],
        ),
        (
            f"{S}/inputs.py",
            GIVEN,
            COMPOSITE.format(body='return {"X": draw(_matrix)}'),
            ["17: mean_values draws X; checks.py asks for x"],
        ),
        # the reference
        (
            f"{S}/mean.py",
            "    # END SOLUTION\n\n\ndef spread",
            "\n\ndef spread",
            ["8: # BEGIN SOLUTION has no # END SOLUTION"],
        ),
        (f"{S}/mean.py", "# BEGIN SOLUTION", "#", ["10: # END SOLUTION has no # BEGIN SOLUTION"]),
        (
            f"{S}/mean.py",
            "    # END SOLUTION\n\n\ndef",
            "  # END SOLUTION\n\n\ndef",
            ["8: # BEGIN SOLUTION and # END SOLUTION do not have the same indent"],
        ),
        (
            f"{S}/mean.py",
            "    # END SOLUTION\n\n\ndef spread(x):\n"
            '    """The smallest and the largest number in x, as a pair."""\n'
            "    # BEGIN SOLUTION\n",
            "\n\ndef spread(x):\n",
            ["8: the solution goes beyond its function; is an # END SOLUTION missing?"],
        ),
        (
            f"{S}/mean.py",
            "return np.min(x), np.max(x)\n    # END SOLUTION\n",
            "return np.min(x), _top(x)\n    # END SOLUTION\n\n\n"
            "def _top(x):\n    return np.max(x)\n",
            ["20: _top stands in the stub, and only the solution uses it: *"],
        ),
        (
            f"{S}/mean.py",
            "import numpy as np\n",
            "import numpy as np\n\n# BEGIN SOLUTION\nN = 1\n# END SOLUTION\n",
            ["5: # BEGIN SOLUTION stands outside of a function"],
        ),
        (
            f"{S}/mean.py",
            "    # BEGIN SOLUTION\n    return np.min(x), np.max(x)\n    # END SOLUTION",
            "    return np.min(x), np.max(x)",
            ["13: spread is graded, and nothing of it stands between *"],
        ),
        (
            f"{S}/mean.py",
            "def spread(x):",
            "def _largest(x):\n    return np.max(x)\n\n\ndef spread(x):",
            [],
        ),
        (
            f"{S}/mean.py",
            "def spread(x):",
            "spread = max\n\n\ndef spread_(x):",
            ["13: spread is graded, so write it with def: *"],
        ),
        (f"{S}/mean.py", "    return np.min", "    return ) np.min", ["16: it is not Python: *"]),
        # wrong/
        (f"{S}/wrong/mean_a.py", "", "def mean(x): return 0\n", ["1: no docstring; it is the *"]),
        (
            f"{S}/wrong/mean_a.py",
            "",
            '"""Hint.\n\nMore."""\n',
            ["1: it overrides no graded function; *"],
        ),
        (
            f"{S}/wrong/mean_a.py",
            "",
            '"""Hint.\n\nMore."""\ndef mean(x): return 0\nspread = max\n',
            ["1: it overrides mean, spread; it must override exactly one graded function"],
        ),
        (
            f"{S}/wrong/mean_a.py",
            "",
            '"""Hint.\n\nMore."""\ndef mean(x:\n',
            ["4: it is not Python: *"],
        ),
        (
            f"{S}/wrong/total.py",
            "",
            '"""Hint.\n\nMore."""\ndef mean(x): return 0\n',
            ["4: it overrides mean; begin the file's name with that"],
        ),
        (
            f"{S}/wrong/mean_a.py",
            "",
            '"""Hint.\n\nMore."""\nimport numpy as np\ndef mean(rows):\n'
            '    """Other words."""\n    return np.sum(rows, axis=0) / (len(rows))  # as it is\n',
            ["5: it is the reference's mean again"],
        ),
        (
            f"{S}/wrong/mean_total.py",
            "",
            '"""Totals.\n\nMore."""\nimport numpy as np\ndef mean(z): return np.sum(z, axis=0)\n',
            ["5: it is the code of mean_sum.py again"],
        ),
        (
            f"{S}/wrong/mean_a.py",
            "",
            '"""See wrong/mean_sum.py.\n\nMore."""\ndef mean(x): return 0\n',
            ["1: the hint speaks of wrong/, which no student sees"],
        ),
        (
            f"{S}/wrong/mean_a.py",
            "",
            '"""Hint."""\ndef mean(x): return 0\n',
            ["1: the hint has one paragraph, and needs two: a nudge, and what shows the way"],
        ),
        # right/ and what nobody reads
        (f"{S}/right/a.py", "", "def mean(x): ...\n", ["1: it does not define spread, which is *"]),
        (f"{S}/right/a.py", "", "def mean(x:\n", ["1: it is not Python: *"]),
        (f"{S}/wrong/mean_sum.txt", "", "x", ["1: nobody reads this file"]),
        (f"{S}/notes.py", "", "x = 1\n", ["1: nobody reads this file"]),
        (f"{E}/mean.py.2026-11-26", "", "x = 1\n", ["1: somebody's work, which build has kept: *"]),
        (
            f"{S}/right/b.py",
            "",
            "# TODO(author): another way\nmean = spread = max\n",
            ["1: a placeholder: another way"],
        ),
        # the READMEs
        (
            f"{E}/README.md",
            "| 4 |",
            "| 5 |",
            ["16: mean_values has 5 points here, and 4 in checks.py"],
        ),
        (
            f"{E}/README.zh-TW.md",
            "`mean_shape`",
            "`mean_form`",
            [
                "15: mean_form is not *",
                "18: the check mean_shape has no row: | `mean_shape` | 2 | ... |",
            ],
        ),
        (
            f"{E}/README.md",
            "## `spread(x)`",
            "## Spread",
            ["1: no section for spread: ## `spread(x)`"],
        ),
        (
            f"{E}/README.zh-TW.md",
            "`mean(x)`",
            "`mean(y)`",
            ["3: the reference is called as mean(x)"],
        ),
        (
            f"{E}/README.zh-TW.md",
            "每一欄的平均值。",
            "```\n1\n```\n",
            ["3: this section has 1 blocks of code, and 0 in README.md"],
        ),
        (
            f"{E}/README.zh-TW.md",
            "## 檢查項目",
            "### 檢查項目",
            ["11: README.md has another heading here (line 11): ## The checks"],
        ),
        (
            f"{E}/README.md",
            "The mean of each column.",
            "| of | is |\n|---|---|\n| `ones` | 1 |",
            [],
        ),
    ],
)
def test_a_fault_is_told_with_its_line(told, file, old, new, faults):
    """That file, that line, and nothing else."""
    found = told(file, old, new)
    if file.endswith(("checks.py", "README.md")) and "not to 10" not in str(found):
        found = [each for each in found if each.startswith(f"{file}:")]
    wanted = [f"{file}:{each}" for each in faults]
    of_tables = [each for each in found if each.startswith(f"{E}/README")]
    found = [each for each in found if each not in of_tables or "README" in file]
    assert len(found) == len(wanted), found
    for one, other in zip(found, wanted, strict=True):
        assert re.fullmatch(re.escape(other).replace(r"\*", ".*"), one), found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("| `mean_values` | 4 | the mean |\n", "", "17: the check mean_values has no row: *"),
        ("## `spread(x)`\n", "", "1: no section for spread: ## `spread(x)`"),
    ],
)
def test_what_the_english_readme_lacks_is_not_said_of_the_chinese_one(told, old, new, said):
    """It has what it needs."""
    (fault,) = told(f"{E}/README.md", old, new)
    assert re.fullmatch(re.escape(f"{E}/README.md:{said}").replace(r"\*", ".*"), fault)


def test_points_that_do_not_sum_to_ten_come_first(told):
    """Each README has other points then: that is what follows from it."""
    said = told(f"{E}/checks.py", "points=4", "points=5")
    assert "the points sum to 11, not to 10" in said[0] and len(said) > 1
    assert said[1:] == sorted(said[1:])
