#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What installer/windows/make-msi does by itself, with small programs that are compiled here. Needs mingw-w64."""

import os
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.dont_write_bytecode = True
HOUSE = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(HOUSE / "installer" / "windows"))

# pylint: disable=wrong-import-position
from package import files, licences, pe, signing, staging, tables, wizard  # noqa: E402
from package.failure import Failure  # noqa: E402

COMPILER = f"{pe.TARGET}-gcc-posix"
RESOURCE = """1 VERSIONINFO
FILEVERSION 6,4,2,7
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040704b0"
    BEGIN
      VALUE "ProductName", "Part"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x0407, 1200
  END
END
"""


def compile_c(text, target, *options):
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([COMPILER, "-x", "c", "-", "-x", "none", "-o", target, *options], input=text.encode(), check=True)


class InAFolder(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="framehand-make-msi-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, text=""):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


@unittest.skipUnless(shutil.which(COMPILER), "needs mingw-w64")
class Libraries(InAFolder):
    def setUp(self):
        super().setUp()
        self.stage = self.folder / "stage"
        self.prefix = self.folder / "prefix"
        self.sources = staging.Sources(HOUSE, self.folder / "build", self.prefix, self.folder / "work")
        compile_c("int depth(void) { return 1; }", self.prefix / "bin" / "deepest.dll", "-shared")
        compile_c("int depth(void); int part(void) { return depth(); }", self.prefix / "bin" / "Part.dll", "-shared",
                  self.prefix / "bin" / "deepest.dll")
        compile_c("int part(void); int main(void) { return part(); }", self.stage / "framehand.exe",
                  self.prefix / "bin" / "Part.dll")

    def test_libraries_come_with_what_they_are_linked_with(self):
        staging.add_libraries(self.stage, self.sources)
        self.assertEqual([path.name for path in staging.files_of(self.stage)], ["deepest.dll", "framehand.exe", "Part.dll"])

    def test_libraries_of_windows_do_not_come_along(self):
        staging.add_libraries(self.stage, self.sources)
        self.assertIn("KERNEL32.dll", pe.imports(self.stage / "framehand.exe"))
        self.assertFalse((self.stage / "KERNEL32.dll").exists())

    def test_a_missing_library_is_named_with_who_needs_it(self):
        (self.prefix / "bin" / "deepest.dll").unlink()
        with self.assertRaisesRegex(Failure, r"Part\.dll needs deepest\.dll, which is neither in"):
            staging.add_libraries(self.stage, self.sources)

    def test_a_missing_program_is_named(self):
        with self.assertRaisesRegex(Failure, r"framehand\.exe is missing"):
            staging.add_programs(self.stage, self.sources)

    def test_a_stripped_program_has_no_time_of_its_own(self):
        program = self.stage / "framehand.exe"
        staging.strip([program], 1_700_000_000)
        data = program.read_bytes()
        (head,) = struct.unpack_from("<I", data, 0x3C)
        self.assertEqual(struct.unpack_from("<I", data, head + 8)[0], 1_700_000_000)

    def test_the_version_and_language_of_a_library_are_those_of_its_resource(self):
        self.file("part.rc", RESOURCE)
        subprocess.run([f"{pe.TARGET}-windres", self.folder / "part.rc", self.folder / "part.o"], check=True)
        compile_c("int part(void) { return 1; }", self.folder / "with.dll", "-shared", self.folder / "part.o")
        self.assertEqual(pe.version_and_language(self.folder / "with.dll"), ("6.4.2.7", "1031"))
        self.assertIsNone(pe.version_and_language(self.prefix / "bin" / "Part.dll"))


class Names(InAFolder):
    def test_short_names_differ_within_a_folder(self):
        names = files.ShortNames()
        self.assertEqual([names.of(name) for name in ("Qt6Core.dll", "framehand.exe", "framehandd.exe", "zlib1.dll", "zlib1 x.dll")],
                         ["Qt6Core.dll", "FRAMEH~1.EXE|framehand.exe", "FRAMEH~2.EXE|framehandd.exe", "zlib1.dll",
                          "ZLIB1X~1.DLL|zlib1 x.dll"])

    def test_a_component_keeps_its_name_when_other_files_come_and_go(self):
        self.file("stage/b.txt")
        before, _ = files.source(self.folder / "stage", "stage")
        self.file("stage/a.txt")
        after, _ = files.source(self.folder / "stage", "stage")
        (line,) = [text for text in before.split("\n") if "stage/b.txt" in text]
        self.assertIn(line.strip(), after)

    def test_folders_within_folders_are_listed(self):
        self.file("stage/plugins/platforms/qwindows.txt")
        listed, _ = files.source(self.folder / "stage", "stage")
        self.assertRegex(listed, r'(?s)<Directory Id="d.plugins" .*<Directory Id="d.plugins_platforms" .*qwindows.txt')

    def test_two_files_that_the_package_could_not_tell_apart_are_refused(self):
        self.file("stage/a-b.txt")
        self.file("stage/a_b.txt")
        with self.assertRaisesRegex(Failure, "twice"):
            files.source(self.folder / "stage", "stage")

    def test_texts_that_a_statement_cannot_hold_are_refused(self):
        with self.assertRaisesRegex(Failure, "quotation mark"):
            tables.sql("the gamer's PC")


class Licences(InAFolder):
    def test_a_source_without_its_licence_is_named(self):
        sources = staging.Sources(HOUSE, self.folder, self.folder / "prefix", self.folder / "work")
        with self.assertRaisesRegex(Failure, "the licence of x264 is not found"):
            licences.of_source(sources, "x264")

    def test_the_licence_that_was_saved_with_the_libraries_is_enough(self):
        saved = self.file("prefix/share/licences/x264", "GPL-2+")
        sources = staging.Sources(HOUSE, self.folder, self.folder / "prefix", self.folder / "work")
        self.assertEqual(licences.of_source(sources, "x264"), saved)

    def prefix(self, *left_out, configured):
        """Libraries with the licences of all but what was left out, as FFmpeg's say that they were configured."""
        for name in set(licences.BUILT) - set(left_out):
            self.file(f"prefix/share/licences/{name}", name)
        self.file("prefix/bin/avcodec-59.dll", f"MZ --enable-gpl {configured} --enable-libx264")
        self.file("stage/framehand.exe")
        return staging.Sources(HOUSE, self.folder, self.folder / "prefix", self.folder / "work")

    def named_in(self, sources):
        with mock.patch.object(licences, "OF_THE_HOST", ()):
            licences.add(self.folder / "stage", sources)
        return {path.stem for path in (self.folder / "stage" / "licences").iterdir()}

    def test_what_was_left_out_of_ffmpeg_has_no_licence(self):
        sources = self.prefix("x265", configured="--disable-debug")
        # The step is done then, too, and leftovers of another build may lie about.
        self.file("prefix/.steps/24-x265", "0123")
        self.file("prefix/lib/libx265.a")
        self.file("prefix/include/ffnvcodec/nvEncodeAPI.h")
        self.file("prefix/include/AMF/core/Factory.h")
        self.assertEqual(self.named_in(sources), set(licences.BUILT) - {"x265"})

    def test_what_ffmpeg_was_built_with_has_its_licence(self):
        sources = self.prefix(configured="--enable-libx265 --enable-amf")
        self.file("prefix/include/AMF/core/Factory.h", "of AMD")
        self.assertEqual(self.named_in(sources), {*licences.BUILT, "AMF headers"})

    def test_a_library_whose_step_is_not_done_is_missed(self):
        sources = self.prefix("curl", configured="--enable-libx265")
        with self.assertRaisesRegex(Failure, "the licence of curl is not found"):
            self.named_in(sources)

    def test_without_ffmpeg_nobody_knows_what_is_in_it(self):
        with self.assertRaisesRegex(Failure, r"there is no avcodec-\*\.dll"):
            licences.built(self.folder / "prefix")

    @unittest.skipUnless(licences.COMMON.is_dir(), "needs a Debian system")
    def test_texts_that_a_licence_refers_to_come_along(self):
        self.file("licences/x264.txt", "see '/usr/share/common-licenses/GPL-2'. And /usr/share/common-licenses/LGPL-2.1.\n")
        licences.add_common(self.folder / "licences")
        self.assertTrue((self.folder / "licences" / "GPL-2.full-text.txt").is_file())
        self.assertTrue((self.folder / "licences" / "LGPL-2.1.full-text.txt").is_file())


# In the place of apt, which knows two versions of "tune". Files of the folder's name say what is the matter with it.
APT_GET = """#!/bin/sh
for last; do :; done
echo "$1 $last" >>'{0}/asked'
case "$1" in
    indextargets) echo 'deb-src http://mirror.example.org/debian bookworm main' ;;
    update)
        echo 'Get:1 http://mirror.example.org/debian bookworm InRelease [151 kB]'
        [ ! -e '{0}/down' ] ;;
    source)
        url=http://mirror.example.org/$last.dsc
        if [ -e "{0}/lost $last" ]; then echo "E: Failed to fetch $url  404  Not Found [IP: 192.0.2.1 80]" >&2; exit 100; fi
        if [ -e "{0}/slow $last" ]; then
            echo "E: Failed to fetch $url  Connection timed out [IP: 192.0.2.1 80]" >&2
            rm "{0}/slow $last"; exit 100
        fi
        [ ! -e "{0}/down" ] || {{ echo "E: Failed to fetch $url  Could not connect to mirror.example.org:80" >&2; exit 100; }} ;;
esac
"""
APT_CACHE = "#!/bin/sh\nprintf 'Package: tune\\nVersion: 1:1.0-9\\n\\nPackage: tune\\nVersion: 1:1.0-10\\n'\n"
DPKG_SOURCE = """#!/bin/sh
for last; do :; done
mkdir -p "$last/debian"
echo "licence" >"$last/debian/copyright"
"""


class BuildDeps(InAFolder):
    def setUp(self):
        super().setUp()
        own = HOUSE / "installer" / "windows"
        for name in ("build-deps", "deps.sh", "mingw.cmake"):
            shutil.copy(own / name, self.file(f"house/installer/windows/{name}"))
        self.file("house/installer/windows/packages.txt")
        self.recipe = self.file("house/installer/windows/deps/20-tune", "step() { debian_source tune; }\n")
        self.file("house/installer/windows/deps/24-x265", "step() { leaves_out x265 && return; false; }\n")
        for name, text in (("apt-get", APT_GET.format(self.folder)), ("apt-cache", APT_CACHE), ("dpkg-source", DPKG_SOURCE)):
            self.file(f"bin/{name}", text).chmod(0o755)
        self.steps = self.folder / "prefix" / ".steps"

    def build(self, *options, ends=0):
        """What it says on the terminal."""
        run = subprocess.run([self.folder / "house/installer/windows/build-deps", "--prefix", self.folder / "prefix", "--work",
                              self.folder / "work", "--without", "x265", *options], capture_output=True, text=True, check=False,
                             env={**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}"})
        self.assertEqual(run.returncode, ends, run.stdout + run.stderr)
        return run.stdout + run.stderr

    def asked(self, what):
        return [line for line in (self.folder / "asked").read_text(encoding="utf-8").splitlines() if line.startswith(what)]

    def versions(self):
        return (self.steps / "versions").read_text(encoding="utf-8").splitlines()

    def test_the_newest_version_is_taken_and_what_apt_says_of_its_lists_is_none(self):
        said = self.build()
        self.assertEqual(self.asked("source"), ["source tune=1:1.0-10"])
        self.assertEqual(self.versions(), ["tune 1:1.0-10"])
        self.assertNotIn("older", said)
        self.assertNotIn("mirror.example.org", said)

    def test_a_version_that_the_mirror_has_lost_is_named_and_so_is_the_older_one_at_the_end(self):
        self.file("lost tune=1:1.0-10")
        said = self.build().splitlines()
        self.assertIn("    the mirror has no whole tune 1:1.0-10: the one before it is tried", said)
        self.assertIn("==> tune 1:1.0-9 is older than the newest one, 1:1.0-10", said)
        self.assertEqual(self.versions(), ["tune 1:1.0-9"])
        self.assertIn("==> tune 1:1.0-9 is older than the newest one, 1:1.0-10", self.build().splitlines(), "it still is")

    def test_a_mirror_that_does_not_answer_is_asked_once_more(self):
        self.file("slow tune=1:1.0-10")
        self.assertNotIn("older", self.build())
        self.assertEqual(self.asked("source"), ["source tune=1:1.0-10"] * 2)
        self.assertEqual(self.versions(), ["tune 1:1.0-10"])

    def test_a_mirror_that_never_answers_is_no_reason_for_an_older_version(self):
        self.build()
        self.recipe.write_text(f"{self.recipe.read_text(encoding='utf-8')}# changed\n", encoding="utf-8")
        self.file("down")
        said = self.build(ends=1)
        self.assertIn("the mirrors' lists could not be brought", said)
        self.assertIn("tune 1:1.0-10 could not be brought", said)
        self.assertNotIn("tune=1:1.0-9", "".join(self.asked("source")))

    def test_without_lists_of_a_former_run_a_mirror_must_answer(self):
        self.file("down")
        self.assertIn("the mirrors' lists could not be brought", self.build(ends=1))
        self.assertEqual(self.asked("source"), [])

    def test_lists_are_brought_in_each_run_that_builds(self):
        self.build()
        self.build()
        self.assertEqual(len(self.asked("update")), 1, "there was nothing to build")
        (self.steps / "20-tune").unlink()
        self.build()
        self.assertEqual(len(self.asked("update")), 2)

    def test_a_step_that_fails_says_what_it_said(self):
        self.recipe.write_text("step() { echo before; false; echo behind; }\n", encoding="utf-8")
        said = self.build(ends=1)
        self.assertIn("before", said)
        self.assertNotIn("behind", said)
        self.assertIn("20-tune failed", said)

    @unittest.skipUnless(shutil.which("dpkg-query"), "needs a Debian system")
    def test_the_packages_of_this_machine_are_kept_with_each_step(self):
        self.build()
        for line in (self.steps / "host" / "20-tune").read_text(encoding="utf-8").splitlines():
            self.assertRegex(line, r"^/usr/\S+ [a-z0-9.+-]+ \S+ (all|amd64|arm64) \S+ \S+$")


class Signing(InAFolder):
    def test_without_a_certificate_nothing_is_signed(self):
        self.assertIsNone(signing.signer({}))

    def test_a_command_of_ones_own_signs_the_file_in_its_place(self):
        program = self.file("framehand.exe", "program")
        signing.signer({signing.COMMAND: "sed -i 's/$/ with a signature/'"})(program)
        self.assertEqual(program.read_text(encoding="utf-8"), "program with a signature")

    def test_a_command_that_fails_is_a_failure(self):
        with self.assertRaisesRegex(Failure, "false ended with 1"):
            signing.signer({signing.COMMAND: "false"})(self.file("framehand.exe"))

    def test_the_password_is_read_from_its_file_and_stands_in_no_argument(self):
        tool = self.file("bin/osslsigncode", f'#!/bin/sh\necho "$@" > {self.folder}/arguments\n'
                         'while [ "$1" != -out ]; do shift; done\necho signed > "$2"\n')
        tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
        program = self.file("framehand.exe", "program")
        certificate, password = self.file("a.p12"), self.file("password", "open sesame")
        sign = signing.signer({signing.CERTIFICATE: str(certificate), signing.PASSWORD_FILE: str(password)})
        path = os.environ["PATH"]
        self.addCleanup(os.environ.__setitem__, "PATH", path)
        os.environ["PATH"] = f"{tool.parent}:{path}"
        sign(program)
        self.assertEqual(program.read_text(encoding="utf-8"), "signed\n")
        arguments = (self.folder / "arguments").read_text(encoding="utf-8")
        self.assertIn(f"-readpass {password}", arguments)
        self.assertNotIn("open sesame", arguments)

    def test_a_certificate_that_is_not_there_is_named(self):
        with self.assertRaisesRegex(Failure, "names no file: /nowhere.p12"):
            signing.signer({signing.CERTIFICATE: "/nowhere.p12"})


class Wizard(unittest.TestCase):
    def test_every_button_leads_somewhere_and_every_dialog_that_is_opened_exists(self):
        made = wizard.dialogs("licence")
        names = {dialog.name for dialog in made}
        for dialog in made:
            controls = {control.name for control in dialog.controls}
            self.assertLessEqual({dialog.default, dialog.cancel}, controls, dialog.name)
            for control in dialog.controls:
                if control.kind == "PushButton":
                    self.assertTrue(control.events, f"{dialog.name}.{control.name}")
                for event, argument, _ in control.events:
                    if event == "SpawnDialog":
                        self.assertIn(argument, names)

    def test_controls_lie_within_their_dialog(self):
        for dialog in wizard.dialogs("licence"):
            for control in dialog.controls:
                left, top, width, height = control.box
                self.assertLessEqual(left + width, dialog.size[0], f"{dialog.name}.{control.name}")
                self.assertLessEqual(top + height, dialog.size[1], f"{dialog.name}.{control.name}")

    def test_keys_that_reach_a_control_are_not_given_twice(self):
        for dialog in wizard.dialogs("licence"):
            keys = [control.text.split("&")[1][0].lower() for control in dialog.controls
                    if control.kind in ("PushButton", "CheckBox") and "&" in control.text]
            self.assertEqual(len(keys), len(set(keys)), dialog.name)

    def test_the_licence_is_rich_text_without_a_line_break_of_the_table(self):
        text = wizard.rich_text("a {b}\nc\\d \u00e9")
        self.assertTrue(text.endswith("a \\{b\\}\\par c\\\\d \\u233?}"))


if __name__ == "__main__":
    unittest.main()
