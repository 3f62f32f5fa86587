# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs and says what they cost, as the kernel counted it."""

import json
import os
import subprocess
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


class Failure(Exception):
    """A sentence for the person who runs the benchmark."""


@dataclass
class Cost:
    """What one run cost. CPU seconds are user and system time of the process and the children it waited for."""

    cpu: float = 0.0
    wall: float = 0.0
    peak_mib: float = 0.0  # resident memory of the largest process

    def and_then(self, other):
        """This, then `other`, one after another."""
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak_mib, other.peak_mib))

    def to_json(self):
        return {name: round(value, 3) for name, value in asdict(self).items()}


def cost_of(process, started):
    """Waits for the end of a process and fails with its own words unless that is good."""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def fail_if_bad(process, command, said):
    if process.returncode != 0:
        raise Failure(f"{Path(command[0]).name} failed with {process.returncode}: {said.strip()[-2000:]}\n"
                      f"  {' '.join(map(str, command))}")


def run(command):
    """Runs one command to its end. Gives (Cost, standard output)."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        cost = cost_of(process, started)
        output.seek(0)
        errors.seek(0)
        fail_if_bad(process, command, errors.read().decode(errors="replace"))
        return cost, output.read()


def so_far(process, started):
    """What a running process has cost by now, all its threads together."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    status = Path(f"/proc/{process.pid}/status").read_text()
    peak_kib = int(status.partition("VmHWM:")[2].split()[0])
    return Cost((int(fields[11]) + int(fields[12])) / TICKS, time.monotonic() - started, peak_kib / 1024)


def run_framehand(transcoder, spec):
    """Runs one job. Gives (cost until its transcode was done and its own verification began, whole cost, the plan)."""
    command = [str(transcoder), "run"]
    with tempfile.TemporaryFile() as errors:
        started = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        process.stdin.write((json.dumps(spec) + "\n").encode())
        process.stdin.flush()  # and stays open: its end would tell the transcoder that nobody wants the result
        transcoded, plan, said = None, {}, ""
        for line in process.stdout:
            event = json.loads(line)
            if transcoded is None and event.get("phase") == "verify":
                transcoded = so_far(process, started)
            plan = event.get("plan", plan)
            said = str(event["error"]) if "error" in event else said
        whole = cost_of(process, started)
        process.stdin.close()
        process.stdout.close()
        errors.seek(0)
        fail_if_bad(process, command, said or errors.read().decode(errors="replace"))
        return transcoded or whole, whole, plan
