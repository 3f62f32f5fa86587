# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page of the desktop app, of real jobs of a real daemon, in light and dark colours, at 100 and at 200 %:

    FRAMEHAND_BIN=build/debug/bin python3 tests/e2e/screenshots.py FOLDER
"""
import hashlib
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from support.desktop import Desktop
from support.local_api import LocalApi
from support.programs import BIN, SAMPLE, Child, House, wait_for

APP = "framehand"
SETTINGS = "Settings of Framehand"
SETUP = "Set up Framehand"
TABS = {"now": "alt+n", "history": "alt+y", "log": "alt+g", "this-pc": "alt+t"}
SETTINGS_PAGES = ("connection", "job-sources", "storage", "when-to-work", "performance", "notifications", "startup",
                  "appearance", "advanced")
JOB_SOURCES = ("redis", "celery", "bullmq", "rabbitmq")
# Until a page that does not change looks the same twice.
SETTLED = 8


class Photographer:
    """One start of the app; the pictures lie in a folder of their own."""

    def __init__(self, desktop, house, folder, colours, scale):
        self.desktop, self.folder = desktop, folder
        folder.mkdir(parents=True, exist_ok=True)
        config = Path(house.env()["XDG_CONFIG_HOME"]) / "framehand"
        config.mkdir(parents=True, exist_ok=True)
        (config / "desktop.conf").write_text(f"[appearance]\ncolours={colours}\nlanguage=en\n")
        self.app = Child([BIN / APP, "--config", house.config],
                         env=house.env() | {"QT_SCALE_FACTOR": str(scale)})

    def close(self):
        self.app.stop()

    def window(self, title):
        for line in self.desktop.windows(APP):
            if line[1].startswith(title):
                return line[0]
        return None

    def activate(self, title):
        def active():
            self.desktop.do("wmctrl", "-a", title)
            return self.desktop.do("xdotool", "getactivewindow", "getwindowname").startswith(title)

        wait_for(lambda: self.window(title), f"the window {title!r}")
        wait_for(active, f"the window {title!r} to have the keyboard")

    def keys(self, *keys):
        for key in keys:
            self.desktop.do("xdotool", "key", "--clearmodifiers", "--delay", "40", key)

    def take(self, title, name):
        """Once it has stopped changing, or has had its time to."""
        path = self.folder / f"{name}.png"
        before = None
        deadline = time.monotonic() + SETTLED

        def settled():
            nonlocal before
            self.desktop.do("import", "-window", self.window(title), path)
            now = hashlib.sha256(path.read_bytes()).digest()
            same, before = now == before, now
            return same or time.monotonic() > deadline

        wait_for(settled, f"the picture {name}")
        print(path, flush=True)

    def pages(self):
        wait_for(lambda: self.desktop.windows(APP), "the window")
        self.desktop.do("wmctrl", "-i", "-a", self.window(""))
        for name, key in TABS.items():
            self.keys(key)
            self.take("", name)

    def settings(self):
        self.keys("ctrl+comma")
        self.activate(SETTINGS)
        self.keys("Home")
        for name in SETTINGS_PAGES:
            self.take(SETTINGS, f"settings-{name}")
            self.keys("Down")
        self.keys("Home", "Down", "alt+j")
        for name in JOB_SOURCES:
            # Checked, as the keyboard does it.
            self.keys("Down", "space")
            self.take(SETTINGS, f"settings-source-{name}")
        self.keys("alt+t")
        self.take(SETTINGS, "settings-source-tested")
        self.keys("Escape")
        wait_for(lambda: not self.window(SETTINGS), "the closed dialog")

    def setup(self, house):
        self.activate(SETUP)
        self.take(SETUP, "setup-1-welcome")
        self.press_until("alt+n", f"{SETUP}: Where are the videos?")
        self.keys("alt+f", "ctrl+a")
        self.desktop.do("xdotool", "type", "--delay", "10", str(house.nas))
        self.keys("Tab", "Tab", "space")
        self.take(SETUP, "setup-2-videos")
        self.press_until("alt+n", f"{SETUP}: This will be changed")
        self.take(SETUP, "setup-3-summary")

    def press_until(self, key, title):
        def seen():
            if self.window(title):
                return True
            self.keys(key)
            return False

        wait_for(seen, title)


def house_at_work(folder, desktop):
    """A daemon with jobs that ended well and badly, and one at work."""
    house = House(folder, threads=1, worker_id="living-room", log_level="info", courtesy="on", while_in_use="run",
                  while_full_screen="run", other_cpu_limit=0, temperature_limit=0,
                  work_hours="always")
    house.more_env = desktop.env
    house.start()

    def submit(film, rungs):
        status, job = house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": film.name}, "video_copy": "never", "hls_settings": {"segment_time": 2},
            "outputs": [{"resolution": rung, "dest_path": f"hls/{film.stem}/{rung}"} for rung in rungs]})
        assert status == 201, job
        return job["job_id"]

    short = house.nas / "Dogs on a walk (2019).mp4"
    shutil.copyfile(SAMPLE, short)
    other = house.nas / "Puppies.mp4"
    shutil.copyfile(SAMPLE, other)
    broken = house.nas / "Half a film.mp4"
    broken.write_bytes(SAMPLE.read_bytes()[:100_000])
    for film in (short, other, broken):
        house.ended(submit(film, ("360p",)))
    film = house.nas / "A long day with dogs.mp4"
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", "400", "-i", str(SAMPLE), "-c", "copy", str(film)],
                   check=True)
    submit(film, ("720p", "480p", "360p"))
    api = LocalApi(house)
    wait_for(lambda: api.worker()["phase"] == "transcoding" and api.worker()["job"]["percent"] > 1, "a job at work")
    return house, api


def main():
    out = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="framehand-", ignore_cleanup_errors=True) as folder:
        desktop = Desktop("2200x1800")
        house = api = None
        try:
            desktop.manage_windows()
            house, api = house_at_work(folder, desktop)
            for colours in ("light", "dark"):
                for scale in (1, 2):
                    photographer = Photographer(desktop, house, out / f"{colours}-{scale * 100}", colours, scale)
                    photographer.pages()
                    photographer.settings()
                    photographer.close()
            house.stop()
            for colours in ("light", "dark"):
                fresh = House(Path(folder) / f"fresh-{colours}")
                fresh.more_env = desktop.env
                lines = fresh.config.read_text().splitlines(True)
                fresh.config.write_text("".join(l for l in lines if not l.startswith(("nas_mount", "orchestrator_"))))
                photographer = Photographer(desktop, fresh, out / f"{colours}-100", colours, 1)
                photographer.setup(fresh)
                photographer.keys("Escape")
                photographer.close()
        finally:
            if api:
                api.close()
            if house:
                house.stop()
            desktop.stop()


if __name__ == "__main__":
    main()
