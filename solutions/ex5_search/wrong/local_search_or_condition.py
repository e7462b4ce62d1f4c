"""The search ends where only one of w and b stays. When has it not moved at all?

When both are the same: `new_w == w and new_b == b`. Many a best move goes along one axis.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        nw, nb = best_neighbour(loss, w, b, delta)
        if nw == w or nb == b:
            break
        w, b = (nw, nb)
        trace.append((w, b))
    return (w, b, trace)
