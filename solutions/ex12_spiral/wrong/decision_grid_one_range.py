"""Both axes have the same range, that of all numbers of X. What is the range of x alone?

Each column of X has its own smallest and largest number: take them along `axis=0`.
"""


def decision_grid(predict, X, steps):
    low, high = np.full(2, X.min() - 0.1), np.full(2, X.max() + 0.1)
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
