// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/field_table.h"
#include "core/settings/settings_json.h"
#include "tests/support/rooted.h"

#include <gtest/gtest.h>

namespace framehand::settings {
namespace {

TEST(SettingsJson, ShowsEveryKeyWithValueAndSource) {
    LoadRequest request;
    request.dirs = xdg_dirs({}, test::rooted("/nonexistent/home"), test::rooted("/"));
    request.host_name = "den";
    request.flags = {{"sync_interval", "1500ms"}};
    const auto loaded = load(request);
    ASSERT_TRUE(loaded) << loaded.error().text();
    const base::Json json = to_json(*loaded);
    EXPECT_EQ(json.size(), fields().size());
    EXPECT_EQ(json["sync_interval"]["value"], "1500ms");
    EXPECT_EQ(json["sync_interval"]["source"], "flag --sync-interval");
    EXPECT_EQ(json["worker_id"]["value"], "den");
    EXPECT_EQ(json["worker_id"]["source"], "default");
    EXPECT_EQ(json["min_free_bytes"]["value"], "2GB");
}

} // namespace
} // namespace framehand::settings
