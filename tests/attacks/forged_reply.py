"""Writes a reply of its own, with right values, ahead of the worker's, with none: there is one
reply more than was asked for.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

from grader import wire

# @CHANNEL@


def mean(x):
    value = wire.Array("array", str(x.dtype), x.shape[1:], memoryview(x.mean(axis=0).tobytes()))
    send(wire.frame(wire.Reply(request().number, wire.Returned(value))))
    return None


def spread(x):
    return x.min(), x.max()
