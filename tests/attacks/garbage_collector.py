"""Looks through all objects of the process for an answer key: it was never there.

category: peeking
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: a worker never holds an expected value
"""

import functools
import gc

PLACES = ("grader.course.key", "grader.judge.grading", "grader.judge.compare", "grader.report")


@functools.cache
def done():
    kinds = {f"{type(thing).__module__}.{type(thing).__name__}" for thing in gc.get_objects()}
    wanted = {"grader.wire.messages.Returned", "grader.course.key.AnswerKey", "grader.course.key.KeyCheck"}
    return kinds & wanted


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
