"""You try points that are twice as far. How far are the neighbours?

delta: w - delta, w and w + delta, and the same for b.
"""


def best_neighbour(loss, w, b, delta):
    moves = (-2 * delta, 0, 2 * delta)
    points = [(w, b)] + [(w + dw, b + db) for dw in moves for db in moves]
    return min(points, key=lambda point: loss(*point))
