# SPDX-License-Identifier: GPL-3.0-or-later
"""Two workers on one queue, whose programs are killed at random instants all the time: no job is lost, and none ends
twice. The original producers submit, and the original clients read the results.

FRAMEHAND_TWO_WORKERS_JOBS: how many jobs for each system. FRAMEHAND_TWO_WORKERS_SEED: other instants of the kills."""
import collections
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from support.bull import Client as BullClient
from support.celery_task import load_task
from support.films import tiny_film
from support.killer import Killer
from support.programs import PATIENCE, House, wait_for
from support.rabbitmq_client import Client as RabbitMqClient
from support.rabbitmq_server import RabbitMqServer
from support.redis_server import RedisServer
from support.s3_server import S3Server

JOBS = int(os.environ.get("FRAMEHAND_TWO_WORKERS_JOBS", "12"))
SEED = int(os.environ.get("FRAMEHAND_TWO_WORKERS_SEED", "1"))
INPUTS, OUTPUTS = "inputs", "outputs"
_store = []


def store(film):
    """One object store for all systems that need one."""
    if not _store:
        s3 = S3Server()
        unittest.addModuleCleanup(s3.stop)
        s3.start()
        s3.make_bucket(INPUTS)
        s3.make_bucket(OUTPUTS)
        for bucket in (INPUTS, OUTPUTS):
            s3.put_file(bucket, "film.mp4", film, "video/mp4")
        _store.append(s3)
    return _store[0]


class TwoWorkers(unittest.TestCase):
    AWAY = 5  # seconds after whose death another worker has its job

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.film = tiny_film(self.folder / "film.mp4")
        self.ends = collections.Counter()  # how often each job has ended well
        self.failures = []
        self.programs = []  # all that ran, for their logs
        self.store = None

    def redis(self):
        (self.folder / "redis").mkdir()
        server = RedisServer(self.folder / "redis")
        self.addCleanup(server.kill)
        return server

    def worker(self, name, **settings):
        folder = self.folder / name
        folder.mkdir()
        house = House(folder, mode="worker", worker_id=name, nas=self.folder / "nas", **settings)
        if self.store:
            house.more_env = self.store.environment() | {"WORKER_S3_ACCESS_KEY": self.store.access_key,
                                                         "WORKER_S3_SECRET_KEY": self.store.secret_key}
        start = house.start

        def start_and_remember():
            start()
            self.programs.append((name, house.daemon))
        house.start = start_and_remember
        self.addCleanup(lambda: house.daemon and house.kill())
        house.start()
        return house

    def seen(self):
        """How many ends there are, as far as the clients know now."""
        self.listen()
        return sum(self.ends.values()) + len(self.failures)

    def story(self, jobs):
        """What the workers' logs say of these jobs."""
        lines = [f"{name} {program.process.pid} {line}" for name, program in self.programs for line in program.lines
                 if any(self.mark(job) in line for job in jobs)]
        return "\n".join(lines[-200:])

    def run_through(self, houses):
        begin = time.monotonic()
        jobs = self.submit([f"job-{number:03}" for number in range(JOBS)])
        killer = Killer(houses, self.seen, f"{type(self).__name__} {SEED}", self.AWAY)
        killer.work(JOBS)
        # Whoever has an end to tell tells it before all is over.
        wait_for(lambda: self.seen() > JOBS or not any(house.has_job() or house.has_untold() for house in houses),
                 "the workers to rest", PATIENCE * 2)
        wait_for(self.is_through, "nothing to be left in the queue", PATIENCE * 2)
        self.seen()
        twice = [job for job in jobs if self.ends[job] > 1]
        lost = [job for job in jobs if not self.ends[job]]
        print(f"{type(self).__name__}: {JOBS} jobs, {killer.kills} kills, {killer.in_a_job} of them in a job, "
              f"{sum(self.ends.values())} results, {len(twice)} twice, {len(lost)} lost, {len(self.failures)} failures, "
              f"{time.monotonic() - begin:.0f} s", file=sys.stderr)
        self.assertEqual((twice, lost, self.failures), ([], [], []), self.story(twice + lost))
        self.check_outputs(jobs)

    def check_outputs(self, jobs):
        for job in jobs:
            self.assertGreater(self.size(job), 0, job)
        for job in random.Random(SEED).sample(jobs, max(1, JOBS // 10)):
            path = self.folder / "output"
            path.write_bytes(self.content(job))
            probed = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of",
                                     "csv=p=0", path], capture_output=True, text=True, check=False)
            self.assertEqual((probed.returncode, probed.stderr), (0, ""), job)
            self.assertIn("h264,128,72", probed.stdout, job)

    # Of outputs in the object store

    def size(self, job):
        return int((self.store.head(OUTPUTS, self.key(job)) or {"content-length": 0})["content-length"])

    def content(self, job):
        return self.store.get(OUTPUTS, self.key(job))


class RedisLists(TwoWorkers):
    AWAY = 35

    def test_no_job_is_lost_or_ends_twice(self):
        self.server = self.redis()
        self.events = self.server.client.pubsub(ignore_subscribe_messages=True)
        self.addCleanup(self.events.close)
        self.events.subscribe("transcode:events")
        nas = self.folder / "nas"
        (nas / "in").mkdir(parents=True)
        (nas / "out").mkdir()
        self.film.rename(nas / "in/film.mp4")
        self.run_through([self.worker(name, job_source="redis", redis_url=self.server.url,
                                      redis_roles='"healthcheck, transcode"') for name in ("pc-1", "pc-2")])
        # What the next stage gets.
        handed_on = [json.loads(text)["id"] for text in self.server.list("transcode:replace")]
        self.assertEqual(sorted(handed_on), sorted(self.ends))
        self.assertEqual(self.server.client.keys("transcode:*:processing:*"), [])

    def submit(self, names):
        nas = self.folder / "nas"
        for name in names:
            self.server.client.rpush("transcode:jobs", json.dumps(
                {"id": name, "input": f"{nas}/in/film.mp4", "output": f"{nas}/out/{name}.mp4", "container": ".mp4"}))
        return names

    def mark(self, job):
        return job

    def listen(self):
        while (event := self.events.get_message()) is not None:
            told = json.loads(event["data"])
            if told["event"] != "done":
                self.failures.append(told)
            elif told["role"] == "healthcheck":
                self.ends[json.loads(told["payload"])["id"]] += 1

    def is_through(self):
        return not self.server.list("transcode:jobs") and not self.server.list("transcode:healthcheck")

    def size(self, job):
        path = self.folder / f"nas/out/{job}.mp4"
        return path.stat().st_size if path.exists() else 0

    def content(self, job):
        return (self.folder / f"nas/out/{job}.mp4").read_bytes()


class Celery(TwoWorkers):
    AWAY = 12

    def test_no_job_is_lost_or_ends_twice(self):
        self.store = store(self.film)
        self.server = self.redis()
        self.app, self.task = load_task(self, self.folder, self.server.url)
        self.states = self.server.client.pubsub(ignore_subscribe_messages=True)
        self.addCleanup(self.states.close)
        self.states.psubscribe("celery-task-meta-*")
        self.run_through([self.worker(name, job_source="celery", celery_url=self.server.url, celery_bucket=OUTPUTS,
                                      celery_retry_countdown="1s", celery_visibility_timeout="5s",
                                      s3_endpoint=self.store.endpoint) for name in ("pc-1", "pc-2")])
        for job in self.results:
            self.assertEqual(self.results[job].get(timeout=PATIENCE),
                             {"status": "completed", "output_name": self.key(job), "format": "mp4"})

    def submit(self, names):
        self.results = {}
        self.addCleanup(self.results.clear)  # as long as the server is there, which they want to tell
        self.names = {}
        for name in names:
            result = self.task.delay("film.mp4", f"{name}.mp4", "640:360", "mp4")
            self.results[result.id] = result
            self.names[result.id] = name
        return list(self.results)

    def key(self, job):
        return f"{self.names[job]}.mp4"

    def mark(self, job):
        return job

    def listen(self):
        while (message := self.states.get_message()) is not None:
            told = json.loads(message["data"])
            if told["status"] == "SUCCESS":
                self.ends[told["task_id"]] += 1
            elif told["status"] in ("FAILURE", "REVOKED", "RETRY"):
                self.failures.append(told)

    def is_through(self):
        return not self.server.list("celery") and not self.server.client.hlen("unacked")


class BullMq(TwoWorkers):
    AWAY = 70
    QUEUE = "transcoding-360p"

    def test_no_job_is_lost_or_ends_twice(self):
        self.store = store(self.film)
        self.server = self.redis()
        self.client = BullClient("bullmq", self.server.url, self.QUEUE)
        self.addCleanup(self.client.__exit__)
        self.client.__enter__()
        self.heard = 0
        self.run_through([self.worker(name, job_source="bullmq", bullmq_url=self.server.url, bullmq_input_bucket=INPUTS,
                                      bullmq_output_bucket=OUTPUTS, s3_endpoint=self.store.endpoint)
                          for name in ("pc-1", "pc-2")])

    def submit(self, names):
        return self.client.add_all([{"videoId": name, "resolution": "360p", "originalFilename": "film.mp4",
                                     "storagePath": "film.mp4", "objectName": "film.mp4"} for name in names],
                                   attempts=3, backoff={"type": "exponential", "delay": 5000})

    def key(self, job):
        name = f"job-{int(job) - 1:03}"  # ids count from 1
        return f"{name}/{name}_360p.mp4"

    def mark(self, job):
        return f'"{self.QUEUE}:{job}"'

    def listen(self):
        lines = self.client.watcher.lines
        while self.heard < len(lines):
            told = json.loads(lines[self.heard])
            self.heard += 1
            if told["event"] == "completed":
                self.ends[told["id"]] += 1
            elif told["event"] in ("failed", "delayed"):
                self.failures.append(told)

    def is_through(self):
        keys = [f"bull:{self.QUEUE}:{part}" for part in ("wait", "active", "delayed", "prioritized")]
        return not self.server.client.exists(*keys)


class RabbitMq(TwoWorkers):
    AWAY = 20

    def test_no_job_is_lost_or_ends_twice(self):
        self.store = store(self.film)
        self.broker = RabbitMqServer()
        self.addCleanup(self.broker.close)
        self.broker.start()
        houses = [self.worker(name, job_source="rabbitmq", rabbitmq_url=f"{self.broker.url}/?heartbeat=5",
                              rabbitmq_bucket=OUTPUTS, s3_endpoint=self.store.endpoint, s3_region="us-east-1")
                  for name in ("pc-1", "pc-2")]
        wait_for(lambda: self.broker.consumers("transcoding_jobs") == 2, "both workers to consume")
        self.client = RabbitMqClient(self.broker)
        self.addCleanup(self.client.close)
        self.heard = 0
        self.run_through(houses)

    def submit(self, names):
        self.broker.publish("transcoding_jobs", *[json.dumps(
            {"job_id": name, "input_key": "film.mp4", "output_key": self.key(name),
             "transcode_options": "videoconvert ! x264enc"}) for name in names])
        return names

    def key(self, job):
        return f"out/{job}.h264"

    def mark(self, job):
        return job

    def listen(self):
        results = self.client.results
        while self.heard < len(results):
            told = results[self.heard]
            self.heard += 1
            if told["status"] == "completed":
                self.ends[told["job_id"]] += 1
            else:
                self.failures.append(told)

    def is_through(self):
        return not any(self.broker.waiting(queue) for queue in
                       ("transcoding_jobs", "transcoding_results"))


del TwoWorkers  # the base of the others has no tests of its own

if __name__ == "__main__":
    unittest.main()
