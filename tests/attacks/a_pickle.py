"""A pickle in place of a message, which would make a folder when it is loaded: nobody loads it.

category: channel
expect: mean_shape crashed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: its own worker is lost
"""

import os
import pickle

# @CHANNEL@


class Bomb:
    def __reduce__(self):
        return os.mkdir, ("@CANARY@/pickled",)


def mean(x):
    body = pickle.dumps(Bomb())
    send(len(body).to_bytes(4, "big") + body)
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
