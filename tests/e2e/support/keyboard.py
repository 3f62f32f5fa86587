# SPDX-License-Identifier: GPL-3.0-or-later
"""The windows of the desktop app, by keyboard alone."""
from support.app_test import APP
from support.programs import wait_for

SETTINGS = "Settings of Framehand"
SETUP = "Set up Framehand"


class ByKeyboard:
    """For a test that has a Desktop with a window manager as self.desktop."""

    def window(self, title):
        """The title of the app's first window that begins so, None if there is none."""
        return next((seen for seen in self.desktop.titles(APP) if seen.startswith(title)), None)

    def keys(self, *keys):
        for key in keys:
            self.desktop.do("xdotool", "key", "--clearmodifiers", "--delay", "40", key)

    def type(self, text):
        self.desktop.do("xdotool", "type", "--delay", "10", text)

    def activate(self, title):
        """Until it has the keyboard."""
        def active():
            self.desktop.do("wmctrl", "-a", title)
            return self.desktop.do("xdotool", "getactivewindow", "getwindowname").startswith(title)

        wait_for(active, f"the window {title!r} to have the keyboard")

    def press_until(self, key, title):
        """Keys that come before a button is ready are lost, so they are pressed again."""
        def seen():
            if self.window(f"{SETUP}: {title}"):
                return True
            self.keys(key)
            return False

        wait_for(seen, f"the page {title!r}")
