"""The trace has a row for w and a row for b. What is one of its entries?

A point, a pair (w, b): as many entries as points.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        w, b = moved
        trace.append((w, b))
    return w, b, list(zip(*trace))
