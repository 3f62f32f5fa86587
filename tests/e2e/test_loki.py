# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon's log reaches Loki: whole, in order, also over an outage, and its last lines too. Loki itself is played by an
HTTP server that takes what Loki's push API takes and refuses everything else."""
import json
import tempfile
import threading
import time
import unittest
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from support.programs import House, free_port, wait_for

LEVELS = {"debug", "info", "warning", "error"}
OF_LOKI = ("Loki does not take the log", "Loki takes the log again")


def wrong(path, kind, body):
    """Why Loki would refuse a push, or None. https://grafana.com/docs/loki/latest/reference/loki-http-api/#ingest-logs"""
    if path != "/loki/api/v1/push" or kind != "application/json":
        return f"{path} of {kind}"
    if set(body) != {"streams"} or not body["streams"]:
        return "no streams"
    for stream in body["streams"]:
        labels = stream["stream"]
        if set(stream) != {"stream", "values"} or set(labels) != {"job", "worker", "level"} or labels["level"] not in LEVELS:
            return f"labels {labels}"
        for at, line in stream["values"]:
            if not (isinstance(at, str) and len(at) == 19 and int(at) > 0 and isinstance(line, str) and line):
                return f"value {at} {line}"
    return None


class Loki:
    """`status` is what it answers; None is nothing at all, until stop()."""

    def __init__(self, port):
        self.status = 204
        self.entries = []  # (time, labels, line) of what it has taken, in the order in which it came
        self.refused = 0
        self.faults = []
        self.ended = threading.Event()
        loki = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                fault = wrong(self.path, self.headers["Content-Type"], body)
                status = loki.status
                if status is None:
                    loki.refused += 1
                    loki.ended.wait()
                    return
                if fault:
                    loki.faults.append(fault)
                    status = 400
                if status == 204:
                    found = [(int(at), stream["stream"], line) for stream in body["streams"]
                             for at, line in stream["values"]]
                    loki.entries.extend(sorted(found, key=lambda entry: entry[0]))
                else:
                    loki.refused += 1
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def messages(self):
        return [json.loads(line)["message"] for _, _, line in list(self.entries)]

    def stop(self):
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class LokiTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.port = free_port()
        self.house = House(folder.name, log_loki_url=f"http://127.0.0.1:{self.port}")
        self.addCleanup(self.house.stop)

    def loki(self):
        loki = Loki(self.port)
        self.addCleanup(loki.stop)
        return loki

    def expect_all(self, loki, daemon):
        """All that the daemon has written to its output, each line once and in order."""
        self.assertEqual(loki.faults, [])
        times = [at for at, _, _ in loki.entries]
        self.assertEqual(times, sorted(set(times)))
        here = Counter(line for line in daemon.lines if json.loads(line)["message"] not in OF_LOKI)
        self.assertEqual(Counter(line for _, _, line in loki.entries), here)
        for at, labels, line in loki.entries:
            self.assertEqual(labels, {"job": "framehand", "worker": "pc-1", "level": json.loads(line)["level"]})
            self.assertLess(abs(at / 1e9 - time.time()), 3600)

    def test_every_line_arrives_and_the_last_ones_before_the_end(self):
        loki = self.loki()
        daemon = self.house.start().daemon
        wait_for(lambda: "known to where jobs come from" in loki.messages(), "the worker's line")
        self.assertEqual(self.house.stop(), 0)
        self.assertEqual(loki.messages()[-1], "stopped")
        self.expect_all(loki, daemon)

    def test_an_outage_loses_nothing(self):
        daemon = self.house.start().daemon  # nobody listens
        wait_for(lambda: "known to where jobs come from" in daemon.text(), "work without Loki")
        wait_for(lambda: OF_LOKI[0] in daemon.text(), "it said")
        loki = self.loki()
        loki.status = 503
        wait_for(lambda: loki.refused >= 2, "another try")
        loki.status = 204
        wait_for(lambda: "known to where jobs come from" in loki.messages(), "the lines of the outage")
        wait_for(lambda: OF_LOKI[1] in daemon.text(), "the end of it said")
        self.house.stop()
        self.expect_all(loki, daemon)

    def test_a_loki_that_hangs_holds_up_nothing(self):
        loki = self.loki()
        loki.status = None
        self.house.start()
        wait_for(lambda: loki.refused, "a push that gets no answer")
        self.assertEqual(self.house.call("GET", "/healthz")[0], 200)
        daemon = self.house.daemon
        begin = time.monotonic()
        self.assertEqual(self.house.stop(), 0)
        self.assertLess(time.monotonic() - begin, 10, "it waits for its last lines for one second")
        self.assertIn("stopped", daemon.text())


if __name__ == "__main__":
    unittest.main(verbosity=2)
