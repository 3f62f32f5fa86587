// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/s3_client.h"

#include "core/base/escape.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/s3/s3_answers.h"
#include "core/s3/signer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace framehand::s3 {

namespace {

using base::ErrorCode;
using base::fail;

constexpr std::size_t kMostAnswer = 8U << 20; // a page of 1000 keys of 1 KiB, with room
constexpr int kOk = 200;
constexpr int kMultipleChoices = 300;
constexpr int kServerError = 500;
constexpr std::size_t kLongestWords = 300; // of the server's in a message

struct Meaning {
    std::string_view code;
    ErrorCode means;
};

/// Codes that say more than their status (S3 API reference, "Error responses"; Ceph's and MinIO's own).
constexpr std::array kMeanings{
    Meaning{"SlowDown", ErrorCode::Unavailable},
    Meaning{"RequestTimeout", ErrorCode::Unavailable},
    Meaning{"OperationAborted", ErrorCode::Unavailable},
    Meaning{"InternalError", ErrorCode::Unavailable},
    Meaning{"ServiceUnavailable", ErrorCode::Unavailable},
    Meaning{"XMinioServerNotInitialized", ErrorCode::Unavailable},
    // Bytes that were damaged on their way: the next try sends them anew.
    Meaning{"BadDigest", ErrorCode::Unavailable},
    Meaning{"XAmzContentSHA256Mismatch", ErrorCode::Unavailable},
    Meaning{"IncompleteBody", ErrorCode::Unavailable},
    Meaning{"QuotaExceeded", ErrorCode::NoSpace},
    Meaning{"XMinioStorageFull", ErrorCode::NoSpace},
    Meaning{"EntityTooLarge", ErrorCode::NoSpace},
    Meaning{"InvalidAccessKeyId", ErrorCode::PermissionDenied},
    Meaning{"ExpiredToken", ErrorCode::PermissionDenied},
    Meaning{"InvalidToken", ErrorCode::PermissionDenied},
    Meaning{"AuthorizationHeaderMalformed", ErrorCode::InvalidArgument},
    Meaning{"PermanentRedirect", ErrorCode::InvalidArgument},
};

ErrorCode code_of_status(int status) {
    switch (status) {
    case 401:
    case 403:
        return ErrorCode::PermissionDenied;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 408:
    case 425:
    case 429:
        return ErrorCode::Unavailable;
    case 412:
    case 416:
        return ErrorCode::CorruptData;
    case 413:
    case 507:
        return ErrorCode::NoSpace;
    default:
        return status >= kServerError ? ErrorCode::Unavailable : ErrorCode::InvalidArgument;
    }
}

std::string words_of_status(int status) {
    switch (status) {
    case 301:
    case 307:
    case 308:
        return "the bucket is at another endpoint or in another region";
    case 401:
    case 403:
        return "the server refuses the key, the secret or the right to it";
    case 404:
        return "it is not there";
    case 412:
        return "it was replaced meanwhile";
    case 416:
        return "it is shorter than it was";
    default:
        return "the server answered with status " + std::to_string(status);
    }
}

std::uint64_t length_of(const HttpAnswer& answer) {
    const std::string text = answer.header("content-length");
    std::uint64_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

std::string range_of(std::uint64_t offset, std::uint64_t length) {
    return "bytes=" + std::to_string(offset) + "-" + std::to_string(offset + length - 1);
}

std::string cannot_be(const ObjectName& object, const char* done) {
    return (object.key.empty() ? "the bucket " + object.bucket : object.shown()) + " cannot be " + done;
}

} // namespace

base::Error failure_of(const HttpAnswer& answer, const std::string& what) {
    const ErrorAnswer said = error_answer(answer.body);
    const auto known = std::ranges::find(kMeanings, std::string_view(said.code), &Meaning::code);
    const ErrorCode code = known == kMeanings.end() ? code_of_status(answer.status) : known->means;
    std::string cause = words_of_status(answer.status);
    if (!said.code.empty()) {
        // Only what the server says, never what it was sent: some repeat the signed text in other elements.
        cause += " (" + base::shortened(said.code, kLongestWords) +
                 (said.message.empty() ? "" : ": " + base::shortened(said.message, kLongestWords)) + ")";
    }
    return fail(code, what, cause);
}

struct S3Client::Ask {
    std::string method;
    ObjectName object; ///< a key of "" is the bucket itself
    std::string what;
    std::vector<std::pair<std::string, std::string>> query = {};
    Headers headers = {}; ///< those to be signed
    std::string_view body = {};
    std::size_t most_bytes = kMostAnswer;
};

S3Client::S3Client(Access access, HttpTransport& transport, ports::Waiter& waiter, const base::Clock& clock,
                   RetryPolicy retries)
    : m_access(std::move(access)), m_transport(transport), m_waiter(waiter), m_clock(clock), m_retries(retries) {
}

base::Result<HttpAnswer> S3Client::send_once(const Ask& ask, const std::string& payload_sha256,
                                             const base::CancelToken& cancel) {
    const bool is_aws = m_access.endpoint.empty();
    const std::string endpoint = is_aws ? "https://s3." + m_access.region + ".amazonaws.com" : m_access.endpoint;
    FH_ASSIGN(const HttpUrl url, parse_http_url(endpoint));
    // A certificate for *.host does not stand for a bucket with a dot in its name.
    const bool in_host = m_access.style == AddressStyle::VirtualHost &&
                         (url.scheme == "http" || ask.object.bucket.find('.') == std::string::npos);
    const std::string host = (in_host ? ask.object.bucket + "." : "") + url.authority;
    const std::string path =
        (in_host ? "/" : "/" + base::escape_uri_path(ask.object.bucket)) +
        (ask.object.key.empty() ? "" : (in_host ? "" : "/") + base::escape_uri_path(ask.object.key));

    SignedRequest to_sign{ask.method, path, encode_query(ask.query), ask.headers, payload_sha256};
    const std::string date = amz_date(m_clock.wall());
    to_sign.headers.emplace_back("Host", host);
    to_sign.headers.emplace_back("x-amz-date", date);
    to_sign.headers.emplace_back("x-amz-content-sha256", payload_sha256);
    if (!m_access.session_token.reveal().empty()) {
        to_sign.headers.emplace_back("x-amz-security-token", m_access.session_token.reveal());
    }
    HttpRequest request;
    request.method = ask.method;
    request.url = url.scheme + "://" + host + path + (to_sign.query.empty() ? "" : "?" + to_sign.query);
    request.headers = to_sign.headers;
    request.headers.emplace_back(
        "Authorization", authorization(to_sign, date, m_access.access_key, m_access.secret_key, m_access.region));
    request.body = ask.body;
    request.most_bytes = ask.most_bytes;
    FH_ASSIGN(HttpAnswer answer, m_transport.send(request, ask.what, cancel));
    if (answer.status < kOk || answer.status >= kMultipleChoices) {
        return failure_of(answer, ask.what);
    }
    return answer;
}

base::Result<HttpAnswer> S3Client::send(const Ask& ask, const base::CancelToken& cancel) {
    FH_TRY(check_access(m_access));
    if (!is_bucket_name(ask.object.bucket)) {
        return fail(ErrorCode::InvalidArgument, "\"" + ask.object.bucket + "\" is no name of a bucket");
    }
    const std::string payload_sha256 = base::sha256_hex(ask.body);
    return with_retries(m_retries, m_waiter, cancel, [&] { return send_once(ask, payload_sha256, cancel); });
}

base::Result<ObjectInfo> S3Client::head(const ObjectName& object, const base::CancelToken& cancel) {
    FH_ASSIGN(const HttpAnswer answer, send({"HEAD", object, cannot_be(object, "looked at")}, cancel));
    return ObjectInfo{length_of(answer), answer.header("etag"), answer.header("content-type")};
}

base::Result<std::string> S3Client::get_range(const ObjectName& object, std::uint64_t offset, std::uint64_t length,
                                              const std::string& etag, const base::CancelToken& cancel) {
    if (length == 0) {
        return std::string();
    }
    Ask ask{"GET", object, cannot_be(object, "read")};
    ask.headers.emplace_back("Range", range_of(offset, length));
    if (!etag.empty()) {
        ask.headers.emplace_back("If-Match", etag);
    }
    ask.most_bytes = std::max<std::uint64_t>(length, kMostAnswer); // a failure has a body, too
    const auto answer = send(ask, cancel);
    if (!answer) {
        return answer.error();
    }
    const bool is_it = etag.empty() || answer->header("etag").empty() || answer->header("etag") == etag;
    constexpr int kPartialContent = 206;
    if (!is_it || answer->status != kPartialContent || answer->body.size() != length) {
        return fail(ErrorCode::CorruptData, ask.what,
                    is_it ? "the server gave another range than was asked for" : "it was replaced meanwhile");
    }
    return answer->body;
}

base::Result<std::string> S3Client::get(const ObjectName& object, std::size_t most_bytes,
                                        const base::CancelToken& cancel) {
    Ask ask{"GET", object, cannot_be(object, "read")};
    ask.most_bytes = std::max(most_bytes, kMostAnswer); // a failure has a body, too
    FH_ASSIGN(HttpAnswer answer, send(ask, cancel));
    if (answer.body.size() > most_bytes) {
        return fail(ErrorCode::CorruptData, ask.what,
                    "it is larger than the " + std::to_string(most_bytes) + " bytes that it may have");
    }
    return std::move(answer.body);
}

base::Status S3Client::put(const ObjectName& object, std::string_view bytes, const std::string& content_type,
                           const base::CancelToken& cancel) {
    Ask ask{"PUT", object, cannot_be(object, "written")};
    ask.headers.emplace_back("Content-Type", content_type);
    ask.body = bytes;
    FH_TRY(send(ask, cancel));
    return {};
}

base::Status S3Client::remove(const ObjectName& object, const base::CancelToken& cancel) {
    const auto answer = send({"DELETE", object, cannot_be(object, "removed")}, cancel);
    if (!answer && answer.error().code != ErrorCode::NotFound) {
        return answer.error();
    }
    return {};
}

base::Result<Listing> S3Client::list(const std::string& bucket, const std::string& prefix, const std::string& from,
                                     const base::CancelToken& cancel) {
    const ObjectName object{bucket, ""};
    Ask ask{"GET", object, cannot_be(object, "listed")};
    ask.query = {{"list-type", "2"}, {"prefix", prefix}};
    if (!from.empty()) {
        ask.query.emplace_back("continuation-token", from);
    }
    FH_ASSIGN(const HttpAnswer answer, send(ask, cancel));
    return listing_from(answer.body, ask.what);
}

base::Result<Upload> S3Client::begin_upload(const ObjectName& object, const std::string& content_type,
                                            const base::CancelToken& cancel) {
    Ask ask{"POST", object, cannot_be(object, "written")};
    ask.query = {{"uploads", ""}};
    ask.headers.emplace_back("Content-Type", content_type);
    FH_ASSIGN(const HttpAnswer answer, send(ask, cancel));
    FH_ASSIGN(std::string id, upload_id_from(answer.body, ask.what));
    return Upload{object, std::move(id)};
}

base::Result<std::string> S3Client::put_part(const Upload& upload, int number, std::string_view bytes,
                                             const base::CancelToken& cancel) {
    Ask ask{"PUT", upload.object, cannot_be(upload.object, "written")};
    ask.query = {{"partNumber", std::to_string(number)}, {"uploadId", upload.id}};
    ask.body = bytes;
    FH_ASSIGN(const HttpAnswer answer, send(ask, cancel));
    std::string etag = answer.header("etag");
    if (etag.empty()) {
        return fail(ErrorCode::CorruptData, ask.what, "the server named no ETag of a part");
    }
    return etag;
}

base::Status S3Client::complete_upload(const Upload& upload, const std::vector<std::string>& etags,
                                       const base::CancelToken& cancel) {
    const std::string body = completion_of(etags);
    Ask ask{"POST", upload.object, cannot_be(upload.object, "written")};
    ask.query = {{"uploadId", upload.id}};
    ask.headers.emplace_back("Content-Type", "application/xml");
    ask.body = body;
    FH_ASSIGN(const HttpAnswer answer, send(ask, cancel));
    // "200 OK" is sent before the parts are joined; a failure of that follows in the body.
    if (const ErrorAnswer said = error_answer(answer.body); !said.code.empty()) {
        return failure_of({kServerError, {}, answer.body}, ask.what);
    }
    return {};
}

base::Status S3Client::abort_upload(const Upload& upload, const base::CancelToken& cancel) {
    Ask ask{"DELETE", upload.object, cannot_be(upload.object, "cleared of an unfinished upload")};
    ask.query = {{"uploadId", upload.id}};
    const auto answer = send(ask, cancel);
    if (!answer && answer.error().code != ErrorCode::NotFound) {
        return answer.error();
    }
    return {};
}

base::Result<std::vector<Upload>> S3Client::uploads(const std::string& bucket, const std::string& prefix,
                                                    const base::CancelToken& cancel) {
    const ObjectName object{bucket, ""};
    Ask ask{"GET", object, cannot_be(object, "searched for unfinished uploads")};
    ask.query = {{"uploads", ""}, {"prefix", prefix}};
    FH_ASSIGN(const HttpAnswer answer, send(ask, cancel));
    return uploads_from(answer.body, bucket, ask.what);
}

} // namespace framehand::s3
