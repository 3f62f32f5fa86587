// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/s3/http_transport.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace framehand::test {

/// An S3 server of one bucket, "films", in memory: objects, ranges, multipart uploads, lists. It checks no signature.
/// One thread at a time.
class FakeS3 final : public s3::HttpTransport {
public:
    struct Object {
        std::string bytes;
        std::string type;
        int version = 0; ///< the ETag
    };

    struct Sent {
        std::string method;
        std::string url;
        s3::Headers headers;
        std::size_t body_bytes = 0;

        [[nodiscard]] std::string header(const std::string& name) const;
    };

    [[nodiscard]] base::Result<s3::HttpAnswer> send(const s3::HttpRequest& request, const std::string& what,
                                                    const base::CancelToken& cancel) override;

    void put(const std::string& key, std::string bytes);
    [[nodiscard]] std::optional<std::string> content(const std::string& key) const;
    [[nodiscard]] std::vector<std::string> keys() const;

    std::map<std::string, Object> objects;
    std::map<std::string, std::map<int, std::string>> uploads; ///< parts by "id key"
    std::vector<Sent> sent;
    std::deque<base::Result<s3::HttpAnswer>> instead; ///< given for the next requests, one by one
    std::function<void(const Sent&)> on_send;         ///< before a request has its effect
    std::optional<std::size_t> dies_at;               ///< the request, from 0, from which on nothing answers
    std::size_t page = 1000;                          ///< keys in a list

private:
    [[nodiscard]] s3::HttpAnswer answer(const s3::HttpRequest& request, const std::string& key,
                                        const std::map<std::string, std::string>& query);
    [[nodiscard]] s3::HttpAnswer get(const s3::HttpRequest& request, const std::string& key);
    [[nodiscard]] s3::HttpAnswer list(const std::map<std::string, std::string>& query) const;
    [[nodiscard]] s3::HttpAnswer upload(const s3::HttpRequest& request, const std::string& key,
                                        const std::map<std::string, std::string>& query);

    int m_version = 0;
};

} // namespace framehand::test
