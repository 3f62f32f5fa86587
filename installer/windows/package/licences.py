# SPDX-License-Identifier: GPL-3.0-or-later
"""The licences of all that is shipped, each as Debian's package of it states them."""

import re
import shutil
from pathlib import Path

from package.failure import Failure

COMMON = Path("/usr/share/common-licenses")
COMMON_NAME = re.compile(rb"/usr/share/common-licenses/([A-Za-z](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)")

# Sources that build-deps has built into the programs, and those that only tests use.
BUILT = ("zimg", "x264", "x265", "ffmpeg", "yaml-cpp", "hiredis", "librabbitmq", "curl", "qt6-base", "sqlite3", "qtkeychain")
FOR_TESTS = ("googletest",)
# Packages of the machine that builds whose code gets into the programs: the compiler's runtime, and headers.
OF_THE_HOST = ("gcc-mingw-w64-x86-64-posix-runtime", "mingw-w64-common", "libz-mingw-w64-dev", "libboost-dev",
               "nlohmann-json3-dev", "libexpected-dev", "libcli11-dev")
NVENC_HEADERS = "libffmpeg-nvenc-dev"
BULL = ("bull", "bullmq")
TRANSLATIONS = "qt6-translations-l10n"


def add(stage, sources):
    shutil.copyfile(sources.house / "LICENSE", stage / "LICENSE.txt")
    folder = stage / "licences"
    folder.mkdir()
    for name in built(sources.prefix):
        take(of_source(sources, name), folder / f"{name}.txt")
    host = list(OF_THE_HOST)
    if ffmpeg_has(sources.prefix, "nvenc"):
        host.append(NVENC_HEADERS)
    if (stage / "translations").is_dir():
        host.append(TRANSLATIONS)
    for package in host:
        take(of_host(package), folder / f"{package}.txt")
    if ffmpeg_has(sources.prefix, "amf"):
        # Its headers carry their licence in themselves.
        take(sources.prefix / "include" / "AMF" / "core" / "Factory.h", folder / "AMF headers.txt")
    add_bull(sources, folder)
    add_common(folder)


def ffmpeg_has(prefix, part):
    """What build-deps may leave out: a step is done then too, so FFmpeg is asked, which keeps how it was configured."""
    libraries = list((prefix / "bin").glob("avcodec-*.dll"))
    if not libraries:
        raise Failure(f"there is no avcodec-*.dll in {prefix / 'bin'}: installer/windows/build-deps makes it")
    return any(re.search(rb"--enable-%b\b" % part.encode(), library.read_bytes()) for library in libraries)


def built(prefix):
    """Of BUILT what is in these libraries."""
    return [name for name in BUILT if name != "x265" or ffmpeg_has(prefix, "libx265")]


def bull_packages(build):
    """The folder with the packages whose scripts the daemon has in it; None where it was built without them
    (cmake/BullScripts.cmake)."""
    made = build / "bull" / "bull_scripts_data.cpp"
    if not made.is_file() or "lua(" not in made.read_text(encoding="utf-8"):
        return None
    named = re.search(r"^FRAMEHAND_BULL_PACKAGES:[A-Z]+=(.+)$",
                      (build / "CMakeCache.txt").read_text(encoding="utf-8"), re.MULTILINE)
    return Path(named.group(1)) if named else build / "bull" / "node_modules"


def add_bull(sources, folder):
    packages = bull_packages(sources.build)
    for library in BULL if packages else ():
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
