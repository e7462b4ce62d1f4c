"""The last point is missing in the trace: it holds each point from which you moved. What is the
search left with at the end?

With the end: append the point after the move, and the start before the loop.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = []
    for _ in range(max_steps):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        trace.append((w, b))
        w, b = moved
    return w, b, trace
