#!/usr/bin/env python
# coding: utf-8

# # Homework: metrics

# In[1]:


get_ipython().system('pip install scikit-learn')
import numpy as np
import sklearn.metrics


# In[3]:


EPS = 1e-10

def kl_divergence(p, q):
    p = np.clip(p, EPS, 1)
    q = np.clip(q, EPS, 1)
    return np.sum(p * np.log(p / q))


# In[4]:


def norm(v):
    return np.sqrt(np.sum(v ** 2, axis=1))

def cosine_similarity(A, B):
    return np.clip(np.sum(A * B, axis=1) / (norm(A) * norm(B)), -1, 1)


# In[5]:


def confusion_matrix(y_true, y_pred, classes):
    cm = np.zeros((classes, classes))
    for i in range(len(y_true)):
        cm[y_true[i], y_pred[i]] = cm[y_true[i], y_pred[i]] + 1
    return cm

print(confusion_matrix(np.array([0, 1, 1]), np.array([0, 0, 1]), 2))


# In[7]:


def precision_recall_f1(y_true, y_pred):
    cm = confusion_matrix(y_true.astype(int), y_pred.astype(int), 2)
    TN, FP, FN, TP = cm.ravel()
    precision = TP / (TP + FP + 1e-12)
    recall = TP / (TP + FN + 1e-12)
    f1 = 2 * precision * recall / (precision + recall + 1e-12)
    return precision, recall, f1


# In[8]:


def auc(y_true, scores):
    pos = scores[y_true == 1]
    neg = np.sort(scores[y_true == 0])
    below = np.searchsorted(neg, pos, side='left')
    not_above = np.searchsorted(neg, pos, side='right')
    return np.mean(below + not_above) / 2 / len(neg)


# In[9]:


def classification_report(y_true, y_pred, classes):
    cm = confusion_matrix(y_true, y_pred, classes)
    TP = np.diag(cm)
    precision = TP / np.maximum(cm.sum(axis=0), 1)
    recall = TP / np.maximum(cm.sum(axis=1), 1)
    f1 = 2 * TP / np.maximum(cm.sum(axis=0) + cm.sum(axis=1), 1)
    table = np.stack([precision, recall, f1, cm.sum(axis=1)], axis=1)
    macro = table.mean(axis=0)
    weighted = (cm.sum(axis=1) / cm.sum()) @ table
    macro[-1] = weighted[-1] = cm.sum()
    return np.concatenate([table, macro[None], weighted[None]])


# In[10]:


print(sklearn.metrics.roc_auc_score([0, 1, 1, 0, 1], [.2, .2, .9, .5, .4]))
