# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program or library of Windows says of itself."""

import re
import struct

from package.failure import run

TARGET = "x86_64-w64-mingw32"
DLL_NAME = re.compile(r"^\s*DLL Name: (\S+)", re.MULTILINE)
# VS_FIXEDFILEINFO begins with these: its signature, and its own version 1.0.
FIXED_INFO = struct.pack("<II", 0xFEEF04BD, 0x00010000)
TRANSLATION = "Translation\0".encode("utf-16-le")


def is_program(path):
    return path.suffix.lower() in (".exe", ".dll")


def imports(path):
    """The names of the DLLs that it is linked with, as it spells them."""
    return DLL_NAME.findall(run([f"{TARGET}-objdump", "-p", path]))


def version_and_language(path):
    """("6.4.2.0", "1033") as Windows Installer compares them; None where it has no version resource."""
    data = path.read_bytes()
    at = data.find(FIXED_INFO)
    if at < 0:
        return None
    high, low = struct.unpack_from("<II", data, at + 8)
    language = 0
    translation = data.find(TRANSLATION, at)
    if translation >= 0:
        value = translation + len(TRANSLATION)
        value += -(value - at) % 4  # aligned as the block that it is in
        (language,) = struct.unpack_from("<H", data, value)
    return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}", str(language)
