// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/handle.h"
#include "platform/windows/polite_quit.h"
#include "platform/windows/session_end.h"
#include "platform/windows/termination_signals.h"
#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using base::Duration;
using base::ErrorCode;
using test::wait_for;

void request() {
    const UniqueHandle event =
        owned_handle(::OpenEventW(EVENT_MODIFY_STATE, FALSE, quit_event_name(::GetCurrentProcessId()).c_str()));
    ASSERT_TRUE(event) << ::GetLastError();
    ASSERT_NE(::SetEvent(event.get()), 0);
}

TEST(TerminationSignals, ARequestIsACallOnThisThread) {
    int calls = 0;
    const TerminationSignals signals([&] { ++calls; });
    request();
    EXPECT_TRUE(wait_for([&] { return calls > 0; }));
    EXPECT_EQ(calls, 1);
}

TEST(TerminationSignals, NobodyListensAfterwards) {
    {
        const TerminationSignals signals([] {});
    }
    EXPECT_EQ(ask_to_quit(::GetCurrentProcessId(), Duration{0}).error().code, ErrorCode::NotFound);
}

TEST(TerminationSignals, WhoAsksWaitsForTheEndButNotForEver) {
    int calls = 0;
    const TerminationSignals signals([&] { ++calls; });
    const auto asked = ask_to_quit(::GetCurrentProcessId(), Duration{50});
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, ErrorCode::Timeout);
    EXPECT_TRUE(wait_for([&] { return calls > 0; }));
}

/// Of this process, of all that have such windows.
HWND session_window() {
    HWND window = nullptr;
    while ((window = ::FindWindowExW(nullptr, window, SessionEnd::kWindowClass, nullptr)) != nullptr) {
        DWORD process = 0;
        ::GetWindowThreadProcessId(window, &process);
        if (process == ::GetCurrentProcessId()) {
            break;
        }
    }
    return window;
}

/// Wine makes none without a display.
bool windows_can_be_made() {
    HWND window = ::CreateWindowExW(0, L"STATIC", L"", 0, 0, 0, 0, 0, nullptr, nullptr, nullptr, nullptr);
    return window != nullptr && ::DestroyWindow(window) != 0;
}

TEST(TerminationSignals, TheEndOfTheSessionIsACallAndNoRequestAfterItEndsTheProcess) {
    if (!windows_can_be_made()) {
        GTEST_SKIP() << "there is no display";
    }
    int calls = 0;
    {
        const TerminationSignals signals([&] { ++calls; });
        ASSERT_TRUE(wait_for([] { return session_window() != nullptr; }));
        ASSERT_NE(::PostMessageW(session_window(), WM_ENDSESSION, FALSE, 0), 0) << "somebody has said no";
        ASSERT_NE(::PostMessageW(session_window(), WM_ENDSESSION, TRUE, 0), 0);
        EXPECT_TRUE(wait_for([&] { return calls > 0; }));
        EXPECT_EQ(ask_to_quit(::GetCurrentProcessId(), Duration{50}).error().code, ErrorCode::Timeout);
    }
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(session_window(), nullptr);
}

TEST(TerminationSignalsDeathTest, TheSecondEndsTheProcessAtOnce) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            int calls = 0;
            const TerminationSignals signals([&] { ++calls; });
            request();
            (void)wait_for([&] { return calls > 0; });
            request();
            ::WaitForSingleObject(::GetCurrentProcess(), INFINITE); // this thread hangs
        },
        testing::ExitedWithCode(143), "");
}

} // namespace
} // namespace framehand::platform
