"""The best move of w and the best move of b are found apart, each with the other one unmoved, and
are then both made. Is a diagonal neighbour's loss ever asked for?

No, and on a tilted bowl it may be larger or less than the two single moves let you think. Ask for
the loss of all eight pairs, and keep the best pair.
"""


def best_neighbour(loss, w, b, delta):
    bw, bb = (w, b)
    for s in (-1, 1):
        if loss(w + s * delta, b) < loss(bw, b):
            bw = w + s * delta
        if loss(w, b + s * delta) < loss(w, bb):
            bb = b + s * delta
    return (bw, bb)
