"""Who runs the judge: root, an ordinary user, and one who may make no user namespaces.

Each is a prefix of a command. Root plays the others: bubblewrap shows them the checkout and
Python, wherever those lie.
"""

import os
import sys
from pathlib import Path

from grader.sandbox import bubblewrap

ROOT = Path(__file__).parents[2]
NOBODY = "65534"

DENY = """
import os, sys
from grader.worker.lockdown import namespaces
namespaces.own_user()
with open("/proc/sys/user/max_user_namespaces", "w") as file:
    file.write("0")
os.execvp(sys.argv[1], sys.argv[1:])
"""


def people() -> dict[str, list[str]]:
    """The prefixes that can be had here, by name: root can be anybody, others only themselves."""
    user = _as_nobody() if os.geteuid() == 0 else []
    denied = [*user, sys.executable, "-c", DENY]
    return ({"root": []} if os.geteuid() == 0 else {}) | {"user": user, "denied": denied}


def _as_nobody() -> list[str]:
    """A command prefix of root's: the same machine as nobody sees it, Python included."""
    words = ["bwrap", "--cap-add", "ALL", "--dev-bind", "/", "/", "--tmpfs", "/tmp"]
    words += ["--chmod", "1777", "/tmp"]
    shown = [path for path in [str(ROOT), *bubblewrap.readable()] if not _in_system(path)]
    for top in sorted({f"/{Path(path).parts[1]}" for path in shown}):
        words += ["--tmpfs", top, "--chmod", "0755", top]
    for folder in sorted({str(parent) for path in shown for parent in Path(path).parents}):
        if folder.count("/") > 1:
            words += ["--dir", folder]
    for path in sorted(set(shown)):
        words += ["--ro-bind", path, path]
    drop = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--inh-caps=-all"]
    return [*words, "--", *drop]


def _in_system(path: str) -> bool:
    return path.startswith(("/usr", "/etc", "/lib", "/bin", "/sbin"))
