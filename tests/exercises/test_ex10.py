"""Exercise 10, with files that are not in the course's folders."""

import io
import runpy
import subprocess
import sys

import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import key as keys
from grader.course.course import Course
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Unit


@pytest.fixture(scope="module")
def lesson():
    """The exercise."""
    return Course(ROOT).lesson("ex10")


@pytest.fixture(scope="module")
def grade(lesson, numpy_zygote):
    """Grade source text, optionally only some functions."""
    key = keys.read_key(lesson.key_path)

    def graded(source, *only):
        submission = Submission("optimizers.py", (Unit("optimizers.py", source),))
        return judge(lesson, key, submission, numpy_zygote, only=only)

    return graded


RIGHT = {
    "a velocity in float32": """
import numpy as np
def momentum(w, g, state, learning_rate, gamma):
    v = np.zeros(w.shape, "float32") if state is None else state
    v = np.float32(gamma) * v + np.float32(learning_rate) * g.astype("float32")
    return (w - v).astype("float32"), v
""",
    "the last move is the state": """
def momentum(w, g, state, learning_rate, gamma):
    move = -learning_rate * g
    if state is not None:
        move += gamma * state[1]
    return w + move, ("moved by", move)
""",
    "a stack of einsum": """
import numpy as np
def momentum(w, g, state, learning_rate, gamma):
    past = [g] if state is None else [*state, g]
    weights = learning_rate * gamma ** np.arange(len(past))[::-1]
    return w - np.einsum("t,t...->...", weights, np.stack(past)), past
""",
    "a closure is the state": """
def momentum(w, g, state, learning_rate, gamma):
    before = state() if state else 0
    v = gamma * before + learning_rate * g
    return w - v, lambda: v
""",
    "more parameters with defaults": """
import numpy as np
def momentum(parameter, gradient, memory, eta, friction, nesterov=False, dtype=np.float64):
    memory = memory or {}
    memory["v"] = friction * memory.get("v", dtype(0)) + eta * gradient
    return parameter - memory["v"], memory
""",
    "a sum of outer products": """
import numpy as np
def adagrad(w, g, state, learning_rate):
    flat = g.reshape(-1)
    G = np.zeros((flat.size,) * 2) if state is None else state
    G = G + np.outer(flat, flat)
    return w - learning_rate * g / (np.sqrt(np.diag(G)) + 1e-8).reshape(w.shape), G
""",
    "a hypotenuse": """
import numpy as np
def adagrad(w, g, state, learning_rate):
    root = np.hypot(0 if state is None else state, g)
    return w - learning_rate * g / (root + 1e-8), root
""",
    "where the sum is above 0": """
import numpy as np
def adagrad(w, g, state, learning_rate):
    G = np.square(g) if state is None else state + np.square(g)
    step = np.divide(g, np.sqrt(G), out=np.zeros_like(g), where=G > 0)
    return w - learning_rate * step, G
""",
    "vectorised by numpy": """
import numpy as np
one = np.vectorize(lambda x, d, G, rate: (x - rate * d / ((G + d * d) ** 0.5 + 1e-8), G + d * d))
def adagrad(w, g, state, learning_rate):
    return one(w, g, np.zeros(w.shape) if state is None else state, learning_rate)
""",
    "a mean that moves towards the new": """
import numpy as np
def rmsprop(w, g, state, learning_rate, rho):
    v = np.zeros_like(w) if state is None else state
    v = v + (1 - rho) * (g * g - v)
    return w - learning_rate * np.exp(np.log(np.abs(g) + 1e-300) - np.log(np.sqrt(v) + 1e-8)
                                      ) * np.sign(g), v
""",
    "an epsilon inside": """
import numpy as np
def rmsprop(w, g, state, learning_rate, rho):
    cache = 0.0 if state is None else state["cache"]
    cache = rho * cache + (1 - rho) * g * g
    return w - learning_rate * g / np.sqrt(cache + 1e-8), {"cache": cache}
""",
    "nan_to_num": """
import numpy as np
def rmsprop(w, g, state, learning_rate, rho):
    v = np.average([g**2 * 0 if state is None else state, g**2], axis=0, weights=[rho, 1 - rho])
    return w - learning_rate * np.nan_to_num(g / np.sqrt(v)), v
""",
    "np.matrix": """
import numpy as np
def rmsprop(w, g, state, learning_rate, rho):
    d = np.asmatrix(g.reshape(1, -1))
    v = (1 - rho) * np.multiply(d, d) + (0 if state is None else rho * state)
    return w - learning_rate * np.asarray(d / (np.sqrt(v) + 1e-8)).reshape(w.shape), v
""",
    "powers that are multiplied on": """
import numpy as np
def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, p, q = (0, 0, 1, 1) if state is None else state
    p, q = p * beta1, q * beta2
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
    return w - learning_rate * m / (1 - p) / (np.sqrt(v / (1 - q)) + 1e-8), (m, v, p, q)
""",
    "an object that steps": """
import numpy as np
class Adam:
    t = 0
    def __init__(self, shape):
        self.both = np.zeros((2, *shape))
    def step(self, w, g, rate, betas):
        self.t += 1
        b = np.reshape(betas, (2,) + (1,) * w.ndim)
        self.both = b * self.both + (1 - b) * np.stack([g, g**2])
        m, v = self.both / (1 - b**self.t)
        return w - rate * m / (v**0.5 + 1e-8)
def adam(w, g, state, learning_rate, beta1, beta2):
    state = state or Adam(w.shape)
    return state.step(w, g, learning_rate, (beta1, beta2)), state
""",
    "the form of Keras": """
import numpy as np
def adam(w, g, state, learning_rate, beta1, beta2):
    if state is None:
        state = {"m": 0 * g, "v": 0 * g, "iterations": 0}
    t = state["iterations"] + 1
    m = state["m"] + (g - state["m"]) * (1 - beta1)
    v = state["v"] + (np.square(g) - state["v"]) * (1 - beta2)
    alpha = learning_rate * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return w - m * alpha / (np.sqrt(v) + 1e-7), {"m": m, "v": v, "iterations": t}
""",
    "t is the length of a list": """
import numpy as np
def adam(w, g, state, learning_rate, beta1, beta2):
    seen = ([] if state is None else state) + [g]
    def mean(values, beta):
        total = 0
        for value in values:
            total = beta * total + (1 - beta) * value
        return total / (1 - beta ** len(values))
    m, v = mean(seen, beta1), mean([x**2 for x in seen], beta2)
    return [w - learning_rate * m / (np.sqrt(v) + 1e-8), seen]
""",
    "lists of numbers as the state": """
import numpy as np
def adam(w, g, state, learning_rate, beta1, beta2):
    t, m, v = state or (0, [0] * g.size, [0] * g.size)
    t, d = t + 1, g.ravel().tolist()
    m = [beta1 * a + (1 - beta1) * b for a, b in zip(m, d)]
    v = [beta2 * a + (1 - beta2) * b**2 for a, b in zip(v, d)]
    up, down = np.array(m) / (1 - beta1**t), (np.array(v) / (1 - beta2**t)) ** 0.5 + 1e-8
    return w - learning_rate * (up / down).reshape(g.shape), (t, m, v)
""",
    "a loop of drops": """
def step_decay(lr, epoch, drop, every):
    while epoch >= every:
        lr, epoch = lr * drop, epoch - every
    return lr
""",
    "logarithms": """
import math
def step_decay(lr, epoch, drop, every):
    return math.exp(math.log(lr) + math.trunc(epoch / every) * math.log(drop))
""",
    "a root of a power": """
def exponential_decay(lr, epoch, rate, every):
    return lr * (rate ** (1 / every)) ** epoch
""",
    "a fraction": """
from fractions import Fraction
def exponential_decay(lr, epoch, rate, every):
    return lr * rate ** Fraction(epoch, every)
""",
    "a square of half the angle": """
import numpy as np
def cosine_decay(lr, epoch, epochs, lowest):
    return lowest + (lr - lowest) * np.cos(np.pi / 2 * np.clip(epoch / epochs, 0, 1)) ** 2
""",
    "a table of all epochs": """
import numpy as np
def cosine_decay(lr, epoch, epochs, lowest):
    waves = (np.cos(np.arange(epochs + 1) * np.pi / epochs) + 1) / 2
    table = lr * waves + lowest * (1 - waves)
    return table[epoch] if epoch < len(table) else table[-1]
""",
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_function_in_no_folder_scores_full(grade, lesson, name):
    """How a student gets there is free, and so is what the state is."""
    function = next(f for f in lesson.exercise.functions if f"def {f}(" in RIGHT[name])
    report = grade(RIGHT[name], function)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


MOMENTUM = "momentum(w, g, state, learning_rate, gamma)"
ADAGRAD = "adagrad(w, g, state, learning_rate)"
RMSPROP = "rmsprop(w, g, state, learning_rate, rho)"
ADAM = "adam(w, g, state, learning_rate, beta1, beta2)"
MEANS = """state = state or {"m": np.zeros_like(w), "v": np.zeros_like(w), "t": 0}
    m, v, t = state["m"], state["v"], state["t"] + 1
    m, v = m + (1 - beta1) * (g - m), v + (1 - beta2) * (g * g - v)
    kept = {"m": m, "v": v, "t": t}
"""

WRONG = {
    "a mean of gradients for a velocity": (
        MOMENTUM,
        "m = np.zeros_like(w) if state is None else state\n"
        "    m += (1 - gamma) * (g - m)\n    return w - learning_rate * m, m",
        "momentum_steps",
        "times 1 − γ",
    ),
    "CS231n's Nesterov": (
        MOMENTUM,
        "old = 0 if state is None else state\n    v = gamma * old - learning_rate * g\n"
        "    return w - gamma * old + (1 + gamma) * v, v",
        "momentum_steps",
        "looks ahead",
    ),
    "two signs of two forms": (
        MOMENTUM,
        "v = -learning_rate * g\n    if state is not None:\n        v += gamma * state\n"
        "    return w - v, v",
        "momentum_steps",
        "uphill",
    ),
    "a state of nothing": (
        MOMENTUM,
        "v = np.zeros_like(w)\n    v = gamma * v + learning_rate * g\n    return w - v, v",
        "momentum_steps",
        "what was before makes no difference",
    ),
    "subtracted from the caller's": (
        MOMENTUM,
        "v = learning_rate * g + (gamma * state if state is not None else 0)\n"
        "    np.subtract(w, v, out=w)\n    return w, v",
        "momentum_kept",
        "the w that you are given has changed",
    ),
    "a gradient that is kept and changed": (
        MOMENTUM,
        "buffer = g if state is None else state\n    if state is not None:\n"
        "        buffer[...] = gamma * buffer + g\n    return w - learning_rate * buffer, buffer",
        "momentum_kept",
        "another one afterwards",
    ),
    "each step as long as the other": (
        ADAGRAD,
        "return w - learning_rate * g / np.maximum(abs(g), 1e-8), None",
        "adagrad_steps",
        "Which squares are in G?",
    ),
    "one length for all": (
        ADAGRAD,
        "G = (state or 0.0) + np.vdot(g, g)\n    return w - learning_rate * g / (G**0.5 + 1e-8), G",
        "adagrad_steps",
        "one sum for all numbers",
    ),
    "the root first": (
        ADAGRAD,
        "r = np.sqrt(g**2) + (0 if state is None else state)\n"
        "    return w - learning_rate / (r + 1e-8) * g, r",
        "adagrad_steps",
        "the sum or the root",
    ),
    "no number below the line": (
        ADAGRAD,
        "G = g * g if state is None else g * g + state\n"
        "    return w - learning_rate * g * G**-0.5, G",
        "adagrad_steps",
        "NaN where all gradients so far were 0",
    ),
    "a weight that is the other's": (
        RMSPROP,
        "old = 0 if state is None else state\n    v = old + rho * (g**2 - old)\n"
        "    return w - learning_rate * g / (np.sqrt(v) + 1e-8), v",
        "rmsprop_steps",
        "have changed places",
    ),
    "Adam's correction": (
        RMSPROP,
        "v, p = (0, 1) if state is None else state\n"
        "    v, p = rho * v + (1 - rho) * g**2, p * rho\n"
        "    return w - learning_rate * g / (np.sqrt(v / (1 - p)) + 1e-8), [v, p]",
        "rmsprop_steps",
        "as Adam does",
    ),
    "a sum that is Adagrad's": (
        RMSPROP,
        "past = (state or []) + [g]\n"
        "    return w - learning_rate * g / (np.linalg.norm(past, axis=0) + 1e-8), past",
        "rmsprop_steps",
        "that is Adagrad",
    ),
    "no correction": (
        ADAM,
        MEANS + "    return w - learning_rate * m / (np.sqrt(v) + 1e-8), kept",
        "adam_steps",
        "taken as they are",
    ),
    "no power": (
        ADAM,
        MEANS + "    root = np.sqrt(v / (1 - beta2)) + 1e-8\n"
        "    return w - learning_rate / (1 - beta1) * m / root, kept",
        "adam_steps",
        "as if t were 1 for ever",
    ),
    "counted twice at first": (
        ADAM,
        MEANS
        + "    t += 1\n    up, down = m / (1 - beta1**t), np.sqrt(v / (1 - beta2**t)) + 1e-8\n"
        "    return w - learning_rate * up / down, kept",
        "adam_steps",
        "one too large",
    ),
    "counted too late": (
        ADAM,
        MEANS + "    n = t - 1\n    with np.errstate(all='ignore'):\n"
        "        up, down = m / (1 - beta1**n), np.sqrt(v / (1 - beta2**n)) + 1e-8\n"
        "    return w - learning_rate * np.divide(up, down), kept",
        "adam_steps",
        "What is 1 − β⁰?",
    ),
    "the corrected ones are remembered": (
        ADAM,
        MEANS + "    kept['m'] = m = m / (1 - beta1**t)\n    kept['v'] = v = v / (1 - beta2**t)\n"
        "    return w - learning_rate * m / (np.sqrt(v) + 1e-8), kept",
        "adam_steps",
        "goes on from the corrected",
    ),
    "no number below Adam's line": (
        ADAM,
        MEANS
        + "    return w - learning_rate * (m / (1 - beta1**t)) * (v / (1 - beta2**t))**-0.5, kept",
        "adam_zero",
        "0/0",
    ),
    "squares that are the caller's": (
        ADAM,
        MEANS
        + "    w -= learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + 1e-8)\n"
        "    return w, kept",
        "adam_kept",
        "the w that you are given has changed",
    ),
    "a drop at 0": (
        "step_decay(lr, epoch, drop, every)",
        "for e in range(epoch + 1):\n        if e % every == 0:\n            lr = lr * drop\n"
        "    return lr",
        "step_decay_values",
        "once too often",
    ),
    "a formula of Keras' pages": (
        "step_decay(lr, epoch, drop, every)",
        "import math\n    return lr * math.pow(drop, math.floor((1 + epoch) / every))",
        "step_decay_values",
        "one epoch too early",
    ),
    "a power over a number": (
        "exponential_decay(lr, epoch, rate, every)",
        "return lr * pow(rate, epoch) / every",
        "exponential_decay_values",
        "divide the power by `every`",
    ),
    "stairs": (
        "exponential_decay(lr, epoch, rate, every)",
        "return lr * rate ** np.floor(epoch / every)",
        "exponential_decay_values",
        "stays for `every` epochs",
    ),
    "up again": (
        "cosine_decay(lr, epoch, epochs, lowest)",
        "return (lr + lowest) / 2 + (lr - lowest) / 2 * np.cos(epoch * np.pi / epochs)",
        "cosine_decay_end",
        "rises again",
    ),
    "down to 0": (
        "cosine_decay(lr, epoch, epochs, lowest)",
        "return 0.5 * lr * (1 + np.cos(np.pi * min(epoch, epochs) / epochs))",
        "cosine_decay_values",
        "goes down to 0",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_function_in_no_folder_is_told_its_cause(grade, name):
    """The mistake is named, though it is written in another way than in wrong/."""
    signature, body, check, hint = WRONG[name]
    source = f"import numpy as np\ndef {signature}:\n    {body}\n"
    found = result(grade(source, signature.split("(")[0]), check)
    assert found.verdict is Verdict.FAILED
    assert found.mistake is not None, said(found)
    assert hint in " ".join(found.mistake.hint.split())


GLOBAL = {
    "begun anew": "if state is None:\n        memory.clear()",
    "never begun anew": "pass",
}


@pytest.mark.parametrize("name", GLOBAL)
def test_what_is_remembered_in_a_global_variable_is_another_parameters(grade, name):
    """A network has several parameters, and one function moves them all."""
    source = f"""memory = {{}}
def momentum(w, g, state, learning_rate, gamma):
    {GLOBAL[name]}
    v = gamma * memory.get(w.shape, 0) + learning_rate * g
    memory[w.shape] = v
    return w - v, "nothing"
"""
    assert result(grade(source, "momentum"), "momentum_steps").verdict is Verdict.FAILED


def test_the_second_adam_has_no_epsilon_that_counts(grade):
    """One of 0.001 does: it shortens the steps of small gradients by more than is allowed."""
    source = RIGHT["the form of Keras"].replace("1e-7", "1e-3")
    assert result(grade(source, "adam"), "adam_steps").verdict is Verdict.FAILED


def test_a_step_that_moves_by_1_percent_less_is_wrong(grade):
    """What an epsilon may change is far less than any mistake does."""
    source = RIGHT["a hypotenuse"].replace("w - learning_rate", "w - 0.99 * learning_rate")
    assert result(grade(source, "adagrad"), "adagrad_steps").verdict is Verdict.FAILED


UNFIT = {
    "w alone": ("w - learning_rate * g", "You return the new w alone"),
    "None": ("None", "return"),
    "a column": ("w.reshape(-1, 1) - learning_rate * g.reshape(-1, 1), g", "shape"),
}


@pytest.mark.parametrize("name", UNFIT)
def test_what_is_no_pair_of_w_and_a_state_is_told_as_such(grade, name):
    """Such a report speaks of what the function returned, and not of the check."""
    value, told = UNFIT[name]
    source = f"def momentum(w, g, state, learning_rate, gamma):\n    return {value}\n"
    found = result(grade(source, "momentum"), "momentum_steps")
    assert found.verdict is Verdict.FAILED
    assert told in said(found) + (found.mistake.hint if found.mistake else "")


def test_tensorflow_is_not_loaded(grade):
    """NumPy is all that a worker of this exercise imports."""
    source = """import sys
def step_decay(lr, epoch, drop, every):
    print(sorted({"tensorflow", "keras", "scipy", "sklearn"} & set(sys.modules)))
"""
    assert result(grade(source, "step_decay"), "step_decay_values").output == "[]\n"


def test_the_picture_is_drawn(lesson, tmp_path):
    """The table comes, and a PNG; where nobody looks, there is no bar."""
    command = [sys.executable, str(lesson.reference)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    for name in ("momentum", "adagrad", "rmsprop", "adam"):
        assert f"\n{name} " in done.stdout
    assert (tmp_path / "optimizers.png").read_bytes().startswith(b"\x89PNG")


class Terminal(io.StringIO):
    """A standard error at which somebody looks."""

    def isatty(self):
        """It is one."""
        return True


def test_a_bar_is_shown_on_a_terminal(lesson, monkeypatch):
    """It grows to its whole width, and its line is ended."""
    given = runpy.run_path(str(lesson.reference))
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    assert list(given["progress"](range(4), "adam")) == [0, 1, 2, 3]
    bars = shown.getvalue().split("\r")[1:]
    assert [bar.count("=") for bar in bars] == [7, 15, 22, 30]
    assert bars[-1] == f"adam     [{'=' * 30}] 4/4\n"
