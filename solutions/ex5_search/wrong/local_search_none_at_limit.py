"""None comes back where `max_steps` ends the search. What stands behind your loop?

A `return` inside of the loop is reached only where no neighbour is better. Put
`return w, b, trace` behind the loop, and a `break` inside.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            return w, b, trace
        w, b = moved
        trace.append(moved)
