"""There are commas between the numbers."""


def pack(x):
    return ", ".join(map(str, x.tolist()))
