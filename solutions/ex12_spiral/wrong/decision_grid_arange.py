"""Your axes end one step before the end. Are both ends included?

They are: `steps` numbers from the first to the last, as `np.linspace` makes them. `np.arange`
leaves the end out.
"""


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xx, yy = np.meshgrid(*np.linspace(low, high, steps, endpoint=False).T)
    points = np.column_stack([xx.ravel(), yy.ravel()])
    return xx, yy, np.reshape(predict(points), xx.shape)
