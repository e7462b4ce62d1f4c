import numpy as np

F = np.float32


def diagnose(train, simpler, validation, test, target):
    train, simpler, validation, test, target = map(F, (train, simpler, validation, test, target))
    if train <= target:
        if validation <= target:
            return "fine" if test <= target else "mismatch"
        return "overfitting"
    return "model bias" if simpler >= train else "optimization"


def early_stop(losses, patience, delta):
    losses = np.array(losses, F)
    best, wait = 0, 0
    for i, loss in enumerate(losses):
        if i == 0:
            continue
        if loss >= losses[best] - F(delta):
            wait += 1
            if wait >= patience:
                return np.int32(i), np.int32(best)
        else:
            best, wait = i, 0
    return np.int32(len(losses) - 1), np.int32(best)


def choose_rate(loss, gradient, w, rates, steps):
    losses = np.full(len(rates), np.inf, F)
    for i, rate in enumerate(rates):
        v = w.astype(F)
        for _ in range(steps):
            v = (v - F(rate) * gradient(v)).astype(F)
        last = F(loss(v))
        if np.isfinite(last):
            losses[i] = last
    best = 0
    for i in range(len(rates)):
        if losses[i] < losses[best] or (losses[i] == losses[best] and rates[i] < rates[best]):
            best = i
    return rates[best], losses


def smooth(losses, beta):
    out, a = [], F(0)
    for t, loss in enumerate(losses.astype(F)):
        a = F(beta) * a + F(1 - beta) * loss
        out.append(a / F(1 - beta ** (t + 1)))
    return np.array(out, F)
