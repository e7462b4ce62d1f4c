"""A small exercise whose checks are judged by predicates, in NumPy."""

import os
import re

import numpy as np

from grader.authoring import MIB, Exercise, Limits, Message

exercise = Exercise(
    "ex1",
    title="Guessing",
    module="guess",
    framework="numpy",
    limits=Limits(predicate_seconds=1, predicate_memory=100 * MIB),
)


def enough(predicted, labels):
    """Half of the secret labels, or more."""
    return "" if np.mean(np.equal(predicted, labels)) >= 0.5 else "too few"


def has_rank(predicted, x):
    """A vector. (It raises on a list, which a right file could return.)"""
    return "" if predicted.ndim == 1 else f"it has rank {predicted.ndim} for {len(x)}"


def no_pairs(things):
    """All are different."""
    return "pairs" if any(a == b for a in things for b in things if a is not b) else ""


def plain_word(text):
    """One letter, again and again."""
    return "" if re.fullmatch(r"(a+)+", text) else "no word"


def anywhere(place):
    """Nowhere; where it is asked is said."""
    return Message("here {here}", here=os.getpid()) if place else ""


@exercise.check(points=2, examples=3, holds=enough, secret=("labels",))
def guess_signs(student, x):
    """guess knows most signs"""
    return student.guess(x)


@exercise.check(points=2, examples=3, holds=has_rank)
def guess_rank(student, x):
    """guess gives a vector"""
    return student.guess(x)


@exercise.check(points=2, examples=1, holds=no_pairs, of="pairs")
def pairs_none(student):
    """pairs gives different things"""
    return student.pairs()


@exercise.check(points=2, examples=1, holds=plain_word, of="word")
def word_plain(student):
    """word is made of one letter"""
    return student.word()


@exercise.check(points=2, examples=1, holds=anywhere, of="place")
def place_none(student):
    """place is nowhere"""
    return student.place()
