# SPDX-License-Identifier: GPL-3.0-or-later
"""The S3 client and the publisher against a real, strict server."""
import os
import subprocess
import tempfile
import unittest

from support.programs import BIN
from support.s3_server import S3Error, S3Server


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


if __name__ == "__main__":
    unittest.main(verbosity=2)
