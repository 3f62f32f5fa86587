// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/windows/windows_api.h"

#include <memory>

namespace framehand::platform {

struct HandleCloser {
    void operator()(HANDLE handle) const noexcept { ::CloseHandle(handle); }
};

/// A kernel object's handle. INVALID_HANDLE_VALUE must never get in: see owned_handle().
using UniqueHandle = std::unique_ptr<void, HandleCloser>;

/// Empty for both of the values by which Windows says that there is none.
[[nodiscard]] inline UniqueHandle owned_handle(HANDLE handle) {
    return UniqueHandle(handle == INVALID_HANDLE_VALUE ? nullptr : handle);
}

struct LocalMemoryFreer {
    void operator()(void* memory) const noexcept { ::LocalFree(memory); }
};

/// Memory that a call of Windows has given with LocalAlloc().
template <typename T>
using LocalMemory = std::unique_ptr<T, LocalMemoryFreer>;

} // namespace framehand::platform
