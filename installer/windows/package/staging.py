# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder with all that is shipped, as it lies on the person's disk afterwards."""

import os
import shutil
from pathlib import Path

from package import licences, pe
from package.failure import Failure, run

PROGRAMS = ("framehand.exe", "framehandd.exe", "framehandctl.exe", "framehand-transcoder.exe")
# Loaded by name, so nothing is linked with them. The last two are pictures in formats that a preview may have.
PLUGINS = ("platforms/qwindows", "styles/qwindowsvistastyle", "tls/qschannelbackend", "tls/qcertonlybackend",
           "sqldrivers/qsqlite", "imageformats/qico", "imageformats/qjpeg")
QT_CONF = "[Paths]\nPrefix = .\nPlugins = plugins\nTranslations = translations\n"
# Of Windows 10 itself. A library that is neither here nor found is an error: on a person's PC the program would not start.
WINDOWS_OWN = frozenset((
    "advapi32 authz avicap32 avrt bcrypt cfgmgr32 combase comctl32 comdlg32 credui crypt32 cryptbase d2d1 d3d11 d3d12 d3d9 "
    "dbghelp dnsapi dwmapi dwrite dxgi dxva2 evr gdi32 gdiplus hid imm32 iphlpapi kernel32 mf mfplat mfreadwrite mpr "
    "msimg32 msvcrt mswsock ncrypt netapi32 normaliz ntdll ole32 oleaut32 opengl32 pdh powrprof propsys psapi rpcrt4 "
    "secur32 setupapi shcore shell32 shlwapi strmiids user32 userenv uxtheme version winhttp wininet winmm winspool.drv "
    "wlanapi ws2_32 wtsapi32").split())


class Sources:
    """Where the parts come from."""

    def __init__(self, house, build, prefix, work):
        self.house = house
        self.build = build
        self.prefix = prefix
        self.work = work
        self.programs = build / "bin" if (build / "bin").is_dir() else build

    def library_folders(self):
        runtime = Path(run([f"{pe.TARGET}-g++-posix", "-print-file-name=libstdc++-6.dll"]).strip()).parent
        threads = Path(run([f"{pe.TARGET}-g++-posix", "-print-file-name=libwinpthread-1.dll"]).strip()).parent
        return (self.prefix / "bin", self.prefix / "lib", runtime, threads.resolve())


def is_windows_own(name):
    lower = name.lower()
    return lower.removesuffix(".dll") in WINDOWS_OWN or lower.startswith(("api-ms-win-", "ext-ms-win-"))


def fill(stage, sources, version, epoch):
    """Makes `stage` anew."""
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    add_programs(stage, sources)
    add_plugins(stage, sources)
    add_libraries(stage, sources)
    (stage / "qt.conf").write_text(QT_CONF, encoding="ascii", newline="\r\n")
    add_translations(stage, sources)
    readme = (Path(__file__).parent / "README.txt").read_text(encoding="utf-8").replace("@VERSION@", version)
    (stage / "README.txt").write_text(readme, encoding="utf-8", newline="\r\n")
    licences.add(stage, sources)
    strip([path for path in files_of(stage) if pe.is_program(path)], epoch)
    for path in files_of(stage):
        path.chmod(0o644)
        os.utime(path, (epoch, epoch))


def strip(programs, epoch):
    # A program has the time in it at which it was written, unless this variable says another one.
    run([f"{pe.TARGET}-strip", "--strip-unneeded", *programs], env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)})


def files_of(stage):
    """In an order that is the same everywhere: files of a folder first, then its folders."""
    found = [path for path in stage.rglob("*") if path.is_file()]
    return sorted(found, key=lambda path: (path.relative_to(stage).parent.as_posix().lower(), path.name.lower()))


def add_programs(stage, sources):
    for name in PROGRAMS:
        program = sources.programs / name
        if not program.is_file():
            raise Failure(f"{program} is missing: build the programs for Windows first, or name their folder with --build")
        shutil.copyfile(program, stage / name)


def add_plugins(stage, sources):
    uses_qt = any(name.lower().startswith("qt6") for program in PROGRAMS for name in pe.imports(stage / program))
    if not uses_qt:
        return
    for plugin in PLUGINS:
        source = sources.prefix / "plugins" / f"{plugin}.dll"
        if not source.is_file():
            raise Failure(f"Qt's plugin {source} is missing: installer/windows/build-deps makes it")
        target = stage / "plugins" / f"{plugin}.dll"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def add_libraries(stage, sources):
    """Whatever the programs and plugins are linked with, and what that is linked with, to the last."""
    known = {}
    for folder in reversed(sources.library_folders()):
        known.update((path.name.lower(), path) for path in folder.glob("*.dll"))
    there = {path.name.lower() for path in stage.iterdir()}
    open_files = [path for path in files_of(stage) if pe.is_program(path)]
    while open_files:
        user = open_files.pop()
        for name in pe.imports(user):
            if name.lower() in there or is_windows_own(name):
                continue
            if name.lower() not in known:
                raise Failure(f"{user.relative_to(stage)} needs {name}, which is neither in {sources.prefix} nor a part of "
                              "the compiler's runtime or of Windows")
            target = stage / known[name.lower()].name
            shutil.copyfile(known[name.lower()], target)
            there.add(name.lower())
            open_files.append(target)


def add_translations(stage, sources):
    """Qt's own words, such as those of the buttons of dialogs, in the languages of the app."""
    if not (stage / "plugins").is_dir():
        return
    folder = Path("/usr/share/qt6/translations")
    for words in sorted((sources.house / "ui" / "translations").glob("framehand_*.ts")):
        code = words.stem.removeprefix("framehand_")
        source = folder / f"qtbase_{code}.qm"
        if not source.is_file():
            raise Failure(f"{source} is missing: install Debian's qt6-translations-l10n")
        (stage / "translations").mkdir(exist_ok=True)
        shutil.copyfile(source, stage / "translations" / source.name)
