// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/ports/http_client.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace framehand::test {

/// Keeps every request until the test answers it, oldest first.
class FakeHttpClient final : public ports::HttpClient {
public:
    [[nodiscard]] std::unique_ptr<ports::HttpCall>
    send(ports::HttpRequest request, std::function<void(base::Result<ports::HttpResponse>)> done) override {
        sent.push_back(request);
        const auto id = m_next++;
        m_waiting->emplace(id, Waiting{std::move(request), std::move(done)});
        return std::make_unique<Handle>(m_waiting, id);
    }

    /// How many requests have no answer yet.
    [[nodiscard]] std::size_t waiting() const { return m_waiting->size(); }

    /// "POST http://host/path" of the oldest request without an answer.
    [[nodiscard]] std::string next() const {
        if (m_waiting->empty()) {
            return "nothing";
        }
        const auto& request = m_waiting->begin()->second.request;
        return request.method + " " + request.url;
    }

    [[nodiscard]] base::Json next_body() const {
        return m_waiting->empty() ? base::Json() : base::Json::parse(m_waiting->begin()->second.request.body);
    }

    void answer(int status, std::string body = "{}") { end(ports::HttpResponse{status, std::move(body)}); }

    void fail(base::ErrorCode code = base::ErrorCode::Unavailable) { end(base::fail(code, "no answer")); }

    std::vector<ports::HttpRequest> sent;

private:
    struct Waiting {
        ports::HttpRequest request;
        std::function<void(base::Result<ports::HttpResponse>)> done;
    };

    using Map = std::map<std::uint64_t, Waiting>;

    class Handle final : public ports::HttpCall {
    public:
        Handle(std::shared_ptr<Map> waiting, std::uint64_t id) : m_waiting(std::move(waiting)), m_id(id) {}

        ~Handle() override { m_waiting->erase(m_id); }

    private:
        std::shared_ptr<Map> m_waiting;
        std::uint64_t m_id;
    };

    void end(base::Result<ports::HttpResponse> result) {
        ASSERT_FALSE(m_waiting->empty()) << "no request waits for an answer";
        auto node = m_waiting->extract(m_waiting->begin());
        node.mapped().done(std::move(result));
    }

    std::shared_ptr<Map> m_waiting = std::make_shared<Map>();
    std::uint64_t m_next = 0;
};

} // namespace framehand::test
