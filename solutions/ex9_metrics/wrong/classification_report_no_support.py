"""Your table has three columns. What is the fourth?

The support: how many samples of the class there are, and N in the last two rows.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.mean(each, axis=0)
    weighted = support @ each / len(y_true)
    return np.vstack([each, macro, weighted])
