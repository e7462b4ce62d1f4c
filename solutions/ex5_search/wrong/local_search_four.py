"""The search goes along the axes only, and so it needs more moves. Which neighbours are tried?

All eight: call `best_neighbour`, which tries the diagonal ones, too.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        moves = (w + delta, b), (w - delta, b), (w, b + delta), (w, b - delta)
        best = min(moves, key=lambda point: loss(*point))
        if not loss(*best) < loss(w, b):
            break
        w, b = best
        trace.append(best)
    return w, b, trace
