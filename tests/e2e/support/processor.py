# SPDX-License-Identifier: GPL-3.0-or-later
"""What /proc says of a process group: whether its threads run, and the processor time that they have used."""
import time
from pathlib import Path

STOPPED = {"T", "t"}


def _fields(stat):
    """Of a /proc/.../stat, from the state on."""
    return stat[stat.rindex(")") + 2:].split()


def members(group):
    """Process ids of a group."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(_fields(path.read_text())[2]) == group:
                found.append(int(path.parent.name))
        except OSError:
            pass
    return found


def _threads(pids):
    for pid in pids:
        try:
            yield from Path(f"/proc/{pid}/task").iterdir()
        except OSError:
            pass


def stands_still(pids):
    """True if no thread of these processes can run."""
    for thread in _threads(pids):
        try:
            if _fields((thread / "stat").read_text())[0] not in STOPPED:
                return False
        except OSError:
            return False  # it came or went meanwhile
    return True


def nanoseconds(pids):
    """Processor time of all threads of these processes that there are."""
    used = 0
    for thread in _threads(pids):
        try:
            used += int((thread / "schedstat").read_text().split()[0])
        except OSError:
            pass
    return used


def ticks(pids):
    """utime and stime of these processes, as the kernel accounts them."""
    return sum(int(f) for pid in pids for f in _fields(Path(f"/proc/{pid}/stat").read_text())[11:13])


def seconds_until_still(pids, since, patience):
    """How long after `since` (of time.monotonic) the last thread had stopped, reading all of /proc included; None if
    that takes longer than `patience`."""
    while True:
        still = stands_still(pids)
        passed = time.monotonic() - since
        if still:
            return passed
        if passed > patience:
            return None
