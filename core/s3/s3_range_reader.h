// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/range_reader.h"
#include "core/s3/s3_client.h"

#include <memory>

namespace framehand::s3 {

/// An object, read in ranges by its ETag. One thread at a time.
class S3RangeReader final : public ports::RangeReader {
public:
    /// Looks at the object. `client` must outlive what is returned. Errors of S3Client.
    [[nodiscard]] static base::Result<std::unique_ptr<S3RangeReader>> open(S3Client& client, ObjectName object,
                                                                           const base::CancelToken& cancel);

    [[nodiscard]] std::string name() const override { return m_object.shown(); }

    [[nodiscard]] std::uint64_t size() const override { return m_info.size; }

    [[nodiscard]] std::string identity() const override { return m_info.etag; }

    [[nodiscard]] base::Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into,
                                                    const base::CancelToken& cancel) override;

private:
    S3RangeReader(S3Client& client, ObjectName object, ObjectInfo info);

    S3Client& m_client;
    const ObjectName m_object;
    const ObjectInfo m_info;
};

} // namespace framehand::s3
