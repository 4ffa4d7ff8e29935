"""A program in a pseudo-terminal: what a person at a keyboard would wait for."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from types import TracebackType
from typing import Self

COLUMNS, ROWS = 80, 24


class Terminal:
    """Starts a Python program in a terminal of 80×24 and measures until it has shown something."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"} | environment)
            os.execv(sys.executable, [sys.executable, *arguments])
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def seconds_until(self, *texts: str, since: float | None = None, timeout: float = 30.0) -> float:
        """Seconds from *since* (the start of the program) until one of *texts* was written to the terminal.

        Raises TimeoutError where that takes longer than *timeout*.
        """
        wanted = [text.encode() for text in texts]
        seen = b""
        start = self.started if since is None else since
        while time.perf_counter() - start < timeout:
            if select.select([self._fd], [], [], 0.001)[0]:
                seen += os.read(self._fd, 65536)
                if any(text in seen for text in wanted):
                    return time.perf_counter() - start
        raise TimeoutError(f"{texts} never came: {seen[-400:]!r}")

    def press(self, keys: str) -> float:
        """Types *keys* and returns when."""
        at = time.perf_counter()
        os.write(self._fd, keys.encode())
        return at

    def settle(self, quiet: float = 0.05) -> None:
        """Reads until nothing has come for a while."""
        last = time.perf_counter()
        while time.perf_counter() - last < quiet:
            if select.select([self._fd], [], [], 0.005)[0]:
                os.read(self._fd, 65536)
                last = time.perf_counter()

    def resident_megabytes(self) -> float:
        """Memory the process holds now (Linux)."""
        with open(f"/proc/{self.pid}/statm", encoding="ascii") as statm:  # noqa: PTH123 - procfs
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
