"""Notebooks: read as people write them, graded as the same code in a file, built from the stub."""

import json
import re
import shutil
import sys
import time
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, result
from nbformat.v3 import new_code_cell as new_code_cell_3
from nbformat.v3 import new_notebook as new_notebook_3
from nbformat.v3 import new_text_cell as new_text_cell_3
from nbformat.v3 import new_worksheet
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from support.peak import Peak
from support.words import said

from grader.build import handout
from grader.build.lint.stale import stale_files
from grader.cli.program import main
from grader.course.course import Course
from grader.errors import AuthorError
from grader.formats import Options, terminal
from grader.formats import json as json_format
from grader.judge import submission
from grader.judge.grading import judge
from grader.judge.submission import read_submission
from grader.report import Report, Verdict
from grader.worker.source.magics import plain

MEAN = "def mean(x):\n    return x.mean(0)"
SPREAD = "def spread(x):\n    return x.min(), x.max()"


def cells(*sources: str):
    """A notebook of code cells."""
    return new_notebook(cells=[new_code_cell(source) for source in sources])


@pytest.fixture
def written(tmp_path):
    """Write a notebook, or text or bytes that may be none; its path."""

    def write(content) -> Path:
        path = tmp_path / "my.ipynb"
        if isinstance(content, nbformat.NotebookNode):
            content = nbformat.writes(content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def grade(written, grade_toy):
    """Grade cells, or a whole notebook, as the toy exercise."""

    def call(*content) -> Report:
        whole = len(content) == 1 and not isinstance(content[0], str)
        return grade_toy(written(content[0] if whole else cells(*content)))

    return call


def assert_full(report: Report) -> None:
    """Every point, and nothing to complain about."""
    assert report.problems == ()
    assert report.score == report.max_score


# --- odd, and right -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sources",
    [
        pytest.param(["%matplotlib inline\n!pip install x\n" + MEAN], id="magic and shell lines"),
        pytest.param(["%%time\n" + MEAN], id="%%time"),
        pytest.param(["\n\n  \n%%time\n" + MEAN], id="%%time after blank lines"),
        pytest.param(["# slow\n%%time\n" + MEAN], id="%%time after a comment"),
        pytest.param([MEAN + "\n%%time\nx = 1"], id="%%time not first"),
        pytest.param(["%%capture out\n%%time\n!ls\n" + MEAN], id="two cell magics"),
        pytest.param(
            [MEAN, "%%bash\ndef mean(x): return 0", "%%html\n<b>", "%%writefile a.py\nmean = 0"],
            id="bodies that are no Python of this notebook",
        ),
        pytest.param([MEAN, "# c\n%%writefile a.py\nmean = 0"], id="%%writefile after a comment"),
        pytest.param([MEAN, "%%timeit\nmean = 0"], id="%%timeit binds nothing"),
        pytest.param([MEAN, "%timeit mean = 0"], id="%timeit binds nothing"),
        pytest.param(
            ["%time n = len('ab') - 1\n" + MEAN.replace("x.m", "n * x.m")], id="%time x = f()"
        ),
        pytest.param(["n = %time 1\n" + MEAN.replace("x.m", "n * x.m")], id="x = %time f()"),
        pytest.param(
            ["%time n = abs(1 - \\\n  2)\n" + MEAN.replace("x.m", "n*x.m")], id="%time \\"
        ),
        pytest.param(["files = !ls\nhome = %env HOME\n" + MEAN], id="x = !ls, not needed"),
        pytest.param(["!pip install \\\n  numpy \\\n  'don t\n" + MEAN], id="!… over lines"),
        pytest.param(["if True:\n    !ls\nfor i in []:\n    %cd x\n" + MEAN], id="indented"),
        pytest.param(["def mean(x):\n    %time y = x.mean(0)\n    !ls\n    return y"], id="inside"),
        pytest.param(["?mean\nmean?\nmean??\nx.y?;\n%time?\n%%time?\n" + MEAN], id="help"),
        pytest.param(["%%time?\n" + MEAN], id="help on a cell magic comes first"),
        pytest.param(["pip install numpy", "ls", "time n = 1", MEAN], id="magics without %"),
        pytest.param(["%%grade mean\n" + MEAN], id="%%grade executes its cell"),
        pytest.param(
            ["%load_ext grader", MEAN, "%grade ex1 mean", "grade ex1", "hint mean", "%hint"],
            id="the grader's own magics",
        ),
        pytest.param(['!echo don\'t """ (\n' + MEAN], id="quotes and brackets in a shell line"),
        pytest.param(["x = 1  # (\n# don't\n!ls\n" + MEAN], id="quotes and brackets in a comment"),
        pytest.param(["  !ls\n  def mean(x):\n      return x.mean(0)"], id="a whole cell indented"),
        pytest.param([">>> def mean(x):\n...     return x.mean(0)\n"], id="pasted prompts"),
        pytest.param(
            ["!ls\ns = '''\n%time\n!ls\nf?\n'''\n" + MEAN.replace("x.m", "(len(s) == 14) * x.m")],
            id="no magic in a string of several lines",
        ),
        pytest.param(
            ["!ls\nn = (7\n  % 2\n)\n" + MEAN.replace("x.m", "n * x.m")], id="% in parentheses"
        ),
        pytest.param(
            ["!ls\nn = 7 \\\n  % 2\n" + MEAN.replace("x.m", "n * x.m")], id="% after a backslash"
        ),
        pytest.param(
            ["!ls\ns = 'a \\\n%b \\\n!c'\n" + MEAN.replace("x.m", "(len(s) == 7) * x.m")],
            id="a string after a backslash",
        ),
        pytest.param(
            ['!ls\nprint("a =!b", 1 != 2, "100 % =%d" % 1)\ns = "!ls"  # why?\n' + MEAN],
            id="! and % within a line",
        ),
        pytest.param(["!ls\ns = '''a\\'''\n!ls'''\n" + MEAN], id="an escaped quote"),
        pytest.param(["!ls\ns = r'\\'; t = '\n!ls\n" + MEAN], id="a raw string"),
        pytest.param(["1 + 1;\n" + MEAN + ";"], id="semicolons"),
        pytest.param(["!ls \\\r\n  -l -a\r\n" + MEAN.replace("\n", "\r\n")], id="CRLF"),
        pytest.param(["!ls\n" + MEAN.replace("    ", "\t")], id="tabs"),
        pytest.param(["", " \n", "# only this", MEAN, "\f"], id="empty cells and comments"),
        pytest.param(["數 = 1\n" + MEAN.replace("x.m", "數 * x.m")], id="names that are not ASCII"),
        pytest.param(["await f()\nasync for x in y: pass\n" + MEAN], id="await, not needed"),
        pytest.param(["x = [i async for i in y]\n" + MEAN], id="async for, not needed"),
        pytest.param(["from __future__ import annotations", "def mean(x: T):" + MEAN[12:]], id="T"),
        pytest.param(
            [
                "try:\n    n = len(get_ipython().config)\nexcept NameError:\n    n = 0",
                MEAN.replace("x.m", "n * x.m"),
            ],
            id="asking whether this is a notebook",
        ),
        pytest.param([MEAN.replace("    ret", "    display(x, 1)\n    ret")], id="display"),
        pytest.param(
            [
                "def mean(x):\n    return half(x) * 2",
                "def half(x):\n    return x.mean(0) / K",
                "K = 2",
            ],
            id="helpers and constants of later cells",
        ),
        pytest.param(["def mean(x): return 0", MEAN], id="the last definition wins"),
        pytest.param(
            [
                MEAN,
                "import time\ntime.sleep(3600)\nwhile True: mean(1)",
                "1 / 0",
                "import urllib.request as u\nu.urlopen('http://x')",
            ],
            id="left out",
        ),
        pytest.param(
            [
                "from IPython.display import clear_output, display, Markdown",
                "def mean(x):\n    clear_output(wait=True)\n    display(Markdown('# x'))\n"
                "    return x.mean(0)",
            ],
            id="IPython.display in a function",
        ),
        pytest.param(
            [
                "from IPython import display as d, get_ipython",
                MEAN.replace("x.m", "(d.HTML('') and x).m"),
            ],
            id="IPython.display as a module",
        ),
        pytest.param(
            [
                "IN_COLAB = 'google.colab' in str(get_ipython())",
                MEAN.replace("x.m", "(1 - IN_COLAB) * x.m"),
            ],
            id="asking for Colab by the shell",
        ),
        pytest.param(
            [
                "try:\n    import google.colab\n    ONE = 0\nexcept ImportError:\n    ONE = 1",
                MEAN.replace("x.m", "ONE * x.m"),
            ],
            id="asking for Colab by its module",
        ),
        pytest.param(
            [
                "shell = get_ipython()\nname = shell.__class__.__name__\n"
                "ONE = int(name == 'ZMQInteractiveShell' and 'IPKernelApp' in shell.config)",
                MEAN.replace("x.m", "ONE * x.m"),
            ],
            id="asking for Jupyter",
        ),
        pytest.param(
            [
                "def mean(x):\n    get_ipython().run_line_magic('matplotlib', 'inline')\n"
                "    handle = display('x', display_id=True)\n    handle.update('y')\n"
                "    return x.mean(0)",
            ],
            id="the shell in a function",
        ),
        pytest.param(
            [
                "import argparse\nparser = argparse.ArgumentParser()\n"
                "parser.add_argument('--one', type=int, default=1)\nargs = parser.parse_args()",
                MEAN.replace("x.m", "args.one * x.m"),
            ],
            id="argparse, which here is not given the kernel's command line",
        ),
        pytest.param(
            ["# a\fb\u2028c\nx = 1", MEAN, "# d\x85e\nfor i in range(10**12): mean(1)\nmean(2)"],
            id="other line ends, and runs of what is graded",
        ),
        pytest.param([MEAN, "get_ipython().system('ls')\nget_ipython().magic('x')"], id="exported"),
    ],
)
def test_an_odd_notebook_that_is_right_scores_full(grade, sources):
    """Whatever Jupyter takes is taken."""
    assert_full(grade(*sources, SPREAD))


THERE = {
    "a plot that is replaced": (
        "from IPython import display\nimport matplotlib.pyplot as plt\n%matplotlib inline",
        ["display.clear_output(wait=True)", "plt.plot([1, 2])", "plt.show()"],
    ),
    "a figure": (
        "import IPython\nimport matplotlib.pyplot as plt",
        ["figure, axes = plt.subplots()", "IPython.display.display(figure)"],
    ),
    "formats": (
        "from matplotlib_inline import backend_inline",
        ["backend_inline.set_matplotlib_formats('svg')"],
    ),
    "what can be displayed": (
        "from IPython.display import *",
        [
            "display(HTML('<b>'), Image(filename='a.png'), Audio([0.1], rate=8000), Latex('$x$'))",
            "assert HTML('<b>')._repr_html_() == '<b>'",
            "assert list(ProgressBar(3)) == [0, 1, 2]",
        ],
    ),
    "the shell": (
        "from IPython.core.interactiveshell import InteractiveShell",
        [
            "InteractiveShell.ast_node_interactivity = 'all'",
            "shell = get_ipython()",
            "shell.events.register('post_execute', print)",
            "shell.kernel.do_shutdown(restart=True)",
            "assert 'zmqshell' in str(shell) and shell is InteractiveShell.instance()",
            "out = !nvidia-smi",
            "print(str(out), len(In), Out)",
        ],
    ),
    "what is printed": (
        "from IPython.utils.capture import capture_output",
        ["with capture_output() as said: print(1)", "assert said.stdout == '1\\n'"],
    ),
    "Google Drive": (
        "from google.colab import drive, files, output, userdata",
        [
            "drive.mount('/content/drive')",
            "uploaded = files.upload()",
            "for name in []: uploaded[name]",
            "files.download('a.csv')",
            "token = userdata.get('TOKEN')",
            "output.clear()",
        ],
    ),
    "all of Colab": ("import google.colab", ["google.colab.drive.mount('/content/drive')"]),
    "a bar": (
        "from tqdm.notebook import tqdm, trange",
        ["assert list(tqdm(range(3), desc='a')) == [n for n in trange(3)] == [0, 1, 2]"],
    ),
    "a bar by hand": (
        "import tqdm.auto",
        [
            "with tqdm.auto.tqdm(total=3) as bar:",
            "    bar.update(2)",
            "    bar.set_postfix(loss=0.5)",
            "    assert bar.n == 2 and len(bar) == 3",
        ],
    ),
    "widgets": (
        "import ipywidgets as widgets",
        [
            "bar = widgets.IntProgress(max=3, description='a')",
            "display(bar)",
            "bar.value += 1",
            "with widgets.Output(): widgets.interact(lambda k: k, k=(0, 1))",
        ],
    ),
}
"""What a notebook has where it is written: how it is imported, and what a function does with it."""


@pytest.mark.parametrize("what", THERE)
def test_what_a_notebook_has_is_there(grade, what):
    """And does nothing: the function is as right as it is there."""
    top, lines = THERE[what]
    inside = "".join(f"    {line}\n" for line in lines)
    assert_full(grade(top, MEAN.replace("    ret", f"{inside}    ret"), SPREAD))


@pytest.mark.parametrize(
    ("top", "lines", "why"),
    [
        (
            "from google.colab import files",
            ["up = files.upload()", "n = len(up)"],
            "nobody uploads a file when a notebook is graded",
        ),
        (
            "from google.colab import userdata",
            ["n = float(userdata.get('N'))"],
            "Colab's secrets are not there when a notebook is graded",
        ),
        ("", ["n = !nproc", "n = int(n[0])"], "the result of `!nproc` is not known"),
        (
            "",
            ["n = get_ipython().user_ns['n']"],
            "there is no shell when a notebook is graded, and so no `get_ipython().user_ns`",
        ),
    ],
)
def test_what_nobody_answers_is_told_to_who_needs_it(grade, top, lines, why):
    """In the line that needs the value, and not in the one that asks."""
    inside = "".join(f"    {line}\n" for line in lines)
    mean = MEAN.replace("    ret", f"{inside}    ret").replace("x.m", "n * x.m")
    report = grade(top, mean, SPREAD)
    message = said(result(report, "mean_shape"))
    assert why in message and f"at cell 2, line {1 + len(lines)}, in mean" in message


@pytest.mark.parametrize(
    "asks",
    [
        "try:\n    from google.colab import drive\n    ONE = 0\nexcept ImportError:\n    ONE = 1",
        "try:\n    import google.colab\n    ONE = 0\nexcept:\n    ONE = 1",
        "import importlib.util as u\nONE = 0 if u.find_spec('google.colab') else 1",
        "import sys\nONE = 0 if 'google.colab' in sys.modules else 1",
        "ONE = 0 if 'google.colab' in str(get_ipython()) else 1",
    ],
)
def test_a_notebook_that_asks_is_not_in_colab(grade, asks):
    """Its data would not be there; a notebook that does not ask finds what it imports."""
    assert_full(grade(asks, MEAN.replace("x.m", "ONE * x.m"), SPREAD))


def test_a_file_must_bring_what_it_imports(grade_toy):
    """Colab's module is for notebooks only."""
    line = "from google.colab import drive"
    report = grade_toy(f"{line}\n{MEAN.replace('x.m', '(drive and x).m')}\n{SPREAD}\n")
    assert "ModuleNotFoundError" in said(report.problems[0])


@pytest.mark.parametrize("split", [True, False])
def test_a_source_may_be_a_list_of_lines_or_a_string(grade, written, split):
    """Both are in use; Jupyter writes the first."""
    text = nbformat.v4.writes(cells("%%time\n" + MEAN, SPREAD), split_lines=split)
    assert isinstance(json.loads(text)["cells"][0]["source"], list if split else str)
    assert_full(grade(text.encode()))


def test_raw_cells_attachments_and_markdown_are_no_code(grade):
    """Not even when Python could read them."""
    picture = {"image.png": {"image/png": "aGVsbG8="}}
    others = [new_raw_cell("def mean(x): return 0"), new_markdown_cell("mean = 0")]
    others[1]["attachments"] = picture
    notebook = new_notebook(cells=[new_code_cell(MEAN), *others, new_code_cell(SPREAD)])
    assert_full(grade(notebook))


def test_format_3_is_read(grade):
    """Its cells lie in worksheets, and are called otherwise."""
    sheets = [
        new_worksheet(
            cells=[new_text_cell_3("markdown", source="# Means"), new_code_cell_3(input=MEAN)]
        ),
        new_worksheet(cells=[new_code_cell_3(input="%%time\n" + SPREAD.replace("(), x", "(), y"))]),
    ]
    report = grade(nbformat.v3.writes_json(new_notebook_3(worksheets=sheets)).encode())
    assert [check.verdict for check in report.checks] == [Verdict.PASSED] * 3 + [Verdict.ERROR]
    assert "at cell 3, line 3, in spread" in said(report.checks[3])


def test_colab_and_vscode_are_read(grade):
    """With their metadata; a cell of another language in VS Code is no Python."""
    notebook = cells("#@title Means { display-mode: 'form' }\n" + MEAN, "echo (", SPREAD)
    notebook.metadata = {
        "colab": {"provenance": [], "toc_visible": True},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "accelerator": "GPU",
        "vscode": {"interpreter": {"hash": "aee8b7b246df8f9039afb4144a1f6fd8"}},
    }
    notebook.cells[0].metadata = {"id": "x1", "cellView": "form", "colab": {"base_uri": "x"}}
    notebook.cells[1].metadata = {"vscode": {"languageId": "shellscript"}}
    notebook.cells[2].metadata = {"vscode": {"languageId": "python"}}
    assert_full(grade(notebook))


def test_what_a_notebook_lacks_or_has_too_much_does_not_matter(grade):
    """Outputs that are invalid, numbers of any length, NaN, keys twice, half a character."""
    text = (
        '{"nbformat": 4, "nbformat": 4, "x": NaN, "n": 1' + "0" * 5000 + ', "cells": ['
        '{"cell_type": "code", "outputs": 3, "source": ' + json.dumps(MEAN) + "}, "
        '{"cell_type": "code", "source": ' + json.dumps("s = '\ud800'\n" + SPREAD) + "}]}"
    )
    assert_full(grade(text.encode()))
    assert_full(grade(b"\xef\xbb\xbf" + text.encode()))


def test_siblings_are_found_beside_a_notebook(grade, tmp_path):
    """As beside a file."""
    (tmp_path / "helper.py").write_text(MEAN)
    assert_full(grade("!ls\nfrom helper import mean", SPREAD))


# --- what is wrong, and where ---------------------------------------------------------------


def test_a_syntax_error_elsewhere_costs_nothing_and_is_listed(grade):
    """With the cell's place among all cells, and the line in it."""
    notebook = cells(MEAN, "x = 1\ny = (2", SPREAD)
    notebook.cells.insert(1, new_markdown_cell("# text"))
    report = grade(notebook)
    assert report.score == report.max_score
    (problem,) = report.problems
    assert (problem.where, problem.line) == ("cell 3", 2)
    version = ".".join(map(str, sys.version_info[:2]))
    assert said(problem) == f"SyntaxError: '(' was never closed (read by Python {version})"
    assert problem.text == "y = (2\n    ^"


def test_lines_keep_their_numbers(grade):
    """A traceback names the cell, and the line as the student counts it."""
    report = grade("\n%%time\n!pip install \\\n  x\n\ndef mean(x):\n    return x.nothing", SPREAD)
    message = said(result(report, "mean_shape"))
    assert "at cell 1, line 7, in mean: return x.nothing" in message


def test_a_function_in_a_cell_with_a_syntax_error_is_an_error(grade):
    """It was attempted, and the cell is named; so is what needs a helper from there."""
    report = grade("def mean(x):\n    return (", SPREAD)
    assert report.checks[0].verdict is Verdict.ERROR
    why = "mean has no value because cell 1 can't be read: SyntaxError"
    assert said(report.checks[0]).startswith(why)
    report = grade("def half(x):\n    return (", "def mean(x): return half(x)", SPREAD)
    assert "half has no value because cell 1 can't be read" in said(report.checks[0])


def test_an_older_definition_counts_when_the_newer_cannot_be_read(grade):
    """As in Jupyter, where the broken cell would not run."""
    assert grade(MEAN, "def mean(x:\n    return 0", SPREAD).score == 10


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("n = !ls", "magics and shell commands are not run when a notebook is graded"),
        ("n = %env HOME", "magics and shell commands are not run"),
        ("n = get_ipython().getoutput('ls')", "magics and shell commands are not run"),
        ("n = await f()", "`await` outside of a function is not run when a notebook is graded"),
        ("if __name__ == '__main__':\n    n = 1", "under `if __name__ == ...` (cell 1, line 1)"),
    ],
)
def test_what_is_not_run_is_said_when_it_is_needed(grade, statement, reason):
    """Which cell, and why its name has no value."""
    report = grade(statement, MEAN.replace("x.m", "n * x.m"), SPREAD)
    assert reason in said(report.checks[0])
    assert report.checks[-1].verdict is Verdict.PASSED


def test_await_in_a_file_is_still_a_syntax_error(grade_toy):
    """Python itself would not take it."""
    report = grade_toy(f"await f()\n{MEAN}\n{SPREAD}\n")
    assert report.score == 0
    assert "'await' outside function" in said(report.problems[0])


def deep(levels: int) -> bytes:
    """JSON, nested."""
    return b"[" * levels + b"]" * levels


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        pytest.param(b"", 1, "the file is empty", id="empty"),
        pytest.param(b'{"cells": [\n{]}', 2, "not valid JSON", id="damaged"),
        pytest.param(b"def mean(x): return 0", 1, "looks like Python", id="Python"),
        pytest.param(b"[1, 2]", 0, "no notebook: it has no `nbformat`", id="a list"),
        pytest.param(b'{"a": 1}', 0, "no notebook: it has no `nbformat`", id="an object"),
        pytest.param(b'{"nbformat": [4]}', 0, "no `nbformat` of 3 or 4", id="no number"),
        pytest.param(b'{"nbformat": 1e999}', 0, "no `nbformat` of 3 or 4", id="infinite"),
        pytest.param(b'{"nbformat": 4}', 0, "it has no list of cells", id="no cells"),
        pytest.param(b'{"nbformat": 3}', 0, "it has no list of worksheets", id="no worksheets"),
        pytest.param(b'{"nbformat": 3, "worksheets": [1]}', 0, "no list of cells", id="3"),
        pytest.param(b'{"nbformat": 4, "cells": [1]}', 0, "cell 1 is a float", id="no cell"),
        pytest.param(
            b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": [1]}]}',
            0,
            "the source of cell 1 is no text",
            id="no text",
        ),
        pytest.param(b'{"nbformat": 4, "cells": []}', 0, "no code cells", id="no code cells"),
        pytest.param(nbformat.writes(cells("", "\n")).encode(), 0, "all empty", id="empty cells"),
        pytest.param(b'{"nbformat": 4,\n"\xff": 1}', 2, "byte 0xff is not utf-8", id="bytes"),
        pytest.param(nbformat.writes(cells(MEAN)).encode("utf-16"), 0, "UTF-16", id="UTF-16"),
        pytest.param(deep(100_000), 0, "nested too deeply", id="nested"),
        pytest.param(
            b'{"nbformat": 4, "cells": [' + deep(100_000) + b"]}", 0, "too deeply", id="nested 2"
        ),
        pytest.param(nbformat.writes(cells("#" * 2**22)).encode(), 0, "2 MB of code", id="code"),
    ],
)
def test_what_is_no_notebook_is_a_problem_in_one_line(grade_toy, written, content, line, message):
    """It is graded: no points, and the reason."""
    report = grade_toy(written(content))
    (problem,) = report.problems
    assert report.score == 0
    assert (problem.where, problem.line) == ("my.ipynb", line)
    assert message in said(problem) and "\n" not in said(problem)
    assert {check.verdict for check in report.checks} == {Verdict.ERROR}


def test_a_huge_file_is_not_read(written, monkeypatch):
    """Beyond the limit nothing is parsed."""
    monkeypatch.setattr(submission, "MAX_NOTEBOOK", 1000)
    (problem,) = read_submission(written(b" " * 1001)).problems
    assert "clear its outputs" in said(problem)


PICTURE = '{"data": {"image/png": "' + "iVBORw0KGgo" * 100_000 + '"}}, '
OUTPUTS = {
    "plots": PICTURE * 91,
    "lines": '"eighty letters, of a table that was printed by a loop in a cell, and more\\n",\n'
    * 10**6,
    "numbers": '{"x": [' + "0.1234567, " * 9_000_000 + "0]}, ",
    "objects": '{"x": [1, "]"], "y": {"z": "}\\"{"}, "and": "so on, up to two hundred"}, ' * 10**6,
}


@pytest.mark.slow
@pytest.mark.parametrize("what", OUTPUTS)
def test_a_notebook_of_100_mb_is_read(written, what):
    """Only its code counts: outputs are read past, in seconds of the processor's and no memory."""
    code = json.dumps({"cell_type": "code", "source": MEAN})
    filled = code[:-1] + ', "outputs": [' + OUTPUTS[what] + "0]}"
    path = written('{"nbformat": 4, "cells": [' + filled + ", " + code + "]}")
    size = path.stat().st_size
    assert 70_000_000 < size < 105_000_000
    units, seconds, memory = read(path)
    assert [unit.source for unit in units.units] == [MEAN, MEAN]
    assert units.problems == ()
    assert seconds < 5
    assert memory < size + 50_000_000


def read(path: Path) -> tuple[submission.Submission, float, int]:
    """A submission, the processor's seconds and the most bytes that it took to read it."""
    peak, started = Peak(), time.process_time()
    found = read_submission(path)
    return found, time.process_time() - started, peak.grown()


MB = 1_000_000
HOSTILE = {
    "empty cells": b'{"nbformat": 4, "cells": [' + b"{}," * 3 * MB + b"{}]}",
    "empty cells of format 3": b'{"nbformat":3,"worksheets":[{"cells":['
    + b"{}," * 200_000
    + b"{}]}]}",
    "cells, just as many as are taken": b'{"nbformat": 4, "cells": ['
    + b'{"cell_type": "code"},' * 70_000
    + b"{}]}",
    "lists in lists": b'{"nbformat": 4, "cells": [' + b"[[[],[]],[]]," * MB + b"[]]}",
    "brackets in outputs": b'{"nbformat": 4, "x": [' + b"[]," * 8 * MB + b'[]], "cells": []}',
    "brackets that stay open": b'{"x": ' + b"[" * 20 * MB,
    "keys": b"{" + b'"cells": [], ' * MB + b'"nbformat": 4}',
    "texts with no comma": b'["' + b'a" "' * 5 * MB,
    "a text that does not end": b'{"outputs": "' + b'\\"' * 20 * MB,
    "a key that does not end": b"{" + b'"' + b"\\\\" * 20 * MB,
    "space": b'{"outputs"' + b" " * 40 * MB + b": 1}",
    "lines": b'{"outputs": [' + b"\n" * 11 * MB + b"1]}",
    "digits": b'{"nbformat": ' + b"1" * 11 * MB + b"}",
    "digits of a fraction": b'{"nbformat": 4.' + b"0" * 11 * MB + b"1e-99999}",
    "numbers for a source": b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": ['
    + b"1," * 140_000
    + b"1]}]}",
    "one snake": b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "'
    + "\N{SNAKE}".encode()
    + b"x" * 11 * MB
    + b'"}]}',
}


@pytest.mark.parametrize("what", HOSTILE)
def test_no_notebook_costs_the_judge_much(written, what):
    """Seconds of the processor's, bytes of memory: JSON that is made to cost a hundred times it."""
    path = written(HOSTILE[what])
    found, seconds, memory = read(path)
    assert found.units == ()
    assert len(found.problems) == 1
    assert seconds < 5
    assert memory < path.stat().st_size + 200_000_000


def test_an_output_that_is_no_json_costs_nothing(grade):
    """Marks of a conflict that git left in an output: the code can be read."""
    text = nbformat.writes(cells(MEAN, SPREAD))
    broken = text.replace('"outputs": []', '"outputs": [\n<<<<<<< HEAD\n"a",\n=======\n"b"\n]', 1)
    assert broken != text
    assert_full(grade(broken.encode()))


def test_what_stands_in_an_output_is_no_code(grade):
    """Whatever its keys are called, and however deep they lie."""
    false = {
        "source": "def mean(x): return 0",
        "cells": [{"cell_type": "code", "source": "mean = 0"}],
    }
    notebook = cells(MEAN, SPREAD)
    notebook.cells[0].outputs = [new_output("display_data", data={"application/json": false})]
    notebook.cells[1].metadata = {"cells": [false], "source": "mean = 0", "tags": ["]", "}", '"']}
    notebook.metadata = {"widgets": {"state": false}, "cells": [false]}
    assert_full(grade(notebook))


def test_lines_of_format_3_without_ends_are_joined(grade):
    """Some programs wrote them so."""
    lines = json.dumps(MEAN.split("\n"))
    cell = f'{{"cell_type": "code", "input": {lines}}}'
    text = f'{{"nbformat": 3, "worksheets": [{{"cells": [{cell}]}}]}}'
    assert [check.verdict for check in grade(text.encode()).checks][:3] == [Verdict.PASSED] * 3


# --- the same as a file ---------------------------------------------------------------------

SAME = [
    "import numpy as np\nK = 1.0\n",
    "def total(x):\n    return np.sum(x, axis=0) * K\n",
    "def mean(x):\n    print(x.shape)\n    return total(x)\n",
    "def spread(x):\n    return missing(x)\n",
]


def comparable(report: Report) -> dict:
    """A report without what depends on names, places and time."""
    text = json_format.render(report).replace("mean.py, line 9", "cell 4, line 2")
    text = re.sub(r"from mean import \w+\\n", "", text)
    shown = json.loads(text, object_hook=lambda found: found | {"facts": {}, "place": {}})
    return shown | {"submission": "", "duration_s": 0}


def test_the_same_code_gets_the_same_report(grade, grade_toy, tmp_path):
    """As a file or as a notebook; but for names, places, and the import in what is to try."""
    file = tmp_path / "mean.py"
    file.write_text("".join(SAME))
    assert comparable(grade(*SAME)) == comparable(grade_toy(file))


def test_what_is_there_to_try_imports_nothing_in_a_notebook(grade):
    """The functions are there already."""
    shown = result(grade(*SAME), "mean_values").counterexample
    assert shown.try_it.splitlines()[0] == "import numpy as np"
    assert "from" not in shown.try_it


def test_a_report_fits_80_columns(grade):
    """Problems, errors and what is there to try, by cell."""
    text = terminal.render(grade("x = (1", *SAME, "y = !ls", "K = len(y)"), Options(width=80))
    assert max(map(len, text.splitlines())) <= 80
    assert text.startswith("ex1 Means · my.ipynb\n! cell 1, line 1: SyntaxError: ")
    assert "cell 5, line 2: NameError: name 'missing' is not defined" in text


def test_exercise_1_as_a_notebook(ex1, ex1_key, tensorflow_zygote, written):
    """AutoGraph reads a function's source from its cell; the report is that of the file."""
    code = (ROOT / "tests" / "submissions" / "ex1_right.py").read_text(encoding="utf-8")
    helper = "@tf.function\ndef shifted(x):\n    %time m = tf.reduce_max(x, axis=1, keepdims=True)"
    helper += "\n    if tf.size(x) > 0:\n        x = x - m\n    return x"
    softmax = "def softmax(x):\n    e = tf.exp(shifted(x))\n    return e / tf.reduce_sum(e, 1, "
    notebook = cells(
        "%tensorflow_version 2.x\nimport tensorflow as tf\ntf.ones(3)",
        code,
        "%%time\n" + softmax + "keepdims=True)",
        helper,
        "history = network.fit(train)",
    )
    report = judge(ex1, ex1_key, read_submission(written(notebook)), tensorflow_zygote)
    assert_full(report)


def test_an_error_in_a_graph_names_the_cell(ex1, ex1_key, tensorflow_zygote, written):
    """AutoGraph's own traceback is read for the student's lines."""
    notebook = cells(
        "import tensorflow as tf", "!ls\n@tf.function\ndef softmax(x):\n    return x.nothing"
    )
    report = judge(
        ex1, ex1_key, read_submission(written(notebook)), tensorflow_zygote, only=["softmax_shape"]
    )
    assert "at cell 2, line 4, in softmax: return x.nothing" in said(report.checks[0])


# --- magics, by themselves ------------------------------------------------------------------


@pytest.mark.parametrize(
    "source", ["a\n!ls\nb", "%%time\n\na", "x = !ls \\\n  -l\n", "%time f(\\\n1)\n", "if a:\n !b"]
)
def test_no_line_moves(source):
    """Numbers in a traceback are those of the cell."""
    assert plain(source).count("\n") == source.count("\n")


@pytest.mark.parametrize("source", ["(" * 1000, "'" * 9999, "%%time\n" * 999, "[=" * 9999, "\0"])
def test_no_source_is_too_odd_to_be_read_past(source):
    """Hostile text ends quickly, and in text."""
    started = time.process_time()
    assert isinstance(plain(source), str)
    assert time.process_time() - started < 1


# --- the command ----------------------------------------------------------------------------


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run a command in a copy of the toy course; exit code, standard output, standard error."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "toy")

    def call(*arguments, cwd="."):
        monkeypatch.chdir(tmp_path / "toy" / cwd)
        course = ["--course", str(tmp_path / "toy")]
        return main([*arguments, *course]), *capsys.readouterr()

    return call


def test_check_takes_a_notebook(run, written):
    """Exit code 0 for full marks, 1 otherwise, for what is no notebook too."""
    code, out, err = run("check", "ex1", str(written(cells(MEAN, SPREAD))))
    assert (code, err) == (0, "")
    code, out, _ = run("check", "ex1", str(written(b"{}")))
    assert code == 1
    assert "! my.ipynb: the file is JSON, but no notebook" in out


def test_a_notebook_alone_is_the_default(run, tmp_path):
    """The .py comes before the notebook, and what is here before what is in exercises/."""
    here = tmp_path / "toy" / "work"
    here.mkdir()
    (here / "mean.ipynb").write_text(nbformat.writes(cells(MEAN, SPREAD)))
    code, out, err = run("check", "ex1", cwd="work")
    assert code == 0 and "mean.ipynb" in out and "mean.py" in err, "there is the stub, too"
    (here / "mean.py").write_text("def mean(x): return 0\n")
    code, out, _ = run("check", "ex1", cwd="work")
    assert code == 1 and "· mean.py" in out


def test_the_notebook_is_mentioned_when_nothing_is_in_the_file(run):
    """Both stubs lie in exercises/; a student who writes in the other should not wonder."""
    code, _, err = run("check", "ex1")
    assert code == 1
    assert err.startswith("grader: nothing is attempted in ")
    assert err.endswith("mean.ipynb\n") and err.count("\n") == 1


# --- built ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["toy", "ex1", "ex2"])
def test_a_built_notebook_is_valid_and_new(request, name):
    """Valid for nbformat, byte for byte what the solution gives, and with no outputs."""
    lesson = request.getfixturevalue(name)
    text = (lesson.folder / lesson.notebook_name).read_text(encoding="utf-8")
    assert text == handout.build_notebook(lesson) == handout.build_notebook(lesson)
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert nbformat.writes(notebook) + "\n" == text, "as nbformat itself would write it"
    assert not any(cell.get("outputs") for cell in notebook.cells)
    assert "BEGIN SOLUTION" not in text


def test_the_notebook_has_the_stubs_code_and_the_task(ex2):
    """All that the stub defines, each function after its section of the README."""
    stub = handout.build_stub(ex2)
    notebook = nbformat.reads(handout.build_notebook(ex2), as_version=4)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    for line in stub.split('"""', 2)[2].split("if __name__")[0].splitlines():
        assert line in "\n".join(code)
    sources = [cell.source for cell in notebook.cells]
    for function in ex2.exercise.functions:
        place = next(i for i, s in enumerate(sources) if s.startswith(f"def {function}("))
        assert sources[place - 1].startswith(f"## `{function}(")
    readme = (ex2.folder / "README.md").read_text(encoding="utf-8")
    task = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    assert set(readme.split("\n")) <= set("\n".join(task).split("\n")) | {""}


def test_each_task_is_followed_by_a_cell_that_grades_it(ex2):
    """In the order of the tasks, after a cell that loads the magics; the last grades it all."""
    notebook = nbformat.reads(handout.build_notebook(ex2), as_version=4)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert code[0].splitlines()[-1] == "%load_ext grader"
    assert all(line.startswith("#") for line in code[0].splitlines()[:-1]), "nothing else is run"
    assert "# %cd course/ex2_training_loop\n" in code[0], "where the modules are that it imports"
    for function in ex2.exercise.functions:
        place = next(i for i, s in enumerate(code) if s.startswith(f"def {function}("))
        assert code[place + 1] == f"%grade ex2 {function}"
    assert [text for text in code if text.startswith("%grade")][-1] == "%grade ex2"


def test_a_program_is_a_cell_with_its_options(ex2):
    """argparse would read the kernel's own command line, and end it."""
    notebook = nbformat.reads(handout.build_notebook(ex2), as_version=4)
    assert notebook.cells[-1].source == (
        'import sys\n\nsys.argv = ["training.py", "--imdir", "signs", "--epochs", "10"]\nmain()'
    )
    assert "__main__" not in "".join(c.source for c in notebook.cells if c.cell_type == "code")


def test_a_built_notebook_is_not_attempted(toy, grade_toy):
    """Like the stub: no points, no problems."""
    report = grade_toy(toy.folder / toy.notebook_name)
    assert report.problems == ()
    assert {check.verdict for check in report.checks} == {Verdict.NOT_ATTEMPTED}


def test_a_function_that_is_only_graded_is_not_there(grade):
    """The line that has it graded names it, and is not why it is missing."""
    notebook = cells("%load_ext grader", "%grade ex1 mean", SPREAD, "%grade ex1 spread")
    report = grade(notebook)
    assert report.checks[0].verdict is Verdict.NOT_ATTEMPTED
    assert said(report.checks[0]) == "mean is not defined in my.ipynb"
    assert report.checks[-1].verdict is Verdict.PASSED


def test_a_stale_notebook_is_found(toy, toy_key, tmp_path):
    """As a stale stub is; one that is missing, too."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "toy")
    copy = Course(tmp_path / "toy").lesson("ex1")
    path = copy.folder / copy.notebook_name
    path.write_text(path.read_text().replace("number", "figure"))
    assert [fault.text(copy.folder) for fault in stale_files(copy, toy_key)] == [
        "mean.ipynb:1: it is stale; run `grader build ex1`"
    ]
    path.unlink()
    assert [fault.text(copy.folder) for fault in stale_files(copy, toy_key)] == [
        "mean.ipynb:1: it is not built yet; run `grader build ex1`"
    ]


def test_a_readme_that_is_missing_is_an_authors_error(tmp_path):
    """The notebook has its text from there."""
    shutil.copytree(ROOT / "tests" / "toy", tmp_path / "toy")
    copy = Course(tmp_path / "toy").lesson("ex1")
    (copy.folder / "README.md").unlink()
    with pytest.raises(AuthorError, match=r"README\.md is missing"):
        handout.build_notebook(copy)
