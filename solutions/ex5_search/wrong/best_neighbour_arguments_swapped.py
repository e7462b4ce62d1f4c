"""The loss is asked for (b, w) in the place of (w, b). In which order does it take its arguments?

Call it as `loss(w, b)`, the weight first.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(b, w)
    for dw in (-delta, 0, delta):
        for db in (-delta, 0, delta):
            found = loss(b + db, w + dw)
            if found < lowest:
                best, lowest = (w + dw, b + db), found
    return best
