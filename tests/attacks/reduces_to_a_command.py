"""An object that a pickle would turn into a command, in place of the mean: nothing is pickled.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing: nothing is pickled
"""

import os


class Bomb:
    def __reduce__(self):
        return os.mkdir, ("@CANARY@/pickled",)

    def __getstate__(self):
        os.mkdir("@CANARY@/pickled")


def mean(x):
    return Bomb()


def spread(x):
    return x.min(), x.max()
