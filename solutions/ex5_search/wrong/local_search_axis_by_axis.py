"""First w moves until it stops, and then b. Is that the way of the best neighbours?

In each round all eight neighbours are tried, with `best_neighbour`; w and b may move at once.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for along_w, along_b in ((delta, 0), (0, delta)):
        while len(trace) <= max_steps:
            sides = (w + along_w, b + along_b), (w - along_w, b - along_b)
            best = min(sides, key=lambda point: loss(*point))
            if not loss(*best) < loss(w, b):
                break
            w, b = best
            trace.append(best)
    return w, b, trace
