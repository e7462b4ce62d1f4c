"""A machine with 64 processors, as libc tells programs of it: Linux on x86-64."""

import ctypes
import mmap
import sys

CORES = 64

_MASK = ctypes.c_uint64((1 << CORES) - 1)
"""The processors that this process may use."""

# rax = 64
_COUNT = bytes.fromhex("48c7c040000000c3")
# Clear the mask at rdx, rsi bytes long; put ours into it; return 0.
_GET = "4889d7 4889f1 48c1e903 31c0 f348ab 48b8{mask} 488b00 488902 31c0 c3"
# Keep the first 64 bits of the mask at rdx; return 0.
_SET = "488b0a 48b8{mask} 488908 31c0 c3"


def pretend() -> None:
    """Have this process, and those that it forks, see 64 processors.

    libc's own functions are overwritten, so that what calls them within libc sees this too. A
    process that binds itself to one of the processors sees that one.
    """
    assert sys.platform == "linux"
    libc = ctypes.CDLL(None, use_errno=True)
    mask = ctypes.addressof(_MASK).to_bytes(8, "little").hex()
    for name, code in {
        "get_nprocs": _COUNT,
        "get_nprocs_conf": _COUNT,
        "sched_getaffinity": bytes.fromhex(_GET.format(mask=mask)),
        "sched_setaffinity": bytes.fromhex(_SET.format(mask=mask)),
    }.items():
        _overwrite(libc, name, code)


def _overwrite(libc: ctypes.CDLL, name: str, code: bytes) -> None:
    address = ctypes.cast(getattr(libc, name), ctypes.c_void_p).value
    assert address is not None
    start = address & -mmap.PAGESIZE
    length = ctypes.c_size_t(address + len(code) - start)
    allowed = mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC
    if libc.mprotect(ctypes.c_void_p(start), length, ctypes.c_int(allowed)) != 0:
        raise OSError(ctypes.get_errno(), f"mprotect of {name}")
    ctypes.memmove(address, code, len(code))
