"""Your trace has the moves, and not the points. What is an entry of the trace?

Where one stands after the move, (w, b), and first of all the start.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(0, 0)]
    for _ in range(max_steps):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        trace.append((moved[0] - w, moved[1] - b))
        w, b = moved
    return w, b, trace
