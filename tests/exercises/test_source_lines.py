"""AutoGraph reads a function's source: that of the one that Python runs, whatever it holds."""

from pathlib import Path

import pytest
from conftest import result
from support.fewer import every_fourth

from grader.judge.grading import judge
from grader.judge.submission import Submission, read_submission
from grader.report import Verdict
from grader.wire import Unit

SEPARATORS = {
    "form feed": "\f",
    "vertical tab": "\v",
    "file separator": "\x1c",
    "group separator": "\x1d",
    "record separator": "\x1e",
    "next line": "\x85",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
}

FILE = '''
import tensorflow as tf
# one@two@three@four@five@six@seven
def {other}(logits):
    """Ends@here."""
    return tf.{wrong}(logits)


@tf.function
def {name}(logits):
    """Each row@sums to 1."""
    # a branch@in the graph
    note = "one@two"
    if tf.reduce_max(tf.abs(logits)) > 1.0:
        logits -= tf.reduce_max(logits, axis=1, keepdims=True)
    if len(note) == 7:
        logits = tf.{right}(logits)
    return logits
'''


def source(separator: str, *, right: bool) -> str:
    """A softmax with an `if` on a tensor below another function, or the two exchanged."""
    bodies = ("exp", "nn.softmax") if right else ("nn.softmax", "exp")
    text = FILE.format(other="other", name="softmax", wrong=bodies[0], right=bodies[1])
    return text.replace("@tf", "\0").replace("@", separator).replace("\0", "@tf")


@pytest.fixture
def grade(ex1, ex1_key, tensorflow_zygote):
    """Grade the softmax of a file, or of a text, on some of the cases: each meets its lines."""

    def call(given: str | Path):
        submission = (
            read_submission(given)
            if isinstance(given, Path)
            else Submission("logistic.py", (Unit("logistic.py", given),))
        )
        return judge(
            ex1,
            every_fourth(ex1_key),
            submission,
            tensorflow_zygote,
            only=["softmax_shape", "softmax_values"],
        )

    return call


@pytest.mark.parametrize("name", SEPARATORS)
def test_a_function_is_converted_from_its_own_lines(grade, name):
    """A right one passes, and a wrong one fails, below and around every separator."""
    report = grade(source(SEPARATORS[name], right=True))
    assert report.problems == ()
    assert report.passed
    report = grade(source(SEPARATORS[name], right=False))
    assert result(report, "softmax_values").verdict is Verdict.FAILED


@pytest.mark.parametrize("name", ["form feed", "next line", "line separator"])
def test_so_is_one_of_a_module_beside_the_file(grade, tmp_path, name):
    """And of a lambda, a method, and a function that begins with a form feed."""
    helper = source(SEPARATORS[name], right=True).replace("def softmax", "def rows_of")
    methods = (
        "import tensorflow as tf\n# five@six\n"
        "then = tf.function(lambda x: x + 0 if tf.rank(x) > 1 else x)\n"
        "class Rows:\n    # one@two\n    @tf.function\n"
        "    def of(self, logits):\n        # three@four\n        if tf.rank(logits) > 1:\n"
        "            logits = then(logits)\n        return logits\n"
    )
    (tmp_path / "rows.py").write_text(helper, "utf-8")
    (tmp_path / "methods.py").write_text(
        methods.replace("@tf", "\0").replace("@", SEPARATORS[name]).replace("\0", "@tf"), "utf-8"
    )
    path = tmp_path / "logistic.py"
    path.write_text(
        "\fimport tensorflow as tf\nfrom rows import rows_of\n"
        "from methods import Rows\nrows = Rows()\n\f\n"
        "\f@tf.function\ndef softmax(x):\n\f\n    return rows.of(rows_of(x))\n",
        "utf-8",
    )
    report = grade(path)
    assert report.problems == ()
    assert report.passed


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_lines_may_end_as_on_other_systems(grade, tmp_path, end):
    """Also where a file mixes them."""
    path = tmp_path / "logistic.py"
    text = source("\f", right=True).replace("\n", end)
    path.write_bytes(
        text.replace("import tensorflow as tf" + end, "import tensorflow as tf\n").encode()
    )
    report = grade(path)
    assert report.passed
