"""The neighbours are taken from a point that moves while you try them: the result may be further
away than delta. From where are the eight counted?

From where you stand at the beginning: do not change w and b inside of the loop; keep the best
point under another name.
"""


def best_neighbour(loss, w, b, delta):
    lowest = loss(w, b)
    for dw in (-delta, 0, delta):
        for db in (-delta, 0, delta):
            found = loss(w + dw, b + db)
            if found < lowest:
                w, b, lowest = w + dw, b + db, found
    return w, b
