# SPDX-License-Identifier: GPL-3.0-or-later
"""The queues of a video service, end to end: the original producers and listeners of BullMQ 6, BullMQ 5 and Bull 4, real
servers (Redis, S3, PostgreSQL), a real film."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from support.bull import Client
from support.programs import SAMPLE, House, free_port, transcoder_pids, wait_for
from support.redis_server import RedisServer
from support.s3_server import S3Server

QUEUE = "transcoding-360p"
TABLE = """CREATE TABLE transcoding_jobs (id SERIAL PRIMARY KEY, video_id VARCHAR(40), resolution VARCHAR(10),
 status VARCHAR(20) DEFAULT 'pending', worker_id VARCHAR(100), output_path TEXT, output_size BIGINT, error_message TEXT,
 started_at TIMESTAMP, completed_at TIMESTAMP)"""


class Postgres:
    """A PostgreSQL server on loopback in a folder of its own."""

    def __init__(self, folder):
        self.bin = sorted(Path("/usr/lib/postgresql").iterdir())[-1] / "bin"
        self.port = free_port()
        self.url = f"postgres://tester@127.0.0.1:{self.port}/postgres"
        self.as_whom = []
        if os.geteuid() == 0:  # the server refuses to be root's
            os.chmod(folder.parent, 0o755)
            os.chown(folder, 65534, 65534)
            self.as_whom = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
        data = folder / "data"
        subprocess.run([*self.as_whom, self.bin / "initdb", "--no-sync", "--auth=trust", "--username=tester", "-D", data],
                       check=True, capture_output=True)
        self.process = subprocess.Popen([*self.as_whom, self.bin / "postgres", "-D", data, "-p", str(self.port), "-h",
                                         "127.0.0.1", "-k", folder, "-F"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        wait_for(lambda: self.ask("SELECT 1") == "1", "PostgreSQL to answer")

    def ask(self, statement):
        return subprocess.run(["psql", "-At", self.url, "-c", statement], capture_output=True, text=True,
                              check=False).stdout.strip()

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


class Bull(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.s3 = S3Server()
        cls.s3.__enter__()
        cls.s3.make_bucket("original-videos")
        cls.s3.make_bucket("transcoded-videos")
        cls.s3.put_file("original-videos", "v-1/dog.mp4", SAMPLE, "video/mp4")

    @classmethod
    def tearDownClass(cls):
        cls.s3.__exit__(None, None, None)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "redis").mkdir()
        self.redis = RedisServer(self.folder / "redis")
        self.addCleanup(self.redis.kill)

    def worker(self, name="pc-1", **settings):
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        house = House(folder, mode="worker", worker_id=name, job_source="bullmq", bullmq_url=self.redis.url,
                      s3_endpoint=self.s3.endpoint, **settings)
        house.more_env = {"WORKER_S3_ACCESS_KEY": self.s3.access_key, "WORKER_S3_SECRET_KEY": self.s3.secret_key}
        house.start()
        self.addCleanup(lambda: house.daemon and house.kill())
        return house

    def client(self, library):
        client = Client(library, self.redis.url, QUEUE)
        client.__enter__()
        self.addCleanup(client.__exit__)
        return client

    def submit(self, client, key="v-1/dog.mp4", **options):
        return client.add({"videoId": "v-1", "resolution": "360p", "originalFilename": "dog.mp4", "storagePath": key,
                           "objectName": key}, **options)

    def check_result(self, result):
        key = "v-1/v-1_360p.mp4"
        film = self.s3.get("transcoded-videos", key)
        self.assertEqual(result["outputUrl"], f"{self.s3.endpoint}/transcoded-videos/{key}")
        self.assertEqual((result["videoId"], result["resolution"], result["size"]), ("v-1", "360p", len(film)))
        self.assertAlmostEqual(result["duration"], 5.0, delta=1.5)
        path = self.folder / "result.mp4"
        path.write_bytes(film)
        probed = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of",
                                 "csv=p=0", path], capture_output=True, text=True, check=True)
        self.assertEqual(probed.stderr, "")
        self.assertIn("h264,640,360", probed.stdout)
        self.assertIn("aac", probed.stdout)

    def whole_job(self, library):
        client = self.client(library)
        self.worker()
        job = self.submit(client, attempts=3, backoff={"type": "exponential", "delay": 5000})
        self.check_result(client.wait("completed", job)["result"])
        self.assertTrue(client.saw("active", job))
        progress = client.progress(job)
        self.assertEqual(progress, sorted(set(progress)))
        self.assertEqual((progress[0], progress[-1]), (10, 100))
        self.assertEqual(client.job(job)["state"], "completed")
        self.assertTrue(client.workers()["workers"])

    def test_bullmq_6(self):
        self.whole_job("bullmq")

    def test_bullmq_5(self):
        self.whole_job("bullmq5")

    def test_bull_4(self):
        self.whole_job("bull")

    def test_a_killed_workers_job_is_completed_by_another(self):
        client = self.client("bullmq")
        first = self.worker()
        job = self.submit(client)
        wait_for(lambda: transcoder_pids(first.daemon.process.pid), "the transcoder")
        first.kill()
        self.worker("pc-2")
        self.check_result(client.wait("completed", job)["result"])

    def test_a_killed_workers_job_is_completed_by_an_original_worker(self):
        client = self.client("bullmq")
        first = self.worker()
        job = self.submit(client)
        client.wait("active", job)
        first.kill()
        original = client.original_worker()
        self.addCleanup(original.kill)
        self.assertEqual(client.wait("completed", job)["result"], {"worked": True})

    def test_a_server_that_restarts_loses_nothing(self):
        client = self.client("bullmq")
        house = self.worker()
        job = self.submit(client)
        wait_for(lambda: transcoder_pids(house.daemon.process.pid), "the transcoder")
        self.redis.kill()
        self.redis.start()
        wait_for(lambda: client.job(job)["state"] == "completed", "the job's end")
        self.check_result(client.job(job)["result"])

    def test_a_missing_input_is_tried_again_and_then_failed(self):
        client = self.client("bullmq")
        self.worker()
        job = self.submit(client, key="v-1/missing.mp4", attempts=2, backoff=200)
        self.assertIn("missing.mp4", client.wait("failed", job)["reason"])
        self.assertTrue(client.saw("delayed", job))
        client.wait("retries-exhausted", job)
        self.assertEqual(client.job(job)["attempts"], 2)

    def test_what_cannot_be_read_fails_and_the_next_job_runs(self):
        client = self.client("bullmq")
        self.worker()
        bad = client.add({"videoId": 7})
        good = self.submit(client)
        self.assertIn("cannot be read", client.wait("failed", bad)["reason"])
        self.check_result(client.wait("completed", good)["result"])

    def test_the_services_table_says_what_became_of_a_video(self):
        (self.folder / "postgres").mkdir()
        database = Postgres(self.folder / "postgres")
        self.addCleanup(database.stop)
        database.ask(TABLE)
        database.ask("INSERT INTO transcoding_jobs (video_id, resolution) VALUES ('v-1', '360p')")
        client = self.client("bullmq")
        self.worker(bullmq_database_url=database.url)
        job = self.submit(client, key="v-1/missing.mp4")
        client.wait("failed", job)
        wait_for(lambda: database.ask("SELECT status FROM transcoding_jobs") == "failed", "the row to say failed")
        self.assertIn("missing.mp4", database.ask("SELECT error_message FROM transcoding_jobs"))
        job = self.submit(client)
        result = client.wait("completed", job)["result"]
        wait_for(lambda: database.ask("SELECT status FROM transcoding_jobs") == "completed", "the row to say completed")
        self.assertEqual(database.ask("SELECT worker_id, output_path, output_size FROM transcoding_jobs"),
                         f"pc-1|{result['outputUrl']}|{result['size']}")


if __name__ == "__main__":
    unittest.main()
