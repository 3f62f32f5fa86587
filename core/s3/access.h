// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <map>
#include <string>

namespace framehand::s3 {

/// How a bucket is named in a request: http://host/bucket/key or http://bucket.host/key.
enum class AddressStyle { Path, VirtualHost };

/// Where objects are kept, and who asks for them.
struct Access {
    std::string endpoint; ///< "https://host[:port]", no path; "" is AWS' own for the region
    std::string region = "us-east-1";
    std::string bucket; ///< the one for those who name none; may be ""
    std::string access_key;
    base::Secret secret_key{""};
    base::Secret session_token{""}; ///< of temporary credentials; "" for none
    AddressStyle style = AddressStyle::Path;
};

/// Names and values of environment variables.
using Environment = std::map<std::string, std::string>;

/// What the variables of AWS' programs and of MinIO's say; for each value the first that is there and not empty:
///     endpoint  AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_S3_ENDPOINT_URL, S3_ENDPOINT_URL, S3_ENDPOINT,
///     MINIO_ENDPOINT
///               (without a scheme it is http, or https where MINIO_SECURE is true; MINIO_PORT is added if it has none)
///     region    AWS_REGION, AWS_DEFAULT_REGION, S3_REGION, MINIO_REGION
///     bucket    S3_BUCKET_NAME, S3_BUCKET, AWS_S3_BUCKET, MINIO_BUCKET
///     key       AWS_ACCESS_KEY_ID, S3_ACCESS_KEY_ID, S3_ACCESS_KEY, MINIO_ACCESS_KEY, MINIO_ROOT_USER
///     secret    AWS_SECRET_ACCESS_KEY, S3_SECRET_ACCESS_KEY, S3_SECRET_KEY, MINIO_SECRET_KEY, MINIO_ROOT_PASSWORD
///     token     AWS_SESSION_TOKEN, where the key is AWS'
/// A key and a secret of different families are never mixed. Without an endpoint the style is VirtualHost.
/// What no variable says stays empty: check_access() is for when it is needed. InvalidArgument names the variable.
[[nodiscard]] base::Result<Access> access_from_environment(const Environment& environment);

/// Fine if `access` can be used: endpoint an http or https URL without path, user or query; key and secret there.
/// InvalidArgument names the field; no secret in it.
[[nodiscard]] base::Status check_access(const Access& access);

} // namespace framehand::s3
