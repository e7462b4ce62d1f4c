"""Texts that are one byte a letter on the wire and four in memory, since each has one snake in it.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: values are weighed before they are decoded
"""

# @CHANNEL@


def mean(x):
    text = "\N{SNAKE}".encode() + b"x" * 24_000
    one = b"\xda" + len(text).to_bytes(2, "big") + text
    count = 20_000_000 // len(one)
    send(reply(b"\x93\xa3Seq\xa4list\xdd" + count.to_bytes(4, "big") + one * count))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
