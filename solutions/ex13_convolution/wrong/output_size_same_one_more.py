"""With "same" you round down and always add 1, so there is one too many where the stride divides
the size. How many windows are there for 4 numbers and a stride of 2?

Two, which begin at 0 and 2. Round up: (size + stride − 1) divided by the stride and rounded down
is one way.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return size // stride + 1
    return (size - kernel) // stride + 1
