// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/display_width.h"
#include "app/framehandctl/progress_bar.h"

#include <gtest/gtest.h>

#include <limits>

namespace framehand::cli {
namespace {

TEST(ProgressBar, ShowsBarPercentSpeedAndTimeLeft) {
    EXPECT_EQ(progress_bar({"transcoding", 50, 153.2, 6.13, 63}, 120),
              "[############............]  50 %  153 fps  6.1x  1 min 3 s left  transcoding");
}

TEST(ProgressBar, LeavesOutWhatIsUnknown) {
    EXPECT_EQ(progress_bar({"waiting for a worker"}, 120), "waiting for a worker");
    EXPECT_EQ(progress_text({"copying", 3}), "  3 %  copying");
}

TEST(ProgressBar, IsNeverFullBeforeTheEnd) {
    EXPECT_NE(progress_bar({"", 99.99}, 120).find("[#######################.]  99 %"), std::string::npos);
    EXPECT_NE(progress_bar({"", 100}, 120).find("[########################] 100 %"), std::string::npos);
}

TEST(ProgressBar, FitsEveryWidth) {
    const ProgressView view{"transcoding on a worker with a very long name indeed", 42, 153, 6.1, 3600};
    for (int columns = 1; columns < 130; ++columns) {
        EXPECT_LE(display_width(progress_bar(view, columns)), static_cast<std::size_t>(columns)) << columns;
    }
    EXPECT_EQ(progress_bar(view, 50).find('['), std::string::npos);
}

TEST(ProgressBar, SurvivesImpossibleValues) {
    const double huge = std::numeric_limits<double>::infinity();
    const std::string text = progress_text({"x", 400, huge, huge, huge});
    EXPECT_NE(text.find("100 %"), std::string::npos) << text;
    EXPECT_EQ(progress_text({"x", -1, -1, -1, -1}), "x");
}

TEST(ProgressBar, ShowsSlowEncodersWithADecimal) {
    EXPECT_EQ(progress_text({"transcoding", 1, 2.34}), "  1 %  2.3 fps  transcoding");
}

TEST(ProgressBar, DoesNotLetAStateSteerTheTerminal) {
    EXPECT_EQ(progress_text({"on \033[2Jevil\n"}), "on ?[2Jevil?");
}

} // namespace
} // namespace framehand::cli
