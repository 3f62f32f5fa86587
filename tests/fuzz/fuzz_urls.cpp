// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/url.h"
#include "core/jobs/shown_url.h"
#include "core/redis/url.h"
#include "core/s3/access.h"
#include "core/s3/uri.h"
#include "tests/fuzz/check.h"

#include <cstdint>

namespace {

using namespace framehand;
using fuzz::check;

constexpr std::string_view kSecret = "Xq7secret7qX";

bool tells(std::string_view text) {
    return text.find(kSecret) != std::string_view::npos;
}

/// Of a broker's or server's URL nothing that may be a password gets into a message.
void check_broker(const std::string& text, bool has_secret) {
    if (const auto url = redis::parse_url(text)) {
        check(url->transport == redis::Url::Transport::Unix ? url->socket_path.size() > 1 : !url->host.empty());
        check(url->database >= 0 && (!has_secret || !tells(url->text())));
    } else {
        check(!url.error().message.empty() && (!has_secret || !tells(url.error().text())));
    }
    if (const auto url = amqp::parse_url(text)) {
        check(!url->host.empty() && url->port > 0 && (!has_secret || !tells(url->shown())));
        check(!url->heartbeat ||
              (*url->heartbeat >= base::Duration{1000} && *url->heartbeat <= base::Duration{3'600'000}));
    } else {
        check(!url.error().message.empty() && (!has_secret || !tells(url.error().text())));
    }
}

void check_http(std::string_view text) {
    const auto url = s3::parse_http_url(text);
    if (!url) {
        fuzz::check_error(url.error());
        return;
    }
    check(url->scheme == "http" || url->scheme == "https");
    check(!url->authority.empty() && url->path.starts_with('/'));
    check(url->authority.find_first_of("@/?#") == std::string::npos &&
          url->path.find_first_of("?#") == std::string::npos);
    const auto again = s3::parse_http_url(url->shown());
    check(again && again->shown() == url->shown() && !again->has_user && !again->has_query);
    check(jobs::is_http_url(text));
    const auto shown = jobs::shown_url(text);
    check(shown.find_first_of("?#") == std::string::npos);
    const auto of_shown = s3::parse_http_url(shown);
    check(of_shown && of_shown->shown() == url->shown());
}

void check_object(std::string_view text) {
    const auto object = s3::parse_s3_url(text);
    if (!object) {
        fuzz::check_error(object.error());
        return;
    }
    check(object->shown() == text && s3::is_bucket_name(object->bucket) && !object->key.empty());
    check(!jobs::is_http_url(text) && jobs::shown_url(text) == text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(fuzz::text_of(data, size));
    check_broker(text, false);
    check_http(text);
    check_object(text);
    check_object("s3://films/" + text);
    // The rest of a URL whose password is known; of one that is not percent-encoded nobody can tell where it ends.
    for (const std::string scheme : {"redis://", "rediss://", "amqp://", "amqps://"}) {
        check_broker(scheme + "user:" + std::string(kSecret) + "@host" + text, true);
    }
    for (const std::string scheme : {"http://", "HTTPS://"}) {
        const auto url =
            scheme + "user:" + std::string(kSecret) + "@host/film?X-Amz-Signature=" + std::string(kSecret) + text;
        check(!tells(jobs::shown_url(url)));
        const auto parsed = s3::parse_http_url(url);
        check(parsed ? !tells(parsed->shown()) : !tells(parsed.error().text()));
    }
    s3::Access access;
    access.endpoint = text;
    access.access_key = "key";
    access.secret_key = base::Secret(std::string(kSecret));
    if (const auto checked = s3::check_access(access)) {
        check(text.empty() || s3::parse_http_url(text).has_value());
    } else {
        check(!checked.error().message.empty() && !tells(checked.error().text()));
    }
    return 0;
}
