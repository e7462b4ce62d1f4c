"""What a step remembers, and how a learning rate is planned, with NumPy.

Fill in the seven functions below: `momentum`, `adagrad`, `rmsprop`, `adam`, `step_decay`,
`exponential_decay` and `cosine_decay`. Replace each `raise NotImplementedError(...)` by your own
code, and run `grader check ex10` as often as you like; the seven are checked one by one. The README
says what each is asked to do, with formulas and small examples.

When all seven are written, watch them: `python optimizers.py` draws the paths of the four
optimizers into optimizers.png.
"""

import sys

import numpy as np

PICTURE = "optimizers.png"


def momentum(w, g, state, learning_rate, gamma):
    """Take one step with momentum: v = gamma v + learning_rate g, then w = w - v.

    Args:
        w: array of any shape, the parameter; left as it is.
        g: array of the same shape, the gradient at w; left as it is.
        state: None at the first step, later what the last call returned as its state.
        learning_rate: a number above 0.
        gamma: how much of the velocity is kept, a number from 0 to 1.

    Returns:
        w, state: the parameter after the step, an array of the same shape; and whatever the next
        call has to know.
    """
    # BEGIN SOLUTION
    v = 0.0 if state is None else state
    v = gamma * v + learning_rate * g
    return w - v, v
    # END SOLUTION


def adagrad(w, g, state, learning_rate):
    """Take one step of Adagrad: G = G + g^2, then w = w - learning_rate g / (sqrt(G) + 1e-8).

    Args:
        w: array of any shape, the parameter; left as it is.
        g: array of the same shape, the gradient at w; left as it is.
        state: None at the first step (G is 0 then), later what the last call returned.
        learning_rate: a number above 0.

    Returns:
        w, state: the parameter after the step, an array of the same shape; and whatever the next
        call has to know.
    """
    # BEGIN SOLUTION
    G = 0.0 if state is None else state
    G = G + g**2
    return w - learning_rate * g / (np.sqrt(G) + 1e-8), G
    # END SOLUTION


def rmsprop(w, g, state, learning_rate, rho):
    """Take one step of RMSprop: a mean of the squares that forgets, in the place of a sum.

    v = rho v + (1 - rho) g^2, then w = w - learning_rate g / (sqrt(v) + 1e-8).

    Args:
        w: array of any shape, the parameter; left as it is.
        g: array of the same shape, the gradient at w; left as it is.
        state: None at the first step (v is 0 then), later what the last call returned.
        learning_rate: a number above 0.
        rho: how much of the old mean is kept, a number from 0 to 1.

    Returns:
        w, state: the parameter after the step, an array of the same shape; and whatever the next
        call has to know.
    """
    # BEGIN SOLUTION
    v = 0.0 if state is None else state
    v = rho * v + (1 - rho) * g**2
    return w - learning_rate * g / (np.sqrt(v) + 1e-8), v
    # END SOLUTION


def adam(w, g, state, learning_rate, beta1, beta2):
    """Take one step of Adam: a mean of the gradients over the root of a mean of their squares.

    m = beta1 m + (1 - beta1) g and v = beta2 v + (1 - beta2) g^2. At step t, which is 1 at first,
    m is divided by 1 - beta1^t and v by 1 - beta2^t, for the step alone; then
    w = w - learning_rate m / (sqrt(v) + 1e-8).

    Args:
        w: array of any shape, the parameter; left as it is.
        g: array of the same shape, the gradient at w; left as it is.
        state: None at the first step (m and v are 0 then), later what the last call returned.
        learning_rate: a number above 0.
        beta1: how much of the old m is kept, a number from 0 to 1.
        beta2: how much of the old v is kept, a number from 0 to 1.

    Returns:
        w, state: the parameter after the step, an array of the same shape; and whatever the next
        call has to know.
    """
    # BEGIN SOLUTION
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    # Both begin at 0 and are too small at first: what is kept stays so, only the step is corrected.
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
    # END SOLUTION


def step_decay(lr, epoch, drop, every):
    """Return the rate of an epoch when the rate is multiplied by `drop` each `every` epochs.

    Args:
        lr: the rate of epoch 0, a number above 0.
        epoch: an int, counted from 0.
        drop: a number from 0 to 1.
        every: an int from 1: the first drop is at the epoch of this number.

    Returns:
        A number.
    """
    # BEGIN SOLUTION
    return lr * drop ** (epoch // every)
    # END SOLUTION


def exponential_decay(lr, epoch, rate, every):
    """Return the rate of an epoch when it falls smoothly, by the factor `rate` in `every` epochs.

    Args:
        lr: the rate of epoch 0, a number above 0.
        epoch: an int, counted from 0.
        rate: a number from 0 to 1.
        every: an int from 1.

    Returns:
        A number.
    """
    # BEGIN SOLUTION
    return lr * rate ** (epoch / every)
    # END SOLUTION


def cosine_decay(lr, epoch, epochs, lowest):
    """Return the rate of an epoch when it follows half a wave of a cosine, from lr down to lowest.

    Args:
        lr: the rate of epoch 0, a number above `lowest`.
        epoch: an int, counted from 0.
        epochs: an int from 1: from this epoch on, the rate is `lowest`.
        lowest: a number from 0.

    Returns:
        A number.
    """
    # BEGIN SOLUTION
    done = min(epoch / epochs, 1)
    return lowest + (lr - lowest) * (1 + np.cos(np.pi * done)) / 2
    # END SOLUTION


# What follows is given. It lets the optimizers run: python optimizers.py

START = np.array([-6.5, 3.5])
LOWEST = np.array([0.0, 0.0])
STEPS = 100


def valley(w):
    """A long and narrow valley, which lies aslant: in one direction it is 30 times as steep."""
    along, across = _turned(w)
    return 0.05 * along**2 + 1.5 * across**2


def slope(w):
    """The gradient of the valley at w, an array of shape (2,)."""
    along, across = _turned(w)
    return 0.1 * along * np.array([0.96, -0.28]) + 3 * across * np.array([0.28, 0.96])


def _turned(w):
    return 0.96 * w[0] - 0.28 * w[1], 0.28 * w[0] + 0.96 * w[1]


def progress(steps, title):
    """Yield the steps, and show a bar meanwhile; where standard error is no terminal, nothing."""
    for done, step in enumerate(steps, 1):
        yield step
        if sys.stderr.isatty():
            bar = ("=" * (30 * done // len(steps))).ljust(30)
            end = "\n" if done == len(steps) else ""
            print(f"\r{title:9}[{bar}] {done}/{len(steps)}", end=end, file=sys.stderr, flush=True)


def walk(name, optimizer, *rates):
    """Return the points through which an optimizer goes, an array of shape (STEPS + 1, 2)."""
    w, state = START, None
    points = [w]
    for _ in progress(range(STEPS), name):
        w, state = optimizer(w, slope(w), state, *rates)
        points.append(w)
    return np.array(points)


def draw(paths, path):
    """Draw the paths over the valley, the height step by step, and the three plans for a rate."""
    # matplotlib is slow to import, and needed once. pyplot would look for a display.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(13, 6.4), layout="constrained")
    parts = figure.subplot_mosaic([["map", "height"], ["map", "rate"]], width_ratios=[2, 1])
    _draw_map(parts["map"], paths)
    for name, points in paths.items():
        parts["height"].semilogy([valley(w) for w in points], label=name, linewidth=1.5)
    parts["height"].set(title="how high each step ends", xlabel="step", ylabel="height f(x, y)")
    parts["height"].legend(fontsize="small")

    epochs = np.arange(31)
    plans = {
        "step_decay": [step_decay(0.1, e, 0.5, 10) for e in epochs],
        "exponential_decay": [exponential_decay(0.1, e, 0.5, 10) for e in epochs],
        "cosine_decay": [cosine_decay(0.1, e, 25, 0.01) for e in epochs],
    }
    for name, rates in plans.items():
        style = "steps-post" if name == "step_decay" else "default"
        parts["rate"].plot(epochs, rates, marker=".", drawstyle=style, label=name, linewidth=1)
    parts["rate"].set(title="three plans for a learning rate", xlabel="epoch", ylabel="rate")
    parts["rate"].legend(fontsize="small")
    for name in ("height", "rate"):
        parts[name].grid(alpha=0.3)
    figure.savefig(path, format="png", dpi=120)


def _draw_map(axes, paths):
    across, up = np.linspace(-8, 4, 121), np.linspace(-4, 5, 91)
    heights = valley(np.array(np.meshgrid(across, up)))
    levels = np.geomspace(0.02, 60, 14)
    shades = {"levels": levels, "norm": "log", "cmap": "Blues_r", "extend": "both"}
    axes.contourf(across, up, heights, **shades, alpha=0.3)
    axes.contour(across, up, heights, levels=levels, colors="steelblue", linewidths=0.6, alpha=0.7)
    for name, points in paths.items():
        axes.plot(*points.T, marker=".", markersize=4, linewidth=1.3, label=name)
    axes.plot(*START, marker="o", color="black", ls="", markersize=8, label="start")
    axes.plot(*LOWEST, marker="*", color="black", ls="", markersize=14, label="the lowest point")
    axes.set(title=f"{STEPS} steps through a narrow valley", xlabel="x", ylabel="y")
    axes.set(xlim=(across[0], across[-1]), ylim=(up[0], up[-1]), aspect="equal")
    axes.legend(loc="upper right")


def main():
    """Let four optimizers walk down one valley, print how far they come, and draw the paths."""
    paths = {
        "momentum": walk("momentum", momentum, 0.04, 0.9),
        "adagrad": walk("adagrad", adagrad, 0.7),
        "rmsprop": walk("rmsprop", rmsprop, 0.1, 0.9),
        "adam": walk("adam", adam, 0.3, 0.9, 0.999),
    }
    print("height after   10 steps   30 steps  100 steps   distance to the lowest point")
    for name, points in paths.items():
        heights = "".join(f"{valley(points[step]):11.4f}" for step in (10, 30, STEPS))
        distance = np.linalg.norm(points[-1] - LOWEST)
        print(f"{name:11}{heights}{distance:17.4f}")
    draw(paths, PICTURE)
    print(f"the picture is in {PICTURE}")


if __name__ == "__main__":
    main()
