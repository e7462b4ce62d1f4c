"""What is cut out of a reference for others to use: right by proof, and no more than is needed."""

import ast
import shutil

import msgspec
import pytest
from conftest import ROOT

from grader.build.generate import build_key
from grader.build.mutants import Mutant
from grader.build.stand_ins import costs_of_others, never_lent, stand_ins
from grader.build.verification import Verification
from grader.build.verify import _Session
from grader.course.course import Course
from grader.judge import Examiner, Grading, Implementation, Submission
from grader.wire import unpack_tree


@pytest.fixture
def written(tmp_path):
    """The exercise on spread, with other lines in place of some of the reference's."""

    def lesson(*changes):
        shutil.copytree(ROOT / "tests" / "lending", tmp_path, dirs_exist_ok=True)
        path = tmp_path / "solutions/ex1_spread/spread.py"
        text = path.read_text()
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text)
        return Course(tmp_path).lesson("ex1")

    return lesson


def code(lesson, name):
    """What is lent for a name, as text."""
    return ast.unparse(unpack_tree(stand_ins(lesson)[name].tree))


def test_no_more_than_is_needed_is_cut_out(written):
    """No other graded function, no docstring, no name of a variable; parameters keep theirs."""
    text = code(written(), "mean")
    assert text == (
        "import numpy as np\nROWS = 0\n\ndef _total(x, axis):\n    return np.sum(x, axis=axis)\n\n"
        "def mean(x):\n    _0 = x.shape[ROWS]\n    return _total(x, ROWS) / _0"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a = [b for b in x]\n    return a", "_0 = [_1 for _1 in x]\n    return _0"),
        (
            "def inner(x):\n        return y + x\n    y = 1\n    return inner(x)",
            "def inner(x):\n        return _0 + x\n    _0 = 1\n    return inner(x)",
        ),
        ("ROWS = 1\n    return ROWS", "_0 = 1\n    return _0"),
        ("sum = 1\n    return sum", "sum = 1\n    return sum"),
        ("y = 1\n    return locals()", "y = 1\n    return locals()"),
        ("global np\n    np = 1\n    return np", "global np\n    np = 1\n    return np"),
        ("import os as y\n    y = 2\n    return y", "import os as y\n    y = 2\n    return y"),
        (
            "try:\n        z = 1\n    except E as y:\n        y = z\n    return dict(z=z)",
            "try:\n        _0 = 1\n    except E as y:\n        y = _0\n    return dict(z=_0)",
        ),
        (
            "class A:\n        y = 1\n    y = 2\n    return A.y + y",
            "class A:\n        y = 1\n    y = 2\n    return A.y + y",
        ),
    ],
)
def test_only_variables_lose_their_names(written, body, expected):
    """Whatever may be asked for by its name keeps it."""
    right = "number_of_rows = x.shape[ROWS]\n    return _total(x, ROWS) / number_of_rows"
    whole = ast.unparse(ast.parse(f"def mean(x):\n    {expected}"))
    assert code(written((right, body)), "mean").endswith(whole)


def test_what_does_not_do_the_same_is_never_lent(written, numpy_zygote):
    """A reference may be written so that a part of it can't be cut out; `verify` says so."""
    filled = "STEPS = []\nSTEPS += [lambda x: np.sum(x, axis=ROWS)]\n"
    hidden = "STEPS = []\ndef step(f):\n    STEPS.append(f)\n    return f\n@step\n"
    hidden += "def _first(x):\n    return np.sum(x, axis=ROWS)\n"
    for above, lends in ((filled, True), (hidden, False)):
        lesson = written(
            ("ROWS = 0\n", f"ROWS = 0\n{above}"), ("return _total(x, ROWS)", "return STEPS[0](x)")
        )
        key = build_key(lesson, numpy_zygote, mistakes=())
        assert ("mean" in key.stand_ins) == lends
        faults = never_lent(lesson, key)
        assert any("mean is never lent" in fault for fault in faults) != lends
        shutil.rmtree(lesson.folder.parents[1])


def test_what_can_not_even_be_executed_is_never_lent(written, numpy_zygote):
    """That is no reason to build no key."""
    above = "def ready():\n    global LATE\n    LATE = ROWS\n    return 0\nREADY = ready()\n"
    lesson = written(
        ("ROWS = 0\n", f"ROWS = 0\n{above}OTHER = [LATE]\n"),
        ("return _total(x, ROWS)", "return _total(x, OTHER[0])"),
    )
    assert "mean" not in build_key(lesson, numpy_zygote, mistakes=()).stand_ins


def test_a_mistake_costs_its_own_function_alone(written, numpy_zygote):
    """`verify` asks that of every known mistake in a function that others use."""
    lesson = written()
    key = build_key(lesson, numpy_zygote)

    def costs(key):
        (path,) = (p for p in lesson.solution_files("wrong") if p.stem == "mean_sum")
        mistake = Mutant.read(lesson, path)
        submission = Submission("spread.py", tuple(mistake.units))
        request = lesson.load_request(submission.units)
        with (
            Implementation(numpy_zygote, request, lesson.exercise.limits) as student,
            Examiner(numpy_zygote, lesson) as examiner,
        ):
            return costs_of_others(mistake, Grading(lesson, key, submission, student, examiner))

    assert costs(key) == []
    assert any(
        "centred_values" in cost for cost in costs(msgspec.structs.replace(key, stand_ins={}))
    )


def test_a_right_file_that_leans_on_its_own_function_is_told_with_line_and_input(
    written, numpy_zygote
):
    """What its `centred` returns has a method that an array has not."""
    lesson = written()
    path = lesson.solution / "right" / "leans.py"
    path.parent.mkdir()
    path.write_text(
        "import numpy as np\n\n"
        "class Rows(np.ndarray):\n    def squares(self): return np.asarray(self) ** 2\n"
        "def mean(x): return x.mean(0)\n"
        "def centred(x): return (x - mean(x)).view(Rows)\n"
        "def spread(x): return centred(x).squares().mean(0)\n"
        "def largest(x): return x.max(0)\n"
    )
    key = build_key(lesson, numpy_zygote)
    session = _Session(lesson, [key], [numpy_zygote], Verification("ex1"), 1)
    faults = session._right_when_lent(path)
    assert faults[0].startswith("right leans.py, lent a right mean, centred: spread_values error: ")
    assert "AttributeError: 'numpy.ndarray' object has no attribute 'squares'" in faults[0]
    assert "leans.py, line 7" in faults[0] and "; on x = [[" in faults[0]


def test_in_the_short_form_one_mistake_a_function_is_asked_what_it_costs(written, numpy_zygote):
    """With two keys, each is."""
    lesson = written()
    more = (lesson.solution / "wrong" / "mean_sum.py").read_text().replace("sum", "max")
    (lesson.solution / "wrong" / "mean_zzz.py").write_text(more)
    wrong = lesson.solution_files("wrong")
    key = build_key(lesson, numpy_zygote, mistakes=())
    short, whole = (
        _Session(lesson, keys, [numpy_zygote], Verification("ex1"), 1)
        for keys in ([key], [key] * 2)
    )
    assert short._costing(wrong) == {"centred_added", "mean_sum", "spread_root"}
    assert whole._costing(wrong) == {path.stem for path in wrong}
