"""Writes without end, and answers nothing: what is not the reply ends the worker.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

from grader import wire

# @CHANNEL@


def mean(x):
    once = wire.frame(wire.Reply(request().number + 1, wire.Returned(None)))
    while True:
        send(once * 1000)


def spread(x):
    return x.min(), x.max()
