"""Lists, tuples and dicts with iterators of their own, endless ones too: they are walked by the
base class.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values failed
score: 0
open: same
gain: nothing: the base class's own items are sent
"""

import itertools


class Endless(tuple):
    def __iter__(self):
        return itertools.repeat(1.0)

    def __len__(self):
        return 2


def mean(x):
    return Endless((1.0,))


def spread(x):
    return Endless(())
