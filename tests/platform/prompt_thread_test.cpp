// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/prompt_thread.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace framehand::platform {
namespace {

/// The length of the calling thread's turns in nanoseconds; 0 where the kernel has none for ordinary threads.
std::uint64_t turn() {
    std::array<std::uint64_t, 6> attributes{}; // struct sched_attr of sched_setattr(2)
    constexpr std::size_t kRuntime = 3;
    if (::syscall(SYS_sched_getattr, 0, attributes.data(), static_cast<unsigned>(sizeof attributes), 0U) != 0) {
        return 0;
    }
    return attributes[kRuntime];
}

TEST(PromptThread, HasTheShortestTurnsAndThreadsThatItStartsTheUsualOnes) {
    std::uint64_t before = 0;
    std::uint64_t prompt = 0;
    std::uint64_t started_by_it = 0;
    std::thread([&] {
        before = turn();
        answer_promptly();
        prompt = turn();
        std::thread([&] { started_by_it = turn(); }).join();
    }).join();
    if (before == 0) {
        GTEST_SKIP() << "this kernel knows no turns of ordinary threads (Linux 6.12 does)";
    }
    EXPECT_EQ(prompt, 100'000U);
    EXPECT_EQ(started_by_it, before);
}

} // namespace
} // namespace framehand::platform
