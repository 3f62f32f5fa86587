# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through the real programs: submitted at the orchestrator, out as HLS on the NAS."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

from support.package import (audio_seconds, decoded_frames, ffprobe, media_playlists, playlist_seconds,
                             read_whole, segments)
from support.programs import SAMPLE, SOURCE, House

DATA = SOURCE / "tests/media/data"


class Spine(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        cls.house = House(cls.folder.name).start()

    @classmethod
    def tearDownClass(cls):
        status = cls.house.stop()
        cls.folder.cleanup()
        assert status == 0, f"framehandd ended with {status}"

    def submit(self, video, *options):
        done = self.house.ctl("submit", video, "--wait", *options)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done

    def test_a_video_becomes_a_package_that_players_read(self):
        done = self.submit(SAMPLE, "--rungs", "720p,480p,360p")
        index = self.house.nas / "hls/dog-720p/index.m3u8"
        self.assertIn(str(index), done.stdout)
        source, _ = ffprobe(SAMPLE, "-count_frames", "-select_streams", "v:0", "-show_entries", "stream=nb_read_frames")
        sizes = set()
        for playlist in media_playlists(index):
            if "audio" in str(playlist):
                continue
            stream, errors = decoded_frames(playlist)
            self.assertEqual(errors, "")
            self.assertEqual(stream["nb_read_frames"], source["streams"][0]["nb_read_frames"])
            sizes.add((stream["width"], stream["height"]))
        self.assertEqual(sizes, {(1280, 720), (854, 480), (640, 360)})
        audio = next(p for p in media_playlists(index) if "audio" in str(p))
        self.assertLess(abs(playlist_seconds(audio) - audio_seconds(SAMPLE)), 0.03)
        # Decoders also give the encoder's priming and the padding of the last packet: less than two packets of 1024.
        self.assertLess(audio_seconds(index) - audio_seconds(SAMPLE), 2 * 1024 / 44100 + 0.004)
        self.assertEqual(self.house.staging(), [])
        self.assertEqual(self.house.ctl("verify", index.parent, "--level", "full").returncode, 0)

    def test_mpeg_ts_segments_on_request(self):
        self.submit(SAMPLE, "--rungs", "360p", "--segment-format", "ts", "--output", "ts-out")
        playlist = media_playlists(self.house.nas / "ts-out/index.m3u8")[0]
        self.assertTrue(all(s.suffix == ".ts" for s in segments(playlist)))
        self.assertEqual(decoded_frames(playlist), ({"nb_read_frames": "149", "width": 640, "height": 360}, ""))

    def test_a_rung_above_the_source_is_made_at_the_sources_size_and_said_so(self):
        done = self.submit(DATA / "odd-321x241-vp9.mp4", "--rungs", "1080p", "--output", "small")
        stream, errors = decoded_frames(media_playlists(self.house.nas / "small/index.m3u8")[0])
        self.assertEqual((errors, stream["width"] % 2, stream["height"] % 2), ("", 0, 0))
        self.assertLessEqual(stream["height"], 242)
        self.assertIn("1080p", done.stdout + done.stderr)

    def test_difficult_sources_keep_every_frame(self):
        for name, frames in (("odd-321x241-vp9.mp4", 25), ("bt2020-10bit-240p.mp4", 60), ("phone-240p-vfr.mp4", 932)):
            with self.subTest(name):
                self.submit(DATA / name, "--rungs", "240p", "--output", f"difficult/{name}")
                stream, errors = decoded_frames(media_playlists(self.house.nas / f"difficult/{name}/index.m3u8")[0])
                self.assertEqual((stream["nb_read_frames"], errors), (str(frames), ""))

    def test_a_second_package_replaces_the_first_and_leaves_nothing_of_it(self):
        self.submit(SAMPLE, "--rungs", "360p,240p", "--output", "twice")
        self.submit(SAMPLE, "--rungs", "360p", "--output", "twice")
        top = self.house.nas / "twice"
        self.assertIsNotNone(read_whole(top / "index.m3u8") or read_whole(top / "360p/index.m3u8"))
        versions = {p.name for p in top.rglob("v-*")}
        self.assertLessEqual(len(versions), 2)
        self.assertEqual([p.name for p in top.rglob(".framehand*")], [])

    def test_json_lines_and_exit_status(self):
        done = self.submit(SAMPLE, "--rungs", "240p", "--output", "as-json", "--json")
        events = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertTrue(events)
        self.assertEqual(events[-1].get("state"), "COMPLETED", events[-1])

    def test_a_file_that_is_no_video_fails_with_its_reason_and_three_attempts(self):
        text = self.house.nas / "notes.mkv"
        text.write_text("this is not a film\n" * 200)
        done = self.house.ctl("submit", text, "--rungs", "240p", "--wait")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("notes.mkv", done.stdout + done.stderr)
        _, listed = self.house.call("GET", "/api/v1/jobs?state=FAILED")
        job = self.house.job(listed["jobs"][0]["job_id"])
        self.assertGreaterEqual(len(job["attempts"]), 1)
        self.assertTrue(all(attempt["cause"] for attempt in job["attempts"]))
        self.assertFalse((self.house.nas / "hls/notes").exists())

    def test_dry_run_says_the_plan_and_writes_nothing(self):
        shutil.copy(SAMPLE, self.house.nas / "dry.mp4")
        before = sorted(p for p in self.house.nas.rglob("*dry*"))
        _, jobs_before = self.house.call("GET", "/api/v1/jobs")
        status, plan = self.house.call("POST", "/api/v1/jobs", {
            "dry_run": True, "input": {"source_url": "dry.mp4"},
            "outputs": [{"resolution": "480p", "dest_path": "dry-out/480p"}]})
        self.assertEqual(status, 200, plan)
        self.assertIn("plan", plan)
        _, jobs_after = self.house.call("GET", "/api/v1/jobs")
        self.assertEqual(len(jobs_before["jobs"]), len(jobs_after["jobs"]))
        self.assertEqual(before, sorted(p for p in self.house.nas.rglob("*dry*")))

    def test_malformed_requests_name_the_field(self):
        good = {"input": {"source_url": "x.mp4"}, "outputs": [{"resolution": "480p", "dest_path": "out"}]}
        cases = {
            "outputs[0].resolution": good | {"outputs": [{"resolution": "huge", "dest_path": "out"}]},
            "outputs[0].dest_path": good | {"outputs": [{"resolution": "480p", "dest_path": "../out"}]},
            "input.source_url": good | {"input": {}},
            "hls_settings.segment_time": good | {"hls_settings": {"segment_time": 0}},
        }
        for field, body in cases.items():
            with self.subTest(field):
                status, answer = self.house.call("POST", "/api/v1/jobs", body)
                self.assertTrue(400 <= status < 500, (status, answer))
                self.assertIn(field, json.dumps(answer))

    def test_cancel_stops_a_running_job_and_leaves_nothing(self):
        shutil.copy(DATA / "phone-240p-vfr.mp4", self.house.nas / "long.mp4")
        status, job = self.house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": "long.mp4"}, "outputs": [{"resolution": "240p", "dest_path": "cancelled/240p"}]})
        self.assertEqual(status, 201, job)
        self.assertEqual(self.house.ctl("cancel", job["job_id"]).returncode, 0)
        self.assertEqual(self.house.ended(job["job_id"])["state"], "CANCELLED")
        self.submit(SAMPLE, "--rungs", "240p", "--output", "after-cancel")
        self.assertFalse((self.house.nas / "cancelled/240p/playlist.m3u8").exists())
        self.assertEqual(self.house.staging(), [])

    def test_without_any_daemon(self):
        with tempfile.TemporaryDirectory() as folder:
            done = self.house.ctl("transcode", SAMPLE, Path(folder) / "out", "--rungs", "360p")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertEqual(self.house.ctl("verify", Path(folder) / "out").returncode, 0)

    def test_commands_that_look(self):
        for command in (("status",), ("jobs",), ("probe",), ("doctor",), ("plan", SAMPLE), ("config", "show"),
                        ("config", "check")):
            with self.subTest(command):
                done = self.house.ctl(*command, "--json")
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                self.assertTrue([json.loads(line) for line in done.stdout.splitlines()])


if __name__ == "__main__":
    unittest.main(verbosity=2)
