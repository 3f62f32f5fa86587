#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed desktop app under wine, by keyboard: the first setup, the window, the settings.

Needs what test_worker.py needs, and openbox, wmctrl, xdotool and ImageMagick.

    FRAMEHAND_BIN=build/release/bin python3 tests/installer/windows/test_app.py -v

FRAMEHAND_SCREENSHOTS   a folder for pictures of what was seen (none are kept)
"""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[2] / "e2e")]

# pylint: disable=wrong-import-position
from installed import DAEMON, PROGRAMS, Installed, of_drive_z  # noqa: E402
from pictures import KeepsPictures  # noqa: E402
from support.desktop import Desktop  # noqa: E402
from support.keyboard import SETTINGS, SETUP, ByKeyboard  # noqa: E402
from support.programs import free_port, wait_for  # noqa: E402

RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"


class App(ByKeyboard, KeepsPictures, Installed):
    PROPERTIES = ("AUTOSTART=0",)

    @classmethod
    def screen(cls):
        cls.desktop = Desktop("1280x900")
        cls.addClassCleanup(cls.desktop.stop)
        cls.desktop.manage_windows()
        return (cls.desktop.env["DISPLAY"],)

    def start_app(self):
        app = self.wine.start(PROGRAMS + "framehand.exe")

        def end():
            self.wine.run(PROGRAMS + "framehand.exe", "--quit", check=False)
            app.wait(60)

        self.addCleanup(end)

    def settings(self):
        return self.settings_file().read_text(encoding="utf-8")

    def test_the_first_setup_makes_a_working_daemon_and_settings_are_saved(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.settings_file().parent.mkdir(parents=True, exist_ok=True)
        self.settings_file().write_text(f"listen_port: {free_port()}\n", encoding="utf-8")
        self.start_app()
        wait_for(lambda: self.window(f"{SETUP}: Welcome"), "the first setup")
        self.activate(SETUP)
        self.keep_picture("setup-welcome")
        self.press_until("alt+n", "Where are the videos?")
        self.keys("alt+f", "ctrl+a")
        self.type(of_drive_z(folder.name))
        self.keep_picture("setup-videos")
        self.keys("Tab", "Tab", "space")
        self.press_until("alt+n", "This will be changed")
        self.keep_picture("setup-summary")
        self.assertNotIn("nas_mount_path", self.settings(), "nothing is changed before Apply")
        self.press_until("alt+a", "Making the changes")
        wait_for(lambda: Path(folder.name).name in self.settings(), "the settings")
        wait_for(lambda: "Framehand" in (self.wine.registry(RUN) or {}), "the start at login")
        wait_for(lambda: (self.status() or {}).get("mode") == "all", "the daemon that works")
        self.keep_picture("setup-result")

        def closed():
            self.keys("alt+f")
            return self.window(SETUP) is None

        wait_for(closed, "the end of the setup")
        self.change_the_memory_limit()

    def change_the_memory_limit(self):
        wait_for(lambda: self.window("Framehand"), "the window")
        self.activate("Framehand")
        self.keep_picture("window")
        self.keys("ctrl+comma")
        wait_for(lambda: self.window(SETTINGS), "the settings dialog")
        self.activate(SETTINGS)
        self.keys("Home", "Down", "Down", "Down", "Down")

        def written():
            # Once more where the daemon, which has just begun anew, had not told its settings yet.
            self.keys("alt+m", "ctrl+a")
            self.type("3GB")
            self.keep_picture("settings")
            self.keys("alt+a")
            return "transcode_memory_limit: 3GB" in self.settings()

        wait_for(written, "the settings file to have it")

    def tearDown(self):
        self.wine.run("taskkill", "/f", "/im", DAEMON, check=False)


if __name__ == "__main__":
    unittest.main()
