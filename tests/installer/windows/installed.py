# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of an installed Framehand under wine begin with."""

import json
import os
import shutil
import tempfile
import unittest
from pathlib import Path

from packages import make_packages, programs_are_built
from support.programs import wait_for
from wine import Wine

PROGRAMS = "C:\\Program Files\\Framehand\\"
DAEMON = "framehandd.exe"


def of_drive_z(path):
    """A path of this system, as wine's programs know it."""
    return "Z:" + str(path).replace("/", "\\")


@unittest.skipUnless(all(map(shutil.which, ("wine", "Xvfb", "wixl", "msibuild"))), "needs wine, Xvfb, wixl and msitools")
class Installed(unittest.TestCase):
    """The MSI is installed, with the properties PROPERTIES, and removed with all settings at the end."""

    PROPERTIES = ()

    @classmethod
    def setUpClass(cls):
        programs_are_built()
        cls.made = tempfile.TemporaryDirectory(prefix="framehand-msi-")
        cls.addClassCleanup(cls.made.cleanup)
        cls.wine = Wine(os.environ.get("FRAMEHAND_WINE_PREFIX"), *cls.screen())
        cls.addClassCleanup(cls.wine.close)
        msi = of_drive_z(make_packages(Path(cls.made.name)))
        cls.wine.run("msiexec", "/i", msi, "/qn", *cls.PROPERTIES)
        cls.addClassCleanup(cls.wine.run, "msiexec", "/x", msi, "/qn", "REMOVE_SETTINGS=1", check=False)

    @classmethod
    def screen(cls):
        """The X server to use, if the test has one."""
        return ()

    def ctl(self, *arguments, check=True):
        return self.wine.run(PROGRAMS + "framehandctl.exe", *arguments, check=check)

    def status(self):
        """What the daemon says of itself, None where there is none."""
        said = self.ctl("status", "--json", check=False)[1]
        daemon = json.loads(said)["daemon"] if said else None
        return daemon["state"] if daemon else None

    def start_daemon(self):
        daemon = self.wine.start(PROGRAMS + DAEMON, "worker")
        wait_for(self.status, "the daemon's answer")
        return daemon

    def settings_file(self):
        return self.wine.of_user("AppData", "Roaming", "Framehand", "config.yml")
