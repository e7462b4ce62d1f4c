"""This is the square root of what is asked.

Leave it out.
"""


def spread(x):
    return np.sqrt(np.mean(centred(x) ** 2, axis=0))
