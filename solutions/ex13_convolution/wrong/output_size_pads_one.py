"""With "same" you count one zero on each side, whatever the kernel is. For which kernel is that
right?

For 3 only. How many zeros there are depends on the kernel, and so the number of windows does
not: it is the size over the stride, rounded up.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return (size + 2 - kernel) // stride + 1
    return (size - kernel) // stride + 1
