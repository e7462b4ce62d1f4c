"""A frame that announces 64 MB and never comes: what was announced is not allocated, and the
deadline ends it.

category: channel
expect: mean_shape timeout, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: what is announced is not allocated
"""

import time

# @CHANNEL@


def mean(x):
    send((1 << 26).to_bytes(4, "big") + b"\x93\xa5Reply")
    time.sleep(60)


def spread(x):
    return x.min(), x.max()
