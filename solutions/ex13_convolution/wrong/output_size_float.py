"""With "valid" you return a fraction where the stride does not divide size − kernel. Are there
half windows?

`/` always makes a float, which cannot be the size of an array either. `//` rounds down, as it is
asked for.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) / stride + 1
