# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the licences of all that is in the AppImage into it, as Debian's packages state them, with the full texts that these
refer to, and a list that says where the sources are. tools/build-appimage runs it.

Whose headers were compiled into the programs is known in the build folder, and tools/sbom reads that: what it names, this has
the licences of.
"""

import argparse
import importlib.machinery
import importlib.util
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

HOUSE = Path(__file__).resolve().parents[2]
LOADER = importlib.machinery.SourceFileLoader("sbom", str(HOUSE / "tools" / "sbom"))
sbom = importlib.util.module_from_spec(importlib.util.spec_from_loader("sbom", LOADER))
LOADER.exec_module(sbom)

COMMON = "usr/share/common-licenses"
COMMON_NAME = re.compile(rb"/usr/share/common-licenses/([A-Za-z](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)")
ABOUT_SOURCES = """\
What is in this AppImage besides Framehand itself was built by Debian, of these source packages: name, version, and where to
get them. The licences are beside this file, in "libraries".

"""


class Failure(SystemExit):
    def __init__(self, sentence):
        super().__init__(f"tools/build-appimage: {sentence}")


def ask_about(target, files):
    """Makes each Debian of the target know (sbom.Debian.known) which of its packages the files are from."""
    for file in files:
        if not target.components([file]):
            raise Failure(f"the licence of {file} is not found: it is from no package of {target.sysroot.root}")


def take_licences(debian, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for package in sorted(debian.known):
        name = debian.facts[package][0]
        copyright_file = debian.root / "usr/share/doc" / name / "copyright"
        if not copyright_file.is_file():
            raise Failure(f"the licence of {name} is not found: {copyright_file} is missing")
        (folder / name).write_bytes(copyright_file.read_bytes())


def sources_of(debian):
    """Names and versions of the source packages, and of those that they took code from: a cross compiler has all its own so."""
    said = sbom.out_of("dpkg-query", f"--admindir={debian.database}", "-W", "-f",
                       "${binary:Package}\t${Package}\t${Built-Using}\n")
    taken_from = {}
    for line in said.splitlines():
        key, name, others = line.split("\t")
        taken_from[key] = taken_from[name] = re.findall(r"(\S+) \(= ([^)]+)\)", others)
    return {tuple(debian.facts[package][3:]) for package in debian.known} | {
        source for package in debian.known for source in taken_from[package]}


def write_sources(sources, file):
    lines = [f"{name} {version} https://snapshot.debian.org/package/{quote(name)}/{quote(version, safe='')}/\n"
             for name, version in sorted(sources)]
    file.write_text(ABOUT_SOURCES + "".join(lines), encoding="utf-8")


def add_common(root, appdir):
    """The full texts that the licences refer to: below the AppImage's root they are where Debian has them."""
    folder = appdir / COMMON
    if not (root / COMMON).is_dir():
        raise Failure(f"the texts of the common licences are not found: {root / COMMON} is missing, Debian's base-files has it")
    shutil.copytree(root / COMMON, folder, symlinks=True)
    documents = [path for path in (appdir / "usr/share/doc").rglob("*") if path.is_file()]
    names = {match.decode() for path in documents for match in COMMON_NAME.findall(path.read_bytes())}
    for name in sorted(names):
        if not (folder / name).is_file():
            plain = name.removesuffix(".0")  # some say GPL-2.0, which Debian does not have
            if not (folder / plain).is_file():
                raise Failure(f"the text of the licence {name} is missing: {root / COMMON / name}")
            (folder / name).symlink_to(plain)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("architecture")
    parser.add_argument("appdir", type=Path)
    parser.add_argument("files", type=Path, help="a list of files of Debian's that were copied or linked, one a line")
    chosen = parser.parse_args()
    target = sbom.Target(chosen.architecture)
    ask_about(target, chosen.files.read_text(encoding="utf-8").splitlines())
    sbom.built_with(target)
    documents = chosen.appdir / "usr/share/doc"
    sources = set()
    for debian in {target.sysroot, target.machine}:
        take_licences(debian, documents / "libraries")
        sources |= sources_of(debian)
    write_sources(sources, documents / "SOURCES")
    add_common(target.sysroot.root, chosen.appdir)
    return 0


if __name__ == "__main__":
    sys.exit(main())
