// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/event_writer.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

#include <sstream>

namespace framehand::transcoder {
namespace {

using jobs::TranscodeProgress;

class EventWriterTest : public testing::Test {
protected:
    static TranscodeProgress at(double percent, TranscodeProgress::Phase phase = TranscodeProgress::Phase::Transcode) {
        TranscodeProgress progress;
        progress.percent = percent;
        progress.phase = phase;
        return progress;
    }

    /// The percents of all lines so far.
    [[nodiscard]] std::vector<double> percents() const {
        std::vector<double> found;
        std::istringstream lines(m_stream.str());
        for (std::string line; std::getline(lines, line);) {
            const auto event = jobs::transcode_event_from_json(base::parse_json(line, "line").value());
            found.push_back(std::get<TranscodeProgress>(event.value()).percent);
        }
        return found;
    }

    std::ostringstream m_stream;
    test::FakeClock m_clock;
    EventWriter m_writer{m_stream, m_clock};
};

TEST_F(EventWriterTest, WritesProgressAtMostEveryQuarterSecond) {
    m_writer.progress(at(1));
    m_writer.progress(at(2));
    m_clock.advance(base::Duration{249});
    m_writer.progress(at(3));
    m_clock.advance(base::Duration{1});
    m_writer.progress(at(4));
    EXPECT_EQ(percents(), (std::vector<double>{1, 4}));
}

TEST_F(EventWriterTest, WritesAChangeOfPhaseAtOnce) {
    m_writer.progress(at(90));
    m_writer.progress(at(95, TranscodeProgress::Phase::Verify));
    EXPECT_EQ(percents(), (std::vector<double>{90, 95}));
}

TEST_F(EventWriterTest, NeverLetsPercentFall) {
    m_writer.progress(at(50));
    m_clock.advance(EventWriter::kInterval);
    m_writer.progress(at(40));
    EXPECT_EQ(percents(), (std::vector<double>{50, 50}));
    EXPECT_EQ(m_writer.last_progress().percent, 50);
}

TEST_F(EventWriterTest, AJobThatIsPlannedAnewBeginsAnew) {
    m_writer.progress(at(94));
    m_writer.write(jobs::TranscodePlanned{});
    m_clock.advance(EventWriter::kInterval);
    m_writer.progress(at(2));
    EXPECT_EQ(m_writer.last_progress().percent, 2);
}

TEST_F(EventWriterTest, WritesOtherEventsAlways) {
    m_writer.write(jobs::TranscodeFailed{base::fail(base::ErrorCode::NotFound, "a\nb")});
    m_writer.write(jobs::TranscodeFailed{base::fail(base::ErrorCode::NotFound, "c")});
    const std::string text = m_stream.str();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
}

} // namespace
} // namespace framehand::transcoder
