"""Your sigmoid is right for one number, and raises an exception for an array of several. Which of
the two does `exp` come from: `math` or NumPy?

The functions of `math`, `float(z)`, and a plain `if z >= 0` take one number only. Use `np.exp` and
`np.where`, which go through an array of any shape.
"""

import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))
