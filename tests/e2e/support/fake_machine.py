# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kernel says of the machine, as a test wants it: for tests in a mount namespace of their own."""
import os
import subprocess
import threading
import time
from pathlib import Path

# A machine of so many cores that what the job under test really uses is little of it.
CORES = 64


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


def unmount(path):
    subprocess.run(["umount", "-l", str(path)], check=False)


class FakeMachine:
    """Its own /proc/stat, and one sensor of the processor, in /sys/class/thermal. Ends with stop()."""

    def __init__(self, folder):
        self.busy = 0.0  # of all cores
        self._stat = Path(folder) / "stat"
        self._ticks = [0.0, 0.0]  # busy, idle
        self._end = threading.Event()
        self._write()
        self._mounted = []
        mount("--bind", self._stat, "/proc/stat")
        self._mounted.append("/proc/stat")
        # Nothing can be made in the kernel's own folders: one that has none of these is hidden as a whole.
        thermal = Path("/sys/class/thermal")
        self._hide(next(folder for folder in (thermal, *thermal.parents) if folder.is_dir()))
        if Path("/sys/class/hwmon").is_dir():
            self._hide("/sys/class/hwmon")
        zone = thermal / "thermal_zone0"
        zone.mkdir(parents=True)
        (zone / "type").write_text("x86_pkg_temp\n")
        self._temp = zone / "temp"
        self.set_celsius(50)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self):
        self._end.set()
        self._thread.join()
        for path in reversed(self._mounted):
            unmount(path)

    def _hide(self, folder):
        mount("-t", "tmpfs", "tmpfs", folder)
        self._mounted.append(folder)

    def set_celsius(self, celsius):
        self._temp.write_text(f"{celsius * 1000}\n")

    def _run(self):
        last = time.monotonic()
        while not self._end.wait(0.1):
            now = time.monotonic()
            ticks = (now - last) * 100 * CORES
            self._ticks[0] += ticks * self.busy
            self._ticks[1] += ticks * (1 - self.busy)
            last = now
            self._write()

    def _write(self):
        """In place and of one length, so that a reader never sees half of it."""
        text = f"cpu  {int(self._ticks[0]) + 1000:020d} 0 0 {int(self._ticks[1]) + 1000:020d} 0 0 0 0 0 0\n"
        with open(self._stat, "r+b" if self._stat.exists() else "wb", buffering=0) as file:
            file.write(text.encode())


class SmallDisk:
    """A disk of so many bytes at a folder. Ends with stop()."""

    def __init__(self, path, size):
        self.path = Path(path)
        self.path.mkdir(parents=True, exist_ok=True)
        mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", self.path)

    def fill_up_to(self, free):
        """Leaves so many bytes, whatever is there already."""
        disk = os.statvfs(self.path)
        with open(self.path / "somebody-else", "wb") as file:
            os.posix_fallocate(file.fileno(), 0, disk.f_bavail * disk.f_frsize - free)

    def free(self):
        (self.path / "somebody-else").unlink()

    def stop(self):
        unmount(self.path)
