"""Your rate goes down along a straight line; it is right at both ends and in the middle. Where does
the cosine come in?

It bends the line: the rate falls slowly at first, fast in the middle, and slowly at the end.
"""


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return lr + (lowest - lr) * done
