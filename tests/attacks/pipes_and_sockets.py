"""FIFOs, sockets and a file without permissions in its scratch, on which a cleaner may wait:
nothing in it is opened.

category: tampering
expect: mean_shape passed/crashed, mean_values passed/skipped, mean_purity passed/skipped, spread_values passed
score: 10|3
open: same
gain: nothing: nothing in a scratch is opened
"""

import contextlib
import os
import socket


def mean(x):
    for number in range(5):
        with contextlib.suppress(OSError):
            os.mkfifo(f"fifo{number}", 0)
            socket.socket(socket.AF_UNIX).bind(f"socket{number}")
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
