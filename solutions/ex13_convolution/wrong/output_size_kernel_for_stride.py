"""With "valid" kernel and stride have changed places. Which of the two is subtracted, and which
divides?

A window takes `kernel` numbers away from the room to move, and each move takes `stride`. The
arguments come in the order size, kernel, stride, padding.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return -(-size // stride)
    return (size - stride) // kernel + 1
