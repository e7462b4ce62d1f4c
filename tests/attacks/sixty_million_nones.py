"""A list of sixty million None, a byte each, which would be half a gigabyte of the judge's: values
are counted before they are decoded.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: values are counted before they are decoded
"""

# @CHANNEL@


def mean(x):
    count = 60_000_000
    send(reply(b"\x93\xa3Seq\xa4list\xdd" + count.to_bytes(4, "big") + b"\xc0" * count))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
