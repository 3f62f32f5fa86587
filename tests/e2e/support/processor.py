# SPDX-License-Identifier: GPL-3.0-or-later
"""What /proc says of a process group: whether its threads run, and the processor time that they have used."""
import collections
import contextlib
import os
import threading
import time
from pathlib import Path

NAP = 0.0005  # seconds between two looks at all threads
LOOK = 0.005  # which take no longer than that, with the nap
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


@contextlib.contextmanager
def before_all_others():
    """This thread has a processor whenever it wants one, where it may: who measures would measure his own waiting. Yields
    whether it may."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50))
    except PermissionError:
        yield False
        return
    try:
        yield True
    finally:
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


Standstill = collections.namedtuple("Standstill", "quiet still machine")


def watch_standstill(pids, since, patience):
    """Seconds after `since` (of time.monotonic): `quiet`, when these processes had used all but a rest of their processor
    time; `still`, when the last thread had stopped, reading all of /proc included. And `machine`: for how long, until they
    were quiet, the machine itself ran nothing, seen by a watcher that nothing else goes before (a virtual machine gets its
    processors from another one). None if it takes longer than `patience`."""
    rest = REST_NS * sum(1 for _ in _threads(pids))
    nap = threading.Event()
    seen = []
    with before_all_others() as first:
        while True:
            used = nanoseconds(pids)
            seen.append((time.monotonic() - since, used))
            still = stands_still(pids)
            passed = time.monotonic() - since
            if still:
                break
            if passed > patience:
                return None
            nap.wait(NAP)
    end = nanoseconds(pids)
    quiet = next((at for at, used in seen if end - used <= rest), passed)
    times = [0.0] + [at for at, _ in seen if at <= quiet]
    gaps = (later - earlier for earlier, later in zip(times, times[1:]))
    return Standstill(quiet, passed, sum(gap - LOOK for gap in gaps if gap > LOOK) if first else 0.0)
