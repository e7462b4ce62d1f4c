"""Your Z stands on its head: its first row is what belongs to the last one. What is yy[0, 0]?

The smallest y: rows go from the smallest y to the largest. A picture turns them over by itself
(`origin="lower"`, `contourf`).
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)[::-1]
