"""Write a file whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; an earlier one stays until this one is complete.

    Where it was a link, the link's target stays as it is. The folder may be a student's: a link
    under the name that the file has until it is complete is not followed either.
    """
    temporary = path.with_name(f".{path.name[:50]}.{os.getpid()}.new")  # two may write at once
    try:
        temporary.unlink(missing_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):  # what was written of it; the first error says more
            temporary.unlink(missing_ok=True)
        raise
