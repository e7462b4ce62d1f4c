"""You give the number of "same" whatever the padding is: the kernel has no part in it. How many
windows of 3 fit into 5 numbers?

Three, and not five. With "valid" the last window begins kernel − 1 numbers before the last
number, at the latest.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return -(-size // stride)
    return (size - 1) // stride + 1
