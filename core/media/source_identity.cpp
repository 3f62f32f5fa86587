// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/source_identity.h"

#include "core/base/sha256.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <system_error>

namespace framehand::media {

namespace {

constexpr std::uintmax_t kPart = 1U << 20U;

} // namespace

base::Result<std::string> source_identity(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    if (error || !stream) {
        return base::fail(base::ErrorCode::NotFound, "input file cannot be read: " + file.string(), error.message());
    }
    base::Sha256 hash;
    std::string part(static_cast<std::size_t>(std::min(size, kPart)), '\0');
    for (const std::uintmax_t at : {std::uintmax_t{0}, size - part.size()}) {
        stream.seekg(static_cast<std::streamoff>(at));
        stream.read(part.data(), static_cast<std::streamsize>(part.size()));
        if (!stream) {
            return base::fail(base::ErrorCode::IoError, "input file cannot be read: " + file.string());
        }
        hash.update(part);
    }
    return std::to_string(size) + "-" + hash.hex();
}

} // namespace framehand::media
