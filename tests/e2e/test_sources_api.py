# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources of jobs and the object storage are looked at by a running daemon, for the local API and for the command line;
their secrets are kept without being seen."""
import json
import os
import pty
import socket
import subprocess
import tempfile
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from support.local_api import LocalApi
from support.programs import BIN, House, free_port, wait_for
from support.redis_server import RedisServer

PASSWORD = "tell-nobody-7"


class SmallStore(BaseHTTPRequestHandler):
    """One bucket, "films", of who has the key "farm"."""
    objects = {}

    def handle_one(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        path = self.path.partition("?")[0].strip("/")
        bucket, _, key = path.partition("/")
        if "Credential=farm/" not in self.headers.get("Authorization", ""):
            return self.say(403, "<Error><Code>InvalidAccessKeyId</Code><Message>no such key</Message></Error>")
        if bucket != "films":
            return self.say(404, "<Error><Code>NoSuchBucket</Code></Error>")
        if self.command == "PUT":
            self.objects[key] = body
            return self.say(200, "")
        if self.command == "DELETE":
            self.objects.pop(key, None)
            return self.say(204, "")
        if not key:
            return self.say(200, "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>")
        return self.say(200, self.objects[key].decode()) if key in self.objects else self.say(
            404, "<Error><Code>NoSuchKey</Code></Error>")

    do_GET = do_PUT = do_DELETE = do_HEAD = handle_one

    def say(self, status, text):
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


class SourcesApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        cls.addClassCleanup(folder.cleanup)
        cls.redis = RedisServer(folder.name)
        cls.addClassCleanup(cls.redis.kill)
        cls.redis.client.config_set("requirepass", PASSWORD)
        cls.redis.client.auth(PASSWORD)
        cls.house = House(folder.name, job_source="orchestrator", celery_url=cls.redis.url, redis_url=cls.redis.url)
        cls.house.start()
        cls.addClassCleanup(cls.house.stop)

    def setUp(self):
        self.api = LocalApi(self.house)
        self.addCleanup(self.api.close)
        self.addCleanup(self.set_secret, "redis-password", None)

    def set_secret(self, name, value):
        self.assertEqual(self.api.call("secrets.set", name=name, value=value), {"restart": True})

    def checks(self, **params):
        answer = self.api.call("sources.test", **params)
        self.assertNotIn(PASSWORD, json.dumps(answer))
        return answer["ok"], {check["what"]: check for check in answer["checks"]}

    def test_a_typed_secret_counts_for_this_test_alone(self):
        server = self.redis.client
        server.rpush("transcode:jobs", "1", "2")
        self.addCleanup(server.delete, "transcode:jobs")
        ok, checks = self.checks(source="redis")
        self.assertFalse(ok)
        self.assertIn("wants a password", checks["server"]["finding"])
        ok, checks = self.checks(source="redis", secrets={"redis-password": PASSWORD})
        self.assertTrue(ok, checks)
        self.assertIn("Redis 7", checks["server"]["finding"])
        self.assertEqual(checks["transcode:jobs"]["finding"], "2 jobs wait")
        self.assertEqual([s for s in self.api.call("secrets.list")["secrets"] if s["from"]], [])
        self.set_secret("redis-password", PASSWORD)
        self.assertTrue(self.checks(source="redis")[0])
        self.assertFalse(self.checks(source="redis", secrets={"redis-password": "wrong"})[0])
        self.assertEqual(self.api.call("secrets.list")["secrets"][0], {"name": "redis-password", "from": "file"})
        # Changes of settings, too, are for the test alone.
        ok, checks = self.checks(source="redis", settings={"redis_url": f"redis://127.0.0.1:{free_port()}/0"})
        self.assertFalse(ok)
        self.assertIn("refused", checks["server"]["finding"])
        self.assertTrue(self.checks(source="redis")[0])
        self.assertEqual(server.lrange("transcode:jobs", 0, -1), ["1", "2"])
        self.assertEqual(server.dbsize(), 1, "nothing came or went")

    def test_the_command_line_ends_with_1_where_a_check_fails(self):
        failed = self.house.ctl("sources", "test", "redis")
        self.assertEqual(failed.returncode, 1, failed.stderr)
        self.assertIn("-> set it: framehandctl secret set redis-password", failed.stdout)
        kept = subprocess.run([BIN / "framehandctl", "--config", self.house.config, "secret", "set", "redis-password"],
                              env=self.house.env(), input=PASSWORD + "\n", capture_output=True, text=True, check=False)
        self.assertEqual(kept.returncode, 0, kept.stderr)
        self.assertNotIn(PASSWORD, kept.stdout + kept.stderr)
        path = self.house.data / "secrets/redis-password"
        self.assertEqual((path.read_text(), path.stat().st_mode & 0o777), (PASSWORD + "\n", 0o600))
        good = self.house.ctl("sources", "test", "redis")
        self.assertEqual(good.returncode, 0, good.stdout + good.stderr)
        self.assertIn("transcode:jobs  empty", good.stdout)
        every = self.house.ctl("sources", "test", "--json")
        self.assertEqual(every.returncode, 0, every.stdout + every.stderr)
        answers = [json.loads(line) for line in every.stdout.splitlines()]
        self.assertEqual([answer["source"] for answer in answers], ["orchestrator"])
        self.assertIn("0 waiting", answers[0]["checks"][0]["finding"])
        self.assertEqual(self.house.ctl("sources", "test", "kafka").returncode, 2)
        self.assertEqual(self.house.ctl("secret", "forget", "redis-password").returncode, 0)
        self.assertFalse(path.exists())
        self.assertNotIn(PASSWORD, self.house.daemon.text())

    def test_nothing_of_a_secret_is_shown_at_a_terminal(self):
        ours, theirs = pty.openpty()
        program = subprocess.Popen([BIN / "framehandctl", "--config", self.house.config, "secret", "set",
                                    "redis-password"], env=self.house.env(), stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        seen = b""

        def read():
            nonlocal seen
            try:
                while True:
                    seen += os.read(ours, 1024)
            except OSError:  # the program has ended
                pass

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        wait_for(lambda: b"redis-password (not shown): " in seen, "the prompt")
        os.write(ours, PASSWORD.encode() + b"\n")
        self.assertEqual(program.wait(60), 0, seen)
        reader.join(10)
        os.close(ours)
        self.assertNotIn(PASSWORD.encode(), seen)
        self.assertIn(b"is kept", seen)
        self.assertTrue(self.checks(source="redis")[0])

    def test_a_client_that_goes_away_cancels_its_test(self):
        silent = socket.socket()
        self.addCleanup(silent.close)
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        silent.settimeout(60)
        client = LocalApi(self.house)
        client.ask("sources.test", source="celery",
                   settings={"celery_url": f"redis://127.0.0.1:{silent.getsockname()[1]}/0"})
        looks = []
        while True:  # the first connection only looks whether anybody listens
            connection, _ = silent.accept()
            self.addCleanup(connection.close)
            connection.settimeout(60)
            looks.append(connection.recv(1000))
            if b"INFO" in looks[-1]:
                break
        self.assertIsNotNone(self.api.call("state.get"), "others are answered meanwhile")
        begin = time.monotonic()
        client.close()
        self.assertEqual(connection.recv(1000), b"")
        self.assertLess(time.monotonic() - begin, 8, "long before it would have been given up")

    def test_other_sources_and_the_object_storage(self):
        ok, checks = self.checks(source="orchestrator")
        self.assertTrue(ok, checks)
        self.assertEqual(checks["rights"]["finding"], "this PC is let in")
        ok, checks = self.checks(source="rabbitmq", settings={"rabbitmq_url": f"amqp://127.0.0.1:{free_port()}/",
                                                              "rabbitmq_bucket": "films"})
        self.assertFalse(ok)
        self.assertIn("refused", checks["server"]["finding"])

        store = ThreadingHTTPServer(("127.0.0.1", 0), SmallStore)
        threading.Thread(target=store.serve_forever, daemon=True).start()
        self.addCleanup(store.server_close)
        self.addCleanup(store.shutdown)
        settings = {"s3_endpoint": f"http://127.0.0.1:{store.server_port}", "job_source": "celery",
                    "celery_bucket": "films"}
        keys = {"s3-access-key": "farm", "s3-secret-key": PASSWORD}
        ok, checks = self.checks(source="s3", settings=settings, secrets=keys)
        self.assertTrue(ok, checks)
        self.assertEqual(checks["bucket films"]["finding"], "may be read, written and listed")
        self.assertEqual(SmallStore.objects, {}, "nothing is left there")
        ok, checks = self.checks(source="s3", settings=settings, secrets=keys | {"s3-access-key": "nobody"})
        self.assertFalse(ok)
        self.assertIn("refuses the keys", checks["server"]["finding"])
        ok, checks = self.checks(source="s3", settings=settings | {"celery_bucket": "musicals"}, secrets=keys)
        self.assertEqual(checks["bucket musicals"]["finding"], "there is no such bucket")
        ok, checks = self.checks(source="s3", settings=settings | {"s3_endpoint": f"http://127.0.0.1:{free_port()}"},
                                 secrets=keys)
        self.assertFalse(ok)
        self.assertIn("no object storage answers", checks["server"]["finding"])


if __name__ == "__main__":
    unittest.main()
