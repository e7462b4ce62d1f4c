"""Z is turned over its diagonal: Z[i, j] is what belongs to Z[j, i].

What `predict` gives is in the order of your points, row by row. Going there and back needs one
order: `order="F"` on one side only, or a `.T`, changes it.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape, order="F")
