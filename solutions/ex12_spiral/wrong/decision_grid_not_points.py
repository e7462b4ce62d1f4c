"""`predict` is not given an array of points. What does it take?

An array of shape (M, 2): one row for each point of the grid, x and y in its two columns. Make xx
and yy long vectors first, then put them beside one another.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.array([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
