# SPDX-License-Identifier: GPL-3.0-or-later
"""Celery on Redis, end to end: Celery's own client and worker, a real broker, a real object store, real films."""
import json
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from support.celery_task import load_task
from support.films import film_of_few_bytes
from support.programs import PATIENCE, SAMPLE, House, transcoder_pids, wait_for
from support.redis_server import RedisServer
from support.s3_server import S3Server

BUCKET = "videobucket"


def probe(path):
    done = subprocess.run(["ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json", str(path)],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


class Celery(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.s3 = S3Server()
        cls.s3.start()
        cls.addClassCleanup(cls.s3.stop)
        cls.s3.make_bucket(BUCKET)
        cls.s3.put_file(BUCKET, "film.mp4", SAMPLE, "video/mp4")
        with tempfile.TemporaryDirectory() as folder:
            cls.s3.put_file(BUCKET, "long.mp4", film_of_few_bytes(Path(folder) / "long.mp4", 20), "video/mp4")

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "redis").mkdir()
        self.server = RedisServer(self.folder / "redis")
        self.addCleanup(self.server.kill)
        self.app, self.task = load_task(self, self.folder, self.server.url)

    def worker(self, name="pc-1", **settings):
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        house = House(folder, mode="worker", worker_id=name, job_source="celery", celery_url=self.server.url,
                      celery_retry_countdown="1s", celery_visibility_timeout="5s", s3_endpoint=self.s3.endpoint, **settings)
        house.more_env = self.s3.environment()
        house.start()
        self.addCleanup(lambda: house.daemon and house.kill())
        return house

    def states(self, result):
        seen = []
        result.get(timeout=PATIENCE, propagate=False,
                   on_message=lambda body: seen.append((body["status"], body["result"])))
        return seen

    def encoding(self, house, result):
        wait_for(lambda: result.state == "PROGRESS", "progress")
        return wait_for(lambda: transcoder_pids(house.daemon.process.pid), "the transcoder")

    def fetch(self, prefix):
        """All objects whose names begin so, as files."""
        folder = self.folder / "fetched"
        folder.mkdir(exist_ok=True)
        for key in self.s3.keys(BUCKET, prefix):
            (folder / key).write_bytes(self.s3.get(BUCKET, key))
        return folder

    def test_every_format_is_made(self):
        house = self.worker()
        for output, kind in (("one.mp4", "mp4"), ("two.m3u8", "hls"), ("three.mpd", "dash")):
            with self.subTest(kind):
                result = self.task.delay("film.mp4", output, "640:360", kind)
                seen = self.states(result)
                self.assertEqual(result.result, {"status": "completed", "output_name": output, "format": kind})
                percents = [content["percent"] for state, content in seen if state == "PROGRESS"]
                self.assertEqual(percents, sorted(percents))
                self.assertTrue(percents)
                self.assertEqual(seen[-1][0], "SUCCESS")
                made = self.fetch(output.rpartition(".")[0]) / output
                if kind == "hls":
                    verified = house.ctl("verify", made)
                    self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
                else:
                    video = [s for s in probe(made)["streams"] if s["codec_type"] == "video"][0]
                    self.assertEqual((video["codec_name"], video["height"]), ("h264", 360))
        self.assertEqual(self.s3.head(BUCKET, "one.mp4")["content-type"], "video/mp4")

    def test_missing_input_is_tried_again_and_then_failed(self):
        self.worker()
        result = self.task.delay("nowhere.mp4", "out.mp4", "640:360", "mp4")
        seen = self.states(result)
        self.assertEqual([state for state, _ in seen].count("RETRY"), 3)
        self.assertEqual(result.state, "FAILURE")
        self.assertIsInstance(result.result, RuntimeError)
        self.assertIn("nowhere.mp4", str(result.result))

    def test_revoke_stops_the_encoder(self):
        house = self.worker()
        result = self.task.delay("long.mp4", "out.mp4", "1280:720", "mp4")
        self.encoding(house, result)
        began = time.monotonic()
        result.revoke(terminate=True)
        wait_for(lambda: not transcoder_pids(house.daemon.process.pid), "the encoder's end")
        self.assertLess(time.monotonic() - began, 2)
        wait_for(lambda: result.state == "REVOKED", "the state")
        again = self.task.delay("film.mp4", "out.mp4", "640:360", "mp4")
        self.assertEqual(again.get(timeout=PATIENCE)["status"], "completed")

    def test_killed_worker_is_replaced(self):
        first = self.worker()
        result = self.task.delay("long.mp4", "out.mp4", "320:180", "mp4")
        self.encoding(first, result)
        first.kill()
        self.worker("pc-2")
        self.assertEqual(result.get(timeout=PATIENCE * 3)["status"], "completed")
        self.assertEqual(self.server.client.hlen("unacked"), 0)

    def test_restarted_worker_goes_on(self):
        house = self.worker()
        result = self.task.delay("long.mp4", "out.mp4", "320:180", "mp4")
        self.encoding(house, result)
        house.kill()
        house.start()
        self.assertEqual(result.get(timeout=PATIENCE * 3)["status"], "completed")

    def test_restart_of_the_broker_in_mid_job(self):
        house = self.worker()
        result = self.task.delay("long.mp4", "out.mp4", "320:180", "mp4")
        self.encoding(house, result)
        self.server.kill()
        self.server.start()
        wait_for(lambda: result.state == "SUCCESS", "the end", PATIENCE * 3)

    def test_bad_message_is_set_aside(self):
        self.server.client.lpush("celery", "no JSON")
        result = self.task.delay("film.mp4", "out.mp4", "640:360", "mp4")
        self.worker()
        self.assertEqual(result.get(timeout=PATIENCE)["status"], "completed")
        self.assertEqual([json.loads(t)["message"] for t in self.server.list("celery.rejected")], ["no JSON"])

    def test_tools_see_the_worker(self):
        self.worker()
        inspect = self.app.control.inspect(timeout=1)
        self.assertEqual(wait_for(inspect.ping, "an answer"), {"framehand@pc-1": {"ok": "pong"}})
        self.assertEqual(inspect.registered(), {"framehand@pc-1": ["celery_worker.transcode_video_task"]})


if __name__ == "__main__":
    unittest.main()
