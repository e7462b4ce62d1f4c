"""Your trace has the start twice, and its end is missing. When do you append the point?

Before you move. Move first, and append the new point then.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        n = tuple(best_neighbour(loss, w, b, delta))
        if n == (w, b):
            break
        trace.append((w, b))
        w, b = n
    return (w, b, trace)
