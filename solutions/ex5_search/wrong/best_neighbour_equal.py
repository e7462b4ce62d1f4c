"""On a flat loss it moves, where all points are equal. Must a neighbour be better, or is equal
enough?

It must be better: compare with `<`, not with `<=`.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(w, b)
    for dw, db in [(dw, db) for dw in (-delta, 0, delta) for db in (-delta, 0, delta) if dw or db]:
        found = loss(w + dw, b + db)
        if found <= lowest:
            best, lowest = (w + dw, b + db), found
    return best
