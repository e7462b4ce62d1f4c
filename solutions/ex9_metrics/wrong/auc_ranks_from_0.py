"""Each of your values is too small by 1/n₀: n₁(n₁ + 1)/2 is taken away, and your ranks begin at 0.
What is the smallest sum of n₁ ranks that begin at 0?

n₁(n₁ − 1)/2. Add 1 to the ranks, or take that away.
"""


def auc(y_true, scores):
    r = (scores[:, None] > scores).sum(axis=1) + ((scores[:, None] == scores).sum(axis=1) - 1) / 2
    n1 = y_true.sum()
    n0 = len(y_true) - n1
    return (r[y_true == 1].sum() - n1 * (n1 + 1) / 2) / (n1 * n0)
