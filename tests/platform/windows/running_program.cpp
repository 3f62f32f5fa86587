// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/windows/running_program.h"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace framehand::test {

namespace {

using platform::owned_handle;
using platform::UniqueHandle;

struct Pipe {
    UniqueHandle read;
    UniqueHandle write;

    Pipe() {
        SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
        HANDLE reading = nullptr;
        HANDLE writing = nullptr;
        EXPECT_NE(::CreatePipe(&reading, &writing, &inherited, 0), 0);
        read = owned_handle(reading);
        write = owned_handle(writing);
    }
};

} // namespace

bool is_wine() {
    return ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
}

std::filesystem::path helper_program() {
    std::array<wchar_t, 4096> path{};
    ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    return std::filesystem::path(path.data()).parent_path() / L"helper_program.exe";
}

RunningProgram::RunningProgram(const std::vector<std::wstring>& arguments, platform::JobObject* job) {
    Pipe in;
    Pipe out;
    ::SetHandleInformation(in.write.get(), HANDLE_FLAG_INHERIT, 0);
    ::SetHandleInformation(out.read.get(), HANDLE_FLAG_INHERIT, 0);
    std::wstring command = L"\"" + helper_program().native() + L"\"";
    for (const auto& argument : arguments) {
        command += L" \"" + argument + L"\"";
    }
    STARTUPINFOW start{};
    start.cb = sizeof(start);
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = in.read.get();
    start.hStdOutput = out.write.get();
    start.hStdError = ::GetStdHandle(STD_ERROR_HANDLE);
    PROCESS_INFORMATION made{};
    if (::CreateProcessW(nullptr, command.data(), nullptr, nullptr, TRUE, CREATE_SUSPENDED | CREATE_NO_WINDOW, nullptr,
                         nullptr, &start, &made) == 0) {
        ADD_FAILURE() << "the helper program cannot be started: " << ::GetLastError();
        return;
    }
    m_process = owned_handle(made.hProcess);
    m_id = made.dwProcessId;
    const UniqueHandle thread = owned_handle(made.hThread);
    if (job != nullptr) {
        const auto taken = job->take_in(m_process.get());
        EXPECT_TRUE(taken) << taken.error().text();
    }
    m_input = std::move(in.write);
    m_output = std::move(out.read);
    ::ResumeThread(thread.get());
}

RunningProgram::~RunningProgram() {
    kill();
}

std::optional<std::string> RunningProgram::take_line() {
    const auto end = m_text.find('\n');
    if (end == std::string::npos) {
        return std::nullopt;
    }
    std::string line = m_text.substr(0, end);
    m_text.erase(0, end + 1);
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line;
}

std::optional<std::string> RunningProgram::line() {
    for (;;) {
        if (auto line = take_line()) {
            return line;
        }
        std::array<char, 4096> block{};
        DWORD got = 0;
        if (::ReadFile(m_output.get(), block.data(), block.size(), &got, nullptr) == 0 || got == 0) {
            return std::nullopt;
        }
        m_text.append(block.data(), got);
    }
}

std::vector<std::string> RunningProgram::lines_so_far() {
    DWORD waiting = 0;
    std::array<char, 4096> block{};
    while (::PeekNamedPipe(m_output.get(), nullptr, 0, nullptr, &waiting, nullptr) != 0 && waiting > 0) {
        DWORD got = 0;
        if (::ReadFile(m_output.get(), block.data(), block.size(), &got, nullptr) == 0) {
            break;
        }
        m_text.append(block.data(), got);
    }
    std::vector<std::string> lines;
    while (auto line = take_line()) {
        lines.push_back(std::move(*line));
    }
    return lines;
}

void RunningProgram::say(std::string_view text) {
    DWORD put = 0;
    EXPECT_NE(::WriteFile(m_input.get(), text.data(), static_cast<DWORD>(text.size()), &put, nullptr), 0);
}

void RunningProgram::kill() {
    if (m_process) {
        ::TerminateProcess(m_process.get(), 1);
        ::WaitForSingleObject(m_process.get(), INFINITE);
    }
}

std::optional<DWORD> RunningProgram::ended_within(DWORD milliseconds) const {
    DWORD code = 0;
    if (::WaitForSingleObject(m_process.get(), milliseconds) != WAIT_OBJECT_0 ||
        ::GetExitCodeProcess(m_process.get(), &code) == 0) {
        return std::nullopt;
    }
    return code;
}

bool is_gone(DWORD id, DWORD milliseconds) {
    const UniqueHandle process = owned_handle(::OpenProcess(SYNCHRONIZE, FALSE, id));
    return !process || ::WaitForSingleObject(process.get(), milliseconds) == WAIT_OBJECT_0;
}

} // namespace framehand::test
