"""The search takes the first better neighbour, not the best one, and so it needs more moves. How
many neighbours are tried before a move?

All eight: call `best_neighbour`, which returns the best of them.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        moves = ((w + dw, b + db) for dw in (-delta, 0, delta) for db in (-delta, 0, delta))
        better = [point for point in moves if loss(*point) < loss(w, b)]
        if not better:
            break
        w, b = better[0]
        trace.append((w, b))
    return w, b, trace
