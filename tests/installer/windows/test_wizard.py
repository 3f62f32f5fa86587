#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installer's own windows under wine, by keyboard: as somebody installs who double-clicks the MSI.

Needs what test_app.py needs.

    FRAMEHAND_BIN=build/release/bin python3 tests/installer/windows/test_wizard.py -v

FRAMEHAND_SCREENSHOTS   a folder for pictures of what was seen (none are kept)
"""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[2] / "e2e")]

# pylint: disable=wrong-import-position
from installed import PROGRAMS, of_drive_z  # noqa: E402
from packages import make_packages, programs_are_built  # noqa: E402
from pictures import KeepsPictures  # noqa: E402
from support.desktop import Desktop  # noqa: E402
from support.programs import free_port, wait_for  # noqa: E402
from wine import Wine  # noqa: E402

INSTALLER = "msiexec"
APP = "framehand"


class Wizard(KeepsPictures, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        programs_are_built()
        made = tempfile.TemporaryDirectory(prefix="framehand-msi-")
        cls.addClassCleanup(made.cleanup)
        cls.msi = of_drive_z(make_packages(Path(made.name)))
        cls.desktop = Desktop("1280x900")
        cls.addClassCleanup(cls.desktop.stop)
        cls.desktop.manage_windows()
        cls.wine = Wine(display=cls.desktop.env["DISPLAY"])
        cls.addClassCleanup(cls.wine.close)

    def pressed(self, key):
        """In the installer's window, whichever it shows: those that a page has no use for do nothing."""
        windows = self.desktop.windows(INSTALLER)
        if windows:
            self.desktop.do("wmctrl", "-i", "-a", windows[-1][0])
            self.desktop.do("xdotool", "key", "--clearmodifiers", key)
        return True

    def start_installer(self):
        installer = self.wine.start("msiexec", "/i", self.msi)
        self.addCleanup(lambda: installer.poll() is None and installer.kill())
        wait_for(lambda: self.desktop.windows(INSTALLER), "the installer's window")
        return installer

    def installed(self):
        return (self.wine.drive / "Program Files" / "Framehand" / f"{APP}.exe").is_file()

    def test_1_cancelled_it_changes_nothing(self):
        installer = self.start_installer()

        def ended():
            for key in ("Escape", "alt+y", "alt+c"):  # Cancel, Yes, Close
                self.pressed(key)
            return installer.poll() is not None

        wait_for(ended, "the installer to end")
        self.assertFalse(self.installed())

    def test_2_by_its_usual_buttons_it_installs_and_starts_the_app(self):
        settings = self.wine.of_user("AppData", "Roaming", "Framehand", "config.yml")
        settings.parent.mkdir(parents=True)
        settings.write_text(f"listen_port: {free_port()}\n", encoding="utf-8")
        installer = self.start_installer()
        self.keep_picture("install-licence")

        wait_for(lambda: self.pressed("alt+i") and self.installed(), "the programs")
        wait_for(lambda: self.pressed("alt+f") and installer.poll() is not None, "the installer to end")
        self.assertEqual(installer.returncode, 0)
        wait_for(lambda: self.desktop.windows(APP), "the app's window")
        self.keep_picture("install-app")
        self.wine.run(PROGRAMS + APP + ".exe", "--quit", check=False)
        wait_for(lambda: not self.wine.processes(f"{APP}.exe"), "the app to end")


if __name__ == "__main__":
    unittest.main()
