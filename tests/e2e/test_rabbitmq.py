# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs from RabbitMQ, end to end: the original's producer and client (pika), a real broker, a real object store."""
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from support.programs import SAMPLE, House, transcoder_pids, wait_for
from support.rabbitmq_client import Client
from support.rabbitmq_server import RabbitMqServer
from support.s3_server import S3Server

BUCKET = "films"
QUEUES = ("transcoding_jobs", "transcoding_progress", "transcoding_results")
OPTIONS = "videoconvert ! x264enc"
# Slow enough that something can happen to it on the way, whatever the machine.
LONG = "videoconvert ! x264enc speed-preset=slower threads=1"
s3 = S3Server()


def setUpModule():
    unittest.addModuleCleanup(s3.stop)
    s3.start()
    s3.make_bucket(BUCKET)
    s3.put_file(BUCKET, "in/dog.mp4", SAMPLE, "video/mp4")


class RabbitMq(unittest.TestCase):
    CONSUMER_TIMEOUT_MS = None

    @classmethod
    def setUpClass(cls):
        cls.broker = RabbitMqServer(cls.CONSUMER_TIMEOUT_MS)
        cls.addClassCleanup(cls.broker.close)
        cls.broker.start()

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for queue in QUEUES:
            self.broker.on_channel(lambda channel, queue=queue: channel.queue_delete(queue))

    def client(self):
        client = Client(self.broker)
        self.addCleanup(client.close)
        return client

    def worker(self, name="pc-1"):
        folder = self.folder / name
        folder.mkdir()
        house = House(folder, mode="worker", worker_id=name, job_source="rabbitmq", rabbitmq_url=self.broker.url,
                      rabbitmq_bucket=BUCKET, s3_endpoint=s3.endpoint, s3_region="us-east-1")
        house.more_env = dict(s3.environment())
        house.start()
        self.addCleanup(lambda: house.daemon and house.kill())
        # The original's producer loses what it publishes before a worker has declared the queues.
        wait_for(lambda: self.broker.consumers("transcoding_jobs") > len(self.__dict__.setdefault("workers", [])), f"{name} to consume")
        self.workers.append(house)
        return house

    def submit(self, job_id, options=OPTIONS, **fields):
        """The example of the original's manual."""
        job_data = {"job_id": job_id, "input_key": "in/dog.mp4", "output_key": f"out/{job_id}.h264",
                    "transcode_options": options} | fields
        self.publish(json.dumps(job_data))

    def publish(self, body):
        self.broker.publish("transcoding_jobs", body)

    def result(self, client, job_id):
        return wait_for(lambda: client.of(job_id), f"the result of {job_id}", 240)[0]

    def codec_of(self, key):
        file = self.folder / "fetched"
        file.write_bytes(s3.get(BUCKET, key))
        answer = subprocess.run(["ffprobe", "-v", "error", "-show_streams", "-of", "json", str(file)],
                                capture_output=True, text=True, check=True)
        return json.loads(answer.stdout)["streams"][0]["codec_name"]

    def completes(self, client, job_id):
        self.assertEqual(self.result(client, job_id),
                         {"job_id": job_id, "status": "completed", "output_key": f"out/{job_id}.h264"})
        self.assertEqual(self.codec_of(f"out/{job_id}.h264"), "h264")

    def running(self, *houses):
        """The one that has a transcoder."""
        return wait_for(lambda: next((h for h in houses if h.daemon and transcoder_pids(h.daemon.process.pid)), None),
                        "a transcoder to run")


class Ordinary(RabbitMq):
    def test_the_client_sees_progress_rise_and_then_the_result(self):
        self.worker()
        client = self.client()
        self.submit("job1")
        self.completes(client, "job1")
        percents = [message["progress"] for message in client.progress]
        self.assertEqual(percents, sorted(percents))
        self.assertTrue(all(0 <= percent <= 100 for percent in percents), percents)
        self.assertEqual([queue for queue, _ in client.order],
                         ["transcoding_progress"] * len(percents) + ["transcoding_results"])
        self.assertEqual(self.broker.waiting("transcoding_jobs"), 0)

    def test_the_later_flavour_gets_exactly_the_fields_that_it_knows(self):
        self.worker()
        client = self.client()
        self.publish(json.dumps({"job_id": "job2", "input_s3_path": "in/dog.mp4", "output_s3_path": "out/2.h264",
                                 "transcode_options": "filesrc location={{input_file}} ! decodebin ! videoconvert ! "
                                                      "x264enc ! {{progress}} ! filesink location={{output_file}}"}))
        result = self.result(client, "job2")
        self.assertEqual(set(result), {"job_id", "status", "timestamp", "worker_id", "output_s3_path", "error",
                                       "error_type"})
        self.assertEqual((result["status"], result["output_s3_path"], result["error"]),
                         ("completed", "out/2.h264", None), result)
        self.assertEqual(set(client.progress[0]), {"timestamp", "worker_id", "job_id", "progress"})

    def test_what_cannot_be_done_fails_and_the_next_job_runs(self):
        self.worker()
        client = self.client()
        self.publish("no job at all")
        self.publish(json.dumps({"job_id": "half", "input_key": "in/dog.mp4"}))
        self.submit("missing", input_key="in/nothing.mp4")
        self.submit("forbidden", options="videoconvert ! x264enc ! tcpserversink")
        self.submit("good")
        self.completes(client, "good")
        failures = {message["job_id"]: message for message in client.results if message["status"] == "failed"}
        self.assertEqual(set(failures), {"half", "missing", "forbidden"})
        self.assertIn("output_key", failures["half"]["error"])
        self.assertEqual(failures["missing"]["error_type"], "s3_download", failures)
        self.assertEqual(failures["forbidden"]["error_type"], "pipeline_parse", failures)
        self.assertIn("tcpserversink", failures["forbidden"]["error"])

    def test_another_worker_does_the_job_of_one_that_was_killed(self):
        first = self.worker("pc-1")
        second = self.worker("pc-2")
        client = self.client()
        self.submit("killed", LONG)
        victim = self.running(first, second)
        wait_for(lambda: client.progress, "progress")
        victim.kill()
        self.completes(client, "killed")
        self.assertEqual(len(client.of("killed")), 1)

    def test_a_job_survives_the_restart_of_the_broker(self):
        house = self.worker()
        client = self.client()
        self.submit("survivor", LONG)
        self.running(house)
        self.broker.kill()
        self.broker.start()
        self.completes(client, "survivor")
        self.assertEqual(len(client.of("survivor")), 1)


class ShortPatience(RabbitMq):
    """A broker that takes a delivery back after a second."""
    CONSUMER_TIMEOUT_MS = 1000

    def test_a_job_that_takes_longer_runs_once(self):
        house = self.worker()
        client = self.client()
        self.submit("long", LONG)
        self.completes(client, "long")
        self.submit("next")
        self.completes(client, "next")
        self.assertEqual(len(client.of("long")), 1)
        starts = [line for line in house.daemon.json_lines() if line.get("message") == "job assigned"]
        self.assertEqual([line["job"] for line in starts], ["long", "next"], house.daemon.text())
        self.assertIn("it is held again", house.daemon.text())


del RabbitMq  # the base of the others has no tests of its own

if __name__ == "__main__":
    unittest.main()
