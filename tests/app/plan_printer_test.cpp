// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/plan_printer.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace framehand::cli {
namespace {

TEST(PlanPrinter, ShowsRungsAudioAndNotes) {
    const auto lines = plan_lines(
        {{"duration_sec", 63.0},
         {"segment_format", "fmp4"},
         {"segments", 11},
         {"audio",
          base::Json::array(
              {{{"name", "Deutsch"}, {"language", "de"}, {"encoder", "aac"}, {"channels", 2}, {"bitrate", 128000}}})},
         {"text", base::Json::array({{{"name", "English"}, {"language", "en"}}})},
         {"video",
          {{"steps", {"deinterlace"}},
           {"rungs",
            {{{"name", "720p"}, {"width", 1280}, {"height", 720}, {"encoder", "libx264"}, {"bitrate", 3000000}}}}}},
         {"notes", {"1080p was asked for; the source is 1280x720"}}});
    EXPECT_EQ(lines,
              (std::vector<std::string>{
                  "length    1 min 3 s", "segments  11, fmp4", "audio     Deutsch (de), aac, 2 channels, 128k",
                  "subtitle  English (en)", "convert   deinterlace", "", "RUNG  SIZE      ENCODER  PRESET  BIT RATE",
                  "720p  1280x720  libx264          3000k", "note: 1080p was asked for; the source is 1280x720"}));
}

TEST(PlanPrinter, ShowsAQualityWithItsCap) {
    const auto lines = plan_lines(
        {{"video", {{"rungs", {{{"name", "720p"}, {"quality", 23}, {"bitrate", 3000000}, {"maxrate", 3300000}}}}}}});
    EXPECT_NE(lines.back().find("CRF 23, at most 3300k"), std::string::npos) << lines.back();
}

TEST(PlanPrinter, TakesAnythingThatIsJson) {
    for (const base::Json& odd : {base::Json(), base::Json(1), base::Json::array(), base::Json{{"video", 3}},
                                  base::Json{{"video", {{"rungs", {1, "x"}}, {"steps", 5}}}, {"notes", {1}}}}) {
        EXPECT_FALSE(plan_lines(odd).empty()) << odd.dump();
    }
}

} // namespace
} // namespace framehand::cli
