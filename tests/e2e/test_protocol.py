# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker against an orchestrator that knows only the protocol's table (mock_orchestrator.py)."""
import contextlib
import json
import shutil
import socket
import sys
import tempfile
import unittest
from pathlib import Path

from support.package import read_whole
from support.programs import SAMPLE, Child, House, free_port, wait_for

MOCK = Path(__file__).with_name("mock_orchestrator.py")


def job(job_id, source="movies/dog.mp4", **changes):
    return {"job_id": job_id, "movie_id": "movie-1", "input": {"source_url": source, "format": "mp4"},
            "outputs": [{"resolution": "360p", "bitrate": "800k", "codec": "libx264",
                         "dest_path": f"processed/{job_id}/360p/"}],
            "hls_settings": {"master_playlist_name": "index.m3u8", "segment_time": 6}} | changes


class Protocol(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(self.folder.cleanup)
        self.port = free_port()
        self.mock = None
        self.house = House(self.folder.name, mode="worker", url=f"http://127.0.0.1:{self.port}")
        (self.house.nas / "movies").mkdir()
        shutil.copy(SAMPLE, self.house.nas / "movies/dog.mp4")
        self.addCleanup(self.end)

    def end(self):
        if self.house.daemon:
            self.assertEqual(self.house.stop(), 0)
        if self.mock:
            self.mock.kill()

    def orchestrate(self, *jobs):
        path = Path(self.folder.name) / "jobs.json"
        path.write_text(json.dumps(jobs))
        self.mock = Child([sys.executable, MOCK, self.port, path])
        wait_for(self.is_heard, "the orchestrator")

    def is_heard(self):
        self.assertTrue(self.mock.running(), self.mock.text())
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return True
        return False

    def calls(self, method=None, suffix=""):
        return [c for c in self.mock.json_lines()
                if (method is None or c["method"] == method) and c["path"].endswith(suffix)]

    def finalized(self, count=1):
        try:
            return wait_for(lambda: self.calls(suffix="/finalize") if len(self.calls(suffix="/finalize")) >= count else None,
                            "finalize")
        except AssertionError as error:
            raise AssertionError(f"{error}; the daemon says:\n{self.house.daemon.text()}\nand the orchestrator:\n"
                                 f"{self.mock.text()}") from None

    def test_register_sync_progress_finalize(self):
        self.orchestrate(job("job-1"))
        self.house.start()
        final = self.finalized()[0]
        self.assertEqual(final["path"], "/api/v1/jobs/job-1/finalize")
        self.assertEqual(final["body"]["status"], "COMPLETED")
        self.assertEqual(final["body"]["manifest_url"], "/processed/job-1/360p/index.m3u8")
        self.assertGreater(final["body"]["metrics"]["total_time_ms"], 0)
        self.assertIsNotNone(read_whole(self.house.nas / "processed/job-1/360p/index.m3u8"))

        calls = self.mock.json_lines()
        self.assertEqual(calls[0]["path"], "/api/v1/workers/register")
        capabilities = calls[0]["body"]["capabilities"]
        self.assertIn("libx264", capabilities["supported_codecs"])
        self.assertIs(type(capabilities["has_gpu"]), bool)
        self.assertEqual(calls[1]["path"], "/api/v1/workers/sync")
        self.assertEqual((calls[1]["body"]["status"], calls[1]["body"]["current_job_id"]), ("IDLE", ""))
        stats = calls[1]["body"]["hardware_stats"]
        self.assertEqual(set(stats), {"cpu_percent", "ram_percent", "is_busy"})
        busy = [c["body"] for c in self.calls(suffix="/sync") if c["body"]["status"] == "BUSY"]
        self.assertTrue(busy)
        self.assertTrue(all(b["current_job_id"] == "job-1" for b in busy))
        progress = [c["body"] for c in self.calls("PATCH")]
        self.assertTrue(progress)
        for body in progress:
            self.assertEqual(body["status"], "PROCESSING")
            self.assertEqual(body["worker_id"], "pc-1")
            self.assertTrue({"progress", "current_fps", "eta_sec"} <= set(body))
        self.assertEqual(sorted(b["progress"] for b in progress), [b["progress"] for b in progress])
        self.assertTrue(all(c["worker"] == "pc-1" for c in calls))
        self.assertEqual(self.house.staging(), [])

    def test_a_missing_input_fails_with_its_path_and_the_worker_goes_on(self):
        self.orchestrate(job("job-a", source="movies/none.mkv"), job("job-b"))
        self.house.start()
        first, second = self.finalized(2)[:2]
        self.assertEqual(first["body"]["status"], "FAILED")
        self.assertEqual(first["body"]["error_msg"],
                         f"input file does not exist: {self.house.nas.resolve()}/movies/none.mkv")
        self.assertEqual(second["body"]["status"], "COMPLETED")

    def test_paths_that_leave_the_root_fail_and_write_nothing(self):
        outside = [job("job-a", source="../../etc/passwd"), job("job-b")]
        outside[1]["outputs"][0]["dest_path"] = "../escaped/"
        self.orchestrate(*outside)
        self.house.start()
        for final in self.finalized(2)[:2]:
            self.assertEqual(final["body"]["status"], "FAILED", final)
            self.assertTrue(final["body"]["error_msg"])
        self.assertFalse((self.house.nas.parent / "escaped").exists())

    def test_an_unreadable_job_is_failed_not_dropped(self):
        broken = job("job-a")
        del broken["outputs"][0]["resolution"]
        self.orchestrate(broken)
        self.house.start()
        final = self.finalized()[0]
        self.assertEqual((final["path"], final["body"]["status"]), ("/api/v1/jobs/job-a/finalize", "FAILED"))
        self.assertIn("outputs[0].resolution", final["body"]["error_msg"])

    def test_an_orchestrator_that_forgets_everything_still_gets_the_result(self):
        self.orchestrate(job("job-1"))
        self.house.start()
        wait_for(lambda: self.calls("PATCH"), "progress")
        self.mock.kill()
        self.orchestrate()
        final = self.finalized()[0]
        self.assertEqual(final["body"]["status"], "COMPLETED")
        self.assertIn(404, [c["status"] for c in self.mock.json_lines()])
        self.assertTrue(self.calls(suffix="/register"))

    def test_an_orchestrator_that_comes_later_is_found(self):
        self.house.start()
        wait_for(lambda: self.house.daemon.lines, "the daemon's first line")
        self.orchestrate(job("job-1"))
        self.assertEqual(self.finalized()[0]["body"]["status"], "COMPLETED")


if __name__ == "__main__":
    unittest.main(verbosity=2)
