"""A reply with an array of Python objects, whose bytes would be addresses: the dtypes of the
protocol are numbers.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

import msgspec

# @CHANNEL@


def mean(x):
    array = ["Array", "array", "object", (1,), b"\x01" * 8]
    send(reply(msgspec.msgpack.encode(array)))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
