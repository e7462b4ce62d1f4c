"""A list of 340,000 short texts in each answer, a megabyte that is seventeen in memory: the values
of every frame are weighed, however small it is.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: values are weighed before they are decoded
"""

# @CHANNEL@


def mean(x):
    count = 340_000
    send(reply(b"\x93\xa3Seq\xa4list\xdd" + count.to_bytes(4, "big") + b"\xa2no" * count))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
