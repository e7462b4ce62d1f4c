"""Exercise 15, with networks, callbacks and files that are not in the course's folders."""

import os
import shutil
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

pytestmark = pytest.mark.thorough

HEAD = (
    "import keras\nimport numpy as np\nimport tensorflow as tf\n"
    "from keras import callbacks, layers as L, ops\n"
)


@pytest.fixture(scope="module")
def lesson():
    """The exercise."""
    return Course(ROOT).lesson("ex15")


@pytest.fixture(scope="module")
def grade(lesson, tensorflow_zygote):
    """Grade source text, optionally only some functions."""
    key = keys.read_key(lesson.key_path)

    def graded(source, *only):
        submission = Submission("functional.py", (Unit("functional.py", HEAD + source),))
        return judge(lesson, key, submission, tensorflow_zygote, only=only)

    return graded


NETWORK = """
def dense(units, x, activation="relu"):
    return L.Dense(units, activation)(x)
def create_network():
    a, b = keras.Input((10,)), keras.Input((8,))
    x = dense(32, dense(128, dense(128, a)))
    y = dense(32, dense(32, dense(32, b)))
    t = dense(28, L.concatenate([x, y]))
    return keras.Model([a, b], [dense(1, dense(64, t), None), dense(1, dense(16, t), None)])
"""
WRAPPED = (
    NETWORK.replace("create_network", "inside")
    + """
class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.inside = inside()
    def call(self, inputs):
        first, second = self.inside(inputs)
        {lines}
def create_network():
    return Network()
"""
)
REGULARISED = """
def create_regularised(rate, l2):
    held = keras.regularizers.L2(l2)
    return keras.Sequential([keras.Input((20,)),
        L.Dense(64, "relu", kernel_regularizer=held), L.Dropout(rate),
        L.Dense(64, "relu", kernel_regularizer=held), L.Dropout(rate), L.Dense(1)])
"""
STOPPING = """
class Stop(callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.best, self.since, self.kept = float("inf"), 0, None
    def on_epoch_end(self, epoch, logs=None):
        self.since += 1
        if logs["val_loss"] < self.best:
            self.best, self.since = logs["val_loss"], 0
            self.kept = self.model.get_weights()
        if self.since >= self.patience:
            self.model.stop_training = True
    def on_train_end(self, logs=None):
        self.model.set_weights(self.kept)
def early_stopping(patience):
    stop = Stop()
    stop.patience = patience
    return stop
"""

RIGHT = {
    "create_network": {
        "dense by einsum, joined the other way round": NETWORK.replace(
            "L.concatenate([x, y])", "L.Concatenate(axis=1)([y, x])"
        ).replace(
            "L.Dense(units, activation)(x)",
            "L.Activation(activation or 'linear')(L.EinsumDense('ij,jk->ik', (units,), "
            "bias_axes='k')(x))",
        ),
        "maximum with zero in call, outputs in a tuple": WRAPPED.format(
            lines="return first + 0.0, second"
        ).replace(
            "L.Dense(units, activation)(x)",
            "ops.maximum(L.Dense(units)(x), 0) if activation else L.Dense(units)(x)",
        ),
        "regularised and with a Dropout, which is not asked": NETWORK.replace(
            "L.Dense(units, activation)(x)",
            "L.Dropout(0.1)(L.Dense(units, activation, kernel_regularizer='l2')(x))"
            " if units > 1 else L.Dense(1)(x)",
        ),
        "weights that are drawn wide": NETWORK.replace(
            "L.Dense(units, activation)",
            "L.Dense(units, activation, kernel_initializer='random_normal')",
        ),
    },
    "create_regularised": {
        "one regulariser for both": REGULARISED,
        "sums in call": """
class Net(keras.Model):
    def __init__(self, rate, l2):
        super().__init__()
        self.l2, self.drop = l2, [L.Dropout(rate), L.Dropout(rate)]
        self.hidden, self.end = [L.Dense(64), L.Dense(64)], L.Dense(1)
    def call(self, x):
        total = 0.0
        for dense, drop in zip(self.hidden, self.drop):
            x = drop(ops.relu(dense(x)))
            total += ops.vdot(dense.kernel, dense.kernel)
        self.add_loss(self.l2 * total)
        return self.end(x)
create_regularised = Net
""",
        "a regulariser of its own": REGULARISED.replace("keras.regularizers.L2(l2)", "Held(l2)")
        + """
class Held(keras.regularizers.Regularizer):
    def __init__(self, l2):
        self.l2 = l2
    def __call__(self, W):
        return self.l2 * tf.einsum("ij,ij->", W, W)
""",
        "blocks in a model": """
def create_regularised(p, factor, n=64):
    def block():
        return keras.Sequential([
            L.Dense(n, kernel_regularizer=keras.regularizers.L1L2(0, factor)),
            L.ReLU(), L.Dropout(p)])
    model = keras.Sequential([block(), block(), L.Dense(1, None)])
    model.build((None, 20))
    return model
""",
        "Dropout that knows when": """
def create_regularised(rate, l2):
    class Drop(L.Dropout):
        def call(self, inputs, training=False):
            return super().call(inputs, training=training)
    x = start = keras.Input((20,))
    for _ in range(2):
        x = Drop(rate)(L.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2))(x))
    return keras.Model(start, L.Dense(1)(x))
""",
    },
    "early_stopping": {
        "on_train_begin resets": STOPPING,
        "keras, by position": """
def early_stopping(n):
    return callbacks.EarlyStopping("val_loss", 0, n, 0, "auto", None, True, 0)
""",
        "a lambda callback": """
def early_stopping(patience):
    seen, kept = [], []
    def end(epoch, logs):
        seen.append(logs["val_loss"])
        kept.append(stop.model.get_weights())
        stop.model.stop_training = np.argmin(seen) + patience == epoch
    def leave(logs):
        stop.model.set_weights(kept[np.argmin(seen)])
    stop = callbacks.LambdaCallback(on_epoch_end=end, on_train_end=leave)
    return stop
""",
        "a subclass with a default": """
class Early(callbacks.EarlyStopping):
    def __init__(self, patience=3):
        super().__init__(patience=patience, mode="min")
        self.restore_best_weights = True
early_stopping = Early
""",
        "the best weights are in the model all the time, once it is over": """
class Stop(callbacks.Callback):
    def __init__(self, left):
        super().__init__()
        self.left, self.best = left, []
    def on_epoch_end(self, epoch, logs=None):
        self.best.append((logs["val_loss"], epoch, [np.array(w) for w in self.model.weights]))
        lowest = sorted(self.best, key=lambda each: each[:2])[0]
        if epoch >= lowest[1] + self.left:
            self.model.stop_training = True
            self.model.set_weights(lowest[2])
    def on_train_end(self, logs=None):
        if not self.model.stop_training:
            self.model.set_weights(min(self.best)[2])
def early_stopping(patience):
    return Stop(patience)
""",
    },
    "save": {
        "the method": "def save(network, path, *more):\n    network.save(path, *more)\n",
        "the function": "def save(n, p):\n    return keras.saving.save_model(n, p)\n",
        "tf.keras": "def save(n, p):\n    tf.keras.models.save_model(n, filepath=p)\n",
        "by another name first": """
import os
def save(network, path):
    network.save(path + ".tmp.keras")
    os.replace(path + ".tmp.keras", path)
""",
    },
    "load": {
        "the function": "def load(p):\n    return keras.saving.load_model(p, compile=False)\n",
        "tf.keras": "load = tf.keras.models.load_model\n",
        "from bytes": """
import shutil, pathlib
def load(path):
    other = pathlib.Path(path).with_name("copy.keras")
    shutil.copy(path, other)
    return keras.models.load_model(other)
""",
        "compiled again": """
def load(path):
    network = keras.models.load_model(path)
    network.compile("adam", "mse")
    return network
""",
    },
}
CASES = [(function, name) for function, each in RIGHT.items() for name in each]


@pytest.mark.parametrize(("function", "name"), CASES)
def test_a_right_function_in_no_folder_gets_all_points(grade, function, name):
    """In other styles than those of right/."""
    report = grade(RIGHT[function][name], function)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


def network(old, new):
    """The network with one change."""
    assert old in NETWORK
    return NETWORK.replace(old, new)


def regularised(old, new):
    """The regularised network with one change."""
    assert old in REGULARISED
    return REGULARISED.replace(old, new)


def stopping(old, new):
    """The callback with one change."""
    assert old in STOPPING
    return STOPPING.replace(old, new)


WRONG = {
    "one layer without ReLU, another way": (
        network("dense(28, L", "dense(28, activation=None, x=L"),
        "create_network_branches",
        "behind the layer from 64 to 28 numbers, where ReLU is asked: linear",
    ),
    "sigmoid in one head": (
        network("dense(16, t)", "dense(16, t, 'sigmoid')"),
        "create_network_branches",
        "behind the layer from 28 to 16 numbers, where ReLU is asked: sigmoid",
    ),
    "elu in a layer of its own": (
        network(
            "L.Dense(units, activation)(x)",
            "L.ELU()(L.Dense(units)(x)) if activation else L.Dense(units)(x)",
        ),
        "create_network_branches",
        "behind all hidden layers, where ReLU is asked: elu",
    ),
    "tanh at the end of one head": (
        network("dense(64, t), None", "dense(64, t), 'tanh'"),
        "create_network_branches",
        "behind the layer from 64 to 1 numbers: tanh",
    ),
    "sixteen for sixty-four": (
        network("dense(64, t)", "dense(16, t)"),
        "create_network_outputs",
        "none goes from 28 to 64 numbers",
    ),
    "no bias": (
        network("L.Dense(units, activation)", "L.Dense(units, activation, use_bias=False)"),
        "create_network_outputs",
        "11 of its layers have no bias",
    ),
    "branches averaged": (
        network("L.concatenate([x, y])", "L.average([x, y])"),
        "create_network_outputs",
        "how are the branches joined?",
    ),
    "a tuple of four": (
        network("(16, t), None)]", "(16, t), None), x, y]"),
        "create_network_outputs",
        "gives 4 outputs, and two are asked",
    ),
    "half of it twice": (
        regularised("L2(l2)", "L2(l2 / 2)"),
        "create_regularised_penalty",
        "half of what is asked",
    ),
    "a mean of absolutes": (
        regularised("keras.regularizers.L2(l2)", "keras.regularizers.L1(l2)"),
        "create_regularised_penalty",
        "sums of absolute values",
    ),
    "a penalty of the output": (
        regularised("L.Dense(1)", "L.Dense(1, kernel_regularizer=held)"),
        "create_regularised_penalty",
        "kernel of the last layer",
    ),
    "what is kept": (
        regularised("L.Dropout(rate)", "L.Dropout(rate=1.0 - rate)"),
        "create_regularised_dropout",
        "what is left out, or what is kept",
    ),
    "a Dropout in front": (
        regularised(
            'L.Dense(64, "relu", kernel_regularizer=held), L.Dropout(rate),\n        L',
            'L.Dropout(rate), L.Dense(64, "relu", kernel_regularizer=held),\n        L',
        ),
        "create_regularised_dropout",
        "the first hidden layer",
    ),
    "noise": (
        regularised("L.Dropout(rate)", "L.GaussianDropout(rate)"),
        "create_regularised_dropout",
        "behind the second hidden layer, training does something else than Dropout",
    ),
    "a rate of its own": (
        regularised("L.Dropout(rate)", "L.Dropout(0.37)"),
        "create_regularised_dropout",
        "a Dropout has the rate 0.37, and not",
    ),
    "one epoch more": (
        stopping("self.since >= self.patience", "self.since > self.patience"),
        "early_stopping_epochs",
        "one epoch too late",
    ),
    "the highest": (
        stopping('float("inf")', '-float("inf")').replace('["val_loss"] <', '["val_loss"] >'),
        "early_stopping_epochs",
        "*highest* val_loss",
    ),
    "the loss in training": (
        STOPPING.replace("val_loss", "loss"),
        "early_stopping_epochs",
        "the loss in training",
    ),
    "nothing is put back": (
        stopping("        self.model.set_weights(self.kept)", "        pass"),
        "early_stopping_restores",
        "the weights of the last epoch",
    ),
    "an accuracy, and whether it should rise is left to Keras": (
        "def early_stopping(patience):\n"
        "    return callbacks.EarlyStopping('val_accuracy', patience=patience)\n",
        "early_stopping_epochs",
        "watches another number than `val_loss`",
    ),
    "one layer without a Dropout, the first": (
        regularised(
            'L.Dense(64, "relu", kernel_regularizer=held), L.Dropout(rate),\n        L',
            'L.Dense(64, "relu", kernel_regularizer=held),\n        L',
        ),
        "create_regularised_dropout",
        "nothing is left out behind the first hidden layer",
    ),
    "the rate that is asked first, always": (
        "seen = []\n"
        + REGULARISED.replace("    held", "    seen.append(rate)\n    rate = seen[0]\n    held"),
        "create_regularised_dropout",
        "whatever the argument is",
    ),
    "a list": (
        stopping("return stop", "return [stop]"),
        "early_stopping_epochs",
        "returned a list",
    ),
    "weights alone": (
        "def save(n, path):\n    n.save_weights(path.replace('.keras', '.weights.h5'))\n",
        "save_file",
        ".weights.h5",
    ),
    "a fresh start": (
        "def load(path):\n    n = keras.models.load_model(path)\n"
        "    return keras.Sequential.from_config(n.get_config())\n",
        "load_values",
        "",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_function_in_no_folder_is_told_its_cause(grade, name):
    """In a message, or in the hint of a known mistake that is written in another way."""
    source, check, words = WRONG[name]
    found = result(grade(source, check.rpartition("_")[0]), check)
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)
    told = f"{said(found)}\n{found.mistake and found.mistake.hint}"
    assert words.lower() in " ".join(told.split()).lower()


DEGENERATE = {
    "constant outputs": (WRAPPED.format(lines="return [first * 0 + 1, second * 0 + 1]"), 1),
    "weights of NaN": (
        NETWORK.replace("return keras.Model(", "m = keras.Model(") + "    m.set_weights("
        "[np.full(w.shape, np.nan) for w in m.weights])\n    return m\n",
        0,
    ),
    "weights that are too large": (
        NETWORK.replace("return keras.Model(", "m = keras.Model(") + "    m.set_weights("
        "[np.full(w.shape, 1e30) for w in m.weights])\n    return m\n",
        0,
    ),
    "weights of zero": (
        NETWORK.replace("return keras.Model(", "m = keras.Model(") + "    m.set_weights("
        "[np.zeros(w.shape) for w in m.weights])\n    return m\n",
        1,
    ),
    "it looks at nothing": (
        WRAPPED.format(lines="n = ops.shape(inputs[0])[0]; return [ops.ones((n, 1))] * 2"),
        0,
    ),
    "an output twice": (WRAPPED.format(lines="return [first, first]"), 0),
    "a head that does not see the second input": (
        WRAPPED.format(lines="return [first, self.inside([inputs[0], 0 * inputs[1]])[1]]"),
        1,
    ),
    "a little of the batch": (
        WRAPPED.format(lines="return [first, second - 0.001 * ops.mean(second)]"),
        1,
    ),
    "a little of the other output": (
        WRAPPED.format(lines="return [first, second + 0.001 * first]"),
        1,
    ),
    "sums of inputs with weights beside them": (
        WRAPPED.format(
            lines="return [ops.sum(inputs[0], 1, True) + 0 * first, "
            "ops.sum(inputs[1], 1, True) + 0 * second]"
        ),
        1,
    ),
}
"""Each with the points that it is to get: for the shapes, where it has all weights."""


@pytest.mark.parametrize("name", DEGENERATE)
def test_a_forged_network_gets_no_points_for_what_it_does_not_do(grade, name):
    """It has the shapes at the most."""
    source, points = DEGENERATE[name]
    report = grade(source, "create_network")
    assert report.score == points, [said(check) for check in report.checks]
    assert result(report, "create_network_branches").verdict is not Verdict.PASSED


ALWAYS = {
    "in the graph": "return keras.Model(x, L.Dense(1)(two))",
    "in call": "return Bare(keras.Model(x, L.Dense(1)(two)))",
}


@pytest.mark.parametrize("name", ALWAYS)
def test_a_dropout_that_is_always_on_is_seen(grade, name):
    """Keras overrides `training=True` of a functional model, where it is told that it is not."""
    source = f"""
class Bare(keras.Model):
    def __init__(self, inside):
        super().__init__()
        self.inside = inside
    def call(self, x):
        return self.inside(x, training=True)
def create_regularised(rate, l2):
    x = keras.Input((20,))
    one = L.Dropout(rate)(L.Dense(64, "relu")(x), training=True)
    two = L.Dropout(rate)(L.Dense(64, "relu")(one), training=True)
    {ALWAYS[name]}
"""
    found = result(grade(source, "create_regularised"), "create_regularised_dropout")
    assert found.verdict is Verdict.FAILED
    assert "not training" in said(found)


def test_the_key_is_small(lesson):
    """It keeps what predicates said of known mistakes, and not the networks."""
    assert lesson.key_path.stat().st_size < 400_000


@pytest.mark.tensorflow
def test_training_for_real_is_quiet_and_draws(lesson, tmp_path):
    """With the reference it ends with two comparisons, a picture, and a file."""
    for name in ("experiment.py", "utils.py"):
        shutil.copy(lesson.folder / name, tmp_path)
    shutil.copy(lesson.reference, tmp_path)
    quiet = {key: value for key, value in os.environ.items() if not key.startswith("TF_")}
    command = [sys.executable, lesson.file_name, "--epochs", "3", "--patience", "1"]
    done = subprocess.run(
        command, cwd=tmp_path, env=quiet, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines[:4]] == [
        "two outputs, to the end",
        "two outputs, stopped early",
        "one output, plain",
        "one output, regularised",
    ]
    assert (tmp_path / "functional.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "best.keras").exists()
