#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An orchestrator that knows the worker protocol's table and nothing else.

Usage: mock_orchestrator.py PORT JOBS.json   (a list of jobs to hand out, in order)
Prints each call as one JSON line: {"method", "path", "worker", "status", "body"}.
"""
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

queue = json.load(open(sys.argv[2]))
registered = set()
one_line_at_a_time = threading.Lock()  # print() writes the end of a line apart


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, reply):
        body = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_call(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or b"{}")
        worker = self.headers.get("X-Worker-ID")
        status, reply = self.decide(self.command, self.path, worker, body)
        with one_line_at_a_time:
            print(json.dumps({"method": self.command, "path": self.path, "worker": worker,
                              "status": status, "body": body}), flush=True)
        self.answer(status, reply)

    def decide(self, method, path, worker, body):
        if (method, path) == ("POST", "/api/v1/workers/register"):
            registered.add(body["worker_id"])
            return 201, {}
        if worker not in registered:
            return 404, {"error": "unknown worker"}
        if (method, path) == ("POST", "/api/v1/workers/sync"):
            if body["status"] == "IDLE" and queue:
                return 200, {"ack": True, "assigned_job": queue.pop(0)}
            return 200, {"ack": True}
        parts = path.strip("/").split("/")
        if parts[:3] == ["api", "v1", "jobs"] and (method, len(parts)) in {("PATCH", 4), ("POST", 5)}:
            return 200, {}
        return 404, {"error": "no such path"}

    do_POST = do_PATCH = do_GET = do_DELETE = handle_call

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
