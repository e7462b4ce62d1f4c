"""With "valid" you round to the nearest number, so some windows count that stick out. What is 5
/ 3, and how often can the window move?

Once: 1.67 moves are one whole move. Round down: `//` does that, `round` does not.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return -(-size // stride)
    return round((size - kernel) / stride) + 1
