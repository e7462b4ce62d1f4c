"""The end stands in your trace again and again, until there are max_steps moves. Is it a move
when nothing has changed?

No. `best_neighbour` gives the point itself where nothing is better: stop there, before you append
it. A test that the loss has grown never stops, as it stays the same.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        n = tuple(best_neighbour(loss, w, b, delta))
        if loss(*n) > loss(w, b):
            break
        w, b = n
        trace.append(n)
    return (w, b, trace)
