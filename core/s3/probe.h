// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/s3/s3_client.h"

#include <optional>
#include <string>

namespace framehand::s3 {

/// What the credentials may do in a bucket; no value where it works, else why it does not.
struct ProbeReport {
    std::string bucket;
    std::optional<base::Error> list;
    std::optional<base::Error> write;
    std::optional<base::Error> read;
    std::optional<base::Error> remove;

    [[nodiscard]] bool ok() const { return !write && !read && !remove; }
};

/// Tries it with a small object of a name of its own below `prefix`, which is removed again. An error if the server
/// cannot be reached or there is no such bucket: then nothing else is worth saying.
[[nodiscard]] base::Result<ProbeReport> probe(S3Client& client, const std::string& bucket, const std::string& prefix,
                                              const base::CancelToken& cancel);

} // namespace framehand::s3
