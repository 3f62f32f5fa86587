// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/command_line.h"

#include <gtest/gtest.h>

namespace framehand::daemon {
namespace {

settings::LoadedSettings with_orchestrator_from(const std::string& source) {
    settings::LoadedSettings loaded;
    loaded.sources["orchestrator_url"] = source;
    return loaded;
}

TEST(Mode, AutoIsAWorkerOnlyWhereSomebodyHasNamedAnOrchestrator) {
    EXPECT_EQ(settled(Mode::Auto, with_orchestrator_from("default")), Mode::All);
    EXPECT_EQ(settled(Mode::Auto, {}), Mode::All);
    EXPECT_EQ(settled(Mode::Auto, with_orchestrator_from("/home/a/config.yml:3")), Mode::Worker);
    EXPECT_EQ(settled(Mode::Orchestrator, with_orchestrator_from("/home/a/config.yml:3")), Mode::Orchestrator);
    EXPECT_EQ(settled(Mode::All, with_orchestrator_from("/home/a/config.yml:3")), Mode::All);
}

TEST(Mode, AutoCanBeTyped) {
    const auto parsed = parse_command_line({"auto", "--threads", "2"});
    ASSERT_TRUE(std::holds_alternative<Arguments>(parsed));
    EXPECT_EQ(std::get<Arguments>(parsed).mode, Mode::Auto);
}

} // namespace
} // namespace framehand::daemon
