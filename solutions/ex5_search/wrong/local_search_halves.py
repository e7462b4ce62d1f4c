"""Your search goes on with a smaller delta where nothing is better. When should it end?

There. delta stays as it is: what all points of the way differ by is multiples of it.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    while len(trace) <= max_steps and delta > 0.001:
        n = tuple(best_neighbour(loss, w, b, delta))
        if n == (w, b):
            delta /= 2
            continue
        w, b = n
        trace.append(n)
    return (w, b, trace)
