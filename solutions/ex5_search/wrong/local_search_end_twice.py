"""The last point stands in the trace twice. Is it a move when nothing is better?

Look whether the point has changed before you append it.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        before = w, b
        w, b = best_neighbour(loss, w, b, delta)
        trace.append((w, b))
        if (w, b) == before:
            break
    return w, b, trace
