"""The first better neighbour is taken, not the best one. How do you know that no later one is
better still?

Try all eight before you return. Keep the best so far, and its loss.
"""


def best_neighbour(loss, w, b, delta):
    here = loss(w, b)
    for dw, db in [
        (delta, 0),
        (-delta, 0),
        (0, delta),
        (0, -delta),
        (delta, delta),
        (delta, -delta),
        (-delta, delta),
        (-delta, -delta),
    ]:
        if loss(w + dw, b + db) < here:
            return w + dw, b + db
    return w, b
