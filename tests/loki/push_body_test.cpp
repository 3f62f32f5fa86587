// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/loki/push_body.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::loki {
namespace {

using base::Json;
using base::LogLevel;

TEST(PushBody, HasAStreamForEachLevelWithItsLinesInOrder) {
    const std::vector<Entry> entries{{1, LogLevel::Info, "one"},
                                     {3, LogLevel::Error, "two"},
                                     {1'700'000'000'000'000'005, LogLevel::Info, R"({"message":"\"three\""})"}};
    const auto expected = Json::parse(R"({"streams": [
        {"stream": {"job": "framehand", "worker": "pc-1", "level": "info"},
         "values": [["1", "one"], ["1700000000000000005", "{\"message\":\"\\\"three\\\"\"}"]]},
        {"stream": {"job": "framehand", "worker": "pc-1", "level": "error"}, "values": [["3", "two"]]}]})");
    EXPECT_EQ(Json::parse(push_body(entries, "pc-1")), expected);
}

TEST(PushUrl, IsTheEndpointWhateverOfItWasSet) {
    EXPECT_EQ(push_url("http://loki:3100"), "http://loki:3100/loki/api/v1/push");
    EXPECT_EQ(push_url("http://loki:3100/"), "http://loki:3100/loki/api/v1/push");
    EXPECT_EQ(push_url("https://logs.lan/prefix"), "https://logs.lan/prefix/loki/api/v1/push");
    EXPECT_EQ(push_url("http://loki:3100/loki/api/v1/push"), "http://loki:3100/loki/api/v1/push");
}

} // namespace
} // namespace framehand::loki
