// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/media_source.h"

#include <system_error>

namespace framehand::media {

std::uint64_t MediaSource::size() const {
    if (m_ranges != nullptr) {
        return m_ranges->size();
    }
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(m_file, error);
    return error ? 0 : bytes;
}

} // namespace framehand::media
