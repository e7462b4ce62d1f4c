"""Your values are right, but dA is not what it was. Which of your lines writes into it?

`dA[z <= 0] = 0` and `dA *= ...` do, also under another name for it (`d = dA`). Take a copy first,
or make a new array.
"""

right_backward = activation_backward


def activation_backward(kind, dA, z):
    dA[...] = right_backward(kind, dA, z)
    return dA
