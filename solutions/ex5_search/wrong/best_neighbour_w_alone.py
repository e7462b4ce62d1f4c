"""Only w is moved. What becomes of b?

There are eight neighbours: w, b, or both change by delta, to either side.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(w, b)
    for dw, db in [(-delta, 0), (delta, 0)]:
        found = loss(w + dw, b + db)
        if found < lowest:
            best, lowest = (w + dw, b + db), found
    return best
