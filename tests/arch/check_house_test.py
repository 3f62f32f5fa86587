#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows on small trees that each rule of check_house.py fires where it should, and nowhere else."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import check_house  # noqa: E402

SPDX = "// " + check_house.SPDX + "\n"
CMAKE_SPDX = "# " + check_house.SPDX + "\n"


def header(folder, body=""):
    return f"{SPDX}#pragma once\n{body}\nnamespace framehand::{folder} {{\n}}\n"


class HouseTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        # A good tree, in which each rule is met by something that it allows.
        self.write("CMakeLists.txt", CMAKE_SPDX)
        self.write("core/base/CMakeLists.txt", CMAKE_SPDX + "add_library(base STATIC\n  text.cpp)\n")
        self.write("core/base/text.h", header("base", "#include <string>"))
        self.write("core/base/text.cpp", SPDX + '#include "core/base/text.h"\n')
        self.write("core/jobs/job.h", header("jobs", '#include "core/base/text.h"'))
        self.write("core/settings/settings.h", header("settings", '#include "core/base/text.h"'))
        self.write("core/ports/timers.h", header("ports", '#include "core/base/text.h"'))
        self.write("core/media/av.h", header("media", '#include "core/jobs/job.h"\n#include <libavutil/avutil.h>'))
        self.write("core/sources/job_source.h", header("sources", '#include "core/jobs/job.h"'))
        self.write("core/worker/worker.h",
                   header("worker", '#include "core/sources/job_source.h"\n#include <QTimer>\n#include <QtCore/QUrl>'))
        self.write("core/api/server.h", header("api", '#include "core/worker/worker.h"'))
        self.write("platform/CMakeLists.txt", CMAKE_SPDX + "add_library(p linux/timers.cpp) # old: linux/gone.cpp\n")
        self.write("platform/linux/timers.cpp",
                   SPDX + '#include "core/ports/timers.h"\n#include <sys/stat.h>\n#include <unistd.h>\n')
        self.write("app/CMakeLists.txt", CMAKE_SPDX + 'add_executable(d "framehandd/main.cpp")\n')
        self.write("app/framehandd/main.cpp",
                   SPDX + '#include "core/worker/worker.h"\n#include "platform/linux/timers.h"\n')
        self.write("app/framehand_transcoder/video.h", SPDX + '#include "core/media/av.h"\n')
        self.write("ui/tray.h", SPDX + '#include "core/api/server.h"\n#include <QSystemTrayIcon>\n')
        self.write("tests/worker/worker_test.cpp",
                   SPDX + '#include "core/api/server.h"\n#include "core/media/av.h"\n#include "tests/support/fake.h"\n')
        self.write("tools/build", "#!/bin/sh\n" + CMAKE_SPDX)
        self.write("tests/media/data/README.md", "no source of ours\n")

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def add_line(self, path, line):
        """Adds a line at the end of a file and returns its number."""
        target = self.root / path
        text = target.read_text(encoding="utf-8")
        target.write_text(text + line + "\n", encoding="utf-8")
        return text.count("\n") + 1

    def breaches(self):
        return [str(breach) for breach in check_house.check(self.root)[0]]

    def assert_one_breach(self, path, line, part):
        found = self.breaches()
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(f"{path}:{line}: "), found)
        self.assertIn(part, found[0])

    def assert_line_breaks(self, path, line, part):
        before = (self.root / path).read_text(encoding="utf-8")
        self.assert_one_breach(path, self.add_line(path, line), part)
        (self.root / path).write_text(before, encoding="utf-8")
        self.assertEqual(self.breaches(), [])

    def assert_line_is_fine(self, path, line):
        self.add_line(path, line)
        self.assertEqual(self.breaches(), [])

    def test_a_good_tree_passes(self):
        self.assertEqual(self.breaches(), [])

    def test_core_may_only_look_down(self):
        for path, target in (
                ("core/base/text.h", "core/jobs/job.h"),
                ("core/base/text.cpp", "core/ports/timers.h"),
                ("core/jobs/job.h", "core/ports/timers.h"),
                ("core/settings/settings.h", "core/jobs/job.h"),
                ("core/ports/timers.h", "core/settings/settings.h"),
                ("core/sources/job_source.h", "core/storage/commit.h"),
                ("core/media/av.h", "core/worker/worker.h"),
                ("core/worker/worker.h", "core/orchestrator/store.h"),
                ("core/worker/worker.h", "core/api/server.h"),
                ("core/worker/worker.h", "core/unknown/thing.h")):
            with self.subTest(path=path, target=target):
                self.assert_line_breaks(path, f'#include "{target}"', f'may not include "{target}"')

    def test_core_never_looks_out(self):
        for target in ("app/framehandd/main.h", "ui/tray.h", "platform/linux/timers.h", "tests/support/fake.h"):
            with self.subTest(target=target):
                self.assert_line_breaks("core/api/server.h", f'#include "{target}"', f'may not include "{target}"')

    def test_platform_sees_ports_and_base(self):
        self.assert_line_breaks("platform/linux/timers.cpp", '#include "core/jobs/job.h"', "core/jobs is not below it")
        self.assert_line_is_fine("platform/linux/timers.cpp", '#include "core/base/text.h"')

    def test_ui_sees_api_base_ports_and_settings(self):
        for target in ("core/worker/worker.h", "platform/linux/timers.h", "app/framehandd/main.h"):
            with self.subTest(target=target):
                self.assert_line_breaks("ui/tray.h", f'#include "{target}"', f'may not include "{target}"')
        self.assert_line_is_fine("ui/tray.h", '#include "core/settings/settings.h"')
        self.assert_line_is_fine("ui/tray.h", '#include "core/ports/timers.h"')

    def test_only_the_transcoder_sees_media(self):
        for path in ("core/worker/worker.h", "app/framehandd/main.cpp"):
            with self.subTest(path=path):
                self.assert_line_breaks(path, '#include "core/media/av.h"', "only framehand-transcoder")

    def test_a_new_folder_of_core_needs_a_place(self):
        self.write("core/extra/thing.h", header("extra"))
        self.assert_one_breach("core/extra/thing.h", 1, "has no place in the dependency rule")

    def test_spaced_and_late_includes_count(self):
        self.assert_line_breaks("core/base/text.h", '  #  include   "core/jobs/job.h"  // why not', "may not include")

    def test_includes_in_comments_do_not_count(self):
        self.assert_line_is_fine("core/base/text.h", '/*\n#include "core/jobs/job.h"\n*/\n// #include <QWidget>')

    def test_includes_do_not_go_up(self):
        self.assert_line_breaks("core/base/text.h", '#include "../base/text.h"', "goes up")
        self.assert_line_breaks("tests/worker/worker_test.cpp", '#include "core/base/../jobs/job.h"', "goes up")

    def test_gstreamer_stays_in_pipeline(self):
        for name in ("gst/gst.h", "glib.h", "glib-object.h"):
            with self.subTest(name=name):
                self.assert_line_breaks("core/worker/worker.h", f"#include <{name}>", "core/pipeline only")

    def test_only_the_transcoder_sees_pipeline(self):
        for path in ("core/worker/worker.h", "app/framehandd/main.cpp"):
            with self.subTest(path=path):
                self.assert_line_breaks(
                    path, '#include "core/pipeline/pipeline_runner.h"', "only framehand-transcoder links core/pipeline")

    def test_libav_stays_in_media(self):
        for name in ("libavformat/avformat.h", "libswscale/swscale.h", "libswresample/swresample.h"):
            with self.subTest(name=name):
                self.assert_line_breaks("core/worker/worker.h", f"#include <{name}>", "core/media only")
        self.assert_line_breaks("tests/worker/worker_test.cpp", '#include "libavutil/avutil.h"', "core/media only")

    def test_no_screen_where_there_may_be_none(self):
        for path in ("core/worker/worker.h", "platform/linux/timers.cpp", "app/framehandd/main.cpp",
                     "app/framehand_transcoder/video.h"):
            for name in ("QWidget", "QtWidgets/QApplication", "QtGui/QImage", "QImage", "qwidget.h", "QtGui"):
                with self.subTest(path=path, name=name):
                    self.assert_line_breaks(path, f"#include <{name}>", "needs a screen")
        self.assert_line_is_fine("core/worker/worker.h", "#include <QCoreApplication>\n#include <QtNetwork/QLocalServer>")

    def test_the_operating_system_stays_in_platform(self):
        for line in ("#include <unistd.h>", "#include <sys/stat.h>", "#include <windows.h>", "#ifdef _WIN32",
                     "#if defined(__linux__)", "#ifdef Q_OS_WIN", "#if defined(Q_OS_LINUX)"):
            with self.subTest(line=line):
                self.assert_line_breaks("core/worker/worker.h", line, "platform")
                self.assert_line_breaks("app/framehandd/main.cpp", line, "platform")
        for path in ("platform/linux/timers.cpp", "tests/platform/files_test.cpp"):
            self.write(path, SPDX + "#include <unistd.h>\n#ifdef __linux__\n#endif\n")
        self.assert_line_is_fine("core/worker/worker.h", '// unlike __linux__\nconst char* text = "_WIN32";')

    def test_each_file_says_its_licence(self):
        for path, text in (("core/base/bare.h", "#pragma once\nnamespace framehand::base {}\n"),
                           ("cmake/Bare.cmake", "set(A 1)\n"),
                           ("tests/e2e/bare.py", "print()\n"),
                           ("tools/bare", "#!/bin/sh\nset -eu\n"),
                           ("core/ports/CMakeLists.txt", "\n\n" + CMAKE_SPDX)):
            with self.subTest(path=path):
                self.write(path, text)
                self.assert_one_breach(path, 1, "SPDX")
                (self.root / path).unlink()

    def test_long_files_say_why(self):
        for path, limit in (("core/base/long.h", 200), ("tests/worker/long_test.cpp", 500)):
            with self.subTest(path=path):
                text = header("base") if path.endswith(".h") else SPDX
                text += "\n" * (limit - text.count("\n"))
                self.write(path, text)
                self.assertEqual(self.breaches(), [])
                self.write(path, text + "\n")
                self.assert_one_breach(path, limit + 1, "Long because:")
                self.write(path, text + "// Long because: one table.\n")
                self.assertEqual(self.breaches(), [])
                self.write(path, text + '// Long because:\n')
                self.assert_one_breach(path, limit + 1, "Long because:")
                (self.root / path).unlink()

    def test_nothing_sleeps(self):
        for line in ("std::this_thread::sleep_for(1s);", "this_thread::sleep_until(t);", "QThread::sleep(1);",
                     "QThread::msleep(5);", "QTest::qWait(50);", "usleep(10);"):
            with self.subTest(line=line):
                self.assert_line_breaks("tests/worker/worker_test.cpp", line, "wait for what happens")
        self.assert_line_is_fine("tests/worker/worker_test.cpp",
                                 "QTest::qWaitFor(done); // not QThread::sleep(1)\ncout << \"usleep(1)\";")

    def test_nothing_is_left_unfinished(self):
        for word in ("TO" "DO", "FIX" "ME", "XX" "X"):
            with self.subTest(word=word):
                self.assert_line_breaks("core/base/text.cpp", f"// {word}: later", "unfinished")
                self.assert_line_breaks("tools/build", f"# {word} later", "unfinished")
        self.assert_line_is_fine("core/base/text.cpp", '// mkstemp replaces "XXXXXX"')

    def test_the_namespace_is_the_folder(self):
        self.write("core/jobs/wrong.h", header("worker"))
        self.assert_one_breach("core/jobs/wrong.h", 1, "framehand::jobs")
        self.write("core/jobs/wrong.h", SPDX + "#pragma once\n// namespace framehand::jobs\n")
        self.assert_one_breach("core/jobs/wrong.h", 1, "framehand::jobs")
        self.write("core/jobs/wrong.h", header("media") + header("jobs::detail"))
        self.assertEqual(self.breaches(), [])

    def test_each_source_is_built(self):
        for path in ("core/base/orphan.cpp", "platform/linux/gone.cpp", "app/framehandctl/main.cpp"):
            with self.subTest(path=path):
                self.write(path, SPDX)
                self.assert_one_breach(path, 1, "never built")
                (self.root / path).unlink()
        self.write("core/base/CMakeLists.txt", CMAKE_SPDX + "add_library(base STATIC # text.cpp\n)\n")
        self.assert_one_breach("core/base/text.cpp", 1, "never built")

    def test_strings_and_digits_do_not_confuse_it(self):
        self.assert_line_breaks(
            "tests/worker/worker_test.cpp",
            'f(16\'000, "a // b", \'"\', R"x(quote " and )" /* )x"); usleep(1); // "', "wait for what happens")

    def test_the_program_prints_and_exits_as_documented(self):
        program = [sys.executable, "-B", check_house.__file__, str(self.root)]
        good = subprocess.run(program, capture_output=True, text=True, check=False)
        self.assertEqual(good.returncode, 0, good.stdout + good.stderr)
        self.assertRegex(good.stdout, r"^\d+ files checked, 0 breaches")

        line = self.add_line("core/base/text.h", "#include <QWidget>")
        bad = subprocess.run(program, capture_output=True, text=True, check=False)
        self.assertEqual(bad.returncode, 1)
        self.assertTrue(bad.stdout.startswith(f"core/base/text.h:{line}: <QWidget> needs a screen"), bad.stdout)

    def test_an_empty_place_is_not_a_good_tree(self):
        with tempfile.TemporaryDirectory() as empty:
            result = subprocess.run([sys.executable, "-B", check_house.__file__, empty],
                                    capture_output=True, text=True, check=False)
            self.assertEqual(result.returncode, 1)


if __name__ == "__main__":
    unittest.main()
