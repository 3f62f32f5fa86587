# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the transcoder at random instants of one transcode: the package is that of an uninterrupted run, and
almost nothing is made twice.

CI kills a few times. A hundred times, of a video of one's own:

    FRAMEHAND_BIN=build/release/bin FRAMEHAND_RESUME_KILLS=100 FRAMEHAND_RESUME_VIDEO=FILE python3 tests/e2e/test_resume.py -v

FRAMEHAND_SEED            of the instants (1)
FRAMEHAND_RESUME_RUNGS    "360p,240p"
FRAMEHAND_RESUME_REPORT   file that gets the figures as JSON
"""
import collections
import json
import os
import random
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from support.films import film_with_tracks
from support.package import decoded_frames, media_playlists, track_facts
from support.programs import BIN, PATIENCE
from support.transcoder import Run, killed, spec

KILLS = int(os.environ.get("FRAMEHAND_RESUME_KILLS", "6"))
VIDEO = os.environ.get("FRAMEHAND_RESUME_VIDEO")
RUNGS = os.environ.get("FRAMEHAND_RESUME_RUNGS", "360p,240p").split(",")
SEED = int(os.environ.get("FRAMEHAND_SEED", "1"))
REPORT = os.environ.get("FRAMEHAND_RESUME_REPORT")
SEGMENT_TIME = 2


def finished_segments(package):
    """rendition -> file -> what makes it this very file and no later one of its name."""
    found = collections.defaultdict(dict)
    for path in Path(package).rglob("*.m4s"):
        status = path.stat()
        found[path.parent][path.name] = (status.st_ino, status.st_mtime_ns)
    return found


def made_again(before, after):
    """rendition -> files of `before` that have gone or were replaced."""
    lost = {rendition: [name for name, file in files.items() if after[rendition].get(name) != file]
            for rendition, files in before.items()}
    return {rendition: names for rendition, names in lost.items() if names}


class Resume(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def job(self, video, name):
        package = self.folder / name
        package.mkdir()
        return spec(video, package, RUNGS, segment_time=SEGMENT_TIME)

    def run_to_the_end(self, job):
        run = Run(job, PATIENCE * 10)
        self.assertEqual((run.status, run.last.get("event")), (0, "done"), run.log[-2000:])
        return run.last["manifest"]

    def kill_often(self, job, random_source, seconds, segments):
        """Kills KILLS runs of a job that takes `seconds` without a kill; what they had finished is compared each time."""
        package = job["package_dir"]
        per_rung = segments / len(RUNGS)
        startup, worst = 0.3, collections.Counter()
        again = []
        early = 0
        for kill in range(KILLS):
            before = finished_segments(package)
            done = min((len(before[f]) for f in before), default=0) if len(before) >= len(RUNGS) else 0
            # So that the work lasts for all kills: what is left is shared among those that are left.
            share = (per_rung - done) / (KILLS - kill + 1) * seconds / per_rung
            delay = random_source.uniform(0, 2) * (startup + share)
            if not killed(job, delay):
                early += 1
            after = finished_segments(package)
            lost = made_again(before, after)
            again.append({"kill": kill, "after": round(delay, 3), "finished": done,
                          "again": {str(f.relative_to(package)): names for f, names in lost.items()}})
            for names in lost.values():
                worst[kill] = max(worst[kill], len(names))
        return again, worst, early

    def test_killed_at_random_instants(self):
        video = VIDEO or film_with_tracks(self.folder / "film.mkv", loops=2)
        whole = self.job(video, "whole")
        began = time.monotonic()
        manifest = self.run_to_the_end(whole)
        seconds = time.monotonic() - began
        files = finished_segments(whole["package_dir"])
        segments = sum(len(files[f]) for f in files if any(rung in f.parts for rung in RUNGS))

        job = self.job(video, "killed")
        random_source = random.Random(SEED)
        again, worst, early = self.kill_often(job, random_source, seconds, segments)
        before = finished_segments(job["package_dir"])
        resumed = self.run_to_the_end(job)
        lost = made_again(before, finished_segments(job["package_dir"]))
        twice = sum(len(names) for entry in again for names in entry["again"].values()) + sum(map(len, lost.values()))

        expected = track_facts(Path(whole["package_dir"]) / "index.m3u8", self.folder)
        found = track_facts(Path(job["package_dir"]) / "index.m3u8", self.folder)
        pictures = {f"{rung}": len(expected[f"{rung}/playlist.m3u8"]["pts"]) for rung in RUNGS}
        figures = {"video": str(video), "seed": SEED, "kills": KILLS, "of which it had ended before": early,
                   "seconds uninterrupted": round(seconds, 2), "segments per rung": segments // len(RUNGS),
                   "pictures": pictures, "finished segments made again": twice,
                   "at most for one rung at one kill": max([*worst.values(), *map(len, lost.values()), 0]),
                   "finished segments at the kills": [entry["finished"] for entry in again]}
        print(f"\n{json.dumps(figures)}", flush=True)
        if REPORT:
            Path(REPORT).write_text(json.dumps(figures | {"each": again}, indent=1))

        self.assertEqual(found.keys(), expected.keys())
        for name, facts in expected.items():
            self.assertEqual(found[name], facts, name)
        self.assertEqual([(r["name"], r["frames"]) for r in resumed["renditions"]],
                         [(r["name"], r["frames"]) for r in manifest["renditions"]])
        for rung in RUNGS:
            of_both = [decoded_frames(Path(j["package_dir"]) / rung / "playlist.m3u8") for j in (whole, job)]
            self.assertEqual(of_both[0], of_both[1], rung)
            self.assertEqual((int(of_both[1][0]["nb_read_frames"]), of_both[1][1]), (pictures[rung], ""))
        verified = subprocess.run([BIN / "framehand-transcoder", "verify", job["package_dir"]], capture_output=True,
                                  text=True, check=False)
        self.assertEqual(verified.returncode, 0, verified.stdout)
        self.assertLessEqual(figures["at most for one rung at one kill"], 1)
        self.assertLess(early, KILLS)
        if not VIDEO:
            self.assertEqual(len([p for p in media_playlists(Path(job["package_dir"]) / "index.m3u8")
                                  if "subtitles" in p.parts]), 2)


if __name__ == "__main__":
    unittest.main()
