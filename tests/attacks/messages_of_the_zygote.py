"""Writes what only the zygote says, that a process was forked and another one reaped: a worker
can't say it.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

from grader import wire
from grader.wire import forking as orders

# @CHANNEL@


def mean(x):
    said = orders.Forked(1), orders.Reaped(1, 0), orders.Ready({})
    send(b"".join(map(wire.frame, said)))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
