// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace framehand::base {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Kept final : public LogSink {
public:
    void write(const LogRecord& record) override { messages.push_back(record.message); }

    std::vector<std::string> messages;
};

TEST(LogGate, LetsThroughWhatIsHeavyEnoughAlsoForLoggersThatExist) {
    const SystemClock clock;
    const auto kept = std::make_shared<Kept>();
    const auto gate = std::make_shared<LogGate>(kept, LogLevel::Warning);
    const Logger logger = Logger(gate, clock, LogLevel::Debug).with("worker", "pc-1");
    logger.info("light");
    logger.warning("heavy");
    EXPECT_THAT(kept->messages, ElementsAre("heavy"));
    gate->set_least(LogLevel::Debug);
    logger.debug("anything");
    EXPECT_THAT(kept->messages, ElementsAre("heavy", "anything"));
}

TEST(LogGate, ChangesWhoIsBehindIt) {
    const SystemClock clock;
    const auto first = std::make_shared<Kept>();
    const auto second = std::make_shared<Kept>();
    const auto gate = std::make_shared<LogGate>(first, LogLevel::Info);
    const Logger logger(gate, clock, LogLevel::Debug);
    gate->set_behind(second);
    logger.info("later");
    EXPECT_THAT(first->messages, IsEmpty());
    EXPECT_THAT(second->messages, ElementsAre("later"));
    gate->set_behind(nullptr);
    logger.info("nobody hears it");
}

} // namespace
} // namespace framehand::base
