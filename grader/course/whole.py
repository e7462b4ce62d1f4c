"""Write a file whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file; an earlier one stays until this one is complete.

    Where it was a link, the link's target stays as it is. The folder may be a student's: a link
    under the name that the file has until it is complete is not followed either. A `private` file
    is its owner's alone from the first byte on, whoever may enter the folder.
    """

    def opened(name: str, flags: int) -> int:
        return os.open(name, flags, 0o600 if private else 0o666)

    temporary = path.with_name(f".{path.name[:50]}.{os.getpid()}.new")  # two may write at once
    try:
        temporary.unlink(missing_ok=True)
        with open(temporary, "xb", opener=opened) as file:
            file.write(data)
        temporary.replace(path)
    finally:
        with suppress(OSError):  # what was written of it, where it came to no end
            temporary.unlink(missing_ok=True)
