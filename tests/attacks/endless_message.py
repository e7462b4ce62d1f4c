"""An exception whose message has 50 MB, sent past the worker's own limits: the judge has the same
ones.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: the judge bounds what it reads
"""

from grader import wire

# @CHANNEL@


def mean(x):
    send(wire.frame(wire.Reply(request().number, wire.Raised("E", "x" * (50 << 20)))))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
