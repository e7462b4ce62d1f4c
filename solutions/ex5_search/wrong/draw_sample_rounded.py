"""The first and the last sample come half as often as the others. How large is the range that is
rounded to 0?

Only from 0 to 0.5, half of what each other index has. Draw integers, or cut the decimals off:
`np.floor(rng.random(...) * n)`.
"""

import numpy as np


def draw_sample(n, batch_size, rng):
    return np.round(rng.random(batch_size) * (n - 1)).astype(int)
