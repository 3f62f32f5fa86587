# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the daemon and of the transcoder at random instants: the job ends well and no reader is ever fooled.

FRAMEHAND_KILLS (default 20) instants from the seed FRAMEHAND_SEED (default 1).
"""
import functools
import os
import random
import shutil
import signal
import tempfile
import threading
import time
import unittest

from support.package import NotWhole, read_whole
from support.programs import SAMPLE, House, transcoder_pids, wait_for

KILLS = int(os.environ.get("FRAMEHAND_KILLS", "20"))
SEED = int(os.environ.get("FRAMEHAND_SEED", "1"))


class Reader(threading.Thread):
    """Polls the destination all the time, as an eager player would."""

    def __init__(self, index):
        super().__init__(daemon=True)
        self.index = index
        self.seen = []
        self.problems = []
        self.reads = 0
        self._ended = threading.Event()

    def run(self):
        while not self._ended.wait(0.002):
            try:
                found = read_whole(self.index)
            except NotWhole as problem:
                self.problems.append(str(problem))
                continue
            self.reads += 1
            if not self.seen or self.seen[-1] != found:
                self.seen.append(found)

    def end(self):
        self._ended.set()
        self.join()


class Kill(unittest.TestCase):
    def test_killed_at_random_instants(self):
        random_source = random.Random(SEED)
        with tempfile.TemporaryDirectory(prefix="framehand-e2e-") as folder:
            house = House(folder, lease_timeout="3s").start()
            shutil.copy(SAMPLE, house.nas / "dog.mp4")
            index = house.nas / "out/index.m3u8"
            body = {"input": {"source_url": "dog.mp4"},
                    "outputs": [{"resolution": "240p", "dest_path": "out/240p"},
                                {"resolution": "144p", "dest_path": "out/144p"}]}

            # One undisturbed run tells how long there is to kill in.
            started = time.monotonic()
            _, job = house.call("POST", "/api/v1/jobs", body)
            transcoders = functools.partial(transcoder_pids, house.daemon.process.pid)
            wait_for(transcoders, "the transcoder")
            begun = time.monotonic()
            wait_for(lambda: not transcoders(), "its end")
            transcoding = time.monotonic() - begun
            self.assertEqual(house.ended(job["job_id"])["state"], "COMPLETED")
            span = time.monotonic() - started

            reader = Reader(index)
            reader.start()
            hits = {"framehandd": 0, "framehand-transcoder": 0}
            for kill in range(KILLS):
                _, job = house.call("POST", "/api/v1/jobs", body)
                victim = random_source.choice(sorted(hits))
                instant = random_source.uniform(0, span if victim == "framehandd" else transcoding)
                with self.subTest(kill=kill, victim=victim, instant=round(instant, 3)):
                    if victim == "framehand-transcoder":
                        wait_for(lambda: transcoder_pids(house.daemon.process.pid), "the transcoder")
                    threading.Event().wait(instant)
                    if victim == "framehandd":
                        house.kill()
                        house.start()
                        hits[victim] += 1
                    else:
                        for pid in transcoder_pids(house.daemon.process.pid):
                            os.kill(pid, signal.SIGKILL)
                            hits[victim] += 1
                    ended = house.ended(job["job_id"])
                    self.assertEqual(ended["state"], "COMPLETED", ended)
                    self.assertEqual(ended["manifest_url"], "/out/index.m3u8")
                    wait_for(lambda: not house.staging(), "an empty staging folder")
            reader.end()
            print(f"kills that hit: {hits}; complete packages read: {reader.reads}; "
                  f"different ones: {len(set(reader.seen))}", flush=True)
            self.assertEqual(reader.problems, [])
            self.assertGreater(reader.reads, KILLS)
            self.assertNotIn(None, reader.seen)
            self.assertGreater(min(hits.values()), 0)
            self.assertEqual(sorted(p.name for p in (house.nas / "out").iterdir()),
                             ["144p", "240p", "audio", "index.m3u8"])
            self.assertEqual(len(list((house.nas / "out").rglob("v-*"))), 3)
            self.assertEqual(house.stop(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
