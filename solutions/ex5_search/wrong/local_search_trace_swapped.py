"""The points of the trace are (b, w). In which order are the two?

(w, b), as they are passed and returned.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(b, w)]
    for _ in range(max_steps):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        w, b = moved
        trace.append((b, w))
    return w, b, trace
