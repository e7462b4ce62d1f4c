"""What a worker may see of the file system, and the bubblewrap command that shows no more.

A zygote inside of it has no solution, no key and no home: they are not mounted. It sees Python, the
packages, the system's libraries, and that part of this package that runs beside a student's code.
"""

import os
import shutil
import site
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.errors import SandboxError
from grader.worker.lockdown import landlock

SCRATCH = "/scratch"
"""Where each worker mounts its own scratch, over the zygote's."""

_PACKAGE = Path(__file__).parent.parent
_NEEDED = ("__init__.py", "authoring", "errors.py", "text", "wire", "worker")
"""The parts of this package that a worker imports."""

_SYSTEM = ("/bin", "/lib", "/lib32", "/lib64", "/sbin")
_FOLDERS = ("bin", "include", "lib", "lib32", "lib64", "libexec", "sbin")
"""The folders of a prefix in which programs, packages and libraries lie. Beside them may lie
anything: `python -m venv .` makes a course's folder a prefix."""

_OF_A_PREFIX = (*_FOLDERS, "Lib", "DLLs", "pyvenv.cfg")
_POWERS = ("--cap-add", "CAP_SYS_ADMIN")
"""Power over the user namespace that the zygote is in, and over nothing else. With `--dev` it would
be in a namespace below that one, and have no power over its own namespace of processes."""

_SETTINGS = ("/etc/alternatives", "/etc/ld.so.cache", "/etc/localtime")


def found() -> str | None:
    """The path of bubblewrap, where it is installed."""
    return shutil.which("bwrap")


def readable(private: Iterable[Path] = ()) -> list[str]:
    """The folders and files of Python and of the system that a worker may read.

    Of a folder that has one of the `private` folders in it, those are all the others. Raises
    SandboxError where a private folder is itself one that is needed.
    """
    hidden = _hidden(private)
    shown = [part for whole in _wholes() for part in _without(Path(whole), hidden)]
    return [*dict.fromkeys(shown), *(str(_PACKAGE / name) for name in _NEEDED)]


def listable(private: Iterable[Path] = ()) -> list[str]:
    """The folders that an import has to list, but that may not be read as a whole."""
    wholes = [os.path.realpath(whole) for whole in _wholes()]
    above = [p for folder in _hidden(private) for p in folder.parents]
    found = [str(p) for p in above if any(p.is_relative_to(whole) for whole in wholes)]
    return list(dict.fromkeys([str(_PACKAGE), *found]))


def _hidden(private: Iterable[Path]) -> set[Path]:
    return {_PACKAGE.resolve(), *(path.resolve() for path in private)}


def _wholes() -> list[str]:
    system = [path for path in _SYSTEM if not os.path.islink(path)]
    usr = [f"/usr/{name}" for name in (*_FOLDERS, "share")]
    found = [*system, *usr, *_SETTINGS, *_prefixes(), *_packages()]
    return [path for path in dict.fromkeys(found) if os.path.exists(path)]


def _prefixes() -> Iterator[str]:
    for prefix in ("/usr/local", sys.prefix, sys.base_prefix, sys.exec_prefix):
        for name in _OF_A_PREFIX:
            yield f"{prefix}/{name}"
            yield f"{os.path.realpath(prefix)}/{name}"


def _packages() -> Iterator[str]:
    """Folders of installed packages, also those that a .pth file names."""
    for path in [*site.getsitepackages(), *sys.path]:
        if os.path.isdir(path) and _holds_packages(Path(path)):
            yield path


def _holds_packages(folder: Path) -> bool:
    return folder.name in ("site-packages", "dist-packages")


def _without(folder: Path, hidden: set[Path]) -> Iterator[str]:
    """The folder; where something hidden lies in it, all else that it holds."""
    real = folder.resolve()
    if real in hidden:
        raise SandboxError(
            "{folder} is a folder of Python or of the system, which every worker may read; "
            "move what is yours to another one",
            folder=folder,
        )
    if not any(real in path.parents for path in hidden):
        yield str(folder)
        return
    for entry in sorted(folder.iterdir()):
        leads = entry.resolve()
        if leads in hidden or not hidden.isdisjoint(leads.parents):
            continue
        if not entry.is_symlink() or not any(leads in path.parents for path in hidden):
            yield from _without(entry, hidden)


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
        words += ["--ro-bind", path, path]
    for path in filter(os.path.islink, _SYSTEM):
        words += ["--symlink", os.readlink(path), path]
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
