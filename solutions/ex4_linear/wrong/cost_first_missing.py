"""The first sample is missing from the sum. Where does your loop begin?

Python counts from 0: `range(1, n)` leaves out sample 0. Use `range(n)`.
"""


def cost(X, y, w, b):
    total, n = 0.0, len(y)
    for i in range(1, n):
        total += (X[i] @ w + b - y[i]) ** 2
    return total / n
