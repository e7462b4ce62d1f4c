"""`%grade` in a real kernel."""

import os

import nbformat
import psutil
import pytest
from conftest import ROOT
from nbclient import NotebookClient

TOY = ROOT / "tests" / "toy"
WRONG = "def mean(x):\n    return x.sum(0)"
RIGHT = "def mean(x):\n    return x.mean(0)"
SPREAD = "def spread(x):\n    return x.min(), x.max()"


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """What each of these cells has shown, as HTML and as text."""

    def execute(*cells):
        texts = ["%load_ext grader", *cells]
        notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, texts)))
        folder = tmp_path_factory.mktemp("notebook")
        before = dict(os.environ)
        os.environ |= {"GRADER_COURSE": str(TOY), "PYTHONPATH": str(ROOT)}
        try:
            resources = {"metadata": {"path": str(folder)}}
            NotebookClient(notebook, timeout=120, resources=resources).execute()
        finally:
            os.environ.clear()
            os.environ |= before
        return [cell.outputs for cell in notebook.cells[1:]]

    return execute


def html(outputs):
    """The one block that a cell has shown."""
    (output,) = outputs
    return output["data"]["text/html"]


@pytest.mark.slow
def test_the_last_definition_counts(executed):
    """A cell that was not executed has none, and one that was executed again counts again."""
    shown = executed(WRONG, "%grade ex1", RIGHT, SPREAD, "%grade", WRONG, "%grade mean")
    first, second, third = html(shown[1]), html(shown[4]), html(shown[6])
    assert "2 / 10" in first and "These are sums" in first
    assert "10 / 10" in second
    assert "2 / 7" in third and "spread" not in third
    text = shown[1][0]["data"]["text/plain"]
    assert "These are sums" in text and "2 / 10" in text


@pytest.mark.slow
def test_a_cell_below_the_magic_is_executed_and_graded(executed):
    """It is there in the kernel, too."""
    shown = executed(f"%%grade mean\n{RIGHT}", "import numpy as np\nprint(mean(np.eye(2)))")
    assert "7 / 7" in html(shown[0])
    assert shown[1][0]["text"] == "[0.5 0.5]\n"


@pytest.mark.slow
def test_what_is_not_known_is_said_in_a_line(executed):
    """No traceback, and the notebook goes on."""
    shown = executed("%grade", "%grade ex1 median", "%grade ex1 mean")
    assert "name it: %grade ex1" in shown[0][0]["text"]
    assert "no function 'median'; it has mean, spread" in shown[1][0]["text"]
    assert "mean is not defined" in html(shown[2])


@pytest.mark.slow
def test_the_workers_end_with_the_kernel(executed):
    """Nothing stays behind."""
    listed = "import psutil\nprint(*[p.pid for p in psutil.Process().children(recursive=True)])"
    shown = executed(RIGHT, "%grade ex1 mean", listed)
    begun = [int(pid) for pid in shown[2][0]["text"].split()]
    assert begun
    alive = [psutil.Process(pid) for pid in begun if psutil.pid_exists(pid)]
    assert not psutil.wait_procs(alive, timeout=20)[1]
