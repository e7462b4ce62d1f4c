"""Your first batch is the short one. Which one may have fewer?

The last. Begin to cut at 0: `range(0, N, batch_size)`.
"""


def mini_batches(X, y, batch_size, rng):
    o = rng.permutation(len(y))
    r = len(y) % batch_size
    cuts = ([0] if r else []) + list(range(r, len(y) + 1, batch_size))
    return [(X[o[a:b]], y[o[a:b]]) for a, b in zip(cuts, cuts[1:])]
