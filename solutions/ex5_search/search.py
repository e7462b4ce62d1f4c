"""Two ways downhill: by trying neighbours, and along the gradient of a few samples.

Fill in the five functions below. Replace each `raise NotImplementedError(...)` by your own code,
and run `grader check ex5` as often as you like; the five are checked one by one, so you can start
with any of them. The README says what each is asked to do, with small examples. When they work,
watch them: `python search.py` draws the moves into search.png.
"""

import numpy as np

PICTURE = "search.png"


def best_neighbour(loss, w, b, delta):
    """Return the best of the eight neighbours of (w, b), or (w, b) itself where none is better.

    The neighbours are (w ± delta, b), (w, b ± delta) and (w ± delta, b ± delta). The best has the
    least loss; it is returned only if that is less than the loss at (w, b).

    Args:
        loss: called as loss(w, b), returns one number.
        w, b: where one stands, two numbers.
        delta: how far the neighbours are, a number above 0.

    Returns:
        w, b: two numbers.
    """
    # BEGIN SOLUTION
    best, lowest = (w, b), loss(w, b)
    for dw in (-delta, 0, delta):
        for db in (-delta, 0, delta):
            found = loss(w + dw, b + db)
            if found < lowest:
                best, lowest = (w + dw, b + db), found
    return best
    # END SOLUTION


def local_search(loss, w, b, delta, max_steps):
    """Go to the best neighbour, again and again, until no neighbour is better.

    It ends after `max_steps` moves in any case.

    Args:
        loss: called as loss(w, b), returns one number.
        w, b: where the search starts, two numbers.
        delta: how far neighbours are, a number above 0.
        max_steps: the largest number of moves, an int >= 0.

    Returns:
        w, b, trace: where the search ends, and the list of its points (w, b): the start, and the
        point after each move.
    """
    # BEGIN SOLUTION
    trace = [(w, b)]
    while len(trace) <= max_steps:
        moved = best_neighbour(loss, w, b, delta)
        if moved == (w, b):
            break
        w, b = moved
        trace.append(moved)
    return w, b, trace
    # END SOLUTION


def draw_sample(n, batch_size, rng):
    """Draw batch_size of the indices 0 … n − 1, each with the same chance.

    Args:
        n: how many samples there are, an int >= 1.
        batch_size: how many indices to draw, an int from 1 to n.
        rng: an np.random.Generator, where all randomness comes from.

    Returns:
        Array of ints, of shape (batch_size,). An index may stand in it more than once.
    """
    # BEGIN SOLUTION
    return rng.integers(n, size=batch_size)
    # END SOLUTION


def minibatch_gradient(X, y, w, b, indices):
    """Return the gradient of the mean squared residual over some of the samples.

    Args:
        X: array of shape (N, D), one row for each sample.
        y: array of shape (N,).
        w: array of shape (D,).
        b: the bias, a number.
        indices: array of ints, which samples the mean is over. A sample that stands in it twice
            counts twice.

    Returns:
        dw, db: an array of shape (D,) and one number.
    """
    # BEGIN SOLUTION
    rows = X[indices]
    residuals = rows @ w + b - y[indices]
    return 2 * rows.T @ residuals / len(indices), 2 * np.mean(residuals)
    # END SOLUTION


def sgd(X, y, w, b, learning_rate, batches):
    """Take one step of gradient descent for each batch, in their order.

    Args:
        X: array of shape (N, D), left as it is.
        y: array of shape (N,), left as it is.
        w: array of shape (D,), where the weights start; left as it is.
        b: where the bias starts, a number.
        learning_rate: a number above 0.
        batches: list of arrays of ints, the indices of each batch; they may differ in length.

    Returns:
        w, b: where the last step ends, an array of shape (D,) and one number.
    """
    # BEGIN SOLUTION
    for indices in batches:
        dw, db = minibatch_gradient(X, y, w, b, indices)
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return w, b
    # END SOLUTION


def draw(loss, lowest, ways, path):
    """Draw some ways downhill over the contour lines of a loss into a PNG file."""
    # matplotlib is slow to import, and needed once. pyplot would look for a display.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 4.6), layout="constrained")
    across, up = np.linspace(-5, 5, 101), np.linspace(-5, 5, 101)
    heights = [[loss(w, b) for w in across] for b in up]
    for axes, (title, way) in zip(figure.subplots(1, 2), ways.items(), strict=True):
        axes.contour(across, up, heights, levels=np.geomspace(0.3, 100, 12), cmap="viridis")
        ws, bs = zip(*way, strict=True)
        axes.plot(ws, bs, marker=".", color="tab:red", linewidth=1)
        axes.plot(
            *lowest, marker="+", markersize=14, color="black", ls="", label="the lowest point"
        )
        axes.plot(ws[-1], bs[-1], marker="*", color="tab:orange", ls="", label="the end")
        axes.set(title=title, xlabel="w", ylabel="b", xlim=(-5, 5), ylim=(-5, 5))
        axes.legend(loc="upper right")
    figure.savefig(path, format="png", dpi=120)


def main():
    """Fit a line to 40 samples in both ways, and draw them."""
    rng = np.random.default_rng(5)
    X = rng.uniform(-1, 3, (40, 1))
    y = 1.5 * X[:, 0] - 2 + rng.normal(0, 0.5, 40)

    def loss(w, b):
        return np.mean((X[:, 0] * w + b - y) ** 2)

    w, b, trace = local_search(loss, -4.0, 4.0, 0.5, 100)
    print(f"local search: {len(trace) - 1} moves, w = {w:.2f}, b = {b:.2f}, loss {loss(w, b):.4f}")

    w, b = np.array([-4.0]), 4.0
    way = [(w[0], b)]
    for _ in range(150):
        w, b = sgd(X, y, w, b, 0.05, [draw_sample(len(y), 2, rng)])
        way.append((w[0], b))
    print(f"sgd: {len(way) - 1} steps, w = {w[0]:.2f}, b = {b:.2f}, loss {loss(w[0], b):.4f}")

    titles = f"{len(trace) - 1} moves to neighbours", f"{len(way) - 1} steps of two samples each"
    lowest = np.polyfit(X[:, 0], y, 1)
    draw(loss, lowest, dict(zip(titles, (trace, way), strict=True)), PICTURE)
    print(f"the picture is in {PICTURE}")


if __name__ == "__main__":
    main()
