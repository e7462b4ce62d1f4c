"""Only the four diagonal neighbours are tried. Which other ones are there?

Eight: those where w alone or b alone changes belong to them. Two loops, one in the other, over
−delta, 0 and delta give all of them.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(w, b)
    for dw, db in [(-delta, -delta), (-delta, delta), (delta, -delta), (delta, delta)]:
        found = loss(w + dw, b + db)
        if found < lowest:
            best, lowest = (w + dw, b + db), found
    return best
