"""w goes by delta, and b by 1. How far are the neighbours?

delta in both directions: `b + delta` and `b - delta`.
"""


def best_neighbour(loss, w, b, delta):
    c = [(w + i, b + j) for i in (0, -delta, delta) for j in (0, -1, 1)]
    return min(c, key=lambda p: loss(*p))
