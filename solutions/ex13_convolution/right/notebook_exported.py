#!/usr/bin/env python
# coding: utf-8

# # Homework 13: convolutions

# In[1]:


import numpy as np
import matplotlib.pyplot as plt

get_ipython().run_line_magic('matplotlib', 'inline')
plt.rcParams['figure.figsize'] = (5.0, 4.0)
np.random.seed(1)


# In[2]:


def output_size(size, kernel, stride, padding):
    if padding == 'same':
        return int(np.ceil(size / stride))
    elif padding == 'valid':
        return int((size - kernel) / stride) + 1
    else:
        raise ValueError('padding ' + padding)


# In[3]:


def zero_pad(X, top, bottom, left, right):
    X_pad = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)), 'constant', constant_values=0)
    return X_pad

def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    Z = Z + float(b)
    return Z


# In[4]:


def convolve(A_prev, W, b, stride, padding):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f_h, f_w, n_C_prev, n_C) = W.shape
    n_H = output_size(n_H_prev, f_h, stride, padding)
    n_W = output_size(n_W_prev, f_w, stride, padding)
    if padding == 'same':
        pad_h = max((n_H - 1) * stride + f_h - n_H_prev, 0)
        pad_w = max((n_W - 1) * stride + f_w - n_W_prev, 0)
        A_prev_pad = zero_pad(A_prev, pad_h // 2, pad_h - pad_h // 2, pad_w // 2, pad_w - pad_w // 2)
    else:
        A_prev_pad = A_prev
    Z = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + f_h
            for w in range(n_W):
                horiz_start = w * stride
                horiz_end = horiz_start + f_w
                for c in range(n_C):
                    a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[c])
    assert Z.shape == (m, n_H, n_W, n_C)
    return Z


# In[5]:


def pool_forward(A_prev, f, stride, mode='max'):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    a_prev_slice = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
                    if mode == 'max':
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == 'average':
                        A[i, h, w, c] = np.mean(a_prev_slice)
    return A

def max_pool(X, size, stride):
    return pool_forward(X, size, stride)

def average_pool(X, size, stride):
    return pool_forward(X, size, stride, mode='average')


# In[6]:


def convolve_gradients(dZ, A_prev, W):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f_h, f_w, n_C_prev, n_C) = W.shape
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f_h, f_w, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    a_slice = A_prev[i, h:h + f_h, w:w + f_w, :]
                    dA_prev[i, h:h + f_h, w:w + f_w, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
    return dA_prev, dW, db.reshape(n_C)


# In[7]:


X = np.random.randn(2, 5, 7, 4)
plt.imshow(X[0, :, :, 0])
plt.show()
print(max_pool(X, 2, 1).shape)
