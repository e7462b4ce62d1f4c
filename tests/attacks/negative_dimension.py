"""A reply that claims dimensions of -1 and -3, whose product fits its bytes: no dimension is
negative.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

import msgspec

# @CHANNEL@


def mean(x):
    array = ["Array", "array", "float32", (-1, -3), b"\0" * 12]
    send(reply(msgspec.msgpack.encode(array)))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
