"""With `max_steps` 0 your search makes a move. When do you compare the number of moves with the
limit?

Only after a move. Ask before it: `for _ in range(max_steps)`, which does nothing for 0.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    while True:
        n = tuple(best_neighbour(loss, w, b, delta))
        if n == (w, b):
            break
        w, b = n
        trace.append(n)
        if len(trace) > max_steps:
            break
    return (w, b, trace)
