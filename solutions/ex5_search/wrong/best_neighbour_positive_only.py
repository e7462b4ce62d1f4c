"""Only neighbours with larger w or b are tried. What if the lowest point is on the other side?

Each of the two goes both ways: −delta, 0 and +delta.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(w, b)
    for dw, db in [(delta, 0), (0, delta), (delta, delta)]:
        found = loss(w + dw, b + db)
        if found < lowest:
            best, lowest = (w + dw, b + db), found
    return best
