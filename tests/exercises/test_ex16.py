"""Exercise 16 on functions that were written from its README alone, in no folder of the course."""

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
    return Course(ROOT).lesson("ex16")


@pytest.fixture(scope="module")
def grade(lesson, numpy_zygote):
    """Grade source text, optionally only some functions."""
    key = keys.read_key(lesson.key_path)

    def graded(source, *only):
        submission = Submission("diagnosis.py", (Unit("diagnosis.py", source),))
        return judge(lesson, key, submission, numpy_zygote, only=only)

    return graded


RIGHT = {
    "conditions in a list": """
import numpy as np
def diagnose(train, simpler, validation, test, target):
    conditions = [train > target and simpler < train, train > target, validation > target,
                  test > target, True]
    return ["optimization", "model bias", "overfitting", "mismatch", "fine"][conditions.index(True)]
""",
    "np.select gives a string of NumPy": """
import numpy as np
def diagnose(train, simpler, validation, test, target):
    high = np.array([train, validation, test]) - target > 0
    words = np.where(simpler - train < 0, "optimization", "model bias"), "overfitting", "mismatch"
    return np.select(high, words, default="fine")[()]
""",
    "from behind": """
def diagnose(train, simpler, validation, test, target):
    if max(train, validation, test) < target:
        return "fine"
    if train < target and validation < target:
        return "mismatch"
    if train < target:
        return "overfitting"
    return ["model bias", "optimization"][int(train > simpler)]
""",
    "names of its own, and an enumeration": """
from enum import Enum
class Answer(str, Enum):
    OPTIMIZATION = "optimization"
    BIAS = "model bias"
    OVERFITTING = "overfitting"
    MISMATCH = "mismatch"
    FINE = "fine"
def diagnose(a, b, c, d, e, verbose=False):
    if a > e:
        return (Answer.OPTIMIZATION if b < a else Answer.BIAS).value
    return (Answer.OVERFITTING if c > e else Answer.MISMATCH if d > e else Answer.FINE).value
""",
    "a table of bits": """
TABLE = {(0, 0, 0): "fine", (0, 0, 1): "mismatch"}
TABLE |= {(0, 1, 0): "overfitting", (0, 1, 1): "overfitting"}
def diagnose(train, simpler, validation, test, target):
    bits = tuple(int(x > target) for x in (train, validation, test))
    return TABLE.get(bits, "optimization" if min(train, simpler) == simpler else "model bias")
""",
    "a while loop that pops": """
def early_stop(losses, patience, delta):
    left, epoch, best, lowest, patient = list(losses), -1, 0, float("inf"), patience
    while left and patient:
        epoch, loss = epoch + 1, left.pop(0)
        if lowest - loss > delta:
            best, lowest, patient = epoch, loss, patience
        else:
            patient -= 1
    return epoch, best
""",
    "an iterator of records": """
import numpy as np
def early_stop(losses, patience, delta):
    losses = np.array(losses)
    best = 0
    for i in range(1, len(losses)):
        if losses[i] + delta < losses[best]:
            best = i
        elif i - best >= patience:
            return (i, best)
    return np.int64(len(losses) - 1), np.uint8(best)
""",
    "Keras' own words": """
class EarlyStopping:
    def __init__(self, patience, min_delta):
        self.patience, self.min_delta, self.wait = patience, -abs(min_delta), 0
        self.best, self.best_epoch, self.stop_training = None, 0, False
    def on_epoch_end(self, epoch, current):
        if self.best is None:
            self.best, self.best_epoch = current, epoch
            return
        self.wait += 1
        if current - self.min_delta < self.best:
            self.best, self.best_epoch, self.wait = current, epoch, 0
            return
        if self.wait >= self.patience and epoch > 0:
            self.stop_training = True
def early_stop(losses, patience, delta):
    callback = EarlyStopping(patience, delta)
    for epoch, loss in enumerate(losses):
        callback.on_epoch_end(epoch, loss)
        if callback.stop_training:
            break
    return epoch, callback.best_epoch
""",
    "floats for epochs": """
import numpy as np
def early_stop(losses, patience, delta):
    lowest, best, last = losses[0], 0.0, len(losses) - 1.0
    waiting = np.zeros(len(losses))
    for i, loss in enumerate(losses[1:], 1):
        better = loss < lowest - delta
        waiting[i] = 0 if better else waiting[i - 1] + 1
        if better:
            lowest, best = loss, float(i)
        if waiting[i] == patience:
            last = float(i)
            break
    return (last, best)
""",
    "one array for all rates": """
import numpy as np
def choose_rate(loss, gradient, w, rates, steps):
    ends = np.array([w] * len(rates))
    for i, rate in enumerate(rates):
        for _ in range(steps):
            ends[i] -= rate * gradient(ends[i])
    losses = [loss(end) for end in ends]
    losses = [x if np.isfinite(x) else np.inf for x in losses]
    return sorted(zip(losses, rates))[0][1], losses
""",
    "a dictionary, by increasing rate": """
import numpy as np
def choose_rate(loss, gradient, w, rates, steps):
    found = {}
    for rate in sorted(rates):
        v = np.array(w, copy=True)
        for _ in range(steps):
            v += -rate * gradient(v)
        found[rate] = np.nan_to_num(loss(v), nan=np.inf, posinf=np.inf)
    return min(found, key=found.get), (found[rate] for rate in rates)
""",
    "it stops where w is no longer finite": """
import math
import numpy as np
def last_loss(loss, gradient, w, rate, steps):
    for step in range(steps):
        w = w - rate * gradient(w)
        if not np.all(np.isfinite(w)):
            return math.inf
    x = float(loss(w))
    return math.inf if math.isnan(x) or math.isinf(x) else x
def choose_rate(loss, gradient, w, rates, steps):
    losses = [last_loss(loss, gradient, w, rate, steps) for rate in rates]
    least = min(losses)
    return [min(r for r, x in zip(rates, losses) if x == least), losses]
""",
    "lists of Python numbers": """
import numpy as np
def choose_rate(loss, gradient, w, rates, steps):
    losses, best = [], None
    for rate in rates:
        point = w.tolist()
        for _ in range(steps):
            slopes = gradient(np.array(point)).tolist()
            point = [p - rate * s for p, s in zip(point, slopes)]
        x = float(loss(np.array(point)))
        losses.append(x if x - x == 0 else float("inf"))
        if best is None or (losses[-1], rate) < best:
            best = losses[-1], rate
    return best[1], losses
""",
    "warnings are made errors": """
import numpy as np
def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w.copy()
        with np.errstate(over="raise", invalid="raise"):
            try:
                for _ in range(steps):
                    v = v - rate * gradient(v)
                losses.append(float(loss(v)))
            except FloatingPointError:
                losses.append(np.inf)
    order = np.argsort(rates)
    return np.asarray(rates)[order][np.argmin(np.asarray(losses)[order])], np.asarray(losses)
""",
    "float32 inside": """
import numpy as np
def choose_rate(loss, gradient, w, rates, steps):
    out = np.empty(len(rates), "float32")
    for i, rate in enumerate(np.float32(rates)):
        v = np.float32(w)
        for _ in range(steps):
            v = v - rate * np.float32(gradient(v))
        out[i] = loss(v)
    out[~np.isfinite(out)] = np.inf
    return rates[np.lexsort((rates, out))[0]], out
""",
    "powers in a product": """
import numpy as np
def smooth(losses, beta):
    powers = np.cumprod(np.full(len(losses), beta))
    average, out = 0, []
    for loss in losses:
        average += (1 - beta) * (loss - average)
        out.append(average)
    return np.array(out) / (1 - powers)
""",
    "weighted means": """
import numpy as np
def smooth(losses, beta):
    T = len(losses)
    return np.array([np.average(losses[:t], weights=beta ** np.arange(t - 1.0, -1, -1))
                     for t in range(1, T + 1)])
""",
    "a triangle of weights, by einsum": """
import numpy as np
def smooth(losses, beta):
    t = np.arange(len(losses))
    W = np.where(t[:, None] >= t, beta ** np.abs(np.subtract.outer(t, t)), 0.0)
    return np.einsum("ts,s->t", W, losses) / W.sum(axis=1)
""",
    "corrected in place": """
import numpy as np
def smooth(losses, beta):
    s = (1 - beta) * losses
    for t in range(1, len(s)):
        s[t] += beta * s[t - 1]
    s /= 1 - beta ** np.arange(1, len(s) + 1)
    return s
""",
    "a generator of float32": """
import numpy as np
def averages(losses, beta):
    a, c = np.float32(0), np.float32(0)
    for x in losses:
        a = np.float32(beta) * a + np.float32(1 - beta) * np.float32(x)
        c = np.float32(beta) * c + np.float32(1 - beta)
        yield a / c
def smooth(losses, beta):
    return np.fromiter(averages(losses, beta), np.float32, len(losses))
""",
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_function_in_no_folder_scores_full(grade, lesson, name):
    """How a student gets there is free."""
    function = next(f for f in lesson.exercise.functions if f"def {f}(" in RIGHT[name])
    report = grade(RIGHT[name], function)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


DIAGNOSE = "diagnose(train, simpler, validation, test, target)"
STOP = "early_stop(losses, patience, delta)"
CHOOSE = "choose_rate(loss, gradient, w, rates, steps)"
SMOOTH = "smooth(losses, beta)"

WRONG = {
    "it overfits": (
        DIAGNOSE,
        """
if validation > target: return 'overfitting'
if train > target and train > simpler: return 'optimization'
elif train > target: return 'model bias'
elif test > target: return 'mismatch'
return 'fine'""",
        "diagnose_order",
        "Look at the training loss first",
    ),
    "the larger gap": (
        DIAGNOSE,
        """
if train > target: return 'optimization' if simpler < train else 'model bias'
return 'overfitting' if validation - train > 0 else 'mismatch' if test > target else 'fine'""",
        "diagnose_cases",
        "wherever the validation loss is above the training loss",
    ),
    "swapped leaves": (
        DIAGNOSE,
        """
if train > target:
    if simpler < train: return 'model bias'
    return 'optimization'
if validation > target: return 'overfitting'
elif test > target: return 'mismatch'
else: return 'fine'""",
        "diagnose_cases",
        "have changed places",
    ),
    "a smaller model is always right": (
        DIAGNOSE,
        """
problem = 'fine'
if train > simpler: problem = 'optimization'
elif train > target: problem = 'model bias'
elif validation > target: problem = 'overfitting'
elif test > target: problem = 'mismatch'
return problem""",
        "diagnose_order",
        "needs no better optimizer",
    ),
    "four ifs": (
        DIAGNOSE,
        """
answer = 'fine'
if train > target and simpler < train: answer = 'optimization'
if train > target and not simpler < train: answer = 'model bias'
if validation > target: answer = 'overfitting'
if test > target: answer = 'mismatch'
return answer""",
        "diagnose_order",
        "a later answer takes the place of an earlier one",
    ),
    "less is worse": (
        DIAGNOSE,
        """
for loss, name in ((train, 'bias'), (validation, 'overfitting'), (test, 'mismatch')):
    if target > loss:
        return name if name != 'bias' else 'optimization' if train > simpler else 'model bias'
return 'fine'""",
        "diagnose_cases",
        "as if more were better",
    ),
    "no mismatch": (
        DIAGNOSE,
        """
if train > target: return 'optimization' if simpler < train else 'model bias'
return 'overfitting' if max(validation, test) > target else 'fine'""",
        "diagnose_cases",
        'It never answers "mismatch"',
    ),
    "the test decides": (
        DIAGNOSE,
        """
if test <= target: return 'fine'
if train > target: return ('model bias', 'optimization')[simpler < train]
if validation > target: return 'overfitting'
return 'mismatch'""",
        "diagnose_cases",
        "whatever the others are",
    ),
    "at most": (
        STOP,
        """
best, wait = 0, 0
for i, loss in enumerate(losses):
    if loss <= losses[best] - delta or i == 0: best, wait = i, 0
    else:
        wait += 1
        if wait >= patience: return i, best
return i, best""",
        "early_stop_values",
        "Equal is not better",
    ),
    "in all": (
        STOP,
        """
low, best, bad = float('inf'), 0, 0
for i, loss in enumerate(losses):
    if loss < low - delta: low, best = loss, i
    else: bad = bad + 1
    if bad >= patience: break
return i, best""",
        "early_stop_values",
        "counts all losses that are not better",
    ),
    "greater than patience": (
        STOP,
        """
low, best, bad = float('inf'), 0, 0
for i, loss in enumerate(losses):
    if loss < low - delta: low, best, bad = loss, i, 0
    else:
        bad += 1
        if bad > patience: break
return i, best""",
        "early_stop_values",
        "one epoch too late",
    ),
    "from one": (
        STOP,
        """
low, best, bad = float('inf'), 0, 0
for i, loss in enumerate(losses, 1):
    if loss < low - delta: low, best, bad = loss, i, 0
    else: bad += 1
    if bad == patience: return i, best
return len(losses), best""",
        "early_stop_values",
        "you count them from 1",
    ),
    "than the last one": (
        STOP,
        """
best, bad = 0, 0
for i in range(1, len(losses)):
    if losses[i - 1] - losses[i] > delta: best, bad = i, 0
    else: bad += 1
    if bad == patience: return i, best
return len(losses) - 1, best""",
        "early_stop_values",
        "You compare each loss with the one before it",
    ),
    "best at the end": (
        STOP,
        """
low, bad = losses[0], 0
for i in range(1, len(losses)):
    bad = 0 if losses[i] < low - delta else bad + 1
    low = min(low, losses[i])
    if bad == patience: return i, losses.index(min(losses))
return len(losses) - 1, losses.index(min(losses))""",
        "early_stop_values",
        "also of those behind the last epoch",
    ),
    "no delta": (
        STOP,
        """
best, bad = 0, 0
for i in range(1, len(losses)):
    if losses[i] < losses[best]: best, bad = i, 0
    else: bad += 1
    if bad == patience: return i, best
return len(losses) - 1, best""",
        "early_stop_delta",
        "Your function takes any lower loss for better",
    ),
    "the lowest follows": (
        STOP,
        """
low, best, bad = losses[0], 0, 0
for i in range(1, len(losses)):
    if low - losses[i] > delta: best, bad = i, 0
    else: bad += 1
    low = min(low, losses[i])
    if bad == patience: return i, best
return len(losses) - 1, best""",
        "early_stop_delta",
        "you lower the bar",
    ),
    "plus delta": (
        STOP,
        """
low, best, bad = losses[0], 0, 0
for i in range(1, len(losses)):
    if losses[i] - low < delta: low, best, bad = losses[i], i, 0
    else: bad += 1
    if bad == patience: return i, best
return len(losses) - 1, best""",
        "early_stop_delta",
        "*plus* delta",
    ),
    "w goes on": (
        CHOOSE,
        """
v, found = w.copy(), []
for r in rates:
    for _ in range(steps): v = v - r * gradient(v)
    found.append(loss(v) if np.isfinite(loss(v)) else np.inf)
return min(zip(found, rates))[1], found""",
        "choose_rate_values",
        "goes on from where the one before it ended",
    ),
    "w is moved": (
        CHOOSE,
        """
found = []
for r in rates:
    for _ in range(steps): w -= r * gradient(w)
    found.append(loss(w) if np.isfinite(loss(w)) else np.inf)
return min(zip(found, rates))[1], found""",
        "choose_rate_values",
        "You move the `w` that you were given",
    ),
    "before the last step": (
        CHOOSE,
        """
found = []
for r in rates:
    v = w
    for _ in range(steps):
        last = loss(v)
        v = v - r * gradient(v)
    found.append(last if np.isfinite(last) else np.inf)
return min(zip(found, rates))[1], found""",
        "choose_rate_values",
        "before the last step",
    ),
    "the lowest of the way": (
        CHOOSE,
        """
found = []
for r in rates:
    v, low = w, np.inf
    for _ in range(steps):
        v = v - r * gradient(v)
        low = min(low, loss(v))
    found.append(low)
return min(zip(found, rates))[1], found""",
        "choose_rate_values",
        "the lowest on the way",
    ),
    "its place": (
        CHOOSE,
        """
found = []
for r in rates:
    v = w
    for _ in range(steps): v = v - r * gradient(v)
    found.append(loss(v))
return int(np.argmin(found)), found""",
        "choose_rate_values",
        "its place in the list",
    ),
    "uphill": (
        CHOOSE,
        """
found = []
for r in rates:
    v = w
    for _ in range(steps): v = v + r * gradient(v)
    found.append(loss(v))
return min(zip(found, rates))[1], found""",
        "choose_rate_values",
        "uphill",
    ),
    "min of NaN": (
        CHOOSE,
        """
found = {}
for r in rates:
    v = w
    for _ in range(steps): v = v - r * gradient(v)
    found[r] = loss(v)
return min(found, key=found.get), list(found.values())""",
        "choose_rate_divergence",
        "Python's `min` keeps it",
    ),
    "argmin of NaN": (
        CHOOSE,
        """
found = np.zeros(len(rates))
for i, r in enumerate(rates):
    v = w.copy()
    for _ in range(steps): v -= r * gradient(v)
    found[i] = loss(v)
return rates[found.argmin()], found""",
        "choose_rate_divergence",
        "`np.argmin` gives the place of the first NaN",
    ),
    "nanargmin": (
        CHOOSE,
        """
found = np.zeros(len(rates))
for i, r in enumerate(rates):
    v = w.copy()
    for _ in range(steps): v -= r * gradient(v)
    found[i] = loss(v)
return rates[np.nanargmin(found)], found""",
        "choose_rate_divergence",
        "stays NaN in your list",
    ),
    "skipped": (
        CHOOSE,
        """
found, kept = [], []
for r in rates:
    v = w
    for _ in range(steps): v = v - r * gradient(v)
    if np.isfinite(loss(v)):
        found.append(loss(v))
        kept.append(r)
return min(zip(found, kept))[1], found""",
        "choose_rate_divergence",
        "your list is too short",
    ),
    "the first of two": (
        CHOOSE,
        """
best, least, found = None, np.inf, []
for r in rates:
    v = w
    for _ in range(steps): v = v - r * gradient(v)
    found.append(loss(v) if np.isfinite(loss(v)) else np.inf)
    if found[-1] < least: best, least = r, found[-1]
return best, found""",
        "choose_rate_equals",
        "stands first in `rates`",
    ),
    "the last of two": (
        CHOOSE,
        """
best, least, found = None, np.inf, []
for r in rates:
    v = w
    for _ in range(steps): v = v - r * gradient(v)
    found.append(loss(v) if np.isfinite(loss(v)) else np.inf)
    if found[-1] <= least: best, least = r, found[-1]
return best, found""",
        "choose_rate_equals",
        "stands last in `rates`",
    ),
    "no correction": (
        SMOOTH,
        """
a, out = 0, []
for x in losses:
    a = a * beta + x * (1 - beta)
    out.append(a)
return np.array(out)""",
        "smooth_values",
        "without the correction",
    ),
    "the other way round": (
        SMOOTH,
        """
a, out = 0, []
for t, x in enumerate(losses):
    a += beta * (x - a)
    out.append(a / (1 - beta ** (t + 1)))
return np.array(out)""",
        "smooth_values",
        "have changed places in the average",
    ),
    "t from 0": (
        SMOOTH,
        """
a, out = 0, np.zeros(len(losses))
for t, x in enumerate(losses):
    a = a * beta + x * (1 - beta)
    out[t] = a / (1 - beta ** t)
return out""",
        "smooth_values",
        "t counts from 0",
    ),
    "of what was corrected": (
        SMOOTH,
        """
out = [losses[0]]
for t in range(2, len(losses) + 1):
    out.append((beta * out[-1] + (1 - beta) * losses[t - 1]) / (1 - beta ** t))
return np.array(out)""",
        "smooth_values",
        "the corrected value in the place of the average",
    ),
    "from the first one": (
        SMOOTH,
        """
out = losses.copy()
for t in range(1, len(out)):
    out[t] = beta * out[t - 1] + (1 - beta) * out[t]
return out""",
        "smooth_values",
        "starts at the first loss, and there is no correction",
    ),
    "a mean of all": (
        SMOOTH,
        "return np.array([losses[: t + 1].mean() for t in range(len(losses))])",
        "smooth_values",
        "plain means of all losses so far",
    ),
    "into the argument": (
        SMOOTH,
        """
a = 0
for t in range(len(losses)):
    a = beta * a + (1 - beta) * losses[t]
    losses[t] = a / (1 - beta ** (t + 1))
return losses""",
        "smooth_values",
        "into the array that you were given",
    ),
}
"""How it is written, which check fails, and what the hint says."""


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_function_in_no_folder_is_told_its_cause(grade, name):
    """The mistake is named, though it is written in another way than in wrong/."""
    signature, body, check, hint = WRONG[name]
    lines = "\n".join(f"    {line}" for line in body.strip().splitlines())
    source = f"import numpy as np\ndef {signature}:\n{lines}\n"
    found = result(grade(source, signature.split("(")[0]), check)
    assert found.verdict is Verdict.FAILED
    assert found.mistake is not None, said(found)
    assert hint in found.mistake.hint.replace("\n", " ")


SAID = {
    "another word": (
        """
def diagnose(train, simpler, validation, test, target):
    if train > target:
        return "Optimization" if simpler < train else "Model bias"
    return "Overfitting" if validation > target else "Mismatch" if test > target else "Fine"
""",
        "diagnose_cases",
        "returned 'Optimization', expected 'optimization'",
    ),
    "nothing where it never stops": (
        """
def early_stop(losses, patience, delta):
    best = 0
    for epoch, loss in enumerate(losses):
        best = epoch if loss < losses[best] - delta else best
        if epoch - best == patience:
            return epoch, best
""",
        "early_stop_values",
        "what is returned where it never stops?",
    ),
    "losses of all steps": (
        """
def choose_rate(loss, gradient, w, rates, steps):
    losses = []
    for rate in rates:
        v = w
        for _ in range(steps):
            v = v - rate * gradient(v)
            losses.append(loss(v))
    return rates[0], losses
""",
        "choose_rate_values",
        "shape",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_no_known_mistake_is_told_by_what_comes_back(grade, name):
    """Words that differ, None, and a shape say enough."""
    source, check, told = SAID[name]
    function = next(f for f in ("diagnose", "early_stop", "choose_rate") if f"def {f}(" in source)
    assert told in said(result(grade(source, function), check))
