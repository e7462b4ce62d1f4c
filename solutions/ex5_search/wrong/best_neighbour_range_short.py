"""Neighbours with w + delta or b + delta are never chosen. Are they among those that you try?

No. `range` and `np.arange` leave their end out: `range(-1, 1)` gives -1 and 0. Write
`range(-1, 2)`, or `(-1, 0, 1)`.
"""


def best_neighbour(loss, w, b, delta):
    best = (w, b)
    for i in range(-1, 1):
        for j in range(-1, 1):
            p = (w + i * delta, b + j * delta)
            if loss(*p) < loss(*best):
                best = p
    return best
