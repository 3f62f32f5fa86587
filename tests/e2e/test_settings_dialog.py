# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings dialog and the first setup of the desktop app, by keyboard alone, on a desktop of its own with a real
daemon.

FRAMEHAND_SCREENSHOTS   a folder for pictures of what was seen (none are kept)
"""
import unittest
from pathlib import Path

from support.app_test import AppTest
from support.keyboard import SETTINGS, SETUP, ByKeyboard
from support.local_api import LocalApi
from support.programs import wait_for


class SettingsDialog(ByKeyboard, AppTest):
    def open_settings(self):
        self.start_app()
        wait_for(lambda: self.window("Framehand"), "the window")
        self.activate("Framehand")
        self.keys("ctrl+comma")
        wait_for(lambda: self.window(SETTINGS), "the settings dialog")
        self.activate(SETTINGS)

    def test_a_setting_changed_in_the_dialog_is_written_and_in_force(self):
        self.house.start()
        api = LocalApi(self.house)
        self.addCleanup(api.close)
        self.open_settings()
        # The list of pages has the keyboard: the fifth is Performance.
        self.keys("Home", "Down", "Down", "Down", "Down", "alt+m")
        self.type("3GB")
        self.keep_screenshot("changed-setting")

        def written():
            self.keys("alt+a")
            return "transcode_memory_limit: 3GB" in self.house.config.read_text()

        wait_for(written, "the settings file to have it")
        self.assertIn("threads: 1", self.house.config.read_text(), "all else stays")
        wait_for(lambda: api.call("settings.get")["transcode_memory_limit"]["value"] == "3GB", "the daemon to heed it")
        self.keep_screenshot("applied-setting")
        self.keys("Escape")
        wait_for(lambda: self.window(SETTINGS) is None, "the closed dialog")

    def test_a_job_source_is_checked_and_preferred_by_keyboard(self):
        self.house.start()
        self.open_settings()
        self.keys("Home", "Down", "alt+j", "Down", "space", "alt+u")
        self.keep_screenshot("job-sources")

        def written():
            self.keys("alt+a")
            return 'job_source: "redis, orchestrator"' in self.house.config.read_text()

        wait_for(written, "the settings file to have it")
        self.keep_screenshot("applied-job-sources")

    def begin_setup(self):
        lines = self.house.config.read_text().splitlines(True)
        self.house.config.write_text("".join(line for line in lines if not line.startswith(("nas_mount", "orchestrator_"))))
        app = self.start_app("--config", self.house.config)
        wait_for(lambda: self.window(f"{SETUP}: Welcome"), "the first setup")
        self.activate(SETUP)
        return app

    def go_to_summary(self):
        self.press_until("alt+n", "Where are the videos?")
        self.keys("alt+f", "ctrl+a")
        self.type(str(self.house.nas))
        # By Tab, as an Alt+N that comes too early would be typed into a field that has the keyboard.
        self.keys("Tab", "Tab", "space")
        # It goes no further before the test has ended well, and no further than the list of changes.
        self.press_until("alt+n", "This will be changed")

    def test_the_first_setup_makes_a_working_daemon(self):
        self.begin_setup()
        self.keep_screenshot("setup-welcome")
        before = self.house.config.read_text()
        self.go_to_summary()
        self.keep_screenshot("setup-summary")
        self.assertEqual(self.house.config.read_text(), before, "nothing is changed before Apply")
        self.press_until("alt+a", "Making the changes")
        wait_for(lambda: f"nas_mount_path: {self.house.nas}" in self.house.config.read_text(), "the settings")
        autostart = Path(self.house.env()["XDG_CONFIG_HOME"]) / "autostart/framehand.desktop"
        wait_for(autostart.exists, "the start at login")

        def works():
            api = self.connect()
            if api is None:
                return False
            try:
                return api.call("state.get")["state"]["mode"] == "all"
            except (OSError, ValueError, AssertionError):
                return False
            finally:
                api.close()

        wait_for(works, "the daemon that works")
        self.keep_screenshot("setup-result")

        def closed():
            self.keys("alt+f")
            return self.window(SETUP) is None

        wait_for(closed, "the end of the setup")

    def test_a_cancelled_setup_changes_nothing_and_does_not_come_again(self):
        app = self.begin_setup()
        before = self.house.config.read_text()
        self.go_to_summary()
        self.keys("Escape")
        wait_for(lambda: self.window(SETUP) is None, "the closed setup")
        self.assertEqual(self.house.config.read_text(), before)
        self.assertFalse((Path(self.house.env()["XDG_CONFIG_HOME"]) / "autostart").exists())
        self.assertEqual(app.stop(), 0)
        self.start_app("--config", self.house.config)
        wait_for(lambda: self.window("Framehand"), "the window")
        # The one button that is shown opens it again.
        self.activate("Framehand")

        def opened():
            self.keys("alt+s")
            return self.window(SETUP)

        wait_for(self.connect, "the daemon").close()
        wait_for(opened, "the setup that was asked for")


if __name__ == "__main__":
    unittest.main(verbosity=2)
