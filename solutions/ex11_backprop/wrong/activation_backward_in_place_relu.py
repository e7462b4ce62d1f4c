"""Your values are right, but dA is not what it was, where `kind` is "relu". Which of your lines
writes into it?

`dA[z <= 0] = 0` does, also under another name for it (`d = dA`). Take a copy first, or multiply
by the mask.
"""

right_backward = activation_backward


def activation_backward(kind, dA, z):
    if kind == "relu":
        dA[z <= 0] = 0
        return dA
    return right_backward(kind, dA, z)
