"""A reply that drips a byte every fifth of a second: the deadline is for the whole answer.

category: channel
expect: mean_shape timeout, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: a deadline is for the whole answer
"""

import time

from grader import wire

# @CHANNEL@


def mean(x):
    for byte in wire.frame(wire.Reply(request().number, wire.Returned("x" * 1000))):
        send(bytes([byte]))
        time.sleep(0.2)


def spread(x):
    return x.min(), x.max()
