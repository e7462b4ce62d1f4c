"""b is chosen first, with the old w, and then w for this b. Is the best pair always found like
this?

No: on a tilted bowl a diagonal neighbour may be best although neither of its two moves is. Try
all pairs.
"""


def best_neighbour(loss, w, b, delta):
    b = min((b, b - delta, b + delta), key=lambda each: loss(w, each))
    w = min((w, w - delta, w + delta), key=lambda each: loss(each, b))
    return w, b
