"""With "same" you count kernel − 1 zeros on *each* side. How large would the result be with a
stride of 1?

Larger than the image. There are kernel − 1 zeros in all, on both sides together, when the stride
is 1.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return (size + 2 * (kernel - 1) - kernel) // stride + 1
    return (size - kernel) // stride + 1
