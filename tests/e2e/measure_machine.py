# SPDX-License-Identifier: GPL-3.0-or-later
"""Has a daemon measure this machine and keeps what it found, for the tests that do not test that: measure_machine.py FILE"""
import os
import shutil
import sys
import tempfile
from pathlib import Path

from support.programs import House, wait_for


def main(target):
    with tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True) as folder:
        house = House(folder).start()
        found = house.data / "capabilities.json"
        try:
            wait_for(found.exists, "the end of the measurement")
        finally:
            house.stop()
        shutil.copy(found, target.with_suffix(".new"))
    os.replace(target.with_suffix(".new"), target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
