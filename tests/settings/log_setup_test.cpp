// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/log_setup.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <sstream>

namespace framehand::settings {
namespace {

const base::LogRecord kRecord{base::WallTime(base::Duration(0)), base::LogLevel::Info, "hello", {{"job", "j1"}}};

TEST(LogSetup, WritesJsonForServicesAndTextForPeople) {
    for (const auto& [kind, start] :
         {std::pair{OutputKind::Service, "{\"time\":"}, std::pair{OutputKind::Pipe, "1970-01-01T00:00:00.000Z info"},
          std::pair{OutputKind::Terminal, "1970-01-01T00:00:00.000Z \033["}}) {
        std::ostringstream stream;
        const auto sink = make_log_sink(Settings(), kind, stream);
        ASSERT_TRUE(sink);
        (*sink)->write(kRecord);
        EXPECT_TRUE(stream.str().starts_with(start)) << stream.str();
    }
}

TEST(LogSetup, WritesTheFileBesideTheStream) {
    const test::TempFolder folder;
    Settings settings;
    settings.log_file = folder.path() / "logs" / "framehand.log";
    std::ostringstream stream;
    const auto sink = make_log_sink(settings, OutputKind::Pipe, stream);
    ASSERT_TRUE(sink) << sink.error().text();
    (*sink)->write(kRecord);
    EXPECT_NE(stream.str().find("hello"), std::string::npos);
    EXPECT_NE(folder.read("logs/framehand.log").find("\"message\":\"hello\""), std::string::npos);
}

TEST(LogSetup, SaysWhichFileCannotBeOpened) {
    const test::TempFolder folder;
    Settings settings;
    settings.log_file = folder.path();
    std::ostringstream stream;
    const auto sink = make_log_sink(settings, OutputKind::Pipe, stream);
    ASSERT_FALSE(sink);
    EXPECT_NE(sink.error().text().find(folder.path().string()), std::string::npos) << sink.error().text();
}

} // namespace
} // namespace framehand::settings
