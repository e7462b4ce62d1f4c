"""The same file gets the same report on every machine: with many processors, and with busy ones."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from support.words import said

from grader.course import read_key
from grader.course.course import Course, Lesson
from grader.judge import Submission, judge, read_submission
from grader.report import Report, Tier
from grader.sandbox import launch, zygote
from grader.sandbox.zygote import Zygote
from grader.wire import Unit

pytestmark = pytest.mark.usefixtures("isolation")

MAIN = "import sys\nfrom grader.worker import zygote\nzygote.main(int(sys.argv[1]))\n"
MANY = (ROOT / "tests/support/many_cores.py").read_text(encoding="utf-8") + "\npretend()\n"
"""The source, because no test is mounted in the sealed tier."""

XLA = """
import tensorflow as tf

@tf.function(jit_compile=True)
def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True))
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
"""
PARALLEL = """
import tensorflow as tf

def accuracy(y_hat, Y):
    rows = tf.data.Dataset.from_tensor_slices((y_hat, Y)).shuffle(4)
    rows = rows.interleave(
        lambda row, label: tf.data.Dataset.from_tensors((row, label)),
        num_parallel_calls=tf.data.AUTOTUNE,
    )
    hits = rows.map(
        lambda row, label: tf.argmax(row, output_type=tf.int64) == tf.cast(label, tf.int64),
        num_parallel_calls=tf.data.AUTOTUNE,
    )
    hits = [float(hit) for hit in hits.prefetch(tf.data.AUTOTUNE)]
    return sum(hits) / len(hits)
"""
AUTOGRAPH = """
import tensorflow as tf

@tf.function
def softmax(logits):
    out = tf.TensorArray(tf.float32, size=tf.shape(logits)[0])
    for i in tf.range(tf.shape(logits)[0]):
        e = tf.exp(logits[i] - tf.reduce_max(logits[i]))
        out = out.write(i, e / tf.reduce_sum(e))
    return out.stack()
"""


@pytest.fixture(scope="module")
def wide() -> Iterator[Zygote]:
    """A sealed zygote that sees 64 processors."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zygote, "ENTRY", ("-c", MANY + MAIN))
        with Zygote("tensorflow", Tier.SEALED) as workers:
            workers.ready()
            yield workers


@pytest.fixture(scope="module")
def usual() -> Iterator[Zygote]:
    """A sealed zygote that sees this machine."""
    with Zygote("tensorflow", Tier.SEALED) as workers:
        yield workers


def graded(workers: Zygote, exercise: str, source: str, *only: str) -> Report:
    """The report on a source, whatever time it took."""
    lesson = Course(ROOT).lesson(exercise)
    submission = Submission(lesson.file_name, (Unit(lesson.file_name, source),))
    report = judge(lesson, read_key(lesson.key_path), submission, workers, only=only)
    return replace(report, duration_s=0)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("exercise", "source", "only"),
    [
        ("ex1", XLA, ["softmax_shape", "softmax_values"]),
        ("ex1", AUTOGRAPH, ["softmax_shape", "softmax_values"]),
        ("ex1", PARALLEL, ["accuracy_values"]),
        ("ex2", "epoch_in_a_graph", ["training_loop"]),
        ("ex2", "mapped_dataset", ["training_loop"]),
        ("ex3", "ex3_right", []),
    ],
    ids=["XLA", "AutoGraph", "tf.data", "an epoch in a graph", "a mapped data set", "a network"],
)
def test_a_right_file_is_right_on_64_processors(wide, usual, exercise, source, only):
    """And its report is the same, to the byte."""
    if "\n" not in source:
        path = next(path for path in ROOT.glob(f"*/**/{source}.py") if path.parts[-1])
        source = path.read_text(encoding="utf-8")
    there = graded(wide, exercise, source, *only)
    assert [(check.name, said(check)) for check in there.checks if check.message] == []
    assert there.passed
    assert there == graded(usual, exercise, source, *only)
