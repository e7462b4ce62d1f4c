"""A traceback of a million lines, sent past the worker's own limits: the judge has the same ones.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: the judge bounds what it reads
"""

from grader import wire

# @CHANNEL@


def mean(x):
    send(wire.frame(wire.Reply(request().number, wire.Raised("E", "", [wire.Line("mean.py", 1, "f", "x" * 20)] * 1_000_000))))
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
