// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/walls.h"
#include "core/base/log_sinks.h"
#include "tests/platform/this_system.h"
#include "tests/support/no_streams.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace framehand::transcoder {
namespace {

using testing::HasSubstr;

class FakeSandbox final : public ports::Sandbox {
public:
    base::Result<ports::SandboxReport> enter(const ports::SandboxRequest& request) override {
        m_request = request;
        return m_answer;
    }

    [[nodiscard]] ports::SandboxReport available() const override { return {}; }

    ports::SandboxRequest m_request;
    base::Result<ports::SandboxReport> m_answer = ports::SandboxReport{{"files (Landlock 7)"}, {}};
};

class WallsTest : public testing::Test {
protected:
    [[nodiscard]] static jobs::TranscodeSpec spec() {
        jobs::TranscodeSpec spec;
        spec.input_path = "/nas/a.mkv";
        spec.package_dir = "/data/staging/j/package";
        spec.limits.memory_bytes = 1'500'000'000;
        return spec;
    }

    base::SystemClock m_clock;
    const test::Disk m_files;
    FakeSandbox m_sandbox;
    test::NoStreams m_streams;
    std::ostringstream m_log;
    std::istringstream m_in;
    std::ostringstream m_out;
    Lifeline m_input{m_in};
    EventWriter m_events{m_out, m_clock};
    LibavLogBridge m_libav{{}, m_clock};
    base::Logger m_logger{std::make_shared<base::JsonLineSink>(m_log), m_clock, base::LogLevel::Info};
    Services m_services{m_clock, m_files, m_sandbox, m_streams, m_logger, m_libav, m_input, m_events, m_out};
};

TEST_F(WallsTest, AJobReadsItsSourceAndWritesIntoItsPackageOnly) {
    ASSERT_TRUE(wall_off(m_services, spec()));
    EXPECT_THAT(m_sandbox.m_request.read, testing::ElementsAre("/nas/a.mkv"));
    EXPECT_THAT(m_sandbox.m_request.write, testing::ElementsAre("/data/staging/j/package"));
    EXPECT_EQ(m_sandbox.m_request.memory_bytes, 1'500'000'000U);
    EXPECT_EQ(m_sandbox.m_request.walls, ports::SandboxRequest::Walls::All);
    EXPECT_THAT(m_log.str(), HasSubstr("files (Landlock 7)"));
}

TEST_F(WallsTest, AnAssemblyReadsItsPartsToo) {
    auto job = spec();
    job.parts = {"/parts/1", "/parts/2"};
    ASSERT_TRUE(wall_off(m_services, job));
    EXPECT_THAT(m_sandbox.m_request.read, testing::ElementsAre("/nas/a.mkv", "/parts/1", "/parts/2"));
    EXPECT_THAT(m_sandbox.m_request.write, testing::ElementsAre("/data/staging/j/package"));
}

TEST_F(WallsTest, ReadersWriteNowhere) {
    ASSERT_TRUE(wall_off_reader(m_services, std::vector<std::filesystem::path>{"/films/package"}));
    EXPECT_THAT(m_sandbox.m_request.read, testing::ElementsAre("/films/package"));
    EXPECT_TRUE(m_sandbox.m_request.write.empty());
    EXPECT_GT(m_sandbox.m_request.memory_bytes, 0U);
}

TEST_F(WallsTest, AMissingWallIsSaidInTheLogAndTheWorkGoesOn) {
    m_sandbox.m_answer = ports::SandboxReport{{}, {"this kernel has no Landlock"}};
    EXPECT_TRUE(wall_off(m_services, spec()));
    EXPECT_THAT(m_log.str(), HasSubstr("this kernel has no Landlock"));
}

TEST_F(WallsTest, AWallThatCannotBePutUpEndsTheWork) {
    m_sandbox.m_answer = base::fail(base::ErrorCode::Internal, "the sandbox cannot be entered");
    EXPECT_FALSE(wall_off(m_services, spec()));
}

TEST_F(WallsTest, SwitchedOffOnlyTheMemoryLimitStays) {
    auto open = spec();
    open.confinement = jobs::Confinement::None;
    ASSERT_TRUE(wall_off(m_services, open));
    EXPECT_EQ(m_sandbox.m_request.walls, ports::SandboxRequest::Walls::MemoryOnly);
    EXPECT_EQ(m_sandbox.m_request.memory_bytes, 1'500'000'000U);
    EXPECT_THAT(m_log.str(), HasSubstr("transcode_sandbox"));
}

} // namespace
} // namespace framehand::transcoder
