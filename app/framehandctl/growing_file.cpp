// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/growing_file.h"

namespace framehand::cli {

void GrowingFile::begin(const std::filesystem::path& path, std::uint64_t total_bytes) {
    const std::lock_guard lock(m_mutex);
    m_path = path;
    m_total_bytes = total_bytes;
}

std::optional<double> GrowingFile::percent() const {
    std::filesystem::path path;
    std::uint64_t total = 0;
    {
        const std::lock_guard lock(m_mutex);
        path = m_path;
        total = m_total_bytes;
    }
    if (total == 0) {
        return std::nullopt;
    }
    const auto size = m_files.file_size(path);
    return size ? std::optional(100.0 * static_cast<double>(*size) / static_cast<double>(total)) : std::nullopt;
}

} // namespace framehand::cli
