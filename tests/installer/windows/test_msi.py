#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installer under wine: what it puts where, upgrades, refuses and takes away.

Needs programs that were built for Windows, and the libraries of installer/windows/build-deps:

    FRAMEHAND_WINDOWS_BUILD=... FRAMEHAND_WINDOWS_PREFIX=... FRAMEHAND_WINDOWS_WORK=... python3 test_msi.py -v

(build/windows/release, prefix and work unless named). A prefix of wine is made, or taken from FRAMEHAND_WINE_PREFIX.
"""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

# pylint: disable=wrong-import-position
from packages import make_packages, programs_are_built  # noqa: E402
from wine import Wine, wait_for  # noqa: E402

NEWER = "99.1.2"
RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
OWN = r"HKLM\Software\Framehand"
UNINSTALL = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
SERVICE = "framehandd"
REFUSED = 1603 & 0xFF  # ERROR_INSTALL_FAILURE, of which wine keeps eight bits


def digests(folder):
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file()}


@unittest.skipUnless(all(map(shutil.which, ("wine", "Xvfb", "wixl", "msibuild"))), "needs wine, Xvfb, wixl and msitools")
class Msi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        programs_are_built()
        cls.packages = Path(tempfile.mkdtemp(prefix="framehand-msi-"))
        cls.msi = make_packages(cls.packages / "first")
        cls.newer = make_packages(cls.packages / "newer", "--package-version", NEWER)
        cls.version = cls.msi.name.split("-")[1]
        cls.wine = Wine(os.environ.get("FRAMEHAND_WINE_PREFIX"))
        cls.installed = cls.wine.drive / "Program Files" / "Framehand"
        cls.menu = [cls.wine.of_user("AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Framehand.lnk"),
                    cls.wine.drive / "ProgramData/Microsoft/Windows/Start Menu/Programs/Framehand.lnk"]

    @classmethod
    def tearDownClass(cls):
        cls.wine.close()
        shutil.rmtree(cls.packages)

    def setUp(self):
        self.running = None

    def tearDown(self):
        for package in (self.msi, self.newer):
            self.msiexec("/x", package, check=False)
        if self.running:
            self.running.wait(timeout=60)
        for kind in ("Roaming", "Local"):
            shutil.rmtree(self.wine.of_user("AppData", kind, "Framehand"), ignore_errors=True)
        self.wine.run("reg", "delete", RUN, "/v", "Framehand", "/f", check=False)

    def msiexec(self, action, package, *properties, check=True):
        log = self.packages / "msiexec.log"
        code, said = self.wine.run("msiexec", action, f"Z:{package}", "/qn", "/l*v", f"Z:{log}", *properties, check=False)
        if check and code != 0:
            told = log.read_bytes().decode(errors="replace").replace("\0", "")
            self.fail(f"msiexec {action} ended with {code}: {said}\n{told[-3000:]}")
        return code

    def user_path(self, path):
        return rf"C:\users\{self.wine.user}" + "\\" + path

    def start_app(self):
        self.running = self.wine.start(r"C:\Program Files\Framehand\framehand.exe", "--hidden")
        wait_for(lambda: self.wine.processes("framehand.exe"), "the app does not start")

    def entries_of_the_list_of_programs(self):
        values = map(self.wine.registry, self.wine.registry_below(UNINSTALL))
        return [(entry["DisplayVersion"]) for entry in values if entry and entry.get("DisplayName") == "Framehand"]

    def write_settings(self):
        """Of one machine alone; and something in the folder of its data."""
        (self.wine.drive / "Videos").mkdir(exist_ok=True)
        made = []
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            settings = f"nas_mount_path: 'C:\\Videos'\nlisten_port: {listener.getsockname()[1]}\n"
        for *place, text in (("Roaming", "Framehand", "config.yml", settings),
                             ("Local", "Framehand", "kept", "a file", "data")):
            path = self.wine.of_user("AppData", *place)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            made.append(path)
        return made

    def install_service(self):
        self.write_settings()
        self.msiexec("/i", self.msi, "SERVICE=1")
        wait_for(lambda: self.wine.service_state(SERVICE) == "RUNNING", "the service does not run")

    def test_every_file_is_there_as_it_was_staged(self):
        self.msiexec("/i", self.msi)
        self.assertEqual(digests(self.installed), digests(self.packages / "first" / "made" / "stage"))

    def test_the_zip_has_the_same_files_as_the_installer(self):
        (archive,) = (self.packages / "first").glob("*.zip")
        with zipfile.ZipFile(archive) as unpacked:
            inside = {name.split("/", 1)[1]: hashlib.sha256(unpacked.read(name)).hexdigest() for name in unpacked.namelist()}
        self.assertEqual(inside, digests(self.packages / "first" / "made" / "stage"))

    def test_it_says_what_it_is_in_the_list_of_programs(self):
        self.msiexec("/i", self.msi)
        self.assertEqual(self.entries_of_the_list_of_programs(), [self.version])
        self.assertEqual(self.wine.registry(OWN)["InstallDir"], "C:\\Program Files\\Framehand\\")

    def test_the_start_menu_has_the_app(self):
        self.msiexec("/i", self.msi)
        links = [path for path in self.menu if path.is_file()]
        self.assertEqual(len(links), 1)
        self.assertIn("framehand.exe".encode("utf-16-le"), links[0].read_bytes())

    def test_the_app_starts_at_login_by_the_value_that_its_own_setting_knows(self):
        self.msiexec("/i", self.msi)
        self.assertEqual(self.wine.registry(RUN)["Framehand"], '"C:\\Program Files\\Framehand\\framehand.exe" --hidden')

    def test_the_app_does_not_start_at_login_where_that_is_not_wanted(self):
        self.msiexec("/i", self.msi, "AUTOSTART=0")
        self.assertNotIn("Framehand", self.wine.registry(RUN) or {})

    def test_without_being_asked_it_installs_no_service(self):
        self.msiexec("/i", self.msi)
        self.assertIsNone(self.wine.service_state(SERVICE))

    def test_the_service_is_installed_started_stopped_and_removed(self):
        self.install_service()
        key = self.wine.registry(r"HKLM\SYSTEM\CurrentControlSet\Services\framehandd")
        self.assertIn("C:\\Program Files\\Framehand\\framehandd.exe", key["ImagePath"])
        self.assertEqual(key["Start"], "0x2")
        self.wine.run("sc", "stop", SERVICE)
        wait_for(lambda: self.wine.service_state(SERVICE) == "STOPPED", "the service does not stop")
        self.wine.run("sc", "start", SERVICE)
        wait_for(lambda: self.wine.service_state(SERVICE) == "RUNNING", "the service does not start again")
        self.msiexec("/x", self.msi)
        self.assertIsNone(self.wine.service_state(SERVICE))
        self.assertFalse(self.installed.exists())

    def test_an_upgrade_ends_the_running_app_and_leaves_one_version(self):
        self.msiexec("/i", self.msi)
        kept = self.write_settings()
        self.start_app()
        self.msiexec("/i", self.newer)
        self.assertEqual(self.wine.processes("framehand.exe"), [])
        self.assertEqual(self.entries_of_the_list_of_programs(), [NEWER])
        self.assertEqual(digests(self.installed), digests(self.packages / "newer" / "made" / "stage"))
        self.assertTrue(all(path.is_file() for path in kept))
        self.assertIn("Framehand", self.wine.registry(RUN))

    def test_an_upgrade_leaves_the_start_at_login_switched_off(self):
        self.msiexec("/i", self.msi)
        self.wine.run("reg", "delete", RUN, "/v", "Framehand", "/f")
        self.msiexec("/i", self.newer)
        self.assertNotIn("Framehand", self.wine.registry(RUN) or {})

    def test_an_upgrade_keeps_the_service_and_its_owner(self):
        self.install_service()
        parameters = r"HKLM\SYSTEM\CurrentControlSet\Services\framehandd\Parameters"
        # It writes there how it stands, too.
        whom = ("Owner", "ConfigFile", "DataFolder")
        before = {name: (self.wine.registry(parameters) or {}).get(name) for name in whom}
        self.msiexec("/i", self.newer)
        wait_for(lambda: self.wine.service_state(SERVICE) == "RUNNING", "the service does not run after the upgrade")
        self.assertEqual({name: (self.wine.registry(parameters) or {}).get(name) for name in whom}, before)
        self.assertEqual(before["ConfigFile"], self.user_path(r"AppData\Roaming\Framehand\config.yml"))

    def test_an_upgrade_stays_in_the_folder_that_was_chosen(self):
        self.msiexec("/i", self.msi, r"INSTALLDIR=C:\Tools\Frames")
        self.msiexec("/i", self.newer)
        self.assertTrue((self.wine.drive / "Tools" / "Frames" / "framehandctl.exe").is_file())
        self.assertFalse(self.installed.exists())

    def test_only_a_folder_that_anybody_may_change_is_closed(self):
        # Wine's own icacls does nothing; this one writes down what it was asked.
        says = self.packages / "icacls.exe"
        said = self.wine.drive / "icacls.txt"
        subprocess.run(["x86_64-w64-mingw32-gcc-posix", "-x", "c", "-", "-o", says], check=True, input=b"""
            #include <stdio.h>
            #include <windows.h>
            int main(void) { return fputs(GetCommandLineA(), fopen("C:\\\\icacls.txt", "a")) < 0; }""")
        place = self.wine.drive / "windows" / "system32" / "icacls.exe"
        kept = place.read_bytes()
        self.addCleanup(place.write_bytes, kept)
        shutil.copy(says, place)
        overrides = self.wine.environment["WINEDLLOVERRIDES"]
        self.addCleanup(self.wine.environment.update, WINEDLLOVERRIDES=overrides)
        self.wine.environment["WINEDLLOVERRIDES"] = overrides + ";icacls.exe=n"
        self.msiexec("/i", self.msi)
        self.assertFalse(said.exists(), "Program Files is closed to others anyway")
        self.msiexec("/x", self.msi)
        self.msiexec("/i", self.msi, r"INSTALLDIR=C:\Tools\Frames")
        self.assertIn(r'"C:\Tools\Frames\." /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F', said.read_text())
        self.msiexec("/x", self.msi)
        self.assertEqual(said.read_text().count("/grant:r"), 1, "not at the removal")

    def test_a_downgrade_is_refused(self):
        self.msiexec("/i", self.newer)
        self.assertEqual(self.msiexec("/i", self.msi, check=False), REFUSED)
        self.assertEqual(self.entries_of_the_list_of_programs(), [NEWER])

    def test_the_removal_ends_the_running_app_and_leaves_nothing_but_the_settings(self):
        self.msiexec("/i", self.msi)
        kept = self.write_settings()
        self.start_app()
        self.msiexec("/x", self.msi)
        self.assertEqual(self.wine.processes("framehand.exe") + self.wine.processes("framehandd.exe"), [])
        self.assertFalse(self.installed.exists())
        self.assertIsNone(self.wine.registry(OWN))
        self.assertNotIn("Framehand", self.wine.registry(RUN) or {})
        self.assertEqual(self.entries_of_the_list_of_programs(), [])
        self.assertFalse(any(path.exists() for path in self.menu))
        self.assertTrue(all(path.is_file() for path in kept))

    def test_the_removal_forgets_the_start_at_login_that_was_switched_on_later(self):
        self.msiexec("/i", self.msi, "AUTOSTART=0")
        self.wine.run("reg", "add", RUN, "/v", "Framehand", "/d", "what the app writes", "/f")
        self.msiexec("/x", self.msi)
        self.assertNotIn("Framehand", self.wine.registry(RUN) or {})

    def test_the_removal_takes_the_settings_where_that_is_wanted(self):
        self.msiexec("/i", self.msi)
        kept = self.write_settings()
        self.msiexec("/x", self.msi, "REMOVE_SETTINGS=1")
        self.assertFalse(any(path.exists() for path in kept))
        self.assertFalse(self.wine.of_user("AppData", "Local", "Framehand").exists())

    def test_the_removal_takes_the_data_of_somebody_without_settings(self):
        self.msiexec("/i", self.msi)
        self.write_settings()
        shutil.rmtree(self.wine.of_user("AppData", "Roaming", "Framehand"))
        self.msiexec("/x", self.msi, "REMOVE_SETTINGS=1")
        self.assertFalse(self.wine.of_user("AppData", "Local", "Framehand").exists())


if __name__ == "__main__":
    unittest.main()
