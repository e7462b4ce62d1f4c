"""The neighbour whose loss is closest to 0 is taken. Is a loss of −3 better or worse than one of
1?

It is less, and so it is better: compare the losses as they are, without `abs` and without
squares.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), abs(loss(w, b))
    for dw in (-delta, 0, delta):
        for db in (-delta, 0, delta):
            found = abs(loss(w + dw, b + db))
            if found < lowest:
                best, lowest = (w + dw, b + db), found
    return best
