// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/prompt_thread.h"
#include "platform/windows/windows_api.h"

#include <gtest/gtest.h>

#include <thread>

namespace framehand::platform {
namespace {

TEST(PromptThread, IsAboveTheOthersAndThreadsThatItStartsAreNot) {
    int before = -99;
    int prompt = -99;
    int started_by_it = -99;
    std::thread([&] {
        before = ::GetThreadPriority(::GetCurrentThread());
        answer_promptly();
        prompt = ::GetThreadPriority(::GetCurrentThread());
        std::thread([&] { started_by_it = ::GetThreadPriority(::GetCurrentThread()); }).join();
    }).join();
    EXPECT_EQ(before, THREAD_PRIORITY_NORMAL);
    EXPECT_EQ(prompt, THREAD_PRIORITY_HIGHEST);
    EXPECT_EQ(started_by_it, THREAD_PRIORITY_NORMAL);
}

} // namespace
} // namespace framehand::platform
