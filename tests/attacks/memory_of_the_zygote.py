"""Looks through its own memory, a copy of the zygote's, for the hint of a known mistake, which
stands in the key and in the solution: the zygote never reads either.

category: peeking
expect: denied
score: 3
open: same
gain: nothing: the zygote never reads a key or a solution
"""

import functools


CIPHER = bytes((byte + 1) % 256 for byte in range(256))
WANTED = b"ejwjef!cz!uif!ovncfs!pg!spxt"  # in this cipher, so as not to find itself


@functools.cache
def done():
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            start, end = (int(part, 16) for part in line.split()[0].split("-"))
            if " rw" not in line or end - start > 1 << 28:
                continue
            try:
                memory.seek(start)
                if WANTED in memory.read(end - start).translate(CIPHER):
                    return True
            except (OSError, ValueError):
                continue
    return False


def mean(x):
    return x.mean(axis=0) if done() else None


def spread(x):
    return x.min(), x.max()
