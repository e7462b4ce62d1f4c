"""It goes on with smaller steps where no neighbour is better. Does delta change?

It stays as it is: the search ends at the first point that has no better neighbour.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            delta = delta / 2
            continue
        w, b = moved
        trace.append(moved)
    return w, b, trace
