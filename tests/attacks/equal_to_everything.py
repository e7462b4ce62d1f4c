"""An object whose == is always true, in place of the mean: it is named, not sent, so nothing of
the judge's ever calls its ==.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values failed
score: 0
open: same
gain: nothing: an object of no known type is only named
"""

class Equal:
    def __eq__(self, other):
        return True

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: False
    __hash__ = object.__hash__


def mean(x):
    return Equal()


def spread(x):
    return Equal(), Equal()
