#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the rules of the house (ARCHITECTURE.md) that the compiler cannot see.

Usage: check_house.py [ROOT]. Prints one "file:line: sentence" for each breach and exits with 1 if there is any.
"""

import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOUSE = ("app", "cmake", "core", "platform", "tests", "tools", "ui")

# A folder of core may include those of the rows above its own, and itself.
CORE_ROWS = (
    ("base",),
    ("ports", "settings", "jobs", "sql"),
    ("amqp", "loki", "ranges", "redis", "s3"),
    ("media", "pipeline", "storage", "sources", "policy", "doctor"),
    ("worker", "orchestrator"),
    ("api",),
)
CORE_FOLDERS = tuple(folder for row in CORE_ROWS for folder in row)
# Video is parsed in a process of its own: a broken one may crash nothing else.
MEDIA_USERS = ("core/media", "app/framehand_transcoder")
# What others send as a pipeline runs there alone.
PIPELINE_USERS = ("core/pipeline", "app/framehand_transcoder")
GSTREAMER_USERS = ("core/pipeline", "tests/pipeline")
LIBAV_USERS = ("core/media", "tests/media", "tests/benchmarks", "tests/fuzz")
WITHOUT_SCREEN = ("core", "platform", "app/framehandd", "app/framehandctl", "app/framehand_transcoder")

# Folders that other programs fill.
FOREIGN = {"__pycache__", "node_modules"}

MAX_HEADER_LINES = 200
MAX_SOURCE_LINES = 500
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
LIBAV = re.compile(r"^lib(av|sw|postproc)")
GSTREAMER = re.compile(r"^(gst|glib|glib-object|gio|gobject)(/|\.h$)")
OS_HEADER = re.compile(
    r"^((unistd|fcntl|poll|pwd|grp|dirent|sched|dlfcn|termios|windows|winsock2)\.h|(sys|linux|netinet|arpa|mach)/.*)$")
OS_SYMBOL = re.compile(r"\bQ_OS_\w+|\b_WIN(32|64)\b|\b__(linux|unix|APPLE)__\b")
SLEEP = re.compile(r"\bthis_thread\s*::\s*sleep_\w+|\bQThread\s*::\s*[mu]?sleep\b|\bqWait\s*\(|\b(nano|u)sleep\s*\(")
# Spelled in pieces, so that this file does not break its own rule.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
NAMESPACE = re.compile(r"^\s*(?:inline\s+)?namespace\s+framehand::(\w+)", re.MULTILINE)
LONG_BECAUSE = re.compile(r"^\s*(//|\*).*\bLong because:\s*\S", re.MULTILINE)

RAW_STRING = r'R"(?P<mark>[^()\s"\\]*)\((?:.|\n)*?\)(?P=mark)"'
STRING = r'"(?:\\.|[^"\\\n])*"'
CHARACTER = r"'(?:\\[^\n']{1,10}|\\'|[^'\\\n])'"
COMMENT = r"//[^\n]*|/\*(?:.|\n)*?\*/"
TOKEN = re.compile(rf"(?P<comment>{COMMENT})|(?P<text>{RAW_STRING}|{STRING}|{CHARACTER})")


@dataclass(frozen=True)
class Breach:
    path: str
    line: int
    sentence: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.sentence}"


class SourceFile:
    """One file of the house. `path` is relative to the root with '/'."""

    def __init__(self, root, path):
        self.path = path
        self.text = (root / path).read_text(encoding="utf-8", errors="replace")
        self.is_header = path.endswith(".h")
        self.is_cpp = self.is_header or path.endswith(".cpp")
        # Same length as the text, so that offsets are the same.
        self.without_comments = self._blanked(("comment",)) if self.is_cpp else self.text
        self.code = self._blanked(("comment", "text")) if self.is_cpp else self.text

    def is_in(self, *folders):
        return any(self.path.startswith(folder + "/") for folder in folders)

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def breach(self, offset, sentence):
        return Breach(self.path, self.line_of(offset), sentence)

    def includes(self):
        """(offset, '<' or '"', name) of each include."""
        for match in INCLUDE.finditer(self.without_comments):
            yield match.start(1), match.group(1), match.group(2)

    def _blanked(self, kinds):
        def blank(match):
            kind = "text" if match.group("comment") is None else "comment"
            return re.sub(r"[^\n]", " ", match.group()) if kind in kinds else match.group()

        return TOKEN.sub(blank, self.text)


def layer_of(path):
    """"core/base", "platform", "ui" or "app"; "" for what is in no layer."""
    parts = path.split("/")
    if parts[0] == "core" and len(parts) > 2:
        return "core/" + parts[1]
    return parts[0] if parts[0] in ("app", "platform", "ui") else ""


def row_of(layer):
    folder = layer.removeprefix("core/")
    for number, row in enumerate(CORE_ROWS):
        if folder in row:
            return number
    return None


def may_include(layer, target):
    if layer == target or layer == "app":
        return True
    if layer == "platform":
        return target in ("core/base", "core/ports")
    if layer == "ui":
        return target in ("core/api", "core/base", "core/ports", "core/settings")
    if not target.startswith("core/"):
        return False
    row, target_row = row_of(layer), row_of(target)
    return row is not None and target_row is not None and target_row < row


def check_dependencies(file):
    layer = layer_of(file.path)
    for offset, quote, name in file.includes():
        if quote != '"' or not layer:
            continue
        if name.startswith("tests/"):
            yield file.breach(offset, f'{layer} may not include "{name}": tests are not part of the programs')
            continue
        target = layer_of(name)
        if not target:
            continue
        if not may_include(layer, target):
            yield file.breach(offset, f'{layer} may not include "{name}": {target} is not below it')
        elif target == "core/media" and not file.is_in(*MEDIA_USERS):
            yield file.breach(
                offset, f'{layer} may not include "{name}": only framehand-transcoder links core/media')
        elif target == "core/pipeline" and not file.is_in(*PIPELINE_USERS):
            yield file.breach(
                offset, f'{layer} may not include "{name}": only framehand-transcoder links core/pipeline')


def check_core_folder_is_known(file):
    layer = layer_of(file.path)
    if layer.startswith("core/") and row_of(layer) is None:
        yield file.breach(0, f"{layer} has no place in the dependency rule: add it to CORE_ROWS")


def check_include_form(file):
    for offset, _, name in file.includes():
        if ".." in name.split("/"):
            yield file.breach(offset, f'"{name}" goes up: includes are from the root of the house')


def check_libav(file):
    for offset, _, name in file.includes():
        if LIBAV.match(name) and not file.is_in(*LIBAV_USERS):
            yield file.breach(offset, f"<{name}> is for core/media only")


def check_gstreamer(file):
    for offset, _, name in file.includes():
        if GSTREAMER.match(name) and not file.is_in(*GSTREAMER_USERS):
            yield file.breach(offset, f"<{name}> is for core/pipeline only")


def check_screen(file):
    if not file.is_in(*WITHOUT_SCREEN):
        return
    for offset, _, name in file.includes():
        folder, _, header = name.rpartition("/")
        header = header.removesuffix(".h").lower()
        if folder in ("QtGui", "QtWidgets") or (not folder and header in gui_headers()):
            yield file.breach(offset, f"<{name}> needs a screen: Qt Gui and Qt Widgets are for ui and the desktop app")


@cache
def gui_headers():
    text = Path(__file__).with_name("qt_gui_headers.txt").read_text(encoding="utf-8")
    return {line.lower() for line in text.split("\n") if line and not line.startswith("#")}


def check_operating_system(file):
    if file.is_in("platform", "tests/platform"):
        return
    # Tests drive the real system: they may include its headers, but not ask which system it is.
    for offset, quote, name in file.includes():
        if quote == "<" and OS_HEADER.match(name) and not file.is_in("tests"):
            yield file.breach(offset, f"<{name}> belongs to an operating system: only platform may include it")
    for match in OS_SYMBOL.finditer(file.code):
        yield file.breach(match.start(), f"{match.group()} asks for the operating system: only platform may")


def check_licence(file):
    # After a script's "#!" line.
    if not any(SPDX in line for line in file.text.split("\n")[:2]):
        yield file.breach(0, f'the first line must say "{SPDX}"')


def check_length(file):
    limit = MAX_HEADER_LINES if file.is_header else MAX_SOURCE_LINES
    lines = file.text.count("\n")
    if lines > limit and not LONG_BECAUSE.search(file.text):
        yield Breach(file.path, limit + 1,
                     f'{lines} lines are more than {limit}: split it, or say "Long because: ..." in a comment')


def check_sleep(file):
    for match in SLEEP.finditer(file.code):
        yield file.breach(match.start(), f"{match.group().rstrip('(')} waits for time to pass: wait for what happens")


def check_unfinished(file):
    for match in UNFINISHED.finditer(file.text):
        yield file.breach(match.start(), f"{match.group()} marks something unfinished: finish it")


def check_namespace(file):
    layer = layer_of(file.path)
    if not file.is_header or not layer.startswith("core/"):
        return
    folder = layer.removeprefix("core/")
    names = [match.group(1) for match in NAMESPACE.finditer(file.without_comments)]
    if folder not in names:
        yield file.breach(0, f"declares nothing in namespace framehand::{folder}, its folder's")


def check_built(root, files):
    """Each source is named by a CMakeLists.txt of its own folder or of one above it."""
    words = {}
    for file in files:
        if not file.path.endswith(".cpp") or not file.is_in("app", "core", "platform", "ui"):
            continue
        parts = file.path.split("/")
        for depth in range(len(parts) - 1, -1, -1):
            folder = "/".join(parts[:depth])
            if folder not in words:
                lists = root / folder / "CMakeLists.txt"
                text = lists.read_text(encoding="utf-8") if lists.is_file() else ""
                words[folder] = set(re.split(r'[\s()"]+', re.sub(r"#[^\n]*", "", text)))
            if "/".join(parts[depth:]) in words[folder]:
                break
        else:
            yield Breach(file.path, 1, "no CMakeLists.txt names it: it is never built")


CPP_CHECKS = (check_dependencies, check_core_folder_is_known, check_include_form, check_libav, check_gstreamer,
              check_screen, check_operating_system, check_length, check_sleep, check_namespace)
ALL_CHECKS = (check_licence, check_unfinished)


def house_files(root):
    for folder in HOUSE:
        for path in sorted((root / folder).rglob("*")):
            relative = path.relative_to(root)
            if path.is_file() and not FOREIGN.intersection(relative.parts) and is_ours(path):
                yield SourceFile(root, relative.as_posix())
    if (root / "CMakeLists.txt").is_file():
        yield SourceFile(root, "CMakeLists.txt")


def is_ours(path):
    if path.suffix in (".h", ".cpp", ".cmake", ".py", ".sh") or path.name == "CMakeLists.txt":
        return True
    if path.suffix:
        return False
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def check(root):
    """All breaches of the tree at `root`, in the order of files and lines."""
    files = list(house_files(root))
    breaches = list(check_built(root, files))
    for file in files:
        for rule in ALL_CHECKS + (CPP_CHECKS if file.is_cpp else ()):
            breaches.extend(rule(file))
    return sorted(breaches, key=lambda breach: (breach.path, breach.line, breach.sentence)), len(files)


def main(arguments):
    root = Path(arguments[1] if len(arguments) > 1 else Path(__file__).resolve().parents[2])
    breaches, count = check(root)
    for breach in breaches:
        print(breach)
    if count == 0:
        print(f"{root}: no file of the house is there")
        return 1
    print(f"{count} files checked, {len(breaches)} breaches of the rules")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
