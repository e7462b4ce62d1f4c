"""One index comes back, whatever `batch_size` says. Which of your arguments do you not use?

Tell the generator how many: `size=batch_size`.
"""


def draw_sample(n, batch_size, rng):
    return rng.integers(n)
