"""Raises with a note whose places have names of a megabyte, and lie in one another: a report has a
length.

category: channel
expect: mean_shape error/crashed, mean_values skipped, mean_purity skipped, spread_values error/crashed
score: 0
open: same
gain: nothing: a report is cut to a length that can be kept and read
"""

from grader import wire
from grader.text import Message

# @CHANNEL@


def answer():
    note = Message("{a}", **{"a": "x" * 25_000, "b" * 1_000_000: 1})
    for _ in range(30):
        note = Message("{a}{a}", a=note, b="y" * 25_000)
    lines = [wire.Line("mean.py", 1, "f" * 1000, "g" * 1000)] * 100
    raised = wire.Raised("E" * 1000, "\x00" * 25_000, lines, note, "\x00" * 25_000)
    send(wire.frame(wire.Reply(request().number, raised)))
    os._exit(0)


def mean(x):
    answer()


def spread(x):
    answer()
