"""The last better neighbour is taken, not the best one. Which loss is a neighbour compared with,
after a better one was found?

With the loss of the best so far: when you keep a new best point, keep its loss, too.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(w, b)
    for dw, db in [(dw, db) for dw in (-delta, 0, delta) for db in (-delta, 0, delta) if dw or db]:
        found = loss(w + dw, b + db)
        if found < lowest:
            best = (w + dw, b + db)
    return best
