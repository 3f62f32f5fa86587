#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests tools/libraries-of against what the loader itself says of a program of this machine."""

import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
SCRIPT = HOUSE / "tools" / "libraries-of"
PROGRAM = shutil.which("curl", path="/usr/bin") or shutil.which("git", path="/usr/bin") or "/bin/bash"


def out_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def name_of(path):
    return path.rsplit("/", 1)[-1]


class LibrariesOf(unittest.TestCase):
    def setUp(self):
        loader = re.search(r"=> (\S+/)libc\.so\.6", out_of("ldd", "/bin/bash")).group(1)
        self.folder = str(Path(loader).resolve())

    def test_finds_what_the_loader_finds(self):
        found = {name_of(line) for line in out_of(SCRIPT, self.folder, PROGRAM).splitlines()}
        loaded = {name_of(path) for path in re.findall(r"=> (/\S+)", out_of("ldd", PROGRAM))}
        self.assertEqual({name for name in found if not name.startswith("ld-linux")}, loaded)

    def test_names_each_once(self):
        lines = out_of(SCRIPT, self.folder, PROGRAM, PROGRAM).splitlines()
        self.assertEqual(len(lines), len(set(lines)))

    def test_refuses_a_folder_that_lacks_one(self):
        with tempfile.TemporaryDirectory() as empty:
            run = subprocess.run([SCRIPT, empty, PROGRAM], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 1)
        self.assertIn("has no", run.stderr)


if __name__ == "__main__":
    unittest.main()
