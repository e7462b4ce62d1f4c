"""Your grid ends at the outermost points. How far should it go?

0.1 further at each of its four sides, so that no point lies on the edge of the picture.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0), X.max(axis=0)
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
