"""Your xx and yy are the other way round: rows and columns have changed places. Along what does
x grow?

Along a row: rows are y, columns are x, as a picture has them and `np.meshgrid` by itself. With
`indexing="ij"` x goes down the rows.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T, indexing="ij")
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
