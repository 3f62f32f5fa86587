// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/service_report.h"
#include "tests/support/fake_timers.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::daemon {
namespace {

class FakeSupervisor final : public ports::Supervisor {
public:
    void ready() override { heard.emplace_back("ready"); }

    void stopping() override { heard.emplace_back("stopping"); }

    void say(std::string_view sentence) override { heard.emplace_back(sentence); }

    void alive() override { ++signs; }

    [[nodiscard]] std::optional<base::Duration> patience() const override { return waits; }

    std::vector<std::string> heard;
    int signs = 0;
    std::optional<base::Duration> waits;
};

class ServiceReportTest : public testing::Test {
protected:
    FakeSupervisor m_supervisor;
    test::FakeClock m_clock;
    test::FakeTimers m_timers{m_clock};
    ServiceReport m_report{m_supervisor, m_timers};
};

TEST_F(ServiceReportTest, GivesTwoSignsOfLifeInTheTimeThatSomebodyWaitsForOne) {
    m_supervisor.waits = base::Duration(60'000);
    m_timers.advance(base::Duration(60'000));
    EXPECT_EQ(m_supervisor.signs, 0);
    m_report.started();
    EXPECT_EQ(m_supervisor.signs, 1);
    m_timers.advance(base::Duration(120'000));
    EXPECT_EQ(m_supervisor.signs, 5);
    m_report.stopping();
    m_timers.advance(base::Duration(120'000));
    EXPECT_EQ(m_supervisor.signs, 5);
    EXPECT_EQ(m_supervisor.heard, (std::vector<std::string>{"ready", "stopping"}));
}

TEST_F(ServiceReportTest, GivesNoSignsWhereNobodyWaitsForThem) {
    m_report.started();
    m_timers.advance(base::Duration(120'000));
    EXPECT_EQ(m_supervisor.signs, 0);
}

TEST_F(ServiceReportTest, SaysNothingTwice) {
    m_report.does("waiting for jobs");
    m_report.does("waiting for jobs");
    m_report.failed({base::ErrorCode::IoError, "the disk", "is gone"});
    EXPECT_EQ(m_supervisor.heard, (std::vector<std::string>{"waiting for jobs", "the disk: is gone"}));
}

TEST(ActivityLine, NamesTheFilmAndItsProgress) {
    worker::WorkerState state;
    state.phase = worker::WorkerPhase::Transcoding;
    state.job = worker::WorkerJob{};
    state.job->input = "/nas/films/heat.mkv";
    state.job->percent = 42.9;
    EXPECT_EQ(activity_line(state), "transcoding heat.mkv, 42 %");
    state.phase = worker::WorkerPhase::Committing;
    EXPECT_EQ(activity_line(state), "copying heat.mkv to the share");
}

TEST(ActivityLine, SaysWhyItWaits) {
    worker::WorkerState state;
    state.phase = worker::WorkerPhase::NotReady;
    state.reason = "the share is away";
    EXPECT_EQ(activity_line(state), "cannot take jobs: the share is away");
    state.phase = worker::WorkerPhase::Paused;
    EXPECT_EQ(activity_line(state), "paused");
}

} // namespace
} // namespace framehand::daemon
