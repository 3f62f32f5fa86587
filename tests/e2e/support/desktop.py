# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of the test's own: an X server without a screen, a window manager, a tray, and a D-Bus with services that
are mocked or real."""
import json
import os
import re
import subprocess

from support.programs import wait_for

# Debian's own: another Python in the way has no dbusmock.
PYTHON = "/usr/bin/python3"
TO_LEAVE_SEC = 5
NOTIFIERS = "org.kde.StatusNotifierWatcher"


class Desktop:
    """What it starts ends with stop()."""

    def __init__(self, screen="640x480"):
        self._started = []
        try:
            address = self._first_line(["dbus-daemon", "--session", "--nofork", "--print-address"])
            # Else it begins anew whenever its last client leaves, which may be while the window manager comes.
            display = self._first_line(["Xvfb", "-noreset", "-displayfd", "1", "-screen", "0", f"{screen}x24",
                                        "-nolisten", "tcp"], stderr=subprocess.DEVNULL)
        except BaseException:
            self.stop()
            raise
        self.env = {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address, "DISPLAY": ":" + display,
                    "WAYLAND_DISPLAY": ""}

    def _first_line(self, arguments, **options):
        """Of a program that says by it where it can be reached."""
        line = self.run(arguments, stdout=subprocess.PIPE, text=True, **options).stdout.readline().strip()
        if not line:
            raise AssertionError(f"{arguments[0]} did not start")
        return line

    def run(self, arguments, more_env=None, **options):
        env = os.environ | getattr(self, "env", {}) | (more_env or {})
        process = subprocess.Popen([str(a) for a in arguments], env=env, **options)
        self._started.append(process)
        return process

    def do(self, *arguments):
        return subprocess.run([str(a) for a in arguments], env=os.environ | self.env, check=True, capture_output=True,
                              text=True).stdout

    def stop(self):
        for process in reversed(self._started):
            process.terminate()  # who is killed leaves sockets and locks behind
            try:
                process.wait(TO_LEAVE_SEC)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()

    def press_a_key(self):
        self.do("xdotool", "key", "a")

    def manage_windows(self):
        # It names itself before it takes up windows, and one that opens in between is never managed.
        ready = "xprop -root -f WINDOW_MANAGER_IS_READY 8s -set WINDOW_MANAGER_IS_READY yes"
        self.run(["openbox", "--startup", ready], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: "yes" in self.do("xprop", "-root", "WINDOW_MANAGER_IS_READY"), "the window manager")

    def show_window(self):
        """Under a window manager; returns its title."""
        self.manage_windows()
        self.run(["xmessage", "a film"], stderr=subprocess.DEVNULL)
        wait_for(lambda: "xmessage" in self._wmctrl("-l"), "the window")
        return "xmessage"

    def windows(self, program):
        """(id, title) of the program's open windows."""
        lines = [line.split(None, 4) for line in self._wmctrl("-lx").splitlines()]
        return [(line[0], line[4]) for line in lines if len(line) == 5 and line[2].split(".")[0] == program]

    def titles(self, program):
        """Of the program's open windows."""
        return [title for _, title in self.windows(program)]

    def close_window(self, title):
        """As its close button does."""
        self.do("wmctrl", "-c", title)

    def show_tray(self):
        """A tray for XEmbed icons in the lower right corner; kill() takes it away."""
        return self.run(["trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "32"],
                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def show_panel(self):
        """A host of StatusNotifierItems; kill() takes it away."""
        panel = self.run(["lxqt-panel"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                         more_env={"XDG_CONFIG_DIRS": "/etc/xdg:/usr/share"})
        wait_for(lambda: "true" in self.notifier_property("IsStatusNotifierHostRegistered"), "the panel")
        return panel

    def notifier_property(self, name):
        """Of the watcher of StatusNotifierItems, "" where there is none."""
        return subprocess.run(["gdbus", "call", "--session", "-d", NOTIFIERS, "-o", "/StatusNotifierWatcher", "-m",
                               "org.freedesktop.DBus.Properties.Get", NOTIFIERS, name], env=os.environ | self.env,
                              capture_output=True, text=True, check=False).stdout

    def tray_icon(self, program):
        """The centre of the program's icon in the tray, None if it has none there."""
        tree = subprocess.run(["xwininfo", "-root", "-tree"], env=os.environ | self.env, capture_output=True, text=True,
                              check=False).stdout
        tray = None
        for line in tree.splitlines():
            depth = len(line) - len(line.lstrip())
            if tray is not None and depth <= tray:
                tray = None
            if '"trayer"' in line:
                tray = depth
            found = re.search(rf'\("{program}" "{program}"\) +(\d+)x(\d+)\S* +\+(-?\d+)\+(-?\d+)', line)
            if found and tray is not None:
                width, height, left, top = map(int, found.groups())
                return left + width // 2, top + height // 2
        return None

    def click(self, place, button):
        self.do("xdotool", "mousemove", place[0], place[1], "click", button)

    def screenshot(self, path):
        self.do("import", "-window", "root", path)

    def _wmctrl(self, what):
        """Its output; it fails as long as there is nothing to tell."""
        return subprocess.run(["wmctrl", what], env=os.environ | self.env, capture_output=True, text=True,
                              check=False).stdout

    # D-Bus

    def call(self, service, path, method, *arguments):
        return self.do("gdbus", "call", "--system", "-d", service, "-o", path, "-m", method, *arguments)

    def serve(self, service, arguments):
        self.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.do("gdbus", "wait", "--system", "--timeout", "30", service)

    def mock_template(self, service, template, **parameters):
        self.serve(service, [PYTHON, "-m", "dbusmock", "--template", template, "--parameters", json.dumps(parameters)])

    def mock_object(self, service, path, name, value):
        """One object with one property of the interface that is called like the service."""
        self.serve(service, [PYTHON, "-m", "dbusmock", "--system", service, path, service])
        self.call(service, path, "org.freedesktop.DBus.Mock.AddProperty", service, name, f"<{value}>")

    def set_property(self, service, path, name, value):
        self.call(service, path, "org.freedesktop.DBus.Mock.UpdateProperties", service, f"{{'{name}': <{value}>}}")
