// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::s3 {

/// Sorted and encoded as Signature Version 4 wants it: each name with its "=".
[[nodiscard]] std::string encode_query(std::vector<std::pair<std::string, std::string>> parameters);

/// The parts of an http(s) URL.
struct HttpUrl {
    std::string scheme; ///< "http" or "https"
    std::string
        authority;    ///< host in lower case, with the port unless it is the scheme's own; without user and password
    std::string path; ///< as written, "/" at least
    bool has_user = false;
    bool has_query = false;

    /// For messages: without user, password, query and fragment, which may hold secrets.
    [[nodiscard]] std::string shown() const { return scheme + "://" + authority + path; }
};

/// InvalidArgument, without the URL in its message, for anything else.
[[nodiscard]] base::Result<HttpUrl> parse_http_url(std::string_view url);

/// An object's place.
struct ObjectName {
    std::string bucket;
    std::string key;

    [[nodiscard]] std::string shown() const { return "s3://" + bucket + "/" + key; }

    bool operator==(const ObjectName&) const = default;
};

/// "s3://bucket/key", the key verbatim. InvalidArgument names it.
[[nodiscard]] base::Result<ObjectName> parse_s3_url(std::string_view url);

/// 3 to 63 lower-case letters, digits, '-' and '.'.
[[nodiscard]] bool is_bucket_name(std::string_view bucket);

} // namespace framehand::s3
