# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks and servers that fail: full, read-only, gone, away. Runs in a mount namespace of its own."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

from support.package import read_whole
from support.programs import SAMPLE, Child, House, free_port, transcoder_pids, wait_for

OUTAGE_SECONDS = float(os.environ.get("FRAMEHAND_OUTAGE", "15"))


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


class Faults(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(self.folder.cleanup)
        self.nas = Path(self.folder.name) / "nas"
        self.nas.mkdir()

    def on_tmpfs(self, size="30m"):
        mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", self.nas)
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.nas)], check=False)

    def house(self, **settings):
        house = House(self.folder.name, **settings).start()
        self.addCleanup(house.stop)
        shutil.copy(SAMPLE, house.nas / "dog.mp4")
        return house

    def submit(self, house, folder="out", bitrate="3M"):
        status, job = house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": "dog.mp4"},
            "outputs": [{"resolution": "360p", "bitrate": bitrate, "dest_path": f"{folder}/360p"},
                        {"resolution": "240p", "dest_path": f"{folder}/240p"}]})
        self.assertEqual(status, 201, job)
        return job["job_id"]

    def works_again(self, house):
        self.assertEqual(house.ended(self.submit(house, "after"))["state"], "COMPLETED")
        self.assertIsNotNone(read_whole(house.nas / "after/index.m3u8"))
        self.assertEqual(house.staging(), [])

    def test_a_full_nas_fails_the_job_keeps_the_old_package_and_leaves_nothing(self):
        self.on_tmpfs()
        house = self.house(max_attempts=1)
        self.assertEqual(house.ended(self.submit(house))["state"], "COMPLETED")
        old = read_whole(house.nas / "out/index.m3u8")
        filler = house.nas / "filler"
        free = shutil.disk_usage(house.nas).free
        filler.write_bytes(bytes(free - 1_200_000))

        ended = house.ended(self.submit(house))
        self.assertEqual(ended["state"], "FAILED", ended)
        self.assertIn("free", json.dumps(ended["attempts"]))
        self.assertEqual(read_whole(house.nas / "out/index.m3u8"), old)
        self.assertEqual([p for p in house.nas.rglob(".framehand*")], [])
        self.assertEqual(house.staging(), [])
        filler.unlink()
        self.works_again(house)

    def test_a_read_only_nas_fails_the_job_with_its_reason(self):
        self.on_tmpfs()
        house = self.house(max_attempts=1)
        mount("-o", "remount,ro", self.nas)
        ended = house.ended(self.submit(house))
        self.assertEqual(ended["state"], "FAILED", ended)
        self.assertIn("ead-only", json.dumps(ended["attempts"]))
        self.assertEqual(house.staging(), [])
        mount("-o", "remount,rw", self.nas)
        self.works_again(house)

    def test_a_nas_that_goes_away_and_comes_back_loses_nothing(self):
        house = self.house(lease_timeout="60s")
        job_id = self.submit(house)
        wait_for(lambda: house.job(job_id)["state"] == "PROCESSING" and house.staging(), "the job's start")
        away = self.nas.with_name("nas-away")
        self.nas.rename(away)
        wait_for(lambda: any("nas" in str(line).lower() and line.get("level") in ("warning", "error")
                             for line in house.daemon.json_lines()), "a word about the NAS")
        away.rename(self.nas)
        ended = house.ended(job_id)
        self.assertEqual(ended["state"], "COMPLETED", ended)
        self.assertIsNotNone(read_whole(self.nas / "out/index.m3u8"))
        self.assertEqual(house.staging(), [])

    def test_a_nas_that_stays_away_fails_the_job_and_the_worker_goes_on(self):
        house = self.house(max_attempts=1, nas_wait_timeout="2s")
        job_id = self.submit(house)
        wait_for(lambda: house.job(job_id)["state"] == "PROCESSING" and house.staging(), "the job's start")
        away = self.nas.with_name("nas-away")
        self.nas.rename(away)
        ended = house.ended(job_id)
        self.assertEqual(ended["state"], "FAILED", ended)
        self.assertIn("nas", json.dumps(ended["attempts"]).lower())
        away.rename(self.nas)
        self.works_again(house)

    def test_an_orchestrator_away_at_finalize_gets_it_once_later(self):
        port = free_port()
        jobs = Path(self.folder.name) / "jobs.json"
        jobs.write_text(json.dumps([{
            "job_id": "job-1", "movie_id": "m", "input": {"source_url": "dog.mp4", "format": "mp4"},
            "outputs": [{"resolution": "240p", "bitrate": "400k", "codec": "libx264", "dest_path": "out/240p"}],
            "hls_settings": {"master_playlist_name": "index.m3u8", "segment_time": 6}}]))
        script = Path(__file__).with_name("mock_orchestrator.py")
        shutil.copy(SAMPLE, self.nas / "dog.mp4")
        mock = Child([sys.executable, script, port, jobs])
        house = House(self.folder.name, mode="worker", url=f"http://127.0.0.1:{port}").start()
        self.addCleanup(house.stop)
        wait_for(lambda: [c for c in mock.json_lines() if c["method"] == "PATCH"], "progress")
        mock.kill()
        outbox = house.data / "outbox"
        wait_for(lambda: list(outbox.glob("*.json")), "the outcome in the outbox")
        # The outage must really last: it is what is tested.
        threading.Event().wait(OUTAGE_SECONDS / 2)
        house.kill()
        house.start()
        threading.Event().wait(OUTAGE_SECONDS / 2)
        self.assertEqual(len(list(outbox.glob("*.json"))), 1)

        jobs.write_text("[]")
        mock = Child([sys.executable, script, port, jobs])
        self.addCleanup(mock.kill)
        wait_for(lambda: [c for c in mock.json_lines() if c["path"].endswith("finalize")], "finalize")
        wait_for(lambda: not list(outbox.glob("*.json")), "an empty outbox")
        seen = len(mock.json_lines())
        wait_for(lambda: len(mock.json_lines()) > seen + 3, "some more syncs")
        finals = [c for c in mock.json_lines() if c["path"].endswith("finalize")]
        self.assertEqual([f["body"]["status"] for f in finals], ["COMPLETED"])
        self.assertEqual(house.staging(), [])

    def test_a_hung_transcoder_is_ended_and_the_job_says_why(self):
        house = self.house(max_attempts=1, transcode_stall_timeout="2s")
        job_id = self.submit(house)
        # Before the job begins, transcoders may run that only measure the machine.
        wait_for(lambda: house.job(job_id)["state"] == "PROCESSING", "the job's start")
        pids = wait_for(lambda: transcoder_pids(house.daemon.process.pid), "the transcoder")
        started = time.monotonic()
        for pid in pids:
            subprocess.run(["kill", "-STOP", str(pid)], check=False)
        ended = house.ended(job_id)
        self.assertEqual(ended["state"], "FAILED", ended)
        self.assertIn("progress", json.dumps(ended["attempts"]))
        self.assertGreater(time.monotonic() - started, 1)
        self.works_again(house)


if __name__ == "__main__":
    unittest.main(verbosity=2)
