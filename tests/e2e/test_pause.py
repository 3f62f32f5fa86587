# SPDX-License-Identifier: GPL-3.0-or-later
"""A pause takes the processor from the transcoder at once and loses nothing, however it ends.

How soon, on a machine that is busy otherwise:

    FRAMEHAND_BIN=build/release/bin FRAMEHAND_PAUSE_LOAD=8 FRAMEHAND_PAUSE_WITHIN=50 python3 tests/e2e/test_pause.py -k twenty

FRAMEHAND_PAUSE_WITHIN    milliseconds from the request to the moment from which on no thread uses processor time but to stop
                          (2000)
FRAMEHAND_PAUSE_LOAD      processes that use all processor time that they get, beside the transcoder (0)
FRAMEHAND_PAUSE_PRIORITY  the transcoder's priority: normal, or idle as people have it (normal)
FRAMEHAND_SEED            of the instants (1)
"""
import contextlib
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

from support.local_api import LocalApi
from support.package import decoded_frames, ffprobe, read_whole
from support.processor import before_all_others, members, nanoseconds, stands_still, ticks, watch_standstill
from support.programs import PATIENCE, SAMPLE, House, transcoder_pids, wait_for

SEED = int(os.environ.get("FRAMEHAND_SEED", "1"))
RUNGS = ("360p", "240p")
# What a person would take for "at once", on any machine that these tests run on.
AT_ONCE = float(os.environ.get("FRAMEHAND_PAUSE_WITHIN", "2000")) / 1000
LOAD = int(os.environ.get("FRAMEHAND_PAUSE_LOAD", "0"))
PRIORITY = os.environ.get("FRAMEHAND_PAUSE_PRIORITY", "normal")


def let_pass(seconds):
    """Time in which something must, or must not, happen."""
    threading.Event().wait(seconds)


@contextlib.contextmanager
def other_work(processes):
    """That many processes that never wait, each in a session of its own, as a person's programs are: the kernel shares the
    processors among sessions first. Whoever measures goes before them, where he may: he would measure his own waiting."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"], start_new_session=True) for _ in range(processes)]
    own = os.getpriority(os.PRIO_PROCESS, 0)
    with contextlib.suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, own - 10)
    try:
        yield
    finally:
        os.setpriority(os.PRIO_PROCESS, 0, own)
        for process in busy:
            process.kill()
            process.wait()


class Pause(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        self.addCleanup(self.folder.cleanup)

    def house(self, loops=8, **settings):
        house = House(self.folder.name, **({"lease_timeout": "5s"} | settings)).start()
        self.addCleanup(house.stop)
        subprocess.run(["ffmpeg", "-v", "error", "-stream_loop", str(loops - 1), "-i", str(SAMPLE), "-c", "copy",
                        str(house.nas / "long.mp4")], check=True)
        found, _ = ffprobe(house.nas / "long.mp4", "-count_packets", "-select_streams", "v:0", "-show_entries",
                           "stream=nb_read_packets")
        self.frames = int(found["streams"][0]["nb_read_packets"])
        return house

    def api(self, house):
        api = LocalApi(house)
        self.addCleanup(api.close)
        return api

    def submit(self, house, segment_time=2):
        status, job = house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": "long.mp4"}, "hls_settings": {"segment_time": segment_time},
            "outputs": [{"resolution": rung, "dest_path": f"out/{rung}"} for rung in RUNGS]})
        self.assertEqual(status, 201, job)
        return job["job_id"]

    def transcoder(self, house, but_not=()):
        """The job's transcoder, not one that only measures the machine."""
        wait_for(lambda: self.segments(house), "the first segments")
        return wait_for(lambda: [p for p in transcoder_pids(house.daemon.process.pid) if p not in but_not],
                        "the transcoder")[0]

    def segments(self, house):
        """path -> (inode, time of change, size) of the finished segments of both rungs in staging, or None before
        each rung has one."""
        found = {}
        for path in (house.data / "staging").glob("*/package/*p/v-*/*.m4s"):
            if "init" in path.name:
                continue
            try:
                status = path.stat()
            except FileNotFoundError:
                continue
            found[str(path)] = (status.st_ino, status.st_mtime_ns, status.st_size)
        return found if all(any(f"/{rung}/" in path for path in found) for rung in RUNGS) else None

    def staged_package(self, house):
        return {p.name for p in (house.data / "staging").glob("*/package/*p/v-*")}

    def expect_whole(self, house, job_id, attempts=1):
        ended = house.ended(job_id, 400)
        self.assertEqual(ended["state"], "COMPLETED", ended)
        self.assertEqual(len(ended["attempts"]), attempts, ended["attempts"])
        self.assertIsNotNone(read_whole(house.nas / "out/index.m3u8"))
        verified = house.ctl("verify", house.nas / "out", "--level", "full")
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        for rung in RUNGS:
            stream, errors = decoded_frames(house.nas / f"out/{rung}/playlist.m3u8")
            self.assertEqual((int(stream["nb_read_frames"]), errors), (self.frames, ""), rung)
        wait_for(lambda: not house.staging(), "an empty staging folder")

    def test_twenty_pauses_take_all_processor_time_at_once_and_lose_nothing(self):
        random_source = random.Random(SEED)
        house = self.house(loops=12, transcode_priority=PRIORITY)
        api = self.api(house)
        job_id = self.submit(house)
        pid = self.transcoder(house)
        quiet_after, still_after, machine = [], [], []
        with other_work(LOAD):
            for pause in range(20):
                with self.subTest(pause=pause):
                    family = members(pid)
                    self.assertIn(pid, family, "the job ended too early for this test")
                    with before_all_others():
                        asked = time.monotonic()
                        api.ask("pause")
                        watched = watch_standstill(family, asked, PATIENCE)
                    self.assertIsNotNone(watched, "some thread still runs")
                    quiet_after.append(watched.quiet * 1000)
                    still_after.append(watched.still * 1000)
                    machine.append(watched.machine * 1000)
                    worker = api.answer()["state"]["worker"]
                    self.assertEqual((worker["phase"], worker["pause"]["reason"]), ("paused", "by_you"))
                    self.assertEqual(worker["job"]["job_id"], job_id)
                    before = (nanoseconds(family), ticks(family))
                    # Once for longer than the lease: the worker goes on renewing it.
                    let_pass(6 if pause == 10 else 0.2)
                    self.assertEqual((nanoseconds(family), ticks(family)), before)
                    self.assertTrue(stands_still(family))
                    self.assertEqual(house.job(job_id)["state"], "PROCESSING")
                    self.assertEqual(api.call("resume")["state"]["worker"]["phase"], "transcoding")
                    wait_for(lambda: nanoseconds(family) > before[0], "it to go on")
                    let_pass(random_source.uniform(0, 0.1))
                    self.assertLessEqual(watched.quiet, AT_ONCE)
        print(f"{LOAD} busy processes beside it, priority {PRIORITY}: no processor time from "
              f"{statistics.median(quiet_after):.1f} ms (median) after the request on, at most {max(quiet_after):.1f} ms; "
              f"the machine itself stood still for at most {max(machine):.1f} ms of it; "
              f"all threads stopped after {statistics.median(still_after):.1f} ms, at most {max(still_after):.1f} ms",
              flush=True)
        self.expect_whole(house, job_id)
        self.assertEqual(house.stop(), 0)

    def pause_and_release(self, house, api):
        """Pauses until the transcoder is gone; what it had finished then."""
        pid = self.transcoder(house)
        percent = wait_for(lambda: api.worker()["job"]["percent"], "the first progress")
        api.call("pause")
        wait_for(lambda: not transcoder_pids(house.daemon.process.pid), "the end of the paused transcoder")
        worker = api.worker()
        self.assertEqual(worker["phase"], "paused")
        self.assertTrue(worker["pause"]["released"])
        self.assertGreaterEqual(worker["job"]["percent"], percent)
        self.assertFalse(Path(f"/proc/{pid}").exists())
        return pid, self.segments(house)

    def expect_kept(self, house, finished, but_not=()):
        """Waits for a segment more and looks whether the earlier ones are the very same files."""
        later = wait_for(lambda: (lambda s: s if s and len(s) > len(finished) else None)(self.segments(house)),
                         "a segment more")
        self.assertEqual({path: later.get(path) for path in finished}, finished)

    def test_a_released_transcoder_goes_on_with_its_segments(self):
        house = self.house(paused_release_after="500ms")
        api = self.api(house)
        job_id = self.submit(house)
        for _ in range(2):
            _, finished = self.pause_and_release(house, api)
            self.assertEqual(house.job(job_id)["state"], "PROCESSING")
            api.call("resume")
            self.expect_kept(house, finished)
        self.expect_whole(house, job_id)

    def test_a_wish_for_memory_releases_the_transcoder(self):
        house = self.house(paused_release_memory="1000TiB", paused_release_after="0")
        api = self.api(house)
        job_id = self.submit(house)
        _, finished = self.pause_and_release(house, api)
        self.assertIn("memory", api.worker()["pause"]["released"])
        api.call("resume")
        self.expect_kept(house, finished)
        self.expect_whole(house, job_id)

    def test_a_killed_daemon_and_a_killed_transcoder_go_on_with_their_segments(self):
        house = self.house()
        job_id = self.submit(house)
        pid = self.transcoder(house)
        package = self.staged_package(house)

        house.kill()
        wait_for(lambda: not Path(f"/proc/{pid}").exists(), "the transcoder's end with its parent")
        finished = self.segments(house)
        house.start()
        self.expect_kept(house, finished)

        pid = self.transcoder(house)
        finished = self.segments(house)
        os.kill(pid, signal.SIGKILL)
        self.transcoder(house, but_not=[pid])
        self.expect_kept(house, finished)
        self.assertEqual(self.staged_package(house), package)
        self.expect_whole(house, job_id)

    def test_a_paused_transcoder_dies_with_its_daemon_and_the_pause_outlives_both(self):
        house = self.house()
        job_id = self.submit(house)
        pid = self.transcoder(house)
        done = house.ctl("pause", "--for", "1h")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"paused by you \(until \d{4}-\d\d-\d\d \d\d:\d\d\)")
        finished = self.segments(house)
        wait_for(lambda: stands_still([pid]), "the standstill")
        wait_for((house.data / "pause.json").exists, "the pause on the disk")
        house.kill()
        wait_for(lambda: not Path(f"/proc/{pid}").exists(), "the paused transcoder's end with its parent")

        house.start()
        wait_for(lambda: "paused by you (until" in house.ctl("status").stdout, "the remembered pause")
        let_pass(1)
        self.assertEqual(transcoder_pids(house.daemon.process.pid), [])
        done = house.ctl("resume", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIsNone(json.loads(done.stdout)["state"]["worker"]["pause"])
        self.expect_kept(house, finished)
        self.expect_whole(house, job_id)

    def test_no_job_is_taken_while_paused(self):
        house = self.house(loops=1)
        wait_for(lambda: "waiting for a job" in house.ctl("status").stdout, "a worker without work")
        self.assertEqual(house.ctl("pause").returncode, 0)
        job_id = self.submit(house)
        let_pass(2)
        self.assertEqual(house.job(job_id)["state"], "QUEUED")
        _, workers = house.call("GET", "/api/v1/workers")
        self.assertIn("paused by its owner", json.dumps(workers))
        self.assertEqual(house.ctl("resume").returncode, 0)
        self.expect_whole(house, job_id)

    def test_a_pause_ends_by_itself(self):
        house = self.house(loops=1)
        api = self.api(house)
        api.call("pause", minutes=2 / 60)
        job_id = self.submit(house)
        self.expect_whole(house, job_id)
        self.assertIsNone(api.worker()["pause"])

    def test_finish_then_pause_does_the_job_first(self):
        house = self.house(loops=2)
        first = self.submit(house)
        self.transcoder(house)
        done = house.ctl("pause", "--after-job")
        self.assertIn("then paused by you (until resumed)", done.stdout)
        self.expect_whole(house, first)
        second = self.submit(house)
        let_pass(1.5)
        self.assertEqual(house.job(second)["state"], "QUEUED")
        self.assertEqual(house.ctl("resume").returncode, 0)
        self.expect_whole(house, second)

    def test_wrong_times_are_refused(self):
        house = self.house(loops=1)
        api = self.api(house)
        for minutes in (0, -1, "ten", 1e9):
            with self.assertRaisesRegex(AssertionError, "minutes"):
                api.call("pause", minutes=minutes)
        for time_text in ("soon", "0", "-5m"):
            self.assertEqual(house.ctl("pause", f"--for={time_text}").returncode, 2, time_text)
        self.assertIsNone(api.worker()["pause"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
