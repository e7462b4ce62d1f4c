"""A reply that claims an array of 2^62 by 4 elements: shape and bytes must agree before NumPy sees
them.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

import msgspec

# @CHANNEL@


def mean(x):
    array = ["Array", "array", "float32", (2**62, 4), b"\0" * 8]
    send(reply(msgspec.msgpack.encode(array)))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
