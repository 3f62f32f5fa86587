// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/access.h"

#include "core/base/text.h"
#include "core/s3/uri.h"

#include <array>
#include <initializer_list>
#include <string_view>

namespace framehand::s3 {

namespace {

using base::ErrorCode;
using base::fail;

std::string first_of(const Environment& environment, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto found = environment.find(name);
        if (found != environment.end() && !base::trim(found->second).empty()) {
            return base::trim(found->second);
        }
    }
    return {};
}

/// MinIO's clients take host and port alone.
base::Result<std::string> minio_endpoint(const Environment& environment) {
    std::string endpoint = first_of(environment, {"MINIO_ENDPOINT"});
    if (endpoint.empty() || endpoint.find("://") != std::string::npos) {
        return endpoint;
    }
    std::string secure = first_of(environment, {"MINIO_SECURE", "MINIO_USE_SSL"});
    for (char& c : secure) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const bool yes = secure == "true" || secure == "1" || secure == "yes" || secure == "on";
    const bool no = secure.empty() || secure == "false" || secure == "0" || secure == "no" || secure == "off";
    if (!yes && !no) {
        return fail(ErrorCode::InvalidArgument, "MINIO_SECURE: must be true or false");
    }
    const std::string port = first_of(environment, {"MINIO_PORT"});
    if (!port.empty() && endpoint.find(':') == std::string::npos) {
        endpoint += ":" + port;
    }
    return (yes ? "https://" : "http://") + endpoint;
}

struct Family {
    std::initializer_list<const char*> keys;
    std::initializer_list<const char*> secrets;
    bool has_token = false;
};

} // namespace

base::Result<Access> access_from_environment(const Environment& environment) {
    Access access;
    access.endpoint = first_of(environment, {"AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_S3_ENDPOINT_URL",
                                             "S3_ENDPOINT_URL", "S3_ENDPOINT"});
    if (access.endpoint.empty()) {
        FH_ASSIGN(access.endpoint, minio_endpoint(environment));
    }
    while (access.endpoint.ends_with('/')) {
        access.endpoint.pop_back();
    }
    access.style = access.endpoint.empty() ? AddressStyle::VirtualHost : AddressStyle::Path;
    if (std::string region = first_of(environment, {"AWS_REGION", "AWS_DEFAULT_REGION", "S3_REGION", "MINIO_REGION"});
        !region.empty()) {
        access.region = std::move(region);
    }
    access.bucket = first_of(environment, {"S3_BUCKET_NAME", "S3_BUCKET", "AWS_S3_BUCKET", "MINIO_BUCKET"});
    const Family families[] = {
        {{"AWS_ACCESS_KEY_ID"}, {"AWS_SECRET_ACCESS_KEY"}, true},
        {{"S3_ACCESS_KEY_ID", "S3_ACCESS_KEY"}, {"S3_SECRET_ACCESS_KEY", "S3_SECRET_KEY"}},
        {{"MINIO_ACCESS_KEY", "MINIO_ROOT_USER"}, {"MINIO_SECRET_KEY", "MINIO_ROOT_PASSWORD"}},
    };
    for (const Family& family : families) {
        std::string key = first_of(environment, family.keys);
        if (key.empty()) {
            continue;
        }
        std::string secret = first_of(environment, family.secrets);
        if (secret.empty()) {
            return fail(ErrorCode::InvalidArgument,
                        std::string(*family.secrets.begin()) + ": is missing beside " + *family.keys.begin());
        }
        access.access_key = std::move(key);
        access.secret_key = base::Secret(std::move(secret));
        access.session_token = base::Secret(family.has_token ? first_of(environment, {"AWS_SESSION_TOKEN"}) : "");
        break;
    }
    return access;
}

base::Status check_access(const Access& access) {
    if (!access.endpoint.empty()) {
        const auto url = parse_http_url(access.endpoint);
        if (!url) {
            return fail(ErrorCode::InvalidArgument, "endpoint: " + url.error().message);
        }
        if (url->has_user || url->has_query || url->path != "/") {
            return fail(ErrorCode::InvalidArgument, "endpoint: must be scheme, host and port alone: " + url->shown());
        }
    }
    if (access.region.empty() ||
        access.region.find_first_not_of("abcdefghijklmnopqrstuvwxyz"
                                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") != std::string::npos) {
        return fail(ErrorCode::InvalidArgument, "region: must be letters, digits and hyphens");
    }
    if (!access.bucket.empty() && !is_bucket_name(access.bucket)) {
        return fail(ErrorCode::InvalidArgument,
                    "bucket: must be 3 to 63 lower-case letters, digits, hyphens and dots: " + access.bucket);
    }
    if (access.access_key.empty()) {
        return fail(ErrorCode::InvalidArgument, "the access key is missing");
    }
    if (access.secret_key.reveal().empty()) {
        return fail(ErrorCode::InvalidArgument, "the secret key is missing");
    }
    return {};
}

} // namespace framehand::s3
