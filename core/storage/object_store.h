// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/file_system.h"
#include "core/ports/range_reader.h"
#include "core/s3/access.h"
#include "core/s3/s3_client.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace framehand::storage {

/// Inputs that lie in object storage or are named by an http(s) URL, and the way to object storage for others.
///
/// Constant after construction; callable from any thread. Calls block.
class ObjectStore {
public:
    /// A client of its own, with all that it needs: for one thread at a time.
    struct Session {
        std::unique_ptr<s3::HttpTransport> transport;
        std::unique_ptr<ports::Waiter> waiter;
        std::unique_ptr<s3::S3Client> client;
    };

    /// `access` without keys and endpoint: only URLs can be read. `clock` must outlive this.
    ObjectStore(s3::Access access, const base::Clock& clock);

    [[nodiscard]] Session open() const;

    /// "s3://...", or an http(s) URL.
    [[nodiscard]] static bool is_remote(std::string_view source_url);

    /// The source in ranges, in a session of its own. NotFound "input file does not exist: s3://bucket/key"; errors of
    /// s3::S3RangeReader and s3::HttpRangeReader; InvalidArgument where no object storage is set.
    [[nodiscard]] base::Result<std::unique_ptr<ports::RangeReader>> reader(const std::string& source_url,
                                                                           const base::CancelToken& cancel) const;

private:
    const s3::Access m_access;
    const base::Clock& m_clock;
};

/// The whole source in a new file, which a failure or a cancel leaves behind.
[[nodiscard]] base::Status fetch(ports::RangeReader& source, const std::filesystem::path& file,
                                 const base::CancelToken& cancel);

} // namespace framehand::storage
