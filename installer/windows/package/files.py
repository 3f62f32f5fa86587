# SPDX-License-Identifier: GPL-3.0-or-later
"""The second source of the package: a component for each file of the staging folder."""

import re
import uuid
from xml.sax.saxutils import quoteattr

from package import pe
from package.failure import Failure
from package.staging import files_of

# Names of components are made of it. It is never changed: by them Windows Installer knows a file of an older version.
COMPONENTS = uuid.UUID("b5a3c4b4-1f6f-4f0e-8a55-6c1d5d6f1b7e")
INSIDE = {
    "framehand.exe": '<Shortcut Id="StartMenuShortcut" Directory="ProgramMenuFolder" Name="FRAMEH~1|Framehand" '
                     'Target="[INSTALLDIR]framehand.exe" WorkingDirectory="INSTALLDIR" Icon="framehand.ico" IconIndex="0" '
                     'Description="Lends the idle power of this PC to your media server" Advertise="no"/>',
    "framehandd.exe": '<ServiceControl Id="StopService" Name="framehandd" Stop="both" Wait="yes"/>',
}


class ShortNames:
    """Names of 8.3 for the long ones of one folder: some file systems have only those."""

    def __init__(self):
        self.taken = set()

    def of(self, name):
        stem, dot, ending = name.rpartition(".")
        if not dot:
            stem, ending = name, ""
        stem, ending = (re.sub(r"[^A-Z0-9_-]", "", part.upper()) for part in (stem, ending))
        plain = stem[:8] + ("." + ending[:3] if ending else "")
        if plain == name.upper() and plain not in self.taken:
            self.taken.add(plain)
            return name
        for number in range(1, 1000):
            tail = f"~{number}"
            short = stem[:8 - len(tail)] + tail + ("." + ending[:3] if ending else "")
            if short not in self.taken:
                self.taken.add(short)
                return f"{short}|{name}"
        raise Failure(f"no short name is left for {name}")


def identifier(path):
    """Of a file or folder in the package's tables: letters, digits, underscores and periods."""
    name = re.sub(r"[^A-Za-z0-9_.]", "_", path)
    return name if re.match(r"[A-Za-z_]", name) else "_" + name


def source(stage, prefix):
    """The wxs, and SQL statements with what wixl does not look at: the files' versions. Files are `prefix`/..., to wixl."""
    tree = {}
    for path in files_of(stage):
        tree.setdefault(path.relative_to(stage).parent.as_posix(), []).append(path)
    lines, statements, seen = [], [], set()
    short = {}

    def unique(name):
        if name.lower() in seen or len(name) > 70:
            raise Failure(f"{name} is too long, or twice, as the name of a file in the package")
        seen.add(name.lower())
        return name

    def write_folder(folder, indent):
        for path in tree.get(folder, []):
            relative = path.relative_to(stage).as_posix()
            name = unique(identifier(relative))
            guid = str(uuid.uuid5(COMPONENTS, relative.lower())).upper()
            shown = short.setdefault(folder, ShortNames()).of(path.name)
            lines.append(f'{indent}<Component Id={quoteattr("c." + name)} Guid="{guid}" Win64="yes">'
                         f'<File Id={quoteattr(name)} Name={quoteattr(shown)} '
                         f'Source={quoteattr(f"{prefix}/{relative}")} KeyPath="yes"/>'
                         f"{INSIDE.get(relative, '')}</Component>")
            version = pe.version_and_language(path) if pe.is_program(path) else None
            if version:
                statements.append(f"UPDATE `File` SET `Version`='{version[0]}', `Language`='{version[1]}' "
                                  f"WHERE `File`='{name}'")
                # A hash is for files without a version only.
                statements.append(f"DELETE FROM `MsiFileHash` WHERE `File_`='{name}'")
        children = sorted({key.split("/")[depth(folder)] for key in tree if key != "." and is_below(key, folder)})
        for child in children:
            inner = child if folder == "." else f"{folder}/{child}"
            shown = short.setdefault(folder, ShortNames()).of(child)
            lines.append(f'{indent}<Directory Id={quoteattr(unique("d." + identifier(inner)))} Name={quoteattr(shown)}>')
            write_folder(inner, indent + "  ")
            lines.append(f"{indent}</Directory>")

    write_folder(".", "      ")
    references = [f'      <ComponentRef Id="c.{name}"/>' for name in
                  (identifier(path.relative_to(stage).as_posix()) for path in files_of(stage))]
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">',
                      "  <Fragment>", '    <DirectoryRef Id="INSTALLDIR">', *lines, "    </DirectoryRef>",
                      '    <ComponentGroup Id="Files">', *references, "    </ComponentGroup>", "  </Fragment>", "</Wix>",
                      ""]), statements


def depth(folder):
    return 0 if folder == "." else folder.count("/") + 1


def is_below(key, folder):
    return folder == "." or key.startswith(folder + "/")
