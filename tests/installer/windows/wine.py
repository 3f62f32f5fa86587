# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows, as far as wine is it: a prefix of its own, its registry, files, processes and services."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

PATIENCE = 60  # seconds, for what is awaited under load


def wait_for(what, sentence):
    """Until `what()` is true; fails with the sentence."""
    end = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > end:
            raise AssertionError(sentence)
        time.sleep(0.1)


class Wine:
    """`folder`: a prefix that stays, None for one that goes with close(). `display`: an X server that is there."""

    def __init__(self, folder=None, display=os.environ.get("DISPLAY")):
        self.temporary = None if folder else tempfile.mkdtemp(prefix="framehand-wine-")
        self.prefix = Path(folder or self.temporary)
        self.prefix.mkdir(parents=True, exist_ok=True)
        self.screen = None
        # The Mono and Gecko that wine would ask for are not needed, nor its window over a crash.
        self.environment = {**os.environ, "WINEPREFIX": str(self.prefix), "WINEARCH": "win64", "WINEDEBUG": "-all",
                            "WINEDLLOVERRIDES": "mscoree,mshtml,winedbg.exe="}
        if display:
            self.environment["DISPLAY"] = display
        else:
            self.open_screen()
        if not (self.prefix / "system.reg").is_file():
            self.run("wineboot", "-i")
            # Debian's wine says Windows 7 at first.
            self.run("winecfg", "-v", "win10")
            # The manager of services that has seen the prefix come about starts none that are made later.
            self.server("-k")
            self.server("-w")
        # One server for all: without programs it would end, and start all services again with the next one.
        self.server("-p")

    def server(self, wish):
        """It ends with 2 where one runs already, or none does."""
        subprocess.run(["/usr/lib/wine/wineserver64", wish], env=self.environment, check=False)

    def open_screen(self):
        read, write = os.pipe()
        self.screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24"],
                                       pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.environment["DISPLAY"] = ":" + number.readline().strip()

    def close(self):
        self.server("-k")
        self.server("-w")
        if self.screen:
            self.screen.terminate()
            self.screen.wait()
        if self.temporary:
            shutil.rmtree(self.temporary, ignore_errors=True)

    def run(self, *command, check=True):
        # A file: a pipe would stay open in services that are started on the way.
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(["wine", *map(str, command)], env=self.environment, check=False,
                                  stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL, timeout=300)
            output.seek(0)
            text = output.read().decode(errors="replace").replace("\r", "")
        if check and done.returncode != 0:
            raise AssertionError(f"{' '.join(map(str, command))} ended with {done.returncode}: {text}")
        return done.returncode, text

    def start(self, *command):
        return subprocess.Popen(["wine", *map(str, command)], env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @property
    def drive(self):
        return self.prefix / "drive_c"

    @property
    def user(self):
        """Of the one who has this prefix."""
        others = ("Public", "All Users", "Default")
        return next(folder.name for folder in (self.drive / "users").iterdir() if folder.name not in others)

    def of_user(self, *parts):
        return self.drive.joinpath("users", self.user, *parts)

    def registry(self, key):
        """{name: value} of one key; None where there is no such key."""
        code, text = self.run("reg", "query", key, "/reg:64", check=False)
        if code != 0:
            return None
        return {match[1]: match[2] for match in re.finditer(r"^ {4}(.+?) {4}REG_\w+ {4}(.*)$", text, re.MULTILINE)}

    def registry_below(self, key):
        _, text = self.run("reg", "query", key, "/reg:64", check=False)
        return [line.strip() for line in text.split("\n") if line.startswith("HKEY")]

    def processes(self, program):
        """Numbers, to this system, of the processes whose command names this program of Windows."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command = (folder / "cmdline").read_bytes().split(b"\0")[0].decode(errors="replace")
                mine = f"WINEPREFIX={self.prefix}".encode() in (folder / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if mine and command.lower().endswith("\\" + program.lower()):
                found.append(int(folder.name))
        return found

    def service_state(self, name):
        """"RUNNING", "STOPPED" and so on; None where there is no such service."""
        _, text = self.run("sc", "query", name, check=False)
        match = re.search(r"STATE\s*:\s*\d+\s+(\w+)", text)
        return match[1] if match else None
