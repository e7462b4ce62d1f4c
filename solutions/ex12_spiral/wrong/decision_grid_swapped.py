"""You ask `predict` for (y, x). Which column of a point is x?

The first one: xx belongs in the first column of the points, and yy in the second.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([yy.ravel(), xx.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
