# SPDX-License-Identifier: GPL-3.0-or-later
"""What /proc says of a process group: whether its threads run, and the processor time that they have used."""
import time
from pathlib import Path

STOPPED = {"T", "t"}
# Of each thread: one that waits for a processor stops only once it gets one, and stopping takes some time itself.
REST_NS = 100_000


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


def watch_standstill(pids, since, patience):
    """(quiet, still), in seconds after `since` (of time.monotonic): when these processes had used all but a rest of their
    processor time, and when the last thread had stopped, reading all of /proc included; None if that takes longer than
    `patience`."""
    rest = REST_NS * sum(1 for _ in _threads(pids))
    seen = []
    while True:
        used = nanoseconds(pids)
        seen.append((time.monotonic() - since, used))
        still = stands_still(pids)
        passed = time.monotonic() - since
        if still:
            end = nanoseconds(pids)
            return next((at for at, used in seen if end - used <= rest), passed), passed
        if passed > patience:
            return None
