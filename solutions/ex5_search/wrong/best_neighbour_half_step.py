"""The neighbours are half as far as they should be. How far is `delta`?

A neighbour is delta away to either side: `w + delta` and `w - delta`.
"""


def best_neighbour(loss, w, b, delta):
    best, lowest = (w, b), loss(w, b)
    for dw, db in [(dw / 2, db / 2) for dw in (-delta, 0, delta) for db in (-delta, 0, delta)]:
        found = loss(w + dw, b + db)
        if found < lowest:
            best, lowest = (w + dw, b + db), found
    return best
