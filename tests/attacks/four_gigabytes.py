"""A frame that announces four gigabytes: refused by its first four bytes.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

# @CHANNEL@


def mean(x):
    send(b"\xff\xff\xff\xff" + b"x" * 1000)
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
