// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/http_range_reader.h"

#include "core/s3/s3_client.h"
#include "core/s3/uri.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace framehand::s3 {

namespace {

using base::ErrorCode;
using base::fail;

constexpr int kOk = 200;
constexpr int kPartialContent = 206;
constexpr int kRangeNotSatisfiable = 416;
constexpr std::size_t kRoomForFailure = 64U << 10;

struct ContentRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint64_t size = 0;
};

bool take_number(std::string_view& text, char end, std::uint64_t& number) {
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) {
        return false;
    }
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    if (end == '\0') {
        return text.empty();
    }
    const bool found = text.starts_with(end);
    text.remove_prefix(found ? 1 : 0);
    return found;
}

/// "bytes 0-0/1234" (RFC 9110 section 14.4).
std::optional<ContentRange> content_range(std::string_view text) {
    constexpr std::string_view kUnit = "bytes ";
    ContentRange range;
    if (!text.starts_with(kUnit)) {
        return std::nullopt;
    }
    text.remove_prefix(kUnit.size());
    if (!take_number(text, '-', range.first) || !take_number(text, '/', range.last) ||
        !take_number(text, '\0', range.size)) {
        return std::nullopt;
    }
    return range.first <= range.last && range.last < range.size ? std::optional(range) : std::nullopt;
}

} // namespace

HttpRangeReader::HttpRangeReader(HttpTransport& transport, ports::Waiter& waiter, std::string url, std::string name,
                                 RetryPolicy retries)
    : m_transport(transport), m_waiter(waiter), m_url(std::move(url)), m_name(std::move(name)), m_retries(retries) {
}

base::Result<std::unique_ptr<HttpRangeReader>> HttpRangeReader::open(HttpTransport& transport, ports::Waiter& waiter,
                                                                     std::string url, const base::CancelToken& cancel,
                                                                     RetryPolicy retries) {
    FH_ASSIGN(const HttpUrl parsed, parse_http_url(url));
    std::unique_ptr<HttpRangeReader> reader(
        new HttpRangeReader(transport, waiter, std::move(url), parsed.shown(), retries));
    FH_TRY(reader->look(cancel));
    return reader;
}

base::Result<HttpAnswer> HttpRangeReader::get(std::uint64_t first, std::uint64_t last,
                                              const base::CancelToken& cancel) {
    HttpRequest request;
    request.method = "GET";
    request.url = m_url;
    request.headers = {{"Range", "bytes=" + std::to_string(first) + "-" + std::to_string(last)},
                       {"Accept-Encoding", "identity"}};
    if (!m_etag.empty()) {
        request.headers.emplace_back("If-Match", m_etag);
    } else if (!m_modified.empty()) {
        request.headers.emplace_back("If-Unmodified-Since", m_modified);
    }
    request.most_bytes = static_cast<std::size_t>(last - first + 1) + kRoomForFailure;
    request.redirects = Redirects::FollowHttp;
    return with_retries(m_retries, m_waiter, cancel, [&]() -> base::Result<HttpAnswer> {
        FH_ASSIGN(HttpAnswer answer, m_transport.send(request, failure(), cancel));
        if (answer.status >= kOk && answer.status < 300) {
            return answer;
        }
        return failure_of(answer, failure());
    });
}

base::Status HttpRangeReader::look(const base::CancelToken& cancel) {
    const auto answer = get(0, 0, cancel);
    if (!answer) {
        // A server without ranges sends all of it.
        const bool is_all = answer.error().code == ErrorCode::CorruptData &&
                            answer.error().cause.find("larger than it may be") != std::string::npos;
        return is_all ? fail(ErrorCode::Unsupported, failure(), "the server does not give parts of it")
                      : answer.error();
    }
    const auto range = content_range(answer->header("content-range"));
    if (answer->status != kPartialContent || !range) {
        return answer->body.empty() ? fail(ErrorCode::InvalidArgument, failure(), "it is empty")
                                    : fail(ErrorCode::Unsupported, failure(), "the server does not give parts of it");
    }
    m_size = range->size;
    // A weak ETag may stay the same for other bytes (RFC 9110 section 8.8.1).
    const std::string etag = answer->header("etag");
    m_etag = etag.starts_with("W/") ? std::string() : etag;
    m_modified = answer->header("last-modified");
    return {};
}

base::Status HttpRangeReader::check(const HttpAnswer& answer, std::uint64_t first, std::uint64_t last) const {
    const auto range = content_range(answer.header("content-range"));
    const bool is_same = range && range->size == m_size && (m_etag.empty() || answer.header("etag") == m_etag) &&
                         answer.header("last-modified") == m_modified;
    if (!is_same) {
        return fail(ErrorCode::CorruptData, failure(), "it was replaced meanwhile");
    }
    if (answer.status != kPartialContent || range->first != first || range->last != last ||
        answer.body.size() != last - first + 1) {
        return fail(ErrorCode::CorruptData, failure(), "the server gave another range than was asked for");
    }
    return {};
}

base::Result<std::size_t> HttpRangeReader::read_at(std::uint64_t offset, std::span<char> into,
                                                   const base::CancelToken& cancel) {
    if (offset >= m_size || into.empty()) {
        return std::size_t{0};
    }
    const std::uint64_t last = offset + std::min<std::uint64_t>(into.size(), m_size - offset) - 1;
    FH_ASSIGN(const HttpAnswer answer, get(offset, last, cancel));
    FH_TRY(check(answer, offset, last));
    std::ranges::copy(answer.body, into.begin());
    return answer.body.size();
}

} // namespace framehand::s3
