"""xx goes over the range of y, and yy over that of x. Which column is x?

The first column of X: it makes the range of xx, and the second that of yy.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T[::-1])
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
