// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/measuring.h"

#include <gtest/gtest.h>

namespace framehand::jobs {
namespace {

TEST(Measuring, TravelsAsAnEvent) {
    const Measuring measuring{"libx264", 2, 9};
    EXPECT_EQ(measuring_from_event(base::dump_json(to_event(measuring))), measuring);
    EXPECT_EQ(to_json(measuring), (base::Json{{"encoder", "libx264"}, {"done", 2}, {"of", 9}}));
}

TEST(Measuring, IsNothingElse) {
    for (const char* line : {"", "measuring", "{\"measuring\": 1}", "[\"measuring\"]", R"({"event":"failed"})",
                             R"({"event":"measuring"})", R"({"event":"measuring","encoder":5})"}) {
        EXPECT_EQ(measuring_from_event(line), std::nullopt) << line;
    }
    EXPECT_EQ(measuring_from_event(R"({"event":"measuring","encoder":"x","done":-5,"of":1e99})"), std::nullopt);
    EXPECT_EQ(measuring_from_event(R"({"event":"measuring","encoder":"x","done":-5,"of":999999999})"),
              (Measuring{"x", 0, 10'000}));
}

} // namespace
} // namespace framehand::jobs
