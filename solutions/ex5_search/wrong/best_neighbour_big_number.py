"""Where the losses are large, you stay although a neighbour is better. With what does your
smallest loss begin?

With a number that is not larger than every loss. Begin with the loss of the point itself,
`loss(w, b)`, or with `float("inf")`.
"""


def best_neighbour(loss, w, b, delta):
    best, m = ((w, b), 1000)
    for i in (0, -1, 1):
        for j in (0, -1, 1):
            p = (w + i * delta, b + j * delta)
            if loss(*p) < m:
                best, m = (p, loss(*p))
    return best
