"""The mean is added here: take it away.

Write a minus.
"""


def centred(x):
    return x + mean(x)
