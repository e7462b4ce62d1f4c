"""Both axes have the range of x. Where does y come from?

From the second column of X: its smallest and its largest number make the range of yy.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    low, high = low[[0, 0]], high[[0, 0]]
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
