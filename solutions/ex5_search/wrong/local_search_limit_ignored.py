"""The search goes on to the end, whatever `max_steps` says. Which of your arguments do you not
use?

It ends after `max_steps` moves, even if a neighbour is better.
"""


def local_search(loss, w, b, delta, max_steps):
    trace = [(w, b)]
    while True:
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            return w, b, trace
        w, b = moved
        trace.append(moved)
