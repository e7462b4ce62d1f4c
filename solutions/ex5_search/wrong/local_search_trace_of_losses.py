"""The trace holds the losses. What is asked?

The points: `trace.append((w, b))`.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(loss(w, b),)]
    for _ in range(max_steps):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        w, b = moved
        trace.append((loss(w, b),))
    return w, b, trace
