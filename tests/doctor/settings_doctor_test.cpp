// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/settings_doctor.h"

#include <gtest/gtest.h>

namespace framehand::doctor {
namespace {

TEST(SettingsDoctor, NamesTheFileOrThatThereIsNone) {
    settings::LoadedSettings loaded;
    loaded.config_path = "/etc/f.yml";
    EXPECT_EQ(examine_settings(loaded).finding, "no settings file, defaults apply (/etc/f.yml)");
    loaded.config_exists = true;
    EXPECT_EQ(examine_settings(loaded), (Diagnosis{"settings", Health::Ok, "/etc/f.yml", ""}));
}

TEST(SettingsDoctor, WarnsOfASlipAndFailsWithAMistake) {
    settings::LoadedSettings loaded;
    loaded.warnings = {"environment WORKER_TREADS is not a setting"};
    EXPECT_EQ(examine_settings(loaded).health, Health::Warn);
    EXPECT_EQ(examine_settings(loaded).advice, loaded.warnings.front());
    const auto found = examine_settings(base::fail(base::ErrorCode::InvalidArgument, "f.yml:1: unknown key"));
    EXPECT_EQ(found.health, Health::Fail);
    EXPECT_EQ(found.finding, "f.yml:1: unknown key");
}

} // namespace
} // namespace framehand::doctor
