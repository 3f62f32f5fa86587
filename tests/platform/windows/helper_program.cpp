// SPDX-License-Identifier: GPL-3.0-or-later
// helper_program VERB [ARGUMENT]: what the tests of processes start.
#include "platform/windows/abort_status.h"
#include "platform/windows/console.h"
#include "platform/windows/exit_status.h"
#include "platform/windows/job_object.h"
#include "platform/windows/program_arguments.h"
#include "platform/windows/windows_sandbox.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

using namespace framehand;

namespace {

[[noreturn]] void wait_to_be_killed() {
    ::WaitForSingleObject(::GetCurrentProcess(), INFINITE);
    std::abort();
}

/// Starts this program again; 0, or a code of GetLastError().
DWORD start_another(const std::wstring& verb, DWORD flags, PROCESS_INFORMATION& made) {
    std::vector<wchar_t> path(4096);
    ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    std::wstring command = L"\"" + std::wstring(path.data()) + L"\" " + verb;
    STARTUPINFOW start{};
    start.cb = sizeof(start);
    return ::CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, flags | CREATE_NO_WINDOW, nullptr,
                            nullptr, &start, &made) != 0
               ? 0
               : ::GetLastError();
}

int spawn() {
    PROCESS_INFORMATION made{};
    if (const DWORD code = start_another(L"sleep", 0, made); code != 0) {
        std::cout << "refused " << code << std::endl;
        return 0;
    }
    std::cout << made.dwProcessId << std::endl;
    wait_to_be_killed();
}

/// A parent whose child must not outlive it.
int parent() {
    platform::JobLimits limits;
    limits.at_the_end = platform::JobLimits::AtTheEnd::KillProcesses;
    auto job = platform::JobObject::create(limits);
    PROCESS_INFORMATION made{};
    if (!job || start_another(L"sleep", CREATE_SUSPENDED, made) != 0 || !job->take_in(made.hProcess)) {
        return 1;
    }
    ::ResumeThread(made.hThread);
    std::cout << made.dwProcessId << std::endl;
    wait_to_be_killed();
}

/// A line for each millisecond: the time in microseconds.
int tick() {
    using Clock = std::chrono::steady_clock;
    for (auto next = Clock::now();;) {
        if (const auto now = Clock::now(); now >= next) {
            std::cout << std::chrono::duration_cast<std::chrono::microseconds>(now.time_since_epoch()).count()
                      << std::endl;
            next = now + std::chrono::milliseconds(1);
        }
    }
}

int take(std::size_t bytes) {
    void* memory = ::VirtualAlloc(nullptr, bytes, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    std::cout << (memory != nullptr ? "taken" : "refused") << std::endl;
    return 0;
}

std::size_t privileges() {
    HANDLE token = nullptr;
    ::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &token);
    std::vector<TOKEN_PRIVILEGES> buffer(1000);
    DWORD bytes = static_cast<DWORD>(buffer.size() * sizeof(TOKEN_PRIVILEGES));
    return ::GetTokenInformation(token, TokenPrivileges, buffer.data(), bytes, &bytes) != 0 ? buffer[0].PrivilegeCount
                                                                                            : 9999;
}

int sandbox(const std::vector<std::string>& arguments) {
    ports::SandboxRequest request;
    request.memory_bytes = 300'000'000;
    platform::WindowsSandbox sandbox;
    const auto report = sandbox.enter(request);
    if (!report) {
        std::cout << "failed: " << report.error().text() << std::endl;
        return 1;
    }
    if (arguments[2] == "report") {
        for (const auto& wall : report->walls) {
            std::cout << "wall: " << wall << '\n';
        }
        for (const auto& missing : report->missing) {
            std::cout << "missing: " << missing << '\n';
        }
        std::cout << "privileges: " << privileges() << std::endl;
        return 0;
    }
    return arguments[2] == "spawn" ? spawn() : take(400'000'000);
}

/// Whether a click into a console of its own selects text: before, within and after the life of UnstoppedConsole.
int quick_edit() {
    ::FreeConsole();
    ::AllocConsole();
    const HANDLE input = ::CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                       nullptr, OPEN_EXISTING, 0, nullptr);
    ::SetStdHandle(STD_INPUT_HANDLE, input);
    const auto tell = [input] {
        DWORD mode = 0;
        const bool known = ::GetConsoleMode(input, &mode) != 0;
        std::cout << (!known ? "unknown" : (mode & ENABLE_QUICK_EDIT_MODE) != 0 ? "selects" : "goes on") << std::endl;
    };
    ::SetConsoleMode(input, ENABLE_PROCESSED_INPUT | ENABLE_EXTENDED_FLAGS | ENABLE_QUICK_EDIT_MODE);
    tell();
    {
        const platform::UnstoppedConsole console;
        tell();
    }
    tell();
    return 0;
}

} // namespace

int main() {
    const platform::Utf8Streams streams;
    const auto arguments = platform::program_arguments();
    const std::string verb = arguments.size() > 1 ? arguments[1] : "";
    if (verb == "quick-edit") {
        return quick_edit();
    }
    if (verb == "sleep") {
        wait_to_be_killed();
    }
    if (verb == "spawn") {
        return spawn();
    }
    if (verb == "parent") {
        return parent();
    }
    if (verb == "tick") {
        return tick();
    }
    if (verb == "take") {
        return take(static_cast<std::size_t>(std::stoull(arguments[2])));
    }
    if (verb == "sandbox") {
        return sandbox(arguments);
    }
    if (verb == "exit") {
        return std::stoi(arguments[2]);
    }
    if (verb == "crash") {
        *reinterpret_cast<volatile int*>(std::stoull("0")) = 1;
    }
    if (verb == "abort") {
        platform::abort_as_a_crash();
        std::abort();
    }
    if (verb == "hand-over") {
        std::cout << "all of it" << std::endl;
        platform::hand_over(platform::StandardStream::Output);
        ::TerminateProcess(::GetCurrentProcess(), 0);
    }
    if (verb == "arguments") {
        for (const auto& argument : arguments) {
            std::cout << argument << '\n';
        }
        std::cout.flush();
        return 0;
    }
    if (verb == "echo") { // bytes as they come
        char c = 0;
        std::size_t count = 0;
        while (std::cin.get(c) && c != 'Q') {
            ++count;
        }
        std::cout << count << ' ' << platform::is_terminal(platform::StandardStream::Output) << ' '
                  << platform::terminal_columns(platform::StandardStream::Output) << '\n'
                  << std::flush;
        return 0;
    }
    return 2;
}
