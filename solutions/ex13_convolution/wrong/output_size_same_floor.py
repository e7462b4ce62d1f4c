"""With "same" you round down: what is left at the end has no window. How many are there for 5
numbers and a stride of 2?

Three, which begin at 0, 2 and 4. The last may reach into the zeros, so round up.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return size // stride
    return (size - kernel) // stride + 1
