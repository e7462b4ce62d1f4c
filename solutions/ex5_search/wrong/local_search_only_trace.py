"""You return the trace alone. How many results are asked?

Three: `return w, b, trace`.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    while len(trace) <= max_steps:
        moved = best_neighbour(loss, *trace[-1], delta)
        if moved == trace[-1]:
            break
        trace.append(moved)
    return trace
