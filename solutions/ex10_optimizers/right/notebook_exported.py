#!/usr/bin/env python
# coding: utf-8

# # Homework 10

# In[1]:


import numpy as np
import matplotlib.pyplot as plt
get_ipython().run_line_magic('matplotlib', 'inline')


# In[2]:


def momentum(w, g, state, learning_rate, gamma):
    # heavy ball: the last move is w minus where it was before
    if state is None:
        state = w
    new_w = w - learning_rate * g + gamma * (w - state)
    return new_w, w


# In[4]:


def adagrad(w, g, state, learning_rate):
    try:
        G = state + g ** 2
    except TypeError:
        G = g ** 2
    adapted = np.where(G > 0, learning_rate / np.sqrt(np.where(G > 0, G, 1)), 0)
    return w - adapted * g, G


# In[5]:


eps = 1e-8

def moving_average(old, new, beta):
    return beta * old + (1 - beta) * new

def rmsprop(w, g, state, learning_rate, rho):
    if state is None:
        state = np.zeros(g.shape)
    S = moving_average(state, g ** 2, rho)
    w = w - learning_rate * (g / (np.sqrt(S) + eps))
    return w, S


# In[6]:


def adam(w, g, state, learning_rate, beta1, beta2):
    if state is None:
        vdw, sdw, t = np.zeros(g.shape), np.zeros(g.shape), 1
    else:
        vdw, sdw, t = state
    vdw = moving_average(vdw, g, beta1)
    sdw = moving_average(sdw, g ** 2, beta2)
    v_corrected = vdw / (1 - np.power(beta1, t))
    s_corrected = sdw / (1 - np.power(beta2, t))
    w = w - learning_rate * v_corrected / (np.sqrt(s_corrected) + eps)
    return [w, [vdw, sdw, t + 1]]

w, s = adam(np.array([1., 2.]), np.array([.1, -.2]), None, .01, .9, .999)
print(w)


# In[8]:


def step_decay(lr, epoch, drop, every):
    n = 0
    while (n + 1) * every <= epoch:
        n += 1
    return lr * drop ** n

def exponential_decay(lr, epoch, rate, every):
    return lr * np.e ** (epoch / every * np.log(rate))

def cosine_decay(lr, epoch, epochs, lowest):
    t = epoch if epoch < epochs else epochs
    return lowest + 1/2 * (lr - lowest) * (1 + np.cos(t / epochs * np.pi))

plt.plot([cosine_decay(.1, e, 20, .01) for e in range(30)])
