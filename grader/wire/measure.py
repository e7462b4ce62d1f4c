"""How much memory a msgpack body takes when it is decoded, weighed before anything of it is.

A value of one byte becomes an object of a hundred, and a text with one emoji in it four times its
bytes. Binary data weighs nothing here: what is decoded are views of the body.
"""

VALUE = 100
"""Bytes that a value takes at most, beside those of its text."""

_WIDEST = 4
"""Bytes that a byte of text takes at most."""

# By the first byte of a msgpack value: its bytes in all; or how many bytes of length follow;
# or these, and how many values one of that length stands for.
_FIXED = {0xCA: 5, 0xCB: 9, 0xCC: 2, 0xCD: 3, 0xCE: 5, 0xCF: 9, 0xD0: 2, 0xD1: 3, 0xD2: 5}
_FIXED |= {0xD3: 9, 0xD4: 3, 0xD5: 4, 0xD6: 6, 0xD7: 10, 0xD8: 18}
_BYTES = {0xC4: 1, 0xC5: 2, 0xC6: 4, 0xD9: 1, 0xDA: 2, 0xDB: 4}
_TEXTS = (0xD9, 0xDA, 0xDB)
_EXTENSIONS = {0xC7: 1, 0xC8: 2, 0xC9: 4}
_VALUES = {0xDC: (2, 1), 0xDD: (4, 1), 0xDE: (2, 2), 0xDF: (4, 2)}


def weight(body: bytes | memoryview, most: int) -> int:
    """Bytes of memory for what is in a msgpack body, weighed up to a little above `most`."""
    at, total, left = 0, 0, 1
    while left and at < len(body) and total <= most:
        tag, left, total = body[at], left - 1, total + VALUE
        at += 1
        if 0x80 <= tag < 0xA0:
            left += (tag & 15) * (1 if tag >= 0x90 else 2)
        elif 0xA0 <= tag < 0xC0:
            at += tag & 31
        elif tag in _FIXED:
            at += _FIXED[tag] - 1
        elif size := _BYTES.get(tag) or _EXTENSIONS.get(tag):
            length = int.from_bytes(body[at : at + size], "big")
            at += size + length + (tag in _EXTENSIONS)
            total += _WIDEST * length if tag in _TEXTS else 0
        elif tag in _VALUES:
            size, each = _VALUES[tag]
            left += each * int.from_bytes(body[at : at + size], "big")
            at += size
    return total
