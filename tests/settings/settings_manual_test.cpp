// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/field_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace framehand::settings {
namespace {

TEST(SettingsManual, HasARowForEveryKeyWithItsNamesAndDefault) {
    std::ifstream file(FRAMEHAND_SOURCE_DIR "/docs/settings.md");
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    ASSERT_FALSE(text.empty());
    const Settings defaults;
    for (const Field& field : fields()) {
        const std::string row = "| `" + std::string(field.key) + "` | `" + field.environment_name() + "`";
        const auto at = text.find(row);
        ASSERT_NE(at, std::string::npos) << "docs/settings.md has no row that begins with: " << row;
        const std::string line = text.substr(at, text.find('\n', at) - at);
        if (const std::string value = field.format(defaults); !value.empty()) {
            EXPECT_NE(line.find("| `" + value + "` |"), std::string::npos) << field.key << " = " << value;
        }
        std::string holds(to_string(field.applies));
        std::ranges::replace(holds, '_', ' ');
        EXPECT_TRUE(line.ends_with(" | " + holds + " |")) << field.key << ": " << holds;
    }
}

} // namespace
} // namespace framehand::settings
