"""A reply with an array of 2^62 by 2^62 by 0 elements, which no bytes fill exactly: NumPy can't
make it, so it is no array.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

import msgspec

# @CHANNEL@


def mean(x):
    array = ["Array", "array", "float32", (2**62, 2**62, 0), b""]
    send(reply(msgspec.msgpack.encode(array)))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
