"""It moves although no neighbour is better: the best of the eight is taken, also where it is
worse than the point itself. With which loss do you begin?

Begin with the point where you stand: `best, lowest = (w, b), loss(w, b)`. A neighbour must have
less.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = None, float("inf")
    for dw, db in [(dw, db) for dw in (-delta, 0, delta) for db in (-delta, 0, delta) if dw or db]:
        found = loss(w + dw, b + db)
        if found < lowest:
            best, lowest = (w + dw, b + db), found
    return best
