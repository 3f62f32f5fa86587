# SPDX-License-Identifier: GPL-3.0-or-later
"""The Celery source as Celery's own client, its command line and its own worker see it, over a real Redis server."""
import collections
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

PROGRAM = os.environ["CELERY_WORKER_PROGRAM"]
PATIENCE = 120

# The task as its authors write it, with a transcoder that is played.
APP = '''
import os, time
from celery import Celery
url = os.environ["TEST_REDIS"]
celery_app = Celery("video_transcoder", broker=url, backend=url)
celery_app.conf.update(
    task_serializer="json", accept_content=["json"], result_serializer="json", timezone="UTC", enable_utc=True,
    task_track_started=True, task_time_limit=3600, task_soft_time_limit=3300,
    broker_transport_options={"visibility_timeout": 3}, worker_send_task_events=True)

@celery_app.task(bind=True, max_retries=3)
def transcode_video_task(self, input_name, output_name, resolution, format="mp4"):
    self.update_state(state="PROGRESS", meta={"status": "transcoding", "by": "original"})
    return {"status": "completed", "output_name": output_name, "format": format}
'''


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(condition, what):
    deadline = time.monotonic() + PATIENCE
    pause = threading.Event()
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {PATIENCE} s for {what}")
        pause.wait(0.05)


class CeleryClient(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="fh-celery-"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.redis = None
        self.start_redis()
        self.addCleanup(lambda: self.end(self.redis))
        (self.folder / "celery_worker.py").write_text(APP)
        os.environ["TEST_REDIS"] = self.url
        sys.modules.pop("celery_worker", None)
        sys.path.insert(0, str(self.folder))
        self.addCleanup(sys.path.remove, str(self.folder))
        import celery_worker
        self.app = celery_worker.celery_app
        self.task = celery_worker.transcode_video_task
        self.addCleanup(self.app.close)

    def start_redis(self):
        self.redis = subprocess.Popen(["redis-server", "--port", str(self.port), "--dir", str(self.folder), "--save", "",
                                       "--appendonly", "yes", "--appendfsync", "always"], stdout=subprocess.DEVNULL)

        def answers():
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1) as s:
                    s.sendall(b"PING\r\n")
                    return s.recv(16).startswith(b"+PONG")
            except OSError:
                return False
        wait_for(answers, "Redis")

    @staticmethod
    def end(process):
        process.kill()
        process.wait()

    def worker(self, node="framehand@here", visibility=3600, countdown=1):
        process = subprocess.Popen([PROGRAM, self.url, node, str(visibility), str(countdown)], stdout=subprocess.PIPE,
                                   text=True)
        process.told = []

        def read():
            for line in process.stdout:
                process.told.append(json.loads(line))
        reader = threading.Thread(target=read)
        reader.start()

        def end():
            self.end(process)
            reader.join()
            process.stdout.close()
        self.addCleanup(end)
        return process

    def original(self):
        process = subprocess.Popen(["/usr/bin/python3", "-m", "celery", "-A", "celery_worker", "worker", "--concurrency=1"],
                                   cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)

        def end():
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.addCleanup(end)
        return process

    def celery(self, *arguments):
        return subprocess.run(["/usr/bin/python3", "-m", "celery", "-A", "celery_worker", *arguments], cwd=self.folder,
                              capture_output=True, text=True, timeout=PATIENCE, check=False)

    def nodes(self):
        return self.app.control.inspect(timeout=1).ping() or {}

    def states(self, result, **get):
        """(state, result) of all that the client is told until the end."""
        seen = []
        value = result.get(timeout=PATIENCE, propagate=False, interval=0.02,
                           on_message=lambda body: seen.append((body["status"], body["result"])), **get)
        return seen, value

    def unacked(self):
        with self.app.connection_for_read() as connection:
            client = connection.default_channel.client
            return client.zcard("unacked_index"), client.hlen("unacked"), client.llen("celery")

    def test_client_sees_every_state_of_a_task_that_succeeds(self):
        result = self.task.delay("a.mp4", "b.mp4", "640:360", "mp4")
        self.worker()
        seen, value = self.states(result)
        self.assertEqual(value, {"status": "completed", "output_name": "b.mp4", "format": "mp4"})
        names = [state for state, _ in seen]
        self.assertEqual(names, sorted(names, key=["STARTED", "PROGRESS", "SUCCESS"].index))
        self.assertIn("STARTED", names)
        percents = [content["percent"] for state, content in seen if state == "PROGRESS"]
        self.assertGreater(len(percents), 3)
        self.assertEqual(percents, sorted(percents))
        self.assertEqual(result.state, "SUCCESS")
        self.assertTrue(result.successful())
        self.assertIsNotNone(result.date_done)
        self.assertEqual(self.unacked(), (0, 0, 0))

    def test_client_sees_retries_and_then_the_failure(self):
        self.worker()
        result = self.task.delay("bad.mp4", "b.mp4", "640:360", "mp4")
        seen, value = self.states(result)
        self.assertEqual([state for state, _ in seen].count("RETRY"), 3)
        self.assertIsInstance(value, RuntimeError)
        self.assertEqual(str(result.info), "FFmpeg error: bad.mp4 cannot be decoded")
        self.assertEqual(result.state, "FAILURE")
        self.assertIn("RuntimeError", result.traceback)
        with self.assertRaises(RuntimeError):
            result.get(timeout=1)

    def test_original_worker_runs_what_was_to_be_tried_again(self):
        worker = self.worker(countdown=2)
        result = self.task.delay("bad.mp4", "b.mp4", "640:360", "mp4")
        wait_for(lambda: result.state == "RETRY", "the retry")
        self.end(worker)
        self.original()
        self.assertEqual(result.get(timeout=PATIENCE)["status"], "completed")

    def test_revoke_stops_a_running_task(self):
        worker = self.worker()
        result = self.task.delay("slow.mp4", "b.mp4", "640:360", "mp4")
        wait_for(lambda: result.state == "PROGRESS", "progress")
        began = time.monotonic()
        result.revoke(terminate=True)
        wait_for(lambda: any(line["event"] == "cancelled" for line in worker.told), "the end of the work")
        self.assertLess(time.monotonic() - began, 2)
        wait_for(lambda: result.state == "REVOKED", "the state")
        from celery.exceptions import TaskRevokedError
        with self.assertRaises(TaskRevokedError):
            result.get(timeout=5)
        self.assertEqual(self.unacked(), (0, 0, 0))

    def test_revoke_reaches_a_task_that_waits(self):
        self.worker()
        wait_for(self.nodes, "the worker")
        first = self.task.delay("slow.mp4", "b.mp4", "640:360", "mp4")
        wait_for(lambda: first.state == "PROGRESS", "progress")
        second = self.task.delay("a.mp4", "b.mp4", "640:360", "mp4")
        self.app.control.revoke([second.id])
        first.revoke(terminate=True)
        wait_for(lambda: second.state == "REVOKED", "the second task's end")

    def test_task_with_a_countdown_is_shown_and_then_done(self):
        self.worker()
        wait_for(self.nodes, "the worker")
        result = self.task.apply_async(("a.mp4", "b.mp4", "640:360", "mp4"), countdown=3)
        inspect = self.app.control.inspect(timeout=1)

        def scheduled():
            return (inspect.scheduled() or {}).get("framehand@here")
        self.assertEqual(wait_for(scheduled, "the schedule")[0]["request"]["id"], result.id)
        self.assertEqual(result.get(timeout=PATIENCE)["status"], "completed")

    def test_expired_task_is_revoked(self):
        result = self.task.apply_async(("a.mp4", "b.mp4", "640:360", "mp4"), expires=0.1)
        deadline = time.time() + 0.2
        wait_for(lambda: time.time() > deadline, "the time")
        self.worker()
        wait_for(lambda: result.state == "REVOKED", "the state")

    def test_tools_see_the_worker(self):
        self.worker()
        wait_for(lambda: self.nodes() == {"framehand@here": {"ok": "pong"}}, "an answer to ping")
        inspect = self.app.control.inspect(timeout=1)
        self.assertEqual(inspect.registered(), {"framehand@here": ["celery_worker.transcode_video_task"]})
        self.assertEqual(inspect.active(), {"framehand@here": []})
        self.assertEqual(inspect.reserved(), {"framehand@here": []})
        self.assertEqual(inspect.active_queues()["framehand@here"][0]["name"], "celery")
        self.assertEqual(inspect.stats()["framehand@here"]["pool"]["max-concurrency"], 1)
        self.assertEqual(inspect.conf()["framehand@here"]["task_default_queue"], "celery")
        result = self.task.delay("slow.mp4", "b.mp4", "640:360", "mp4")
        wait_for(lambda: result.state == "PROGRESS", "progress")
        active = inspect.active()["framehand@here"]
        self.assertEqual([(task["id"], task["args"][0]) for task in active], [(result.id, "slow.mp4")])
        for arguments in (("inspect", "ping"), ("status",), ("inspect", "active"), ("inspect", "stats")):
            done = self.celery(*arguments)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertIn("framehand@here", done.stdout)

    def test_receiver_hears_events(self):
        from celery.events.state import State
        self.worker()
        wait_for(self.nodes, "the worker")
        state, types = State(), []
        self.app.control.enable_events()
        results = []
        with self.app.connection_for_read() as connection:
            def on_event(event):
                state.event(event)
                types.append(event["type"])
                if not results and "worker-heartbeat" in types:
                    results.append(self.task.delay("a.mp4", "b.mp4", "640:360", "mp4"))
                receiver.should_stop = "task-succeeded" in types
            receiver = self.app.events.Receiver(connection, handlers={"*": on_event})
            receiver.capture(limit=None, timeout=PATIENCE)
        self.assertLessEqual({"worker-heartbeat", "task-received", "task-started", "task-succeeded"}, set(types))
        self.assertTrue(state.workers["framehand@here"].alive)
        self.assertEqual(state.tasks[results[0].id].state, "SUCCESS")
        self.assertEqual(state.tasks[results[0].id].worker.hostname, "framehand@here")

    def test_another_worker_ends_the_task_of_one_that_was_killed(self):
        for rescuer in ("ours", "original"):
            with self.subTest(rescuer):
                worker = self.worker(visibility=3)
                result = self.task.delay("slow.mp4", "b.mp4", "640:360", "mp4")
                wait_for(lambda: result.state == "PROGRESS", "progress")
                self.end(worker)
                if rescuer == "original":
                    self.original()
                    self.assertEqual(result.get(timeout=PATIENCE)["status"], "completed")
                else:
                    second = self.worker("second@here", visibility=3)
                    wait_for(lambda: any(line["event"] == "taken" for line in second.told), "the second worker")
                    result.revoke(terminate=True)
                    wait_for(lambda: result.state == "REVOKED", "the end")
                    self.end(second)

    def test_restart_of_the_broker_loses_nothing(self):
        worker = self.worker()
        result = self.task.delay("slow.mp4", "b.mp4", "640:360", "mp4")
        wait_for(lambda: result.state == "PROGRESS", "progress")
        self.end(self.redis)
        self.start_redis()
        other = self.task.delay("a.mp4", "b.mp4", "640:360", "mp4")
        before = wait_for(lambda: (result.info or {}).get("percent"), "the progress after the restart")
        wait_for(lambda: (result.info or {}).get("percent", 0) > before, "further progress")
        self.assertFalse(any(line["event"] == "cancelled" for line in worker.told))
        wait_for(self.nodes, "the worker to listen again")
        result.revoke(terminate=True)
        self.assertEqual(other.get(timeout=PATIENCE)["status"], "completed")
        self.assertEqual(result.state, "REVOKED")

    def test_bad_message_is_set_aside(self):
        with self.app.connection_for_write() as connection:
            client = connection.default_channel.client
            client.lpush("celery", "no JSON")
        result = self.task.delay("a.mp4", "b.mp4", "640:360", "mp4")
        self.worker()
        self.assertEqual(result.get(timeout=PATIENCE)["status"], "completed")
        with self.app.connection_for_read() as connection:
            kept = connection.default_channel.client.lrange("celery.rejected", 0, -1)
        self.assertEqual([json.loads(text)["message"] for text in kept], ["no JSON"])

    def test_two_workers_and_an_original_share_a_queue(self):
        self.worker("one@here")
        self.worker("two@here")
        self.original()
        results = [self.task.delay(f"{i}.mp4", f"out-{i}.mp4", "640:360", "mp4") for i in range(30)]
        for i, result in enumerate(results):
            self.assertEqual(result.get(timeout=PATIENCE)["output_name"], f"out-{i}.mp4")
        self.assertEqual(self.unacked(), (0, 0, 0))

    def test_no_task_is_lost_or_done_twice_however_often_workers_are_killed(self):
        chance = random.Random(20261122)
        count = 200
        with self.app.connection_for_read() as connection:
            listener = connection.default_channel.client.pubsub(ignore_subscribe_messages=True)
        listener.psubscribe("celery-task-meta-*")
        self.addCleanup(listener.close)
        workers = {name: self.worker(name, visibility=3) for name in ("one@here", "two@here")}
        ids = {self.task.apply_async((f"quick-{i}.mp4", f"{i}.mp4", "640:360", "mp4")).id for i in range(count)}
        ends = collections.Counter()
        kills = 0
        deadline = time.monotonic() + 3 * PATIENCE
        next_kill = time.monotonic() + 1
        while (len(ends) < count or self.unacked() != (0, 0, 0)) and time.monotonic() < deadline:
            message = listener.get_message(timeout=0.05)
            if message:
                content = json.loads(message["data"])
                if content["status"] == "SUCCESS":
                    ends[content["task_id"]] += 1
            if kills < 12 and time.monotonic() > next_kill:
                name = chance.choice(sorted(workers))
                self.end(workers[name])
                workers[name] = self.worker(name, visibility=3)
                kills += 1
                next_kill = time.monotonic() + chance.uniform(0.3, 2)
        self.assertEqual(set(ends), ids)
        self.assertEqual(set(ends.values()), {1})
        self.assertGreater(kills, 5)
        self.assertEqual(self.unacked(), (0, 0, 0))


if __name__ == "__main__":
    unittest.main()
