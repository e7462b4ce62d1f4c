"""The first better neighbour is taken, not the best one. How do you know that no later one is
better still?

Try all eight before you return. Keep the best so far, and its loss.
"""


def best_neighbour(loss, w, b, delta):
    here = loss(w, b)
    for dw, db in [(dw, db) for dw in (-delta, 0, delta) for db in (-delta, 0, delta) if dw or db]:
        if loss(w + dw, b + db) < here:
            return w + dw, b + db
    return w, b
