// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/exit_status.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

namespace framehand::platform {

namespace {

using ports::ChildExit;

struct Meaning {
    std::uint32_t code;
    const char* words;
};

// ntstatus.h. Of processes that others have ended in a way that leaves a trace.
constexpr std::array kEndings{
    Meaning{kKilledExitCode, "killed"},
    Meaning{0xC000013A, "ended by Ctrl+C, a closed console or a log-off"},
    Meaning{0xC000026B, "ended by a log-off"},
    Meaning{0x40010004, "ended by the system"},
    Meaning{0xCFFFFFFF, "ended because its window did not answer"},
};

constexpr std::array kCrashes{
    Meaning{0x80000003, "breakpoint"},
    Meaning{0xC0000005, "access violation"},
    Meaning{0xC0000006, "a file that is memory could not be read"},
    Meaning{0xC0000017, "memory is out"},
    Meaning{0xC000001D, "illegal instruction"},
    Meaning{0xC0000094, "integer division by zero"},
    Meaning{0xC00000FD, "stack overflow"},
    Meaning{0xC000012D, "the system's memory is out"},
    Meaning{0xC0000135, "a DLL is missing"},
    Meaning{0xC0000139, "a function is missing in a DLL"},
    Meaning{0xC0000142, "a DLL could not start"},
    Meaning{0xC0000374, "heap corruption"},
    Meaning{0xC0000409, "it aborted, or its stack was overrun"},
    Meaning{0xE06D7363, "an exception of C++ in a foreign library"},
};

template <typename Table>
const char* words_for(const Table& table, std::uint32_t code) {
    const auto found = std::ranges::find(table, code, &Meaning::code);
    return found == table.end() ? nullptr : found->words;
}

std::string in_hex(std::uint32_t code) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "0x%08X", static_cast<unsigned>(code));
    return text.data();
}

} // namespace

ChildExit explain_exit(std::uint32_t exit_code) {
    // Severity "error" of an NTSTATUS. Programs that end by themselves with such a number are rare enough.
    constexpr std::uint32_t kFirstError = 0xC0000000;
    constexpr std::uint32_t kLastError = 0xD0000000;
    ChildExit exit;
    const char* reason = words_for(kCrashes, exit_code);
    if (const char* words = words_for(kEndings, exit_code)) {
        exit.kind = ChildExit::Kind::Crashed;
        exit.code = ChildExit::kEndedByOthers;
        exit.description = std::string(words) + (exit_code == kKilledExitCode ? "" : " (" + in_hex(exit_code) + ")");
    } else if (reason != nullptr || (exit_code >= kFirstError && exit_code < kLastError)) {
        exit.kind = ChildExit::Kind::Crashed;
        exit.code = static_cast<int>(exit_code);
        exit.description =
            "exception " + in_hex(exit_code) + (reason != nullptr ? " (" + std::string(reason) + ")" : "");
    } else {
        exit.code = static_cast<int>(exit_code);
        exit.description = "exit code " + std::to_string(exit.code);
    }
    return exit;
}

} // namespace framehand::platform
