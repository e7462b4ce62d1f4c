"""There is one move less than `max_steps`. How many moves are allowed?

`max_steps` of them. Count the moves, not the points: the trace has one entry more.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps - 1):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        w, b = moved
        trace.append((w, b))
    return w, b, trace
