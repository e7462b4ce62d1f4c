import numpy as np


def summary(x):
    columns = {"high": np.max(x, axis=0), "low": np.min(x, axis=0)}
    return {"columns": columns, "mean": float(np.mean(x))}


def step(parameters, gradients, config):
    done = {}
    for name in reversed(list(parameters)):
        done[name] = parameters[name] - config["lr"] * gradients[name]
    return done


def converged(losses, tolerance):
    return abs(losses[-1] - losses[-2]) < tolerance


class Negative(ValueError):
    pass


def root(x):
    for number in x:
        if number < 0:
            raise Negative(number)
    return [number**0.5 for number in x]


def pack(x):
    return " ".join(str(float(number)) for number in x)


def unpack(text):
    return np.asarray(list(map(float, text.split(" "))))
