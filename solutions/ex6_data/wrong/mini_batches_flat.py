"""Your list has the samples and the labels in turn. What is an element of the list?

A pair. `out += [a, b]` adds two elements; `out.append((a, b))` adds one pair.
"""


def mini_batches(X, y, batch_size, rng):
    o = rng.permutation(len(y))
    out = []
    for i in range(0, len(y), batch_size):
        out += [X[o[i : i + batch_size]], y[o[i : i + batch_size]]]
    return out
