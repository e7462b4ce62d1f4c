"""With "valid" you divide by the stride first, and subtract the kernel then. In which unit is
the kernel measured?

In numbers of the image, as the size is. Subtract it from the size first; what is left is room to
move, and that is divided.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return -(-size // stride)
    return size // stride - kernel + 1
