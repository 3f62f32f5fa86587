// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/wayland_idle.h"
#include "tests/platform/fake_compositor.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <chrono>

namespace framehand::platform {
namespace {

using namespace std::chrono_literals;
using test::FakeCompositor;
using test::wait_for;

class WaylandIdleTest : public testing::TestWithParam<FakeCompositor::Speaks> {
protected:
    [[nodiscard]] std::string path() const { return (folder.path() / "wayland").string(); }

    test::TempFolder folder;
    test::FakeClock clock;
};

TEST_P(WaylandIdleTest, IdleTimeBeginsWithTheRestThatTheCompositorTellsAndInputEndsIt) {
    FakeCompositor compositor(path(), GetParam());
    WaylandIdle idle(path(), clock);
    int changes = 0;
    idle.on_change = [&] { ++changes; };
    EXPECT_EQ(idle.report().idle.why_unknown, "the Wayland compositor was not asked yet");
    idle.look_every(500ms);
    ASSERT_TRUE(wait_for([&] { return idle.report().idle.value == 0ms; })) << "what was before is unknown";
    EXPECT_EQ(changes, 1);
    clock.advance(1h);
    EXPECT_EQ(idle.report().idle.value, 0ms) << "the compositor would have told";
    ASSERT_TRUE(wait_for([&] { return !compositor.notifications.empty(); }));
    EXPECT_EQ(compositor.timeouts, std::vector<unsigned>{1000});

    compositor.become_idle();
    ASSERT_TRUE(wait_for([&] { return idle.report().idle.value == 1s; }));
    clock.advance(5min);
    EXPECT_EQ(idle.report().idle.value, 5min + 1s);
    EXPECT_EQ(idle.report().at, clock.steady());
    EXPECT_EQ(changes, 1);
    compositor.resume();
    ASSERT_TRUE(wait_for([&] { return idle.report().idle.value == 0ms; }));
    EXPECT_EQ(changes, 2) << "told at once";
    compositor.become_idle();
    ASSERT_TRUE(wait_for([&] { return idle.report().idle.value == 1s; }));
    compositor.remove_seat();
    ASSERT_TRUE(wait_for([&] { return !idle.report().idle.value; }));
    EXPECT_EQ(idle.report().idle.why_unknown, "the Wayland compositor has no input");
}

INSTANTIATE_TEST_SUITE_P(BothProtocols, WaylandIdleTest,
                         testing::Values(FakeCompositor::Speaks::ExtIdleNotify, FakeCompositor::Speaks::KdeIdle),
                         [](const auto& test) {
                             return test.param == FakeCompositor::Speaks::KdeIdle ? "OrgKdeKwinIdle" : "ExtIdleNotify";
                         });

TEST_F(WaylandIdleTest, ACompositorThatTellsNobodyIsUnknown) {
    const FakeCompositor compositor(path(), FakeCompositor::Speaks::Neither);
    WaylandIdle idle(path(), clock);
    idle.look_every(500ms);
    ASSERT_TRUE(wait_for([&] { return idle.report().idle.why_unknown.find("neither") != std::string::npos; }));
}

TEST_F(WaylandIdleTest, ACompositorThatDiesIsUnknownAndEndsNobody) {
    auto compositor = std::make_unique<FakeCompositor>(path(), FakeCompositor::Speaks::ExtIdleNotify);
    WaylandIdle idle(path(), clock);
    idle.look_every(500ms);
    ASSERT_TRUE(wait_for([&] { return !compositor->notifications.empty(); }));
    int changes = 0;
    idle.on_change = [&] { ++changes; };
    compositor.reset();
    ASSERT_TRUE(wait_for([&] { return changes > 0; }));
    EXPECT_EQ(idle.report().idle.why_unknown, "the Wayland compositor went away");
}

TEST_F(WaylandIdleTest, NoCompositorIsUnknownWithItsReason) {
    WaylandIdle none("", clock);
    none.look_every(500ms);
    EXPECT_EQ(none.report().idle.why_unknown, "there is no Wayland compositor");
    WaylandIdle wrong(path(), clock);
    wrong.look_every(500ms);
    EXPECT_EQ(wrong.report().idle.why_unknown, "the Wayland compositor " + path() + " does not answer");
}

} // namespace
} // namespace framehand::platform
