# SPDX-License-Identifier: GPL-3.0-or-later
"""A real redis-server on loopback."""
import redis

from support.programs import Child, free_port, wait_for


class RedisServer:
    """Its port stays the same over restarts, and what it answered is kept over kill(): as a file in `folder`."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.client = redis.Redis(host="127.0.0.1", port=self.port, decode_responses=True)
        self.process = None
        self.start()

    def start(self):
        self.process = Child(["redis-server", "--bind", "127.0.0.1", "--port", self.port, "--dir", self.folder,
                              "--save", "", "--appendonly", "yes", "--appendfsync", "no"])
        wait_for(self.answers, "redis-server to answer")

    def answers(self):
        if not self.process.running():
            raise AssertionError("redis-server ended:\n" + self.process.text())
        try:
            return self.client.ping()
        except redis.RedisError:
            return False

    def kill(self):
        """As kill -9."""
        if self.process:
            self.process.kill()
            self.process = None

    def list(self, key):
        return self.client.lrange(key, 0, -1)
