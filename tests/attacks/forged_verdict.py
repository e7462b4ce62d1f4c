"""Answers with fields for a verdict and a score behind the value: no message has such a field.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

# @CHANNEL@


def mean(x):
    body = b"\x95\xa5Reply\x01\x93\xa8Returned\xc0\xa0\xa6passed\xcb@Y\x00\x00\x00\x00\x00\x00"
    send(len(body).to_bytes(4, "big") + body)
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
