"""An exception whose __str__ never comes back: the call's deadline covers the answer too.

category: leaving
expect: mean_shape timeout, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

class Evil(Exception):
    def __str__(self):
        while True:
            pass


def mean(x):
    raise Evil


def spread(x):
    return x.min(), x.max()
