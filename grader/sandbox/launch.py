"""Start a Python process in which student code will run: its environment, and what it sees."""

import os
import site
import socket
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from grader import wire
from grader.errors import SandboxError
from grader.report import Tier
from grader.sandbox import bubblewrap
from grader.wire.forking import Setup

_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "VIRTUAL_ENV")

_IMPORTS = ["grader.authoring"]

_MACHINE = {
    # Before the fork there may be one thread only; TensorFlow starts its own after it.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    # malloc would reserve 64 MB of the address space for each of 8 threads a processor, and ask the
    # kernel for every large array: a third of a wide network's processor time.
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(1 << 30),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 31),
    "CUDA_VISIBLE_DEVICES": "-1",
}
"""What would depend on the machine: how many threads there are, and who computes."""

_ARITHMETIC = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V4,AVX512_ICL,AVX512_SPR,"
    "AVX512F,AVX512CD,AVX512_SKX,AVX512_CLX,AVX512_CNL",
    "OPENBLAS_CORETYPE": "Haswell",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
}
"""Sums in the order of processors with AVX2, also where there is AVX-512. NumPy has had two lists
of names for that. OpenBLAS does not look whether the processor has what it is told."""

_USER_SITE = site.ENABLE_USER_SITE and site.getusersitepackages() in sys.path
"""Whether packages come from the user's own folder, as by pip where one may not write elsewhere."""

PYTHON = (sys.executable, "-P") if _USER_SITE else (sys.executable, "-P", "-s")


def environment(home: str, framework: str) -> dict[str, str]:
    """The environment variables that a worker has: no secrets, no settings of the user's."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    if _USER_SITE:
        kept["PYTHONUSERBASE"] = site.getuserbase()
    arithmetic = _ARITHMETIC if _has_avx2() else {}
    return (
        kept
        | arithmetic
        | {
            "HOME": home,
            "TMPDIR": home,
            "LANG": "C.UTF-8",
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONWARNINGS": "ignore",
            **_MACHINE,
            # TensorFlow would decide by the processor's model whether it uses oneDNN.
            "TF_ENABLE_ONEDNN_OPTS": "1" if framework.endswith("-onednn") else "0",
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "KERAS_BACKEND": "tensorflow",
            "MPLBACKEND": "Agg",
        }
    )


@cache
def _has_avx2() -> bool:
    try:
        return " avx2 " in Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return False


def setup(framework: str, tier: Tier, private: Sequence[Path] = ()) -> Setup:
    """The first message to a zygote, whose workers see nothing of the `private` folders."""
    if tier is Tier.OPEN:
        return Setup(framework, "open", _IMPORTS)
    shown, listed = bubblewrap.readable(private), bubblewrap.listable(private)
    return Setup(framework, tier.value, _IMPORTS, shown, listed)


def launch(
    entry: Sequence[str],
    setup: Setup,
    home: Path,
    within: Sequence[str] = (),
    listener: socket.socket | None = None,
) -> tuple["subprocess.Popen[bytes]", socket.socket]:
    """Start a process of `entry`; the process, and the socket to it. It logs to `home`.

    `within` are the words of a command that runs the rest of its arguments. The setup is sent, and
    with it a listening socket, if there is one.
    """
    sealed = setup.tier == Tier.SEALED.value
    control, theirs = socket.socketpair()
    command = [*PYTHON, *entry, str(theirs.fileno())]
    if sealed:
        command = [*bubblewrap.command(setup.readable), *command]
    try:
        with theirs, open(home / "zygote.log", "wb") as log:
            process = subprocess.Popen(
                [*within, *command],
                pass_fds=[theirs.fileno()],
                env=environment(bubblewrap.SCRATCH if sealed else str(home), setup.framework),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                start_new_session=True,
            )
    except OSError as error:
        control.close()
        raise SandboxError(
            "no process for workers could be started: {error}", error=error
        ) from error
    try:
        socket.send_fds(control, [wire.frame(setup)], [listener.fileno()] if listener else [])
    except ConnectionError:
        pass  # it is gone already; the first request to it will say why
    return process, control


def last_line(home: Path) -> str:
    """The last line that a launched process logged, bounded."""
    lines = (home / "zygote.log").read_text("utf-8", "replace").strip().splitlines()
    return lines[-1][:300] if lines else ""
