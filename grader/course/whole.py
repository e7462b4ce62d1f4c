"""Write a file whole or not at all."""

from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; an earlier one stays until this one is complete.

    Where it was a link, the link's target stays as it is.
    """
    temporary = path.with_name(f".{path.name[:50]}.new")
    temporary.write_bytes(data)
    temporary.replace(path)
