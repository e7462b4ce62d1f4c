"""The trace begins with the first move. Where was the search before it?

At the start, which belongs to the trace: `trace = [(w, b)]` before the loop.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = []
    for _ in range(max_steps):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        w, b = moved
        trace.append((w, b))
    return w, b, trace
