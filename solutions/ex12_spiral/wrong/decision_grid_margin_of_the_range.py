"""Your margin is a tenth of the range. Does it depend on the range?

It does not: it is 0.1 at each side, however wide the data lie.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0), X.max(axis=0)
    low, high = low - 0.1 * (high - low), high + 0.1 * (high - low)
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
