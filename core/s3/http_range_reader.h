// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/range_reader.h"
#include "core/ports/waiter.h"
#include "core/s3/http_transport.h"
#include "core/s3/retry.h"

#include <memory>
#include <string>

namespace framehand::s3 {

/// What an http(s) URL names, presigned ones included: read by GET with Range alone, since a presigned URL allows
/// nothing else. Redirects are followed to http and https only. One thread at a time.
///
/// A source is known by its strong ETag (If-Match), else by its date (If-Unmodified-Since), always by its size; what
/// each answer says of them is compared, since not every server heeds the conditions (RFC 9110 section 13).
class HttpRangeReader final : public ports::RangeReader {
public:
    /// `transport` and `waiter` must outlive what is returned. Errors as RangeReader; InvalidArgument (not an http(s)
    /// URL; the source is empty), Unsupported (the server gives no ranges).
    [[nodiscard]] static base::Result<std::unique_ptr<HttpRangeReader>> open(HttpTransport& transport,
                                                                             ports::Waiter& waiter, std::string url,
                                                                             const base::CancelToken& cancel,
                                                                             RetryPolicy retries = {});

    [[nodiscard]] std::string name() const override { return m_name; }

    [[nodiscard]] std::uint64_t size() const override { return m_size; }

    [[nodiscard]] std::string identity() const override { return m_etag.empty() ? m_modified : m_etag; }

    [[nodiscard]] base::Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into,
                                                    const base::CancelToken& cancel) override;

private:
    HttpRangeReader(HttpTransport& transport, ports::Waiter& waiter, std::string url, std::string name,
                    RetryPolicy retries);
    [[nodiscard]] base::Status look(const base::CancelToken& cancel);
    [[nodiscard]] base::Result<HttpAnswer> get(std::uint64_t first, std::uint64_t last,
                                               const base::CancelToken& cancel);
    [[nodiscard]] base::Status check(const HttpAnswer& answer, std::uint64_t first, std::uint64_t last) const;

    [[nodiscard]] std::string failure() const { return "the source cannot be read: " + m_name; }

    HttpTransport& m_transport;
    ports::Waiter& m_waiter;
    const std::string m_url; ///< may hold a signature
    const std::string m_name;
    const RetryPolicy m_retries;
    std::uint64_t m_size = 0;
    std::string m_etag; ///< strong, or ""
    std::string m_modified;
};

} // namespace framehand::s3
