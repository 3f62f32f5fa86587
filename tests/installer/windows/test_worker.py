#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An installed Framehand under wine as the worker of an orchestrator of this machine: what a person of Windows has of it.

Needs programs for Windows, as test_msi.py does, and this machine's own: FRAMEHAND_BIN is their folder.

    FRAMEHAND_BIN=build/release/bin python3 tests/installer/windows/test_worker.py -v

FRAMEHAND_FILM names another video than the sample.
"""

import os
import shutil
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[2] / "e2e")]

# pylint: disable=wrong-import-position
from installed import DAEMON, Installed, of_drive_z  # noqa: E402
from support.package import decoded_frames, ffprobe, read_whole  # noqa: E402
from support.programs import SAMPLE, House, wait_for  # noqa: E402

FILM = Path(os.environ.get("FRAMEHAND_FILM", SAMPLE))
RUNGS = ("720p", "480p")
TRANSCODER = "framehand-transcoder.exe"
TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid):
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class Worker(Installed):
    PROPERTIES = ("AUTOSTART=0",)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.house = House(folder.name, mode="orchestrator", lease_timeout="5s").start()
        self.addCleanup(self.house.stop)
        self.bring_film("Größe – 映画.mp4")
        settings = {"orchestrator_url": self.house.url, "nas_mount_path": of_drive_z(self.house.nas),
                    "worker_id": "windows", "courtesy": "off", "sync_interval": "200ms", "progress_interval": "200ms",
                    "min_free_bytes": "1MB"}
        for key, value in settings.items():
            self.ctl("config", "set", key, value)
        self.daemon = self.start_daemon()
        self.addCleanup(self.end_daemon)

    def end_daemon(self):
        self.wine.run("taskkill", "/f", "/im", DAEMON, check=False)
        self.daemon.wait(60)

    def bring_film(self, name):
        path = self.house.nas / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FILM, path)

    def submit(self, name="Größe – 映画.mp4"):
        status, job = self.house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": name}, "hls_settings": {"segment_time": 1},
            "outputs": [{"resolution": rung, "dest_path": f"ausgabe/{rung}"} for rung in RUNGS]})
        self.assertEqual(status, 201, job)
        return job["job_id"]

    def transcoder(self):
        """Of a job that is in its middle: some segments are there."""
        staging = self.wine.of_user("AppData", "Local", "Framehand", "staging")
        wait_for(lambda: list(staging.glob("*/package/*p/v-*/*.m4s")), "the first segments")
        return wait_for(lambda: self.wine.processes(TRANSCODER), "the transcoder")[0]

    def expect_whole(self, job_id):
        ended = self.house.ended(job_id, 400)
        self.assertEqual(ended["state"], "COMPLETED", ended)
        self.assertIsNotNone(read_whole(self.house.nas / "ausgabe/index.m3u8"))
        verified = self.house.ctl("verify", self.house.nas / "ausgabe", "--level", "full")
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        source, _ = ffprobe(FILM, "-count_packets", "-select_streams", "v:0", "-show_entries", "stream=nb_read_packets")
        for rung in RUNGS:
            stream, errors = decoded_frames(self.house.nas / f"ausgabe/{rung}/playlist.m3u8")
            self.assertEqual((stream["nb_read_frames"], errors), (source["streams"][0]["nb_read_packets"], ""), rung)
        staging = self.wine.of_user("AppData", "Local", "Framehand", "staging")
        wait_for(lambda: not list(staging.iterdir()), "an empty staging folder")

    def test_a_job_pauses_goes_on_and_becomes_a_package(self):
        job_id = self.submit()
        pid = self.transcoder()
        self.ctl("pause")
        before = processor_seconds(pid)
        time.sleep(2)  # in which nothing may be done
        self.assertEqual(processor_seconds(pid), before)
        self.assertEqual(self.house.job(job_id)["worker_id"], "windows")
        self.ctl("resume")
        self.expect_whole(job_id)

    def test_a_film_with_a_long_name_on_a_deep_path(self):
        name = "Ü" * 10 + "x" * 226 + ".mp4"
        self.assertEqual(len(name), 240)
        deep = "/".join(["Ordner " + "y" * 40] * 8)
        self.bring_film(f"{deep}/{name}")
        self.expect_whole(self.submit(f"{deep}/{name}"))

    def test_the_job_outlives_its_transcoder(self):
        job_id = self.submit()
        self.transcoder()
        self.wine.run("taskkill", "/f", "/im", TRANSCODER)
        self.expect_whole(job_id)

    def test_the_job_outlives_the_daemon_and_its_transcoder_does_not(self):
        job_id = self.submit()
        self.transcoder()
        self.wine.run("taskkill", "/f", "/im", DAEMON)
        wait_for(lambda: not self.wine.processes(TRANSCODER), "the end of the transcoder")
        self.daemon.wait(60)
        self.daemon = self.start_daemon()
        self.expect_whole(job_id)


if __name__ == "__main__":
    unittest.main()
