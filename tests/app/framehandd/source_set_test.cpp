// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/source_set.h"

#include <gtest/gtest.h>

namespace framehand::daemon {
namespace {

TEST(SourceSet, SaysWhereJobsComeFromThePreferredFirst) {
    settings::Settings settings;
    settings.orchestrator_url = "http://nas:8787";
    settings.redis_url = "redis://queue:6379/0";
    EXPECT_EQ(addresses_of_sources(settings), "http://nas:8787");
    settings.job_source = {"redis", "orchestrator"};
    EXPECT_EQ(addresses_of_sources(settings), "redis://queue:6379/0, http://nas:8787");
}

} // namespace
} // namespace framehand::daemon
