"""Patches isinstance, len, print and open of builtins with what raises: it breaks its own worker
only.

category: tampering
expect: mean_shape error/crashed/failed, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import builtins


def mean(x):
    def refuse(*args, **kwargs):
        raise SystemExit(0)

    for name in ("isinstance", "len", "print", "open", "str", "repr", "type"):
        setattr(builtins, name, refuse)
    return x.mean(axis=0)


def spread(x):
    return x.min(), x.max()
