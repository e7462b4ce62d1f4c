"""The trace has an entry for each better point that is tried, not one for each move. When do you
append?

Append once a round: the point to which you have moved. Some course notes append inside of the
function that tries the neighbours.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    for _ in range(max_steps):
        best, lowest = (w, b), loss(w, b)
        for dw in (-delta, 0, delta):
            for db in (-delta, 0, delta):
                found = loss(w + dw, b + db)
                if found < lowest:
                    best, lowest = (w + dw, b + db), found
                    trace.append(best)
        if best == (w, b):
            break
        w, b = best
    return w, b, trace
