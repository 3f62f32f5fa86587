# SPDX-License-Identifier: GPL-3.0-or-later
"""A web page with hls.js in Chromium plays what Framehand makes, at every level, without a fatal error."""
import tempfile
import unittest
from pathlib import Path

from support.browser import play
from support.films import film_with_key_frames
from support.programs import SAMPLE, House


class Playback(unittest.TestCase):
    def played(self, *options, film=SAMPLE):
        with tempfile.TemporaryDirectory(prefix="framehand-e2e-") as folder:
            house = House(folder)
            out = Path(folder) / "out"
            done = house.ctl("transcode", film, out, "--rungs", "720p,480p,360p,240p", *options)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            report = play(out / "index.m3u8")
        self.assertEqual(report["fatal"], [])
        self.assertEqual(report["levels"], 4)
        self.assertEqual({p["height"] for p in report["played"]}, {720, 480, 360, 240})
        for level in report["played"]:
            self.assertGreater(level["ended_at"], report["duration"] - 0.2, report)
        return report

    def test_fmp4_plays_at_every_level(self):
        report = self.played()
        self.assertGreaterEqual(report["audio_tracks"], 1)

    def test_a_copied_rung_plays_beside_the_others(self):
        with tempfile.TemporaryDirectory(prefix="framehand-e2e-") as folder:
            film = film_with_key_frames(Path(folder) / "film.mp4", (0.9, 1.4, 3.1, 3.8))
            report = self.played("--segment-time", "2s", film=film)
        self.assertGreaterEqual(report["audio_tracks"], 1)

    def test_mpeg_ts_plays_at_every_level(self):
        self.played("--segment-format", "ts")


if __name__ == "__main__":
    unittest.main(verbosity=2)
