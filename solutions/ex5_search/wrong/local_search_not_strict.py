"""On a flat loss it walks on, where all points are equal. When is there no reason to move?

When no neighbour is better: one of the same loss is not. Compare with `<`, not with `<=`, or the
search never ends by itself.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        moves = [(w + dw, b + db) for dw in (-delta, 0, delta) for db in (-delta, 0, delta)]
        moves = [point for point in moves if point != (w, b)]
        best = min(moves, key=lambda point: loss(*point))
        if not loss(*best) <= loss(w, b):
            break
        w, b = best
        trace.append(best)
    return w, b, trace
