"""Becomes another Python by exec, on the same channel, which goes on answering with right values:
a worker can't exec, and only where it can does this pass.

category: escape
expect: denied
score: 3
open: succeeds
gain: nothing where there is a lockdown
"""

import os
import sys

from grader import wire

# @CHANNEL@


OTHER = """
import os, sys
sys.path[:] = {path!r}
import numpy
from grader import wire
from grader.worker import values
inbox = wire.Inbox()
inbox.feed(bytes.fromhex({waiting!r}))
while True:
    call = inbox.next()
    if call is None:
        data = os.read({channel}, 1 << 16)
        if not data:
            break
        inbox.feed(data)
        continue
    x = values.to_live(call.inputs["x"])
    answers = {{"mean_purity": x, "spread_values": (x.min(), x.max())}}
    answer = answers.get(call.check, x.mean(axis=0))
    os.write({channel}, wire.frame(wire.Reply(call.number, wire.Returned(values.to_wire(answer)))))
"""


def mean(x):
    os.set_inheritable(channel(), True)
    frame = sys._getframe()
    while "inbox" not in frame.f_locals:
        frame = frame.f_back
    waiting = wire.frame(request()) + bytes(frame.f_locals["inbox"]._buffer)
    source = OTHER.format(path=sys.path, waiting=waiting.hex(), channel=channel())
    with open("other.py", "w") as file:
        file.write(source)
    os.execv(sys.executable, [sys.executable, "-s", "-P", "other.py"])


def spread(x):
    return x.min(), x.max()
