"""Your values are right, but you write them into the array that you were given.

Make a new array for them: `np.empty(len(losses))`, a list that you append to, or
`losses.copy()`.
"""


def smooth(losses, beta):
    average, smoothed = 0.0, losses
    for t, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        smoothed[t - 1] = average / (1 - beta**t)
    return smoothed
