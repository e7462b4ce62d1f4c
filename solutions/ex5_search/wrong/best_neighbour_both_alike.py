"""Only the neighbours along one diagonal are tried, where w and b change alike. Which other ones
are there?

w and b change each on its own, by −delta, 0 or +delta: that makes eight. Two loops, one in the
other.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(w, b)
    for dw, db in [(-delta, -delta), (delta, delta)]:
        found = loss(w + dw, b + db)
        if found < lowest:
            best, lowest = (w + dw, b + db), found
    return best
