"""How much memory a test takes, as the kernel counts it."""

from pathlib import Path


class Peak:
    """How far the memory of this process grows beyond what it had."""

    def __init__(self) -> None:
        Path("/proc/self/clear_refs").write_text("5")
        self.start = self._peak()

    def grown(self) -> int:
        """Bytes."""
        return self._peak() - self.start

    def _peak(self) -> int:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM"))
