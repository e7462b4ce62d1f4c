"""Whole columns of yours are 1. What does `o[:, labels] = 1` set?

It sets the columns of the labels in *all* rows. Give each row its own: `o[np.arange(len(labels)),
labels] = 1`.
"""

import numpy as np


def one_hot(labels, classes):
    rows = np.zeros((len(labels), classes))
    rows[:, labels] = 1
    return rows
