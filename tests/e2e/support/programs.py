# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs under test, as child processes on loopback and in temporary folders."""
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

BIN = Path(os.environ["FRAMEHAND_BIN"])
SOURCE = Path(__file__).resolve().parents[3]
SAMPLE = SOURCE / "resources/sample/dog-720p.mp4"
# Sanitizers and a busy machine make everything slower; nothing here waits longer than its condition needs.
PATIENCE = float(os.environ.get("FRAMEHAND_TEST_PATIENCE", "120"))
# What measure_machine.py has found out: each daemon with a data folder of its own would measure anew, for some seconds.
MEASURED = os.environ.get("FRAMEHAND_TEST_CAPABILITIES")
# Below those that the system gives to whoever asks for any, and other ones in each process: between the question and the
# listener, nobody takes one.
_PORTS = itertools.cycle(range(20000 + os.getpid() % 380 * 32, 20032 + os.getpid() % 380 * 32))


def free_port():
    for port in itertools.islice(_PORTS, 32):
        with socket.socket() as s:
            try:
                s.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")


def wait_for(condition, what, patience=PATIENCE):
    """The condition's first true value; fails the test when it stays false. Conditions are other processes' doings, so
    they can only be asked again."""
    deadline = time.monotonic() + patience
    pause = threading.Event()
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {patience:.0f} s for {what}")
        pause.wait(0.05)


class Child:
    """A process whose output lines are collected while it runs."""

    def __init__(self, arguments, env=None, cwd=None):
        self.process = subprocess.Popen([str(a) for a in arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        stdin=subprocess.DEVNULL, text=True, errors="replace", env=env, cwd=cwd)
        self.lines = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def json_lines(self):
        found = []
        for line in list(self.lines):
            try:
                found.append(json.loads(line))
            except ValueError:
                pass
        return found

    def running(self):
        return self.process.poll() is None

    def kill(self):
        """As a power cut would: nothing is tidied up."""
        if self.running():
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._reader.join(5)
        self.process.stdout.close()

    def stop(self):
        """As a person would; returns the exit status."""
        if self.running():
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError("did not stop on SIGTERM; its last lines:\n" + "\n".join(self.lines[-20:])) from None
        self._reader.join(5)
        self.process.stdout.close()
        return self.process.returncode

    def text(self):
        return "\n".join(self.lines)


class House:
    """One installation: NAS folder, data folder, port, and the framehandd that runs on them."""

    def __init__(self, folder, mode="all", nas=None, url=None, **settings):
        self.folder = Path(folder)
        self.mode = mode
        self.nas = Path(nas) if nas else self.folder / "nas"
        self.data = self.folder / "data"
        self.nas.mkdir(parents=True, exist_ok=True)
        self.data.mkdir(parents=True, exist_ok=True)
        if MEASURED and not (self.data / "capabilities.json").exists():
            shutil.copy(MEASURED, self.data / "capabilities.json")
        self.port = free_port()
        self.url = url or f"http://127.0.0.1:{self.port}"
        self.settings = {"min_free_bytes": "1MB", "sync_interval": "200ms", "progress_interval": "200ms",
                         "lease_timeout": "20s", "transcode_priority": "normal", "courtesy": "off", "worker_id": "pc-1", "log_level": "debug"} | settings
        self.daemon = None
        self.more_env = {}
        config = self.folder / "config.yml"
        lines = [f"orchestrator_url: {self.url}", f"nas_mount_path: {self.nas}", f"data_dir: {self.data}",
                 f"listen_port: {self.port}"]
        config.write_text("\n".join(lines + [f"{k}: {v}" for k, v in self.settings.items()]) + "\n")
        self.config = config

    def env(self):
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        return os.environ | {"XDG_RUNTIME_DIR": str(runtime), "HOME": str(self.folder),
                             "XDG_CONFIG_HOME": str(self.folder / "cfg"), "XDG_DATA_HOME": str(self.folder / "share")} | self.more_env

    def start(self):
        self.daemon = Child([BIN / "framehandd", self.mode, "--config", self.config], env=self.env())
        wait_for(self.listening if self.mode == "worker" else self.healthy, "the daemon to answer")
        return self

    def listening(self):
        self.check_running()
        return (self.folder / "run" / "framehand" / "agent.sock").exists()

    def check_running(self):
        if not self.daemon.running():
            raise AssertionError("framehandd ended:\n" + self.daemon.text())

    def healthy(self):
        self.check_running()
        try:
            return self.call("GET", "/healthz")[0] == 200
        except OSError:
            return False

    def stop(self):
        if self.daemon:
            status = self.daemon.stop()
            self.daemon = None
            return status
        return 0

    def kill(self):
        self.daemon.kill()
        self.daemon = None

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"{}")

    def job(self, job_id):
        status, job = self.call("GET", f"/api/v1/jobs/{job_id}")
        assert status == 200, (status, job)
        return job

    def ended(self, job_id, patience=PATIENCE):
        def finished():
            try:
                job = self.job(job_id)
            except OSError:
                return None
            return job if job["state"] in ("COMPLETED", "FAILED", "CANCELLED") else None
        return wait_for(finished, f"the end of {job_id}", patience)

    def ctl(self, *arguments, timeout=600):
        return subprocess.run([str(BIN / "framehandctl"), "--config", str(self.config), *map(str, arguments)],
                              env=self.env(), capture_output=True, text=True, timeout=timeout, check=False)

    def has_job(self):
        """Whether a job is in hand that has not ended."""
        return (self.data / "running_job.json").exists()

    def has_untold(self):
        """Whether there is an end of a job that its source does not know of yet."""
        outbox = self.data / "outbox"
        return outbox.is_dir() and any(path.suffix == ".json" for path in outbox.iterdir())

    def staging(self):
        """What lies in the staging folder now."""
        staging = self.data / "staging"
        return sorted(p.name for p in staging.iterdir()) if staging.is_dir() else []


def transcoder_pids(parent):
    """Process ids of the transcoders that a daemon runs."""
    pids = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = status.read_text()
        except OSError:
            continue
        name = text[text.index("(") + 1:text.rindex(")")]
        fields = text[text.rindex(")") + 2:].split()
        if name.startswith("framehand-trans") and int(fields[1]) == parent and fields[0] != "Z":
            pids.append(int(status.parent.name))
    return pids
