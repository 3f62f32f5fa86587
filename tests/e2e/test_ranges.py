# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a film, made one by one, become the package of a whole run: same pictures, no seam, all tracks whole."""
import json
import tempfile
import unittest
from pathlib import Path

from support.browser import play
from support.films import film_with_tracks
from support.package import audio_seconds, decoded_frames, media_playlists, track_facts
from support.programs import House

OPTIONS = ("--rungs", "360p,240p", "--segment-time", "2s", "--surround", "keep")


class Ranges(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.house = House(self.folder)

    def transcode(self, film, name, *options, code=0):
        done = self.house.ctl("transcode", film, self.folder / name, *OPTIONS, *options)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def parts(self, film, ranges):
        names = [f"part{number}" for number in range(len(ranges))]
        for name, text in zip(names, ranges):
            self.transcode(film, name, "--segments", text)
            self.assertTrue((self.folder / name / "segments.journal").exists())
            self.assertEqual(list((self.folder / name).rglob("*.m3u8")), [])
        return [self.folder / name for name in names]

    def expect_equal(self, film):
        """The package "joined" shows what "whole" does."""
        whole, joined = self.folder / "whole", self.folder / "joined"
        expected = track_facts(whole / "index.m3u8", self.folder)
        self.assertEqual(len([name for name in expected if name.startswith("subtitles")]), 2, expected.keys())
        self.assertEqual(len([name for name in expected if name.startswith("audio")]), 2, expected.keys())
        found = track_facts(joined / "index.m3u8", self.folder)
        self.assertEqual(found.keys(), expected.keys())
        for name, facts in expected.items():
            self.assertEqual(found[name], facts, name)
        for number, language in ((1, "en"), (2, "de")):
            text = next(f["text"] for n, f in found.items() if n.startswith(f"subtitles/{number}-"))
            for cue in range(6):
                self.assertIn(f"{language} {cue}\n", text)
        for playlist in media_playlists(joined / "index.m3u8"):
            self.assertNotIn("EXT-X-DISCONTINUITY", playlist.read_text())
        for rung in ("360p", "240p"):
            of_both = [decoded_frames(package / rung / "playlist.m3u8") for package in (whole, joined)]
            self.assertEqual(of_both[0], of_both[1])
            self.assertEqual(of_both[1][1], "")
        self.assertAlmostEqual(audio_seconds(joined / "index.m3u8"), audio_seconds(whole / "index.m3u8"), places=3)
        verified = self.house.ctl("verify", joined)
        self.assertEqual(verified.returncode, 0, verified.stdout)

    def expect_assembled(self, film):
        self.transcode(film, "whole")
        parts = self.parts(film, ("2-2", "0-1", "3-"))
        self.transcode(film, "joined", "--assemble", *parts)
        self.expect_equal(film)
        return parts

    def test_three_parts_are_the_whole_film_and_play(self):
        self.expect_assembled(film_with_tracks(self.folder / "film.mkv", loops=2))
        report = play(self.folder / "joined/index.m3u8")
        self.assertEqual(report["fatal"], [])
        self.assertEqual({p["height"] for p in report["played"]}, {360, 240})
        for level in report["played"]:
            self.assertGreater(level["ended_at"], report["duration"] - 0.2, report)

    def test_mov_text_comes_out_whole(self):
        self.expect_assembled(film_with_tracks(self.folder / "film.mp4", loops=2))

    def test_what_does_not_fit_is_refused_and_nothing_is_left(self):
        film = film_with_tracks(self.folder / "film.mkv", loops=1)
        first, last = self.parts(film, ("0-1", "2-"))
        for text in ("3-1", "a", "3-3", "1-9"):
            self.assertIn("segments", self.transcode(film, "new", "--segments", text, code=2).stderr)
        self.transcode(film, "new", "--segments", "0-1", "--segment-format", "ts", code=2)
        self.assertIn("missing", self.transcode(film, "new", "--assemble", first, code=2).stderr)
        self.assertIn("missing", self.transcode(film, "new", "--assemble", last, code=2).stderr)
        done = self.transcode(film, "new", "--assemble", first, last, "--audio-bitrate", "96k", code=2)
        self.assertIn("other options", done.stderr)
        other = film_with_tracks(self.folder / "other.mp4", loops=1)
        self.assertIn("another video", self.transcode(other, "new", "--assemble", first, last, code=2).stderr)
        damaged = next(first.rglob("00001.m4s"))
        damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
        self.assertIn(str(damaged), self.transcode(film, "new", "--assemble", first, last, code=1).stderr)
        self.assertFalse((self.folder / "new").exists())
        # A damaged segment is made again where it belongs.
        done = self.transcode(film, first.name, "--segments", "0-1", "--json")
        end = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual((end["segments"], end["segments_of_film"]), ({"first": 0, "last": 1}, 3))
        self.transcode(film, "new", "--assemble", first, last)
        self.assertTrue((self.folder / "new/index.m3u8").exists())


if __name__ == "__main__":
    unittest.main(verbosity=2)
