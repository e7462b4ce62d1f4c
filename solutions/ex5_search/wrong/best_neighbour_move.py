"""You return how far to go, and not where. What is asked?

The point: `return w + dw, b + db`; where nothing is better, that is (w, b).
"""


def best_neighbour(loss, w, b, delta):
    ways = [(i * delta, j * delta) for i in (0, -1, 1) for j in (0, -1, 1)]
    return min(ways, key=lambda way: loss(w + way[0], b + way[1]))
