"""Lists in lists, eight wide and as deep as is sent, full of long strings: what is shown of them
is short.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values failed
score: 0
open: same
gain: nothing: what is shown is short
"""

def nest(depth):
    return "x" * 300 if depth == 0 else [nest(depth - 1)] * 8


WIDE = nest(4)


def mean(x):
    return WIDE if x.size == 1 else None


def spread(x):
    return nest(2), x.max()
