// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/waiter.h"
#include "platform/windows/handle.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace framehand::platform {

constexpr DWORD kShareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

/// How a file is opened. Others may always read, write, rename and remove it meanwhile.
struct Opening {
    enum class Links { Follow, Refuse };

    DWORD access = GENERIC_READ;
    DWORD creation = OPEN_EXISTING;
    DWORD flags = 0;
    Links links = Links::Follow;
};

/// Waits for a program that keeps others out. `doing` begins the sentence of an error: "cannot read".
[[nodiscard]] base::Result<UniqueHandle> open_file(ports::Waiter& waiter, const std::filesystem::path& path,
                                                   const Opening& how, const std::string& doing);

/// Bytes read, 0 at the end. `path` names the file in errors.
[[nodiscard]] base::Result<std::size_t> read_block(HANDLE file, char* into, std::size_t size,
                                                   const std::filesystem::path& path);
[[nodiscard]] base::Status write_all(HANDLE file, std::string_view bytes, const std::filesystem::path& path);
/// A share may report a failed write only here.
[[nodiscard]] base::Status flush_and_close(UniqueHandle file, const std::filesystem::path& path);

/// What is at a path itself.
struct Attributes {
    DWORD bits = 0;       ///< FILE_ATTRIBUTE_...
    bool is_link = false; ///< a symbolic link, a junction, a mounted folder

    [[nodiscard]] bool is_directory() const { return (bits & FILE_ATTRIBUTE_DIRECTORY) != 0; }
};

/// A code of GetLastError(), 0 = found.
[[nodiscard]] DWORD look_at(const std::filesystem::path& path, Attributes& found);

/// True for the codes of a path of which a part is missing.
[[nodiscard]] bool means_missing(DWORD code);

} // namespace framehand::platform
