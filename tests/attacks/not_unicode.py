"""A string that is not UTF-8 in a reply: a protocol error like another.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

# @CHANNEL@


def mean(x):
    send(reply(b"\xa4\xff\xfe\xed\xa0"))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
