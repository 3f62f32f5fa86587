// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/windows/windows_api.h"

namespace framehand::platform {

/// A function of a DLL of Windows that is not in the import libraries, or not in every Windows that this program runs
/// on; null where it is missing. `library` is a file of the system's own folder, which stays loaded.
template <typename Function>
[[nodiscard]] Function system_call(const wchar_t* library, const char* name) {
    HMODULE loaded = ::LoadLibraryExW(library, nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32);
    return loaded == nullptr ? nullptr
                             : reinterpret_cast<Function>(reinterpret_cast<void*>(::GetProcAddress(loaded, name)));
}

} // namespace framehand::platform
