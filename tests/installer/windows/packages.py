# SPDX-License-Identifier: GPL-3.0-or-later
"""The installer that the tests try: made of programs that were built for Windows.

FRAMEHAND_WINDOWS_BUILD, _PREFIX and _WORK name folders other than release, prefix and work in build/windows.
"""

import os
import subprocess
import unittest
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[3]


def folder_of(name, default):
    return Path(os.environ.get(f"FRAMEHAND_WINDOWS_{name}", HOUSE / "build" / "windows" / default))


def programs_are_built():
    """Skips the tests where they are not."""
    build = folder_of("BUILD", "release")
    if not list(build.rglob("framehandd.exe")):
        raise unittest.SkipTest(f"no programs for Windows are in {build}")


def make_packages(output, *options):
    """The MSI in the folder `output`; its files lie beside it in made/stage."""
    subprocess.run([HOUSE / "installer" / "windows" / "make-msi", "--build", folder_of("BUILD", "release"),
                    "--prefix", folder_of("PREFIX", "prefix"), "--work", folder_of("WORK", "work"), "--output", output,
                    *options], check=True, stdout=subprocess.DEVNULL)
    (msi,) = output.glob("*.msi")
    return msi
