// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/windows/handle.h"
#include "platform/windows/job_object.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace framehand::test {

/// True under wine, which lacks some of what these tests look at.
[[nodiscard]] bool is_wine();

/// "helper_program.exe", which lies beside the test.
[[nodiscard]] std::filesystem::path helper_program();

/// A helper program, killed at the end. It gets its standard streams, and nothing else of ours.
class RunningProgram {
public:
    /// `job` takes it in before it runs.
    explicit RunningProgram(const std::vector<std::wstring>& arguments, platform::JobObject* job = nullptr);
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    [[nodiscard]] HANDLE process() const { return m_process.get(); }

    [[nodiscard]] DWORD id() const { return m_id; }

    /// Blocks for the next line of its standard output, without its end; nothing once that is closed.
    [[nodiscard]] std::optional<std::string> line();
    /// The lines that have come by now.
    [[nodiscard]] std::vector<std::string> lines_so_far();
    void say(std::string_view text);
    void kill();
    /// Its exit code; nothing if it still runs after `milliseconds`.
    [[nodiscard]] std::optional<DWORD> ended_within(DWORD milliseconds) const;

private:
    [[nodiscard]] std::optional<std::string> take_line();

    platform::UniqueHandle m_process;
    platform::UniqueHandle m_input;
    platform::UniqueHandle m_output;
    DWORD m_id = 0;
    std::string m_text;
};

/// True if a process with that number has ended, or ends within `milliseconds`.
[[nodiscard]] bool is_gone(DWORD id, DWORD milliseconds);

} // namespace framehand::test
