"""Whole rows of yours are 1. What does `o[labels] = 1` set?

It sets the rows whose *numbers* are the labels. Give both indices: `o[np.arange(len(labels)),
labels] = 1`.
"""

import numpy as np


def one_hot(labels, classes):
    rows = np.zeros((max(len(labels), classes), classes))
    rows[labels] = 1
    return rows[: len(labels)]
