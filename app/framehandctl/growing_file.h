// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/file_system.h"

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>

namespace framehand::cli {

/// How much of a file is there while another thread writes it. Callable from any thread.
class GrowingFile {
public:
    explicit GrowingFile(const ports::FileSystem& files) : m_files(files) {}

    /// From now on `path` grows to `total_bytes`.
    void begin(const std::filesystem::path& path, std::uint64_t total_bytes);
    /// 0..100; nothing before begin() or while the file is not there.
    [[nodiscard]] std::optional<double> percent() const;

private:
    const ports::FileSystem& m_files;
    mutable std::mutex m_mutex;
    std::filesystem::path m_path;    ///< guarded by m_mutex
    std::uint64_t m_total_bytes = 0; ///< guarded by m_mutex
};

} // namespace framehand::cli
