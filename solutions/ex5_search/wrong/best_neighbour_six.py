"""You try six of the eight neighbours: not those where one of w and b grows and the other one
falls. Which ones are left?

(w + delta, b - delta) and (w - delta, b + delta). Two loops, one in the other, find all of them.
"""


def best_neighbour(loss, w, b, delta):
    ways = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1)]
    points = [(w + i * delta, b + j * delta) for i, j in ways]
    return min(points, key=lambda point: loss(*point))
