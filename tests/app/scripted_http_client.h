// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/http_client.h"
#include "platform/qt/qt_timers.h"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace framehand::test {

/// Answers each request through the event loop with the next prepared answer; Unavailable when there is none left.
class ScriptedHttpClient final : public ports::HttpClient {
public:
    [[nodiscard]] std::unique_ptr<ports::HttpCall>
    send(ports::HttpRequest request, std::function<void(base::Result<ports::HttpResponse>)> done) override {
        sent.push_back(request);
        base::Result<ports::HttpResponse> answer = base::fail(base::ErrorCode::Unavailable, "connection refused");
        if (!answers.empty()) {
            answer = std::move(answers.front());
            answers.pop_front();
        }
        if (on_send) {
            on_send();
        }
        auto call = std::make_unique<Call>();
        call->timer = m_timers.after(base::Duration(0), [done = std::move(done), answer] { done(answer); });
        return call;
    }

    void will_answer(int status, std::string body) {
        answers.emplace_back(ports::HttpResponse{status, std::move(body)});
    }

    void will_fail(base::ErrorCode code) { answers.emplace_back(base::fail(code, "no answer")); }

    std::vector<ports::HttpRequest> sent;
    std::deque<base::Result<ports::HttpResponse>> answers;
    std::function<void()> on_send;

private:
    struct Call final : ports::HttpCall {
        std::unique_ptr<ports::Timer> timer;
    };

    platform::QtTimers m_timers;
};

} // namespace framehand::test
