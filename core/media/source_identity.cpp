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

base::Status read_part(const MediaSource& source, std::uintmax_t at, std::string& part) {
    if (source.ranges() != nullptr) {
        FH_ASSIGN(const std::size_t got, source.ranges()->read_at(at, part, {}));
        return got == part.size() ? base::Status()
                                  : base::fail(base::ErrorCode::IoError, "the source cannot be read: " + source.name());
    }
    std::ifstream stream(source.file(), std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(at));
    stream.read(part.data(), static_cast<std::streamsize>(part.size()));
    return stream ? base::Status()
                  : base::fail(base::ErrorCode::IoError, "input file cannot be read: " + source.name());
}

base::Result<std::uintmax_t> size_of(const MediaSource& source) {
    if (source.ranges() != nullptr) {
        return source.ranges()->size();
    }
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(source.file(), error);
    if (error || !std::ifstream(source.file(), std::ios::binary)) {
        return base::fail(base::ErrorCode::NotFound, "input file cannot be read: " + source.name(), error.message());
    }
    return size;
}

} // namespace

base::Result<std::string> source_identity(const MediaSource& source) {
    FH_ASSIGN(const std::uintmax_t size, size_of(source));
    base::Sha256 hash;
    std::string part(static_cast<std::size_t>(std::min(size, kPart)), '\0');
    for (const std::uintmax_t at : {std::uintmax_t{0}, size - part.size()}) {
        FH_TRY(read_part(source, at, part));
        hash.update(part);
    }
    return std::to_string(size) + "-" + hash.hex();
}

} // namespace framehand::media
