# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon as a service of a real systemd user manager, behind all its walls."""
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

from support import user_manager
from support.programs import BIN, PATIENCE, SAMPLE, SOURCE, House, transcoder_pids, wait_for

TEMPLATE = SOURCE / "resources/systemd/framehandd.service.in"
EXPOSURE = 2.5


@unittest.skipUnless(shutil.which("systemd-analyze"), "there is no systemd-analyze")
class Unit(unittest.TestCase):
    """What systemd says of the unit without running it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.unit = self.folder / "framehandd.service"
        text = TEMPLATE.read_text().replace("@FRAMEHANDD@", f"{BIN}/framehandd auto").replace("@ENVIRONMENT@\n", "")
        self.unit.write_text(text)

    def analyze(self, *arguments):
        return subprocess.run(["systemd-analyze", "--user", "--no-pager", *arguments, self.unit], text=True,
                              env=os.environ | {"XDG_RUNTIME_DIR": str(self.folder)}, capture_output=True, check=False)

    def test_has_no_word_that_systemd_does_not_know(self):
        done = self.analyze("verify", "--man=no")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_is_walled_off(self):
        done = self.analyze("security", "--offline=true")
        exposure = float(re.search(r"exposure level for \S+: ([\d.]+)", done.stdout).group(1))
        self.assertLessEqual(exposure, EXPOSURE, done.stdout)


@unittest.skipIf(user_manager.missing(), user_manager.missing())
class Service(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.house = House(folder.name, threads=1)
        self.manager = None
        self.write_config()

    def write_config(self, **changes):
        """In the place where the daemon looks by itself, and for one machine alone."""
        values = {"nas_mount_path": self.house.nas, "data_dir": self.house.data, "listen_port": self.house.port,
                  "min_free_bytes": "1MB", "sync_interval": "200ms", "progress_interval": "200ms", "threads": 1,
                  "transcode_priority": "normal", "courtesy": "off"} | changes
        config = self.house.folder / ".config/framehand/config.yml"
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text("".join(f"{key}: {value}\n" for key, value in values.items() if value is not None))
        if self.manager:
            self.manager.own()

    def start_manager(self):
        self.manager = user_manager.UserManager(self.house.folder, BIN)
        self.addCleanup(self.manager.stop)

    def service(self, verb):
        return self.manager.run(self.manager.bin / "framehandctl", "--json", "service", verb)

    def status(self):
        return json.loads(self.service("status").stdout)

    def running(self, but=0):
        """The state of a service that runs in another process than `but`."""
        def state():
            found = self.status()
            return found if found["activity"] == "running" and found["process_id"] not in (0, but) else None
        return wait_for(state, "the service to run")

    def submit(self, name):
        video = self.house.nas / name
        shutil.copy(SAMPLE, video)
        self.manager.own()
        status, job = self.house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": name},
            "outputs": [{"resolution": "480p", "dest_path": "out/480p"},
                        {"resolution": "240p", "dest_path": "out/240p"}]})
        self.assertIn(status, (200, 201), job)
        return job["job_id"]

    def test_does_its_work_behind_its_walls_and_is_started_again_after_a_kill(self):
        self.start_manager()
        installed = self.service("install")
        self.assertEqual(installed.returncode, 0, installed.stderr + self.manager.manager.text())
        first = self.running()
        self.assertTrue(first["installed"])
        self.assertFalse((self.house.folder / ".config/systemd/user/framehandd.service.d").exists())
        pid = first["process_id"]
        status = Path(f"/proc/{pid}/status").read_text()
        self.assertRegex(status, r"NoNewPrivs:\s+1")
        self.assertRegex(status, r"Seccomp:\s+2")
        self.assertRegex(status, r"CapBnd:\s+0+\n")
        self.assertIn("idle", subprocess.run(["ionice", "-p", str(pid)], capture_output=True, text=True).stdout)
        self.assertNotEqual(os.readlink(f"/proc/{pid}/ns/user"), os.readlink("/proc/self/ns/user"))

        job = self.submit("film.mp4")
        wait_for(lambda: transcoder_pids(pid), "a transcoder")
        wait_for(lambda: "transcoding film.mp4" in self.status()["said"], "the service to say what it does")
        os.kill(pid, signal.SIGKILL)
        second = self.running(but=pid)
        self.assertEqual(second["restarts"], 1)
        ended = self.house.ended(job)
        self.assertEqual((ended["state"], ended["attempt_count"]), ("COMPLETED", 1), ended)
        verified = self.manager.run(self.manager.bin / "framehandctl", "verify", self.house.nas / "out")
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        wait_for(lambda: self.status()["said"] == "waiting for jobs", "the service to say that it waits")

        self.assertEqual(self.service("stop").returncode, 0)
        self.assertEqual(self.status()["activity"], "stopped")
        self.assertTrue(self.status()["installed"])
        self.assertEqual(self.service("start").returncode, 0)
        self.assertEqual(self.service("remove").returncode, 0)
        self.assertEqual(self.status()["activity"], "stopped")
        units = self.house.folder / ".config/systemd/user"
        self.assertEqual([p for p in units.rglob("*") if not p.is_dir()], [])

    def test_one_that_hangs_is_started_again(self):
        drop_in = self.house.folder / ".config/systemd/user/framehandd.service.d/test.conf"
        drop_in.parent.mkdir(parents=True)
        drop_in.write_text("[Service]\nWatchdogSec=8\nRestartSec=0\n")
        self.start_manager()
        self.assertEqual(self.service("install").returncode, 0)
        pid = self.running()["process_id"]
        os.kill(pid, signal.SIGSTOP)
        self.assertEqual(self.running(but=pid)["restarts"], 1)

    def test_wrong_settings_are_told_and_not_tried_again(self):
        self.write_config(nas_mount_path=None)
        self.start_manager()
        refused = self.service("install")
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("nas_mount_path is not set", refused.stderr)
        state = self.status()
        self.assertEqual((state["installed"], state["process_id"], state["restarts"]), (True, 0, 0))

        self.write_config()
        self.assertEqual(self.service("start").returncode, 0)
        self.running()


if __name__ == "__main__":
    unittest.main()
