# SPDX-License-Identifier: GPL-3.0-or-later
"""The Redis pipeline, end to end: a plain producer, a real server, real films."""
import json
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from support.programs import PATIENCE, SAMPLE, House, transcoder_pids, wait_for
from support.redis_server import RedisServer

FILM = Path(__file__).resolve().parents[1] / "media/data/odd-321x241-vp9.mp4"
STAGES = ("transcode:jobs", "transcode:healthcheck", "transcode:replace")


def probe(file):
    answer = subprocess.run(["ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json", str(file)],
                            capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


class RedisLists(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "redis").mkdir()
        self.server = RedisServer(self.folder / "redis")
        self.addCleanup(self.server.kill)
        self.nas = self.folder / "nas"
        (self.nas / "in").mkdir(parents=True)
        self.houses = []

    def worker(self, name="pc-1", roles="transcode", **settings):
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        house = House(folder, mode="worker", nas=self.nas, worker_id=name, job_source="redis",
                      redis_url=self.server.url, redis_roles=f'"{roles}"', **settings)
        house.start()
        self.addCleanup(lambda: house.daemon and house.kill())
        return house

    def submit(self, name, source=FILM, **fields):
        """As the original producer does: RPUSH of a JSON text with full paths. The text."""
        if source:
            shutil.copy(source, self.nas / "in" / f"{name}.mkv")
        message = json.dumps({"input": str(self.nas / "in" / f"{name}.mkv"), "note": "kept  as it is: é",
                              "output": str(self.nas / "out" / f"{name}.mp4"), "container": ".mp4"} | fields)
        self.server.client.rpush("transcode:jobs", message)
        return message

    def wait_for_list(self, key, wanted, patience=PATIENCE):
        def there():
            found = self.server.list(key)
            failures = self.server.list("transcode:failed")
            if failures and key != "transcode:failed":
                raise AssertionError(failures)
            return found == wanted
        wait_for(there, f"{key} to hold {wanted}", patience)

    def nothing_is_left(self, *but):
        for key in [*STAGES, "transcode:failed"]:
            if key not in but:
                self.assertEqual(self.server.list(key), [], key)
        self.assertEqual(self.server.client.keys("transcode:*:processing:*"), [])

    def test_a_job_goes_through_all_stages(self):
        events = self.server.client.pubsub(ignore_subscribe_messages=True)
        events.subscribe("transcode:events")
        self.addCleanup(events.close)
        transcoder = self.worker()
        message = self.submit("film")
        self.wait_for_list("transcode:healthcheck", [message])
        made = self.nas / "out/film.mp4"
        self.assertEqual(sorted(p.name for p in made.parent.iterdir()), ["film.mp4"])
        self.assertIn("mp4", probe(made)["format"]["format_name"])
        self.assertEqual([s["codec_name"] for s in probe(made)["streams"] if s["codec_type"] == "video"], ["h264"])
        transcoder.stop()

        checker = self.worker("pc-2", "healthcheck")
        self.wait_for_list("transcode:replace", [message])
        checker.stop()
        original = (self.nas / "in/film.mkv").read_bytes()
        better = made.read_bytes()

        self.worker("pc-3", "replace", redis_original="keep")
        wait_for(lambda: not self.server.list("transcode:replace") and
                 not self.server.client.exists("transcode:replace:processing:pc-3"), "the replacement")
        self.assertEqual((self.nas / "in/film.mkv").read_bytes(), better)
        self.assertEqual((self.nas / "in/film.mkv.bak").read_bytes(), original)
        self.nothing_is_left()

        heard = []
        def told():
            event = events.get_message()
            if event:
                heard.append(json.loads(event["data"]))
            return len(heard) == 3
        wait_for(told, "three events")
        self.assertEqual([(e["event"], e["role"], e["worker"]) for e in heard],
                         [("done", "transcode", "pc-1"), ("done", "healthcheck", "pc-2"), ("done", "replace", "pc-3")])
        self.assertEqual({e["payload"] for e in heard}, {message})

    def test_one_worker_plays_all_roles(self):
        worker = self.worker(roles="replace, healthcheck, transcode")
        messages = [self.submit(name) for name in ("a", "b")]
        self.assertEqual(len(set(messages)), 2)
        originals = FILM.read_bytes()
        wait_for(lambda: all((self.nas / f"in/{n}.mkv").read_bytes() != originals for n in "ab"), "both replacements")
        wait_for(lambda: not self.server.client.keys("transcode:*:processing:*"), "the end of all work")
        self.nothing_is_left()
        status = worker.ctl("status")
        self.assertEqual((status.returncode, "orchestrator" in status.stdout), (0, False), status.stdout)

    def test_a_damaged_output_is_not_let_through(self):
        message = self.submit("film", dryRun=False)
        self.server.client.delete("transcode:jobs")
        (self.nas / "out").mkdir()
        whole = SAMPLE.read_bytes()
        middle = len(whole) // 2
        (self.nas / "out/film.mp4").write_bytes(whole[:middle] + bytes(len(whole) // 4) + whole[middle + len(whole) // 4:])
        original = (self.nas / "in/film.mkv").read_bytes()
        self.server.client.rpush("transcode:healthcheck", message)
        self.server.client.rpush("transcode:replace", message)
        self.worker(roles="replace, healthcheck")
        wait_for(lambda: len(self.server.list("transcode:failed")) == 2, "two failures")
        stages = {json.loads(f)["stage"] for f in self.server.list("transcode:failed")}
        self.assertEqual(stages, {"transcode:healthcheck", "transcode:replace"})
        self.assertEqual((self.nas / "in/film.mkv").read_bytes(), original)
        self.nothing_is_left("transcode:failed")

    def test_a_dry_run_writes_nothing_and_flows_on(self):
        self.worker(roles="healthcheck, transcode")
        message = self.submit("film", flags=["dry-run"])
        self.wait_for_list("transcode:replace", [message])
        self.assertFalse((self.nas / "out").exists() and any((self.nas / "out").iterdir()))
        self.nothing_is_left("transcode:replace")

    def test_a_bad_message_and_a_missing_input_are_set_aside(self):
        self.server.client.rpush("transcode:jobs", "{not json")
        missing = self.submit("missing", source=None)
        message = self.submit("film")
        self.worker()
        wait_for(lambda: self.server.list("transcode:healthcheck") == [message], "the good one")
        bad, lost = [json.loads(f) for f in self.server.list("transcode:failed")]
        self.assertEqual(bad["payload"], "{not json")
        self.assertTrue(bad["reason"])
        self.assertEqual(lost["payload"], missing)
        self.assertEqual(lost["reason"], f"input file does not exist: {self.nas}/in/missing.mkv")
        self.nothing_is_left("transcode:failed", "transcode:healthcheck")

    def in_mid_job(self, house):
        # A daemon that measures its encoders runs transcoders, too.
        key = f"transcode:jobs:processing:{house.settings['worker_id']}"
        wait_for(lambda: self.server.client.exists(key), "the job to be taken")
        wait_for(lambda: transcoder_pids(house.daemon.process.pid), "the transcoder")

    def test_a_killed_workers_job_ends_on_another(self):
        first = self.worker("pc-1")
        message = self.submit("film", source=SAMPLE)
        self.in_mid_job(first)
        first.kill()
        self.assertEqual(self.server.list("transcode:jobs:processing:pc-1"), [message])
        self.worker("pc-2")
        # The dead one's lease has to run out first.
        self.wait_for_list("transcode:healthcheck", [message], PATIENCE + 60)
        self.assertGreater(float(probe(self.nas / "out/film.mp4")["format"]["duration"]), 1)
        self.nothing_is_left("transcode:healthcheck")

    def test_a_worker_goes_on_with_its_job_after_a_kill(self):
        house = self.worker("pc-1")
        message = self.submit("film", source=SAMPLE)
        self.in_mid_job(house)
        house.kill()
        house.start()
        self.wait_for_list("transcode:healthcheck", [message])
        self.nothing_is_left("transcode:healthcheck")

    def test_a_server_that_restarts_in_mid_job_loses_nothing(self):
        house = self.worker("pc-1")
        first = self.submit("film", source=SAMPLE)
        self.in_mid_job(house)
        second = self.submit("next")
        self.server.kill()
        wait_for(lambda: not transcoder_pids(house.daemon.process.pid), "the end of the work")
        self.server.start()
        self.wait_for_list("transcode:healthcheck", [first, second])
        self.nothing_is_left("transcode:healthcheck")

    def test_works_beside_plain_workers(self):
        plain = subprocess.Popen(["redis-cli", "-p", str(self.server.port), "--raw", "BLPOP", "transcode:jobs", "0"],
                                 stdout=subprocess.PIPE, text=True)
        self.addCleanup(plain.stdout.close)
        self.addCleanup(plain.kill)
        wait_for(lambda: self.server.client.info("clients")["blocked_clients"] == 1, "the plain worker to wait")
        self.worker()
        wait_for(lambda: self.server.client.info("clients")["blocked_clients"] == 2, "Framehand to wait")
        first = self.submit("first")
        second = self.submit("second")
        output, _ = plain.communicate(timeout=60)
        theirs = output.split("\n")[1]
        ours = second if theirs == first else first
        self.assertIn(theirs, (first, second))
        self.wait_for_list("transcode:healthcheck", [ours])
        self.nothing_is_left("transcode:healthcheck")

    def test_streams(self):
        self.worker(roles="transcode", redis_taking="streams")
        shutil.copy(FILM, self.nas / "in/film.mkv")
        fields = {"trace": "t-1", "job": json.dumps({"input": "in/film.mkv", "output": "out/film.mp4"})}
        self.server.client.xadd("transcode:jobs", fields)
        handed_on = wait_for(lambda: self.server.client.xrange("transcode:healthcheck"), "the next stage")
        self.assertEqual([f for _, f in handed_on], [fields])
        self.assertEqual(self.server.client.xpending("transcode:jobs", "framehand")["pending"], 0)
        probe(self.nas / "out/film.mp4")


if __name__ == "__main__":
    unittest.main()
