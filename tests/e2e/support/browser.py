# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays a package with hls.js in headless Chromium and returns what the player saw."""
import functools
import json
import queue
import shutil
import subprocess
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BROWSER = Path(__file__).resolve().parents[1] / "browser"
HLS_SCRIPT = BROWSER / "node_modules/hls.js/dist/hls.min.js"
CHROMIUM_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                  "--disable-background-networking", "--disable-component-update", "--disable-sync",
                  "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"]


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {".m3u8": "application/vnd.apple.mpegurl", ".m4s": "video/iso.segment", ".mp4": "video/mp4",
                      ".ts": "video/mp2t", "": "application/octet-stream"}
    pages = {"/": ("text/html", BROWSER / "page.html"), "/hls.js": ("text/javascript", HLS_SCRIPT)}

    def __init__(self, reports, *arguments, **options):
        self.reports = reports
        super().__init__(*arguments, **options)

    def do_GET(self):
        page = self.pages.get(self.path.split("?")[0])
        if not page:
            return super().do_GET()
        body = page[1].read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", page[0])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.reports.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def play(index, patience=180):
    """The report of page.html, after the package was played through at each of its levels."""
    index = Path(index)
    reports = queue.Queue()
    handler = functools.partial(_Handler, reports, directory=str(index.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen([shutil.which("chromium"), *CHROMIUM_FLAGS, f"--user-data-dir={profile}",
                                    f"http://127.0.0.1:{server.server_port}/?source=/{index.name}"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return reports.get(timeout=patience)
        except queue.Empty:
            raise AssertionError(f"the browser reported nothing within {patience} s") from None
        finally:
            browser.kill()
            browser.wait()
            server.shutdown()
            server.server_close()
