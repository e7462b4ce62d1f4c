"""Your trace has numbers. What is an entry of the trace?

A point, (w, b), and not its loss: `trace.append((w, b))`.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [loss(w, b)]
    for _ in range(max_steps):
        n = tuple(best_neighbour(loss, w, b, delta))
        if n == (w, b):
            break
        w, b = n
        trace.append(loss(w, b))
    return (w, b, trace)
