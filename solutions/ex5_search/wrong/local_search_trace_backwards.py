"""The trace begins with the end. Which point comes first?

The start: append each new point at the end of the list.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        w, b = moved
        trace.append((w, b))
    return w, b, trace[::-1]
