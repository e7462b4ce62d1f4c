#!/usr/bin/env python
# coding: utf-8

# # 練習 6：資料前處理
# In[1]:


import numpy as np
import pandas as pd

get_ipython().run_line_magic("matplotlib", "inline")


# In[2]:


def shuffle_split(X, y, fraction, rng):
    m = X.shape[0]
    idx = np.array([i for i in range(m)])
    rng.shuffle(idx)
    split = int(fraction * m)
    val_idx = idx[0:split]
    train_idx = idx[split:]
    X_train = X[train_idx, ...]
    X_val = X[val_idx, ...]
    return X_train, y[train_idx], X_val, y[val_idx]


# In[3]:


def standardise(X_train, X_test):
    mu = np.mean(X_train, axis=0)
    sigma = np.std(X_train, axis=0)
    for j in range(len(sigma)):
        if sigma[j] == 0:
            sigma[j] = 1
    X_train = (X_train - mu) / sigma
    X_test = (X_test - mu) / sigma
    return X_train, X_test


df = pd.DataFrame({"a": [1, 2, 3]})
df.head()


# In[4]:


def one_hot(labels, classes):
    m = len(labels)
    Y = np.zeros((m, classes), dtype=int)
    for i in range(m):
        Y[i][labels[i]] = 1
    return Y


one_hot(np.array([0, 2, 1]), 3)


# In[5]:


def mini_batches(X, y, batch_size, rng):
    m = X.shape[0]
    permutation = list(rng.permutation(m))
    shuffled_X = X[permutation]
    shuffled_y = y[permutation]
    batches = []
    num_complete = int(np.floor(m / batch_size))
    for k in range(0, num_complete):
        Xb = shuffled_X[k * batch_size : (k + 1) * batch_size]
        yb = shuffled_y[k * batch_size : (k + 1) * batch_size]
        batches.append((Xb, yb))
    if m % batch_size != 0:
        batches.append((shuffled_X[num_complete * batch_size :], shuffled_y[num_complete * batch_size :]))
    return batches


# In[6]:


def k_folds(n, k, rng):
    idx = rng.permutation(n)
    folds = [[] for _ in range(k)]
    for position, i in enumerate(idx):
        folds[position % k].append(i)
    out = []
    for j in range(k):
        train = []
        for l in range(k):
            if l != j:
                train = train + folds[l]
        out.append((np.array(train), np.array(folds[j])))
    return out


# In[7]:


def cross_validate(X, y, folds, fit, score):
    s = []
    for i in range(len(folds)):
        tr, va = folds[i][0], folds[i][1]
        m = fit(X[tr], y[tr])
        s = s + [score(m, X[va], y[va])]
        print("fold", i, s[-1])
    return np.array(s).mean()
