#!/usr/bin/env python
# coding: utf-8

# In[1]:

import numpy as np
import matplotlib.pyplot as plt
# %matplotlib inline

# In[2]:

def diagnose(train, simpler, validation, test, target):
    match (train > target, validation > target, test > target):
        case (True, _, _) if simpler < train:
            return "optimization"
        case (True, _, _):
            return "model bias"
        case (_, True, _):
            return "overfitting"
        case (_, _, True):
            return "mismatch"
    return "fine"

diagnose(1, 2, 3, 4, 5)

# In[3]:

def early_stop(val_losses, patience, min_delta):
    counter = 0
    for i, l in enumerate(val_losses):
        if i == 0 or l < best_loss - min_delta:
            best_loss, best_i, counter = l, i, 0
        else:
            counter += 1
            if counter >= patience: break
    return i, best_i

plt.plot([5, 4, 3.9, 4])
plt.show()

# In[4]:

def choose_rate(f, df, w0, lrs, n):
    out = []
    for lr in lrs:
        w = w0.copy()
        for i in range(n):
            w -= lr * df(w)
        out.append(f(w))
    out = np.where(np.isfinite(out), out, np.inf)
    winners = np.array(lrs)[out == out.min()]
    return winners.min(), out

# In[5]:

def smooth(y, b):
    s, n = np.zeros_like(y), 0
    for i in range(len(y)):
        # weights of an exponential average, normalised
        k = b ** np.arange(i, -1, -1.0)
        s[i] = (k * y[: i + 1]).sum() / k.sum()
    return s

smooth(np.array([1., 2.]), .9)
