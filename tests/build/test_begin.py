"""A new exercise: what is guessed and refused, and that its files are clean and build at once."""

import importlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.build import (
    build_key,
    course_files,
    exercise_files,
    plan_exercise,
    silent,
    verify_exercise,
    write_new,
)
from grader.build.begin import written
from grader.build.begin.content import questions
from grader.build.begin.plan import MOST_FUNCTIONS, Plan
from grader.build.begin.signature import functions
from grader.build.handout import build_notebook, build_stub
from grader.build.lint.files import Files
from grader.build.lint.placeholders import MARK, placeholders
from grader.course import write_key
from grader.course.course import Course, Lesson
from grader.errors import UsageError
from grader.sandbox import start

LONG = "descend(X, y, w, b, learning_rate, momentum, iterations, labels, rng, seed=(0, 1))"


def planned(root: Path, *signatures: str, **options) -> Plan:
    """A plan of ex17, with these functions."""
    asked = {
        "title": "A thing",
        "title_zh": "某物",
        "module": "thing",
        "framework": "numpy",
        "after": (),
    }
    name = options.pop("name", "ex17")
    return plan_exercise(root, name, functions_=signatures, **(asked | options))


def written_to(root: Path, *signatures: str, **options) -> Lesson:
    """The exercise of such a plan, written."""
    plan = planned(root, *signatures, **options)
    write_new(root, exercise_files(plan))
    return Course(root).lesson(plan.name)


def with_few_inputs(lesson: Lesson) -> Lesson:
    """The exercise with 10 inputs for each check."""
    path = lesson.folder / "checks.py"
    text = re.sub(r"    examples=\d+,\n", "", path.read_text(encoding="utf-8"))
    few = text.replace("@exercise.check(\n", "@exercise.check(\n    examples=10,\n")
    assert few.count("examples=10,") == len(lesson.exercise.checks)
    path.write_text(few, encoding="utf-8")
    return Course(lesson.folder.parents[1]).lesson(lesson.exercise.name)


def built(lesson: Lesson) -> Lesson:
    """The exercise with its stub, its notebook and its key."""
    (lesson.folder / lesson.file_name).write_text(build_stub(lesson), encoding="utf-8")
    (lesson.folder / lesson.notebook_name).write_text(build_notebook(lesson), encoding="utf-8")
    with start(lesson.exercise.framework) as zygote:
        write_key(lesson.key_path, build_key(lesson, zygote))
    return lesson


def kinds(signature: str) -> list[str]:
    """What is guessed of each argument."""
    (function,) = functions([signature])
    return [
        f"{a.kind.value} {a.in_words}" if a.is_array else a.kind.value for a in function.arguments
    ]


def test_an_argument_is_guessed_from_its_name():
    """A b is a vector, one for each column of W, or a number beside w."""
    assert kinds("f(x, y)") == ["array (N,)", "array (N,)"]
    assert kinds("cost(X, y, w, b)") == ["array (N, D)", "array (N,)", "array (D,)", "number"]
    assert kinds("model(X, W, b)") == ["array (N, D)", "array (D, C)", "array (C,)"]
    assert kinds("one_hot(labels, C)") == ["labels (N,)", "count"]
    assert kinds("minimise(f, x, cost_function, loss_fn, callback)") == [
        "function",
        "array (N,)",
        "function",
        "function",
        "function",
    ]
    assert kinds("f(labels, n, lr, seed, rng, other)") == [
        "labels (N,)",
        "count",
        "rate",
        "seed",
        "generator",
        "number",
    ]


@pytest.mark.parametrize(
    "words",
    [["f(x, y=(1, 2), z=3)", "g(x)"], ["f(x, y=(1, 2), z=3), g(x)"], ["f(x, y=(1, 2), z=3);g(x)"]],
)
def test_several_functions_stand_in_a_word_or_in_one_each(words):
    """A comma inside of one parts nothing."""
    assert [(f.name, f.signature) for f in functions(words)] == [
        ("f", "x, y=(1, 2), z=3"),
        ("g", "x"),
    ]


@pytest.mark.parametrize("count", range(1, MOST_FUNCTIONS + 1))
def test_the_points_sum_to_ten(tmp_path, count):
    """Exactly, and each check has some; the values of a function have the most."""
    asked = questions(planned(tmp_path, *(f"f{i}(X)" for i in range(count))))
    assert sum(question.points for question in asked) == 10
    by_name = {question.name: question.points for question in asked}
    assert min(by_name.values()) > 0
    assert by_name["f0_values"] == max(by_name.values()) > by_name["f0_shape"]


@pytest.mark.parametrize(
    ("signatures", "said"),
    [
        (["f"], "write each as name and arguments"),
        (["f(x"], "write each as name and arguments"),
        (["f(x): return 1"], "write each as name and arguments"),
        (["f(x): pass\ndef g(y)"], "write each as name and arguments"),
        (["f(x) -> int"], "write each as name and arguments"),
        (["class(x)"], "write each as name and arguments"),
        (["f(x\0)"], "write each as name and arguments"),
        (["f(*x)"], "can't be drawn"),
        (["f(x: int)"], "leave the types out"),
        (["f(x=np.pi)"], "a default is"),
        (["_f(x)"], "can't be called _f"),
        (["np(x)"], "can't be called np"),
        (["f(student)"], "call the argument student otherwise"),
        (["f(np)"], "that is NumPy"),
        (["f(x)", "f(y)"], "f is named twice"),
        (["f(x); f(y)"], "f is named twice"),
        ([f"f{i}(x)" for i in range(11)], "not 11"),
        ([" ; "], "not 0"),
    ],
)
def test_functions_that_cannot_be_written_are_refused(tmp_path, signatures, said):
    """In one line, which says what to write."""
    with pytest.raises(UsageError) as raised:
        planned(tmp_path, *signatures)
    assert said in str(raised.value) and "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"title": None}, "missing: --title; for example"),
        ({"title": None, "module": None}, "missing: --title, --module; "),
        ({"title": " \n "}, "a title is a line"),
        ({"title": "x" * 71}, "a title is a line"),
        ({"title": "\x1b[31m"}, "a title is a line"),
        ({"name": "ex17_thing"}, "grader new ex17 --module thing"),
        ({"name": "../ex1"}, "can't be an exercise's name"),
        ({"module": "a-b"}, "a module's name is of letters"),
        ({"module": "class"}, "a module's name is of letters"),
        ({"module": "random"}, "would hide the module random"),
        ({"module": "numpy"}, "would hide the module numpy"),
        ({"module": "keras"}, "would hide the module keras"),
        ({"module": "jinja2"}, "would hide the module jinja2"),
        ({"module": "checks"}, "a file that each exercise has"),
        ({"after": ("ex3",)}, "there is no exercise 'ex3'"),
    ],
)
def test_an_exercise_that_cannot_be_is_refused(tmp_path, options, said):
    """In one line, before anything is written."""
    with pytest.raises(UsageError) as raised:
        planned(tmp_path, "f(x)", **options)
    assert said in str(raised.value) and "\n" not in str(raised.value)
    assert not any(tmp_path.iterdir())


def test_what_is_there_is_never_overwritten(tmp_path):
    """Neither an exercise of the name, nor a module of the name, nor a single file."""
    lesson = written_to(tmp_path, "f(x)", name="ex4", module="linear")
    with pytest.raises(UsageError, match=r"ex4 is there already: .*ex4_linear"):
        planned(tmp_path, "f(x)", name="ex4")
    with pytest.raises(UsageError, match=r"linear.py is the file of ex4 already"):
        planned(tmp_path, "f(x)", module="linear")
    shutil.rmtree(lesson.folder)  # its solution alone is there
    with pytest.raises(UsageError, match="ex4 is there already"):
        planned(tmp_path, "f(x)", name="ex4")
    with pytest.raises(UsageError, match=r"taken can't be written: "):
        (tmp_path / "taken").write_text("mine")
        write_new(tmp_path, {"taken/free": ""})
    with pytest.raises(UsageError, match="nothing was written"):
        write_new(tmp_path, {"free": "", "taken": ""})
    assert (tmp_path / "taken").read_text() == "mine" and not (tmp_path / "free").exists()


def test_a_course_with_a_broken_exercise_gets_another(tmp_path):
    """Its checks.py is no reason to write none."""
    lesson = written_to(tmp_path, "f(x)", name="ex4", module="linear")
    (lesson.folder / "checks.py").write_text("1 / 0")
    assert planned(tmp_path, "f(x)").name == "ex17"


def test_what_is_written_is_clean(tmp_path):
    """ruff finds nothing to say and nothing to format: as it is by default, and as it is here."""
    written_to(tmp_path, "f(x, y)", "const()", LONG, "acc(y_hat, labels=None)", "call(f, g_fn)")
    written_to(
        tmp_path, "g(seed)", name="ex2", module="two", title='Of "two" \\ kinds', after=["ex17"]
    )
    written_to(
        tmp_path, "h(X, W, b)", name="ex3", module="three", framework="tensorflow", title="it's"
    )
    (tmp_path / "pyproject.toml").write_text(
        "[tool.ruff.lint]\n"
        'select = ["E", "F", "I", "B", "UP", "SIM", "RUF", "PIE", "C4"]\n'
        'isort.known-first-party = ["grader"]\n'
    )
    for words in (["check"], ["format", "--check"], ["format", "--check", "--line-length=100"]):
        command = [sys.executable, "-m", "ruff", *words, "--no-cache", str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_whatever_it_is_given_only_its_placeholders_are_at_fault(tmp_path):
    """It builds, and verify goes through to its end, for every kind of argument."""
    signatures = ["f(x, y)", "const()", LONG, "one_hot(labels, C)", "g(rng)"]
    lesson = built(with_few_inputs(written_to(tmp_path, *signatures, title='Of "all" kinds')))
    found = verify_exercise(lesson, silent, quick=True)
    assert found.right == 1 and len(found.matrix) == len(signatures)
    assert [fault for fault in found.faults if "a placeholder:" not in fault] == []
    assert len(found.faults) > 20


@pytest.mark.thorough
@pytest.mark.tensorflow
def test_so_it_is_with_tensorflow(tmp_path):
    """Where the check of purity is one of the gradient."""
    signatures = ["model(X, W, b)", "f(lr, labels, rng)"]
    lesson = built(with_few_inputs(written_to(tmp_path, *signatures, framework="tensorflow")))
    found = verify_exercise(lesson, silent, quick=True)
    assert [fault for fault in found.faults if "a placeholder:" not in fault] == []
    assert "model_gradient" in {check.name for check in lesson.exercise.checks}


REAL = {
    "solutions/ex17_thing/thing.py": {
        f"{MARK}: what does f return?": "Return the mean of the products of x and y.",
        f"{MARK}: of which shape is it?": "A number.",
        f"    # {MARK}: what does f compute? The lines below stand for it.\n": "",
        "    placeholder = np.square(x)\n    placeholder = placeholder + np.sum(y)\n"
        "    return placeholder\n": ("    return np.mean(x * y)\n"),
    },
    "solutions/ex17_thing/inputs.py": {
        f"    # {MARK}: is this what f is asked on? It is guessed from the names.\n": ""
    },
    "solutions/ex17_thing/right/another_way.py": {
        f"# {MARK}: how can this be solved in another way than the reference does it?\n": "",
        "    placeholder = 0.0\n    placeholder = placeholder + np.sum(y)\n"
        "    return placeholder + np.power(x, 2)\n": ("    return np.dot(x, y) / len(x)\n"),
    },
    "solutions/ex17_thing/wrong/f_doubled.py": {
        f"{MARK}: what do the values of this mistake show?": "This is the sum, not the mean.",
        f"\n{MARK}: what is to be done about it?\n": "\nDivide by the number of samples.\n",
        f"    # {MARK}: what is a likely mistake?": "    #",
        "    placeholder = np.multiply(x, 2)\n    placeholder = placeholder + np.sum(y)\n"
        "    return placeholder\n": ("    return np.sum(x * y)\n"),
    },
    "exercises/ex17_thing/checks.py": {
        f"the right shape ({MARK}: which shape?)": "a number",
        f"the right values ({MARK}: which values?)": "the mean of the products",
        f"{MARK}: what helps who makes another mistake?": "Try it with one number.",
    },
    "exercises/ex17_thing/README.md": {
        f"{MARK}: what does one write here, and what does one learn by it?": "A mean.",
        f"{MARK}: which shape? | |": "() | |",
        f"{MARK}: what is the formula of f, and what does it give for a few numbers?": "$$xy$$",
        f"{MARK}: which shape?": "a number",
        f"{MARK}: which values?": "the mean of the products",
    },
    "exercises/ex17_thing/README.zh-TW.md": {
        f"{MARK}: 這個練習要寫什麼？學到什麼？": "平均。",
        f"{MARK}: 什麼形狀？ | |": "() | |",
        f"{MARK}: f 的公式是什麼？用幾個數字舉例。": "$$xy$$",
        f"{MARK}: 什麼形狀？": "一個數",
        f"{MARK}: 什麼數值？": "乘積的平均",
    },
}
"""What an author writes in the place of each placeholder of f(x, y)."""


@pytest.mark.slow
def test_placeholders_are_all_that_is_to_be_written(tmp_path):
    """Where each is replaced, by a small exercise, verify finds no fault, with two keys."""
    lesson = written_to(tmp_path, "f(x, y)")
    for name, replaced in REAL.items():
        text = (tmp_path / name).read_text(encoding="utf-8")
        for placeholder, real in replaced.items():
            assert placeholder in text, (name, placeholder)
            text = text.replace(placeholder, real)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = verify_exercise(built(lesson), silent)
    assert found.faults == []
    assert (found.right, len(found.matrix)) == (1, 1)


def test_a_course_has_a_workflow_that_verifies_it(tmp_path):
    """It installs a grader that is named, and never another one of the same name from an index."""
    files = course_files(planned(tmp_path, "f(x)"))
    workflow = importlib.import_module("yaml").safe_load(files[".github/workflows/grade.yml"])
    steps = workflow["jobs"]["verify"]["steps"]
    assert workflow["env"]["GRADER"].startswith(MARK)
    assert [step["run"] for step in steps if "run" in step] == [
        'python -m pip install "$GRADER"',
        "grader verify",
    ]
    assert workflow["permissions"] == {"contents": "read"}
    assert "*.secret.key" in files[".gitignore"].splitlines()


def test_a_grader_from_a_repository_is_what_the_workflow_installs(tmp_path, monkeypatch):
    """At the commit that is installed; then nothing is left to be written there."""
    origin = {
        "url": "https://example.org/grader",
        "vcs_info": {"vcs": "git", "commit_id": "c0ffee"},
    }

    class Installed:
        def read_text(self, name: str) -> str:
            return json.dumps(origin) if name == "direct_url.json" else ""

    monkeypatch.setattr(written.importlib.metadata, "distribution", lambda name: Installed())
    text = course_files(planned(tmp_path, "f(x)"))[".github/workflows/grade.yml"]
    assert 'GRADER: "git+https://example.org/grader@c0ffee"' in text and MARK not in text


def test_a_placeholder_is_named_with_file_and_line(tmp_path):
    """And with what is asked for there; each one, where several stand in a line."""
    lesson = written_to(tmp_path, "f(x, y)", title_zh="")
    write_new(tmp_path, course_files(planned(tmp_path, "g(x)", name="ex2", module="two")))
    found = [fault.text(tmp_path) for fault in placeholders(Files(lesson))]
    assert found[0] == "solutions/ex17_thing/thing.py:7: a placeholder: what does f return?"
    assert "exercises/ex17_thing/checks.py:20: a placeholder: which shape?" in found
    assert "exercises/ex17_thing/README.zh-TW.md:1: a placeholder: 中文標題是什麼？" in found
    assert found[-1].startswith(".github/workflows/grade.yml:7: a placeholder: where does pip find")
    lesson.reference.write_text(f"x = 1  # {MARK}\ny = '{MARK}: one' + '{MARK}: two'\n")
    found = [fault.text(tmp_path) for fault in placeholders(Files(lesson))]
    assert [fault for fault in found if "thing.py" in fault] == [
        "solutions/ex17_thing/thing.py:1: a placeholder: write it",
        "solutions/ex17_thing/thing.py:2: a placeholder: one' + '",
        "solutions/ex17_thing/thing.py:2: a placeholder: two'",
    ]
