"""A worker's own view of the system: users, network, mounts."""

import os

from grader.worker.lockdown import linux


def allowed() -> bool:
    """Whether this process may make a user namespace, tried in a child."""
    pid = os.fork()
    if pid == 0:
        try:
            own_user()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    return status == 0


def own_user() -> None:
    """A user namespace with nobody else in it: user_namespaces(7).

    What is counted by user, like threads, is counted apart from other workers.
    """
    user, group = os.geteuid(), os.getegid()
    linux.unshare(linux.CLONE_NEWUSER)
    # The files that are written belong to root as long as the process is not dumpable.
    linux.prctl(linux.PR_SET_DUMPABLE, 1)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{user} {user} 1")
    _write("/proc/self/gid_map", f"{group} {group} 1")
    linux.prctl(linux.PR_SET_DUMPABLE, 0)


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


def own_system() -> None:
    """Mounts, hostname, System V objects, and an empty network."""
    linux.unshare(linux.CLONE_NEWNS | linux.CLONE_NEWUTS | linux.CLONE_NEWIPC | linux.CLONE_NEWNET)


def own_files(scratch: str, size: int, files: int, user: int) -> None:
    """A scratch of `size` bytes and `files` files, which vanishes with the worker, and a /proc."""
    linux.mount("", "/", "", linux.MS_REC | linux.MS_PRIVATE)
    flags = linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC
    options = f"size={size},nr_inodes={files},mode=0700,uid={user},gid={user}"
    linux.mount("scratch", scratch, "tmpfs", flags, options)
    linux.mount("proc", "/proc", "proc", flags, "hidepid=2")  # nor process 1 of its tree
