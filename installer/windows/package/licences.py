# SPDX-License-Identifier: GPL-3.0-or-later
"""The licences of all that is shipped, each as Debian's package of it states them."""

import re
import shutil
from pathlib import Path

from package.failure import Failure

COMMON = Path("/usr/share/common-licenses")
COMMON_NAME = re.compile(rb"/usr/share/common-licenses/([A-Za-z](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)")

# What each step of build-deps adds to the programs: source packages that it has built.
BUILT = {
    "20-zimg": ("zimg",),
    "22-x264": ("x264",),
    "24-x265": ("x265",),
    "30-ffmpeg": ("ffmpeg",),
    "40-yaml-cpp": ("yaml-cpp",),
    "42-hiredis": ("hiredis",),
    "44-librabbitmq": ("librabbitmq",),
    "46-curl": ("curl",),
    "50-qtbase": ("qt6-base", "sqlite3"),
    "55-qtkeychain": ("qtkeychain",),
}
# Packages of the machine that builds whose code gets into the programs: the compiler's runtime, and headers.
OF_THE_HOST = ("gcc-mingw-w64-x86-64-posix-runtime", "mingw-w64-common", "libz-mingw-w64-dev", "libboost-dev",
               "nlohmann-json3-dev", "libexpected-dev", "libcli11-dev")
NVENC_HEADERS = "libffmpeg-nvenc-dev"
TRANSLATIONS = "qt6-translations-l10n"


def add(stage, sources):
    shutil.copyfile(sources.house / "LICENSE", stage / "LICENSE.txt")
    folder = stage / "licences"
    folder.mkdir()
    done = {path.name for path in (sources.prefix / ".steps").glob("[0-9]*") if path.stat().st_size}
    for step, names in BUILT.items():
        if step in done:
            for name in names:
                take(of_source(sources, name), folder / f"{name}.txt")
    host = list(OF_THE_HOST)
    if (sources.prefix / "include" / "ffnvcodec").is_dir():
        host.append(NVENC_HEADERS)
    if (stage / "translations").is_dir():
        host.append(TRANSLATIONS)
    for package in host:
        take(of_host(package), folder / f"{package}.txt")
    if (sources.prefix / "include" / "AMF").is_dir():
        # Its headers carry their licence in themselves.
        take(sources.prefix / "include" / "AMF" / "core" / "Factory.h", folder / "AMF headers.txt")
    add_bull(sources, folder)
    add_common(folder)


def add_bull(sources, folder):
    """Of the scripts that the daemon has in it, where it was built with them (cmake/BullScripts.cmake)."""
    made = sources.build / "bull" / "bull_scripts_data.cpp"
    if not made.is_file() or "lua(" not in made.read_text(encoding="utf-8"):
        return
    named = re.search(r"^FRAMEHAND_BULL_PACKAGES:[A-Z]+=(.+)$",
                      (sources.build / "CMakeCache.txt").read_text(encoding="utf-8"), re.MULTILINE)
    packages = Path(named.group(1)) if named else sources.build / "bull" / "node_modules"
    for library in ("bull", "bullmq"):
        found = sorted((packages / library).glob("LICENSE*"))
        if not found:
            raise Failure(f"the licence of {library} is not found: there is no LICENSE in {packages / library}")
        take(found[0], folder / f"{library}.txt")


def of_source(sources, name):
    """Debian's copyright file of a source package, or the authors' own licence where it is not Debian's package."""
    places = (sources.prefix / "share" / "licences" / name, sources.work / name / "debian" / "copyright",
              sources.work / name / "COPYING")
    for place in places:
        if place.is_file():
            return place
    raise Failure(f"the licence of {name} is not found: neither {places[0]} nor {places[1]} is there")


def of_host(package):
    place = Path("/usr/share/doc") / package / "copyright"
    if not place.is_file():
        raise Failure(f"the licence of {package} is not found: {place} is missing; install that Debian package")
    return place


def take(source, target):
    target.write_bytes(source.read_bytes())


def add_common(folder):
    """The full texts that those files refer to, as every Debian system has them."""
    names = {match.decode() for path in folder.iterdir() for match in COMMON_NAME.findall(path.read_bytes())}
    for name in sorted(names):
        text = COMMON / name
        if not text.is_file():
            raise Failure(f"the text of the licence {name} is missing: {text}")
        take(text, folder / f"{name}.full-text.txt")
