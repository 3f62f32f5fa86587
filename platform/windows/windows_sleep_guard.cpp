// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_sleep_guard.h"

#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_error.h"

#include <utility>

namespace framehand::platform {

namespace {

class RequestHold final : public ports::SleepGuard::Hold {
public:
    explicit RequestHold(UniqueHandle request) : m_request(std::move(request)) {}

    ~RequestHold() override { ::PowerClearRequest(m_request.get(), PowerRequestSystemRequired); }

    RequestHold(const RequestHold&) = delete;
    RequestHold& operator=(const RequestHold&) = delete;

private:
    UniqueHandle m_request;
};

class ThreadHold final : public ports::SleepGuard::Hold {
public:
    explicit ThreadHold(std::shared_ptr<int> holds) : m_holds(std::move(holds)) {
        if (++*m_holds == 1) {
            ::SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED);
        }
    }

    ~ThreadHold() override {
        if (--*m_holds == 0) {
            ::SetThreadExecutionState(ES_CONTINUOUS);
        }
    }

    ThreadHold(const ThreadHold&) = delete;
    ThreadHold& operator=(const ThreadHold&) = delete;

private:
    std::shared_ptr<int> m_holds; ///< of this thread, which has one state only
};

/// Empty where Windows gives none; GetLastError() says why.
UniqueHandle power_request(const std::string& why) {
    auto words = to_wide(why);
    REASON_CONTEXT reason{};
    reason.Version = POWER_REQUEST_CONTEXT_VERSION;
    reason.Flags = POWER_REQUEST_CONTEXT_SIMPLE_STRING;
    reason.Reason.SimpleReasonString = words.data();
    auto request = owned_handle(::PowerCreateRequest(&reason));
    if (request != nullptr && ::PowerSetRequest(request.get(), PowerRequestSystemRequired) == FALSE) {
        request.reset();
    }
    return request;
}

} // namespace

WindowsSleepGuard::WindowsSleepGuard(PowerEvents& events, base::Logger logger)
    : m_logger(std::move(logger)), m_thread_holds(std::make_shared<int>(0)) {
    events.on_wake = [this] {
        if (on_wake) {
            on_wake();
        }
    };
}

std::unique_ptr<ports::SleepGuard::Hold> WindowsSleepGuard::stay_awake(const std::string& why) {
    if (auto request = power_request(why)) {
        return std::make_unique<RequestHold>(std::move(request));
    }
    m_logger.debug("no power request; keeping awake by the thread", {{"error", windows_error_text(::GetLastError())}});
    return std::make_unique<ThreadHold>(m_thread_holds);
}

} // namespace framehand::platform
