"""An exception whose __str__, __repr__ and type raise: the message is said to be unreadable.

category: leaving
expect: mean_shape error/crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

class Meta(type):
    @property
    def __name__(cls):
        raise KeyboardInterrupt


class Evil(Exception, metaclass=Meta):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__


def mean(x):
    raise Evil


def spread(x):
    return x.min(), x.max()
