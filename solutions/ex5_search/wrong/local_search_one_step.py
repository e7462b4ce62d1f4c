"""There is one move only. When does the search end?

When no neighbour is better, or after max_steps moves: a `return` inside of the loop ends it in
the first round.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    if max_steps > 0:
        moved = best_neighbour(loss, w, b, delta)
        if moved != (w, b):
            w, b = moved
            trace.append(moved)
    return w, b, trace
