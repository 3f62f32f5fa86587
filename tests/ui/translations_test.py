# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the desktop app is there in every language, with all that it must have.

    translations_test.py LUPDATE SOURCE_FOLDER
"""
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

# How many forms a number has, by https://doc.qt.io/qt-6/i18n-plural-rules.html; English has its plurals only.
FORMS = {"en": 2, "de": 2, "es": 2, "fr": 2, "it": 2, "ja": 1, "tr": 1, "zh_CN": 1}
LUPDATE, SOURCE = sys.argv[1], Path(sys.argv[2])
FOLDER = SOURCE / "ui/translations"


def messages(path):
    """(context, source, comment, element) of each text."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            comment = message.find("comment")
            yield (context.findtext("name"), message.findtext("source"), comment.text if comment is not None else "", message)


def forms(message):
    translation = message.find("translation")
    plurals = [form.text or "" for form in translation.iter("numerusform")]
    return plurals or [translation.text or ""]


def place_holders(text):
    return sorted(set(re.findall(r"%L?[1-9]|%n", text)))


def keys(text):
    """Letters that are marked as keys."""
    return len(re.findall(r"&[^& ]", text.replace("&&", "")))


class Translations(unittest.TestCase):
    def test_each_language_is_there(self):
        self.assertEqual({path.stem.removeprefix("framehand_") for path in FOLDER.glob("framehand_*.ts")}, set(FORMS))

    def test_each_text_is_translated_and_whole(self):
        for code, count in FORMS.items():
            for context, source, _, message in messages(FOLDER / f"framehand_{code}.ts"):
                with self.subTest(language=code, context=context, text=source):
                    self.assertNotIn("type", message.find("translation").attrib, "unfinished, or no longer there")
                    found = forms(message)
                    self.assertEqual(len(found), count if message.get("numerus") else 1)
                    for text in found:
                        self.assertTrue(text.strip(), "empty")
                        # One, two, ... may be said without its number.
                        holders = [h for h in place_holders(source) if h != "%n" or count == 1 or text == found[-1]]
                        self.assertEqual([h for h in place_holders(text) if h in holders or h != "%n"], holders)
                        self.assertEqual(keys(text), keys(source), f"keys in {text!r}")
                        self.assertFalse(text.endswith(" ") and not source.endswith(" "), "a blank at the end")

    def test_no_text_of_the_sources_is_missing(self):
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / "framehand_de.ts"
            subprocess.run([LUPDATE, "-silent", "-locations", "none", "-I", SOURCE, SOURCE / "ui", SOURCE / "app/framehand",
                            "-ts", fresh], check=True, capture_output=True)
            wanted = {entry[:3] for entry in messages(fresh)}
        self.assertGreater(len(wanted), 50)
        for code in FORMS:
            there = {entry[:3] for entry in messages(FOLDER / f"framehand_{code}.ts")}
            needed = wanted if code != "en" else {entry for entry in wanted if "%n" in entry[1]}
            self.assertEqual((needed - there, there - needed), (set(), set()),
                             f"{code}: build the target translations_update, then translate what is new")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
