// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/single_instance.h"
#include "tests/platform/wait_for.h"
#include "tests/support/temp_folder.h"

#include <QCoreApplication>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace framehand::desktop {
namespace {

using Outcome = SingleInstance::Outcome;
using test::wait_for;

TEST(SingleInstance, TheSecondRaisesTheFirst) {
    const test::TempFolder folder;
    const auto place = folder.path() / "run";
    SingleInstance first;
    int raised = 0;
    first.on_raise = [&] { ++raised; };
    const auto claimed = first.claim(place);
    ASSERT_TRUE(claimed) << claimed.error().text();
    EXPECT_EQ(*claimed, Outcome::First);

    std::atomic<bool> done = false;
    std::thread other([&] {
        SingleInstance second;
        const auto outcome = second.claim(place);
        EXPECT_TRUE(outcome && *outcome == Outcome::Raised) << (outcome ? "" : outcome.error().text());
        done = true;
    });
    EXPECT_TRUE(wait_for([&] { return done.load(); }));
    other.join();
    EXPECT_EQ(raised, 1);
}

TEST(SingleInstance, ItsFolderHasAModeForItsOwnerOnly) {
    const test::TempFolder folder;
    const auto place = folder.path() / "run";
    SingleInstance first;
    ASSERT_TRUE(first.claim(place));
    EXPECT_EQ(std::filesystem::status(place).permissions(), std::filesystem::perms::owner_all);
}

TEST(SingleInstance, AfterTheEndOfTheFirstThereIsANewFirst) {
    const test::TempFolder folder;
    {
        SingleInstance first;
        ASSERT_TRUE(first.claim(folder.path()));
    }
    SingleInstance next;
    const auto claimed = next.claim(folder.path());
    ASSERT_TRUE(claimed) << claimed.error().text();
    EXPECT_EQ(*claimed, Outcome::First);
}

TEST(SingleInstance, OneThatHangsIsSaid) {
    const test::TempFolder folder;
    SingleInstance first;
    ASSERT_TRUE(first.claim(folder.path()));
    SingleInstance second; // on the thread that would have to answer
    const auto claimed = second.claim(folder.path());
    ASSERT_FALSE(claimed);
    EXPECT_EQ(claimed.error().code, base::ErrorCode::Unavailable);
}

TEST(SingleInstance, AFolderThatCannotBeMadeIsSaid) {
    const test::TempFolder folder;
    folder.write("file", "");
    SingleInstance first;
    const auto claimed = first.claim(folder.path() / "file" / "run");
    ASSERT_FALSE(claimed);
    EXPECT_EQ(claimed.error().code, base::ErrorCode::IoError);
}

} // namespace
} // namespace framehand::desktop
