# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop app on a desktop of its own: a real tray, a real daemon, a real job.

FRAMEHAND_SCREENSHOTS   a folder for pictures of what was seen (none are kept)
"""
import os
import re
import signal
import subprocess
import unittest

from support.app_test import APP, AppTest
from support.local_api import LocalApi
from support.programs import PATIENCE, SAMPLE, House, wait_for

WATCHER = ("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher")
NOTIFICATIONS = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications")


class DesktopApp(AppTest):
    SCREEN = "1024x640"

    def show_tray(self):
        tray = self.desktop.show_tray()
        return tray, wait_for(lambda: self.desktop.tray_icon(APP), "the icon in the tray")

    def title(self):
        """Of the app's window, None while it is hidden."""
        titles = self.desktop.titles(APP)
        return titles[0] if titles else None

    def submit(self, loops):
        film = self.house.nas / "Dogs.mp4"
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", str(loops - 1), "-i", str(SAMPLE), "-c", "copy",
                        str(film)], check=True)
        status, job = self.house.call("POST", "/api/v1/jobs", {
            "input": {"source_url": film.name}, "outputs": [{"resolution": "360p", "dest_path": "out"}],
            "hls_settings": {"segment_time": 2}})
        self.assertEqual(status, 201, job)
        return job["job_id"]

    def choose(self, *keys):
        """In the menu of the tray's icon. One that still closes swallows the click: then it is made again."""
        wait_for(lambda: not self.menu_is_open(), "the last menu to be gone")
        for _ in range(3):
            self.desktop.click(wait_for(lambda: self.desktop.tray_icon(APP), "the icon"), 3)
            try:
                wait_for(self.menu_is_open, "the menu", 10)
                break
            except AssertionError:
                continue
        self.assertTrue(self.menu_is_open(), "the menu")
        self.keep_screenshot("menu")
        for key in keys:
            self.desktop.do("xdotool", "key", "--delay", "60", key)

    def menu_is_open(self):
        """A second window of the app beside the icon: menus are not managed by the window manager."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--classname", f"^{APP}$"],
                               env=os.environ | self.desktop.env, capture_output=True, text=True, check=False).stdout
        for window in found.split():
            about = self.desktop.do("xwininfo", "-id", window)
            if "Override Redirect State: yes" in about and int(re.search(r"Height: (\d+)", about).group(1)) > 80:
                return True
        return False

    def test_a_job_is_seen_from_its_first_to_its_last_percent(self):
        self.desktop.mock_template(NOTIFICATIONS[0], "notification_daemon")
        self.house.start()
        self.show_tray_and_app()
        wait_for(lambda: self.title() == "Framehand", "the window")
        job_id = self.submit(loops=6)
        seen = []

        def watch():
            title = self.title()
            found = re.fullmatch(r"(\d+) %, Dogs - Framehand", title or "")
            if found and (not seen or seen[-1] != int(found.group(1))):
                seen.append(int(found.group(1)))
                if 30 <= seen[-1] and "working" not in pictures:
                    pictures.add("working")
                    self.keep_screenshot("working")
            return title == "Framehand" and self.house.job(job_id)["state"] == "COMPLETED"

        pictures = set()
        wait_for(watch, "the end of the job")
        self.assertEqual(seen, sorted(seen))
        self.assertLess(seen[0], 30, seen)
        self.assertGreater(seen[-1], 70, seen)
        self.assertGreater(len(seen), 5, seen)

        def notified():
            calls = self.desktop.call(*NOTIFICATIONS, "org.freedesktop.DBus.Mock.GetMethodCalls", "Notify")
            return calls if "Dogs is finished" in calls else None

        wait_for(notified, "the notification")
        self.keep_screenshot("idle")
        for key, page in (("h", "history"), ("g", "log")):
            self.desktop.do("xdotool", "key", f"alt+{key}")
            self.keep_screenshot(page)

    def show_tray_and_app(self, *arguments):
        app = self.start_app(*arguments)
        self.show_tray()
        return app

    def test_the_trays_menu_does_what_it_says(self):
        self.house.start()
        app = self.show_tray_and_app("--hidden")
        api = LocalApi(self.house)
        self.addCleanup(api.close)
        job_id = self.submit(loops=40)
        wait_for(lambda: api.worker()["phase"] == "transcoding", "the running job")
        self.choose("Down", "Down", "Right", "Return")
        pause = wait_for(lambda: api.worker()["pause"], "the pause")
        self.assertEqual(pause["reason"], "by_you")
        self.assertIsNotNone(pause["until"], "for 15 minutes")
        wait_for(lambda: api.worker()["phase"] == "paused", "the standstill")
        self.assertIsNone(self.title(), "the window stays hidden")
        self.desktop.click(self.desktop.tray_icon(APP), 1)
        wait_for(self.title, "the window")
        self.keep_screenshot("paused")
        self.choose("Down", "Down", "Return")
        wait_for(lambda: api.worker()["phase"] == "transcoding", "the job to go on")
        self.assertIsNone(api.worker()["pause"])

        self.choose("Down", "Down", "Down", "Return")
        self.assertTrue(wait_for(lambda: api.worker()["pause"], "the pause after the job")["after_job"])
        self.choose("Down", "Down", "Down", "Return")
        wait_for(lambda: api.worker()["pause"] is None, "it taken back")
        self.choose("Down", "Down", "Down", "Down", "Return")
        wait_for(lambda: api.worker()["ignore_in_use_until"], "input to be ignored")
        self.choose("Up", "Return")
        wait_for(lambda: not app.running(), "the end of the app")
        self.assertEqual(app.process.returncode, 0)
        self.assertEqual(api.worker()["phase"], "transcoding", "the daemon goes on")
        self.house.ctl("cancel", job_id)

    def test_a_host_of_status_notifiers_shows_the_state_and_has_the_menu(self):
        desktop = self.desktop
        desktop.mock_object(*WATCHER, "IsStatusNotifierHostRegistered", "true")
        desktop.call(*WATCHER, "org.freedesktop.DBus.Mock.AddMethod", WATCHER[0], "RegisterStatusNotifierItem", "s", "", "")
        self.house.start()
        self.start_app("--hidden")
        item = wait_for(lambda: re.search(r"\[<'(:[^']*)'>\]", desktop.call(
            *WATCHER, "org.freedesktop.DBus.Mock.GetMethodCalls", "RegisterStatusNotifierItem")), "the icon").group(1)

        def tip():
            return desktop.call(item, "/StatusNotifierItem", "org.freedesktop.DBus.Properties.Get",
                                "org.kde.StatusNotifierItem", "ToolTip")

        def entries():
            """Label -> number of all that is visible."""
            layout = desktop.call(item, "/MenuBar", "com.canonical.dbusmenu.GetLayout", "--", 0, -1, "[]")
            found = re.findall(r"\((?:int32 )?(\d+), \{([^}]*)\}", layout)
            labels = {re.search(r"'label': <'([^']*)'>", about): number for number, about in found
                      if "'visible': <false>" not in about}
            return {label.group(1).replace("_", ""): number for label, number in labels.items() if label}

        def choose(label):
            desktop.call(item, "/MenuBar", "com.canonical.dbusmenu.Event", "--", entries()[label], "clicked", "<int32 0>", 0)

        wait_for(lambda: "Ready, there is no job" in tip(), "the tool tip")
        self.assertNotIn("Resume", entries())
        choose("For 15 minutes")
        wait_for(lambda: "Paused by you until" in tip(), "the pause in the tool tip")
        wait_for(lambda: "Resume" in entries() and "Pause" not in entries(), "the menu of a pause")
        choose("Resume")
        wait_for(lambda: "Ready, there is no job" in tip(), "the end of the pause")
        self.assertIsNone(self.title())
        desktop.call(item, "/StatusNotifierItem", "org.kde.StatusNotifierItem.Activate", 10, 10)
        wait_for(self.title, "the window")

    def panel_item(self):
        """The bus name under which the panel has the app's icon, None if it has none."""
        found = re.search(r"'(:[0-9.]+)|'(org\.kde\.StatusNotifierItem[^/']*)",
                          self.desktop.notifier_property("RegisteredStatusNotifierItems"))
        return found and (found.group(1) or found.group(2))

    def panel_tip(self):
        item = self.panel_item()
        return item and self.desktop.call(item, "/StatusNotifierItem", "org.freedesktop.DBus.Properties.Get",
                                          "org.kde.StatusNotifierItem", "ToolTip")

    def test_a_real_panel_has_the_icon_whether_it_comes_first_or_late_or_again(self):
        self.house.start()
        panel = self.desktop.show_panel()
        app = self.start_app("--hidden")
        wait_for(lambda: "Ready, there is no job" in (self.panel_tip() or ""), "the icon in a panel that was there")
        self.keep_screenshot("panel")
        self.desktop.call(self.panel_item(), "/StatusNotifierItem", "org.kde.StatusNotifierItem.Activate", 10, 10)
        wait_for(self.title, "the window")
        panel.kill()
        panel.wait()
        self.desktop.show_panel()
        wait_for(lambda: "Ready, there is no job" in (self.panel_tip() or ""), "the icon in the panel's successor")
        app.stop()
        wait_for(lambda: not self.panel_item(), "the end of the icon")

    def test_a_key_press_is_told_by_the_tool_tip_and_so_is_its_end(self):
        self.house = House(self.folder.name, threads=1, courtesy="on", idle_before_work="5s", other_cpu_limit=0,
                           temperature_limit=0)
        self.house.more_env = self.desktop.env
        self.house.start()
        self.desktop.show_panel()
        self.start_app("--hidden")
        wait_for(lambda: "Ready, there is no job" in (self.panel_tip() or ""), "a person who is not there")
        self.submit(loops=40)
        wait_for(lambda: re.search(r"\d+ %", self.panel_tip() or ""), "the job")
        self.desktop.press_a_key()
        wait_for(lambda: "you are using this PC" in (self.panel_tip() or ""), "the key press", PATIENCE / 12)
        self.keep_screenshot("panel-in-use")
        wait_for(lambda: re.search(r"\d+ %", self.panel_tip() or ""), "the job again")

    def test_a_panel_that_comes_late_has_the_icon(self):
        self.house.start()
        self.start_app("--hidden")
        wait_for(self.title, "the window, as there is no tray")
        self.desktop.show_panel()
        wait_for(lambda: "Ready, there is no job" in (self.panel_tip() or ""), "the icon")
        self.desktop.close_window(self.title())
        wait_for(lambda: not self.title(), "the window to be hidden")
        self.desktop.call(self.panel_item(), "/StatusNotifierItem", "org.kde.StatusNotifierItem.Activate", 10, 10)
        wait_for(self.title, "the window")

    def test_a_service_learns_from_the_app_whether_somebody_is_there(self):
        self.house = House(self.folder.name, threads=1, courtesy="on", presence_unknown="in_use", presence_max_age="8s",
                           idle_before_work="4s", other_cpu_limit=0, temperature_limit=0)
        self.house.more_env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "DBUS_SESSION_BUS_ADDRESS": ""}
        self.house.start()
        api = LocalApi(self.house)
        self.addCleanup(api.close)
        self.submit(loops=40)

        def reasons():
            return [reason["id"] for reason in (api.worker()["pause"] or {"reasons": []})["reasons"]]

        wait_for(lambda: reasons() == ["presence_unknown"], "a daemon that sees nobody")
        self.house.more_env = self.desktop.env
        app = self.start_app("--hidden")
        wait_for(lambda: api.worker()["phase"] == "transcoding", "work while nobody touches anything")
        self.desktop.press_a_key()
        wait_for(lambda: reasons() == ["in_use"], "the key to count")
        self.assertEqual(api.worker()["phase"], "paused")
        wait_for(lambda: api.worker()["phase"] == "transcoding", "work again")
        app.kill()
        wait_for(lambda: reasons() == ["presence_unknown"], "the last report to be old")

    def test_where_no_daemon_runs_it_starts_its_own_and_mends_it(self):
        config = self.house.config
        config.write_text("".join(line for line in config.read_text().splitlines(True) if "orchestrator_url" not in line))
        app = self.start_app("--config", config)
        first = wait_for(self.daemons, "its daemon")
        wait_for(lambda: (self.house.folder / "run/framehand/agent.sock").exists(), "the local API")
        os.kill(first[0], signal.SIGKILL)
        second = wait_for(lambda: [pid for pid in self.daemons() if pid != first[0]], "a new daemon")
        self.assertTrue(app.running())
        api = wait_for(self.connect, "the local API")
        api.close()
        self.assertEqual(app.stop(), 0)
        self.assertEqual(self.daemons(), [], f"{second} ended with the app that had started it")

    def test_a_crash_of_the_app_leaves_the_daemon_alone_and_the_next_app_finds_it(self):
        config = self.house.config
        config.write_text("".join(line for line in config.read_text().splitlines(True) if "orchestrator_url" not in line))
        app = self.start_app("--config", config)
        daemon = wait_for(self.daemons, "its daemon")
        wait_for(self.connect, "the local API").close()
        app.kill()
        again = self.start_app("--config", config)
        wait_for(self.title, "the window")
        wait_for(self.connect, "the local API").close()
        self.assertEqual(self.daemons(), daemon)
        self.assertEqual(again.stop(), 0)
        self.assertEqual(self.daemons(), daemon, "it was not this app's own")

    def test_it_outlives_restarts_of_the_daemon(self):
        self.house.start()
        app = self.start_app()
        self.submit(loops=12)
        wait_for(lambda: re.search(r"\d+ %, Dogs", self.title() or ""), "the job")
        self.house.stop()
        wait_for(lambda: self.title() == "Framehand", "the end of the daemon to be seen")
        self.house.start()
        wait_for(lambda: re.search(r"\d+ %, Dogs", self.title() or ""), "the job with the new daemon")
        self.assertTrue(app.running())

    def test_the_icon_comes_with_a_late_tray_and_with_each_new_one(self):
        self.house.start()
        self.start_app()
        wait_for(self.title, "the window")
        tray, _ = self.show_tray()
        tray.kill()
        wait_for(lambda: self.desktop.tray_icon(APP) is None, "the end of the tray")
        self.show_tray()

    def test_without_a_tray_the_window_is_the_app(self):
        self.house.start()
        app = self.start_app("--hidden")
        wait_for(self.title, "the window, as there is no other way to reach it")
        self.desktop.close_window("Framehand")
        wait_for(lambda: not app.running(), "the end of the app")
        self.assertTrue(self.house.daemon.running())

    def test_a_second_start_raises_the_window_of_the_first(self):
        self.house.start()
        first = self.show_tray_and_app("--hidden")
        self.assertIsNone(self.title())
        second = self.start_app()
        wait_for(lambda: not second.running(), "the end of the second")
        self.assertEqual(second.process.returncode, 0, second.text())
        wait_for(self.title, "the window")
        self.desktop.close_window("Framehand")
        wait_for(lambda: self.title() is None, "the closed window")
        self.assertTrue(first.running(), "it stays in the tray")

    def test_wrong_settings_are_shown_and_the_daemon_is_started_once_they_are_mended(self):
        self.desktop.mock_template(NOTIFICATIONS[0], "notification_daemon")
        good = "".join(line for line in self.house.config.read_text().splitlines(True) if "orchestrator_url" not in line)
        self.house.config.write_text(good + "sync_intervall: 1s\n")
        self.start_app("--config", self.house.config)
        calls = wait_for(lambda: (lambda c: c if "Framehand needs you" in c else None)(self.desktop.call(
            *NOTIFICATIONS, "org.freedesktop.DBus.Mock.GetMethodCalls", "Notify")), "the notification")
        self.assertIn("did you mean", calls)
        wait_for(self.title, "the window")
        self.keep_screenshot("wrong-settings")
        self.house.config.write_text(good)
        wait_for(lambda: self.daemons() == [], "the end of the daemon")
        # The one button that is shown is reached by its key.
        self.desktop.do("wmctrl", "-a", "Framehand")
        self.desktop.do("xdotool", "key", "alt+s")
        wait_for(self.connect, "the daemon").close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
