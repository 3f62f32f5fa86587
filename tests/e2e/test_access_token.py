# SPDX-License-Identifier: GPL-3.0-or-later
"""An orchestrator with an access token, a worker on another machine, and the command line: with the token, without it and
with another one; the token itself is nowhere to be seen."""
import shutil
import tempfile
import unittest
import urllib.error
import urllib.request
from pathlib import Path

from support.local_api import LocalApi
from support.package import read_whole
from support.programs import SAMPLE, House, wait_for

TOKEN = "the-token-of-this-house-1234"


def asked(house):
    """The status of a question to it without a token; None while it does not answer."""
    try:
        return house.call("GET", "/api/v1/jobs")[0]
    except OSError:
        return None


class AccessToken(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        self.addCleanup(self.folder.cleanup)
        self.server = House(Path(self.folder.name) / "server", mode="orchestrator")
        self.give_token(self.server, TOKEN)
        self.addCleanup(self.server.stop)
        self.server.start()
        self.pc = House(Path(self.folder.name) / "pc", mode="worker", nas=self.server.nas, url=self.server.url)
        self.addCleanup(self.pc.stop)
        shutil.copyfile(SAMPLE, self.server.nas / "dog.mp4")

    def give_token(self, house, token, mode=0o600):
        path = house.data / "access-token"
        path.write_text(token + "\n")
        path.chmod(mode)

    def status(self, token):
        request = urllib.request.Request(self.server.url + "/api/v1/jobs")
        if token:
            request.add_header("Authorization", "Bearer " + token)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def test_who_shows_it_is_served_and_nobody_else(self):
        self.assertEqual((self.status(TOKEN), self.status(None), self.status(TOKEN + "5")), (200, 401, 401))

        # Without it the worker waits and says why; the command line too.
        self.pc.start()
        wait_for(lambda: "asks for its access token" in self.pc.daemon.text(), "the refused worker")
        refused = self.pc.ctl("jobs")
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("access token", refused.stderr)
        self.pc.stop()

        # One that others may read is refused, and the way out is named.
        self.give_token(self.pc, TOKEN, 0o644)
        refused = self.pc.ctl("jobs")
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("chmod 600", refused.stderr)

        self.give_token(self.pc, TOKEN)
        self.pc.start()
        output = self.pc.ctl("submit", self.server.nas / "dog.mp4", "--output", "out", "--rungs", "360p", "--wait")
        self.assertEqual(output.returncode, 0, output.stderr)
        self.assertIsNotNone(read_whole(self.server.nas / "out/index.m3u8"))
        for seen in (self.pc.daemon.text(), self.server.daemon.text(), output.stdout, output.stderr,
                     self.pc.ctl("status", "--json").stdout, self.pc.ctl("config", "show").stdout):
            self.assertNotIn(TOKEN, seen)

    def test_a_token_that_comes_over_the_local_api_is_asked_for_after_a_restart(self):
        both = House(Path(self.folder.name) / "both")
        both.start()
        self.addCleanup(both.stop)
        api = LocalApi(both)
        self.assertEqual(api.call("state.get")["state"]["access_token"], "none")
        with self.assertRaises(AssertionError) as refused:
            api.call("token.set", token="secret-and-too-wide " + TOKEN)
        self.assertNotIn(TOKEN, str(refused.exception))
        self.assertEqual(api.call("token.set", token=TOKEN), {"restart": True})
        self.assertEqual(api.call("state.get")["state"]["access_token"], "file")
        path = both.data / "access-token"
        self.assertEqual((path.read_text(), path.stat().st_mode & 0o777), (TOKEN + "\n", 0o600))
        self.assertEqual(both.call("GET", "/api/v1/jobs")[0], 200, "it holds from the restart on")
        api.call("daemon.restart")
        api.close()
        wait_for(lambda: asked(both) == 401, "the token to be asked for")
        self.assertEqual(both.ctl("jobs").returncode, 0)
        api = LocalApi(both)
        api.call("token.set", token=None)
        self.assertEqual(api.call("state.get")["state"]["access_token"], "none")
        self.assertFalse(path.exists())
        api.close()
        self.assertNotIn(TOKEN, both.daemon.text())

    def test_a_daemon_that_does_both_shows_its_own_token_to_itself(self):
        both = House(Path(self.folder.name) / "both")
        self.give_token(both, TOKEN)
        shutil.copyfile(SAMPLE, both.nas / "dog.mp4")
        both.start()
        self.addCleanup(both.stop)
        output = both.ctl("submit", both.nas / "dog.mp4", "--output", "out", "--rungs", "360p", "--wait")
        self.assertEqual(output.returncode, 0, output.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
