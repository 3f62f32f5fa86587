# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings are changed in a running daemon, the daemon is built anew in its process, and its doctor looks at everything,
all over the local API."""
import json
import os
import socket
import tempfile
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

from support.desktop import Desktop
from support.films import film_of_few_bytes
from support.local_api import LocalApi
from support.package import read_whole
from support.programs import House, free_port, transcoder_pids, wait_for

# Loops of the sample: more work than any machine does while a test looks on.
LONG = 500
LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1")


class SettingsApi(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="framehand-e2e-", ignore_cleanup_errors=True)
        self.addCleanup(self.folder.cleanup)

    def house(self, env=None, **settings):
        house = House(self.folder.name, **settings)
        house.more_env = env or {}
        house.start()
        self.addCleanup(house.stop)
        self.api = self.client(house)
        return house

    def client(self, house):
        api = LocalApi(house)
        self.addCleanup(api.close)
        return api

    def refused(self, method, **params):
        with self.assertRaises(AssertionError) as refused:
            self.api.call(method, **params)
        return refused.exception.args[0]["data"]["message"]

    def described(self, key):
        return next(field for field in self.api.call("settings.describe")["fields"] if field["key"] == key)

    def submit(self, house, loops, *rungs):
        film_of_few_bytes(house.nas / "film.mp4", loops)
        status, job = house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": "film.mp4"}, "hls_settings": {"segment_time": 2}, "video_copy": "never",
            "outputs": [{"resolution": rung, "bitrate": "500k", "dest_path": f"out/{rung}"} for rung in rungs]})
        self.assertEqual(status, 201, job)
        return job["job_id"]

    def restart(self, house):
        """Asks for it over the API, and connects again."""
        before = sum("building everything anew" in line for line in house.daemon.lines)
        self.assertEqual(self.api.call("daemon.restart"), {})
        self.api.close()
        wait_for(lambda: sum("building everything anew" in line for line in house.daemon.lines) > before, "the restart")
        wait_for(lambda: any("started; " in line for line in
                             house.daemon.lines[max(i for i, line in enumerate(house.daemon.lines)
                                                    if "building everything anew" in line):]), "the new daemon")
        self.api = self.client(house)
        kept = [line["message"] for line in self.api.call("log.tail")["lines"]]
        self.assertGreaterEqual(sum("building everything anew" in line for line in kept), before + 1, "the log goes on")

    def test_a_setting_that_applies_at_once_ends_a_pause(self):
        desktop = Desktop()
        self.addCleanup(desktop.stop)
        house = self.house(env=desktop.env, courtesy="on", idle_before_work="1h", other_cpu_limit="0",
                           temperature_limit="0", low_disk_limit="0")
        wait_for(lambda: self.api.worker()["phase"] == "paused", "the pause")
        self.assertEqual([r["id"] for r in self.api.worker()["pause"]["reasons"]], ["in_use"])
        answer = self.api.call("settings.set", values={"while_in_use": "run"})
        self.assertEqual(answer, {"at_once": ["while_in_use"], "next_job": [], "restart": [], "overridden": {}})
        self.assertIsNone(self.api.worker()["pause"], "at once means before the answer")
        self.assertIn("while_in_use: run\n", house.config.read_text())
        self.api.call("settings.set", values={"while_in_use": None})
        wait_for(lambda: self.api.worker()["pause"], "the pause again")
        self.assertNotIn("while_in_use", house.config.read_text())
        self.api.call("settings.set", values={"log_level": "error"})
        said = len(house.daemon.lines)
        self.api.call("settings.set", values={"courtesy": "off"})
        self.assertIsNone(self.api.worker()["pause"])
        self.assertEqual(len(house.daemon.lines), said, "nothing lighter than an error is logged")

    def test_a_running_job_keeps_the_machine_awake_as_the_settings_say_now(self):
        desktop = Desktop()
        self.addCleanup(desktop.stop)
        desktop.mock_template(LOGIND[0], "logind")

        def keeps_awake():
            return "'idle', 'Framehand'" in desktop.call(*LOGIND, "org.freedesktop.login1.Manager.ListInhibitors")

        house = self.house(env=desktop.env, threads=1)
        job_id = self.submit(house, LONG, "720p", "480p", "360p")
        wait_for(keeps_awake, "the machine kept awake")
        for value, awake in (("off", False), ("on", True)):
            self.assertEqual(self.api.call("settings.set", values={"keep_awake": value})["at_once"], ["keep_awake"])
            wait_for(lambda: keeps_awake() == awake, f"keep_awake: {value}")
        house.ctl("cancel", job_id)

    def test_the_command_line_tells_a_running_daemon_and_says_from_when_on_a_value_holds(self):
        house = self.house(env={"WORKER_PAUSED_GIVE_BACK_AFTER": "2h"})

        def changed(key, value):
            done = house.ctl("config", "set", key, value)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn(f"{key}: {value}\n", house.config.read_text())
            return done.stdout.strip().removeprefix(f"{key} is now {value} in {house.config}")

        self.assertEqual(changed("sync_interval", "300ms"), "; the running daemon has it already")
        self.assertEqual(self.api.call("settings.get")["sync_interval"]["value"], "300ms")
        self.assertEqual(changed("threads", "1"), "; the running daemon has it from its next job on")
        self.assertEqual(changed("worker_id", "pc-2"), "; the running daemon has it from its next start on")
        self.assertEqual(changed("paused_give_back_after", "3h"),
                         "; environment WORKER_PAUSED_GIVE_BACK_AFTER says otherwise, which counts")
        wrong = house.ctl("config", "set", "threads", "many")
        self.assertNotEqual(wrong.returncode, 0)
        self.assertIn("threads: expected", wrong.stderr)
        house.stop()
        self.assertEqual(changed("sync_interval", "400ms"), "")

    def test_changes_are_made_all_or_none_and_say_from_when_on_they_hold(self):
        house = self.house(env={"WORKER_PAUSED_GIVE_BACK_AFTER": "2h"})
        before = house.config.read_text()
        mistakes = self.api.call("settings.check", values={"threads": "many", "sync_interval": "1s", "thread": "1"})
        self.assertEqual(mistakes["mistakes"]["threads"],
                         "threads: expected a whole number from 0 to 1024, not \"many\"")
        self.assertEqual(sorted(mistakes["mistakes"]), ["thread", "threads"])
        message = self.refused("settings.set", values={"threads": "many", "sync_interval": "1s", "thread": "1"})
        self.assertIn("threads: expected", message)
        self.assertIn("unknown key \"thread\"", message)
        for wrong in ({}, {"values": 5}, {"values": {"threads": 4}}):
            self.refused("settings.set", **wrong)
        self.assertEqual(house.config.read_text(), before)
        answer = self.api.call("settings.set", values={"threads": "1", "sync_interval": "300ms", "worker_id": "pc-2",
                                                       "paused_give_back_after": "3h"})
        self.assertEqual(answer, {"at_once": ["sync_interval"], "next_job": ["threads"], "restart": ["worker_id"],
                                  "overridden": {"paused_give_back_after": "environment WORKER_PAUSED_GIVE_BACK_AFTER"}})
        described = self.described("worker_id")
        self.assertEqual((described["value"], described["in_force"], described["applies"], described["group"]),
                         ("pc-2", "pc-1", "restart", "worker"))
        self.assertEqual(self.api.call("settings.get")["threads"]["value"], "1")
        self.restart(house)
        self.assertNotIn("in_force", self.described("worker_id"))
        self.assertEqual(self.api.call("state.get")["state"]["worker_id"], "pc-2")
        wait_for(lambda: "pc-2" in json.dumps(house.call("GET", "/api/v1/workers")[1]), "the worker's new name")

    def test_a_job_goes_on_through_a_restart_and_the_next_one_is_done_by_the_new_settings(self):
        house = self.house(threads=1)
        job_id = self.submit(house, 8, "720p")
        wait_for(lambda: (self.api.worker()["job"] or {}).get("percent", 0) > 10, "some progress")
        first = wait_for(lambda: transcoder_pids(house.daemon.process.pid), "the transcoder")[0]
        pid = house.daemon.process.pid
        port = free_port()
        self.api.call("settings.set", values={"listen_port": str(port), "orchestrator_url": f"http://127.0.0.1:{port}",
                                              "log_file": str(house.folder / "log/f.log")})
        self.restart(house)
        house.url = f"http://127.0.0.1:{port}"
        self.assertEqual(house.daemon.process.pid, pid)
        again = wait_for(lambda: [p for p in transcoder_pids(pid) if p != first], "the transcoder again")
        self.assertEqual(len(again), 1)
        ended = house.ended(job_id)
        self.assertEqual((ended["state"], len(ended["attempts"])), ("COMPLETED", 1), ended)
        self.assertIsNotNone(read_whole(house.nas / "out/720p/index.m3u8"))
        self.assertIn("going on with the job", (house.folder / "log/f.log").read_text())

    def test_settings_that_cannot_start_are_refused_before_anything_stops(self):
        house = self.house()
        seq = self.api.call("state.get")["seq"]
        self.api.call("settings.set", values={"nas_mount_path": None})
        self.assertIn("nas_mount_path is not set", self.refused("daemon.restart"))
        self.api.call("settings.set", values={"nas_mount_path": str(house.nas)})
        text = house.config.read_text()
        house.config.write_text(text + "threads: many\n")
        self.assertIn("threads: expected", self.refused("daemon.restart"))
        house.config.write_text(text)
        self.api.call("settings.set", values={"log_file": "/proc/nothing/here.log"})
        self.assertIn("log_file", self.refused("daemon.restart"))
        self.api.call("settings.set", values={"log_file": None})
        self.assertGreaterEqual(self.api.call("state.get")["seq"], seq)
        self.assertEqual(house.call("GET", "/healthz")[0], 200)

        # What only shows when it is tried leads back to what was in force.
        taken = socket.socket()
        self.addCleanup(taken.close)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        self.api.call("settings.set", values={"listen_port": str(taken.getsockname()[1])})
        self.restart(house)
        state = self.api.call("state.get")["state"]
        self.assertIn("address", state["settings_problem"].lower())
        self.assertEqual(house.call("GET", "/healthz")[0], 200)
        self.assertEqual(self.described("listen_port")["in_force"], str(house.port))
        self.api.call("settings.set", values={"listen_port": str(house.port)})
        self.restart(house)
        self.assertIsNone(self.api.call("state.get")["state"]["settings_problem"])

    def test_shares_and_servers_are_tried(self):
        house = self.house()
        good = self.api.call("storage.test", path=str(house.nas))
        self.assertTrue(good["ok"], good)
        self.assertEqual([c["health"] for c in good["checks"]], ["ok", "ok"])
        self.assertEqual(os.listdir(house.nas), [], "nothing is left there")
        away = self.api.call("storage.test", path=str(house.folder / "away"))
        self.assertFalse(away["ok"])
        self.assertEqual(away["checks"][0]["remedy"], {"id": "setting", "key": "nas_mount_path"})
        self.assertTrue(self.api.call("orchestrator.test", url=house.url)["ok"])
        nobody = self.api.call("orchestrator.test", url=f"http://127.0.0.1:{free_port()}")
        self.assertEqual((nobody["ok"], nobody["checks"][0]["health"]), (False, "fail"))
        for method, params in (("storage.test", {}), ("storage.test", {"path": "nas"}), ("storage.test", {"path": 5}),
                               ("orchestrator.test", {"url": "nas:8787"}), ("orchestrator.test", {})):
            self.refused(method, **params)

    def test_a_server_that_hangs_holds_up_nobody(self):
        house = self.house()
        asked = []

        class Silent(BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.rfile.read()  # until the client goes

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Silent)
        Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        waiting = self.client(house)
        answers = []
        waiter = Thread(target=lambda: answers.append(
            waiting.call("orchestrator.test", url=f"http://127.0.0.1:{server.server_port}")))
        waiter.start()
        wait_for(lambda: asked, "the question")
        self.assertTrue(self.api.call("state.get")["state"])
        self.assertEqual(answers, [], "others are answered meanwhile")
        waiter.join()
        self.assertEqual(answers[0]["checks"][0]["health"], "fail")

    def test_the_doctor_and_the_measurement(self):
        house = self.house()
        report = self.api.call("doctor.run")
        self.assertTrue(report["ok"], report)
        self.assertEqual([c["what"] for c in report["checks"]],
                         ["settings", "daemon", "orchestrator", "NAS readable", "NAS writable", "space for staging",
                          "space on the NAS", "encoders", "sandbox"])
        watcher = self.client(house)
        watcher.call("state.subscribe")
        measured = self.api.call("capabilities.measure")
        self.assertTrue(any(e["name"] == "libx264" and e["works"] for e in measured["encoders"]))
        seen = []
        while not seen or seen[-1] is not None:
            event = watcher.event()
            if event["state"].get("measuring") or seen:
                seen.append(event["state"]["measuring"])
        names = [m["encoder"] for m in seen if m]
        self.assertIn("libx264", names)
        self.assertEqual({m["of"] for m in seen if m}, {len(measured["encoders"])})
        self.assertEqual([m["done"] for m in seen if m], list(range(len(measured["encoders"]))))
        self.assertEqual(self.api.call("capabilities.get"), measured)
        house.config.write_text(house.config.read_text() + "threads: many\n")
        report = self.api.call("doctor.run")
        self.assertEqual((report["ok"], report["checks"][0]["health"]), (False, "fail"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
