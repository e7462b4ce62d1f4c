"""Which system calls a worker can make: an allow-list, compiled by libseccomp.

There is no fork, no exec and no socket in it, so a worker stays one process. libseccomp knows the
numbers on each architecture, and ends a process that uses those of another architecture.
"""

import errno
import os
from collections.abc import Iterable
from typing import Any

from grader.worker.lockdown import linux

_FILES = """
access chdir close close_range copy_file_range creat dup dup2 dup3 faccessat faccessat2 fadvise64
fchdir fdatasync fstat fstatfs fsync ftruncate getcwd getdents getdents64 lgetxattr
link linkat lseek lstat mkdir mkdirat newfstatat open openat pipe pipe2 pread64 preadv preadv2
pwrite64 pwritev pwritev2 read readahead readlink readlinkat readv rename renameat renameat2 rmdir
sendfile stat statfs statx symlink symlinkat truncate umask unlink unlinkat write writev
"""
_MEMORY = "brk madvise mincore mmap mprotect mremap msync munmap membarrier"
_THREADS = """
arch_prctl exit exit_group futex futex_waitv get_robust_list getcpu getegid geteuid getgid
getgroups getpgid getpgrp getpid getppid getpriority getresgid getresuid getrlimit getrusage getsid
gettid getuid restart_syscall riscv_flush_icache rseq sched_get_priority_max sched_get_priority_min
sched_getaffinity sched_getparam sched_getscheduler sched_yield set_robust_list set_tid_address
setrlimit wait4 waitid
"""
_TIME = """
alarm clock_getres clock_gettime clock_nanosleep getitimer gettimeofday nanosleep pause setitimer
time timer_create timer_delete timer_getoverrun timer_gettime timer_settime timerfd_create
timerfd_gettime timerfd_settime times
"""
_SIGNALS = """
rt_sigaction rt_sigpending rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigtimedwait sigaltstack
"""
_WAITING = """
epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_pwait2 epoll_wait eventfd eventfd2 poll
ppoll pselect6 select
"""
# The channel to the judge is a socket that exists already; no other socket can be made.
_CHANNEL = "getpeername getsockname recvfrom sendto shutdown"
_SYSTEM = "capget getrandom sysinfo uname"

ALLOWED = tuple(
    " ".join((_FILES, _MEMORY, _THREADS, _TIME, _SIGNALS, _WAITING, _CHANNEL, _SYSTEM)).split()
)

NO_SUCH_CALL = ("flock", "clone3", "openat2")
"""Answered with ENOSYS: then HDF5 works without a lock, and glibc starts threads with clone."""

NOT_SUPPORTED = ("fallocate",)
"""Answered with EOPNOTSUPP: then glibc writes zeros. It would take a disk's room in no time."""

_CLONE_THREAD = 0x10000
_IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
"""TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX: they only ask, or change oneself."""
_FCNTLS = (0, 1, 2, 3, 4, 1030, 1031, 1032, 1033, 1034)
"""F_DUPFD to F_SETFL, F_DUPFD_CLOEXEC, pipes' sizes, seals. The ones between them have signals sent
to other processes, or are seen by them: locks, leases, and notices of changes."""
_LOCKS = (6, 7, 37, 38)
"""F_SETLK, F_SETLKW and the same for open files: granted, and not taken. A process has no conflict
with itself, and a lock on a file that others have open too would tell them something."""
_SOCKET = 1
_OPTIONS = (3, 4, 7, 8, 30, 38, 39)
"""SO_TYPE, SO_ERROR, sizes of buffers, SO_ACCEPTCONN, SO_PROTOCOL, SO_DOMAIN of a socket. Another
option gives a descriptor of the process at its other end."""
_PRCTLS = (3, 15, 16, 21, 23, 39, 0x53564D41)
"""PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_GET_SECCOMP, PR_CAPBSET_READ,
PR_GET_NO_NEW_PRIVS, PR_SET_VMA."""
BY_ARGUMENT = (("ioctl", 1, _IOCTLS), ("fcntl", 1, _FCNTLS), ("prctl", 0, _PRCTLS))

_UNKNOWN = -1


def compiled(pid: int | None, architecture: str = "") -> bytes:
    """The filter as the kernel of this machine, or of another `architecture`, loads it.

    With a `pid`, signals can be sent to that process only. Without it, Landlock or a namespace of
    processes keeps signals inside.
    """
    import pyseccomp  # here: importing it fails where there is no libseccomp, and open needs none

    arg, equal = pyseccomp.Arg, pyseccomp.EQ
    rules = pyseccomp.SyscallFilter(pyseccomp.ERRNO(errno.EPERM))
    rules.set_attr(pyseccomp.Attr.ACT_BADARCH, pyseccomp.KILL_PROCESS)
    wanted = getattr(pyseccomp.Arch, architecture or "NATIVE")
    if not rules.exist_arch(wanted):
        rules.add_arch(wanted)
        rules.remove_arch(pyseccomp.Arch.NATIVE)

    def answer(action: int, names: Iterable[str], *conditions: Any) -> None:
        for name in names:
            number = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name)
            if number != _UNKNOWN:  # too new for this libseccomp, and so not allowed
                rules.add_rule(action, number, *conditions)

    allow = pyseccomp.ALLOW
    answer(allow, ALLOWED)
    answer(pyseccomp.ERRNO(errno.ENOSYS), NO_SUCH_CALL)
    answer(pyseccomp.ERRNO(errno.EOPNOTSUPP), NOT_SUPPORTED)
    for lock in _LOCKS:
        answer(pyseccomp.ERRNO(0), ["fcntl"], arg(1, equal, lock))
    for option in _OPTIONS:
        answer(allow, ["getsockopt"], arg(1, equal, _SOCKET), arg(2, equal, option))
    answer(allow, ["clone"], arg(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD))
    answer(allow, ["prlimit64"], arg(0, equal, 0))
    answer(allow, ["kill", "tgkill"], *([] if pid is None else [arg(0, equal, pid)]))
    for name, position, values in BY_ARGUMENT:
        for value in values:
            answer(allow, [name], arg(position, equal, value))
    return _exported(rules)


def _exported(rules: Any) -> bytes:
    with open(os.memfd_create("filter"), "w+b") as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def install(program: bytes) -> None:
    """Put this process and its future threads under a compiled filter."""
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    linux.seccomp(program)
