// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/capability_source.h"
#include "tests/support/fake_child_process.h"
#include "tests/support/fake_timers.h"
#include "tests/support/fault_file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace framehand::worker {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kMeasured =
    R"({"cpu_cores": 1, "libav_version": "5.1", "encoders": [{"name": "libx264", "codec": "h264", "works": true}]})";

class CapabilitySourceTest : public testing::Test {
protected:
    CapabilitySource make() {
        ports::HostFacts facts;
        facts.cpu_cores = 8;
        facts.driver_version = driver;
        return {launcher, timers, files, "/bin/framehand-transcoder", "/data", facts};
    }

    void get(CapabilitySource& source, CapabilityUse use = CapabilityUse::CachedIfValid) {
        result.reset();
        source.get(use, [this](base::Result<jobs::Capabilities> found) { result = std::move(found); });
    }

    void tell_version(const std::string& version = "framehand-transcoder 1, libav 5.1") {
        EXPECT_THAT(launcher.last().request.arguments, ElementsAre("--version"));
        launcher.last().line(version);
        launcher.last().exit();
    }

    void tell_measured() {
        EXPECT_THAT(launcher.last().request.arguments, ElementsAre("probe", "--progress"));
        launcher.last().line(kMeasured);
        launcher.last().exit();
    }

    void fill_cache() {
        auto source = make();
        get(source);
        tell_version();
        tell_measured();
        ASSERT_TRUE(result && *result);
    }

    test::FakeClock clock;
    test::FakeTimers timers{clock};
    test::FakeChildProcessLauncher launcher;
    test::FaultFileSystem files;
    std::string driver = "550";
    std::optional<base::Result<jobs::Capabilities>> result;
};

TEST_F(CapabilitySourceTest, MeasuresOnceAndAddsWhatTheSystemKnows) {
    fill_cache();
    EXPECT_EQ((*result)->cpu_cores, 8);
    EXPECT_EQ((*result)->driver_version, "550");
    EXPECT_EQ((*result)->encoders.at(0).name, "libx264");
    const auto first = **result;
    auto source = make();
    get(source);
    tell_version();
    ASSERT_TRUE(result && *result) << "from the cache";
    EXPECT_EQ(**result, first);
}

TEST_F(CapabilitySourceTest, TellsWhichEncoderIsTried) {
    auto source = make();
    std::vector<jobs::Measuring> seen;
    source.on_progress = [&](const jobs::Measuring& measuring) { seen.push_back(measuring); };
    get(source);
    tell_version();
    launcher.last().line(R"({"event":"measuring","encoder":"libx264","done":0,"of":2})");
    launcher.last().line(R"({"event":"measuring","encoder":"aac","done":1,"of":2})");
    EXPECT_THAT(seen, ElementsAre(jobs::Measuring{"libx264", 0, 2}, jobs::Measuring{"aac", 1, 2}));
    tell_measured();
    ASSERT_TRUE(result && *result) << "what is told on the way is no part of the answer";
}

TEST_F(CapabilitySourceTest, MeasuresAgainForOtherLibrariesAnotherDriverOrOnRequest) {
    fill_cache();
    auto source = make();
    get(source);
    tell_version("framehand-transcoder 1, libav 6.0");
    EXPECT_FALSE(result);
    tell_measured();
    driver = "560";
    auto updated = make();
    get(updated);
    tell_version("framehand-transcoder 1, libav 6.0");
    EXPECT_FALSE(result);
    tell_measured();
    get(updated, CapabilityUse::MeasureAgain);
    tell_version("framehand-transcoder 1, libav 6.0");
    EXPECT_FALSE(result);
    tell_measured();
    EXPECT_TRUE(*result);
}

TEST_F(CapabilitySourceTest, ADamagedCacheIsMeasuredAnew) {
    fill_cache();
    for (const auto* text : {"{", "[]", "{\"key\": 5}", ""}) {
        files.put_file("/data/capabilities.json", text);
        auto source = make();
        get(source);
        tell_version();
        EXPECT_FALSE(result) << text;
        tell_measured();
        EXPECT_TRUE(*result);
    }
}

TEST_F(CapabilitySourceTest, AFullDiskOnlyCostsTheCache) {
    files.fail({1, base::ErrorCode::NoSpace, test::FaultFileSystem::When::Before, test::FaultFileSystem::Until::Lifted,
                "/data"});
    fill_cache();
}

TEST_F(CapabilitySourceTest, SaysWhyTheMeasurementFailed) {
    auto source = make();
    get(source);
    tell_version();
    launcher.last().line(R"({"event":"failed","error":{"code":"unsupported","message":"no encoder works"}})");
    launcher.last().exit(1);
    ASSERT_TRUE(result && !*result);
    EXPECT_EQ(result->error(), base::fail(base::ErrorCode::Unsupported, "no encoder works"));

    get(source);
    launcher.last().crash(11, "boom\n");
    ASSERT_TRUE(result && !*result);
    EXPECT_THAT(result->error().text(), HasSubstr("killed by signal 11"));
    EXPECT_THAT(result->error().text(), HasSubstr("boom"));
}

TEST_F(CapabilitySourceTest, NoiseIsNoMeasurement) {
    auto source = make();
    get(source);
    tell_version();
    launcher.last().line("hello");
    launcher.last().exit();
    ASSERT_TRUE(result);
    EXPECT_FALSE(*result);
    EXPECT_FALSE(files.content("/data/capabilities.json"));
}

TEST_F(CapabilitySourceTest, ASilentTranscoderIsEnded) {
    auto source = make();
    get(source);
    timers.advance(base::Duration{120'000});
    EXPECT_TRUE(launcher.last().killed);
    launcher.last().crash(9);
    ASSERT_TRUE(result && !*result);
    EXPECT_EQ(result->error().code, base::ErrorCode::Timeout);
}

} // namespace
} // namespace framehand::worker
