// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/capability_keeper.h"
#include "tests/app/framehandd/fake_services.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace framehand::daemon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CapabilityKeeperTest : public testing::Test {
protected:
    CapabilityKeeper::Done note(const char* who) {
        return [this, who](const base::Result<jobs::Capabilities>& result) {
            answers.push_back(std::string(who) + (result ? " " + result->libav_version : " failed"));
        };
    }

    void tell_version() {
        ASSERT_THAT(world.children.last().request.arguments, ElementsAre("--version"));
        world.children.last().line("1");
        world.children.last().exit();
    }

    void measure(const char* libav) {
        tell_version();
        ASSERT_EQ(world.children.last().request.arguments.front(), "probe");
        world.children.last().line(R"({"event":"measuring","encoder":"libx264","done":0,"of":1})");
        EXPECT_EQ(keeper.measuring(), (jobs::Measuring{"libx264", 0, 1}));
        world.children.last().line(std::string(R"({"libav_version": ")") + libav +
                                   R"(", "encoders": [{"name": "libx264", "codec": "h264", "works": true}]})");
        world.children.last().exit();
        EXPECT_EQ(keeper.measuring(), std::nullopt);
    }

    test::FakeServices world;
    CapabilityKeeper keeper{world.services, "/bin/framehand-transcoder", "/data"};
    std::vector<std::string> answers;
};

TEST_F(CapabilityKeeperTest, FindsItOutOnceForAllWhoAsk) {
    int changes = 0;
    keeper.on_change = [&] { ++changes; };
    keeper.get(note("a"));
    keeper.get(note("b"));
    measure("5.1");
    EXPECT_THAT(answers, ElementsAre("a 5.1", "b 5.1"));
    EXPECT_EQ(changes, 2) << "one encoder, and the end";
    keeper.get(note("c"));
    EXPECT_EQ(answers.back(), "c 5.1");
    EXPECT_EQ(world.children.children.size(), 2U);
}

TEST_F(CapabilityKeeperTest, MeasuresAgainThoughItIsKnownAndAnswersOthersMeanwhile) {
    keeper.get(note("a"));
    measure("5.1");
    keeper.measure(note("new"));
    keeper.measure(note("new, too"));
    keeper.get(note("b"));
    EXPECT_THAT(answers, ElementsAre("a 5.1", "b 5.1"));
    measure("6.0");
    EXPECT_THAT(answers, ElementsAre("a 5.1", "b 5.1", "new 6.0", "new, too 6.0"));
    EXPECT_EQ(keeper.known()->libav_version, "6.0");
}

TEST_F(CapabilityKeeperTest, AMeasurementIsNeverAnsweredFromTheCacheThatAnotherCallerWaitsFor) {
    {
        CapabilityKeeper earlier(world.services, "/bin/framehand-transcoder", "/data");
        earlier.get(note("earlier"));
        tell_version();
        world.children.last().line(R"({"libav_version": "5.1", "encoders": []})");
        world.children.last().exit();
    }
    answers.clear();
    keeper.get(note("a"));
    keeper.measure(note("new"));
    tell_version(); // the cache answers
    EXPECT_THAT(answers, ElementsAre("a 5.1"));
    measure("6.0");
    EXPECT_THAT(answers, ElementsAre("a 5.1", "new 6.0"));
}

TEST_F(CapabilityKeeperTest, AFailureLeavesWhatWasKnown) {
    keeper.get(note("a"));
    measure("5.1");
    keeper.measure(note("new"));
    tell_version();
    world.children.last().crash(11);
    EXPECT_EQ(answers.back(), "new failed");
    EXPECT_EQ(keeper.known()->libav_version, "5.1");
}

} // namespace
} // namespace framehand::daemon
