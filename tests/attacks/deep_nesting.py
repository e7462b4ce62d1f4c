"""Msgpack that is nested 100,000 deep: the decoder gives up, and does not crash.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

# @CHANNEL@


def mean(x):
    send(reply(b"\x93\xa3Seq\xa4list\x91" * 100_000 + b"\xc0"))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
