"""What was left out of a file is named where it is the cause: the line, and why it was left out."""

import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell
from support.words import said

from grader.report import Report, Verdict

MEAN = "def mean(x):\n    return x.mean(0)"
SPREAD = "\ndef spread(x):\n    return x.min(), x.max()\n"
ELSEWHERE = "calls on modules at the top level are left out when a file is graded"
ASKED = "it calls spread, and a function that is graded is not called"
MAGICS = "magics and shell commands are not run when a notebook is graded"


@pytest.fixture
def grade(tmp_path, grade_toy):
    """Grade cells as the toy exercise; text cells are made by nbformat."""

    def call(*cells) -> Report:
        made = [new_code_cell(cell) if isinstance(cell, str) else cell for cell in cells]
        path = tmp_path / "mean.ipynb"
        path.write_text(nbformat.writes(new_notebook(cells=[*made, new_code_cell(SPREAD)])))
        return grade_toy(path)

    return call


CALLS = {
    "a setting that an exception names": (
        "import threading as t\nt.disable_checks()\n",
        "def mean(x):\n    raise RuntimeError('call t.disable_checks() first')",
        f"`t.disable_checks()` (line 2) was not executed: {ELSEWHERE}",
    ),
    "an attribute, by a call": (
        "import sys\nsys.define_flag('eps', 1)\nclass C: pass\n",
        "def mean(x):\n    return x.mean(0) + C.eps",
        f"`sys.define_flag('eps', 1)` (line 2) was not executed: {ELSEWHERE}",
    ),
    "the limit of a recursion": (
        "import sys\nsys.setrecursionlimit(10**6)\n",
        "def mean(x):\n    return mean(x)",
        "`sys.setrecursionlimit(10**6)` (line 2) was not executed",
    ),
    "a module written by the file": (
        "import pathlib\npathlib.Path('helper.py').write_text('half = 2')\n",
        "from helper import half\ndef mean(x):\n    return x.mean(0) / half",
        "`pathlib.Path('helper.py').write_text('half = 2')` (line 2) was not executed",
    ),
    "a file written by the file": (
        "import numpy as np\nnp.savetxt('half.txt', np.ones(1))\n",
        "def mean(x):\n    return x.mean(0) / np.loadtxt('half.txt')",
        "`np.savetxt('half.txt', np.ones(1))` (line 2) was not executed",
    ),
    "a magic of an exported notebook": (
        "get_ipython().run_line_magic('pylab', 'inline')\n",
        "def mean(x):\n    return np.mean(x, 0)",
        f"`get_ipython().run_line_magic('pylab', 'inline')` (line 1) was not executed: {MAGICS}",
    ),
    "a cell magic of one": (
        "get_ipython().run_cell_magic('notify', '', 'def half(x):\\n    return x / 2\\n')\n",
        "def mean(x):\n    return half(x)",
        f"(line 1) was not executed: {MAGICS}",
    ),
    "an import of everything": (
        "from no_such_module import *\n",
        "def mean(x):\n    return half(x)",
        "is half from an import that failed? mean.py, line 1 failed: ModuleNotFoundError",
    ),
    "an item by a graded function": (
        "import numpy as np\nT = {}\nT[1] = spread(np.ones(2))\n",
        "def mean(x):\n    return x.mean(0) * T[1][0]",
        f"`T[1] = spread(np.ones(2))` (line 3) was not executed: {ASKED}",
    ),
    "an item of the program": (
        "T = {}\nif __name__ == '__main__':\n    T[1] = 3\n",
        "def mean(x):\n    return x.mean(0) * T[1]",
        "`T[1] = 3` (line 3) was not executed: it stands under `if __name__ == ...`",
    ),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_statement_that_was_left_out_is_named(grade_toy, name):
    """The exception says what is missing; the note says which line would have given it."""
    before, mean, words = CALLS[name]
    report = grade_toy(f"{before}{mean}{SPREAD}")
    assert words in said(report.checks[0])
    assert report.checks[0].verdict is Verdict.ERROR
    assert report.checks[-1].verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("print('half')\nT = {}\n", "KeyError"),
        ("import math\nmath.floor(3)\nT = [1]\n", "IndexError"),
        ("T = {}\nT.keys()\ndef show(): print(T)\nshow()\n", "KeyError"),
        ("import math as m\nm.reduce_sum = 1\nT = {}\nprint('T', 3)\n", "KeyError"),
    ],
)
def test_what_is_not_the_cause_is_not_named(grade_toy, source, error):
    """A file that has left-out lines can be wrong by itself."""
    report = grade_toy(f"{source}def mean(x):\n    return x.mean(0) * T[3]{SPREAD}")
    assert error in said(report.checks[0])
    assert "not executed" not in said(report.checks[0])


CELLS = {
    "%pylab": (
        ["%pylab inline", "def mean(x):\n    return np.mean(x, 0)"],
        f"`%pylab inline` (cell 1, line 1) was not executed: {MAGICS}",
    ),
    "%pylab's functions": (
        ["x = 1\n%pylab", "def mean(x):\n    return sum(x, 0) / size(x, 0)"],
        "`%pylab` (cell 1, line 2)",
    ),
    "%run": (
        ["%run helper.py", "def mean(x):\n    return half(x)"],
        f"`%run helper.py` (cell 1, line 1) was not executed: {MAGICS}; is half from there?",
    ),
    "%%writefile": (
        [
            "%%writefile helper.py\nhalf = 2",
            "from helper import half",
            "def mean(x):\n    return x.mean(0) / half",
        ],
        "`%%writefile helper.py` (cell 1, line 1) was not executed: no file is written",
    ),
    "!pip": (
        [
            "!pip install -q some-thing",
            "import some_thing as s\ndef mean(x):\n    return s.mean(x)",
        ],
        "`!pip install -q some-thing` (cell 1, line 1) was not executed",
    ),
    "!pip by another name": (
        ["!pip install opencv-nothing", "import cv2\ndef mean(x):\n    return cv2.mean(x)"],
        "`!pip install opencv-nothing` (cell 1, line 1) was not executed",
    ),
    "%env": (
        ["%env HALF=2", "import os\ndef mean(x):\n    return x.mean(0) / int(os.environ['HALF'])"],
        "`%env HALF=2` (cell 1, line 1) was not executed",
    ),
    "!wget": (
        [
            "!wget -q http://x.org/half.npy",
            "import numpy as np\ndef mean(x):\n    return np.load('half.npy')",
        ],
        "`!wget -q http://x.org/half.npy` (cell 1, line 1) was not executed",
    ),
    "a helper under an unknown magic": (
        ["%%notify\ndef half(x):\n    return x / 2", "def mean(x):\n    return half(x)"],
        "`%%notify` (cell 1, line 1) was not executed: a cell under `%%notify` is left out",
    ),
    "a helper in a text cell": (
        [new_raw_cell("def half(x):\n    return x / 2"), "def mean(x):\n    return half(x)"],
        "cell 1, line 1 has `def half(x):`, but that cell is one of text",
    ),
    "an import in a text cell": (
        [
            new_markdown_cell("First\n\n    import numpy as np"),
            "def mean(x):\n    return np.mean(x)",
        ],
        "cell 1, line 3 has `import numpy as np`, but that cell is one of text",
    ),
}


@pytest.mark.parametrize("name", CELLS)
def test_what_a_notebook_leaves_out_is_named(grade, name):
    """Magics, shell lines, cells that are not run: whatever has what is missing."""
    cells, words = CELLS[name]
    report = grade(*cells)
    assert words in said(report.checks[0])
    assert report.checks[0].verdict is Verdict.ERROR


WRITTEN = {
    "an unknown cell magic": (
        ["%%notify\n" + MEAN],
        "`%%notify` (cell 1, line 1) was not executed",
    ),
    "%%writefile": (["%%writefile mean.py\n" + MEAN], "`%%writefile mean.py` (cell 1, line 1) was"),
    "%%timeit": (["%%timeit\n" + MEAN], "what stands under `%%timeit` does not run as a part of"),
    "%%script": (
        ["# mean\n\n%%script python\n" + MEAN],
        "`%%script python` (cell 1, line 3) was not executed: what stands under `%%script`",
    ),
    "a cell of Markdown": (
        [new_markdown_cell(f"```python\n{MEAN}\n```")],
        "cell 1, line 2 has `def mean(x):`, but that cell is one of text",
    ),
    "a raw cell": ([new_raw_cell(MEAN)], "cell 1, line 1 has `def mean(x):`, but that cell is"),
    "a cell that can't be read": (
        [MEAN + "\nx = (1"],
        "mean has no value because cell 1 can't be read",
    ),
    "if False": (
        ["if False:\n    def mean(x): return x"],
        "cell 1, line 2 has `def mean(x): return x`, but under `if False:` (line 1)",
    ),
    "try": (
        ["try:\n    import no_such\n    def mean(x): return x\nexcept ImportError:\n    pass"],
        "line 3 has `def mean(x): return x`, but in a `try` (line 1) that did not get so far",
    ),
    "else": (["if 1:\n    pass\nelse:\n    def mean(x): return x"], "cell 1, line 4 has"),
    "another function": (
        ["def spread2(x):\n    def mean(x): return x"],
        "but inside of `def spread2(x):` (line 1), and its name is known only there",
    ),
    "a class": (
        ["class My:\n    def mean(self, x): return x"],
        "but inside of `class My:` (line 1)",
    ),
    "a capital": (["def Mean(x): return x"], "cell 1, line 1 defines Mean; call it mean"),
    "an underscore": (["me_an = lambda x: x"], "cell 1, line 1 defines me_an; call it mean"),
    "a letter": (
        ["x = 1\ndef meann(x): return x"],
        "line 2 defines meann; if that is the one, call",
    ),
    "a comment": (
        ["# def mean(x):\n#     return x"],
        "cell 1, line 1 has `# def mean(x):`, but in a comment",
    ),
    "a text in quotes": (
        ["'''\ndef mean(x):\n    return x\n'''"],
        "cell 1, line 2 has `def mean(x):`, but inside of a text in quotes",
    ),
    "a lambda in a comment": (["#mean = lambda x: x"], "cell 1, line 1 has `#mean = lambda x: x`"),
    "the main guard": (
        ["if __name__ == '__main__':\n    def mean(x): return x"],
        "under `if __name__ == ...` (cell 1, line 1)",
    ),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_was_written_was_attempted(grade, name):
    """A function that stands where it is not executed: seen, and what to do. No points for it."""
    cells, words = WRITTEN[name]
    report = grade(*cells)
    assert words in said(report.checks[0])
    assert {check.verdict for check in report.checks[:3]} <= {Verdict.ERROR, Verdict.SKIPPED}
    assert report.checks[0].verdict is Verdict.ERROR
    assert report.score == 3


@pytest.mark.parametrize(
    "cells",
    [
        ["x = 1"],
        [new_markdown_cell("## `mean(x)`\n\nWrite `def mean(x)`.")],
        ["# write mean here"],
        ["def mean(x):\n    raise NotImplementedError('mean is not implemented yet')"],
        ["'''What mean(x) returns, def mean.'''"],
        ["means = 3\ndef spread_mean(x): return x"],
    ],
)
def test_what_was_not_written_was_not_attempted(grade, cells):
    """A task, a stub, another function."""
    assert grade(*cells).checks[0].verdict is Verdict.NOT_ATTEMPTED


def test_a_name_of_a_module_beside_the_file_is_explained(grade_toy, tmp_path):
    """Its lines are named with its file."""
    (tmp_path / "own.py").write_text(
        "T = {}\nif __name__ == '__main__':\n    T[1] = 3\ndef half(x): return x * T[1]\n"
    )
    path = tmp_path / "mean.py"
    path.write_text(f"from own import half\ndef mean(x):\n    return half(x){SPREAD}")
    words = "`T[1] = 3` (own.py, line 3) was not executed: it stands under `if __name__ == ...`"
    assert words in said(grade_toy(path).checks[0])


SYNTAX = {
    "x = f'{d['a']}'": "Inside of an f-string's braces its own quotes may stand from Python 3.12",
    "x = f\"{'\\n'.join(d)}\"": "may stand from Python 3.12 on",
    "def first[T](x: T): return x": "type parameters and `type` statements from 3.12 on",
    "type X = int": "`type` statements from 3.12 on",
    "try: pass\nexcept A, B: pass": "Python 3.14 is the first that takes several without",
    "x = t'{y}'": "t-strings from 3.14 on",
    "print x": "Without parentheses it is Python 2",
    "!pip install x": "That is a notebook's line",
    "%matplotlib inline": "That is a notebook's line",
    "x = !ls": "That is a notebook's line",
    "```python": "That line is Markdown",
    ">>> x = 1": "the prompt of an interactive session",
    "<<<<<<< HEAD": "a mark of a conflict in git",
    "if x &lt; 3: pass": "copied from a web page's source",
    "x = (1": "",
}


@pytest.mark.parametrize("line", SYNTAX)
def test_a_syntax_error_says_which_python_and_what_was_meant(grade_toy, line):
    """The Python that reads the file may be older than the one that wrote it."""
    if "3.1" in SYNTAX[line] and sys.version_info >= (3, 14 if "3.14" in SYNTAX[line] else 12):
        return
    (problem,) = grade_toy(f"{MEAN}{SPREAD}\n{line}\n").problems
    version = ".".join(map(str, sys.version_info[:2]))
    assert f"(read by Python {version})" in said(problem)
    assert SYNTAX[line] in said(problem)
    assert SYNTAX[line] or said(problem).endswith(f"{version})")
    assert line.split("\n")[-1] in problem.text


def test_an_error_in_an_f_string_shows_the_whole_line(grade_toy):
    """Of some, Python itself shows what stands in the braces as if it were a line."""
    (problem,) = grade_toy(f"{MEAN}{SPREAD}\nx = f'{{a b}}'\n").problems
    assert problem.text.startswith("x = f'{a b}'")


def test_a_label_of_a_plot_is_no_definition(grade_toy):
    """Although it has the name that is missing."""
    source = "import math\nmath.ylabel('eps')\nclass C: pass\n"
    report = grade_toy(f"{source}def mean(x):\n    return x.mean(0) * C.eps{SPREAD}")
    assert "AttributeError" in said(report.checks[0])
    assert "not executed" not in said(report.checks[0])


def test_the_line_that_makes_a_function_a_number_is_named(grade):
    """Further down, or in another cell."""
    (first, *_) = grade(MEAN, "x = 3\nmean = x + 1").checks
    assert said(first) == (
        "mean is of type int and can't be called; mean(x) is asked\n"
        "cell 2, line 2 gives the name that value: `mean = x + 1`"
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# EPS = 3\n", "line 1 has `# EPS = 3`, but in a comment"),
        ('"""\nEPS = 3 is usual\n"""\n', ""),
        ("def f(x):\n    # EPS = x\n    return x\n", ""),
        ("def plot():\n    import math as EPS\n", "but inside of `def plot():` (line 1)"),
        ("def plot():\n    EPS = 3\n", ""),
    ],
)
def test_a_constant_in_words_is_none(grade_toy, source, words):
    """A formula in a text or in a comment of a function was never code; a line of code was."""
    found = grade_toy(f"{source}def mean(x):\n    return x.mean(0) + EPS{SPREAD}").checks[0]
    assert words in said(found)
    assert words or len(found.details) == 1


def test_what_a_module_beside_the_file_lacks_is_explained(grade_toy, tmp_path):
    """By its attribute, or by an import."""
    (tmp_path / "own.py").write_text("if __name__ == '__main__':\n    HALF = 2\n")
    path = tmp_path / "mean.py"
    for source in (
        "import own\ndef mean(x):\n    return x / own.HALF",
        "def mean(x):\n    from own import HALF\n    return x / HALF",
    ):
        path.write_text(source + SPREAD)
        words = "HALF gets its value under `if __name__ == ...` (line 1), which is not executed"
        assert words in said(grade_toy(path).checks[0])
