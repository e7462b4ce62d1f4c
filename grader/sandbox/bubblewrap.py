"""What a worker may see of the file system, and the bubblewrap command that shows no more.

A zygote inside of it has no solution, no key and no home: they are not mounted. It sees Python, the
packages, the system's libraries, and that part of this package that runs beside a student's code.
"""

import os
import shutil
import site
import sys
from collections.abc import Iterator
from pathlib import Path

from grader.worker.lockdown import landlock

SCRATCH = "/scratch"
"""Where each worker mounts its own scratch, over the zygote's."""

_PACKAGE = Path(__file__).parent.parent
_NEEDED = ("__init__.py", "authoring", "errors.py", "text", "wire", "worker")
"""The parts of this package that a worker imports."""

_SYSTEM = ("/usr", "/bin", "/lib", "/lib32", "/lib64", "/sbin")
_POWERS = ("--cap-add", "CAP_SYS_ADMIN")
"""Power over the user namespace that the zygote is in, and over nothing else. With `--dev` it would
be in a namespace below that one, and have no power over its own namespace of processes."""

_SETTINGS = ("/etc/alternatives", "/etc/ld.so.cache", "/etc/localtime")


def found() -> str | None:
    """The path of bubblewrap, where it is installed."""
    return shutil.which("bwrap")


def readable() -> list[str]:
    """The folders and files of Python and of the system that a worker may read."""
    return [*_without_ours(_wholes()), *(str(_PACKAGE / name) for name in _NEEDED)]


def _wholes() -> list[str]:
    return [*filter(os.path.exists, (*_SYSTEM, *_SETTINGS)), *_prefixes(), *_packages()]


def listable() -> list[str]:
    """The folders that an import has to list, but that may not be read as a whole."""
    wholes = [Path(path) for path in _wholes()]
    above = [p for p in _PACKAGE.parents if any(p.is_relative_to(whole) for whole in wholes)]
    return [str(folder) for folder in (_PACKAGE, *above)]


def _prefixes() -> Iterator[str]:
    for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix):
        yield prefix
        yield os.path.realpath(prefix)


def _packages() -> Iterator[str]:
    """Folders of installed packages, also those that a .pth file names."""
    for path in [*site.getsitepackages(), *sys.path]:
        if os.path.isdir(path) and _holds_packages(Path(path)):
            yield path


def _holds_packages(folder: Path) -> bool:
    return folder.name in ("site-packages", "dist-packages")


def _without_ours(paths: list[str]) -> Iterator[str]:
    """The paths. A folder with this package in it is replaced by what else it holds."""
    for path in map(Path, dict.fromkeys(paths)):
        if path in _PACKAGE.parents:
            yield from _around(path)
        else:
            yield str(path)


def _around(folder: Path) -> Iterator[str]:
    for entry in sorted(folder.iterdir()):
        if entry in _PACKAGE.parents:
            yield from _around(entry)
        elif entry != _PACKAGE:
            yield str(entry)


def command(paths: list[str]) -> list[str]:
    """The words before a command that shall see `paths` and an empty scratch, and write nowhere."""
    words = [found() or "bwrap", "--unshare-pid", "--unshare-net", "--unshare-ipc"]
    words += ["--unshare-uts", "--unshare-cgroup-try"]
    # Powers with which it seals its workers, who keep none; as root, also to change their user.
    words += ["--cap-add", "ALL"] if os.geteuid() == 0 else ["--unshare-user", *_POWERS]
    outermost = list(_outermost(paths))
    for folder in _parents(
        [*outermost, *landlock.DEVICES]
    ):  # bubblewrap would make them for root's eyes only
        words += ["--dir", folder]
    for path in outermost:
        if path in _SYSTEM and os.path.islink(path):
            words += ["--symlink", os.readlink(path), path]
        else:
            words += ["--ro-bind", path, path]
    words += ["--proc", "/proc"]
    for path in landlock.DEVICES:
        words += ["--dev-bind", path, path]
    return [*words, "--tmpfs", SCRATCH, "--remount-ro", "/", "--chdir", "/", "--"]


def _outermost(paths: list[str]) -> Iterator[str]:
    """The paths that lie in none of the others."""
    for path in dict.fromkeys(paths):
        if {str(parent) for parent in Path(path).parents}.isdisjoint(paths):
            yield path


def _parents(paths: list[str]) -> list[str]:
    """The folders above the paths, the outer ones first."""
    return sorted({str(parent) for path in paths for parent in Path(path).parents} - {"/"})
