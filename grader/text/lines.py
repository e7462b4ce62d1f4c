"""Where a line of source ends."""

import re

_END = re.compile(r"\r\n?|\n")


def source_lines(source: str) -> list[str]:
    r"""The lines of a source, without their ends, as Python itself counts them.

    `str.splitlines` splits at \f, \v, \x1c to \x1e, U+0085, U+2028 and U+2029 too. With it, a line
    after one of these has another number than in a traceback, and inspect finds another function.
    """
    lines = _END.split(source)
    return lines if lines[-1] else lines[:-1]
