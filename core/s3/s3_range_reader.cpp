// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/s3_range_reader.h"

#include <algorithm>
#include <utility>

namespace framehand::s3 {

S3RangeReader::S3RangeReader(S3Client& client, ObjectName object, ObjectInfo info)
    : m_client(client), m_object(std::move(object)), m_info(std::move(info)) {
}

base::Result<std::unique_ptr<S3RangeReader>> S3RangeReader::open(S3Client& client, ObjectName object,
                                                                 const base::CancelToken& cancel) {
    FH_ASSIGN(ObjectInfo info, client.head(object, cancel));
    return std::unique_ptr<S3RangeReader>(new S3RangeReader(client, std::move(object), std::move(info)));
}

base::Result<std::size_t> S3RangeReader::read_at(std::uint64_t offset, std::span<char> into,
                                                 const base::CancelToken& cancel) {
    if (offset >= m_info.size) {
        return std::size_t{0};
    }
    const std::uint64_t length = std::min<std::uint64_t>(into.size(), m_info.size - offset);
    FH_ASSIGN(const std::string bytes, m_client.get_range(m_object, offset, length, m_info.etag, cancel));
    std::ranges::copy(bytes, into.begin());
    return bytes.size();
}

} // namespace framehand::s3
