"""A class is graded as a function is: built, handed out, judged, named."""

import ast
import json
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from grader.build.generate import build_key
from grader.build.handout import build_notebook, build_stub
from grader.build.stub import stub
from grader.build.verify import verify_exercise
from grader.cli.first_steps import next_step
from grader.cli.program import main
from grader.course import write_key
from grader.course.course import Course
from grader.errors import AuthorError
from grader.judge import Submission, judge
from grader.report import Verdict
from grader.text import Words
from grader.wire import Unit

CLASS = """
class Momentum:
    def __init__(self, lr, beta):
        self.lr, self.beta, self.v = lr, beta, 0.0

    def step(self, w, g):
        self.v = self.beta * self.v + g
        return w - self.lr * self.v
"""
DESCEND = """
def descend(w, gradient, lr, steps):
    momentum = Momentum(lr, 0.9)
    for _ in range(steps):
        w = momentum.step(w, gradient(w))
    return w
"""
STEP = 'raise NotImplementedError("Momentum.step is not implemented yet")'


@pytest.fixture(scope="module")
def lesson(tmp_path_factory, numpy_zygote):
    """The exercise, built."""
    root = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "tests" / "momentum", root, dirs_exist_ok=True)
    lesson = Course(root).lesson("ex1")
    (lesson.folder / lesson.file_name).write_text(build_stub(lesson))
    (lesson.folder / lesson.notebook_name).write_text(build_notebook(lesson))
    write_key(lesson.key_path, build_key(lesson, numpy_zygote))
    return lesson


@pytest.fixture
def graded(lesson, numpy_zygote):
    """The results by check, of a source."""
    from grader.course import read_key

    key = read_key(lesson.key_path)

    def call(source):
        submission = Submission("momentum.py", (Unit("momentum.py", source),))
        report = judge(lesson, key, submission, numpy_zygote)
        return {check.name: check for check in report.checks}

    return call


def said(result):
    """All that is said of a check."""
    return "\n".join(map(str, result.said))


@pytest.mark.slow
def test_an_exercise_with_a_class_verifies(lesson):
    """Right files of four kinds, and wrong files that override a method or the whole class."""
    found = verify_exercise(lesson, lambda *_: None, quick=True)
    assert found.faults == []
    assert (found.right, len(found.matrix)) == (3, 5)


def test_the_stub_keeps_a_class_and_its_signatures(lesson):
    """Each method raises, and says whose it is; the notebook has the class in a cell of its own."""
    stub = build_stub(lesson)
    assert "def __init__(self, lr, beta):" in stub and "velocity" not in stub
    assert f'"""The parameters after a step along the gradient `g`."""\n        {STEP}\n' in stub
    cells = json.loads(build_notebook(lesson))["cells"]
    task, code = (
        next(i for i, cell in enumerate(cells) if text in "".join(cell["source"]))
        for text in ("## `Momentum(lr, beta)`", "class Momentum:")
    )
    assert code == task + 1 and cells[code]["cell_type"] == "code"


def test_a_block_outside_of_a_method_is_refused(lesson):
    """In its place the class itself would raise, as soon as the stub is imported."""

    source = "class A:\n    # BEGIN SOLUTION\n    x = 1\n    # END SOLUTION\n"
    with pytest.raises(AuthorError, match="line 2: # BEGIN SOLUTION stands outside of a function"):
        stub(source, "a.py")


def test_what_is_not_written_is_not_attempted(graded, lesson, monkeypatch):
    """The stub, a class of which a method is the stub's, and a file without the class."""
    assert {r.verdict for r in graded(build_stub(lesson)).values()} == {Verdict.NOT_ATTEMPTED}
    begun = graded(CLASS.replace("self.v = self.beta * self.v + g\n", f"{STEP}\n") + DESCEND)
    assert begun["Momentum_steps"].verdict is Verdict.NOT_ATTEMPTED
    assert said(begun["Momentum_steps"]) == "Momentum.step is not implemented yet"
    assert said(begun["descend_values"]) == "write Momentum first, which it uses"
    absent = graded(DESCEND)
    assert absent["Momentum_first"].verdict is Verdict.NOT_ATTEMPTED
    monkeypatch.chdir(lesson.folder)
    step = next_step(Course(lesson.folder.parents[1]), Words())
    assert "next: write Momentum, descend\n" in str(step)


@pytest.mark.parametrize(
    ("source", "note"),
    [
        (
            CLASS.replace("lr, beta)", "rate)").replace("lr, beta, 0.0", "rate, 0.9, 0.0"),
            "yours is Momentum(rate), asked is Momentum(lr, beta)",
        ),
        (
            CLASS.replace("step(self, w, g)", "step(self, w, g, t)"),
            "yours is Momentum.step(w, g, t), asked is Momentum.step(w, g)",
        ),
        (CLASS.replace("step", "move"), "no attribute 'step'"),
        ("Momentum = 3", "Momentum is of type int and can't be called; Momentum(lr, beta)"),
        (CLASS.replace("Momentum", "momentum"), "defines momentum; call it Momentum"),
    ],
    ids=["init", "method", "no_method", "no_class", "misspelt"],
)
def test_a_call_that_does_not_fit_is_told_with_both_signatures(graded, source, note):
    """Of `__init__`, where an object can't be made, and else of the method."""
    result = graded(source + DESCEND)["Momentum_first"]
    assert result.verdict is Verdict.ERROR and note in said(result)


def test_a_known_mistake_of_a_class_is_named(graded):
    """By its outcomes, however it is written."""
    wrong = CLASS.replace("self.beta * self.v + g", "g")
    result = graded(wrong + DESCEND)["Momentum_steps"]
    assert result.mistake is not None and result.mistake.name == "Momentum_forgets"


def test_a_function_that_uses_a_wrong_class_is_told_to_wait(graded, lesson):
    """No class is lent: a student's own has a default, or a method, that the file relies on."""
    own = CLASS.replace("lr, beta)", "lr, beta=0.9)").replace("- self.lr", "+ self.lr")
    result = graded(own + DESCEND.replace("(lr, 0.9)", "(lr)"))["descend_values"]
    assert said(result).endswith(
        "mend Momentum first, which it uses and which fails its own checks"
    )


def test_objects_that_are_made_when_the_file_is_run_are_no_fault(graded):
    """A class that is graded is not called at the top level; a function gets the object later."""
    source = CLASS + "shared = Momentum(0.1, 0.9)\nprint(shared.step(1.0, 2.0))\n"
    used = DESCEND.replace("momentum = Momentum(lr, 0.9)", "momentum = shared; momentum.lr = lr")
    results = graded(source + used.replace("    for", "    momentum.v = 0.0\n    for"))
    assert {result.verdict for result in results.values()} == {Verdict.PASSED}


def test_a_call_of_a_method_can_be_pasted(lesson, tmp_path, monkeypatch, capsys):
    """`grader try` writes a file that makes the object and calls its method."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.py").write_text(CLASS.replace("- self.lr", "+ self.lr") + DESCEND)
    course = str(lesson.folder.parents[1])
    assert main(["try", "ex1", "Momentum_steps", "mine.py", "--course", course, "--write"]) == 1
    assert "grader check" in capsys.readouterr().out
    code = (tmp_path / "try_Momentum_steps.py").read_text()
    assert "from mine import Momentum" in code and ast.parse(code)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=tmp_path)
    assert done.returncode == 0 and done.stdout.startswith(b"[array(")


def test_prose_is_no_definition():
    """A docstring may speak of a class of things, or of what is defined."""
    source = '''class A:
    """About a
class of its own, and a
def nobody sees.
    """

    def f(self):
        """Of a
class as well."""
        # BEGIN SOLUTION
        return 1
        # END SOLUTION
'''
    assert 'NotImplementedError("A.f is not implemented yet")' in stub(source, "a.py")
