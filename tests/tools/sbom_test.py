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

    def test_takes_the_newest_source_of_a_library_for_windows(self):
        for age, version in ((20, "1.0-2"), (10, "1.0-1")):
            file = self.root / f"tune_{version}.dsc"
            self.write(file, f"Format: 3.0\nSource: tune\nVersion: {version}\n")
            os.utime(file, (1_000_000 + age, 1_000_000 + age))
        self.assertEqual([component["version"] for component in sbom.windows_sources(self.root)], ["1.0-2"])

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


if __name__ == "__main__":
    unittest.main()
