"""Answers with the buffer of the call before, or with a view of an input: each input is made anew,
and it is wrong.

category: peeking
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

LAST = []


def mean(x):
    LAST.append(x)
    return LAST[-2].mean(axis=0) if len(LAST) > 1 else x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
