# SPDX-License-Identifier: GPL-3.0-or-later
"""What all tests of the desktop app begin with."""
import os
import signal
import tempfile
import unittest
from pathlib import Path

from support.desktop import Desktop
from support.local_api import LocalApi
from support.programs import BIN, Child, House

APP = "framehand"


class AppTest(unittest.TestCase):
    """A desktop of its own with a window manager, and a house whose daemon does not run yet. Everything ends with the
    test, also daemons that an app has left behind."""

    SCREEN = "1024x768"

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        self.addCleanup(self.folder.cleanup)
        self.desktop = Desktop(self.SCREEN)
        self.addCleanup(self.desktop.stop)
        self.desktop.manage_windows()
        self.house = House(self.folder.name, threads=1)
        self.house.more_env = self.desktop.env
        self.addCleanup(self._end_daemons)

    def _end_daemons(self):
        self.house.stop()
        for pid in self.daemons():
            os.kill(pid, signal.SIGKILL)

    def daemons(self):
        """Process ids of the framehandd of this test."""
        pids = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                command = (process / "cmdline").read_bytes().split(b"\0")
                alive = (process / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
            except OSError:
                continue
            if alive and command[0] == str(BIN / "framehandd").encode() and any(
                    self.folder.name.encode() in argument for argument in command):
                pids.append(int(process.name))
        return pids

    def start_app(self, *arguments):
        app = Child([BIN / APP, *arguments], env=self.house.env())
        self.addCleanup(lambda: app.running() and app.kill())
        return app

    def connect(self):
        """To the local API of a daemon that may not be there yet."""
        try:
            return LocalApi(self.house)
        except OSError:
            return None

    def keep_screenshot(self, name):
        """Where FRAMEHAND_SCREENSHOTS says, if it does."""
        folder = os.environ.get("FRAMEHAND_SCREENSHOTS")
        path = Path(folder or self.folder.name) / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.desktop.screenshot(path)
        self.assertGreater(path.stat().st_size, 0)
