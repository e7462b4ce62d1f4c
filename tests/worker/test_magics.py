"""Magics are taken out of a cell as IPython itself takes them, or otherwise for a reason."""

import re

import pytest
from IPython.core.inputtransformer2 import TransformerManager

from grader.worker.source.jupyter import names
from grader.worker.source.magics import plain

ALIKE = {
    "plain Python": "a = 1\nb = a + 1",
    "an expression": "a = 3\na",
    "semicolons": "a = 1;\na;",
    "a line magic": "%matplotlib inline\na = 1",
    "a shell line": "!pip install x\na = 1",
    "a shell line over lines": "!pip install \\\n  numpy \\\n  'don t\na = 1",
    "a line magic over lines": "%env \\\n  A=1\na = 1",
    "!! and other escapes": "a = [1]\n!!ls\n/len a\n,print x y\n;print x y\nb = 2",
    "a magic that nothing is known of": "%unknown x = 3\na = 1",
    "indented": "if True:\n    !ls\n    a = 1\nfor i in [1]:\n    %cd x\n    b = i",
    "in a function": "def f():\n    !ls\n    %time len('ab')\n    return 7\na = f()",
    "%time binds": "%time a = len('ab')",
    "%time over lines": "%time a = abs(1 - \\\n  2)\nb = 1",
    "%time of an expression": "a = %time 1 + 1",
    "%prun binds": "%prun a = 4",
    "%timeit binds nothing": "a = 1\n%timeit a = 2",
    "%%time": "%%time\na = 1\nb = 2",
    "%%time with an option": "%%time --no-raise-error\na = 1",
    "%%time after blank lines": "\n\n  \n%%time\na = 1",
    "%%capture": "%%capture out\na = 1",
    "two cell magics": "%%capture out\n%%time\n!ls\na = 1",
    "%%timeit binds nothing": "%%timeit\na = 1",
    "%%bash": "%%bash\na = 1",
    "%%html": "%%html\n<b>",
    "%%writefile": "%%writefile a.py\na = 1",
    "%%javascript": "%%javascript\nlet a = 1",
    "help": "a = 1\n?a\na?\na??\n%time?\n%%time?\nb = 2",
    "help on a cell magic comes first": "%%time?\na = 1",
    "quotes in a shell line": '!echo don\'t """ (\na = 1',
    "quotes in a comment": "a = 1  # (\n# don't\n!ls\nb = 2",
    "a question in a comment": "!ls\na = 1  # why?",
    "a whole cell indented": "  !ls\n  a = 1\n  if a:\n      b = 2",
    "pasted prompts": ">>> a = 1\n>>> if a:\n...     b = 2\n",
    "IPython's prompts": "In [1]: a = 1\n\nIn [2]: if a:\n   ...:     b = 2\n",
    "a string of several lines": "!ls\na = '''\n%time\n!ls\nf?\n'''\nb = len(a)",
    "an escaped quote": "!ls\na = '''a\\'''\n!ls'''\nb = 2",
    "a raw string": "!ls\na = r'\\'; b = '\n!ls\nc = 1",
    "a string after a backslash": "!ls\na = 'a \\\n%b \\\n!c'\nb = len(a)",
    "% in parentheses": "!ls\na = (7\n  % 2\n)",
    "! in brackets": "!ls\na = [1\n  != 2\n]",
    "% after a backslash": "!ls\na = 7 \\\n  % 2",
    "! and % within a line": '!ls\na = "a =!b", 1 != 2, "%% =%d" % 1\nb = "!ls"',
    "tabs": "!ls\ndef f():\n\treturn 3\na = f()",
    "no end of line": "a = 1\n!ls",
    "empty": "",
    "blank": " \n\t\n",
}
"""Cells after which the same names have the same values."""

DIFFERENT = {
    "%%time after a comment": (
        "# slow\n%%time\na = 1",
        {"a": 1},
        "IPython ends the cell there, and the student's functions would be lost with it",
    ),
    "%%time not first": (
        "a = 1\n%%time\nb = 2",
        {"a": 1, "b": 2},
        "the same",
    ),
    "%%writefile after a comment": (
        "# c\n%%writefile a.py\na = 1",
        {},
        "what is another file's is not run here",
    ),
    "help with a semicolon": (
        "a = 1\na?;\nb = 2",
        {"a": 1, "b": 2},
        "IPython takes it for a syntax error, of which the rest of the cell is free here",
    ),
    "a magic without %": (
        "time a = 1",
        {"a": 1},
        "IPython looks for those when it runs a cell, not in its transformer",
    ),
    "%time in a function": (
        "def f():\n    %time a = 3\n    return a\nb = f()",
        {"f": "f", "b": 3},
        "IPython binds the name in a copy of the function's own, where it is lost",
    ),
    "Windows' line ends": (
        "!ls \\\r\n  -l\r\na = 1",
        {},
        "neither takes this for a line that goes on; the reader of notebooks has replaced them",
    ),
}
"""Cells that mean something else here: what they bind, and why."""


class Shell:
    """IPython as far as a cell's transformed text needs it: what a magic does to names."""

    def __init__(self, scope: dict):
        self.scope = scope

    def run(self, cell: str) -> None:
        """Run a cell as IPython does."""
        exec(TransformerManager().transform_cell(cell), self.scope)

    def run_line_magic(self, name: str, line: str) -> object:
        """`%time` and `%prun` run their line; a cell's magic in a line's place is an error."""
        if name.startswith("%"):
            raise LookupError(f"line magic %{name} not found")
        if name not in ("time", "prun"):
            return None
        try:
            code = compile(line, "<line>", "eval")
        except SyntaxError:
            exec(line, self.scope)
            return None
        return eval(code, self.scope)

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        """Those that run their cell as any other."""
        if name in ("time", "capture", "prun"):
            self.run(cell)

    def system(self, command: str) -> None:
        """A shell line binds nothing."""

    def getoutput(self, command: str) -> list[str]:
        """`!!command`."""
        return []


def bound(scope: dict) -> dict:
    """The values of the cell's own names; functions are known by what they are called."""
    given = {"__builtins__", *names()}
    own = {name: value for name, value in scope.items() if name not in given}
    return {name: name if callable(value) else value for name, value in own.items()}


def ours(cell: str) -> dict:
    """What is bound by the plain Python that is kept of a cell."""
    scope = names()
    exec(plain(cell), scope)
    return bound(scope)


def ipythons(cell: str) -> dict:
    """What is bound where IPython's transformer has read the cell."""
    scope: dict = {}
    shell = Shell(scope)
    scope["get_ipython"] = lambda: shell
    shell.run(cell)
    return bound(scope)


@pytest.mark.parametrize("name", ALIKE)
def test_a_cell_binds_what_it_binds_in_ipython(name):
    """The same names to the same values: nothing that a student sees in a notebook is lost."""
    assert ours(ALIKE[name]) == ipythons(ALIKE[name])


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_cell_that_means_something_else_is_on_the_list(name):
    """What IPython would not run, or not in its transformer: here it does no harm to the rest."""
    cell, expected, why = DIFFERENT[name]
    try:
        theirs = ipythons(cell)
    except (LookupError, SyntaxError):
        theirs = None
    assert theirs != expected, f"no difference any more: {why}"
    try:
        assert ours(cell) == expected
    except SyntaxError:
        assert expected == {}


@pytest.mark.parametrize(
    ("cell", "command"),
    [
        ("x = !ls 'a b' \\\n  -l", "!ls 'a b'"),
        ("x = %env HOME", "%env HOME"),
        ("x = get_ipython().getoutput('ls')", "ls"),
    ],
)
def test_what_a_shell_would_have_answered_is_not_known(cell, command):
    """IPython runs a program; here whoever needs the answer is told that nothing was run."""
    assert ipythons(cell).keys() <= {"x"}
    scope = names()
    exec(plain(cell), scope)
    answer = scope["x"]
    assert "not run when a notebook is graded" in str(answer) and answer.splitlines() is answer
    for use in (len, list, bool, int, lambda x: x + 1, lambda x: 2 * x, lambda x: x[0]):
        with pytest.raises(
            RuntimeError, match=re.escape(f"the result of `{command}` is not known")
        ):
            use(answer)
