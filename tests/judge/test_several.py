"""What the numbers show of several values."""

import numpy as np
from support.made_pairs import array

from grader.authoring import Check
from grader.judge.several import of_items, wrong_items
from grader.wire import Map, Seq

CHECK = Check("f_values", "title", "f", lambda: None, 1.0)


def told(family, wrong, names=None, count=9, draw=None):
    """Of two values for an input `x`: a sum of rows, and a mean of each column."""
    rng = np.random.default_rng(0)
    values = []
    for i in range(count):
        x = draw(rng) if draw else rng.normal(size=(2 + i % 3, 2 + i % 3))
        right = x.sum(1), x.mean(0)
        pair = [[array(each) for each in both] for both in (right, wrong(x, *right))]
        whole = [
            Map(list(zip(names, each, strict=True))) if names else Seq("tuple", [*each])
            for each in pair
        ]
        values.append(({"x": array(x)}, *whole))
    found = family(CHECK, values)
    return found and str(found)


def test_values_that_have_changed_places():
    """In a pair and in a dict; one of them may be in both places."""
    swapped = told(of_items, lambda x, total, mean: (mean, total))
    assert swapped == "the numbers show: the first value and the second value have changed places"
    twice = told(of_items, lambda x, total, mean: (total, total))
    assert twice == "the numbers show: the second value is what is expected as the first value"
    named = told(of_items, lambda x, total, mean: (mean, total), names=["a", "b"])
    assert "the value of 'a' and the value of 'b' have changed places" in named


def test_equal_values_show_no_change_of_places():
    """Of a table of ones, in which the one is as good as the other."""

    def ones(rng):
        return np.ones((2, 2)) / 2

    swapped = told(of_items, lambda x, total, mean: (mean, total), draw=ones)
    assert swapped == "the numbers show, of the first value: the result is 0.5 on every input"


def test_which_of_the_values_is_wrong():
    """Where one alone is, and nothing says more."""
    noise = np.random.default_rng(1)
    wrong = told(wrong_items, lambda x, total, mean: (total, noise.normal(size=mean.shape)))
    assert wrong == "the numbers show: what is wrong is the second value alone, on every input"
    assert told(wrong_items, lambda x, total, mean: (total + np.sin(total), np.sin(mean))) is None


def test_what_is_to_stay_as_it_was_is_right_by_itself():
    """A check returns an input beside the result, and nobody is to be praised for it."""
    noise = np.random.default_rng(1)

    def case():
        x, wrong = noise.normal(size=(3, 2)), noise.normal(size=3)
        right, made = (Seq("tuple", [array(each), array(x)]) for each in (x.sum(1), wrong))
        return {"x": array(x)}, right, made

    assert wrong_items(CHECK, [case() for _ in range(9)]) is None
