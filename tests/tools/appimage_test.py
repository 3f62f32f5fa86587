#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what packaging/appimage puts into the AppImage: AppRun, and the licences of a small root folder with dpkg's database."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

APPIMAGE = Path(__file__).resolve().parents[2] / "packaging" / "appimage"
sys.path.insert(0, str(APPIMAGE))
import licences  # noqa: E402 - it lies there

STATUS = """Package: libtune2
Status: install ok installed
Architecture: arm64
Multi-Arch: same
Source: tune (1:2.3-4)
Version: 1:2.3-4+b1
Built-Using: drum (= 7-1+deb12u1)
Maintainer: Nobody <nobody@example.org>
Description: tunes

Package: tune-words
Status: install ok installed
Architecture: all
Version: 5
Maintainer: Nobody <nobody@example.org>
Description: words

"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="a folder ")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()


class AppRun(InFolder):
    def image(self, name):
        """A root folder of an AppImage whose programs say which they are and what they are given."""
        image = self.folder / name
        for program in ("framehand", "framehandd", "framehandctl"):
            file = image / "usr/bin" / program
            write(file, f'#!/bin/sh\necho "{name} {program} [$*] ${{APPDIR-none}} ${{APPIMAGE-none}} ${{ARGV0-none}}"\n')
            file.chmod(0o755)
        shutil.copy(APPIMAGE / "AppRun", image / "AppRun")
        return image

    @staticmethod
    def said(*command, **variables):
        environment = {"PATH": os.environ["PATH"], **{name: str(value) for name, value in variables.items()}}
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()

    def test_starts_what_the_runtime_says(self):
        mine = self.image("mine")
        self.assertEqual(self.said(mine / "AppRun", "status", APPDIR=mine, APPIMAGE="/F.AppImage", ARGV0="./framehandctl"),
                         f"mine framehandctl [status] {mine} /F.AppImage none")
        self.assertEqual(self.said(mine / "AppRun", "framehandd", "all", APPDIR=mine, APPIMAGE="/F.AppImage", ARGV0="F.AppImage"),
                         f"mine framehandd [all] {mine} /F.AppImage none")

    def test_is_the_same_image_through_a_link(self):
        mine = self.image("mine")
        link = self.folder / "link"
        link.symlink_to(mine)
        self.assertEqual(self.said(mine / "AppRun", APPDIR=link, APPIMAGE="/F.AppImage"),
                         f"mine framehand [] {link} /F.AppImage none")

    def test_needs_no_variables(self):
        mine = self.image("mine")
        (self.folder / "link").symlink_to(mine / "AppRun")
        self.assertEqual(self.said(self.folder / "link", "framehandctl", "a b"), "mine framehandctl [a b] none none none")

    def test_takes_nothing_of_another_image(self):
        mine, other = self.image("mine"), self.image("other")
        for folder in (other, self.folder / "gone"):
            self.assertEqual(self.said(mine / "AppRun", "framehandctl", APPDIR=folder, APPIMAGE="/O.AppImage", ARGV0="framehandd"),
                             "mine framehandctl [] none none none")


class Licences(InFolder):
    def setUp(self):
        super().setUp()
        self.root, self.appdir = self.folder / "root", self.folder / "AppDir"
        self.library = self.root / "usr/lib/aarch64-linux-gnu/libtune.so.2"
        self.words = self.root / "usr/share/qt6/translations/tune_de.qm"
        write(self.library, "library")
        write(self.words, "words")
        write(self.root / "var/lib/dpkg/status", STATUS)
        write(self.root / "var/lib/dpkg/info/format", "1\n")
        write(self.root / "var/lib/dpkg/info/libtune2:arm64.list", f"{self.root}/.\n{self.library}\n")
        write(self.root / "var/lib/dpkg/info/tune-words.list", f"{self.root}/.\n{self.words}\n")
        write(self.root / "usr/share/doc/libtune2/copyright", "see /usr/share/common-licenses/GPL-2.\n")
        write(self.root / "usr/share/common-licenses/GPL-2", "the text")
        self.debian = licences.sbom.Debian(self.root)
        self.target = licences.sbom.Target.__new__(licences.sbom.Target)
        self.target.sysroot = self.target.machine = self.debian
        self.documents = self.appdir / "usr/share/doc/libraries"

    def test_takes_those_of_the_packages_that_files_are_from(self):
        write(self.root / "usr/share/doc/tune-words/copyright", "free\n")
        licences.ask_about(self.target, [str(self.library), str(self.words)])
        licences.take_licences(self.debian, self.documents)
        self.assertEqual({path.name: path.read_text() for path in self.documents.iterdir()},
                         {"libtune2": "see /usr/share/common-licenses/GPL-2.\n", "tune-words": "free\n"})

    def test_ends_where_a_licence_is_missing(self):
        stray = self.library.with_name("libstray.so.1")
        write(stray, "nobody's")
        with self.assertRaisesRegex(SystemExit, "libstray.so.1 is not found"):
            licences.ask_about(self.target, [str(stray)])
        licences.ask_about(self.target, [str(self.words)])
        with self.assertRaisesRegex(SystemExit, "licence of tune-words is not found"):
            licences.take_licences(self.debian, self.documents)

    def test_says_where_the_sources_are(self):
        licences.ask_about(self.target, [str(self.library), str(self.words)])
        licences.write_sources(licences.sources_of(self.debian), self.folder / "SOURCES")
        self.assertEqual((self.folder / "SOURCES").read_text(encoding="utf-8").split("\n\n", 1)[1].splitlines(), [
            "drum 7-1+deb12u1 https://snapshot.debian.org/package/drum/7-1%2Bdeb12u1/",
            "tune 1:2.3-4 https://snapshot.debian.org/package/tune/1%3A2.3-4/",
            "tune-words 5 https://snapshot.debian.org/package/tune-words/5/"])

    def test_adds_the_texts_that_are_referred_to(self):
        write(self.documents / "one", "/usr/share/common-licenses/GPL-2.0, and /usr/share/common-licenses/GPL-2.\n")
        licences.add_common(self.root, self.appdir)
        texts = self.appdir / "usr/share/common-licenses"
        self.assertEqual({path.name: path.read_text() for path in texts.iterdir()}, {"GPL-2": "the text", "GPL-2.0": "the text"})

    def test_ends_where_a_text_is_missing(self):
        write(self.documents / "one", "in /usr/share/common-licenses/Tune-1.0'\n")
        with self.assertRaisesRegex(SystemExit, "licence Tune-1.0 is missing"):
            licences.add_common(self.root, self.appdir)


if __name__ == "__main__":
    unittest.main()
