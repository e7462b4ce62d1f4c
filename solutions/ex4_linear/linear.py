"""Linear regression with NumPy: a cost, its gradient, and the way downhill.

Fill in the six functions below. Replace each `raise NotImplementedError(...)` by your own code, and
run `grader check ex4` as often as you like; the six are checked one by one, so you can start with
any of them. The README says what each is asked to do, with formulas and small examples. When they
work, watch the descent: `python linear.py` draws it into linear.png.
"""

import numpy as np

PICTURE = "linear.png"


def cost(X, y, w, b):
    """Return the mean of the squared residuals: (1/N) Σ (x_i · w + b − y_i)².

    Args:
        X: array of shape (N, D), one row for each sample.
        y: array of shape (N,), what each sample should give.
        w: array of shape (D,), a weight for each feature.
        b: the bias, a number.

    Returns:
        One number.
    """
    # BEGIN SOLUTION
    return np.mean((X @ w + b - y) ** 2)
    # END SOLUTION


def mean_absolute_error(X, y, w, b):
    """Return the mean of the residuals' sizes: (1/N) Σ |x_i · w + b − y_i|.

    Args:
        X: array of shape (N, D).
        y: array of shape (N,).
        w: array of shape (D,).
        b: the bias, a number.

    Returns:
        One number.
    """
    # BEGIN SOLUTION
    return np.mean(np.abs(X @ w + b - y))
    # END SOLUTION


def gradient(X, y, w, b):
    """Return the derivative of `cost` by the weights and by the bias, in this order.

    Args:
        X: array of shape (N, D).
        y: array of shape (N,).
        w: array of shape (D,).
        b: the bias, a number.

    Returns:
        dw, db: an array of shape (D,) and one number.
    """
    # BEGIN SOLUTION
    residuals = X @ w + b - y
    return 2 * X.T @ residuals / len(y), 2 * np.mean(residuals)
    # END SOLUTION


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    """Go downhill from (w, b), and keep a history of the way.

    Each step subtracts learning_rate times the gradient from w and from b, both gradients taken at
    the same point. After it, the new w, the new b and their cost go into the histories.

    Args:
        X: array of shape (N, D), left as it is.
        y: array of shape (N,), left as it is.
        w: array of shape (D,), where the weights start; left as it is.
        b: where the bias starts, a number.
        learning_rate: a number above 0.
        cost_function: called as cost_function(X, y, w, b), returns one number.
        gradient_function: called as gradient_function(X, y, w, b), returns dw and db.
        iterations: how many steps, an int >= 1.

    Returns:
        w, b, w_hist, b_hist, cost_hist: the last point, and three lists with one entry for each
        step. The entries of w_hist have the shape (D,).
    """
    # BEGIN SOLUTION
    w_hist, b_hist, cost_hist = [], [], []
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        w_hist.append(w)
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist
    # END SOLUTION


def polynomial_features(x, degree):
    """Return the powers of x as columns: x, x², … x^degree. There is no column of ones.

    Args:
        x: array of shape (N,).
        degree: an int >= 1.

    Returns:
        Array of shape (N, degree).
    """
    # BEGIN SOLUTION
    return np.stack([x**power for power in range(1, degree + 1)], axis=1)
    # END SOLUTION


def normal_equation(X, y):
    """Return the weights and the bias that minimise `cost`, without a descent.

    Args:
        X: array of shape (N, D), N > D. With a column of ones beside it, its columns are
            linearly independent.
        y: array of shape (N,).

    Returns:
        w, b: an array of shape (D,) and one number.
    """
    # BEGIN SOLUTION
    A = np.column_stack([X, np.ones(len(X))])
    solution = np.linalg.solve(A.T @ A, A.T @ y)
    return solution[:-1], solution[-1]
    # END SOLUTION


def draw(X, y, history, best, path):
    """Draw a descent with one weight into a PNG file: the cost by step, and the path downhill."""
    # matplotlib is slow to import, and needed once. pyplot would look for a display.
    from matplotlib.figure import Figure

    ws, bs, costs = history
    figure = Figure(figsize=(10, 4), layout="constrained")
    left, right = figure.subplots(1, 2)

    left.semilogy(range(len(costs)), costs, marker=".")
    left.set(title="cost by step", xlabel="step", ylabel="cost")
    left.grid(alpha=0.3)

    across, up = np.linspace(-4, 4, 81), np.linspace(-4, 4, 81)
    heights = [[cost(X, y, np.array([w]), b) for w in across] for b in up]
    shown = right.contour(across, up, heights, levels=np.geomspace(0.3, 60, 11), cmap="viridis")
    right.clabel(shown, fmt="%.2g", fontsize=7)
    right.plot(ws, bs, marker=".", color="tab:red", label="the descent")
    right.plot(*best, marker="*", markersize=12, color="black", ls="", label="normal equation")
    right.set(title="the path over the cost", xlabel="w", ylabel="b")
    right.legend(loc="upper right")
    figure.savefig(path, format="png", dpi=120)


def main():
    """Fit a line to 40 samples, and draw how the descent found it."""
    rng = np.random.default_rng(4)
    X = rng.uniform(-1, 3, (40, 1))
    y = 1.5 * X[:, 0] - 2 + rng.normal(0, 0.5, 40)
    w, b, rate, steps = np.array([-3.0]), 3.0, 0.1, 60

    start = cost(X, y, w, b)
    end_w, end_b, ws, bs, costs = gradient_descent(X, y, w, b, rate, cost, gradient, steps)
    best_w, best_b = normal_equation(X, y)
    print(f"the start:       w = {w[0]:.3f}, b = {b:.3f}, cost {start:.4f}")
    print(f"after {steps} steps:  w = {end_w[0]:.3f}, b = {end_b:.3f}, cost {costs[-1]:.4f}")
    least = cost(X, y, best_w, best_b)
    print(f"normal equation: w = {best_w[0]:.3f}, b = {best_b:.3f}, cost {least:.4f}")

    path = [w[0], *(point[0] for point in ws)], [b, *bs], [start, *costs]
    draw(X, y, path, (best_w[0], best_b), PICTURE)
    print(f"the picture is in {PICTURE}")


if __name__ == "__main__":
    main()
