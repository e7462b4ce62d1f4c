"""You give the number of "valid" for "same" as well: nothing is padded. With which text do you
compare `padding`?

It is "same", in small letters. Zeros around the image make room for a window at each place, so
the kernel does not count there.
"""


def output_size(size, kernel, stride, padding):
    if padding == "SAME":
        return -(-size // stride)
    return (size - kernel) // stride + 1
