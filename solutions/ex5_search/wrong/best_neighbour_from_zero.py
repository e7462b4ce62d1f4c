"""A neighbour is taken only where its loss is below 0. What is the best loss before any neighbour
was tried?

That of the point where you stand: begin with `lowest = loss(w, b)`.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), 0.0
    for dw, db in [(dw, db) for dw in (-delta, 0, delta) for db in (-delta, 0, delta) if dw or db]:
        found = loss(w + dw, b + db)
        if found < lowest:
            best, lowest = (w + dw, b + db), found
    return best
