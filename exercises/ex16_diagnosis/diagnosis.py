"""What is wrong with a training, read off its losses.

Fill in the four functions below: `diagnose`, `early_stop`, `choose_rate` and `smooth`. Replace each
`raise NotImplementedError(...)` by your own code, and run `grader check ex16` as often as you like;
the four are checked one by one, so you can start with any of them. The README says what each is
asked to do, with small examples. When all of them work, `python diagnosis.py` diagnoses five
trainings, and draws two of your tools at work into diagnosis.png.
"""

import numpy as np

PICTURE = "diagnosis.png"


def diagnose(train, simpler, validation, test, target):
    """Say what is wrong with a training.

    The first of these that holds: train > target and simpler < train, "optimization";
    train > target, "model bias"; validation > target, "overfitting"; test > target, "mismatch".
    If none does, "fine".

    Args:
        train: the loss on the samples that the model was trained on, a number.
        simpler: the training loss of a smaller model, a number.
        validation: the loss on other samples from where the training samples come from, a number.
        test: the loss where the model is to be used, a number.
        target: how small a loss is asked for, a number.

    Returns:
        A string: "optimization", "model bias", "overfitting", "mismatch" or "fine".
    """
    raise NotImplementedError("diagnose is not implemented yet")


def early_stop(losses, patience, delta):
    """Say at which epoch a training stops that no longer gets better, and which was its best.

    A loss is better if it is less than the lowest so far minus delta. The epoch of the
    `patience`-th loss in a row that is not better is the last one.

    Args:
        losses: list of numbers, the validation loss of each epoch; the first is epoch 0.
        patience: an int >= 1.
        delta: a number >= 0.

    Returns:
        last, best: two ints, the last epoch (that of the last loss if nothing stops it), and the
        epoch of the lowest loss so found.
    """
    raise NotImplementedError("early_stop is not implemented yet")


def choose_rate(loss, gradient, w, rates, steps):
    """Try each learning rate, and choose the one whose last loss is the least.

    Args:
        loss: called as loss(w), returns one number.
        gradient: called as gradient(w), returns an array of shape (D,).
        w: array of shape (D,), where the descent begins for each rate; left as it is.
        rates: list of numbers above 0, no two alike, in any order.
        steps: how many steps to take with each rate, an int >= 1.

    Returns:
        rate, losses: the chosen rate, of equally good ones the smallest; and the loss behind the
        last step for each rate, in their order, with inf where that is not finite.
    """
    raise NotImplementedError("choose_rate is not implemented yet")


def smooth(losses, beta):
    """Smooth losses by an exponential average that is corrected for its start.

    a_t = beta a_(t-1) + (1 - beta) l_t with a_0 = 0, divided by 1 - beta^t; t counts from 1.

    Args:
        losses: array of shape (T,); left as it is.
        beta: how much of the past stays, a number between 0 and 1.

    Returns:
        Array of shape (T,).
    """
    raise NotImplementedError("smooth is not implemented yet")


# What follows is given. It shows what you have written at work: python diagnosis.py

TRAININGS = {
    "56 layers": (0.31, 0.22, 0.38, 0.40, 0.25),
    "a line through a curve": (0.52, 0.55, 0.54, 0.57, 0.25),
    "a thousand parameters, ten samples": (0.01, 0.12, 0.61, 0.66, 0.25),
    "photos at day, used at night": (0.11, 0.20, 0.16, 0.74, 0.25),
    "a good one": (0.14, 0.21, 0.18, 0.20, 0.25),
}
"""train, simpler, validation, test and target of each."""


def noisy_losses(epochs=120, seed=17):
    """Return validation losses that fall, and rise later on, with noise."""
    rng = np.random.default_rng(seed)
    t = np.arange(epochs)
    return 0.3 + 1.2 * np.exp(-t / 12) + 0.00006 * t**2 + rng.normal(0, 0.07, epochs)


def valley():
    """Return a loss with a steep and a flat direction, its gradient, and where to begin."""
    curvature = np.array([20.0, 0.5])

    def loss(w):
        return np.sum(curvature * w**2) / 2

    def gradient(w):
        return curvature * w

    return loss, gradient, np.array([1.0, 4.0])


def draw(raw, smoothed, stops, tried, path):
    """Draw the losses with both stops, and the last loss of each rate, into a PNG file."""
    # matplotlib is slow to import, and needed once. pyplot would look for a display.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 4.2), layout="constrained")
    left, right = figure.subplots(1, 2)
    left.plot(raw, color="0.7", linewidth=1, label="as measured")
    left.plot(smoothed, color="tab:blue", label="smoothed")
    for (name, (last, best)), colour in zip(stops.items(), ("0.4", "tab:blue"), strict=True):
        left.axvline(last, color=colour, ls="--", linewidth=1, label=f"stopped, {name}")
        shown = raw if name == "as measured" else smoothed
        left.plot(best, shown[best], "o", color=colour, label=f"best, {name}")
    left.set(title="when to stop", xlabel="epoch", ylabel="validation loss")
    left.set_ylim(0, 2.2)
    left.legend(loc="upper right", fontsize="small", ncols=2)
    rates, losses, chosen = tried
    right.loglog(rates, losses, marker=".", color="tab:orange")
    least = losses[list(rates).index(chosen)]
    right.plot(chosen, least, "*", color="tab:red", markersize=13, label=f"chosen: {chosen:.3g}")
    right.set(title="which learning rate", xlabel="rate", ylabel="loss after 20 steps")
    right.set_ylim(0.3, 1000)
    right.legend(loc="upper left")
    figure.savefig(path, format="png", dpi=120)


def main():
    """Diagnose five trainings; stop one; choose a rate; draw it."""
    print("train  simpler  validation   test  target")
    for name, losses in TRAININGS.items():
        columns = "{:5.2f}{:9.2f}{:12.2f}{:7.2f}{:8.2f}".format(*losses)
        print(f"{columns}   {diagnose(*losses):<12}  ({name})")

    raw = noisy_losses()
    smoothed = smooth(raw, 0.9)
    stops = {
        "as measured": early_stop(raw.tolist(), 5, 0.0),
        "smoothed": early_stop(smoothed.tolist(), 5, 0.0),
    }
    print("\nearly stopping, patience 5:")
    for name, (last, best) in stops.items():
        print(f"  {name}: stopped at epoch {last}, the best was {best}")

    loss, gradient, w = valley()
    rates = np.geomspace(0.001, 0.2, 25).tolist()
    rate, losses = choose_rate(loss, gradient, w, rates, 20)
    print(f"\nof {len(rates)} learning rates, {rate:.3g} is the best: loss {min(losses):.4f}")
    draw(raw, smoothed, stops, (rates, losses, rate), PICTURE)
    print(f"the picture is in {PICTURE}")


if __name__ == "__main__":
    main()
