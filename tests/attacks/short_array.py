"""A reply with an array that claims more elements than it has bytes.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

import msgspec

# @CHANNEL@


def mean(x):
    array = ["Array", "array", "float32", (3,), b"\0" * 4]
    send(reply(msgspec.msgpack.encode(array)))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
