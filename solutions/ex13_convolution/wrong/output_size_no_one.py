"""With "valid" your number is one too small. How many windows are there if the kernel is as
large as the image?

One. The quotient says how often the window *moves*; the first window, before any move, is one
more.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) // stride
