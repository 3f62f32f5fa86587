# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of what a test saw."""

import os
from pathlib import Path


class KeepsPictures:
    """For a test that has a Desktop as self.desktop. They go to the folder FRAMEHAND_SCREENSHOTS; without it none are made."""

    def keep_picture(self, name):
        if "FRAMEHAND_SCREENSHOTS" in os.environ:
            folder = Path(os.environ["FRAMEHAND_SCREENSHOTS"])
            folder.mkdir(parents=True, exist_ok=True)
            self.desktop.screenshot(folder / f"windows-{name}.png")
