"""Your last batch is missing where it would be a short one. How many samples are lost in each
epoch?

N % batch_size. Either you make N // batch_size batches, which are the whole ones only, or you keep
a batch only if it is full. Step through the indices: `range(0, N, batch_size)` begins the short one
as well.
"""


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = [order[i * batch_size : (i + 1) * batch_size] for i in range(len(X) // batch_size)]
    return [(X[batch], y[batch]) for batch in batches]
