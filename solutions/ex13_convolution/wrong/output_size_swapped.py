"""You give the number of "same" for "valid", and that of "valid" for "same". Which of the two
has zeros around the image?

"same" has, so its number of windows does not depend on the kernel. Look at your `if`.
"""


def output_size(size, kernel, stride, padding):
    if padding == "valid":
        return -(-size // stride)
    return (size - kernel) // stride + 1
