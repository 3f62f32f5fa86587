# SPDX-License-Identifier: GPL-3.0-or-later
"""A rung that the source already is, is copied: its pictures are the source's, whatever happens on the way."""
import json
import random
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from support.films import film_with_key_frames, film_with_tracks
from support.package import decoded_frames, ffprobe, track_facts
from support.programs import BIN, PATIENCE, SAMPLE, House
from support.transcoder import Run, killed, spec

RUNGS = ("720p", "240p")
KILLS = 4


def pictures(video):
    """Checksums of the compressed pictures of a video or playlist, in decode order."""
    made = subprocess.run(["ffmpeg", "-v", "error", "-i", str(video), "-map", "0:v:0", "-c", "copy", "-bsf:v",
                           "h264_mp4toannexb,filter_units=pass_types=1|5", "-f", "framemd5", "-"],
                          capture_output=True, text=True, check=True)
    return [line.split(",")[-1].strip() for line in made.stdout.splitlines() if not line.startswith("#")]


class Copy(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def job(self, video, name, **changes):
        package = self.folder / name
        package.mkdir()
        job = spec(video, package, RUNGS, segment_time=2)
        for output in job["job"]["outputs"]:
            output["bitrate"] = "4M"
        job["job"].update(changes)
        return job

    def plan(self, job):
        made = subprocess.run([BIN / "framehand-transcoder", "plan"], input=json.dumps(job) + "\n", capture_output=True,
                              text=True, check=True)
        return json.loads(made.stdout)

    def run_to_the_end(self, job):
        run = Run(job, PATIENCE * 10)
        self.assertEqual((run.status, run.last.get("event")), (0, "done"), run.log[-2000:])
        return run

    def encoders(self, run):
        return {made["name"]: made["encoder"] for made in run.last["manifest"]["renditions"]}

    def test_the_pictures_are_the_sources(self):
        job = self.job(SAMPLE, "package")
        rungs = self.plan(job)["video"]["rungs"]
        self.assertEqual([rung["source"] for rung in rungs], ["copy", "encode"])
        run = self.run_to_the_end(job)
        self.assertEqual(self.encoders(run)["720p"], "copy")
        package = Path(job["package_dir"])
        self.assertEqual(pictures(package / "720p/playlist.m3u8"), pictures(SAMPLE))
        facts = track_facts(package / "index.m3u8", self.folder)
        self.assertEqual(facts["720p/playlist.m3u8"]["pts"], facts["240p/playlist.m3u8"]["pts"])
        for rung in RUNGS:
            stream, errors = decoded_frames(package / rung / "playlist.m3u8")
            self.assertEqual((int(stream["nb_read_frames"]), errors), (len(pictures(SAMPLE)), ""))

    def test_other_rungs_follow_irregular_idr_pictures(self):
        film = film_with_key_frames(self.folder / "film.mp4", (0.9, 1.4, 3.1, 3.8))
        job = self.job(film, "package")
        plan = self.plan(job)["video"]
        self.assertEqual(plan["segment_starts"], [0, 42042, 93093])  # 1.4 s and 3.1 s, by whole frames
        self.run_to_the_end(job)
        package = Path(job["package_dir"])
        self.assertEqual(pictures(package / "720p/playlist.m3u8"), pictures(film))
        facts = track_facts(package / "index.m3u8", self.folder)
        self.assertEqual(facts["720p/playlist.m3u8"]["pts"], facts["240p/playlist.m3u8"]["pts"])

    def test_a_job_can_forbid_it(self):
        job = self.job(SAMPLE, "package", video_copy="never")
        self.assertEqual({rung["source"] for rung in self.plan(job)["video"]["rungs"]}, {"encode"})

    def test_killed_at_random_instants(self):
        film = film_with_tracks(self.folder / "film.mkv", loops=2)
        whole = self.job(film, "whole")
        begin = time.monotonic()
        self.run_to_the_end(whole)
        took = time.monotonic() - begin
        job = self.job(film, "killed")
        source = random.Random(1)
        # Each run goes on where the one before was killed, so that all of them together take little more than one.
        instants = [source.uniform(0.1, 0.35) * took for _ in range(KILLS)]
        self.assertIn(True, [killed(job, instant) for instant in instants], f"one run took {took:.1f} s")
        self.assertEqual(self.encoders(self.run_to_the_end(job))["720p"], "copy")
        expected, found = (track_facts(Path(made["package_dir"]) / "index.m3u8", self.folder) for made in (whole, job))
        self.assertEqual(found, expected)
        self.assertEqual(pictures(Path(job["package_dir"]) / "720p/playlist.m3u8"), pictures(film))

    def test_a_damaged_video_is_encoded_after_all(self):
        film = self.folder / "damaged.mp4"
        film.write_bytes(SAMPLE.read_bytes())
        packets, _ = ffprobe(film, "-select_streams", "v", "-show_entries", "packet=pos,size")
        with film.open("r+b") as file:
            for packet in packets["packets"][60:70]:
                file.seek(int(packet["pos"]) + int(packet["size"]) // 4)
                file.write(bytes(int(packet["size"]) // 2))
        job = self.job(film, "package")
        self.assertEqual(self.plan(job)["video"]["rungs"][0]["source"], "copy", "nobody can know it before")
        run = self.run_to_the_end(job)
        self.assertEqual(self.encoders(run)["720p"], "libx264")
        self.assertTrue(any("720p is encoded" in note for note in run.last["manifest"]["notes"]), run.last)
        again = self.run_to_the_end(job)
        self.assertNotIn("cannot be copied", again.log, "what an earlier run found out is not tried again")

    def test_parts_made_one_by_one(self):
        house = House(self.folder)
        film = film_with_tracks(self.folder / "film.mp4", loops=2)
        options = ("--rungs", "720p:4M,240p", "--segment-time", "3s")

        def transcode(name, *more):
            done = house.ctl("transcode", film, self.folder / name, *options, *more)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        transcode("whole")
        transcode("part1", "--segments", "2-")
        transcode("part2", "--segments", "0-1")
        transcode("joined", "--assemble", self.folder / "part1", self.folder / "part2")
        expected, found = (track_facts(self.folder / name / "index.m3u8", self.folder) for name in ("whole", "joined"))
        self.assertEqual(found, expected)
        self.assertEqual(pictures(self.folder / "joined/720p/playlist.m3u8"), pictures(film))
        planned = house.ctl("plan", film, *options)
        self.assertIn("720p is copied", planned.stdout)
        planned = house.ctl("plan", film, *options, "--video-copy", "never")
        self.assertNotIn("copied", planned.stdout)


if __name__ == "__main__":
    unittest.main()
