"""Exercise 13, with files that are not in the course's folders."""

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
    return Course(ROOT).lesson("ex13")


@pytest.fixture(scope="module")
def grade(lesson, numpy_zygote):
    """Grade source text, optionally only some functions."""
    key = keys.read_key(lesson.key_path)

    def graded(source, *only):
        submission = Submission("convolution.py", (Unit("convolution.py", source),))
        return judge(lesson, key, submission, numpy_zygote, only=only)

    return graded


RIGHT = {
    "fractions": """
import math
from fractions import Fraction
def output_size(size, kernel, stride, padding):
    if padding == "same":
        return math.ceil(Fraction(size, stride))
    return math.floor(Fraction(size - kernel, stride)) + 1
""",
    "one formula, in floats": """
import numpy as np
def output_size(size, kernel, stride, padding):
    return np.ceil((size - (kernel - 1 if padding == "valid" else 0)) / stride)
""",
    "a recursion": """
def output_size(size, kernel, stride, padding):
    need = {"valid": kernel, "same": 1}[padding]
    return 0 if size < need else 1 + output_size(size - stride, kernel, stride, padding)
""",
    "strides of the memory": """
import numpy as np
from numpy.lib.stride_tricks import as_strided
def convolve(X, W, b, stride, padding):
    kh, kw = W.shape[:2]
    if padding == "same":
        pads = []
        for n, k in zip(X.shape[1:3], (kh, kw)):
            t = max((-(-n // stride) - 1) * stride + k - n, 0)
            pads.append((t // 2, t - t // 2))
        X = np.pad(X, ((0, 0), *pads, (0, 0)))
    n, h, w, c = X.shape
    sn, sh, sw, sc = X.strides
    windows = as_strided(
        X,
        (n, (h - kh) // stride + 1, (w - kw) // stride + 1, kh, kw, c),
        (sn, sh * stride, sw * stride, sh, sw, sc),
        writeable=False,
    )
    return np.tensordot(windows, W, 3) + b
""",
    "each number of the image is sent to where it counts": """
import numpy as np
def convolve(X, W, b, stride, padding):
    N, H, width, C = X.shape
    kh, kw, _, F = W.shape
    def axis(n, k):
        if padding == "valid":
            return (n - k) // stride + 1, 0
        o = (n + stride - 1) // stride
        return o, max((o - 1) * stride + k - n, 0) // 2
    (oh, top), (ow, left) = axis(H, kh), axis(width, kw)
    Y = np.zeros((N, oh, ow, F))
    for y in range(H):
        for x in range(width):
            for u in range(kh):
                for v in range(kw):
                    i, r = divmod(y + top - u, stride)
                    j, q = divmod(x + left - v, stride)
                    if r == q == 0 and 0 <= i < oh and 0 <= j < ow:
                        Y[:, i, j] += X[:, y, x] @ W[u, v]
    return Y + b
""",
    "a class that is called": """
import numpy as np
class Convolution:
    def pad(self, X, axis, k, s):
        n = X.shape[axis]
        t = max(k - (n % s or s), 0)
        shape = list(X.shape)
        shape[axis] = n + t
        out = np.zeros(shape)
        place = [slice(None)] * 4
        place[axis] = slice(t // 2, t // 2 + n)
        out[tuple(place)] = X
        return out
    def __call__(self, X, W, b, stride, padding="valid"):
        for axis in (1, 2) if padding == "same" else ():
            X = self.pad(X, axis, W.shape[axis - 1], stride)
        rows = range(0, X.shape[1] - W.shape[0] + 1, stride)
        columns = range(0, X.shape[2] - W.shape[1] + 1, stride)
        Y = [[self.one(X[:, y:, x:], W) for x in columns] for y in rows]
        return np.moveaxis(np.array(Y), 2, 0) + b
    def one(self, X, W):
        return np.einsum("nuvc,uvcf->nf", X[:, : len(W), : W.shape[1]], W)
convolve = Convolution()
""",
    "rows by np.correlate, all places, and then every s-th": """
import numpy as np
def convolve(X, W, b, stride, padding):
    (N, H, width, C), (kh, kw, _, F) = X.shape, W.shape
    if padding == "same":
        t = [max((-(-n // stride) - 1) * stride + k - n, 0) for n, k in ((H, kh), (width, kw))]
        X = np.pad(X, ((0, 0), (t[0] // 2, -(-t[0] // 2)), (t[1] // 2, -(-t[1] // 2)), (0, 0)))
        (_, H, width, _) = X.shape
    Y = np.zeros((N, H - kh + 1, width - kw + 1, F))
    for n in range(N):
        for f in range(F):
            for i in range(H - kh + 1):
                for u in range(kh):
                    for c in range(C):
                        row = np.convolve(X[n, i + u, :, c], W[u, ::-1, c, f], "valid")
                        # Of two vectors it takes the longer one for the signal.
                        Y[n, i, :, f] += row
    return Y[:, ::stride, ::stride] + b
""",
    "float32, kernels as rows": """
import numpy as np
def convolve(X, W, b, stride, padding):
    X, b = X.astype("float32"), b.astype("float32")
    kernels = W.astype("float32").transpose(3, 0, 1, 2).reshape(W.shape[3], -1)
    if padding == "same":
        for axis, k in ((1, W.shape[0]), (2, W.shape[1])):
            n = X.shape[axis]
            t = max((int(np.ceil(n / stride)) - 1) * stride + k - n, 0)
            widths = [(0, 0)] * 4
            widths[axis] = (t // 2, (t + 1) // 2)
            X = np.pad(X, widths)
    kh, kw = W.shape[:2]
    rows = list(range(0, X.shape[1] - kh + 1, stride))
    columns = list(range(0, X.shape[2] - kw + 1, stride))
    cols = [X[:, y : y + kh, x : x + kw].reshape(len(X), -1) for y in rows for x in columns]
    out = np.array(cols) @ kernels.T + b
    return out.reshape(len(rows), len(columns), len(X), -1).transpose(2, 0, 1, 3)
""",
    "reduce with np.maximum": """
import numpy as np
from functools import reduce
def max_pool(X, size, stride):
    h, w = X.shape[1] - size, X.shape[2] - size
    parts = (
        X[:, u : h + u + 1 : stride, v : w + v + 1 : stride]
        for u in range(size) for v in range(size)
    )
    return reduce(np.maximum, parts)
""",
    "sorted windows": """
import numpy as np
def max_pool(X, size, stride):
    N, H, W, C = X.shape
    oh, ow = 1 + (H - size) // stride, 1 + (W - size) // stride
    Y = np.empty((N, oh, ow, C), dtype="float32")
    for n, i, j, c in np.ndindex(N, oh, ow, C):
        y, x = i * stride, j * stride
        Y[n, i, j, c] = sorted(X[n, y : y + size, x : x + size, c].ravel())[-1]
    return Y
""",
    "minus the least of the negatives": """
import numpy as np
def max_pool(X, size, stride):
    v = np.lib.stride_tricks.sliding_window_view(-X, (size, size), axis=(1, 2))
    return -np.min(v, axis=(4, 5))[:, ::stride, ::stride]
""",
    "a search from minus infinity": """
import numpy as np
def max_pool(X, size, stride):
    N, H, W, C = X.shape
    rows = [y for y in range(0, H, stride) if y + size <= H]
    columns = [x for x in range(0, W, stride) if x + size <= W]
    Y = np.full((N, len(rows), len(columns), C), -float("inf"))
    for i, y in enumerate(rows):
        for j, x in enumerate(columns):
            for u in range(y, y + size):
                for v in range(x, x + size):
                    larger = X[:, u, v] > Y[:, i, j]
                    Y[:, i, j][larger] = X[:, u, v][larger]
    return Y
""",
    "padding that can't be the largest": """
import numpy as np
def max_pool(X, size, stride):
    N, H, W, C = X.shape
    oh, ow = (H - size) // stride + 1, (W - size) // stride + 1
    X = np.pad(X, ((0, 0), (0, size), (0, size), (0, 0)), constant_values=-np.inf)
    best = np.full((N, oh, ow, C), -np.inf)
    for u in range(size):
        for v in range(size):
            part = X[:, u::stride, v::stride][:, :oh, :ow]
            best = np.where(part > best, part, best)
    return best
""",
    "a table of sums": """
import numpy as np
def average_pool(X, size, stride):
    for axis in (1, 2):
        s = np.insert(np.cumsum(X, axis=axis), 0, 0, axis=axis)
        n = X.shape[axis] - size + 1
        total = np.take(s, range(size, size + n), axis) - np.take(s, range(n), axis)
        X = np.take(total, range(0, n, stride), axis) / size
    return X
""",
    "a mean by a convolution of one's own": """
import numpy as np
def convolve(X, W, b, stride, padding):
    windows = np.lib.stride_tricks.sliding_window_view(X, W.shape[:2], (1, 2))
    return np.tensordot(windows[:, ::stride, ::stride], W, ((4, 5, 3), (0, 1, 2))) + b
def average_pool(X, size, stride):
    channels = X.shape[3]
    W = np.zeros((size, size, channels, channels))
    W[:, :, np.arange(channels), np.arange(channels)] = 1 / (size * size)
    return convolve(X, W, np.zeros(channels), stride, "valid")
""",
    "means of lists": """
import numpy as np
from statistics import fmean
def average_pool(X, size, stride):
    N, H, W, C = X.shape
    return np.array([[[[
        fmean(X[n, y + u, x + v, c] for u in range(size) for v in range(size))
        for c in range(C)] for x in range(0, W - size + 1, stride)]
        for y in range(0, H - size + 1, stride)] for n in range(N)])
""",
    "weights for each number": """
import numpy as np
def average_pool(X, size, stride):
    def weights(n):
        starts = np.arange(0, n - size + 1, stride)[:, None]
        return ((np.arange(n) >= starts) & (np.arange(n) < starts + size)) / size
    return np.einsum("iy,nyxc,jx->nijc", weights(X.shape[1]), X, weights(X.shape[2]))
""",
    "differences, by central steps": """
import numpy as np
def convolve_gradients(dY, X, W):
    X, W = X.copy(), W.copy()
    oh, ow = dY.shape[1:3]
    def L(b):
        Y = sum(
            X[:, u : u + oh, v : v + ow] @ W[u, v]
            for u in range(W.shape[0]) for v in range(W.shape[1])
        )
        return np.sum(dY * (Y + b))
    b = np.zeros(W.shape[3])
    found = []
    for A in (X, W, b):
        G = np.zeros_like(A)
        for k in range(A.size):
            old = A.flat[k]
            A.flat[k] = old + 0.01
            G.flat[k] = L(b)
            A.flat[k] = old - 0.01
            G.flat[k] = (G.flat[k] - L(b)) / 0.02
            A.flat[k] = old
        found.append(G)
    return found
""",
    "a full convolution with the turned kernel": """
import numpy as np
def convolve_gradients(dY, X, W):
    kh, kw, C, F = W.shape
    N, H, width, _ = X.shape
    big = np.zeros((N, H + kh - 1, width + kw - 1, F))
    big[:, kh - 1 : H, kw - 1 : width] = dY
    turned = np.rot90(W, 2).swapaxes(2, 3)
    dX = np.array([
        [np.tensordot(big[:, y : y + kh, x : x + kw], turned, 3) for x in range(width)]
        for y in range(H)
    ]).transpose(2, 0, 1, 3)
    dW = np.stack([
        np.stack([np.einsum("nijc,nijf->cf", X[:, u : H - kh + 1 + u, v : width - kw + 1 + v], dY)
                  for v in range(kw)])
        for u in range(kh)
    ])
    return dX, dW, np.einsum("nijf->f", dY)
""",
    "products on a tape": """
import numpy as np
from collections import defaultdict
def convolve_gradients(dY, X, W):
    kh, kw, C, F = W.shape
    dX, dW, db = defaultdict(float), defaultdict(float), defaultdict(float)
    for (n, i, j, f), g in np.ndenumerate(dY):
        db[f,] += g
        for u, v, c in np.ndindex(kh, kw, C):
            x, w = (n, i + u, j + v, c), (u, v, c, f)
            dX[x] += g * W[w]
            dW[w] += g * X[x]
    def filled(found, shape):
        out = np.zeros(shape)
        for place, number in found.items():
            out[place] = number
        return out
    return filled(dX, X.shape), filled(dW, W.shape), filled(db, F)
""",
    "one matrix for the whole layer": """
import numpy as np
def convolve_gradients(dY, X, W):
    N, H, width, C = X.shape
    kh, kw, _, F = W.shape
    _, oh, ow, _ = dY.shape
    M = np.zeros((oh, ow, F, H, width, C))
    for i in range(oh):
        for j in range(ow):
            M[i, j, :, i : i + kh, j : j + kw] = np.moveaxis(W, 3, 0)
    dX = (dY.reshape(N, -1) @ M.reshape(oh * ow * F, -1)).reshape(X.shape)
    dW = np.zeros_like(W)
    for u, v, c, f in np.ndindex(W.shape):
        dW[u, v, c, f] = np.vdot(X[:, u : u + oh, v : v + ow, c], dY[..., f])
    return (dX.astype(np.float32), dW, dY.reshape(-1, F).sum(axis=0))
""",
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_function_in_no_folder_scores_full(grade, lesson, name):
    """How a student gets there is free."""
    functions = [f for f in lesson.exercise.functions if f"def {f}(" in RIGHT[name]]
    report = grade(RIGHT[name], (functions or ["convolve"])[-1])
    assert report.checks
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


ZEROS = """N, H, width, C = X.shape
    kh, kw, _, F = W.shape
    if padding == "same":
        oh, ow = -(-H // stride), -(-width // stride)
        t, s = ((o - 1) * stride + k - n for o, k, n in ((oh, kh, H), (ow, kw, width)))
        t, s = max(t, 0), max(s, 0)
        X = np.pad(X, ((0, 0), (t // 2, t - t // 2), (s // 2, s - s // 2), (0, 0)))
    else:
        oh, ow = (H - kh) // stride + 1, (width - kw) // stride + 1
    Y = np.zeros((N, oh, ow, F))
"""
"""What comes before the loops of a convolution: all of it is right."""

LOOPS = (
    ZEROS
    + """    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                for f in range(F):
                    total = 0
                    for u in range(kh):
                        for v in range(kw):
                            for c in range(C):
                                total += X[n, i * stride + u, j * stride + v, c] * W[u, v, c, f]
                    Y[n, i, j, f] = total + b[f]
    return Y"""
)
"""Seven loops, as a student writes them who has read a book on C."""

BACK = """dX, dW, db = np.zeros_like(X), np.zeros_like(W), np.zeros(W.shape[3])
    for n, i, j, f in np.ndindex(dY.shape):
        g = dY[n, i, j, f]
        db[f] += g
        for u, v, c in np.ndindex(W.shape[:3]):
            dX[n, i + u, j + v, c] += g * W[u, v, c, f]
            dW[u, v, c, f] += g * X[n, i + u, j + v, c]
    return dX, dW, db"""
"""The same for the gradients."""


def changed(text, *pairs):
    """A text with one mistake, or several."""
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


CONVOLVE = "convolve(X, W, b, stride, padding)"
GRADIENTS = "convolve_gradients(dY, X, W)"
SIZE = "output_size(size, kernel, stride, padding)"

WRONG = {
    "windows that stick out": (
        SIZE,
        "same = padding == 'same'\n"
        "    return (size + stride - 1) // stride if same else -((kernel - size) // stride) + 1",
        "output_size_values",
        "you round up",
    ),
    "a true division": (
        SIZE,
        "from math import ceil\n"
        "    return ceil(size / stride) if padding == 'same' else 1 + (size - kernel) / stride",
        "output_size_values",
        "Are there half windows?",
    ),
    "padding of k // 2": (
        SIZE,
        "p = kernel // 2 if padding == 'same' else 0\n"
        "    return (size - kernel + 2 * p) // stride + 1",
        "output_size_values",
        "right for odd kernels only",
    ),
    "i and j as they are": (
        CONVOLVE,
        changed(LOOPS, ("i * stride + u, j * stride + v", "i + u, j + v")),
        "convolve_stride",
        "Multiply i and j by the stride",
    ),
    "a sum that begins anew for each channel": (
        CONVOLVE,
        changed(
            LOOPS,
            ("total += X[n, i * stride + u, j * stride + v, c] * W[u, v, c, f]", "pass"),
            (
                "for c in range(C):\n",
                "pass\n                    for c in range(C):\n"
                "                        total = np.sum(X[n, i * stride : i * stride + kh,\n"
                "                            j * stride : j * stride + kw, c] * W[:, :, c, f])\n"
                "                        if True:\n",
            ),
        ),
        "convolve_valid",
        "Only the last channel",
    ),
    "turned as in mathematics": (
        CONVOLVE,
        changed(LOOPS, ("* W[u, v, c, f]", "* W[kh - 1 - u, kw - 1 - v, c, f]")),
        "convolve_valid",
        "You turn the kernel around",
    ),
    "as many zeros before as behind": (
        CONVOLVE,
        changed(
            LOOPS,
            ("((0, 0), (t // 2, t - t // 2), (s // 2, s - s // 2), (0, 0))", "PADS"),
            ("PADS", "((0, 0), (kh // 2, kh // 2), (kw // 2, kw // 2), (0, 0))"),
        ),
        "convolve_same",
        "k // 2 zeros on both sides",
    ),
    "every second number of all": (
        CONVOLVE,
        "step, stride = stride, 1\n    " + LOOPS.replace("return Y", "return Y[:, ::step, ::step]"),
        "convolve_stride",
        "Do larger steps need as many zeros?",
    ),
    "the odd zero first": (
        CONVOLVE,
        changed(
            LOOPS, ("(t // 2, t - t // 2)", "(t - t // 2, t // 2)"), ("(s //", "(-(-s //")
        ).replace("(-(-s // 2, s - s // 2)", "(s - s // 2, s // 2)"),
        "convolve_same",
        "or the larger half first",
    ),
    "b in the innermost loop": (
        CONVOLVE,
        changed(LOOPS, ("* W[u, v, c, f]", "* W[u, v, c, f] + b[f]"), ("total + b[f]", "total")),
        "convolve_valid",
        "once for each product",
    ),
    "b forgotten": (
        CONVOLVE,
        changed(LOOPS, ("total + b[f]", "total")),
        "convolve_valid",
        "without b",
    ),
    "rows and columns of the result": (
        CONVOLVE,
        changed(
            LOOPS,
            ("np.zeros((N, oh, ow, F))", "np.zeros((N, ow, oh, F))"),
            ("Y[n, i, j", "Y[n, j, i"),
        ),
        "convolve_shape",
        "have changed places",
    ),
    "N, F, oh, ow": (
        CONVOLVE,
        changed(
            LOOPS,
            ("np.zeros((N, oh, ow, F))", "np.zeros((N, F, oh, ow))"),
            ("Y[n, i, j, f]", "Y[n, f, i, j]"),
        ),
        "convolve_shape",
        "as PyTorch has it",
    ),
    "an array of ints": (
        CONVOLVE,
        changed(LOOPS, ("oh, ow, F))", "oh, ow, F), 'int64')")),
        "convolve_valid",
        "stands behind the point",
    ),
    "matrices of the wrong order": (
        CONVOLVE,
        ZEROS + "    w = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), (1, 2))\n"
        "    w = w[:, ::stride, ::stride]\n"
        "    return w.reshape(N, oh, ow, -1) @ W.reshape(-1, F) + b",
        "convolve_valid",
        "the channels stand before rows and columns",
    ),
    "blocks": (
        "max_pool(X, size, stride)",
        "N, H, W, C = X.shape\n    h, w = H // size, W // size\n"
        "    X = X[:, : h * size, : w * size].reshape(N, h, size, w, size, C)\n"
        "    return X.max(axis=2).max(axis=3)",
        "max_pool_values",
        "they move by their size",
    ),
    "all channels at once": (
        "max_pool(X, size, stride)",
        "N, H, W, C = X.shape\n"
        "    Y = np.zeros((N, (H - size) // stride + 1, (W - size) // stride + 1, C))\n"
        "    for n, i, j, c in np.ndindex(Y.shape):\n"
        "        y, x = i * stride, j * stride\n"
        "        Y[n, i, j, c] = np.max(X[n, y : y + size, x : x + size])\n"
        "    return Y",
        "max_pool_values",
        "one maximum over all channels",
    ),
    "divided by the size": (
        "average_pool(X, size, stride)",
        "v = np.lib.stride_tricks.sliding_window_view(X, (size, size), (1, 2))\n"
        "    return v[:, ::stride, ::stride].sum((-1, -2)) / size",
        "average_pool_values",
        "by `size`",
    ),
    "a rest that counts": (
        "average_pool(X, size, stride)",
        "rows, columns = ([s for s in range(0, n, stride) if s == 0 or s - stride + size < n]\n"
        "        for n in X.shape[1:3])\n"
        "    return np.stack([np.stack([X[:, y : y + size, x : x + size].mean((1, 2))\n"
        "        for x in columns], 1) for y in rows], 1)",
        "average_pool_values",
        "windows that stick out",
    ),
    "dX that is overwritten": (
        GRADIENTS,
        "kh, kw = W.shape[:2]\n    dX, dW = np.zeros_like(X), np.zeros_like(W)\n"
        "    for n, i, j in np.ndindex(dY.shape[:3]):\n"
        "        g = dY[n, i, j]\n"
        "        dX[n, i : i + kh, j : j + kw] = W @ g\n"
        "        dW += X[n, i : i + kh, j : j + kw, :, None] * g\n"
        "    return dX, dW, dY.sum((0, 1, 2))",
        "convolve_gradients_values",
        "the windows overwrite one another",
    ),
    "a kernel that is not turned": (
        GRADIENTS,
        changed(
            BACK,
            (
                "dX[n, i + u, j + v, c] += g * W[u, v, c, f]",
                "dX[n, i + u, j + v, c] += g * W[-1 - u, -1 - v, c, f]",
            ),
        ),
        "convolve_gradients_values",
        "the wrong way round",
    ),
    "a mean over the batch": (
        GRADIENTS,
        changed(BACK, ("return dX, dW, db", "return dX, dW / len(X), db / len(X)")),
        "convolve_gradients_values",
        "dX is right",
    ),
    "db as a mean": (
        GRADIENTS,
        changed(BACK, ("return dX, dW, db", "return dX, dW, dY.reshape(-1, len(db)).mean(0)")),
        "convolve_gradients_values",
        "a mean over images and places",
    ),
    "weights first": (
        GRADIENTS,
        changed(BACK, ("return dX, dW, db", "return dW, db, dX")),
        "convolve_gradients_values",
        "dW, db, dX",
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
    assert hint in found.mistake.hint


FURTHER = {
    "a largest number that begins at 0": (
        "max_pool(X, size, stride)",
        "N, H, W, C = X.shape\n"
        "    Y = np.zeros((N, (H - size) // stride + 1, (W - size) // stride + 1, C))\n"
        "    for n, i, j, c in np.ndindex(Y.shape):\n"
        "        for u in range(size):\n            for v in range(size):\n"
        "                x = X[n, i * stride + u, j * stride + v, c]\n"
        "                Y[n, i, j, c] = max(Y[n, i, j, c], x)\n"
        "    return Y",
        "max_pool_negative",
        "the result is 0 on every input",
    ),
    "half a maximum": (
        "max_pool(X, size, stride)",
        "v = np.lib.stride_tricks.sliding_window_view(X, (size, size), (1, 2))\n"
        "    v = v[:, ::stride, ::stride]\n    return v.max((-1, -2)) / 2",
        "max_pool_values",
        "half of the expected one",
    ),
    "kernels twice": (
        CONVOLVE,
        changed(LOOPS, ("total + b[f]", "2 * (total + b[f])")),
        "convolve_valid",
        "twice the expected one",
    ),
    "an axis too few": (
        "average_pool(X, size, stride)",
        "v = np.lib.stride_tricks.sliding_window_view(X, (size, size), (1, 2))\n"
        "    return v[:, ::stride, ::stride].mean((-1, -2)).squeeze()",
        "average_pool_values",
        "shape",
    ),
    "a pair": (
        GRADIENTS,
        changed(BACK, ("return dX, dW, db", "return dX, dW")),
        "convolve_gradients_values",
        "returned a tuple of 2, expected 3 values",
    ),
    "a row of biases": (
        GRADIENTS,
        changed(BACK, ("return dX, dW, db", "return dX, dW, db[None, None, None]")),
        "convolve_gradients_values",
        "(1, 1, 1, ",
    ),
}


@pytest.mark.parametrize("name", FURTHER)
def test_what_no_file_of_the_course_has_is_told_from_the_numbers(grade, name):
    """Nothing names these, and what is said of them points at the cause all the same."""
    signature, body, check, told = FURTHER[name]
    source = f"import numpy as np\ndef {signature}:\n    {body}\n"
    found = result(grade(source, signature.split("(")[0]), check)
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert told in said(found)


def test_a_convolution_gets_its_points_beside_a_wrong_size(grade, lesson):
    """It is asked again with a right output_size, and so are both poolings."""
    source = lesson.reference.read_text(encoding="utf-8")
    wrong = changed(source, ("return (size - kernel) // stride + 1", "return size - kernel + 1"))
    report = grade(wrong)
    assert report.score == 9
    assert "right, given a right" in said(result(report, "convolve_stride"))


@pytest.mark.parametrize("lowest", [-1.0, -10.0, -500.0])
def test_a_maximum_that_begins_at_some_low_number_is_wrong(grade, lowest):
    """Numbers may be as far below 0 as they like."""
    source = f"""import numpy as np
def max_pool(X, size, stride):
    v = np.lib.stride_tricks.sliding_window_view(X, (size, size), (1, 2))[:, ::stride, ::stride]
    return v.max((-1, -2), initial={lowest})
"""
    report = grade(source, "max_pool")
    assert result(report, "max_pool_values").verdict is Verdict.PASSED
    assert result(report, "max_pool_negative").verdict is Verdict.FAILED


def test_tensorflow_is_not_loaded(grade):
    """NumPy is all that a worker of this exercise imports."""
    source = """import sys
def output_size(size, kernel, stride, padding):
    print(sorted({"tensorflow", "keras", "scipy"} & set(sys.modules)))
"""
    assert result(grade(source, "output_size"), "output_size_values").output == "[]\n"
