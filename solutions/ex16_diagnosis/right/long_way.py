import numpy as np


def diagnose(train, simpler, validation, test, target):
    result = "fine"
    if test > target:
        result = "mismatch"
    if validation > target:
        result = "overfitting"
    if train > target:
        result = "model bias"
        if simpler < train:
            result = "optimization"
    return result


def early_stop(losses, patience, delta):
    lowest = None
    best_epoch = 0
    number_of_bad = 0
    last_epoch = len(losses) - 1
    for epoch in range(len(losses)):
        current = losses[epoch]
        if lowest is None:
            lowest = current
            best_epoch = epoch
            continue
        if current < lowest - delta:
            lowest = current
            best_epoch = epoch
            number_of_bad = 0
            continue
        number_of_bad = number_of_bad + 1
        if number_of_bad >= patience:
            last_epoch = epoch
            break
    return last_epoch, best_epoch


def choose_rate(loss, gradient, w, rates, steps):
    best_rate = None
    best_loss = float("inf")
    all_losses = []
    for rate in rates:
        position = np.copy(w)
        step = 0
        while step < steps:
            g = gradient(position)
            for j in range(len(position)):
                position[j] = position[j] - rate * g[j]
            step = step + 1
        value = loss(position)
        if np.isnan(value) or np.isinf(value):
            value = float("inf")
        all_losses.append(value)
        if best_rate is None or value < best_loss:
            best_rate = rate
            best_loss = value
        elif value == best_loss:
            if rate < best_rate:
                best_rate = rate
    return best_rate, all_losses


def smooth(losses, beta):
    result = np.zeros(len(losses))
    average = 0
    power = 1
    for i in range(len(losses)):
        average = average * beta + losses[i] - beta * losses[i]
        power = power * beta
        result[i] = average / (1 - power)
    return result
