"""An epsilon of 0.001 in your denominators changes the results. Is it needed where there is
something to divide by?

No: return 0 where the denominator is 0, and divide by nothing but the count elsewhere.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    P = tp / (tp + fp + 1e-3)
    R = tp / (tp + fn + 1e-3)
    return P, R, 2 * P * R / (P + R + 1e-3)
