"""A network of two inputs and two outputs, and three ways to keep one from overfitting.

Fill in the five functions below: replace each `raise NotImplementedError(...)` by your own code,
and run `grader check ex15` as often as you like. The README says what is asked. The rest of this
file is given; when all five are written, it trains your networks on made data and draws how:

    python functional.py
"""

# experiment comes first: it has TensorFlow start without what that logs, which looks like errors.
import experiment
import keras
import numpy as np

CURVES = "functional.png"
BEST = "best.keras"


def create_network():
    """Return a network of two inputs, (N, 10) and (N, 8), and two outputs, (N, 1) each.

    The first input goes through 128, 128 and 32 units, the second through 32, 32 and 32. Joined,
    they go through 28 units. From there one head goes through 64 units to one number, the first
    output, and another through 16 units to the second output. Behind each layer but the last of
    each head stands a ReLU.

    Returns:
        A keras.Model that is called on a list of two inputs and gives a list of two outputs.
    """
    raise NotImplementedError("create_network is not implemented yet")


def create_regularised(rate, l2):
    """Return a network from (N, 20) to (N, 1) that is held back by dropout and a penalty.

    Dense 64 with ReLU, Dropout, Dense 64 with ReLU, Dropout, Dense 1.

    Args:
        rate: the share of numbers that each Dropout leaves out, 0 <= rate < 1.
        l2: the penalty is l2 times the sum of the squares of both hidden kernels, l2 >= 0.

    Returns:
        A keras.Model.
    """
    raise NotImplementedError("create_regularised is not implemented yet")


def early_stopping(patience):
    """Return a callback that stops training in time and leaves the best weights.

    Args:
        patience: after so many epochs in a row without a new lowest val_loss, it stops; >= 1.

    Returns:
        A keras.callbacks.Callback.
    """
    raise NotImplementedError("early_stopping is not implemented yet")


def save(network, path):
    """Write a whole network, its structure and its weights, into a file.

    Args:
        network: a keras.Model.
        path: a string that ends in ".keras".
    """
    raise NotImplementedError("save is not implemented yet")


def load(path):
    """Return the network that is in a file.

    Args:
        path: a string that ends in ".keras".

    Returns:
        A keras.Model.
    """
    raise NotImplementedError("load is not implemented yet")


def main():
    """Train both networks with and without what keeps them from overfitting."""
    options = experiment.parse_arguments(__doc__.splitlines()[0])
    rng = np.random.default_rng(options.seed)

    def train(network, title, data, *callbacks):
        keras.utils.set_random_seed(options.seed)  # the same batches, so that curves compare
        return experiment.train(network, title, *data, options.epochs, callbacks)

    data = [experiment.two_measurements(rng, n) for n in (200, 1000)]
    to_the_end = create_network()
    start = to_the_end.get_weights()
    all_epochs = train(to_the_end, "two outputs, to the end", data)
    stopped = create_network()
    stopped.set_weights(start)
    some_epochs = train(stopped, "the same, stopped early", data, early_stopping(options.patience))
    save(stopped, BEST)
    kept = load(BEST)
    best = int(np.argmin(some_epochs["validation"])) + 1
    for name, network in ("to the end", to_the_end), ("stopped early", kept):
        error = experiment.squared_error(network, *data[1])
        print(f"two outputs, {name}: squared error in validation {error:.3f}")

    data = [experiment.one_measurement(rng, n) for n in (120, 1000)]
    histories = {}
    for name, rate, l2 in ("plain", 0.0, 0.0), ("regularised", options.rate, options.l2):
        histories[name] = train(create_regularised(rate, l2), f"one output, {name}", data)
        error = histories[name]["validation"][-1]
        print(f"one output, {name}: squared error in validation {error:.3f}")

    marks = {"lowest val_loss": best, "stopped": len(some_epochs["training"])}
    held = f"Dropout of {options.rate:g}, L2 penalty of {options.l2:g}"
    experiment.draw(
        [
            ("two inputs, two outputs\n(trained to the end)", {"": all_epochs}, marks),
            (f"one output, plain and regularised\n({held})", histories, {}),
        ],
        CURVES,
    )
    print(f"the curves are in {CURVES}, the best network of two outputs in {BEST}")


if __name__ == "__main__":
    main()
