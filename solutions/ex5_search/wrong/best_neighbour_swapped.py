"""You return b and then w. In which order are they asked?

w first: `return w, b`.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (b, w), loss(w, b)
    for dw in (-delta, 0, delta):
        for db in (-delta, 0, delta):
            found = loss(w + dw, b + db)
            if found < lowest:
                best, lowest = (b + db, w + dw), found
    return best
