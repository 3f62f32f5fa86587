// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_revoked.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;

TEST(CeleryRevoked, RemembersTheLatestOnes) {
    CeleryRevoked revoked;
    revoked.add("first", {});
    revoked.add("first", {});
    EXPECT_TRUE(revoked.contains("first"));
    EXPECT_EQ(revoked.ids(), Json::array({"first"}));
    for (std::size_t i = 0; i < CeleryRevoked::kMost; ++i) {
        revoked.add(std::to_string(i), {});
    }
    EXPECT_FALSE(revoked.contains("first"));
    EXPECT_TRUE(revoked.contains("0"));
    EXPECT_EQ(revoked.times().size(), CeleryRevoked::kMost);
}

} // namespace
} // namespace framehand::sources
