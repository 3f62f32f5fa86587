// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace framehand::base {

/// Whether all programs of Windows can use a file or folder of this name, one part of a path in UTF-8: no character of
/// <>:"/\|?* or below U+0020, no dot or space at its end, and not one of the devices (CON, NUL, COM1 ...), which an
/// extension does not hide. https://learn.microsoft.com/windows/win32/fileio/naming-a-file
[[nodiscard]] bool windows_can_name(std::string_view name);

} // namespace framehand::base
