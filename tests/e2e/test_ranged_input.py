# SPDX-License-Identifier: GPL-3.0-or-later
"""The transcoder on a source that it reads in ranges through its parent: whole, resumed, stopped, cut off, replaced."""
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from support.package import decoded_frames
from support.programs import BIN, PATIENCE, SAMPLE, wait_for
from support.s3_server import S3Server
from support.transcoder import Run, killed, spec


class FilmServer:
    """One film at /film.mp4 in ranges, as a presigned URL gives it: GET alone, a signature in the query."""

    def __init__(self, film):
        self.bytes = film.read_bytes()
        self.etag = '"1"'
        self.away = threading.Event()  # refuses everything while set
        self.held = threading.Event()  # keeps every request waiting until it is set
        self.held.set()
        self.asked = []  # (first, last)
        self.connections = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self):
                super().setup()
                outer.connections.append(self.connection)

            def do_GET(self):
                outer.held.wait(PATIENCE)
                outer.answer(self)

            def log_message(self, *_):
                pass

        self.handler = Handler
        self.start(0)
        self.url = f"http://127.0.0.1:{self.server.server_port}/film.mp4?X-Amz-Signature=hidden-word"

    def start(self, port):
        self.server = ThreadingHTTPServer(("127.0.0.1", port), self.handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def restart(self):
        """As after hours: no connection of before stands any more."""
        port = self.server.server_port
        self.stop()
        for connection in self.connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # it was closed before
        self.connections.clear()
        self.start(port)

    def answer(self, handler):
        if self.away.is_set():
            return self.reply(handler, 503, b"")
        if not handler.path.endswith("?X-Amz-Signature=hidden-word"):
            return self.reply(handler, 403, b"")
        if handler.headers.get("If-Match", self.etag) != self.etag:
            return self.reply(handler, 412, b"")
        first, last = (int(n) for n in handler.headers["Range"].removeprefix("bytes=").split("-"))
        last = min(last, len(self.bytes) - 1)
        self.asked.append((first, last))
        return self.reply(handler, 206, self.bytes[first:last + 1],
                          {"Content-Range": f"bytes {first}-{last}/{len(self.bytes)}"})

    def reply(self, handler, status, body, headers=None):
        handler.send_response(status)
        for name, value in {"ETag": self.etag, "Content-Length": len(body), **(headers or {})}.items():
            handler.send_header(name, str(value))
        handler.end_headers()
        handler.wfile.write(body)

    def stop(self):
        self.held.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class Offer:
    """What the daemon does: it reads the source and offers it at a local address."""

    def __init__(self, folder, source, env=None):
        self.process = subprocess.Popen([str(BIN / "range_offer"), str(folder), source], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        env=os.environ | (env or {}))
        self.address = self.process.stdout.readline().strip()

    def stop(self):
        """What it has logged."""
        if self.process.stdin.closed:
            return ""
        log = self.process.communicate()[1]
        return log

    def kill(self):
        self.process.kill()
        self.process.communicate()


class RangedInput(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        # Longer than what is read ahead, and with its index at the end.
        self.film = self.folder / "film.mp4"
        done = subprocess.run(["ffmpeg", "-v", "error", "-stream_loop", "7", "-i", str(SAMPLE), "-c", "copy",
                               str(self.film)], check=False, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.server = FilmServer(self.film)
        self.addCleanup(self.server.stop)

    def offer(self, source=None, env=None):
        offer = Offer(self.folder, source or self.server.url, env)
        self.addCleanup(offer.stop)
        self.assertTrue(offer.address.startswith(str(self.folder)), offer.address)
        return offer

    def spec(self, offer, name="package", **more):
        (self.folder / name).mkdir(exist_ok=True)
        made = spec("s3://films/film.mp4", self.folder / name, **more)
        if offer:
            made["input_ranges"] = offer.address
        else:
            made["input_path"] = str(self.film)
        return made

    def expect_good(self, run):
        self.assertEqual(run.status, 0, run.log)
        self.assertEqual(run.last["event"], "done")
        self.assertIn("files (Landlock", run.log)
        return {f["path"]: f["sha256"] for f in run.last["manifest"]["files"]}

    def test_the_package_is_that_of_the_file_and_no_byte_of_a_url_is_told(self):
        offer = self.offer()
        run = Run(self.spec(offer), PATIENCE)
        made = self.expect_good(run)
        plain = self.expect_good(Run(self.spec(None, "plain"), PATIENCE))
        self.assertEqual(made, plain)
        self.assertEqual(decoded_frames(self.folder / "package/playlist.m3u8")[1], "")
        self.assertNotIn("hidden-word", run.log + json.dumps(run.last) + offer.stop())
        # Few requests, though libav reads in small pieces.
        self.assertLess(len(self.server.asked), 120)

    def test_a_killed_run_goes_on_with_what_it_finished_also_from_a_file(self):
        offer = self.offer()
        job = self.spec(offer, segment_time=1)
        delay = 2.0
        while killed(job, delay) and not list((self.folder / "package").rglob("0000[2-9].m4s")):
            delay *= 1.5
        # The same film by another way is the same source.
        run = Run({k: v for k, v in job.items() if k != "input_ranges"} | {"input_path": str(self.film)}, PATIENCE)
        self.expect_good(run)
        notes = " ".join(run.last["manifest"]["notes"])
        self.assertIn("segments of an earlier run were kept", notes)

    def test_a_stopped_transcoder_reads_on_though_every_connection_broke_meanwhile(self):
        offer = self.offer()
        process = subprocess.Popen([str(BIN / "framehand-transcoder"), "run"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        process.stdin.write(json.dumps(self.spec(offer)) + "\n")
        process.stdin.flush()
        wait_for(lambda: len(self.server.asked) > 3, "the transcoder to read")
        process.send_signal(signal.SIGSTOP)
        self.server.restart()
        process.send_signal(signal.SIGCONT)
        last = json.loads(process.stdout.read().splitlines()[-1])
        process.stdin.close()
        process.stdout.close()
        self.assertEqual(process.wait(), 0)
        self.assertEqual(last["event"], "done")

    def expect_failure(self, job, code, words, when=None):
        runs = []
        thread = threading.Thread(target=lambda: runs.append(Run(job, PATIENCE)))
        thread.start()
        if when:
            when()
        thread.join()
        run = runs[0]
        self.assertFalse(run.hung)
        self.assertFalse(run.crashed, run.log)
        self.assertEqual(run.error.get("code"), code, run.error)
        text = run.error["message"] + ": " + run.error.get("cause", "")
        self.assertIn(words, text)
        self.assertIn("the source cannot be read", text)
        self.assertNotIn("hidden-word", text)

    def test_a_server_that_goes_away_ends_the_job_as_unavailable(self):
        def go():
            wait_for(lambda: len(self.server.asked) > 3, "the transcoder to read")
            self.server.away.set()
        self.expect_failure(self.spec(self.offer()), "unavailable", "film.mp4", go)

    def test_a_source_that_is_replaced_is_an_error_and_never_a_mix(self):
        def go():
            wait_for(lambda: len(self.server.asked) > 3, "the transcoder to read")
            self.server.etag = '"2"'
        self.expect_failure(self.spec(self.offer()), "corrupt_data", "replaced", go)

    def test_a_parent_that_dies_is_no_hang(self):
        offer = self.offer()

        def go():
            wait_for(lambda: len(self.server.asked) > 2, "the transcoder to read")
            self.server.held.clear()
            offer.kill()
        self.expect_failure(self.spec(offer), "unavailable", "connection", go)

    def test_an_offer_that_is_not_there_is_told(self):
        offer = self.offer()
        job = self.spec(offer)
        offer.stop()
        self.expect_failure(job, "unavailable", "nobody offers")

    def test_an_object_of_a_real_server_is_read_in_ranges(self):
        with S3Server() as s3:
            s3.make_bucket("films")
            s3.put_file("films", "in/fi lm.mp4", self.film, "video/mp4")
            offer = self.offer("s3://films/in/fi lm.mp4", s3.environment())
            made = self.expect_good(Run(self.spec(offer), PATIENCE))
            shutil.rmtree(self.folder / "package")
            signed = self.offer(s3.presigned("films", "in/fi lm.mp4"))
            self.assertEqual(self.expect_good(Run(self.spec(signed), PATIENCE)), made)


if __name__ == "__main__":
    unittest.main(verbosity=2)
