# SPDX-License-Identifier: GPL-3.0-or-later
"""What the local API tells of jobs: those that ended, the running one's picture and use of the machine, and the log."""
import base64
import subprocess
import tempfile
import unittest

from support.local_api import LocalApi
from support.programs import SAMPLE, House, wait_for


class History(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        self.addCleanup(self.folder.cleanup)
        self.house = House(self.folder.name, threads=1, max_attempts=1)
        self.addCleanup(self.house.stop)
        self.house.start()
        self.api = self.connect()

    def connect(self):
        api = LocalApi(self.house)
        self.addCleanup(api.close)
        return api

    def film(self, name, loops=1):
        film = self.house.nas / name
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", str(loops - 1), "-i", str(SAMPLE), "-c", "copy",
                        str(film)], check=True)
        return film

    def submit(self, film, destination="out"):
        status, job = self.house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": film.name}, "outputs": [{"resolution": "360p", "dest_path": destination + "/360p"},
                                                            {"resolution": "180p", "dest_path": destination + "/180p"}],
            "hls_settings": {"segment_time": 2}})
        self.assertEqual(status, 201, job)
        return job["job_id"]

    def rows(self, **query):
        return self.api.call("jobs.list", **query)["jobs"]

    def test_a_job_that_ended_is_listed_with_what_it_took_and_made(self):
        film = self.film("Dogs.mp4")
        job_id = self.submit(film)
        row = wait_for(self.rows, "the row")[0]
        self.assertEqual((row["id"], row["title"], row["input"], row["state"]), (job_id, "Dogs", "Dogs.mp4", "COMPLETED"))
        self.assertEqual(row["index"], str(self.house.nas / "out/index.m3u8"))
        self.assertTrue((self.house.nas / "out/index.m3u8").exists())
        self.assertEqual(row["input_bytes"], film.stat().st_size)
        made = sum(file.stat().st_size for file in (self.house.nas / "out").rglob("*") if file.is_file())
        self.assertAlmostEqual(row["output_bytes"], made, delta=made / 10)
        self.assertGreater(row["duration_sec"], 0)
        self.assertGreater(row["speed"], 0)
        self.assertEqual(row["rungs"][:2], ["360p", "180p"])
        self.assertIsNone(row["error"])
        self.assertEqual(row["attempts"], 1)

        self.house.stop()
        self.house.start()
        self.api = self.connect()
        self.assertEqual(self.rows(), [row], "a restart forgets nothing")
        self.assertEqual(self.rows(search="dogs"), [row])
        self.assertEqual(self.rows(search="cats"), [])
        self.assertEqual(self.rows(state="FAILED"), [])

    def test_a_failed_job_has_its_cause_and_is_tried_again(self):
        film = self.film("Dogs.mp4")
        self.api.call("pause")
        job_id = self.submit(film)
        hidden = film.rename(film.with_suffix(".hidden"))
        self.api.call("resume")
        row = wait_for(self.rows, "the failure")[0]
        self.assertEqual((row["id"], row["state"], row["index"]), (job_id, "FAILED", ""))
        self.assertIn("Dogs.mp4", row["error"]["message"])
        self.assertEqual(row["error"]["code"], "not_found")
        hidden.rename(film)
        wait_for(lambda: self.house.job(job_id)["state"] == "FAILED", "the orchestrator to know")
        self.assertEqual(self.api.call("job.retry", id=job_id), {})
        rows = wait_for(lambda: len(self.rows()) == 2 and self.rows(), "the second end")
        self.assertEqual([row["state"] for row in rows], ["COMPLETED", "FAILED"])
        self.assertEqual([row["attempts"] for row in rows], [2, 1])
        with self.assertRaises(AssertionError):
            self.api.call("job.retry", id="no-such-job")

    def test_the_running_job_shows_its_picture_and_what_it_takes_and_can_be_cancelled(self):
        self.api.call("state.subscribe")
        job_id = self.submit(self.film("Dogs.mp4", loops=60))
        preview = wait_for(lambda: self.api.call("job.preview"), "the picture")
        self.assertEqual(preview["job_id"], job_id)
        jpeg = base64.b64decode(preview["jpeg"], validate=True)
        self.assertEqual((jpeg[:2], jpeg[-2:]), (b"\xff\xd8", b"\xff\xd9"))
        usage = wait_for(lambda: self.api.worker()["usage"], "the use of the machine")
        self.assertGreater(usage["memory_bytes"], 1_000_000)
        self.assertGreater(wait_for(lambda: (self.api.worker()["usage"] or {}).get("cpu_percent"), "the processor"), 1)
        sizes = wait_for(lambda: self.api.worker()["job"]["rung_bytes"], "the sizes of the rungs")
        self.assertLessEqual(set(sizes), {"360p", "180p", "audio"})
        self.assertNotIn(preview["jpeg"][:60], str(self.api.states), "pictures are for those who ask")
        self.assertEqual(self.api.call("job.cancel", id=job_id), {})
        row = wait_for(self.rows, "the end")[0]
        self.assertEqual((row["id"], row["state"], row["error"]), (job_id, "CANCELLED", None))
        self.assertEqual(self.house.job(job_id)["state"], "CANCELLED")
        self.assertIsNone(self.api.call("job.preview"))
        wait_for(lambda: self.api.worker()["job"] is None, "the worker to be free")
        self.assertIsNone(self.api.worker()["usage"])

    def test_the_log_is_told_line_by_line(self):
        first = self.api.call("log.tail", limit=5)
        self.assertLessEqual(len(first["lines"]), 5)
        job_id = self.submit(self.film("Dogs.mp4"))
        wait_for(self.rows, "the end of the job")
        lines = wait_for(lambda: self.api.call("log.tail", after=first["next"], job=job_id)["lines"], "its lines")
        self.assertIn("job assigned", [line["message"] for line in lines])
        self.assertTrue(all(line["fields"]["job"] == job_id for line in lines))
        self.assertEqual(sorted(line["seq"] for line in lines), [line["seq"] for line in lines])

    def test_a_kill_at_the_end_loses_and_doubles_no_row(self):
        self.submit(self.film("Dogs.mp4"))
        wait_for(lambda: self.api.worker()["phase"] in ("committing", "reporting") or self.rows(), "the end to be near")
        self.house.kill()
        self.house.start()
        self.api = self.connect()
        wait_for(self.rows, "the row")
        wait_for(lambda: self.api.worker()["phase"] == "idle", "the worker to be free")
        self.assertEqual(len(self.rows()), 1)

    def test_a_damaged_history_is_set_aside_and_no_reason_not_to_start(self):
        self.house.stop()
        (self.house.data / "history.db").write_bytes(b"no database" * 1000)
        for companion in self.house.data.glob("history.db-*"):
            companion.unlink()
        self.house.start()
        self.api = self.connect()
        self.assertEqual(self.rows(), [])
        self.assertTrue((self.house.data / "history.db.damaged-1").exists())
        self.submit(self.film("Dogs.mp4"))
        wait_for(self.rows, "a new row")


if __name__ == "__main__":
    unittest.main()
