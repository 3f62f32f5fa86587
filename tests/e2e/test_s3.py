# SPDX-License-Identifier: GPL-3.0-or-later
"""The S3 client and the publisher against a real, strict server."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from support.package import decoded_frames
from support.programs import BIN, PATIENCE, SAMPLE
from support.s3_server import S3Error, S3Server
from support.transcoder import Run, spec


class S3(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.s3 = S3Server()
        cls.s3.start()
        cls.addClassCleanup(cls.s3.stop)
        cls.s3.make_bucket("films")
        cls.s3.add_user("other", "otherkey", "othersecret")
        key, secret = cls.s3.access_key, cls.s3.secret_key
        cls.s3.access_key, cls.s3.secret_key = "otherkey", "othersecret"
        cls.s3.make_bucket("theirs")
        cls.s3.access_key, cls.s3.secret_key = key, secret

    def test_the_server_is_strict(self):
        self.s3.secret_key = "wrong"
        try:
            with self.assertRaises(S3Error) as refused:
                self.s3.keys("films")
        finally:
            self.s3.secret_key = "farmsecret1234"
        self.assertEqual(refused.exception.status, 403)

    def test_the_client_does_what_it_promises(self):
        with tempfile.TemporaryDirectory(prefix="framehand-e2e-") as folder:
            done = subprocess.run([str(BIN / "s3_server_test")], env=os.environ | self.s3.environment() |
                                  {"TMPDIR": folder}, capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(done.returncode, 0, done.stdout[-6000:] + done.stderr[-2000:])
        self.assertIn("[  PASSED  ]", done.stdout)
        self.assertEqual(self.s3.keys("films"), [])
        self.assertEqual(self.s3.uploads("films"), [])

    def publish(self, run, folder, *destination):
        manifest = folder / "manifest.json"
        manifest.write_text(json.dumps(run.last["manifest"]))
        done = subprocess.run([str(BIN / "publish_package"), str(folder / "package"), str(manifest),
                               str(folder / "journal"), "films", *destination], env=os.environ |
                              self.s3.environment(), capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertFalse((folder / "journal").exists())
        return done.stdout.strip()

    def expect_verified(self, prefix, playlist, folder, frames):
        self.s3.download("films", prefix, folder)
        done = subprocess.run([str(BIN / "framehand-transcoder"), "verify", str(folder / playlist)],
                              capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        shown, complaints = decoded_frames(folder / playlist)
        self.assertEqual((int(shown["nb_read_frames"]), complaints), (frames, ""))

    def test_a_package_is_published_in_folders_and_flat_and_passes_verification(self):
        with tempfile.TemporaryDirectory(prefix="framehand-e2e-") as name:
            folder = Path(name)
            (folder / "package").mkdir()
            job = spec(SAMPLE, folder / "package", rungs=("240p", "144p"))
            job["job"]["deliverables"] = ["hls", "dash"]
            job["layout"]["dash"] = "manifest.mpd"
            run = Run(job, PATIENCE)
            self.assertEqual(run.status, 0, run.log)
            frames = run.last["manifest"]["renditions"][0]["frames"]
            self.assertIn("manifest.mpd", [f["path"] for f in run.last["manifest"]["files"]])
            self.assertEqual(self.publish(run, folder, "out/1"), "s3://films/out/1/index.m3u8")
            self.expect_verified("out/1/", "index.m3u8", folder / "one", frames)
            self.assertEqual(self.s3.head("films", "out/1/index.m3u8")["content-type"],
                             "application/vnd.apple.mpegurl")
            self.assertEqual(self.s3.head("films", "out/1/manifest.mpd")["content-type"], "application/dash+xml")
            self.assertEqual(self.publish(run, folder, "out/2", "film-1"), "s3://films/out/2/film-1.m3u8")
            keys = self.s3.keys("films", "out/2/")
            self.assertEqual([k for k in keys if not k.startswith("out/2/film-1")], [])
            self.expect_verified("out/2/", "film-1.m3u8", folder / "two", frames)
            probed = subprocess.run(["ffprobe", "-v", "error", "-count_packets", "-select_streams", "v:0",
                                     "-show_entries", "stream=nb_read_packets", "-of", "csv=p=0",
                                     str(folder / "two/film-1.mpd")], capture_output=True, text=True, check=False)
            self.assertEqual(probed.stdout.split(",")[0].split()[:1], [str(frames)], probed.stderr)
            for key in self.s3.keys("films", "out/"):
                self.s3.delete("films", key)


if __name__ == "__main__":
    unittest.main(verbosity=2)
