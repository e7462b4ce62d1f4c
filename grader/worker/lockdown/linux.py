"""The system calls of Linux that Python's os module does not have, by ctypes.

Each raises OSError with the call's name when the kernel refuses. The numbers of Landlock's
three calls are the same on every architecture.
"""

import ctypes
import os
import struct
import sys

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_NOSUID, MS_NODEV, MS_NOEXEC = 2, 4, 8
MS_REC, MS_PRIVATE = 0x4000, 0x40000

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_KEEPCAPS = 8
PR_SET_SECCOMP = 22
PR_CAPBSET_READ = 23
PR_CAPBSET_DROP = 24
PR_SET_SECUREBITS = 28
PR_SET_NO_NEW_PRIVS = 38

SECBIT_NOROOT = 1

CAP_DAC_READ_SEARCH = 2
CAP_SETPCAP = 8

_SECCOMP_MODE_FILTER = 2
_LANDLOCK_CREATE_RULESET, _LANDLOCK_ADD_RULE, _LANDLOCK_RESTRICT_SELF = 444, 445, 446
_LANDLOCK_CREATE_RULESET_VERSION = 1
_LANDLOCK_RULE_PATH_BENEATH = 1
_CAPABILITY_VERSION_3 = 0x20080522

# On other systems this module can be imported, because others import it, but it is not called.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def _call(name: str, *arguments: object) -> int:
    """A function of libc that returns -1 and sets errno when it fails."""
    return _checked(name, getattr(_libc, name)(*arguments))


def _checked(name: str, result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
    return result


def _words(*values: int) -> list[ctypes.c_ulong]:
    return [ctypes.c_ulong(value) for value in values]


def unshare(flags: int) -> None:
    """unshare(2): leave the parent's namespaces for new ones."""
    _call("unshare", ctypes.c_int(flags))


def setns(descriptor: int, kind: int) -> None:
    """setns(2): enter a namespace; a namespace of processes is entered by future children."""
    _call("setns", ctypes.c_int(descriptor), ctypes.c_int(kind))


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    """mount(2): `kind` is a file system's name, empty for a change of flags."""
    texts = [text.encode() or None for text in (source, target, kind)]
    _call("mount", *texts, ctypes.c_ulong(flags), options.encode() or None)


def prctl(option: int, argument: int = 0) -> int:
    """prctl(2) of one argument."""
    return _call("prctl", ctypes.c_int(option), *_words(argument, 0, 0, 0))


def capset(mask: int) -> None:
    """capset(2): the effective and permitted capabilities become `mask`, none is inherited."""
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    low, high = mask & 0xFFFFFFFF, mask >> 32
    _call("capset", header, struct.pack("=6I", low, low, 0, high, high, 0))


def capget() -> int:
    """capget(2): the effective capabilities, one bit each."""
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    data = ctypes.create_string_buffer(24)
    _call("capget", header, data)
    words = struct.unpack("=6I", data.raw)
    return words[0] | words[3] << 32


def seccomp(program: bytes) -> None:
    """seccomp(2), as prctl(PR_SET_SECCOMP): load a compiled filter. It can't be undone."""
    code = ctypes.create_string_buffer(program, len(program))
    filter_ = struct.pack("HP", len(program) // 8, ctypes.addressof(code))
    address = ctypes.c_char_p(filter_)
    _call("prctl", ctypes.c_int(PR_SET_SECCOMP), *_words(_SECCOMP_MODE_FILTER), address, 0, 0)


def landlock_abi() -> int:
    """landlock_create_ruleset(2): the kernel's version of Landlock, 0 where there is none."""
    if _libc is None:
        return 0
    arguments = (None, ctypes.c_size_t(0), ctypes.c_uint(_LANDLOCK_CREATE_RULESET_VERSION))
    version: int = _libc.syscall(ctypes.c_long(_LANDLOCK_CREATE_RULESET), *arguments)
    return max(version, 0)


def landlock_create_ruleset(files: int, network: int, scopes: int) -> int:
    """landlock_create_ruleset(2): a descriptor of a ruleset that handles these accesses.

    `network` needs version 4 and `scopes` version 6 of Landlock; 0 elsewhere.
    """
    attributes = struct.pack("=QQQ", files, network, scopes)
    # A kernel refuses bytes that it does not know unless they are 0.
    return _syscall(
        "landlock_create_ruleset",
        _LANDLOCK_CREATE_RULESET,
        attributes,
        ctypes.c_size_t(len(attributes)),
        ctypes.c_uint(0),
    )


def landlock_add_rule(ruleset: int, descriptor: int, access: int) -> None:
    """landlock_add_rule(2): allow `access` to a file, or to all that is below a folder."""
    rule = struct.pack("=Qi", access, descriptor)
    kind = ctypes.c_int(_LANDLOCK_RULE_PATH_BENEATH)
    _syscall(
        "landlock_add_rule", _LANDLOCK_ADD_RULE, ctypes.c_int(ruleset), kind, rule, ctypes.c_uint(0)
    )


def landlock_restrict_self(ruleset: int) -> None:
    """landlock_restrict_self(2): what the ruleset handles and no rule allows fails from here on."""
    _syscall(
        "landlock_restrict_self",
        _LANDLOCK_RESTRICT_SELF,
        ctypes.c_int(ruleset),
        ctypes.c_uint(0),
    )


def _syscall(name: str, number: int, *arguments: object) -> int:
    assert _libc is not None
    return _checked(name, _libc.syscall(ctypes.c_long(number), *arguments))
