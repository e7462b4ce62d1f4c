"""A float whose operators and conversions lie: the number that the base class holds is what is
sent, and it is wrong.

category: spoofing
expect: mean_shape passed, mean_values passed, mean_purity passed, spread_values failed
score: 7
open: same
gain: nothing: the base class is read
"""

class Lie(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__
    __add__ = __radd__ = __sub__ = __rsub__ = lambda self, other: other
    __float__ = lambda self: 1.0
    __array__ = lambda self, *args, **kwargs: None


def spread(x):
    return Lie(float(x.min()) + 1), Lie(float(x.max()) + 1)


def mean(x):
    return x.mean(axis=0)
