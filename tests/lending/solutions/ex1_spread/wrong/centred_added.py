"""The mean is added here: take it away."""


def centred(x):
    return x + mean(x)
