"""Only the four neighbours along the axes are tried. Which other ones are there?

Eight: the diagonal ones, where w and b change at once, belong to them. Two loops, one in the
other, over −delta, 0 and delta give all of them.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(w, b)
    for dw, db in [(-delta, 0), (delta, 0), (0, -delta), (0, delta)]:
        found = loss(w + dw, b + db)
        if found < lowest:
            best, lowest = (w + dw, b + db), found
    return best
