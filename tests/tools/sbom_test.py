#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests tools/sbom on a small root folder of its own with dpkg's database in it."""

import importlib.machinery
import importlib.util
import os
import struct
import tempfile
import unittest
import zipfile
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
LOADER = importlib.machinery.SourceFileLoader("sbom", str(HOUSE / "tools" / "sbom"))
sbom = importlib.util.module_from_spec(importlib.util.spec_from_loader("sbom", LOADER))
LOADER.exec_module(sbom)

STATUS = """Package: libtune2
Status: install ok installed
Architecture: arm64
Multi-Arch: same
Source: tune (1:2.3-4)
Version: 1:2.3-4+b1
Maintainer: Nobody <nobody@example.org>
Description: tunes

"""
COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: 2020 Somebody
License: Expat

Files: extra/*
Copyright: 2021 Somebody
License: GPL-2+
"""


class Sbom(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        self.libraries = self.root / "usr/lib/aarch64-linux-gnu"
        self.write(self.libraries / "libtune.so.2.3", "library")
        (self.libraries / "libtune.so.2").symlink_to("libtune.so.2.3")
        self.write(self.libraries / "libstray.so.1", "nobody's")
        self.write(self.root / "var/lib/dpkg/status", STATUS)
        self.write(self.root / "var/lib/dpkg/info/format", "1\n")
        self.write(self.root / "var/lib/dpkg/info/libtune2:arm64.list",
                   f"{self.root}/.\n{self.root}/lib/aarch64-linux-gnu/libtune.so.2.3\n")
        self.write(self.root / "usr/share/doc/libtune2/copyright", COPYRIGHT)

    @staticmethod
    def write(path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def test_names_the_package_that_a_library_is_from(self):
        component = sbom.Debian(self.root).component(str(self.libraries / "libtune.so.2"))
        self.assertEqual((component["name"], component["version"]), ("libtune2", "1:2.3-4+b1"))
        self.assertTrue(component["purl"].startswith("pkg:deb/debian/libtune2@1%3A2.3-4%2Bb1?arch=arm64&distro=debian-"))
        self.assertIn({"name": "framehand:debian-source", "value": "tune 1:2.3-4"}, component["properties"])
        self.assertEqual([entry["license"]["name"] for entry in component["licenses"]], ["Expat", "GPL-2+"])

    def test_knows_no_package_of_a_stray_file(self):
        debian = sbom.Debian(self.root)
        self.assertIsNone(debian.component(str(self.libraries / "libstray.so.1")))
        self.assertIsNone(debian.component(str(self.libraries / "libabsent.so.1")))

    def test_finds_the_image_behind_the_last_section_header(self):
        header = bytearray(64)
        struct.pack_into("<Q", header, 40, 5000)
        struct.pack_into("<HH", header, 58, 64, 11)
        file = self.root / "x.AppImage"
        file.write_bytes(bytes(header) + b"rest")
        self.assertEqual(sbom.image_offset(file), 5000 + 64 * 11)

    def test_lists_the_libraries_of_a_zip_with_their_checksums(self):
        archive = self.root / "framehand.zip"
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr("Framehand/Qt6Core.dll", b"")
            file.writestr("Framehand/framehandd.exe", b"program")
        found = list(sbom.windows_files(archive))
        self.assertEqual([component["name"] for component in found], ["Qt6Core.dll"])
        self.assertEqual(found[0]["hashes"][0]["content"], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")

    def test_says_of_each_package_what_is_in_it(self):
        one, other = self.root / "one.deb", self.root / "other.deb"
        self.write(one, "1")
        self.write(other, "2")
        document = sbom.Document("1.2.3")
        library = sbom.Debian(self.root).component(str(self.libraries / "libtune.so.2"))
        document.holds(document.artifact(one), library, "linked")
        document.holds(document.artifact(other), library, "shipped")
        os.environ["SOURCE_DATE_EPOCH"] = "0"
        self.addCleanup(os.environ.pop, "SOURCE_DATE_EPOCH")
        made = document.as_json()
        self.assertEqual((made["bomFormat"], made["specVersion"]), ("CycloneDX", "1.5"))
        self.assertEqual(made["metadata"]["timestamp"], "1970-01-01T00:00:00Z")
        kept, = [component for component in made["components"] if component["name"] == "libtune2"]
        self.assertEqual([(entry["name"], entry["value"]) for entry in kept["properties"][1:]],
                         [("framehand:linked", "one.deb"), ("framehand:shipped", "other.deb")])
        self.assertIn({"ref": "file:one.deb", "dependsOn": [library["purl"]]}, made["dependencies"])
        self.assertEqual(made, document.as_json(), "the same packages make the same document")

    def bull(self, made):
        self.write(self.root / "build/bull/bull_scripts_data.cpp", made)
        self.write(self.root / "build/CMakeCache.txt", "FRAMEHAND_BULL_PACKAGES:PATH=\n")
        return self.root / "build"

    def test_names_the_scripts_of_queues_as_they_were_brought(self):
        build = self.bull('R"lua(return 1)lua"')
        for name, version in (("bull", "4.1"), ("bullmq", "6.2")):
            self.write(build / f"bull/node_modules/{name}/package.json", f'{{"version": "{version}", "license": "MIT"}}')
        found = sbom.npm_packages(build)
        self.assertEqual([component["purl"] for component in found], ["pkg:npm/bull@4.1", "pkg:npm/bullmq@6.2"])
        self.assertEqual(found[0]["licenses"], [{"license": {"id": "MIT"}}])

    def test_names_no_scripts_where_the_daemon_has_none(self):
        self.assertEqual(sbom.npm_packages(self.bull("static constexpr std::array<LuaScript, 0> kScripts{};")), [])

    def test_a_build_that_does_not_say_what_scripts_it_has_is_refused(self):
        with self.assertRaisesRegex(SystemExit, r"tools/sbom: .*bull_scripts_data\.cpp is missing"):
            sbom.npm_packages(self.root)
        with self.assertRaisesRegex(SystemExit, r"tools/sbom: .*bull/package\.json is missing"):
            sbom.npm_packages(self.bull('R"lua(return 1)lua"'))


STATUS_OF_HOST = "".join(f"""Package: {name}
Status: install ok installed
Architecture: all
Source: {source}
Version: {version}
Maintainer: Nobody <nobody@example.org>
Description: of the machine

""" for name, source, version in (("libboost9-dev", "boost9", "9.9-1"), ("nlohmann-json3-dev", "nlohmann-json3", "3.0-1"),
                                  ("libexpected-dev", "tl-expected", "1.0-1"), ("libcli11-dev", "cli11", "2.0-1"),
                                  ("libffmpeg-nvenc-dev", "nv-codec-headers", "11-1"),
                                  ("libz-mingw-w64-dev", "libz-mingw-w64", "1.2-1"),
                                  ("qt6-translations-l10n", "qt6-translations", "6.0-1"), ("runtime", "gcc-mingw-w64 (25)", "12-1"),
                                  ("libz-mingw-w64", "libz-mingw-w64", "1.2-1")))
FILES_OF_HOST = {"libboost9-dev": "/usr/include/boost/version.hpp", "nlohmann-json3-dev": "/usr/include/nlohmann/json.hpp",
                 "libexpected-dev": "/usr/include/tl/expected.hpp", "libcli11-dev": "/usr/include/CLI/CLI.hpp",
                 "libffmpeg-nvenc-dev": "/usr/include/ffnvcodec/nvEncodeAPI.h",
                 "libz-mingw-w64-dev": "/usr/x86_64-w64-mingw32/include/zlib.h",
                 "libz-mingw-w64": "/usr/x86_64-w64-mingw32/lib/zlib1.dll",
                 "qt6-translations-l10n": "/usr/share/qt6/translations/qtbase_de.qm",
                 "runtime": "/usr/lib/gcc/x86_64-w64-mingw32/12-posix/libstdc++-6.dll"}
SOURCES = ("zimg", "x264", "x265", "ffmpeg", "yaml-cpp", "hiredis", "librabbitmq", "curl", "qt6-base", "sqlite3", "googletest")


class Windows(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        self.prefix = self.root / "prefix"
        Sbom.write(self.root / "host/var/lib/dpkg/status", STATUS_OF_HOST)
        Sbom.write(self.root / "host/var/lib/dpkg/info/format", "1\n")
        for package, file in FILES_OF_HOST.items():
            Sbom.write(self.root / f"host/var/lib/dpkg/info/{package}.list", f"/.\n{file}\n")
            Sbom.write(self.root / f"host{file}", package)
        self.configured("--enable-libx264 --enable-libx265 --enable-nvenc")
        Sbom.write(self.prefix / "lib/cmake/Qt6Keychain/Qt6KeychainConfigVersion.cmake", 'set(PACKAGE_VERSION "0.15.0")\n')
        self.versions(*(f"{name} 1.0-1" for name in SOURCES))

    def configured(self, options):
        Sbom.write(self.prefix / "bin/avcodec-59.dll", options)

    def versions(self, *lines):
        Sbom.write(self.prefix / ".steps/versions", "".join(f"{line}\n" for line in lines))

    def found(self, *names):
        archive = self.root / "framehand.zip"
        with zipfile.ZipFile(archive, "w") as file:
            for name in ("framehandd.exe", "avcodec-59.dll", "libstdc++-6.dll", "zlib1.dll", "translations/qtbase_de.qm", *names):
                file.writestr(f"framehand/{name}", "")
        folders = [self.root / "host/usr/lib/gcc/x86_64-w64-mingw32/12-posix", self.root / "host/usr/x86_64-w64-mingw32/lib"]
        return sbom.of_windows(archive, self.prefix, sbom.Debian(self.root / "host"), folders)

    def parts(self, *names):
        """NAME: (HOW, VERSION)"""
        found = self.found(*names)
        return {component["name"]: (how, component["version"]) for how in found for component in found[how].values()}

    def test_names_what_was_really_built_but_not_what_tests_use(self):
        self.versions("curl 1.0-9", *(f"{name} 1.0-1" for name in SOURCES), "curl 7:1.0-10")
        parts = self.parts()
        self.assertEqual(parts["curl"], ("shipped", "7:1.0-10"), "the last one is what was built last")
        self.assertEqual(parts["x264"], ("built-with", "1.0-1"))
        self.assertEqual(parts["x265"], ("built-with", "1.0-1"))
        self.assertEqual(parts["qtkeychain"], ("shipped", "0.15.0"))
        self.assertNotIn("googletest", parts)

    def test_names_what_was_taken_from_the_machine_that_built(self):
        parts = self.parts()
        self.assertEqual(parts["libboost9-dev"], ("built-with", "9.9-1"))
        self.assertEqual(parts["libz-mingw-w64-dev"], ("built-with", "1.2-1"))
        self.assertEqual(parts["libz-mingw-w64"], ("shipped", "1.2-1"))
        self.assertEqual(parts["runtime"], ("shipped", "12-1"))
        self.assertEqual(parts["qt6-translations-l10n"], ("shipped", "6.0-1"))
        self.assertEqual(len(parts), len(SOURCES) - 1 + len(["qtkeychain"]) + len(FILES_OF_HOST))

    def test_prefers_what_the_libraries_came_with_to_what_this_machine_has(self):
        line = f"{FILES_OF_HOST['libboost9-dev']} libboost8-dev 8.8-1+b1 amd64 boost8 8.8-1\n"
        Sbom.write(self.prefix / ".steps/host/10-headers", line)
        # Nothing is taken in this step.
        Sbom.write(self.prefix / ".steps/host/20-zimg", line.replace("8", "7"))
        boost, = [component for component in self.found()["built-with"].values() if component["name"].startswith("libboost")]
        self.assertTrue(boost["purl"].startswith("pkg:deb/debian/libboost8-dev@8.8-1%2Bb1?arch=amd64&distro=debian-"))
        self.assertIn({"name": "framehand:debian-source", "value": "boost8 8.8-1"}, boost["properties"])

    def test_leaves_out_what_ffmpeg_was_built_without(self):
        self.configured("--enable-libx264")
        self.assertFalse({"x265", "libffmpeg-nvenc-dev", "AMF headers"} & self.parts().keys())

    def test_names_amds_headers_with_their_own_version(self):
        self.configured("--enable-amf")
        Sbom.write(self.prefix / "include/AMF/core/Version.h",
                   "#define AMF_VERSION_MAJOR       1\n#define AMF_VERSION_MINOR 4\n#define AMF_VERSION_RELEASE     24\n")
        self.assertEqual(self.parts()["AMF headers"], ("built-with", "1.4.24"))

    def test_libraries_that_do_not_say_what_they_are_built_of_are_refused(self):
        self.versions()
        with self.assertRaisesRegex(SystemExit, r"tools/sbom: .*versions names no zimg"):
            self.parts()
        (self.prefix / ".steps/versions").unlink()
        with self.assertRaisesRegex(SystemExit, r"tools/sbom: .*versions is missing"):
            self.parts()

    def test_a_library_that_nobody_has_thought_of_is_refused(self):
        self.versions(*(f"{name} 1.0-1" for name in SOURCES), "tune 1.0-1")
        with self.assertRaisesRegex(SystemExit, r"tools/sbom: .*tune.*licences\.py"):
            self.parts()

    def test_a_library_from_nowhere_is_named(self):
        with self.assertRaisesRegex(SystemExit, r"tools/sbom: stray.dll is no package's"):
            self.parts("stray.dll")

    def test_a_package_that_this_machine_lacks_is_named(self):
        (self.root / "host/var/lib/dpkg/info/libcli11-dev.list").unlink()
        with self.assertRaisesRegex(SystemExit, r"tools/sbom: /usr/include/CLI/CLI.hpp is no package's"):
            self.parts()


if __name__ == "__main__":
    unittest.main()
