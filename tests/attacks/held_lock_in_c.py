"""Spends hours in one call of C that never looks at signals: the process is killed.

category: exhaustion
expect: mean_shape timeout, mean_values skipped, mean_purity skipped, spread_values passed
score: 3
open: same
gain: nothing
"""

import re


def mean(x):
    return re.match("(a+)+b", "a" * 60)


def spread(x):
    return x.min(), x.max()
