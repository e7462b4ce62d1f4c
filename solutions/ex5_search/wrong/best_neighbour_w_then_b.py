"""w is chosen first, with the old b, and then b for this w. Is the best pair always found like
this?

No: on a tilted bowl a diagonal neighbour may be best although neither of its two moves is. Try
all pairs.
"""


def best_neighbour(loss, w, b, delta):
    w = min((w, w - delta, w + delta), key=lambda each: loss(each, b))
    b = min((b, b - delta, b + delta), key=lambda each: loss(w, each))
    return w, b
