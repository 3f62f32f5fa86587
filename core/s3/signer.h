// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/s3/http_transport.h"

#include <string>
#include <string_view>

namespace framehand::s3 {

/// One request as AWS Signature Version 4 sees it ("Signature Calculations for the Authorization Header" of the S3 API
/// reference).
struct SignedRequest {
    std::string method;
    std::string path;  ///< percent-encoded as it is sent, "/bucket/key"
    std::string query; ///< percent-encoded and sorted, each name with its "="; without "?"
    /// All that are to be signed, with Host and x-amz-content-sha256 among them; names in any case.
    Headers headers;
    std::string payload_sha256; ///< 64 hex digits
};

/// "20130524T000000Z": the value of x-amz-date.
[[nodiscard]] std::string amz_date(base::WallTime time);

/// The value of the Authorization header. `date` is that of x-amz-date.
[[nodiscard]] std::string authorization(const SignedRequest& request, std::string_view date,
                                        const std::string& access_key, const base::Secret& secret_key,
                                        const std::string& region);

/// RFC 2104 over SHA-256: 32 bytes.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view text);

} // namespace framehand::s3
