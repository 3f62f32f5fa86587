// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/handle.h"
#include "platform/windows/quoted_command.h"
#include "platform/windows/wide_text.h"

#include <gtest/gtest.h>

#include <shellapi.h>

namespace framehand::platform {
namespace {

/// As the program itself reads it.
std::vector<std::string> read_back(const std::wstring& line) {
    int count = 0;
    const LocalMemory<wchar_t*> words(::CommandLineToArgvW(line.c_str(), &count));
    std::vector<std::string> read;
    for (int i = 0; i < count; ++i) {
        read.push_back(to_utf8(words.get()[i]));
    }
    return read;
}

TEST(QuotedCommand, IsReadBackAsItWas) {
    const std::vector<std::string> command{R"(C:\Program Files\Framehand\framehandd.exe)",
                                           "auto",
                                           "--config",
                                           R"(C:\Users\Ännchen Ü\config.yml)",
                                           "",
                                           R"(ends with a backslash\)",
                                           R"(a "quoted" word)",
                                           R"(\\nas\videos\)",
                                           R"(two\\"marks)",
                                           "tab\there"};
    EXPECT_EQ(read_back(quoted_command(command)), command);
}

TEST(QuotedCommand, AlwaysQuotesTheProgram) {
    EXPECT_EQ(quoted_command({R"(C:\fh\framehandd.exe)", "auto"}), LR"("C:\fh\framehandd.exe" auto)");
    EXPECT_EQ(quoted_command({R"(C:\Program Files\x.exe)"}), LR"("C:\Program Files\x.exe")");
}

} // namespace
} // namespace framehand::platform
