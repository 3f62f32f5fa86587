// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/s3/s3_client.h"

#include <string>
#include <string_view>
#include <vector>

namespace framehand::s3 {

/// An <Error> body, or empty fields.
struct ErrorAnswer {
    std::string code; ///< "NoSuchKey"
    std::string message;
};

/// The XML of S3's answers, read as untrusted text: CorruptData, beginning with `what`, for what is no such answer.
[[nodiscard]] ErrorAnswer error_answer(std::string_view xml);
[[nodiscard]] base::Result<Listing> listing_from(std::string_view xml, const std::string& what);
[[nodiscard]] base::Result<std::vector<Upload>> uploads_from(std::string_view xml, const std::string& bucket,
                                                             const std::string& what);
[[nodiscard]] base::Result<std::string> upload_id_from(std::string_view xml, const std::string& what);

/// The body that completes an upload; `etags` in the order of the parts.
[[nodiscard]] std::string completion_of(const std::vector<std::string>& etags);

} // namespace framehand::s3
