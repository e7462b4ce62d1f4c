"""The last point is missing in the trace, always or where `max_steps` ends the search. When do
you append?

After the move, and the start before the loop. A point that is only appended in the next round is
lost when there is no next round.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = []
    for _ in range(max_steps):
        trace.append((w, b))
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        w, b = moved
    return w, b, trace
