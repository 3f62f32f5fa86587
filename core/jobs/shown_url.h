// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::jobs {

/// "http://" or "https://", in letters of either case.
[[nodiscard]] bool is_http_url(std::string_view source_url);

/// A source_url for people, logs and histories: a presigned URL carries its signature in the query, and a URL may hold
/// a password; both are left out. Paths and s3:// URLs stay as they are.
[[nodiscard]] std::string shown_url(std::string_view source_url);

} // namespace framehand::jobs
