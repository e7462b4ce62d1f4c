"""40 MB in answer to each of a hundred calls, which the judge would have to keep: a submission's
answers are bounded in all.

category: spoofing
expect: mean_shape failed, mean_values skipped, mean_purity skipped, spread_values failed/crashed
score: 0
open: same
gain: nothing: the answers of a submission are bounded in all
"""

import numpy as np

BIG = np.zeros(5_000_000)


def mean(x):
    return BIG


def spread(x):
    return BIG, x.max()
