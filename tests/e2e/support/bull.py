# SPDX-License-Identifier: GPL-3.0-or-later
"""The original clients of BullMQ and Bull queues (bull/client.js)."""
import json
import subprocess

from support.programs import SOURCE, Child, wait_for

CLIENT = SOURCE / "tests/e2e/bull/client.js"


class Client:
    """The library's client of one queue."""

    def __init__(self, library, redis_url, queue):
        self.start = ["node", str(CLIENT), library, redis_url]
        self.queue = queue
        self.watcher = None

    def __enter__(self):
        self.watcher = Child([*self.start, "watch", self.queue])
        wait_for(lambda: self.saw("ready"), "the client to listen")
        return self

    def __exit__(self, *_):
        self.watcher.kill()

    def _ask(self, command, *rest):
        done = subprocess.run([*self.start, command, self.queue, *rest], capture_output=True, text=True, timeout=60,
                              check=False)
        if done.returncode != 0:
            raise AssertionError(f"{command}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout.splitlines()[-1])

    def add(self, data, **options):
        return self._ask("add", json.dumps(data), json.dumps(options))["id"]

    def add_all(self, all_data, **options):
        """Their ids."""
        return self._ask("addall", json.dumps(all_data), json.dumps(options))["ids"]

    def job(self, job_id):
        return self._ask("job", job_id)

    def workers(self):
        return self._ask("workers")

    def original_worker(self):
        return Child([*self.start, "work", self.queue])

    def events(self, job_id):
        return [line for line in self.watcher.json_lines() if line.get("id") == job_id]

    def saw(self, event, job_id=None):
        return any(line.get("event") == event and line.get("id") == job_id for line in self.watcher.json_lines())

    def progress(self, job_id):
        return [int(line["progress"]) for line in self.events(job_id) if line["event"] == "progress"]

    def wait(self, event, job_id):
        """The event, once the client has seen it."""
        wait_for(lambda: self.saw(event, job_id), f"{event} of job {job_id}; seen: {self.watcher.text()[-2000:]}")
        return [line for line in self.events(job_id) if line["event"] == event][-1]
