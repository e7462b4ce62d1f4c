"""None comes back where no neighbour is better. With which point do you begin?

With the one where you stand: `best = (w, b)` before the loops. A function that ends without a
`return` gives None, too.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = None, loss(w, b)
    for dw in (-delta, 0, delta):
        for db in (-delta, 0, delta):
            found = loss(w + dw, b + db)
            if found < lowest:
                best, lowest = (w + dw, b + db), found
    return best
