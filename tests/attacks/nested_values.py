"""Lists nested 480 deep, as deep as the decoder takes them: what shows them must not recurse to
its end.

category: channel
expect: mean_shape failed/crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

# @CHANNEL@


def mean(x):
    send(reply(b"\x93\xa3Seq\xa4list\x91" * 480 + b"\xc0"))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
