"""What a submission finds when it imports, and what it is told of how it was started."""

import pytest
from support.words import said

from grader.report import Verdict

MEAN = "def mean(x):\n    return x.mean(0) * {one}\n"
SPREAD = "def spread(x):\n    return x.min(), x.max()\n"

HELPER = "ONE = 1\n\ndef one():\n    return ONE\n"


@pytest.fixture
def grade(grade_toy, tmp_path):
    """Grade mean.py with other files beside it, given by their paths."""

    def call(source: str, **beside: str):
        for name, text in {"helper": HELPER, **beside}.items():
            path = tmp_path / f"{name.replace('__', '/', 1) if '__' in name else name}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        path = tmp_path / "mean.py"
        path.write_text(source + SPREAD, "utf-8")
        return grade_toy(path)

    return call


@pytest.mark.parametrize(
    ("lines", "one"),
    [
        ("import helper", "helper.one()"),
        ("import helper as h", "h.ONE"),
        ("from helper import one as eins", "eins()"),
        ("from helper import *", "one()"),
        ("import sys, helper", "helper.one()"),
        ("from helper import (\n    ONE,\n    one,\n)", "one()"),
        ("from helper \\\n    import one", "one()"),
        ("if True: from helper import one", "one()"),
        ("try: from helper import one\nexcept ImportError: from .helper import one", "one()"),
        ("try: from .helper import one\nexcept ImportError: from helper import one", "one()"),
        ("try:\n    from . import helper\nexcept ImportError:\n    import helper", "helper.one()"),
        ("from .helper import one", "one()"),
        ("from . import helper as h", "h.one()"),
        ("import importlib\nhelper = importlib.import_module('helper')", "helper.one()"),
        ("from importlib import import_module as get\none = get('helper').one", "one()"),
        ("h = __import__('helper')", "h.one()"),
        ("import importlib\nh = importlib.reload(importlib.import_module('helper'))", "h.ONE"),
        ("def late():\n    from helper import one\n    return one()", "late()"),
        ("def late():\n    import helper\n    return helper.one()", "late()"),
        ("x = 1; from helper import one; y = 2", "one()"),
        ("with open('/dev/null'): from helper import one", "one()"),
        ("import contextlib\nwith contextlib.suppress(ImportError): import helper", "helper.ONE"),
    ],
)
def test_a_module_beside_the_file_is_found_in_every_form_of_import(grade, lines, one):
    """Whatever Python itself finds there; also as a file of a package."""
    report = grade(f"{lines}\n{MEAN.format(one=one)}")
    assert report.problems == ()
    assert report.passed


@pytest.mark.parametrize(
    "listed",
    [
        "__all__ = ['_one', 'unused']",
        "__all__ = ('_one',)",
        "__all__ = []\n__all__ += ['_one']",
        "__all__ = ['unused']\n__all__.append('_one')",
        "__all__ = [name for name in globals() if name.endswith('one')]",
    ],
)
def test_a_module_says_itself_what_a_star_imports(grade, listed):
    """`__all__` counts, also for what begins with `_`; what nobody uses need not be executed."""
    names = "def _one():\n    return 1\ndef unused():\n    return boom\n"
    module = f"{listed}\n{names}" if "globals" not in listed else f"{names}{listed}\n"
    report = grade(f"from module import *\n{MEAN.format(one='_one()')}", module=module)
    assert report.passed


def test_what_a_module_does_not_list_is_not_imported_by_a_star(grade):
    """As in Python: this file is wrong."""
    module = "__all__ = ['other']\nother = 2\ndef one():\n    return 1\n"
    report = grade(f"from module import *\n{MEAN.format(one='one()')}", module=module)
    assert "name 'one' is not defined" in said(report.checks[0])


@pytest.mark.parametrize(
    ("lines", "one", "beside"),
    [
        ("from kit.parts import one", "one()", {"kit____init__": "", "kit__parts": HELPER}),
        ("from kit import parts", "parts.one()", {"kit__parts": HELPER}),
        ("import kit.parts as p", "p.ONE", {"kit__parts": HELPER}),
        ("import kit.parts", "kit.parts.ONE", {"kit____init__": "", "kit__parts": HELPER}),
        ("from kit import one", "one()", {"kit____init__": HELPER}),
        (
            "import kit",
            "kit.one()",
            {"kit____init__": "from .parts import *", "kit__parts": HELPER},
        ),
        (
            "import sys\nsys.path.append('kit')\nfrom parts import one",
            "one()",
            {"kit__parts": HELPER},
        ),
        (
            "from kit.more import two",
            "two() / 2",
            {
                "kit____init__": "BASE = 1",
                "kit__parts": HELPER,
                "kit__more": "from . import BASE\nfrom .parts import one\n"
                "def two():\n    return BASE + one()\n",
            },
        ),
    ],
)
def test_a_package_beside_the_file_is_found(grade, lines, one, beside):
    """A folder with modules, with and without its `__init__.py`, which import each other."""
    report = grade(f"{lines}\n{MEAN.format(one=one)}", **beside)
    assert report.problems == ()
    assert report.passed


@pytest.mark.parametrize("package", ["numpy", "grader", "os"])
def test_a_package_beside_the_file_does_not_hide_what_the_worker_uses(grade, package):
    """Also where a module of its own bears the name of one that is loaded late."""
    late = {"numpy": "numpy__testing", "grader": "grader__authoring", "os": "os__path"}[package]
    beside = {f"{package}____init__": "x = 1", late: "1 / 0"}
    source = f"import numpy.testing, os.path  # {late}, grader, authoring\n{MEAN.format(one='1')}"
    late_import = "    numpy.testing.assert_equal(1, 1)\n    return"
    assert grade(source.replace("    return", late_import), **beside).passed


def test_a_module_that_cannot_be_read_costs_what_needs_it(grade):
    """The file itself can be read, and the other functions count."""
    report = grade("from broken import one\n" + MEAN.format(one="one()"), broken="def one(:\n")
    assert report.checks[-1].verdict is Verdict.PASSED
    assert "line 1 failed: SyntaxError" in said(report.checks[0])


@pytest.mark.parametrize(
    ("lines", "one"),
    [
        (
            "import argparse\np = argparse.ArgumentParser()\n"
            "p.add_argument('--one', type=int, default=1)\nargs = p.parse_args()",
            "args.one",
        ),
        (
            "import argparse\np = argparse.ArgumentParser()\n"
            "group = p.add_argument_group('numbers')\n"
            "group.add_argument('--one', type=int, default=1)\nargs, rest = p.parse_known_args()",
            "(args.one + len(rest))",
        ),
        (
            "from argparse import ArgumentParser\ndef read():\n    p = ArgumentParser()\n"
            "    p.add_argument('file', nargs='?', default='x')\n    return p.parse_args()\n"
            "args = read()",
            "len(args.file)",
        ),
        ("import sys\nONE = float(sys.argv[1]) if len(sys.argv) > 1 else 1", "ONE"),
        ("import sys\nassert sys.argv == ['mean.py']\nONE = len(sys.argv)", "ONE"),
        ("import sys\ntry:\n    ONE = int(sys.argv[1])\nexcept IndexError:\n    ONE = 1", "ONE"),
        ("import getopt, sys\noptions, rest = getopt.getopt(sys.argv[1:], 'x')", "(len(rest) + 1)"),
    ],
)
def test_a_file_is_started_without_arguments(grade, lines, one):
    """As `python mean.py`: argparse gives its defaults, and nothing of the worker's is seen."""
    report = grade(f"{lines}\n{MEAN.format(one=one)}")
    assert report.problems == ()
    assert report.passed


@pytest.mark.parametrize(
    ("line", "use"),
    [
        ("from IPython.display import clear_output, display, HTML", "clear_output(wait=True)"),
        ("import IPython.display as d", "d.display(d.Markdown('# x'), d.HTML('<b>'))"),
        ("import IPython", "assert IPython.get_ipython() is None"),
        ("from IPython import display", "display.clear_output()"),
        ("from IPython.core.display import HTML", "HTML('<b>')"),
    ],
)
def test_a_file_may_import_what_jupyter_has(grade, line, use):
    """It is the same file on a machine with IPython and on one without."""
    source = f"{line}\n{MEAN.format(one='1')}"
    assert grade(source.replace("def mean(x):", f"def mean(x):\n    {use}")).passed


def test_a_file_has_no_shell(grade):
    """`get_ipython` is a name of notebooks only."""
    source = "try:\n    ONE = len(str(get_ipython()))\nexcept NameError:\n    ONE = 1\n"
    assert grade(source + MEAN.format(one="ONE")).passed


@pytest.mark.parametrize(
    ("lines", "one"),
    [
        ("import module\nmodule.setup()", "module.T[1]"),
        ("import module as m\nm.setup()", "m.look(1)"),
        ("from module import T, setup\nsetup()", "T[1]"),
        ("from module import setup as go, look\ngo()", "look(1)"),
        ("from module import *\nfor n in range(3): add(n)", "T[1]"),
        ("import module\n[module.add(n) for n in range(3)]", "module.T[1]"),
        ("import module\ndef begin():\n    module.setup()\nbegin()", "module.T[1]"),
        ("from module import Entry, T\nEntry(1)", "T[1]"),
    ],
)
def test_what_fills_a_table_of_a_module_is_executed(grade, lines, one):
    """As where the function stands in the file itself."""
    module = (
        "T = {}\ndef look(n): return T[n]\ndef add(n): T[n] = 1\ndef setup():\n    add(1)\n"
        "class Entry:\n    def __init__(self, n): T[n] = 1\n"
    )
    assert grade(f"{lines}\n{MEAN.format(one=one)}", module=module).passed


@pytest.mark.parametrize(
    "lines",
    [
        "import work\nwork.train()",
        "from work import train\nhistory = train()",
        "import work\nfor e in range(10**12):\n    work.mean(1)",
        "from work import *\ntrain()",
        "import work\nwork.show()",
    ],
)
def test_a_training_run_of_a_module_is_not(grade, lines):
    """Nor is what only looks."""
    work = (
        "import time\nlog = []\nhistory = []\n"
        "def mean(x):\n    log.append(1)\n    return x.mean(0)\n"
        "def train():\n    while True: log.append(mean(1))\n"
        "def show():\n    print(log)\n    time.sleep(3600)\n"
    )
    source = f"{lines}\nfrom work import log, history\nfrom work import mean as real\n"
    source += "def mean(x):\n    return real(x)\n"
    if "*" in lines or "history =" in lines:
        source = source.replace("def mean", "def mean_").replace("real", "mean")
    assert grade(source, work=work).passed
